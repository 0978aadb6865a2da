//! Excel workbooks: each sheet that is shown and not empty is a table.

mod plain;
mod strings;
mod styles;

use super::archive::Archive;
use super::budget::Budget;
use super::error::ReadError;
use super::sheet::{CellText, Region, Sheet};
use super::xml::{Element, Node, Part, is_true};
use super::{Found, archive, visible};
use crate::import::table::{Block, ReaderNote};
pub(crate) use plain::{PlainRows, PlainSheet, read as read_plain};
use styles::Styles;

/// What holds for all sheets.
#[derive(Default)]
struct Workbook {
    shared: Vec<CellText>,
    styles: Styles,
    is_from_1904: bool,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    relation: String,
    is_hidden: bool,
}

/// Reads a workbook from its main part and those that it refers to.
pub(super) fn read(archive: &mut Archive<'_>, main: &str, budget: &mut Budget) -> Found {
    let mut notes = Vec::new();
    let has = |archive: &Archive<'_>, words: &[&str]| {
        archive.names().any(|name| words.iter().any(|word| name.to_ascii_lowercase().contains(word)))
    };
    if has(archive, &["vbaproject.bin"]) {
        notes.push(ReaderNote::Macros);
    }
    let relations = archive.relations(main, budget)?;
    if has(archive, &["externallinks/", "/connections.xml"])
        || relations.iter().any(|relation| relation.is_external)
    {
        notes.push(ReaderNote::ExternalReferences);
    }
    let (workbook, listed) = open(archive, main, &relations, budget)?;
    let mut blocks = Vec::new();
    for sheet in listed {
        // Sheets that are charts or dialogs have no cells.
        let relation = relations.iter().find(|relation| relation.id == sheet.relation);
        let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") else { continue };
        if sheet.is_hidden {
            notes.push(ReaderNote::SheetHidden { sheet: sheet.name });
            continue;
        }
        let target = &relation.target;
        let text = archive.text(target)?.ok_or_else(|| ReadError::damaged(target.clone()))?;
        let (table, more) = read_sheet(target, &text, &workbook, budget)?.into_table(&sheet.name);
        blocks.extend(table.map(Block::Table));
        notes.extend(more);
    }
    Ok((blocks, notes))
}

/// What holds for all sheets, and which there are.
fn open(
    archive: &mut Archive<'_>,
    main: &str,
    relations: &[archive::Relation],
    budget: &mut Budget,
) -> Result<(Workbook, Vec<Listed>), ReadError> {
    let text = archive.text(main)?.ok_or_else(|| ReadError::damaged(main))?;
    let (listed, is_from_1904) = read_list(main, &text, budget)?;
    let mut workbook = Workbook { is_from_1904, ..Workbook::default() };
    let named = |kind: &str| relations.iter().find(|relation| relation.kind == kind && !relation.is_external);
    if let Some(archive::Relation { target, .. }) = named("styles")
        && let Some(text) = archive.text(target)?
    {
        workbook.styles = Styles::read(target, &text, budget)?;
    }
    if let Some(archive::Relation { target, .. }) = named("sharedStrings")
        && let Some(text) = archive.text(target)?
    {
        workbook.shared = strings::read_shared(target, &text, budget)?;
    }
    Ok((workbook, listed))
}

fn read_list(name: &str, text: &str, budget: &Budget) -> Result<(Vec<Listed>, bool), ReadError> {
    let mut part = Part::new(name, text, budget);
    let mut listed = Vec::new();
    let mut is_from_1904 = false;
    loop {
        match part.next()? {
            Node::Start(element) => match element.name() {
                "workbookPr" => {
                    is_from_1904 = element.attribute("date1904").is_some_and(|value| is_true(&value))
                }
                "sheet" => {
                    let get = |name| element.attribute(name).unwrap_or_default().into_owned();
                    let state = get("state");
                    let is_hidden = state == "hidden" || state == "veryHidden";
                    listed.push(Listed { name: get("name"), relation: get("id"), is_hidden });
                }
                _ => {}
            },
            Node::EndOfPart => return Ok((listed, is_from_1904)),
            _ => {}
        }
    }
}

