//! Excel 97–2003 workbooks, and those of Excel 5 and 95: each sheet that is shown and not empty is a table.

mod records;

use encoding_rs::Encoding;

use super::budget::Budget;
use super::error::{Lookalike, ReadError};
use super::number_format::NumberFormat;
use super::sheet::{CellText, Region, Sheet};
use super::symbol_fonts::{self, SymbolFont};
use super::{Found, visible};
use crate::import::table::{Block, ReaderNote};
use records::{
    Cursor, Record, Records, Text, double, encoding, kind, long, narrow_text, short, short_number,
};

/// The stream of records, and what else the file holds.
pub(super) struct Container {
    pub stream: Vec<u8>,
    pub has_macros: bool,
}

/// Versions of the format, by what the first record says.
const EXCEL_97: u16 = 0x0600;
const EXCEL_5: u16 = 0x0500;

/// Whether bytes are the records themselves, without a container, as old programs write them.
pub(super) fn is_bare_stream(start: &[u8]) -> bool {
    let is_first = |kind| matches!(kind, 0x0009 | 0x0209 | 0x0409 | 0x0809);
    short(start, 0).is_some_and(is_first) && short(start, 2).is_some_and(|length| (4..=16).contains(&length))
}

/// What holds for all sheets.
struct Workbook {
    is_97: bool,
    is_from_1904: bool,
    encoding: &'static Encoding,
    fonts: Vec<Option<SymbolFont>>,
    codes: Vec<(u16, NumberFormat)>,
    /// Font and number format of cells, by the numbers that cells have.
    formats: Vec<(u16, u16)>,
    shared: Vec<CellText>,
    listed: Vec<Listed>,
    has_external: bool,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    at: usize,
    is_hidden: bool,
    has_cells: bool,
}

/// Reads a workbook.
pub(super) fn read(container: Container, budget: &mut Budget) -> Found {
    let stream = &container.stream;
    let mut notes = Vec::new();
    if container.has_macros {
        notes.push(ReaderNote::Macros);
    }
    let mut records = Records::new(stream, 0);
    let workbook = Workbook::read(&mut records)?;
    if workbook.has_external {
        notes.push(ReaderNote::ExternalReferences);
    }
    let mut blocks = Vec::new();
    let mut is_cut = records.is_cut;
    for sheet in workbook.listed.iter().filter(|sheet| sheet.has_cells) {
        if sheet.is_hidden {
            notes.push(ReaderNote::SheetHidden { sheet: sheet.name.clone() });
            continue;
        }
        let mut records = Records::new(stream, sheet.at);
        if records.clone().next().is_none_or(|record| record.kind != kind::BEGIN) {
            return Err(ReadError::damaged(sheet.name.clone()));
        }
        let (table, more) = workbook.read_sheet(&mut records, budget)?.into_table(&sheet.name);
        is_cut |= records.is_cut;
        blocks.extend(table.map(Block::Table));
        notes.extend(more);
    }
    if is_cut {
        notes.push(ReaderNote::Truncated);
    }
    Ok((blocks, notes))
}

impl Workbook {
    fn read(records: &mut Records<'_>) -> Result<Self, ReadError> {
        let first = records.next().ok_or_else(|| ReadError::damaged("Workbook"))?;
        let version = first.short(0).unwrap_or(0);
        if first.kind != kind::BEGIN || !matches!(version, EXCEL_97 | EXCEL_5) {
            return Err(ReadError::looks_like(Lookalike::OldSpreadsheet));
        }
        let mut workbook = Workbook {
            is_97: version == EXCEL_97,
            is_from_1904: false,
            encoding: encoding(936),
            fonts: Vec::new(),
            codes: Vec::new(),
            formats: Vec::new(),
            shared: Vec::new(),
            listed: Vec::new(),
            has_external: false,
        };
        for record in records {
            match record.kind {
                kind::END => break,
                kind::PASSWORD => return Err(ReadError::Encrypted),
                kind::CODE_PAGE => workbook.encoding = encoding(record.short(0).unwrap_or(936)),
                kind::DATE_MODE => workbook.is_from_1904 = record.short(0) == Some(1),
                kind::FONT => {
                    let name = workbook.text(&record, 14, false);
                    workbook.fonts.push(SymbolFont::named(&name));
                }
                kind::NUMBER_FORMAT => {
                    let code = workbook.text(&record, 2, workbook.is_97);
                    workbook.codes.push((record.short(0).unwrap_or(0), NumberFormat::parse(&code)));
                }
                kind::CELL_FORMAT => {
                    workbook.formats.push((record.short(0).unwrap_or(0), record.short(2).unwrap_or(0)));
                }
                kind::SHEET => {
                    let name = workbook.text(&record, 6, false);
                    let [state, sort] =
                        record.data().get(4..6).and_then(|pair| pair.try_into().ok()).unwrap_or([0, 0]);
                    workbook.listed.push(Listed {
                        name,
                        at: long(record.data(), 0).map_or(usize::MAX, |at| at as usize),
                        is_hidden: state & 3 != 0,
                        has_cells: sort == 0,
                    });
                }
                kind::SHARED_TEXTS => {
                    let mut cursor = Cursor::new(&record.pieces, 8);
                    while let Some(text) = cursor.text(true) {
                        let text = workbook.rich(&text);
                        workbook.shared.push(text);
                    }
                }
                // A reference to this workbook itself is written in the same way, but short.
                kind::EXTERNAL if record.data().len() > 4 => workbook.has_external = true,
                _ => {}
            }
        }
        Ok(workbook)
    }

