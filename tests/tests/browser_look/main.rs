//! How the form looks and speaks: levels of issues, guidance, due days, statements, rows, what is left, themes, paper.
#![cfg(feature = "browser")]

mod due;
mod guidance;
mod issues;
mod nil;
mod reading;
mod ready;
mod rows;
mod themes;
mod tree;

use anyhow::{Context, Result};
use gongkai_core::ItemRef;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::page::Page;
use gongkai_tests::site::Site;
use gongkai_tests::widgets::{form_page, site};
use serde_json::{Value, json};

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const PHONE: &str = "/elements/ban_gong_dian_hua";

fn item(address: &str) -> Result<ItemRef<'static>> {
    let (pack, id) = address.split_once('/').context("pack and item")?;
    gongkai::pack(pack).and_then(|pack| pack.item(id)).with_context(|| format!("{address} is shipped"))
}

fn school() -> Result<ItemRef<'static>> {
    item("24/yi-wu-jiao-yu-xue-xiao-ming-lu")
}

/// A browser on a page with a form for the item.
async fn opened(item: ItemRef<'_>, attributes: &str) -> Result<(Browser, Site)> {
    let site = site(vec![("/".to_owned(), form_page(item, attributes))]).await?;
    let browser = Browser::start().await?;
    browser.page().open(&site.url("/")).await?;
    browser.page().find(&inside("section")).await?;
    Ok((browser, site))
}

/// A selector inside the form.
fn inside(selector: &str) -> String {
    format!("{FORM} >>> {selector}")
}

fn field(path: &str) -> String {
    inside(&format!("[data-path=\"{path}\"]"))
}

/// As the attribute of an element.
fn attribute(name: &str, value: &Value) -> String {
    format!("{name}=\"{}\"", value.to_string().replace('&', "&amp;").replace('"', "&quot;"))
}

async fn entry(page: &Page) -> Result<Value> {
    page.property(FORM, "value").await
}

/// What the form says to those who do not see it.
async fn hears(page: &Page, words: &str) -> Result<()> {
    page.until(&format!("“{words}” to be said"), || async {
        let said = page.run_on(&inside("p[role=status]"), "return element.textContent;").await?;
        Ok((said == json!(words)).then_some(()))
    })
    .await
}

/// Presses Tab until the control has the focus.
async fn tab_to(page: &Page, id: &str) -> Result<()> {
    for _ in 0..150 {
        if page.focused().await?.ends_with(id) {
            return Ok(());
        }
        page.press(thirtyfour::Key::Tab).await?;
    }
    anyhow::bail!("{id} cannot be reached by Tab; the focus is on {}", page.focused().await?)
}

async fn type_date(page: &Page, path: &str, day: &str) -> Result<()> {
    page.replace_text(&control(path), day).await?;
    page.press(thirtyfour::Key::Tab).await
}
