//! The workbook of a template: a sheet to fill in, and a hidden one that says what it is and holds the lists to choose
//! from.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime,
    Format, FormatAlign, FormatBorder, Formula, Note, Workbook, Worksheet, XlsxError,
};

use serde_json::Value;

use super::column::{Column, columns};
use super::{FORMAT, SHEET};
use crate::date;
use crate::export::{ExportError, sheet_name};
use crate::field::{Kind, TextFormat, parse_number};
use crate::pack::ItemRef;
use crate::rows::Columns;

const FONT: &str = "宋体";
const FONT_PT: f64 = 11.0;
const REQUIRED_FILL: Color = Color::RGB(0xFC_E4_D6);
const OPTIONAL_FILL: Color = Color::RGB(0xDD_EB_F7);

/// Widths of columns, in characters as workbooks count them.
const NARROW: f64 = 13.0;
const MEDIUM: f64 = 22.0;
const WIDE: f64 = 38.0;

/// Longest message beside a cell.
const MAX_MESSAGE_CHARS: usize = 250;
/// Longest text of a cell.
const MAX_CELL_CHARS: u32 = 32_767;

/// Makes a template for entries of an item; cells of so many rows are prepared.
///
/// # Errors
/// The workbook cannot be made: see [`ExportError`]. No item of the shipped guidelines meets one.
pub fn workbook(item: ItemRef<'_>, rows: u32) -> Result<Vec<u8>, ExportError> {
    made(item, rows, &[])
}

/// Rows that are prepared below those of the entries.
const SPARE_ROWS: u32 = 100;

/// The same with entries in its rows, and room for more.
///
/// # Errors
/// As for [`workbook`], or a text is longer than a cell holds.
pub fn filled_workbook(item: ItemRef<'_>, entries: &[Value]) -> Result<Vec<u8>, ExportError> {
    let rows = u32::try_from(entries.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    made(item, rows.saturating_add(SPARE_ROWS), entries)
}

fn made(item: ItemRef<'_>, rows: u32, entries: &[Value]) -> Result<Vec<u8>, ExportError> {
    let columns = columns(item);
    // The headings of a template are those of its item, so that there are columns whenever there are headings.
    let cells = Columns::new(columns.iter().map(|column| column.heading.as_str()), item).ok();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(item)?);
    let mut lists = Lists::default();
    let sheet = workbook.add_worksheet();
    let name = sheet_name(&item.name);
    sheet.set_name(if name.eq_ignore_ascii_case(SHEET) { format!("{name}_") } else { name })?;
    for (index, column) in columns.iter().enumerate() {
        let about = (index == 0).then(|| about(item));
        let number = column_number(index)?;
        write_column(sheet, number, column, about.as_deref(), rows.max(1), &mut lists)?;
        for (row, entry) in (1..).zip(entries) {
            let text = cells.as_ref().map_or_else(String::new, |cells| cells.text(entry, index));
            write_cell(sheet, (row, number), column, &text)?;
        }
    }
    sheet.set_row_height(0, 48)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let hidden = workbook.add_worksheet();
    hidden.set_name(SHEET)?.set_hidden(true);
    write_hidden(hidden, item, &columns, &lists)?;
    Ok(workbook.save_to_buffer()?)
}

/// The same bytes on every day: no clock is asked.
fn properties(item: ItemRef<'_>) -> Result<DocProperties, ExportError> {
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_title(&item.name).set_creation_datetime(&day))
}

fn column_number(index: usize) -> Result<u16, ExportError> {
    u16::try_from(index).map_err(|_| XlsxError::RowColumnLimitError.into())
}

fn write_column(
    sheet: &mut Worksheet,
    number: u16,
    column: &Column,
    about: Option<&str>,
    rows: u32,
    lists: &mut Lists,
) -> Result<(), ExportError> {
    let star = if column.required { "*" } else { "" };
    sheet.write_string_with_format(
        0,
        number,
        format!("{}{star}", column.heading),
        &heading_format(column.required),
    )?;
    let note = match about {
        Some(about) => format!("{}\n\n{about}", column.hint),
        None => column.hint.clone(),
    };
    if !note.is_empty() {
        sheet.insert_note(0, number, &note_of(&note))?;
    }
    sheet.set_column_width(number, width(column))?;
    sheet.set_column_format(number, &cell_format(column))?;
    let validation = with_message(validation(column, lists)?, column)?;
    sheet.add_data_validation(1, number, rows, number, &validation)?;
    Ok(())
}

