//! Spreadsheets in and out of the grid: what a file would change is shown first, faults with the addresses of their cells.
#![cfg(feature = "browser")]

use std::path::PathBuf;

use anyhow::{Context, Result};
use gongkai_core::rows::WorkbookRows;
use gongkai_core::template;
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::grid::{GRID, TABLE, school_item as school, schools, table_page};
use gongkai_tests::page::Page;
use gongkai_tests::site::Site;
use gongkai_tests::widgets::site;
use serde_json::{Value, json};
use tempfile::TempDir;

const PREVIEW: &str = "gongkai-table >>> .preview";

async fn opened(browser: &Browser, entries: Value) -> Result<Site> {
    let site = site(vec![("/".to_owned(), table_page(school()?, ""))]).await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(GRID).await?;
    page.run("document.querySelector('gongkai-table').value = arguments[0];", vec![entries]).await?;
    Ok(site)
}

/// Chooses a file of this name and content, as a person does in the dialogue of the browser.
async fn choose(page: &Page, folder: &TempDir, name: &str, content: &[u8]) -> Result<()> {
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, content)?;
    page.find(&format!("{TABLE} >>> #file")).await?.send_keys(path.display().to_string()).await?;
    page.wait_for_text(PREVIEW, name).await
}

async fn names(page: &Page) -> Result<Vec<String>> {
    let value = page.property(TABLE, "value").await?;
    let name = |entry: &Value| entry["title"].as_str().unwrap_or_default().to_owned();
    Ok(value.as_array().into_iter().flatten().map(name).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_is_looked_at_and_then_taken() -> Result<()> {
    let item = school()?;
    let browser = Browser::start().await?;
    let _site = opened(&browser, schools(4)).await?;
    let page = browser.page();
    let folder = tempfile::tempdir()?;
    let loaded = "return performance.getEntriesByType('resource').filter(entry => entry.name.includes('gongkai-sheets')).length;";
    assert_eq!(page.run(loaded, vec![]).await?, json!(0), "the module for files comes with the first file");

    // The first stays as it is, the second is changed, wrongly; the fifth is new; the others are not in the file.
    let mut filed: Vec<Value> = schools(5).as_array().context("an array")?.clone();
    filed[1]["elements"]["ban_gong_dian_hua"] = json!("12");
    let filed = [filed[0].clone(), filed[1].clone(), filed[4].clone()];
    choose(page, &folder, "名录.xlsx", &template::filled_workbook(item, &filed)?).await?;
    page.wait_for_text(PREVIEW, "不变1条，修改1条，新增1条；表中有而文件中没有的2条").await?;
    let column =
        item.fields.iter().position(|field| field.key == "ban_gong_dian_hua").context("it has one")?;
    let letter = char::from(b'A' + u8::try_from(column + 1)?);
    page.wait_for_text(&format!("{PREVIEW} .faults"), &format!("!{letter}3")).await?;
    axe::expect_accessible(page).await?;
    assert_eq!(names(page).await?.len(), 4, "nothing is taken unasked");
    page.click(&format!("{PREVIEW} .take")).await?;
    page.wait_until_gone(PREVIEW).await?;
    assert_eq!(names(page).await?, ["第一小学", "第二小学", "第三小学", "第四小学", "第五小学"]);
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "1行有错").await?;
    page.click(&format!("{TABLE} >>> .bar button")).await?;
    page.until("the step taken back", || async { Ok((names(page).await?.len() == 4).then_some(())) }).await?;

    // Again, and what is not in the file goes.
    choose(page, &folder, "名录2.xlsx", &template::filled_workbook(item, &filed)?).await?;
    page.click(&format!("{PREVIEW} input")).await?;
    page.click(&format!("{PREVIEW} .take")).await?;
    page.until("the rows of the file", || async {
        Ok((names(page).await? == ["第一小学", "第二小学", "第五小学"]).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn csv_in_the_encoding_of_old_spreadsheets_changes_its_own_columns_alone() -> Result<()> {
    let browser = Browser::start().await?;
    let _site = opened(&browser, schools(2)).await?;
    let page = browser.page();
    let folder = tempfile::tempdir()?;
    let name = &school()?.fields[0].name;
    let table = format!("{name},成文日期,没有的列\r\n第二小学,2026年8月1日,x\r\n");
    let (text, _, _) = encoding_rs::GBK.encode(&table);
    choose(page, &folder, "名录.csv", &text).await?;
    page.wait_for_text(PREVIEW, "不变0条，修改1条，新增0条").await?;
    page.wait_for_text(PREVIEW, "没有的列").await?;
    page.click(&format!("{PREVIEW} .take")).await?;
    page.until("the day of the file", || async {
        let value = page.property(TABLE, "value").await?;
        Ok((value[1]["formed_on"] == json!("2026-08-01")).then_some(()))
    })
    .await?;
    let value = page.property(TABLE, "value").await?;
    assert_eq!(value[1]["elements"], schools(2)[1]["elements"], "what the file does not speak of stays");
    assert_eq!(value[0], schools(2)[0]);

    choose(page, &folder, "坏.xlsx", b"PK\x03\x04 and no more").await?;
    page.wait_for_text(PREVIEW, "不是有效的 Excel 工作簿").await?;
    choose(page, &folder, "别的.csv", "甲,乙\n1,2\n".as_bytes()).await?;
    page.wait_for_text(PREVIEW, "表头没有一列是该事项的要素").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_entries_are_saved_as_the_workbook_of_the_template() -> Result<()> {
    let item = school()?;
    let entries = schools(30);
    let browser = Browser::start().await?;
    let _site = opened(&browser, entries.clone()).await?;
    let page = browser.page();
    page.run(
        "const make = URL.createObjectURL;
         URL.createObjectURL = blob => { window.saved = blob; return make.call(URL, blob); };",
        vec![],
    )
    .await?;
    page.click(&format!("{TABLE} >>> [data-save=xlsx]")).await?;
    page.wait_for("window.saved").await?;
    let bytes =
        page.run("return saved.arrayBuffer().then(bytes => [...new Uint8Array(bytes)]);", vec![]).await?;
    let bytes: Vec<u8> = serde_json::from_value(bytes)?;
    let records = WorkbookRows::read(&bytes)?.records(item)?;
    let read: Value = records.records.iter().map(|row| records.columns.entry(row.cells.iter())).collect();
    assert_eq!(read, entries);
    Ok(())
}
