//! A site of the kind that most government CMS are: servlets, a template, a filter.
#![cfg(feature = "hosts")]

use anyhow::{Result, ensure};
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::control;
use gongkai_tests::hosts::java_servlet::JavaServlet;
use gongkai_tests::hosts::{self, Host};
use gongkai_tests::widgets::school;
use serde_json::{Value, json};

const PHONE: &str = "/elements/ban_gong_dian_hua";

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = Browser::start().await?;
    hosts::is_told(&host, browser.page()).await?;
    browser.page().screenshot("host-java-entry").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_comes_back_whole_and_drafts_are_kept() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    host.sign_in(page).await?;
    let mut entry = school()?.example(hosts::today());
    entry["elements"]["ban_gong_dian_hua"] = json!("12");
    let text = entry.to_string();

    for act in [None, Some("publish"), Some("Draft")] {
        let refusal = host.post(page, &text, act).await?;
        ensure!(refusal.status == 422 && refusal.codes == ["phone-invalid"], "{act:?}: {refusal:?}");
        let kept: Value = serde_json::from_str(refusal.kept.as_deref().unwrap_or_default())?;
        ensure!(kept == entry, "what comes back is {kept}");
    }
    for broken in ["", "{", "[]", r#"{"pack":"nein","item":"nein"}"#] {
        let refusal = host.post(page, broken, None).await?;
        ensure!(refusal.status == 400, "{broken:?}: {refusal:?}");
    }
    ensure!(host.stored().await?.is_empty(), "something was published");

    // A draft is kept as it is, and opened again shows what is wrong once publishing is tried.
    ensure!(host.post(page, &text, Some("draft")).await?.status == 200);
    page.open(&host.url("/admin")).await?;
    page.screenshot("host-java-list").await?;
    page.click("tbody a").await?;
    ensure!(page.value(&control(PHONE)).await? == "12");
    host.publish(page).await?;
    page.find(&format!("{}[aria-invalid=true]", control(PHONE))).await?;
    page.screenshot("host-java-form").await?;
    ensure!(host.stored().await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_signed_in_posts_nothing() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&host.url("/admin")).await?;
    page.wait_for("location.pathname === '/login'").await?;
    let status = page
        .run(
            "return fetch(arguments[0], { method: 'POST', body: new URLSearchParams({ entry: arguments[1] }) })
                .then(answer => answer.status);",
            vec![
                json!(host.url("/admin/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu")),
                json!(school()?.example(hosts::today()).to_string()),
            ],
        )
        .await?;
    ensure!(status == json!(403), "answered with {status}");
    ensure!(host.stored().await?.is_empty());
    Ok(())
}
