//! Wagtail: the story of every host, and what is particular to its editor.
#![cfg(feature = "hosts")]

use anyhow::{Result, ensure};
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{control, fill};
use gongkai_tests::hosts::wagtail::Wagtail;
use gongkai_tests::hosts::{Host, is_told, today};
use gongkai_tests::widgets::school;
use serde_json::json;

const PHONE: &str = "/elements/ban_gong_dian_hua";

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way() -> Result<()> {
    let browser = Browser::start().await?;
    is_told(&Wagtail::start()?, browser.page()).await
}

/// Wagtail saves drafts by itself while one types: wrong ones too, and they are there the next day.
#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_kept_whatever_they_say() -> Result<()> {
    let host = Wagtail::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    let school = school()?;
    let mut wrong = school.example(today());
    wrong["elements"]["ban_gong_dian_hua"] = json!("12");

    host.sign_in(page).await?;
    host.open_new(page).await?;
    fill(page, &school.form(), &wrong).await?;
    page.screenshot("wagtail-editor").await?;
    page.click("button.action-save").await?;
    page.wait_for("location.pathname.endsWith('/edit/') && document.readyState === 'complete'").await?;
    page.wait_for(&format!("document.querySelector('gongkai-form')?.value?.elements?.ban_gong_dian_hua === '12'")).await?;
    ensure!(host.stored().await?.is_empty(), "a draft is public");
    ensure!(page.value(&control(PHONE)).await? == "12", "the draft comes back as it was typed");

    host.publish(page).await?;
    page.find(&format!("{}[aria-invalid=true]", control(PHONE))).await?;
    ensure!(page.value(&control(PHONE)).await? == "12", "what was refused comes back as it was typed");
    page.screenshot("wagtail-refused").await?;
    ensure!(host.stored().await?.is_empty(), "a wrong entry is public");
    ensure!(page.console_errors().await?.is_empty(), "{:?}", page.console_errors().await?);
    Ok(())
}