    /// A text in a record, from a place on.
    fn text(&self, record: &Record<'_>, at: usize, has_long_length: bool) -> String {
        if !self.is_97 {
            return narrow_text(record.data(), at, has_long_length, self.encoding).into_owned();
        }
        let text = Cursor::new(&record.pieces, at).text(has_long_length).unwrap_or_default();
        String::from_utf16_lossy(&text.units)
    }

    fn font(&self, number: u16) -> Option<SymbolFont> {
        // There is no font of the number 4.
        let place = if number >= 4 { usize::from(number) - 1 } else { usize::from(number) };
        self.fonts.get(place).copied().flatten()
    }

    /// A text with its symbols as they look.
    fn rich(&self, text: &Text) -> CellText {
        if text.fonts.is_empty() {
            return CellText { text: String::from_utf16_lossy(&text.units), is_rich: false };
        }
        let mut shown = String::new();
        let mut from = 0;
        let mut font = None;
        let ends = text.fonts.iter().map(|(place, font)| (usize::from(*place), Some(*font)));
        for (place, next) in ends.chain([(text.units.len(), None)]) {
            let place = place.clamp(from, text.units.len());
            let piece = String::from_utf16_lossy(&text.units[from..place]);
            shown.push_str(&symbol_fonts::text(&piece, font));
            from = place;
            font = next.and_then(|next| self.font(next));
        }
        CellText { text: shown, is_rich: true }
    }

    fn number(&self, number: f64, format: u16) -> String {
        let code = self.formats.get(usize::from(format)).map_or(0, |(_, code)| *code);
        let own = self.codes.iter().find(|(number, _)| *number == code).map(|(_, format)| format);
        let shown = match own {
            Some(format) => format.show(number, self.is_from_1904),
            None => NumberFormat::built_in(u32::from(code)).show(number, self.is_from_1904),
        };
        let mut text = String::new();
        visible::push(&mut text, &shown);
        text
    }

    fn cell_font(&self, format: u16) -> Option<SymbolFont> {
        self.formats.get(usize::from(format)).and_then(|(font, _)| self.font(*font))
    }

    fn read_sheet(&self, records: &mut Records<'_>, budget: &mut Budget) -> Result<Sheet, ReadError> {
        let mut reader = SheetReader {
            workbook: self,
            sheet: Sheet::default(),
            blanks: Vec::new(),
            row: 0,
            has_text: false,
            formula: None,
        };
        let mut depth = 0;
        for record in records {
            match record.kind {
                kind::BEGIN => depth += 1,
                kind::END if depth <= 1 => break,
                kind::END => depth -= 1,
                // Charts within the sheet have records of their own.
                _ if depth == 1 => reader.take(&record, budget)?,
                _ => {}
            }
        }
        reader.end_row(budget)?;
        Ok(reader.sheet)
    }
}

struct SheetReader<'w> {
    workbook: &'w Workbook,
    sheet: Sheet,
    /// Empty cells of the row, which count only where it has text.
    blanks: Vec<u32>,
    row: u32,
    has_text: bool,
    /// The cell whose text follows.
    formula: Option<(u32, u32)>,
}