/// What a cell of an entry says: days and numbers as such, all else as text.
fn write_cell(
    sheet: &mut Worksheet,
    (row, number): (u32, u16),
    column: &Column,
    text: &str,
) -> Result<(), ExportError> {
    if text.is_empty() {
        return Ok(());
    }
    let format = cell_format(column);
    let day = |text| {
        let day = date::parse(text)?;
        ExcelDateTime::from_ymd(
            u16::try_from(day.year()).ok()?,
            day.month().unsigned_abs(),
            day.day().unsigned_abs(),
        )
        .ok()
    };
    let (is_day, is_number) =
        (column.kind == Kind::Date && !column.several, matches!(column.kind, Kind::Number { .. }));
    if let Some(day) = Some(text).filter(|_| is_day).and_then(day) {
        sheet.write_datetime_with_format(row, number, day, &format)?;
    } else if let Some(value) = Some(text).filter(|_| is_number).and_then(exactly) {
        sheet.write_number_with_format(row, number, value, &format)?;
    } else {
        sheet.write_string_with_format(row, number, text, &format)?;
    }
    Ok(())
}

/// A number, when a workbook keeps it as it is written: 12.50 would come back as 12.5.
fn exactly(text: &str) -> Option<f64> {
    let number = parse_number(text)?.as_f64()?;
    (number.to_string() == text).then_some(number)
}

fn heading_format(required: bool) -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(FONT_PT)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color(if required { REQUIRED_FILL } else { OPTIONAL_FILL })
        .set_num_format("@")
}

/// Dates and numbers have formats of their own; all else is text, so that numbers keep their zeros.
fn cell_format(column: &Column) -> Format {
    let format = Format::new().set_font_name(FONT).set_font_size(FONT_PT).set_align(FormatAlign::Top);
    match &column.kind {
        Kind::Date if !column.several => format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        Kind::Number { integer: true, .. } => format.set_num_format("0"),
        Kind::Number { .. } => format.set_num_format("General"),
        _ => format.set_num_format("@").set_text_wrap(),
    }
}

fn width(column: &Column) -> f64 {
    match &column.kind {
        Kind::LongText { .. } | Kind::Table { .. } | Kind::List { .. } => WIDE,
        Kind::Date | Kind::Number { .. } | Kind::Boolean => NARROW,
        _ => MEDIUM,
    }
}

