//! How to fill in a cell, in Chinese; templates are for those who enter, and their headings are Chinese too.

use crate::compile::FormField;
use crate::field::{Help, Kind};
use crate::text::{Lang, value_name};

use super::CELL_SEPARATOR;

/// More choices than these are only in the list that the cell offers.
const MAX_NAMED_CHOICES: usize = 12;

/// How to fill in a cell of an element.
pub(super) fn of(kind: &Kind, required: bool, several: bool, help: Option<&Help>) -> String {
    let mut lines = vec![duty(required).to_owned(), way(kind)];
    if several {
        lines.push("有多个文件时，每个占一行（Alt+Enter 换行），各列的行一一对应".to_owned());
    }
    lines.extend(help.map(|help| help.zh.clone()));
    joined(lines)
}

/// How to fill in a cell of a property.
pub(super) fn of_property(kind: &Kind, required: bool, field: &FormField) -> String {
    let condition = field.shown_when.as_ref().map(|shown| {
        let values: Vec<&str> = shown.is.iter().map(|value| value_name(value, Lang::Zh)).collect();
        let duty = if field.required { "必填" } else { "填写" };
        format!("{}时{duty}", values.join("、"))
    });
    let mut lines = vec![condition.unwrap_or_else(|| duty(required).to_owned()), way(kind)];
    lines.extend(field.help.as_ref().map(|help| help.zh.clone()));
    joined(lines)
}

/// How to fill in a cell about the channels used.
pub(super) fn of_channel(key: &str, required: bool, names: &[String]) -> String {
    let mut lines = vec![duty(required).to_owned()];
    match key {
        "channel" => {
            lines.push("可从列表中选一个，也可填写多个，每个占一行（Alt+Enter 换行）".to_owned());
            if !names.is_empty() {
                lines.push(format!("指引所列：{}", names.join("、")));
            }
        }
        "published_on" => {
            lines.push("写作 2026-09-01；各渠道日期不同时，按渠道的顺序每个占一行".to_owned());
        }
        _ => lines.push("网页地址、报纸期号等；各渠道不同时，按渠道的顺序每个占一行".to_owned()),
    }
    joined(lines)
}

fn duty(required: bool) -> &'static str {
    if required { "必填" } else { "选填" }
}

fn joined(lines: Vec<String>) -> String {
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// How a value is written.
fn way(kind: &Kind) -> String {
    match kind {
        Kind::Text { format: Some(format), .. } => format!("例如 {}", format.example()),
        Kind::Text { max_length_chars, .. } | Kind::LongText { max_length_chars } => {
            format!("不超过{max_length_chars}字")
        }
        Kind::Date => "写作 2026-09-01".to_owned(),
        Kind::Period => "写作 2026-09-01至2026-09-30".to_owned(),
        Kind::Number { unit, integer, .. } => {
            let kind = if *integer { "整数" } else { "数字" };
            unit.as_ref().map_or_else(|| kind.to_owned(), |unit| format!("{kind}，单位：{unit}"))
        }
        Kind::Money { unit } => format!("金额和单位，例如 12.50{unit}"),
        Kind::Phone => "带区号的固定电话或手机号码，多个用“、”隔开".to_owned(),
        Kind::Url => "以 https:// 或 http:// 开头的网址".to_owned(),
        Kind::Choice { choices, open } => choice("可选", choices, *open),
        Kind::Choices { choices, open } => {
            let listed = choice("可选一项或多项", choices, *open);
            format!("{listed}\n多项用“；”隔开")
        }
        Kind::Boolean => "填“是”或“否”".to_owned(),
        Kind::List { .. } => "多项各占一行（Alt+Enter 换行），或用“；”隔开".to_owned(),
        Kind::Document { .. } | Kind::Group { .. } => String::new(),
        Kind::Table { columns } => {
            let names: Vec<String> = columns
                .iter()
                .map(|column| format!("{}{}", column.name, if column.required { "" } else { "（选填）" }))
                .collect();
            let order = names.join(&CELL_SEPARATOR.to_string());
            format!("可填多条，每条占一行（Alt+Enter 换行），各栏用“{CELL_SEPARATOR}”隔开，依次为：\n{order}")
        }
    }
}

fn choice(said: &str, choices: &[String], open: bool) -> String {
    let shown: Vec<&str> = choices.iter().take(MAX_NAMED_CHOICES).map(String::as_str).collect();
    let rest = if choices.len() > shown.len() { "等" } else { "" };
    let other = if open { "；也可填其他" } else { "" };
    format!("{said}：{}{rest}{other}", shown.join("、"))
}
