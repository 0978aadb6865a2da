//! The statement that there is nothing to publish, in place of the elements.

use anyhow::Result;
use gongkai_core::{Context as CheckContext, Stage, Verdict};
use gongkai_tests::axe;
use gongkai_tests::fill::control;
use gongkai_tests::judges::TODAY;
use gongkai_tests::widgets::posted_entry;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{NAME, PHONE, entry, inside, opened, school, type_date};

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_stands_in_place_of_the_elements_and_gives_them_back() -> Result<()> {
    let item = school()?;
    let (browser, site) = opened(item, "publisher=\"示例县教育局\"").await?;
    let page = browser.page();
    page.type_text(&control(NAME), "示例县第一小学").await?;
    page.type_text(&control(PHONE), "12").await?;
    page.press(Key::Tab).await?;
    page.click(&inside(".nil input[value=none-at-this-level]")).await?;
    page.wait_until_gone(&control(NAME)).await?;
    page.wait_for_text(&inside(".nil"), "已填写的公开内容仍保留").await?;
    assert_eq!(entry(page).await?["elements"], json!({}), "not handed over");
    assert_eq!(entry(page).await?["nil"], json!({ "kind": "none-at-this-level" }));
    assert!(
        page.find_all(&inside(".nil .issue")).await?.is_empty(),
        "nothing is wrong before anybody was there"
    );

    // The check judges the statement: a reason is missing.
    type_date(page, "/formed_on", "2026-09-01").await?;
    page.click("#publish").await?;
    page.wait_for_text(&inside(".summary"), "理由").await?;
    page.expect_focused("input#f-nil-reason").await?;
    assert!(!page.text(&inside(".summary")).await?.contains("办公电话"), "elements are not judged");
    axe::expect_accessible(page).await?;
    page.screenshot("form-nil").await?;
    page.type_text(&control("/nil/reason"), "本县没有此类学校").await?;
    page.type_text(&control("/nil/approver"), "王某某").await?;

    // Back and forth: nothing that was typed is lost.
    page.click(&inside(".nil input[value='']")).await?;
    assert_eq!(page.value(&control(NAME)).await?, "示例县第一小学");
    assert_eq!(page.value(&control(PHONE)).await?, "12");
    assert_eq!(entry(page).await?["nil"], Value::Null);
    page.click(&inside(".nil input[value=no-update]")).await?;
    assert_eq!(page.value(&control("/nil/reason")).await?, "本县没有此类学校");
    page.type_text(&control("/nil/period"), "2026年三季度").await?;

    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    let posted = posted_entry(&site)?;
    assert_eq!(posted["nil"]["kind"], json!("no-update"));
    assert_eq!(posted["elements"], json!({}));
    let report =
        item.check(&posted, &CheckContext::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar()));
    assert_eq!(report.verdict, Verdict::Pass, "{:?}", report.issues);
    Ok(())
}