/// What a cell takes. Where several values may stand in one, only the check can judge them.
fn validation(column: &Column, lists: &mut Lists) -> Result<DataValidation, ExportError> {
    let validation = DataValidation::new();
    let text = |max: u32| DataValidation::new().allow_text_length(DataValidationRule::LessThanOrEqualTo(max));
    if let Kind::Choice { choices, open } = &column.kind {
        let list = lists.add(choices)?;
        return Ok(validation.allow_list_formula(list).show_error_message(!open && !column.several));
    }
    if column.several {
        return Ok(text(MAX_CELL_CHARS));
    }
    Ok(match &column.kind {
        Kind::Date => {
            let (first, last) =
                (ExcelDateTime::from_ymd(1900, 1, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?);
            validation.allow_date(DataValidationRule::Between(first, last))
        }
        Kind::Number { integer, min, max, .. } => number(validation, *integer, *min, *max),
        Kind::Boolean => validation.allow_list_formula(lists.add(&["是".to_owned(), "否".to_owned()])?),
        Kind::Text { format: Some(format), max_length_chars } => match lengths(*format) {
            Some((least, most)) => validation.allow_text_length(DataValidationRule::Between(least, most)),
            None => text(*max_length_chars),
        },
        Kind::Text { max_length_chars, .. } | Kind::LongText { max_length_chars } => text(*max_length_chars),
        // 110, and several numbers in one cell.
        Kind::Phone => validation.allow_text_length(DataValidationRule::Between(3, 200)),
        _ => text(MAX_CELL_CHARS),
    })
}

fn number(validation: DataValidation, integer: bool, min: Option<f64>, max: Option<f64>) -> DataValidation {
    const LARGEST: f64 = 1e15;
    if integer {
        #[expect(clippy::cast_possible_truncation, reason = "the limits of a count, which saturate")]
        let limit = |number: f64| number as i32;
        let (min, max) =
            (min.map_or(i32::MIN, |min| limit(min.ceil())), max.map_or(i32::MAX, |max| limit(max.floor())));
        validation.allow_whole_number(DataValidationRule::Between(min, max))
    } else {
        let (min, max) = (min.unwrap_or(-LARGEST), max.unwrap_or(LARGEST));
        validation.allow_decimal_number(DataValidationRule::Between(min, max))
    }
}

/// Shortest and longest text in a format, where its length says most of it.
fn lengths(format: TextFormat) -> Option<(u32, u32)> {
    match format {
        TextFormat::CreditCode => Some((18, 18)),
        TextFormat::IdNumber => Some((15, 18)),
        TextFormat::OrganisationCode => Some((9, 10)),
        TextFormat::PostalCode => Some((6, 6)),
        _ => None,
    }
}

fn with_message(validation: DataValidation, column: &Column) -> Result<DataValidation, ExportError> {
    let shortened = |text: &str| text.chars().take(MAX_MESSAGE_CHARS).collect::<String>();
    let validation = validation
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("内容不合要求")?
        .set_error_message(shortened(&column.hint))?;
    // The title of a message is shorter than most headings.
    Ok(validation.set_input_message(shortened(&format!("{}\n{}", column.heading, column.hint)))?)
}

fn note_of(text: &str) -> Note {
    let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(22).max(1)).sum();
    let height = u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(18).clamp(60, 600);
    Note::new(text).add_author_prefix(false).set_width(300).set_height(height)
}

/// What the guideline says of the item.
fn about(item: ItemRef<'_>) -> String {
    let mut lines = vec![format!("事项：{}（{}）", item.name, item.pack.name)];
    if !item.basis.is_empty() {
        lines.push(format!("公开依据：{}", item.basis.join("、")));
    }
    lines.extend(item.time_limit.as_ref().map(|limit| format!("公开时限：{}", limit.text)));
    lines.push(format!("公开主体：{}", item.publisher));
    lines.push("每行填一条。带*的为必填。填好后可用 gongkai check 检查。".to_owned());
    lines.join("\n")
}

/// The lists to choose from, one in each column of the hidden sheet.
#[derive(Default)]
struct Lists(Vec<Vec<String>>);

/// The column of the hidden sheet where lists begin.
const FIRST_LIST: usize = 6;

impl Lists {
    /// Where the list of these choices stands.
    fn add(&mut self, choices: &[String]) -> Result<Formula, ExportError> {
        let known = self.0.iter().position(|list| list == choices);
        let index = known.unwrap_or_else(|| {
            self.0.push(choices.to_vec());
            self.0.len() - 1
        });
        let column = column_number(FIRST_LIST + index)?;
        let letters = rust_xlsxwriter::utility::column_number_to_name(column);
        Ok(Formula::new(format!("={SHEET}!${letters}$1:${letters}${}", choices.len().max(1))))
    }
}

fn write_hidden(
    sheet: &mut Worksheet,
    item: ItemRef<'_>,
    columns: &[Column],
    lists: &Lists,
) -> Result<(), ExportError> {
    let about = [
        ("format", FORMAT),
        ("pack", &item.pack.id),
        ("edition", &item.pack.edition),
        ("item", &item.id),
        ("name", &item.name),
    ];
    for (row, (name, value)) in (0..).zip(about) {
        sheet.write_string(row, 0, name)?.write_string(row, 1, value)?;
    }
    for (row, column) in (0..).zip(columns) {
        sheet.write_string(row, 3, &column.heading)?.write_string(row, 4, &column.path)?;
    }
    for (index, list) in lists.0.iter().enumerate() {
        let number = column_number(FIRST_LIST + index)?;
        for (row, choice) in (0..).zip(list) {
            sheet.write_string(row, number, choice)?;
        }
    }
    Ok(())
}
