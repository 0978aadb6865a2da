//! Blocks with documents: they parse, and those that name a format are of it.

use std::fs;

use gongkai_core::{Context, Guideline, Local, Stage, Verdict, compile};
use gongkai_tests::{judges, workspace};
use jiff::civil::date;
use serde_json::Value;

/// A JSON document; entries have to be of an item, and in order on the day of the handbook.
pub fn json(text: &str) -> Result<(), String> {
    let document: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let Some(format) = document.get("format").and_then(Value::as_str) else {
        return Ok(());
    };
    let name =
        format.strip_prefix("gongkai-").and_then(|rest| rest.split('/').next()).ok_or("no format of ours")?;
    if name == "local" {
        // What counties write is read by the library alone; it has no file of its own.
        Local::from_json(text).map_err(|error| error.to_string())?;
        let schema = serde_json::to_value(schemars::schema_for!(Local)).expect("a schema is JSON");
        return valid(&document, &schema);
    }
    let file = workspace::root().join(format!("guideline-schemas/meta/{name}.schema.json"));
    let schema = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    valid(&document, &serde_json::from_str(&schema).map_err(|error| error.to_string())?)?;
    if name == "entry" { entry(&document) } else { Ok(()) }
}

fn valid(document: &Value, schema: &Value) -> Result<(), String> {
    judges::validator(schema)
        .validate(document)
        .map_err(|error| format!("{}: {error}", error.instance_path()))
}

fn entry(entry: &Value) -> Result<(), String> {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
    let pack = gongkai::pack(text("pack")).ok_or("no such pack")?;
    let item = pack.item(text("item")).ok_or("no such item")?;
    let context = Context::new(Stage::Publish, date(2026, 9, 1)).with_calendar(gongkai::calendar());
    let report = item.check(entry, &context);
    match report.verdict {
        Verdict::Pass => Ok(()),
        _ => Err(format!("{:?}", judges::found(&report))),
    }
}

/// A TOML document.
pub fn toml(text: &str) -> Result<(), String> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    match table.get("format").and_then(toml::Value::as_str) {
        Some("gongkai-guideline/1") => {
            let guideline = Guideline::from_toml(text).map_err(|error| error.to_string())?;
            compile(&guideline, gongkai::lexicon()).map(drop).map_err(|error| error.to_string())
        }
        Some("gongkai-local/1") => {
            let json = serde_json::to_string(&table).map_err(|error| error.to_string())?;
            Local::from_json(&json).map(drop).map_err(|error| error.to_string())
        }
        other => Err(format!("unknown format {other:?}")),
    }
}
