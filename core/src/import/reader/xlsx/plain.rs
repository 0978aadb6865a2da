//! Sheets as values: days as `YYYY-MM-DD` and numbers in full, whatever their formats show; hidden rows and sheets too.
//!
//! Official tables are read as they look; tables of entries are read for what they hold.

use std::collections::BTreeMap;

use super::{Workbook, number, open, place_of, strings};
use crate::import::reader::Limits;
use crate::import::reader::budget::{self, Budget};
use crate::import::reader::error::{Limit, ReadError};
use crate::import::reader::number_format::NumberFormat;
use crate::import::reader::sniff::{self, Content};
use crate::import::reader::xml::{Element, Node, Part};

/// Texts by row and column, counted from 0; blank cells are left out.
pub(crate) type PlainRows = BTreeMap<u32, BTreeMap<u32, String>>;

/// A sheet with cells.
pub(crate) struct PlainSheet {
    pub name: String,
    pub is_hidden: bool,
    pub rows: PlainRows,
}

/// Reads all sheets of a workbook that have cells.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<PlainSheet>, ReadError> {
    let allowed = limits.max_file_bytes;
    if bytes.len() > allowed {
        return Err(ReadError::too_large(Limit::FileBytes, bytes.len(), allowed));
    }
    let mut budget = Budget::new(limits);
    let Content::Xlsx(mut archive, main) = sniff::zip(bytes, limits)? else {
        return Err(ReadError::damaged("xl/workbook.xml"));
    };
    let relations = archive.relations(&main, &budget)?;
    let (workbook, listed) = open(&mut archive, &main, &relations, &mut budget)?;
    let mut sheets = Vec::new();
    for sheet in listed {
        let relation = relations.iter().find(|relation| relation.id == sheet.relation);
        let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") else { continue };
        let target = &relation.target;
        let text = archive.text(target)?.ok_or_else(|| ReadError::damaged(target.clone()))?;
        let rows = read_rows(target, &text, &workbook, &mut budget)?;
        sheets.push(PlainSheet { name: sheet.name, is_hidden: sheet.is_hidden, rows });
    }
    Ok(sheets)
}

fn read_rows(
    name: &str,
    text: &str,
    workbook: &Workbook,
    budget: &mut Budget,
) -> Result<PlainRows, ReadError> {
    let mut part = Part::new(name, text, budget);
    let mut rows = PlainRows::new();
    // Cells and rows need not say where they are: then they follow the one before.
    let (mut row, mut next_row, mut next_column) = (0, 0, 0);
    loop {
        match part.next()? {
            Node::Start(element) => match element.name() {
                "row" => {
                    row = number(&element, "r").unwrap_or(next_row);
                    next_row = row.saturating_add(1);
                    next_column = 0;
                }
                "c" => {
                    let place = element.attribute("r").and_then(|place| place_of(&place));
                    let (at, column) = place.unwrap_or((row, next_column));
                    next_column = column.saturating_add(1);
                    let text = read_cell(&mut part, &element, workbook)?;
                    if !crate::blank::is_blank_text(&text) {
                        budget::row(at)?;
                        budget::column(column)?;
                        budget.cell()?;
                        budget.text(&text)?;
                        rows.entry(at).or_default().insert(column, text);
                    }
                }
                _ => {}
            },
            Node::EndOfPart => return Ok(rows),
            _ => {}
        }
    }
}

/// What a cell holds, as a person would read it out.
fn read_cell(part: &mut Part<'_>, cell: &Element<'_>, workbook: &Workbook) -> Result<String, ReadError> {
    let format = workbook.styles.number_format(cell.number("s").unwrap_or(0));
    let kind = cell.attribute("t").unwrap_or_default();
    let (value, inline) = super::parts_of_cell(part)?;
    if let Some(inline) = inline {
        return Ok(inline.text);
    }
    let Some(value) = value else { return Ok(String::new()) };
    let plain = || strings::unescaped(&value).into_owned();
    Ok(match &*kind {
        "s" => {
            let shared = value.trim().parse().ok().and_then(|index: usize| workbook.shared.get(index));
            shared.map(|text| text.text.clone()).unwrap_or_default()
        }
        "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        "d" => moment(value.trim()),
        "str" | "e" | "inlineStr" => plain(),
        _ => match value.trim().parse::<f64>() {
            Ok(number) => match format {
                NumberFormat::Date { .. } => {
                    // Within a day there is only a time.
                    let has_day = number >= 1.0;
                    let full = NumberFormat::Date { has_day, has_time: true };
                    full.show(number, workbook.is_from_1904)
                }
                _ => decimal(number),
            },
            Err(_) => plain(),
        },
    })
}

/// A day without the time of midnight.
fn moment(text: &str) -> String {
    let day = text.split_once('T').filter(|(_, time)| time.trim_end_matches('Z') == "00:00:00");
    day.map_or(text, |(day, _)| day).to_owned()
}

/// A number to the 15 digits that spreadsheets keep, never with an exponent.
fn decimal(number: f64) -> String {
    let kept = format!("{number:.14e}").parse().unwrap_or(number);
    // There is no negative zero on a sheet.
    if kept == 0.0 { "0".to_owned() } else { format!("{kept}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_out() {
        for (number, wanted) in [
            (12.0, "12"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (7_361_234_567.0, "7361234567"),
            (1e20, "100000000000000000000"),
        ] {
            assert_eq!(decimal(number), wanted);
        }
        assert_eq!(moment("2026-09-01T00:00:00"), "2026-09-01");
        assert_eq!(moment("2026-09-01T08:30:00"), "2026-09-01T08:30:00");
        let full = NumberFormat::Date { has_day: true, has_time: true };
        for (days, from_1904, wanted) in [
            (46_266.0, false, "2026-09-01"),
            (44_804.0, true, "2026-09-01"),
            (46_266.375, false, "2026-09-01 09:00"),
        ] {
            assert_eq!(full.show(days, from_1904), wanted);
        }
    }
}
