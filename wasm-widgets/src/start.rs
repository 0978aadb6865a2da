//! What entries start with, how they are judged on the way, and how they are handed over.

use gongkai_core::compile::FormModel;
use gongkai_core::{Calendar, Context, ItemRef, Local, Report, Stage, blank};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::boundary::{Hooks, attribute};

/// What new entries start with.
#[derive(Clone, Default)]
pub(crate) struct Defaults {
    pub publisher: Option<String>,
    pub region: Option<String>,
}

impl Defaults {
    /// What the attributes of the element say.
    pub fn of(hooks: &Hooks) -> Self {
        let text = |name| attribute(hooks.host(), name).map(|value| value.to_string());
        Defaults { publisher: text("publisher"), region: text("region") }
    }
}

/// The entry that an editor starts with: the given one, or a new one with what is known already.
pub(crate) fn start(model: &FormModel, value: Option<&str>, defaults: &Defaults) -> Value {
    let given = value.and_then(|text| serde_json::from_str::<Value>(text).ok());
    let is_new = !given.as_ref().is_some_and(Value::is_object);
    let mut entry = given.filter(Value::is_object).unwrap_or_else(|| json!({}));
    let mut fill = |key: &str, value: Value| {
        if blank::is_blank(&entry[key]) && !blank::is_blank(&value) {
            entry[key] = value;
        }
    };
    fill("format", json!(gongkai_core::entry::FORMAT));
    fill("pack", json!(model.pack));
    fill("item", json!(model.item));
    fill("edition", json!(model.edition));
    if is_new {
        fill("publisher", json!(defaults.publisher));
        fill("region", json!(defaults.region));
        fill("attribute", json!("proactive"));
        let required = model.channels.iter().filter(|channel| channel.required);
        fill("channels", required.map(|channel| json!({ "channel": channel.name })).collect());
    }
    entry
}

/// What publishing the entry today would meet.
pub(crate) fn judged(
    item: ItemRef<'_>,
    entry: &Value,
    calendar: Option<&Calendar>,
    local: &Local,
    today: Date,
) -> Report {
    let mut context = Context::new(Stage::Publish, today).with_local(local);
    if let Some(calendar) = calendar {
        context = context.with_calendar(calendar);
    }
    item.check(entry, &context)
}

/// The entry as it is handed over: blanks are left out.
pub(crate) fn output(entry: &Value) -> Value {
    let mut without = Map::new();
    for (key, value) in entry.as_object().into_iter().flatten() {
        if let Some(value) = blank::without_blanks(value.clone()) {
            without.insert(key.clone(), value);
        }
    }
    without.entry("elements").or_insert_with(|| Value::Object(Map::new()));
    Value::Object(without)
}
