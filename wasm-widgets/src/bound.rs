//! The field of the host that `for` names: what stands in it when an element takes its place.

use gongkai_core::blank::is_blank_text;
use gongkai_core::text::Lang;
use serde_json::Value;

use crate::boundary::{Hooks, attribute};

/// The JSON in the field that `for` names, when there is one and it says anything; code and reason when the element cannot
/// take its place, since there is no such field or `is_readable` does not hold of what stands in it.
pub(crate) fn bound_value(
    hooks: &Hooks,
    is_readable: fn(&Value) -> bool,
    lang: Lang,
) -> Result<Option<String>, (&'static str, String)> {
    let Some(id) = attribute(hooks.host(), "for") else { return Ok(None) };
    let Some(text) = hooks.bound_value() else {
        return Err(("field-missing", missing(&id, lang)));
    };
    match serde_json::from_str::<Value>(&text) {
        Ok(value) if is_readable(&value) => Ok(Some(text)),
        _ if is_blank_text(&text) => Ok(None),
        // What stands there is not lost for an entry that begins anew.
        _ => Err(("field-unreadable", unreadable(&id, lang))),
    }
}

fn missing(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("页面中没有id为“{id}”的输入框"),
        Lang::En => format!("the page has no field with the id “{id}”"),
    }
}

fn unreadable(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("输入框“{id}”中的内容不是JSON格式的条目"),
        Lang::En => format!("the field “{id}” holds something that is no entry in JSON"),
    }
}
