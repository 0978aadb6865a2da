//! Rows of a field: added, removed, moved by keyboard and by pointer, without ever mixing their values.

use anyhow::{Context, Result};
use gongkai_core::lexicon::KindName;
use gongkai_core::{ItemRef, Pack};
use gongkai_tests::axe;
use gongkai_tests::fill::control;
use gongkai_tests::page::Page;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{entry, hears, inside, opened};

/// An item that asks for documents, and where they stand.
fn documents() -> Result<(ItemRef<'static>, String)> {
    let is_document = |field: &&gongkai_core::Field| KindName::from(&field.kind) == KindName::Document;
    let items = gongkai::packs().iter().flat_map(Pack::items);
    let found = items.filter_map(|item| Some((item, item.item.fields.iter().find(is_document)?))).next();
    let (item, field) = found.context("some item asks for documents")?;
    Ok((item, format!("/elements/{}", field.key)))
}

async fn type_titles(page: &Page, path: &str, titles: &[&str]) -> Result<()> {
    for (index, title) in titles.iter().enumerate() {
        let place = format!("{path}/{index}/title");
        if index > 0 {
            page.click(&format!("{} .add", control(path))).await?;
            page.until("the focus in the new row", || async {
                let id = format!("input#f{}", place.replace('/', "-"));
                Ok((page.focused().await? == id).then_some(()))
            })
            .await?;
            hears(page, &format!("已添加第{}条", index + 1)).await?;
        }
        page.replace_text(&control(&place), title).await?;
    }
    Ok(())
}

async fn titles(page: &Page, path: &str) -> Result<Vec<String>> {
    let entry = entry(page).await?;
    let rows = entry.pointer(path).and_then(Value::as_array).cloned().unwrap_or_default();
    Ok(rows.iter().map(|row| row["title"].as_str().unwrap_or_default().to_owned()).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_move_by_keyboard_and_the_focus_goes_along() -> Result<()> {
    let (item, path) = documents()?;
    let (browser, _site) = opened(item, "").await?;
    let page = browser.page();
    type_titles(page, &path, &["甲", "乙", "丙"]).await?;
    // A second part of a row has to go along with it.
    page.replace_text(&control(&format!("{path}/2/number")), "某政发〔2026〕3号").await?;
    axe::expect_accessible(page).await?;

    let button = |row: usize, name: &str| format!("button#f{}-{row}-{name}", path.replace('/', "-"));
    page.focus(&control(&format!("{path}/2/up"))).await?;
    page.press(Key::Enter).await?;
    hears(page, "第3条已移到第2条，共3条").await?;
    page.expect_focused(&button(1, "up")).await?;
    page.press(" ").await?;
    hears(page, "第2条已移到第1条，共3条").await?;
    assert_eq!(page.focused().await?, button(0, "up"), "at the end the focus is not lost");
    page.press(Key::Enter).await?;
    assert_eq!(titles(page, &path).await?, ["丙", "甲", "乙"]);
    assert_eq!(page.value(&control(&format!("{path}/0/title"))).await?, "丙");
    assert_eq!(page.value(&control(&format!("{path}/0/number"))).await?, "某政发〔2026〕3号");
    assert_eq!(page.value(&control(&format!("{path}/2/number"))).await?, "");
    page.press(Key::Tab).await?;
    page.expect_focused(&button(0, "down")).await?;
    page.press(Key::Enter).await?;
    hears(page, "第1条已移到第2条，共3条").await?;
    assert_eq!(titles(page, &path).await?, ["甲", "丙", "乙"]);
    page.screenshot("form-rows").await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_in_the_middle_is_removed_and_the_focus_stays_near() -> Result<()> {
    let (item, path) = documents()?;
    let (browser, _site) = opened(item, "").await?;
    let page = browser.page();
    type_titles(page, &path, &["甲", "乙", "丙"]).await?;
    page.click(&format!("{} .remove", control(&format!("{path}/1")))).await?;
    hears(page, "已删除第2条，还有2条").await?;
    assert_eq!(titles(page, &path).await?, ["甲", "丙"]);
    page.expect_focused(&format!("fieldset#f{}-1", path.replace('/', "-"))).await?;
    page.click(&format!("{} .remove", control(&format!("{path}/1")))).await?;
    hears(page, "已删除第2条，还有1条").await?;
    page.expect_focused(&format!("fieldset#f{}-0", path.replace('/', "-"))).await?;
    assert_eq!(titles(page, &path).await?, ["甲"]);
    // A single row has nothing to be moved or removed for.
    page.wait_until_gone(&format!("{} .row-actions", control(&path))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_dragged_to_its_place() -> Result<()> {
    let (item, path) = documents()?;
    let (browser, _site) = opened(item, "").await?;
    let page = browser.page();
    page.set_viewport(1280, 2600).await?;
    type_titles(page, &path, &["甲", "乙", "丙"]).await?;
    let grip = page.find(&format!("{} .grip", control(&format!("{path}/0")))).await?;
    let low = page.find(&format!("{} .remove", control(&format!("{path}/2")))).await?;
    let chain = page.session().action_chain().click_and_hold_element(&grip).move_to_element_center(&low);
    chain.perform().await?;
    page.find(&inside(".row.target")).await?;
    page.session().action_chain().release().perform().await?;
    hears(page, "第1条已移到第3条，共3条").await?;
    assert_eq!(titles(page, &path).await?, ["乙", "丙", "甲"]);
    page.wait_until_gone(&inside(".row.target")).await?;
    // Let go where it was: nothing changes.
    let grip = page.find(&format!("{} .grip", control(&format!("{path}/1")))).await?;
    page.session().action_chain().click_and_hold_element(&grip).release().perform().await?;
    let value = entry(page).await?;
    assert_eq!(value.pointer(&format!("{path}/0/title")), Some(&json!("乙")));
    Ok(())
}
