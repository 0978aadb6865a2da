//! The entry to read, on the screen and on paper.

use anyhow::Result;
use gongkai_core::Pack;
use gongkai_core::field::Kind;
use gongkai_tests::axe;
use gongkai_tests::fill::FORM;
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::posted_entry;
use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;

use crate::{attribute, inside, opened, school};

async fn read(page: &Page) -> Result<String> {
    page.text(&inside(".reading")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn citizens_read_every_element_without_a_control() -> Result<()> {
    let item = school()?;
    let mut value = item.example(TODAY);
    value["elements"]["ban_gong_dian_hua"] = Value::Null;
    value["channels"] = json!([{ "channel": "政府网站", "published_on": "2026-09-05", "proof": "https://www.example.gov.cn/1" }]);
    let (browser, site) = opened(item, &format!("readonly {}", attribute("value", &value))).await?;
    let page = browser.page();
    let text = read(page).await?;
    for field in &item.item.fields {
        assert!(text.contains(&field.name), "{} in {text}", field.name);
    }
    assert!(text.contains("办公电话\n未填写"), "a blank element is said to be one: {text}");
    assert!(
        text.contains("示例：学校名称") && text.contains("主动公开") && text.contains("已于2026年9月5日公开"),
        "{text}"
    );
    assert!(page.find_all(&inside("input, select, textarea, button")).await?.is_empty());
    page.find(&inside("a[href='https://www.example.gov.cn/1']")).await?;
    for width in [1280, 320] {
        page.set_viewport(width, 900).await?;
        axe::expect_accessible(page).await?;
        page.expect_no_sideways_scroll().await?;
        page.screenshot(&format!("form-reading-{width}")).await?;
    }
    // It is posted as it is, though an element is missing.
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?["title"], value["title"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_documents_and_hostile_addresses_are_read_safely() -> Result<()> {
    let is_table = |kind: &Kind| matches!(kind, Kind::Table { .. });
    let is_document = |kind: &Kind| matches!(kind, Kind::Document { .. });
    let items = gongkai::packs().iter().flat_map(Pack::items);
    let item = items
        .filter(|item| item.item.fields.iter().any(|field| is_table(&field.kind)))
        .find(|item| item.item.fields.iter().any(|field| is_document(&field.kind)))
        .expect("an item with a table and documents");
    let mut value = item.example(TODAY);
    let document = item.item.fields.iter().find(|field| is_document(&field.kind)).expect("just found");
    value["elements"][document.key.as_str()] = json!([
        { "title": "<b>甲</b>", "link": "https://www.example.gov.cn/2", "date": "2026-09-01" },
        { "title": "乙", "link": "javascript:alert(1)" },
    ]);
    let (browser, _site) = opened(item, &format!("readonly {}", attribute("value", &value))).await?;
    let page = browser.page();
    let text = read(page).await?;
    assert!(text.contains("<b>甲</b>") && text.contains("乙"), "{text}");
    assert!(page.find_all(&inside("a[href^=javascript]")).await?.is_empty());
    page.find(&inside("table th[scope=col]")).await?;
    for width in [1280, 320] {
        page.set_viewport(width, 900).await?;
        axe::expect_accessible(page).await?;
        page.expect_no_sideways_scroll().await?;
    }
    page.screenshot("form-reading-table-320").await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_is_read_in_place_of_the_elements() -> Result<()> {
    let item = school()?;
    let mut value = item.example(TODAY);
    value["elements"] = json!({});
    value["nil"] = json!({ "kind": "none-at-this-level", "reason": "没有此类学校", "approver": "王某某" });
    let (browser, _site) = opened(item, &format!("readonly {}", attribute("value", &value))).await?;
    let page = browser.page();
    let text = read(page).await?;
    assert!(
        text.contains("本级无此事项") && text.contains("没有此类学校") && text.contains("王某某"),
        "{text}"
    );
    assert!(!text.contains("办学层次"), "{text}");
    // The host lets somebody edit, and then read again.
    page.run_on(FORM, "element.removeAttribute('readonly');").await?;
    page.find(&inside(".nil input[value=none-at-this-level]:checked")).await?;
    page.run_on(FORM, "element.setAttribute('readonly', '');").await?;
    page.wait_until_gone(&inside("input")).await?;
    page.find(&inside(".reading")).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_everything_is_open_and_nothing_is_a_button() -> Result<()> {
    let item = school()?;
    let attributes =
        format!("guidance ready-list theme=\"dark\" {}", attribute("value", &item.example(TODAY)));
    let (browser, _site) = opened(item, &attributes).await?;
    if !browser.has_surroundings("the page on paper") {
        return Ok(());
    }
    let page = browser.page();
    // A4 at 96 pixels an inch, less margins of 18 mm.
    page.set_viewport(658, 1000).await?;
    assert!(!page.is_seen(&inside("#guidance")).await?, "closed on the screen");
    page.show_as_printed().await?;
    for content in ["#guidance", "#guidance-publisher", "#ready"] {
        assert!(page.is_seen(&inside(content)).await?, "{content} is open");
    }
    let seen = page
        .run_on(
            FORM,
            "const root = element.shadowRoot;
             const visible = [...root.querySelectorAll('button:not(.disclose), .grip')].filter(one => one.offsetParent).length;
             const style = getComputedStyle(element);
             return [visible, style.color, style.backgroundColor];",
        )
        .await?;
    assert_eq!(seen, json!([0, "rgb(0, 0, 0)", "rgb(255, 255, 255)"]), "no buttons, black on white");
    page.expect_no_sideways_scroll().await?;
    page.screenshot("form-print").await?;
    let pdf = page.session().print_page(PrintParameters::default()).await?;
    assert!(pdf.starts_with(b"%PDF"), "a PDF");
    Ok(())
}
