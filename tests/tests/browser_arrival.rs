//! Drafts of entries that were submitted: kept until the host says that they have arrived.
#![cfg(feature = "browser")]

use anyhow::Result;
use gongkai_tests::demo::Demo;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{form_page, json_attribute, school, site};

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const QUESTION: &str = "gongkai-form >>> .other-version";
const ALL: &str = "gongkai-form >>> .other-version > .row-actions button:first-child";
/// The draft of a new entry.
const DRAFT: &str =
    "localStorage.getItem('gongkai-draft/new/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu')";

async fn expect_draft(page: &Page, name: &str) -> Result<()> {
    page.wait_for(&format!("{DRAFT}?.includes('{name}')")).await
}

async fn expect_no_draft(page: &Page) -> Result<()> {
    page.wait_for(&format!("{DRAFT} === null")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_that_says_what_it_has_stored_is_waited_for() -> Result<()> {
    let item = school()?;
    let new = format!("draft-key=\"new\" draft-saved=\"\" {}", json_attribute("value", &item.example(TODAY)));
    let site = site(vec![
        ("/".to_owned(), form_page(item, &new)),
        ("/other".to_owned(), form_page(item, "draft-key=\"entry-2\" draft-saved=\"entry-1\"")),
        ("/stored".to_owned(), form_page(item, "draft-key=\"entry-1\" draft-saved=\"new\"")),
    ])
    .await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.replace_text(&control(NAME), "甲校").await?;
    page.click("#publish").await?;
    page.wait_for_text("h1", "已收到").await?;
    expect_draft(page, "甲校").await?;
    page.open(&site.url("/other")).await?;
    page.find(&control(NAME)).await?;
    expect_draft(page, "甲校").await?;
    page.open(&site.url("/stored")).await?;
    page.find(&control(NAME)).await?;
    expect_no_draft(page).await?;
    page.wait_until_gone(QUESTION).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_whose_session_is_over_loses_nothing() -> Result<()> {
    let demo = Demo::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    demo.sign_in(page).await?;
    let new = demo.url("/admin/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu/new");
    page.open(&new).await?;
    page.type_text(&control(NAME), "午后小学").await?;
    // After lunch the session is over.
    page.session().delete_all_cookies().await?;
    page.click("button[value=draft]").await?;
    page.wait_until_gone(FORM).await?;
    demo.sign_in(page).await?;
    page.open(&new).await?;
    page.click(ALL).await?;
    page.wait_until_gone(QUESTION).await?;
    assert_eq!(page.value(&control(NAME)).await?, "午后小学");
    // This time it arrives, and another new entry begins empty.
    page.click("button[value=draft]").await?;
    page.wait_for_text(".flash", "草稿已保存").await?;
    page.find(&control(NAME)).await?;
    expect_no_draft(page).await?;
    page.open(&new).await?;
    page.find(&control(NAME)).await?;
    page.wait_until_gone(QUESTION).await?;
    assert_eq!(page.value(&control(NAME)).await?, "");
    Ok(())
}
