//! A site that embeds the built widgets in the plainest page, under the strict policy.

use std::path::PathBuf;

use anyhow::{Context, Result};
use gongkai_core::ItemRef;
use serde_json::Value;

use crate::site::{Options, Site};
use crate::workspace;

/// The folder that `cargo xtask build` fills.
#[must_use]
pub fn dist() -> PathBuf {
    workspace::root().join("wasm-widgets/dist")
}

/// The item that most tests fill in: the list of schools of compulsory education.
///
/// # Errors
/// It is not shipped.
pub fn school() -> Result<ItemRef<'static>> {
    gongkai::pack("24")
        .and_then(|pack| pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu"))
        .context("the item is shipped")
}

/// A JSON value as the attribute of an element.
#[must_use]
pub fn json_attribute(name: &str, value: &Value) -> String {
    format!("{name}=\"{}\"", value.to_string().replace('&', "&amp;").replace('"', "&quot;"))
}

/// A page with one form for an item inside an ordinary `<form>`, and a button for each stage.
#[must_use]
pub fn form_page(item: ItemRef<'_>, attributes: &str) -> String {
    let (pack, id) = (&item.pack.id, &item.id);
    page(&format!(
        r#"<form method="post" action="/posted">
<gongkai-form name="entry" pack="/widgets/packs/{pack}.json" item="{id}" today="2026-09-01" {attributes}>
<textarea name="entry" aria-label="entry"></textarea></gongkai-form>
<button id="draft" formnovalidate>保存草稿</button> <button id="publish">发布</button></form>"#
    ))
}

/// A form of the host with a field `#json` of its own that holds a text, and outside of it the element that takes its place,
/// for the list of schools.
#[must_use]
pub fn bound_page(element: &str, content: &str) -> String {
    let content = content.replace('&', "&amp;").replace('<', "&lt;");
    page(&format!(
        r#"<form id="host" method="post" action="/posted"><label for="json">条目</label>
<textarea id="json" name="entry">{content}</textarea><button id="publish">发布</button></form>
<{element} for="json" pack="/widgets/packs/24-compulsory-education.json" item="yi-wu-jiao-yu-xue-xiao-ming-lu" today="2026-09-01"></{element}>"#
    ))
}

/// A page around some markup, with the script that defines the elements.
#[must_use]
pub fn page(body: &str) -> String {
    format!(
        r#"<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>测试页</title>
<script type="module" src="/widgets/gongkai.js"></script></head>
<body><main><h1>测试页</h1>{body}</main></body></html>"#
    )
}

/// Serves the pages and the built widgets.
///
/// # Errors
/// No port is free.
pub async fn site(pages: Vec<(String, String)>) -> Result<Site> {
    Site::start(Options { folders: vec![("/widgets".to_owned(), dist())], pages, ..Options::default() }).await
}

/// The entry that the last post of a form carried.
///
/// # Errors
/// Nothing was posted, or no entry in it.
pub fn posted_entry(site: &Site) -> Result<Value> {
    let posted = site.posted().pop().context("nothing was posted")?;
    let entries: Vec<_> = form_urlencoded::parse(posted.body.as_bytes())
        .filter(|(name, _)| name == "entry")
        .map(|(_, value)| value.into_owned())
        .collect();
    // The host's own field inside the element must not post a second one.
    let [entry] = entries.as_slice() else {
        anyhow::bail!("{} fields named entry were posted", entries.len());
    };
    serde_json::from_str(entry).context("the posted entry is no JSON")
}
