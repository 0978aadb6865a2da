//! The table as a workbook: one sheet, printed as A3 landscape on as many pages as it takes, headings on each.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use super::layout::{Cell, ColumnKind};
use super::lines::lines;
use super::{ExportError, Layout, NO_DATE};

const FONT: &str = "宋体";
const HEADING_FONT: &str = "黑体";
const FONT_PT: f64 = 10.0;
const TITLE_PT: f64 = 18.0;

/// Height of a line of text; fonts that stand in for a missing one are higher than it.
const LINE_PT: f64 = 14.5;
const PADDING_PT: f64 = 4.0;
/// No row of a workbook can be higher; a higher row is made of several, with all its cells merged.
const MAX_ROW_PT: f64 = 405.0;
/// What borders and padding take of the width of a column.
const INSET_PT: f64 = 6.0;

/// The number that the format has for A3.
const A3: u8 = 8;
const MARGIN_INCHES: f64 = 0.47;
/// Longest name of a sheet.
const MAX_SHEET_NAME_CHARS: usize = 31;

pub(super) fn write(layout: &Layout) -> Result<Vec<u8>, ExportError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(layout)?);
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&layout.name))?;
    set_page(sheet)?;
    for (column, about) in (0u16..).zip(&layout.columns) {
        sheet.set_column_width_pixels(column, pixels(about.width_pt))?;
    }
    let last_column = index(layout.columns.len().saturating_sub(1))?;
    sheet.merge_range(0, 0, 0, last_column, &layout.title, &title_format())?;
    sheet.set_row_height(0, 36)?;

    let rows = physical_rows(layout);
    let mut first = 1;
    let mut starts = Vec::with_capacity(rows.len() + 1);
    for row in &rows {
        starts.push(first);
        for part in first..first + row.parts {
            sheet.set_row_height(part, row.height_pt / f64::from(row.parts))?;
        }
        first += row.parts;
    }
    starts.push(first);
    let header_end = starts[layout.header_rows];
    sheet.set_repeat_rows(1, header_end - 1)?;
    sheet.set_freeze_panes(header_end, 0)?;
    for cell in &layout.cells {
        let (top, bottom) = (starts[cell.row], starts[cell.row + cell.row_span] - 1);
        let (left, right) = (index(cell.column)?, index(cell.column + cell.column_span - 1)?);
        write_cell(sheet, layout, cell, (top, left, bottom, right))?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(layout: &Layout) -> Result<DocProperties, ExportError> {
    let date = layout.date.unwrap_or(NO_DATE);
    let number = |part: i8| part.unsigned_abs();
    let day = ExcelDateTime::from_ymd(date.year().unsigned_abs(), number(date.month()), number(date.day()))?;
    Ok(DocProperties::new().set_title(&layout.title).set_creation_datetime(&day))
}

fn set_page(sheet: &mut Worksheet) -> Result<(), ExportError> {
    sheet.set_paper_size(A3).set_landscape().set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    let [side, end, band] = [MARGIN_INCHES, MARGIN_INCHES + 0.12, 0.24];
    sheet.set_margins(side, side, end, end, band, band);
    sheet.set_footer("&C第 &P 页，共 &N 页");
    Ok(())
}

/// A row of the layout as rows of the sheet.
struct PhysicalRow {
    height_pt: f64,
    parts: u32,
}

fn physical_rows(layout: &Layout) -> Vec<PhysicalRow> {
    let mut heights = vec![0.0f64; layout.row_count];
    let height = |cell: &Cell| {
        let columns = &layout.columns[cell.column..cell.column + cell.column_span];
        let width: f64 = columns.iter().map(|column| column.width_pt).sum();
        #[expect(clippy::cast_precision_loss, reason = "a number of lines")]
        let lines = lines(&cell.text, (width - INSET_PT) / FONT_PT) as f64;
        lines * LINE_PT + PADDING_PT
    };
    for cell in layout.cells.iter().filter(|cell| cell.row_span == 1) {
        heights[cell.row] = heights[cell.row].max(height(cell));
    }
    for cell in layout.cells.iter().filter(|cell| cell.row_span > 1) {
        let last = cell.row + cell.row_span - 1;
        let available: f64 = heights[cell.row..=last].iter().sum();
        heights[last] += (height(cell) - available).max(0.0);
    }
    let rows = heights.into_iter().map(|height_pt| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
        let parts = (height_pt / MAX_ROW_PT).ceil().max(1.0) as u32;
        PhysicalRow { height_pt, parts }
    });
    rows.collect()
}

fn write_cell(
    sheet: &mut Worksheet,
    layout: &Layout,
    cell: &Cell,
    (top, left, bottom, right): (u32, u16, u32, u16),
) -> Result<(), ExportError> {
    let format = if cell.row < layout.header_rows {
        heading_format()
    } else {
        body_format(layout.columns[cell.column].kind, cell.row_span > 1)
    };
    let is_number = cell.row >= layout.header_rows && layout.columns[cell.column].kind == ColumnKind::Number;
    if (top, left) != (bottom, right) {
        sheet.merge_range(top, left, bottom, right, "", &format)?;
    }
    // A number written as text is marked as a fault by the program that opens it.
    match cell.text.parse::<u32>() {
        Ok(number) if is_number => sheet.write_number_with_format(top, left, number, &format)?,
        _ => sheet.write_string_with_format(top, left, &cell.text, &format)?,
    };
    Ok(())
}

fn base_format() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(FONT_PT)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
}

fn heading_format() -> Format {
    base_format()
        .set_font_name(HEADING_FONT)
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(0xEE_EE_EE))
}

fn body_format(kind: ColumnKind, is_merged: bool) -> Format {
    let format = match kind {
        ColumnKind::Text => base_format().set_align(FormatAlign::Left),
        _ => base_format().set_align(FormatAlign::Center),
    };
    // In the middle of a cell over several pages a text would stand on a page that nobody looks at.
    if is_merged { format.set_align(FormatAlign::Top) } else { format }
}

fn title_format() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(TITLE_PT)
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

/// A name as sheets may have it.
pub(crate) fn sheet_name(name: &str) -> String {
    let allowed =
        |char: &char| !matches!(char, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && *char >= ' ';
    let name: String = name.chars().filter(allowed).take(MAX_SHEET_NAME_CHARS).collect();
    if name.trim().is_empty() { "Sheet1".to_owned() } else { name }
}

fn pixels(width_pt: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "widths are small and positive"
    )]
    let pixels = (width_pt * 96.0 / 72.0).round() as u32;
    pixels
}

fn index(column: usize) -> Result<u16, ExportError> {
    u16::try_from(column).map_err(|_| rust_xlsxwriter::XlsxError::RowColumnLimitError.into())
}
