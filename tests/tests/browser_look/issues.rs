//! Issues: told apart without colours, those that block apart from the others, mended with one click.

use std::collections::BTreeSet;

use anyhow::Result;
use gongkai_core::{Context as CheckContext, Stage};
use gongkai_tests::axe;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{NAME, PHONE, attribute, entry, field, hears, inside, opened, school};

fn issue(severity: &str, code: &str, path: &str) -> Value {
    json!({ "code": code, "severity": severity, "blocks": severity == "error", "path": path, "params": {} })
}

#[tokio::test(flavor = "multi_thread")]
async fn levels_differ_in_sign_and_word_and_only_errors_block() -> Result<()> {
    let item = school()?;
    let good = item.example(TODAY);
    let mut report = serde_json::to_value(item.check(&good, &CheckContext::new(Stage::Publish, TODAY)))?;
    report["issues"] = json!([
        issue("error", "phone-invalid", PHONE),
        issue("warning", "text-untidy", NAME),
        issue("advice", "index-number-broken", "/index_number"),
    ]);
    let attributes = format!("{} {}", attribute("value", &good), attribute("report", &report));
    let (browser, _site) = opened(item, &attributes).await?;
    let page = browser.page();

    let mut signs = BTreeSet::new();
    for (path, word) in [(PHONE, "错误："), (NAME, "警告："), ("/index_number", "建议：")] {
        let mark = format!("{} .mark", field(path));
        // Far below the window nothing is laid out, so that it has no rendered text yet.
        let said = page.run_on(&mark, "return element.textContent;").await?;
        assert_eq!(said, json!(word));
        let sign = page.run_on(&mark, "return element.querySelector('svg path').getAttribute('d');").await?;
        signs.insert(sign.to_string());
    }
    assert_eq!(signs.len(), 3, "each level has a sign of its own");
    page.wait_for_text(&inside(".summary"), "有1处需要修改").await?;
    let (summary, remarks) = (page.text(&inside(".summary")).await?, page.text(&inside(".remarks")).await?);
    assert!(summary.contains("办公电话") && !summary.contains("索引号"), "{summary}");
    assert!(remarks.contains("不影响发布") && remarks.contains("索引号"), "{remarks}");
    assert!(!remarks.contains("办公电话"), "{remarks}");
    assert!(remarks.find("警告") < remarks.find("建议"), "what is probably wrong comes first: {remarks}");
    for width in [1280, 320] {
        page.set_viewport(width, 900).await?;
        axe::expect_accessible(page).await?;
    }
    page.screenshot("form-levels").await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_says_what_it_changes_to() -> Result<()> {
    let (browser, _site) = opened(school()?, "").await?;
    let page = browser.page();
    page.type_text(&control(PHONE), "（0736）７１１１１１１").await?;
    page.press(Key::Tab).await?;
    let repair = format!("{} .repair", field(PHONE));
    page.wait_for_text(&repair, "改为：0736-7111111").await?;
    page.focus(&repair).await?;
    page.press(Key::Enter).await?;
    page.wait_until_gone(&format!("{} .issue", field(PHONE))).await?;
    assert_eq!(entry(page).await?["elements"]["ban_gong_dian_hua"], json!("0736-7111111"));
    page.expect_focused("input#f-elements-ban_gong_dian_hua").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_mended_leaves_the_summary_and_the_rest_is_counted_aloud() -> Result<()> {
    let (browser, _site) = opened(school()?, "").await?;
    let page = browser.page();
    page.click("#publish").await?;
    page.find(&inside(".summary")).await?;
    let left = page.find_all(&inside(".summary li")).await?.len();
    let link = inside(&format!(".summary a[href=\"#f{}\"]", NAME.replace('/', "-")));
    page.find(&link).await?;
    page.type_text(&control(NAME), "甲").await?;
    page.wait_until_gone(&link).await?;
    // The title follows the name, and is mended with it.
    let now = page.find_all(&inside(".summary li")).await?.len();
    assert!(now < left, "{now} of {left}");
    hears(page, &format!("还有{now}处需要修改")).await?;
    assert_eq!(page.focused().await?, "input#f-elements-xue_xiao_ming_cheng", "nobody is moved away");
    assert_eq!(
        page.property(FORM, "validationMessage").await?,
        json!(format!("还有{now}处需要修改，暂不能发布"))
    );
    Ok(())
}
