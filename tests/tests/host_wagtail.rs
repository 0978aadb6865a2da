//! Wagtail: the story of every host, and what is particular to its editor.
#![cfg(feature = "hosts")]

use anyhow::{Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::fill::{control, fill};
use gongkai_tests::hosts::wagtail::Wagtail;
use gongkai_tests::hosts::{self, Host, is_told, today};
use gongkai_tests::page::Page;
use gongkai_tests::wait;
use gongkai_tests::widgets::school;
use serde_json::json;

const PHONE: &str = "/elements/ban_gong_dian_hua";

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way() -> Result<()> {
    let browser = hosts::browser().await?;
    is_told(&Wagtail::start()?, browser.page()).await
}

/// Wagtail saves drafts by itself while one types: wrong ones too, and they are there the next day.
#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_kept_whatever_they_say() -> Result<()> {
    let host = Wagtail::with_autosave(500)?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let school = school()?;
    let mut wrong = school.example(today());
    wrong["elements"]["ban_gong_dian_hua"] = json!("12");

    host.sign_in(page).await?;
    host.open_new(page).await?;
    fill(page, &school.form(), &wrong).await?;
    page.screenshot("wagtail-editor").await?;
    // Nothing is pressed.
    wait::until("the draft to be saved by itself", || async {
        let drafts = host.drafts()?;
        Ok(drafts.iter().any(|draft| draft["elements"] == wrong["elements"]).then_some(()))
    })
    .await?;
    ensure!(host.stored().await?.is_empty(), "a draft is public");

    page.run("window.isBefore = true; return null;", vec![]).await?;
    host.publish(page).await?;
    // The element marks the error before the server does: what counts is the page that comes back.
    page.wait_for("!window.isBefore").await?;
    page.find(&format!("{}[aria-invalid=true]", control(PHONE))).await?;
    ensure!(page.value(&control(PHONE)).await? == "12", "what was refused comes back as it was typed");
    expect_reasons_once(page).await?;
    page.wait_for_text(".w-tabs__errors [data-w-count-target=total]", "1").await?;
    page.screenshot("wagtail-refused").await?;
    ensure!(host.stored().await?.is_empty(), "a wrong entry is public");
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    axe::expect_accessible_in(page, ".gongkai-control").await
}

/// An entry in the block of a stream is refused at its place too, and read in the article.
#[tokio::test(flavor = "multi_thread")]
async fn an_entry_stands_in_an_article() -> Result<()> {
    let host = Wagtail::start()?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let school = school()?;
    let mut entry = school.example(today());
    let phone = entry["elements"]["ban_gong_dian_hua"].take();
    entry["elements"]["ban_gong_dian_hua"] = json!("12");

    host.sign_in(page).await?;
    Wagtail::open(page, &host.new_article()?).await?;
    page.type_text("#id_title", "新建学校").await?;
    page.click(".c-sf-add-button").await?;
    page.wait_for("document.querySelectorAll('[role=option]').length === 2").await?;
    page.run("document.querySelectorAll('[role=option]')[1].id = 'school';", vec![]).await?;
    page.click("#school").await?;
    fill(page, &school.form(), &entry).await?;
    page.run("window.isBefore = true; return null;", vec![]).await?;
    host.publish(page).await?;
    // The element marks the error before the server does: what counts is the page that comes back.
    page.wait_for("!window.isBefore").await?;
    page.find(&format!("{}[aria-invalid=true]", control(PHONE))).await?;
    ensure!(page.value(&control(PHONE)).await? == "12", "what was refused comes back as it was typed");
    expect_reasons_once(page).await?;
    page.screenshot("wagtail-block-refused").await?;

    page.replace_text(&control(PHONE), phone.as_str().unwrap_or_default()).await?;
    host.publish(page).await?;
    page.wait_for("!location.pathname.includes('/add/') && !location.pathname.endsWith('/edit/')").await?;
    page.open(&host.article("新建学校")?).await?;
    let phone = phone.as_str().unwrap_or_default();
    page.wait_for_text(&format!(".gongkai-entry a[href='tel:{phone}']"), phone).await?;
    page.screenshot("wagtail-article").await?;
    axe::expect_accessible(page).await
}

/// The public pages as a whole, wide and narrow, with the policy in force.
#[tokio::test(flavor = "multi_thread")]
async fn public_pages_are_in_order() -> Result<()> {
    let host = Wagtail::start()?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let school = school()?;
    host.publish_schools(&school.example(today()), 21)?;
    let list = format!("/gongkai/{}/{}/", school.pack.id, school.id);
    let narrow = "document.documentElement.scrollWidth <= 320";
    for (name, path, there) in [
        ("menu", "/gongkai/", "gongkai-nav >>> #filter"),
        ("list", list.as_str(), ".gongkai-entries li:nth-child(20)"),
        ("list-end", &format!("{list}?page=2"), ".gongkai-entries li:only-child"),
        ("list-empty", "/gongkai/24-compulsory-education/jiao-yu-fa-lv/", "#gongkai-public + p"),
    ] {
        page.set_viewport(1280, 900).await?;
        page.open(&host.url(path)).await?;
        page.find(there).await?;
        axe::expect_accessible(page).await?;
        page.screenshot(&format!("wagtail-{name}-1280")).await?;
        page.set_viewport(320, 640).await?;
        page.wait_for(narrow).await?;
        axe::expect_accessible(page).await?;
        page.screenshot(&format!("wagtail-{name}-320")).await?;
    }
    page.open(&host.url(&list)).await?;
    page.click(".gongkai-pages a[rel=next]").await?;
    page.click(".gongkai-entries a").await?;
    page.find(".gongkai-entry").await?;
    page.click(".crumbs li:last-child a").await?;
    page.find(".gongkai-entries li:nth-child(20)").await?;
    let errors = page.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    Ok(())
}

/// What was refused is said where the form lists it, and nowhere else above the form.
async fn expect_reasons_once(page: &Page) -> Result<()> {
    page.find("gongkai-form >>> [part~=summary]").await?;
    let told = page.text(".error-message").await?;
    ensure!(!told.is_empty() && !told.contains("telephone"), "the page says {told}");
    page.wait_for("!document.body.innerText.includes('not a telephone number')").await
}