impl SheetReader<'_> {
    fn take(&mut self, record: &Record<'_>, budget: &mut Budget) -> Result<(), ReadError> {
        let data = record.data();
        let number = |at| short(data, at).map(u32::from);
        let (Some(row), Some(column)) = (number(0), number(2)) else { return Ok(()) };
        let format = short(data, 4).unwrap_or(0);
        let workbook = self.workbook;
        match record.kind {
            kind::ROW if short(data, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                self.sheet.hide_row(row);
            }
            kind::COLUMNS if short(data, 8).is_some_and(|flags| flags & 1 != 0) => {
                self.sheet.hide_columns(row, column);
            }
            kind::MERGED => {
                for region in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let at = |place| short(region, place).map_or(0, u32::from);
                    let region =
                        Region { first_row: at(0), last_row: at(2), first_column: at(4), last_column: at(6) };
                    self.sheet.merge(region, budget)?;
                }
            }
            kind::BLANK => self.blank(row, column, budget)?,
            kind::BLANKS => {
                let count = u32::try_from(data.len().saturating_sub(6) / 2).unwrap_or(0);
                for column in column..column + count {
                    self.blank(row, column, budget)?;
                }
            }
            kind::NUMBER => {
                if let Some(number) = double(data, 6) {
                    self.push(row, column, &workbook.number(number, format), budget)?;
                }
            }
            kind::SHORT_NUMBER => {
                if let Some(number) = short_number(data, 6) {
                    self.push(row, column, &workbook.number(number, format), budget)?;
                }
            }
            kind::NUMBERS => {
                for (column, pair) in (column..).zip(data.get(4..).unwrap_or_default().chunks_exact(6)) {
                    if let (Some(format), Some(number)) = (short(pair, 0), short_number(pair, 2)) {
                        self.push(row, column, &workbook.number(number, format), budget)?;
                    }
                }
            }
            kind::SHARED_LABEL => {
                let text = long(data, 6).and_then(|index| workbook.shared.get(index as usize));
                if let Some(text) = text {
                    self.push(row, column, &text.shown(workbook.cell_font(format)), budget)?;
                }
            }
            kind::LABEL | kind::RICH_LABEL => {
                let text = workbook.text(record, 6, true);
                let text = CellText { text, is_rich: false }.shown(workbook.cell_font(format));
                self.push(row, column, &text, budget)?;
            }
            kind::TRUTH => {
                if let Some([value, is_error]) =
                    data.get(6..8).and_then(|pair| <[u8; 2]>::try_from(pair).ok())
                {
                    self.push(row, column, truth(value, is_error != 0), budget)?;
                }
            }
            kind::FORMULA => self.formula(data, (row, column), format, budget)?,
            kind::TEXT_RESULT => {
                if let Some((row, column)) = self.formula.take() {
                    let text = workbook.text(record, 0, true);
                    self.push(row, column, &text, budget)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The last value of a formula.
    fn formula(
        &mut self,
        data: &[u8],
        (row, column): (u32, u32),
        format: u16,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        self.formula = None;
        match (data.get(6), data.get(8), short(data, 12)) {
            (Some(0), _, Some(0xffff)) => self.formula = Some((row, column)),
            (Some(1), Some(value), Some(0xffff)) => self.push(row, column, truth(*value, false), budget)?,
            (Some(2), Some(value), Some(0xffff)) => self.push(row, column, truth(*value, true), budget)?,
            (_, _, Some(0xffff)) => self.blank(row, column, budget)?,
            _ => {
                if let Some(number) = double(data, 6) {
                    self.push(row, column, &self.workbook.number(number, format), budget)?;
                }
            }
        }
        Ok(())
    }

    fn blank(&mut self, row: u32, column: u32, budget: &mut Budget) -> Result<(), ReadError> {
        self.reach(row, budget)?;
        self.blanks.push(column);
        Ok(())
    }

    fn push(&mut self, row: u32, column: u32, text: &str, budget: &mut Budget) -> Result<(), ReadError> {
        self.reach(row, budget)?;
        self.has_text = true;
        self.sheet.push(row, column, text, budget)
    }

    /// Comes to a row; the empty cells of the one before are kept when it has text.
    fn reach(&mut self, row: u32, budget: &mut Budget) -> Result<(), ReadError> {
        if row != self.row {
            self.end_row(budget)?;
            self.row = row;
        }
        Ok(())
    }

    fn end_row(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        let blanks = std::mem::take(&mut self.blanks);
        if std::mem::take(&mut self.has_text) {
            for column in blanks {
                self.sheet.push(self.row, column, "", budget)?;
            }
        }
        Ok(())
    }
}

fn truth(value: u8, is_error: bool) -> &'static str {
    match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
}
