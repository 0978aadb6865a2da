//! The browser module behind `<gongkai-check>`, and the check for scripts: JSON texts in, a JSON text out.

use gongkai_core::{Calendar, Context, Pack, Stage};
use gongkai_widgets::check as element;
use gongkai_widgets::module::{Handle, JsHooks};
use wasm_bindgen::prelude::*;

/// Draws an element into `root` and keeps it up to date until it is destroyed.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    element::mount(root, host, js)
}

/// The style sheet of the element.
#[wasm_bindgen]
pub fn style() -> String {
    element::STYLE.to_owned()
}

/// Judges an entry of an item; see `gongkai.js`.
#[wasm_bindgen]
pub fn check(
    pack: &str,
    calendar: Option<String>,
    item: &str,
    entry: &str,
    stage: &str,
    today: &str,
) -> Result<String, JsValue> {
    judge(pack, calendar.as_deref(), item, entry, stage, today)
        .map_err(|(code, message)| failure(code, &message))
}

fn judge(
    pack: &str,
    calendar: Option<&str>,
    item: &str,
    entry: &str,
    stage: &str,
    today: &str,
) -> Result<String, (&'static str, String)> {
    let pack = Pack::from_json(pack).map_err(|error| ("pack-unreadable", error.to_string()))?;
    let item =
        pack.item(item).ok_or_else(|| ("item-unknown", format!("no item “{item}” in pack {}", pack.id)))?;
    let entry: serde_json::Value =
        serde_json::from_str(entry).map_err(|error| ("entry-unreadable", error.to_string()))?;
    let calendar = calendar
        .map(Calendar::from_json)
        .transpose()
        .map_err(|error| ("calendar-unreadable", error.to_string()))?;
    let stage = match stage {
        "draft" => Stage::Draft,
        "publish" => Stage::Publish,
        other => return Err(("stage-unknown", format!("“{other}”, expected draft or publish"))),
    };
    let today = gongkai_core::date::parse(today)
        .ok_or_else(|| ("date-invalid", format!("“{today}”, expected YYYY-MM-DD")))?;
    let mut context = Context::new(stage, today);
    if let Some(calendar) = &calendar {
        context = context.with_calendar(calendar);
    }
    // Everything in a report has texts for keys, so that nothing can fail.
    Ok(serde_json::to_string(&item.check(&entry, &context)).unwrap_or_default())
}

/// Failures cross the boundary as `{code, message}`.
fn failure(code: &str, message: &str) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in [("code", code), ("message", message)] {
        // Setting a property of a fresh plain object cannot fail.
        let _ = js_sys::Reflect::set(&object, &key.into(), &value.into());
    }
    object.into()
}
