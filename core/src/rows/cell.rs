//! From what people write in a cell to the value that a field holds; what cannot be read stays as it is written, for
//! the check to complain about.

use serde_json::{Map, Value, json};

use crate::blank::is_blank_text;
use crate::date;
use crate::field::{Field, Kind, MONEY_UNITS, parse_number};

/// What stands between the columns of a table within one cell; each of its rows is a line.
pub const CELL_SEPARATOR: char = '｜';

/// The value of a cell that is not blank.
#[must_use]
pub fn value(kind: &Kind, cell: &str) -> Value {
    let text = cell.trim();
    match kind {
        Kind::Date => day(text),
        Kind::Number { unit, .. } => number(text, unit.as_deref()),
        Kind::Money { unit } => money(text, unit),
        Kind::Boolean => yes_or_no(text),
        Kind::List { .. } => document(text).unwrap_or_else(|| pieces(text, LIST_SIGNS)),
        Kind::Choices { choices, .. } => document(text).unwrap_or_else(|| several(text, choices)),
        Kind::Period => period(text),
        Kind::Document { .. } => documents(text),
        Kind::Group { .. } => document(text).unwrap_or_else(|| json!(text)),
        Kind::Table { columns } => document(text).unwrap_or_else(|| rows(text, columns)),
        _ => json!(text),
    }
}

/// What stands between the cells of a row that is written on one line.
const CELL_SIGNS: &[char] = &[CELL_SEPARATOR, '|'];

/// What stands between the pieces of a list.
const LIST_SIGNS: &[char] = &['；', ';', '\n', '\r'];

/// A day in its customary form; what is no day stays as it is written.
#[must_use]
pub fn day(text: &str) -> Value {
    json!(date::repair(text).map_or_else(|| text.to_owned(), date::write))
}

/// A number, with or without its unit; what is none stays as it is written.
#[must_use]
pub fn number(text: &str, unit: Option<&str>) -> Value {
    let bare = unit.and_then(|unit| text.strip_suffix(unit)).unwrap_or(text);
    parse_number(bare).map_or_else(|| json!(text), Value::Number)
}

fn money(text: &str, usual_unit: &str) -> Value {
    if let Some(value) = document(text) {
        return value;
    }
    let bare = text.trim_start_matches(['¥', '￥']).trim_start();
    // The longest unit is the one meant: 万元 ends with 元 too.
    let named = MONEY_UNITS.iter().filter(|unit| bare.ends_with(**unit)).max_by_key(|unit| unit.len());
    let amount = named.and_then(|unit| bare.strip_suffix(*unit)).unwrap_or(bare);
    json!({ "amount": self::amount(amount), "unit": named.copied().unwrap_or(usual_unit) })
}

/// An amount without the signs that people put into it to read it better.
#[must_use]
pub fn amount(text: &str) -> String {
    let amount = text.trim();
    let plain: String = amount.chars().filter(|char| !matches!(char, ',' | '，')).collect();
    let is_plain =
        parse_number(&plain).is_some() && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_plain { plain } else { amount.to_owned() }
}

/// The rows of a table: one on each line, its cells in the order of the columns.
fn rows(text: &str, columns: &[Field]) -> Value {
    let row = |line: &str| {
        // What stands behind the last column belongs to it.
        let cells = line.splitn(columns.len().max(1), CELL_SIGNS);
        let named = columns.iter().zip(cells).filter(|(_, cell)| !is_blank_text(cell));
        let members = named.map(|(column, cell)| (column.key.clone(), value(&column.kind, cell)));
        Value::Object(members.collect())
    };
    text.lines().filter(|line| !is_blank_text(line)).map(row).collect()
}

/// Whether something is so, in any customary way of writing; what says neither stays as it is written.
#[must_use]
pub fn yes_or_no(text: &str) -> Value {
    match text.to_ascii_lowercase().as_str() {
        "是" | "有" | "√" | "true" | "yes" | "y" | "1" => json!(true),
        "否" | "无" | "×" | "false" | "no" | "n" | "0" => json!(false),
        _ => json!(text),
    }
}

