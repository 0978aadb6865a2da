//! Fills `<gongkai-form>` as an editor does: types, ticks and picks, field by field.

use anyhow::{Context, Result, bail};
use gongkai_core::Kind;
use gongkai_core::compile::{Control, FormModel};
use gongkai_core::field::{Field, document_parts};
use serde_json::Value;

use crate::page::Page;

/// The host element.
pub const FORM: &str = "gongkai-form";

/// The selector of the control for a place in the entry.
#[must_use]
pub fn control(path: &str) -> String {
    format!("{FORM} >>> #f{}", path.replace('/', "-"))
}

/// Types the values of an entry into all fields of the form that it has a value for.
///
/// # Errors
/// A control is missing or refuses.
pub async fn fill(page: &Page, model: &FormModel, entry: &Value) -> Result<()> {
    for field in model.sections.iter().flat_map(|section| &section.fields) {
        let value = entry.pointer(&field.path).unwrap_or(&Value::Null);
        if !value.is_null() {
            fill_field(page, &field.path, &field.kind, value)
                .await
                .with_context(|| format!("field {} ({})", field.path, field.label.zh))?;
        }
    }
    Ok(())
}

/// Types a value into one field.
///
/// # Errors
/// A control is missing or refuses, or the value is not of the field's kind.
pub async fn fill_field(page: &Page, path: &str, kind: &Kind, value: &Value) -> Result<()> {
    match kind {
        Kind::Document { .. } => fill_rows(page, path, document_parts(), value).await,
        Kind::Table { columns } => fill_rows(page, path, columns, value).await,
        Kind::Group { fields } => {
            for part in fields {
                let part_value = &value[part.key.as_str()];
                if !part_value.is_null() {
                    let path = format!("{path}/{}", part.key);
                    Box::pin(fill_field(page, &path, &part.kind, part_value)).await?;
                }
            }
            Ok(())
        }
        Kind::Period => {
            for key in ["start", "end"] {
                page.replace_text(&control(&format!("{path}/{key}")), text(&value[key])?).await?;
            }
            Ok(())
        }
        Kind::Money { .. } => {
            page.replace_text(&control(&format!("{path}/amount")), text(&value["amount"])?).await?;
            pick(page, &format!("{path}/unit"), text(&value["unit"])?).await
        }
        _ => fill_plain(page, path, kind, value).await,
    }
}

async fn fill_plain(page: &Page, path: &str, kind: &Kind, value: &Value) -> Result<()> {
    match kind {
        Kind::Number { .. } => page.replace_text(&control(path), &value.to_string()).await,
        Kind::Boolean => page.click(&nth(path, usize::from(value == &Value::Bool(false)))).await,
        Kind::Choice { choices, .. } if Control::of(kind) == Control::Radios => {
            page.click(&nth(path, index_of(choices, text(value)?)?)).await
        }
        Kind::Choice { .. } => pick(page, path, text(value)?).await,
        Kind::Choices { choices, .. } => {
            for chosen in value.as_array().into_iter().flatten() {
                page.click(&nth(path, index_of(choices, text(chosen)?)?)).await?;
            }
            Ok(())
        }
        Kind::List { .. } => {
            let lines: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            page.replace_text(&control(path), &lines.join("\n")).await
        }
        _ => page.replace_text(&control(path), text(value)?).await,
    }
}

async fn fill_rows(page: &Page, path: &str, columns: &[Field], value: &Value) -> Result<()> {
    for (index, row) in value.as_array().into_iter().flatten().enumerate() {
        if index > 0 {
            page.click(&format!("{} .add", control(path))).await?;
        }
        for column in columns {
            let cell = &row[column.key.as_str()];
            if !cell.is_null() {
                fill_plain(page, &format!("{path}/{index}/{}", column.key), &column.kind, cell).await?;
            }
        }
    }
    Ok(())
}

async fn pick(page: &Page, path: &str, value: &str) -> Result<()> {
    page.click(&format!("{} option[value=\"{value}\"]", control(path))).await
}

fn nth(path: &str, index: usize) -> String {
    format!("{}-{index}", control(path))
}

fn index_of(choices: &[String], value: &str) -> Result<usize> {
    choices
        .iter()
        .position(|choice| choice == value)
        .with_context(|| format!("{value:?} is none of the choices"))
}

fn text(value: &Value) -> Result<&str> {
    match value {
        Value::String(text) => Ok(text),
        other => bail!("{other} is no text"),
    }
}
