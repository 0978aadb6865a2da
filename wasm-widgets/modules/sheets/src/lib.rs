//! Spreadsheets for scripts: files of entries read, entries written into the workbook of the template or as CSV.

use std::io::Cursor;

use gongkai_core::rows::{Columns, TableError, TableFault, WorkbookRows, csv};
use gongkai_core::text::Lang;
use gongkai_core::{ItemRef, Pack, template};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// Longest row that is read.
const MAX_ROW_BYTES: usize = 16 << 20;
/// How workbooks begin, and documents of Office before 2007.
const CONTAINERS: &[&[u8]] = &[b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

/// Reads a file of entries of an item. The answer is JSON: `headings`, `sheet`, `entries` with the numbers of their
/// rows, `faults` of rows and `notes`, or the `failure`; sentences in Chinese and English.
#[wasm_bindgen]
pub fn read(pack: &str, item: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let pack = Pack::from_json(pack).map_err(|error| JsValue::from(error.to_string()))?;
    let item = pack.item(item).ok_or_else(|| JsValue::from("item-unknown"))?;
    let is_workbook = CONTAINERS.iter().any(|start| bytes.starts_with(start));
    let read = if is_workbook { read_workbook(item, bytes) } else { read_csv(item, bytes) };
    let read = read.unwrap_or_else(|error| json!({ "failure": told(&error.fault) }));
    Ok(serde_json::to_string(&read).unwrap_or_default())
}

fn read_workbook(item: ItemRef<'_>, bytes: &[u8]) -> Result<Value, TableError> {
    let workbook = WorkbookRows::read(bytes)?;
    let mut notes = Vec::new();
    if let Some(mark) = &workbook.mark {
        if !mark.is_of(item) {
            let other = mark.address();
            notes.push([
                format!("模板是为其他事项“{other}”制作的"),
                format!("the template was made for another item, {other}"),
            ]);
        } else if mark.edition != item.pack.edition {
            let (theirs, ours) = (&mark.edition, &item.pack.edition);
            notes.push([
                format!("模板按{theirs}版指引制作，现行为{ours}版"),
                format!("the template was made for edition {theirs}; this is {ours}"),
            ]);
        }
    }
    if !workbook.unread.is_empty() {
        let names = workbook.unread.join("、");
        notes.push([
            format!("只读取第一张工作表，未读取：{names}"),
            format!("only the first sheet is read, not {names}"),
        ]);
    }
    let sheet = workbook.sheet.clone();
    let records = workbook.records(item)?;
    let rows = records.records.into_iter().map(Ok).chain(records.failure.map(Err));
    let mut read = entries(&records.columns, rows);
    (read["sheet"], read["notes"]) = (json!(sheet), with_unknown(notes, &records.columns));
    Ok(read)
}

fn read_csv(item: ItemRef<'_>, bytes: &[u8]) -> Result<Value, TableError> {
    let table = csv::Table::new(Cursor::new(bytes), item, MAX_ROW_BYTES)?;
    let columns = table.columns().clone();
    let mut read = entries(&columns, table);
    read["notes"] = with_unknown(Vec::new(), &columns);
    Ok(read)
}

fn entries(columns: &Columns<'_>, rows: impl Iterator<Item = Result<csv::Row, TableError>>) -> Value {
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        match row {
            Ok(row) => entries.push(json!([row.number, columns.entry(row.cells.iter())])),
            Err(error) => faults.push(json!([error.row, told(&error.fault)])),
        }
    }
    let headings: Vec<&str> = columns.headings().collect();
    json!({ "headings": headings, "entries": entries, "faults": faults })
}

fn with_unknown(mut notes: Vec<[String; 2]>, columns: &Columns<'_>) -> Value {
    let unknown: Vec<&str> = columns.unknown().collect();
    if !unknown.is_empty() {
        let names = unknown.join("、");
        notes.push([
            format!("不是该事项的要素、未读取的列：{names}"),
            format!("columns that are no element of the item and are not read: {names}"),
        ]);
    }
    json!(notes)
}

fn told(fault: &TableFault) -> [String; 2] {
    [fault.told(Lang::Zh), fault.told(Lang::En)]
}

/// Writes entries, a JSON array, into a file: `xlsx`, the workbook of the template, or `csv`.
#[wasm_bindgen]
pub fn write(pack: &str, item: &str, entries: &str, format: &str) -> Result<Vec<u8>, JsValue> {
    let failed = |error: &dyn std::fmt::Display| JsValue::from(error.to_string());
    let pack = Pack::from_json(pack).map_err(|error| failed(&error))?;
    let item = pack.item(item).ok_or_else(|| JsValue::from("item-unknown"))?;
    let entries: Vec<Value> = serde_json::from_str(entries).map_err(|error| failed(&error))?;
    match format {
        "csv" => template::csv(item, &entries),
        _ => template::filled_workbook(item, &entries),
    }
    .map_err(|error| failed(&error))
}