fn pieces(text: &str, signs: &[char]) -> Value {
    let pieces = text.split(signs).map(str::trim).filter(|piece| !is_blank_text(piece));
    pieces.collect::<Vec<_>>().into()
}

fn several(text: &str, choices: &[String]) -> Value {
    let is_choice = |piece: &str| choices.iter().any(|choice| choice == piece);
    // A choice can have a 、 itself.
    let has_enumeration = text.contains('、') && text.split('、').all(|piece| is_choice(piece.trim()));
    if has_enumeration { pieces(text, &['、']) } else { pieces(text, LIST_SIGNS) }
}

fn period(text: &str) -> Value {
    if let Some(value) = document(text) {
        return value;
    }
    for sign in ["至", "到", "～", "~", "——", "—", " - "] {
        if let Some((start, end)) = text.split_once(sign)
            && let (Some(start), Some(end)) = (date::repair(start), date::repair(end))
        {
            return json!({ "start": date::write(start), "end": date::write(end) });
        }
    }
    json!(text)
}

fn documents(text: &str) -> Value {
    if let Some(value) = document(text) {
        return value;
    }
    let one = |piece: &str| {
        let is_link = piece.starts_with("https://") || piece.starts_with("http://");
        Value::Object(Map::from_iter([((if is_link { "link" } else { "title" }).to_owned(), json!(piece))]))
    };
    let pieces = text.split(LIST_SIGNS).map(str::trim).filter(|piece| !is_blank_text(piece));
    pieces.map(one).collect::<Vec<_>>().into()
}

/// An array or object written out in a cell.
fn document(text: &str) -> Option<Value> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_values() {
        let choices =
            Kind::Choices { choices: vec!["甲".into(), "乙".into(), "丙、丁".into()], open: false };
        let money = Kind::Money { unit: "元".into() };
        let number = Kind::Number { unit: Some("公里".into()), integer: false, min: None, max: None };
        let list = Kind::List { max_length_chars: 100 };
        let document = Kind::Document { title: None };
        let column = |key: &str, kind: Kind| Field {
            key: key.into(),
            name: key.into(),
            required: true,
            kind,
            help: None,
            group: None,
        };
        let table = Kind::Table { columns: vec![column("a", Kind::line(9)), column("b", number.clone())] };
        for (kind, cell, wanted) in [
            (&Kind::Date, "2026年9月1日", json!("2026-09-01")),
            (&Kind::Date, "明天", json!("明天")),
            (&number, "１，200公里", json!(1200)),
            (&number, "十二", json!("十二")),
            (&money, "12.5万元", json!({ "amount": "12.5", "unit": "万元" })),
            (&money, "￥1,200.00", json!({ "amount": "1200.00", "unit": "元" })),
            (&money, "面议", json!({ "amount": "面议", "unit": "元" })),
            (&Kind::Boolean, "是", json!(true)),
            (&Kind::Boolean, "否", json!(false)),
            (&Kind::Boolean, "也许", json!("也许")),
            (&list, "甲； 乙\n丙;", json!(["甲", "乙", "丙"])),
            (&choices, "甲、乙", json!(["甲", "乙"])),
            (&choices, "丙、丁；甲", json!(["丙、丁", "甲"])),
            (&Kind::Period, "2026/1/1至2026-12-31", json!({ "start": "2026-01-01", "end": "2026-12-31" })),
            (&Kind::Period, "全年", json!("全年")),
            (&document, "办法；https://a.cn/1", json!([{ "title": "办法" }, { "link": "https://a.cn/1" }])),
            (&document, r#"[{"title":"办法"}]"#, json!([{ "title": "办法" }])),
            (&list, r#"["甲；乙","丙"]"#, json!(["甲；乙", "丙"])),
            (&table, "甲｜１，200公里\n\n乙|", json!([{ "a": "甲", "b": 1200 }, { "a": "乙" }])),
            (&table, "甲｜二｜三", json!([{ "a": "甲", "b": "二｜三" }])),
            (&table, r#"[{"a":"甲"}]"#, json!([{ "a": "甲" }])),
            (&Kind::line(9), " 文 ", json!("文")),
        ] {
            assert_eq!(value(kind, cell), wanted, "{cell}");
        }
    }
}
