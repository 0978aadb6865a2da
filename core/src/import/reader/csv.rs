//! Values with separators, as spreadsheets write them.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

use super::budget::{self, Budget};
use super::error::ReadError;
use super::{Found, encoding, visible};
use crate::import::table::{Block, Cell, ReaderNote, Table};
use crate::rows::formula::meant;

/// How many rows are cut to tell the separator.
const SAMPLE_ROWS: usize = 50;

/// Signs that stand between values, the usual one first.
const SEPARATORS: &[u8] = b",;\t|";

/// Reads a table; every row is one of it, those before the headings too.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Found {
    let told = encoding::tell(bytes, None);
    let (text, has_lost) = encoding::decode(bytes, told);
    if has_lost && !encoding::is_mostly_text(&text) {
        return Err(ReadError::NotText);
    }
    let mut notes = Vec::new();
    if told.is_guessed {
        notes.push(ReaderNote::EncodingGuessed { encoding: told.encoding.name().to_owned() });
    }
    let (named, text) = named_separator(&text);
    let text = with_one_line_end(text);
    let separator = named.unwrap_or_else(|| separator(&text));
    let mut table = Table::default();
    for (row, record) in (0..).zip(records(&text, separator)) {
        budget::row(row)?;
        for (column, value) in (0..).zip(&record) {
            budget::column(column)?;
            budget.cell()?;
            let mut value_text = String::new();
            visible::push(&mut value_text, meant(value));
            let text = visible::tidy(&value_text);
            // Columns that are empty everywhere are an end of line of the program that wrote them.
            if !text.is_empty() {
                table.column_count = table.column_count.max(column + 1);
                table.row_count = row + 1;
            }
            table.cells.push(Cell { row, column, row_span: 1, column_span: 1, text });
        }
    }
    let (rows, columns) = (table.row_count, table.column_count);
    table.cells.retain(|cell| cell.row < rows && cell.column < columns);
    let blocks = if table.cells.is_empty() { Vec::new() } else { vec![Block::Table(table)] };
    Ok((blocks, notes))
}

/// Whether a text looks like values with separators: two rows or more with the same separator.
pub(super) fn has_separators(text: &str) -> bool {
    let (named, text) = named_separator(text);
    let text = with_one_line_end(text);
    let separator = named.unwrap_or_else(|| separator(&text));
    records(&text, separator).take(SAMPLE_ROWS).filter(|record| record.len() > 1).count() >= 2
}

/// The separator that the first line names, as `sep=;` for spreadsheets, and the rest.
fn named_separator(text: &str) -> (Option<u8>, &str) {
    let line = text.lines().next().unwrap_or_default();
    let plain = line.trim().trim_matches('"');
    match plain.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")) {
        Some(_) if plain.len() <= 5 => {
            let rest = text.get(line.len()..).unwrap_or_default();
            (plain.as_bytes().get(4).copied().or(Some(b'\t')), rest.trim_start_matches(['\r', '\n']))
        }
        _ => (None, text),
    }
}

/// Old programs end lines with a return alone.
fn with_one_line_end(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// The sign by which most rows have the same number of values, and more than one.
fn separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let widths: Vec<usize> = records(text, separator)
            .take(SAMPLE_ROWS)
            .map(|record| record.len())
            .filter(|width| *width > 1)
            .collect();
        let same = |width: usize| widths.iter().filter(|other| **other == width).count();
        let most = widths.iter().map(|width| (same(*width), *width)).max();
        // How many rows agree weighs first, then how many values they have.
        most.unwrap_or((0, 0))
    };
    SEPARATORS.iter().copied().rev().max_by_key(|separator| score(*separator)).unwrap_or(b',')
}

/// The rows of a text; a blank line is a row without values.
fn records(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut waiting = None;
    let mut blank_lines = 0;
    std::iter::from_fn(move || {
        if blank_lines == 0 && waiting.is_none() {
            // The reader passes over blank lines.
            let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            blank_lines = text.get(from..)?.bytes().take_while(|byte| *byte == b'\n').count();
            let mut record = StringRecord::new();
            // What is read is text already, and rows may differ in length, so there is nothing to complain of.
            waiting = reader.read_record(&mut record).ok().filter(|is_there| *is_there).map(|_| record);
        }
        if waiting.is_some() && blank_lines > 0 {
            blank_lines -= 1;
            return Some(StringRecord::new());
        }
        blank_lines = 0;
        waiting.take()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::Limits;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let (blocks, _) = read(bytes, &mut Budget::new(&Limits::default())).expect("it is a table");
        let [Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:?}") };
        let mut rows = vec![Vec::new(); table.row_count as usize];
        for cell in &table.cells {
            rows[cell.row as usize].push(cell.text.clone());
        }
        rows
    }

    #[test]
    fn separators_are_told_by_all_rows() {
        for text in
            ["a,b;c,d\n1,2;3,4", "a\tb;c\td\n1\t2\t3", "a|b|c\n1|2|3", "标题,有逗号\na;b;c\n1;2;3\n4;5;6\n"]
        {
            assert!(rows(text.as_bytes()).iter().skip(1).all(|row| row.len() == 3), "{text}");
        }
        assert_eq!(rows(b"sep=;\r\na,1;b\r\nc;d\r\n"), [["a,1", "b"], ["c", "d"]]);
    }

    #[test]
    fn quotation_marks_blank_lines_and_empty_ends_are_kept_or_dropped() {
        let text = "标题,,,\r\n\r\n\"一\r\n二\",\"说\"\"好\"\"\",,\r\n三,四,,\r\n,,,\r\n\r\n";
        let rows = rows(text.as_bytes());
        assert_eq!(rows, [vec!["标题", ""], vec![], vec!["一\n二", "说\"好\""], vec!["三", "四"]]);
    }

    #[test]
    fn text_with_one_value_in_each_row_is_no_table() {
        assert!(!has_separators("第一行\n第二行\n"));
        assert!(!has_separators("今天，天气, 好\n第二行\n"));
        assert!(has_separators("a;b\n1;2"));
    }
}
