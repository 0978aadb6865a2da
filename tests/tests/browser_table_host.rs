//! The grid in a page that has things of its own: a field that the site stores already, what the county lays down.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_core::{Context as CheckContext, Stage};
use gongkai_tests::axe;
use gongkai_tests::driver::{Browser, Kind};
use gongkai_tests::grid::{GRID, TABLE, cell, names, schools, until_active, until_names};
use gongkai_tests::judges::TODAY;
use gongkai_tests::widgets::{bound_page, page as around, posted_entry, site};
use serde_json::{Value, json};
use thirtyfour::Key;

#[tokio::test(flavor = "multi_thread")]
async fn the_grid_takes_the_place_of_a_field_that_the_site_stores() -> Result<()> {
    let mut entries = schools(2);
    entries[1]["elements"]["ban_gong_dian_hua"] = json!("12");
    let content = entries.to_string();
    let site = site(vec![("/".to_owned(), bound_page(TABLE, &content))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(GRID).await?;
    until_names(page, &["第一小学", "第二小学"]).await?;
    assert!(!page.is_seen("#json").await? && !page.is_seen("label").await?);
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "1行有错").await?;
    assert_eq!(page.value("#json").await?, content, "untouched until something changes");
    axe::expect_accessible(page).await?;
    let listen = "window.heard = [];
         for (const type of ['input', 'change']) document.querySelector('#json').addEventListener(type, event => heard.push(event.type));";
    page.run(listen, vec![]).await?;

    // The form of that field may not be submitted, and the focus goes to what is wrong.
    page.click("#publish").await?;
    // The telephone of the second school.
    until_active(page, (1, 4)).await?;
    assert!(site.posted().is_empty());
    page.press("0736-7111111" + Key::Enter).await?;
    page.wait_for("heard.includes('input') && heard.includes('change')").await?;
    let written: Value = serde_json::from_str(&page.value("#json").await?)?;
    assert_eq!(written[1]["elements"]["ban_gong_dian_hua"], json!("0736-7111111"));
    assert_eq!(written, page.property(TABLE, "value").await?);

    // Resetting that form goes back to what the field began with.
    page.run("document.querySelector('#host').reset();", vec![]).await?;
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "1行有错").await?;
    // What is typed last is there when the button is pressed at once.
    page.click(&cell(1, 4)).await?;
    page.press("0736-7222222").await?;
    if page.kind() == Kind::Firefox {
        // Its driver presses and releases the button within one script, in which the page cannot do what it has to do in
        // between; people are slower.
        page.press(Key::Enter).await?;
    }
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    let posted = posted_entry(&site)?;
    assert_eq!(posted[1]["elements"]["ban_gong_dian_hua"], json!("0736-7222222"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_holds_no_entries_stays_as_it_is() -> Result<()> {
    let pages = vec![
        ("/text".to_owned(), bound_page(TABLE, "这里是普通文字")),
        ("/other".to_owned(), bound_page(TABLE, "").replace("for=\"json\" pack", "for=\"elsewhere\" pack")),
        ("/empty".to_owned(), bound_page(TABLE, "  ")),
    ];
    let site = site(pages).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    for (address, words) in [("/text", "不是JSON格式"), ("/other", "没有id为“elsewhere”的输入框")]
    {
        page.open(&site.url(address)).await?;
        page.wait_for_text(&format!("{TABLE} >>> .unusable"), words).await?;
        assert!(page.is_seen("#json").await?, "{address}: the site's own field stays in use");
    }
    page.open(&site.url("/empty")).await?;
    page.find(GRID).await?;
    assert!(names(page).await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_and_fields_are_judged_by_what_the_county_says() -> Result<()> {
    let item = gongkai::pack("02")
        .and_then(|pack| pack.item("ban-li-guo-cheng-xin-xi"))
        .context("an item with an open limit is shipped")?;
    let mut entry = item.example(TODAY);
    entry["formed_on"] = json!("2026-08-03");
    let alone = item.check(&entry, &CheckContext::new(Stage::Publish, TODAY));
    let is_over = |report: &Value| report.to_string().contains("open-limit-exceeded");
    assert!(!is_over(&serde_json::to_value(alone)?), "without the county's word nothing is late");
    let local = r#"{"format":"gongkai-local/1","basis":"本县规定","open_words":[{"word":"及时","amount":5,"unit":"working-days"}]}"#;
    let pack = &item.pack.id;
    let about = format!(r#"pack="/widgets/packs/{pack}.json" item="{}" today="2026-09-01""#, item.id);
    let fields =
        r#"<form><label>日期 <input data-gongkai-element="/formed_on" value="2026-08-03"></label></form>"#;
    let pages = vec![
        ("/local.json".to_owned(), local.to_owned()),
        (
            "/".to_owned(),
            around(&format!(
                r#"<gongkai-table {about} local="/local.json"></gongkai-table>{}"#,
                fields.replace(
                    "<form>",
                    &format!(r#"<form><gongkai-check {about} local="/local.json"></gongkai-check>"#)
                ),
            )),
        ),
    ];
    let site = site(pages).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(GRID).await?;
    page.find("gongkai-check >>> .state").await?;
    page.run("document.querySelector('gongkai-table').value = [arguments[0]];", vec![entry]).await?;
    let reported = async |element: &str, property: &str| {
        page.until(&format!("the finding of {element}"), || async {
            Ok(is_over(&page.property(element, property).await?).then_some(()))
        })
        .await
    };
    reported(TABLE, "reports").await?;
    reported("gongkai-check", "report").await?;
    // Without it neither does.
    for element in [TABLE, "gongkai-check"] {
        page.run_on(element, "element.removeAttribute('local');").await?;
    }
    page.until("other findings", || async {
        let reports =
            [page.property(TABLE, "reports").await?, page.property("gongkai-check", "report").await?];
        Ok((!reports.iter().any(is_over)).then_some(()))
    })
    .await
}
