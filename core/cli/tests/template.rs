//! Templates for entry: every item has one, and what is filled in comes back as the entry that was meant.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;

use gongkai::input::{Batch, Batches, Format};
use gongkai_core::text::{Lang, value_name};
use gongkai_core::{ItemRef, Kind, template};
use jiff::civil::date;
use serde_json::{Value, json};

fn items() -> impl Iterator<Item = ItemRef<'static>> {
    gongkai::packs().iter().flat_map(|pack| pack.items())
}

/// What a person writes into a cell for a value.
fn written(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::Null) => String::new(),
        (Kind::Boolean, Value::Bool(yes)) => if *yes { "是" } else { "否" }.to_owned(),
        (Kind::Money { .. }, value) => {
            format!("{}{}", text(&value["amount"]), text(&value["unit"]))
        }
        (Kind::Period, value) => format!("{}至{}", text(&value["start"]), text(&value["end"])),
        (Kind::Choices { .. }, Value::Array(values)) => {
            values.iter().map(text).collect::<Vec<_>>().join("；")
        }
        (Kind::List { .. }, Value::Array(values)) => values.iter().map(text).collect::<Vec<_>>().join("\n"),
        (Kind::Table { columns }, Value::Array(rows)) => {
            let row = |row: &Value| {
                let cells = columns.iter().map(|column| written(&column.kind, &row[&column.key]));
                cells.collect::<Vec<_>>().join("｜")
            };
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
        (_, value) => text(value),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What a person writes into a column of a template for an entry.
fn cell(column: &template::Column, entry: &Value) -> String {
    let segments: Vec<&str> = column.path.split('/').skip(1).collect();
    match segments.as_slice() {
        ["channels", key] => {
            let lines = entry["channels"].as_array().into_iter().flatten();
            lines.map(|channel| text(&channel[*key])).collect::<Vec<_>>().join("\n")
        }
        ["elements", element, part] if entry["elements"][*element].is_array() => {
            let lines = entry["elements"][*element].as_array().into_iter().flatten();
            lines.map(|document| written(&column.kind, &document[*part])).collect::<Vec<_>>().join("\n")
        }
        ["attribute"] => value_name(&text(&entry["attribute"]), Lang::Zh).to_owned(),
        _ => written(&column.kind, entry.pointer(&column.path).unwrap_or(&Value::Null)),
    }
}

/// The entries of a table, as `gongkai check` reads them.
fn read(bytes: Vec<u8>, format: Format, item: Option<ItemRef<'static>>) -> Vec<Value> {
    let batches =
        Batches::open(Cursor::new(bytes), Path::new("-"), Some(format), item).expect("it can be read");
    let columns = batches.columns().expect("it is a table").clone();
    let unknown: Vec<&str> = columns.unknown().collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let mut entries = Vec::new();
    for batch in batches {
        let Batch::Rows(rows) = batch.expect("it can be read") else { panic!("a table has rows") };
        entries.extend(rows.iter().map(|row| columns.entry(row.cells.iter())));
    }
    entries
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("memory can be written");
    }
    writer.into_inner().expect("memory can be written")
}

#[test]
fn what_is_filled_in_comes_back_for_every_item() {
    let mut kinds = BTreeSet::new();
    for item in items() {
        kinds.extend(item.fields.iter().map(|field| json!(field.kind)["type"].to_string()));
        let mut entry = item.example(date(2026, 9, 1));
        if item.channels.is_empty() {
            entry.as_object_mut().expect("an entry is an object").remove("channels");
        }
        let columns = template::columns(item);
        let headings = columns
            .iter()
            .map(|column| format!("{}{}", column.heading, if column.required { "*" } else { "" }));
        let cells = columns.iter().map(|column| cell(column, &entry));
        let table = csv(&[headings.collect(), cells.collect()]);
        assert_eq!(read(table, Format::Csv, Some(item)), [entry], "{}/{}", item.pack.id, item.id);
    }
    assert_eq!(kinds.len(), 15, "an item of every kind of field: {kinds:?}");
}

#[test]
fn several_documents_and_channels_stand_on_lines() {
    let item = items()
        .find(|item| item.fields.iter().any(|field| matches!(field.kind, Kind::Document { .. })))
        .expect("there are documents");
    let key =
        &item.fields.iter().find(|field| matches!(field.kind, Kind::Document { .. })).expect("found").key;
    let mut entry = item.example(date(2026, 9, 1));
    entry["elements"][key] = json!([
        { "title": "办法一", "date": "2026-08-01" },
        { "title": "办法二", "number": "示例〔2026〕2号" },
    ]);
    entry["channels"] = json!([
        { "channel": "政府网站", "published_on": "2026-09-01", "proof": "https://www.example.gov.cn/1" },
        { "channel": "本地公告栏", "published_on": "2026-09-02" },
    ]);
    let columns = template::columns(item);
    let lines = |value: &Value| {
        if value.is_null() { String::new() } else { text(value) }
    };
    let cells = columns.iter().map(|column| {
        let segments: Vec<&str> = column.path.split('/').skip(1).collect();
        let of = |list: &Value, part: &str| {
            list.as_array().into_iter().flatten().map(|one| lines(&one[part])).collect::<Vec<_>>().join("\n")
        };
        match segments.as_slice() {
            ["channels", part] => of(&entry["channels"], part),
            ["elements", element, part] if element == key => of(&entry["elements"][key], part),
            _ => cell(column, &entry),
        }
    });
    let cells: Vec<String> = cells.collect();
    let headings = columns.iter().map(|column| column.heading.clone()).collect();
    assert_eq!(read(csv(&[headings, cells]), Format::Csv, Some(item)), [entry]);
}

#[test]
fn a_template_is_read_as_it_is_made() {
    for item in items().step_by(20) {
        let workbook = template::workbook(item, 100).expect("it can be made");
        assert_eq!(workbook, template::workbook(item, 100).expect("it can be made"), "reproducible");
        assert_eq!(read(workbook, Format::Xlsx, None), [] as [Value; 0], "{}", item.id);
    }
}

#[test]
fn every_item_has_a_template() {
    for item in items() {
        template::workbook(item, 500).unwrap_or_else(|error| panic!("{}: {error}", item.id));
        let columns = template::columns(item);
        let headings: BTreeSet<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!(headings.len(), columns.len(), "{}: headings differ", item.id);
    }
}