fn read_sheet(name: &str, text: &str, workbook: &Workbook, budget: &mut Budget) -> Result<Sheet, ReadError> {
    let mut part = Part::new(name, text, budget);
    let mut sheet = Sheet::default();
    let mut row = 0;
    // Cells and rows need not say where they are: then they follow the one before.
    let (mut next_row, mut next_column) = (0, 0);
    let mut pending: Vec<u32> = Vec::new();
    let mut has_text = false;
    loop {
        match part.next()? {
            Node::Start(element) => match element.name() {
                "row" => {
                    row = number(&element, "r").unwrap_or(next_row);
                    next_row = row.saturating_add(1);
                    next_column = 0;
                    pending.clear();
                    has_text = false;
                    if element.attribute("hidden").is_some_and(|value| is_true(&value)) {
                        sheet.hide_row(row);
                    }
                }
                "c" => {
                    let place = element.attribute("r").and_then(|place| place_of(&place));
                    let (at_row, column) = place.unwrap_or((row, next_column));
                    next_column = column.saturating_add(1);
                    let shown = read_cell(&mut part, &element, workbook)?;
                    if shown.is_empty() {
                        pending.push(column);
                        continue;
                    }
                    // Formats reach far beyond a table: empty cells count only where their row has text.
                    has_text = true;
                    for column in pending.drain(..) {
                        sheet.push(at_row, column, "", budget)?;
                    }
                    sheet.push(at_row, column, &shown, budget)?;
                }
                "col" if element.attribute("hidden").is_some_and(|value| is_true(&value)) => {
                    if let (Some(first), Some(last)) = (number(&element, "min"), number(&element, "max")) {
                        sheet.hide_columns(first, last);
                    }
                }
                "mergeCell" => {
                    if let Some(region) = element.attribute("ref").and_then(|reference| region_of(&reference))
                    {
                        sheet.merge(region, budget)?;
                    }
                }
                _ => {}
            },
            Node::End(tag) if tag.name() == "row" && has_text => {
                for column in pending
                    .drain(..)
                    .take_while(|column| *column < crate::import::reader::budget::MAX_COLUMNS)
                {
                    sheet.push(row, column, "", budget)?;
                }
            }
            Node::EndOfPart => return Ok(sheet),
            _ => {}
        }
    }
}

/// The text of a cell as it is shown.
fn read_cell(part: &mut Part<'_>, cell: &Element<'_>, workbook: &Workbook) -> Result<String, ReadError> {
    let format: usize = cell.number("s").unwrap_or(0);
    let kind = cell.attribute("t").unwrap_or_default();
    let font = workbook.styles.font(format);
    let (value, inline) = parts_of_cell(part)?;
    if let Some(inline) = inline {
        return Ok(inline.shown(font));
    }
    let Some(value) = value else { return Ok(String::new()) };
    let plain =
        |text: &str| CellText { text: strings::unescaped(text).into_owned(), is_rich: false }.shown(font);
    Ok(match &*kind {
        "s" => {
            let shared = value.trim().parse().ok().and_then(|index: usize| workbook.shared.get(index));
            shared.map(|text| text.shown(font)).unwrap_or_default()
        }
        "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
        // Of a day with a time of zero the day is shown.
        "d" => value.trim().trim_end_matches("T00:00:00").replace('T', " "),
        "str" | "e" | "inlineStr" => plain(&value),
        _ => match value.trim().parse::<f64>() {
            Ok(number) => {
                let shown = workbook.styles.number_format(format).show(number, workbook.is_from_1904);
                let mut text = String::new();
                visible::push(&mut text, &shown);
                text
            }
            Err(_) => plain(&value),
        },
    })
}

/// The value of the cell whose start tag was just read, and the text that stands in it itself.
fn parts_of_cell(part: &mut Part<'_>) -> Result<(Option<String>, Option<CellText>), ReadError> {
    let mut value = None;
    let mut inline = None;
    let mut depth = 1;
    while depth > 0 {
        match part.next()? {
            Node::Start(element) => match element.name() {
                "v" => value = Some(part.text()?),
                "is" => inline = Some(strings::read_item(part)?),
                "f" => part.skip()?,
                _ => depth += 1,
            },
            Node::End(_) => depth -= 1,
            Node::Text(_) => {}
            Node::EndOfPart => return Ok((None, None)),
        }
    }
    Ok((value, inline))
}

/// The number of a row or column, from 0.
fn number(element: &Element<'_>, name: &str) -> Option<u32> {
    element.number(name).and_then(|number: u32| number.checked_sub(1))
}

/// Row and column of `B4`, from 0.
fn place_of(reference: &str) -> Option<(u32, u32)> {
    let plain = reference.replace('$', "");
    let digits = plain.find(|char: char| char.is_ascii_digit())?;
    let (letters, row) = plain.split_at(digits);
    let mut column = 0u32;
    for letter in letters.bytes() {
        let place = letter.to_ascii_uppercase().checked_sub(b'A').filter(|place| *place < 26)?;
        column = column.checked_mul(26)?.checked_add(u32::from(place) + 1)?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn region_of(reference: &str) -> Option<Region> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    let (first_row, first_column) = place_of(first)?;
    let (last_row, last_column) = place_of(last)?;
    Some(Region { first_row, last_row, first_column, last_column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(place_of("A1"), Some((0, 0)));
        assert_eq!(place_of("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(place_of("$B$4"), Some((3, 1)));
        for wrong in ["", "A", "1", "A0", "É1", "AAAAAAAAAAA1"] {
            assert_eq!(place_of(wrong), None, "{wrong}");
        }
    }
}
