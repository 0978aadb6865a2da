//! What tests of `<gongkai-table>` share: a page with one, entries for it, its cells, the clipboard.

use anyhow::{Context, Result};
use gongkai_core::ItemRef;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::driver::Browser;
use crate::judges::TODAY;
use crate::page::Page;
use crate::site::Site;
use crate::widgets::{page as around, site};

/// The host element.
pub const TABLE: &str = "gongkai-table";
/// The grid in it.
pub const GRID: &str = "gongkai-table >>> #grid";

/// The register of schools.
///
/// # Errors
/// It is not shipped.
pub fn school_item() -> Result<ItemRef<'static>> {
    gongkai::pack("24")
        .and_then(|pack| pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu"))
        .context("the item is shipped")
}

/// A page with one grid for an item inside an ordinary `<form>`, and a button for each stage.
#[must_use]
pub fn table_page(item: ItemRef<'_>, attributes: &str) -> String {
    let (pack, id) = (&item.pack.id, &item.id);
    around(&format!(
        r#"<form method="post" action="/posted">
<gongkai-table name="entry" pack="/widgets/packs/{pack}.json" item="{id}" today="2026-09-01" {attributes}>
<textarea name="entry" aria-label="entries"></textarea></gongkai-table>
<button id="draft" formnovalidate>保存草稿</button> <button id="publish">发布</button></form>"#
    ))
}

/// So many schools that have nothing wrong with them: 第一小学, 第二小学 …
///
/// # Panics
/// When the register of schools is not shipped.
#[must_use]
pub fn schools(count: usize) -> Value {
    let item = school_item().expect("the register of schools is shipped");
    let example = item.example(TODAY);
    let school = |number: usize| {
        let mut entry = example.clone();
        let name = json!(format!("第{}小学", in_words(number)));
        (entry["title"], entry["elements"]["xue_xiao_ming_cheng"]) = (name.clone(), name);
        entry
    };
    (1..=count).map(school).collect()
}

fn in_words(number: usize) -> String {
    const WORDS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match number {
        0..10 => WORDS[number].to_owned(),
        10..20 => format!("十{}", WORDS[number - 10]),
        20..100 => format!("{}十{}", WORDS[number / 10], WORDS[number % 10]),
        _ => number.to_string(),
    }
}

/// The selector of a cell by row and column among those shown, counted from 0.
#[must_use]
pub fn cell(row: usize, column: usize) -> String {
    format!("{TABLE} >>> .body [data-row=\"{row}\"] [data-column=\"{column}\"]")
}

/// What a cell says.
///
/// # Errors
/// It is not drawn.
pub async fn cell_text(page: &Page, row: usize, column: usize) -> Result<String> {
    let said = page
        .run_on(
            &cell(row, column),
            "return element.querySelector('input, textarea')?.value ?? element.textContent;",
        )
        .await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

/// Puts a text on the clipboard, as another program does, and pastes it.
///
/// # Errors
/// The browser refuses.
pub async fn paste(page: &Page, text: &str) -> Result<()> {
    page.allow_clipboard().await?;
    page.run("return navigator.clipboard.writeText(arguments[0]).then(() => null);", vec![json!(text)])
        .await?;
    page.press_with(Key::Control, "v").await
}

/// Opens a page with one grid and gives it the entries.
///
/// # Errors
/// The grid is not drawn, or does not take them.
pub async fn opened(browser: &Browser, item: ItemRef<'_>, entries: &Value, attributes: &str) -> Result<Site> {
    let site = site(vec![("/".to_owned(), table_page(item, attributes))]).await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(GRID).await?;
    if !entries.is_null() {
        page.run("document.querySelector('gongkai-table').value = arguments[0];", vec![entries.clone()])
            .await?;
        let count = entries.as_array().map_or(0, Vec::len);
        page.wait_for_text(&format!("{TABLE} >>> .counts"), &format!("共{count}行")).await?;
    }
    Ok(site)
}

/// The entries in the grid.
///
/// # Errors
/// There is no grid.
pub async fn value(page: &Page) -> Result<Value> {
    page.property(TABLE, "value").await
}

/// The names of the schools in it.
///
/// # Errors
/// There is no grid.
pub async fn names(page: &Page) -> Result<Vec<String>> {
    let value = value(page).await?;
    let name =
        |entry: &Value| entry["elements"]["xue_xiao_ming_cheng"].as_str().unwrap_or_default().to_owned();
    Ok(value.as_array().into_iter().flatten().map(name).collect())
}

/// Waits until the schools have these names.
///
/// # Errors
/// They do not in time; the message holds those that they have.
pub async fn until_names(page: &Page, wanted: &[&str]) -> Result<()> {
    let found = page
        .until(&format!("the names {wanted:?}"), || async {
            Ok((names(page).await? == wanted).then_some(()))
        })
        .await;
    match found {
        Ok(()) => Ok(()),
        Err(error) => {
            Err(error).with_context(|| format!("{wanted:?}")).context(format!("{:?}", names(page).await?))
        }
    }
}

/// The active cell as row and column, counted from 0.
///
/// # Errors
/// No cell is active.
pub async fn active(page: &Page) -> Result<(u64, u64)> {
    let place = page
        .run_on(
            &format!("{TABLE} >>> #control"),
            "const cell = element.closest('[role=gridcell]');
             return [+cell.parentNode.getAttribute('aria-rowindex') - 2, +cell.getAttribute('aria-colindex') - 2];",
        )
        .await?;
    Ok((place[0].as_u64().unwrap_or(u64::MAX), place[1].as_u64().unwrap_or(u64::MAX)))
}

/// Waits until the cell at this row and column has the focus.
///
/// # Errors
/// It does not get it in time.
pub async fn until_active(page: &Page, wanted: (u64, u64)) -> Result<()> {
    page.until(&format!("the focus at {wanted:?}"), || async {
        Ok((active(page).await? == wanted && page.focused().await?.contains("#control")).then_some(()))
    })
    .await
}
