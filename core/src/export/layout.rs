//! The official table as a grid: which text stands in which cell, and how far the cell reaches.
//!
//! What is printed is chosen so that a careful reader gets the same guideline back: elements are numbered one on each
//! line, so that their own punctuation separates nothing; each basis stands on a line of its own; every standard
//! channel is printed with a box that is ticked or not; a missing name is a dash.

use jiff::civil::Date;

use crate::guideline::{Guideline, Method, Row};
use crate::lexicon::Lexicon;

/// A channel or a level that is meant.
const TICK: &str = "√";
const TICKED_BOX: &str = "■";
const EMPTY_BOX: &str = "□";

/// What stands where a row has no name of its own, or where blank would mean the same as above.
pub(super) const DASH: &str = "─";

/// How many levels of government every table has columns for, whether rows name them or not.
const USUAL_LEVELS: usize = 2;

/// The official table of a guideline, ready to be written in any format.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Layout {
    /// What stands above the table.
    pub title: String,
    /// Name of the domain, for the sheet of a workbook.
    pub name: String,
    /// Day that the document carries in its properties; no clock is asked.
    pub date: Option<Date>,
    /// Columns.
    pub columns: Vec<Column>,
    /// Number of rows that are headings, at the top.
    pub header_rows: usize,
    /// Number of all rows.
    pub row_count: usize,
    /// Cells in the order of rows, then columns. They cover the whole table and do not overlap.
    pub cells: Vec<Cell>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Column {
    /// What its cells hold.
    pub kind: ColumnKind,
    /// Width in points on a sheet of A3.
    pub width_pt: f64,
    /// Whether people read a blank cell as “the same as above” where merged cells cannot be seen.
    pub blank_takes_above: bool,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnKind {
    /// The number of the row.
    Number,
    /// A name or short text.
    Name,
    /// A long text, or one with several lines.
    Text,
    /// A tick, or nothing.
    Tick,
}

/// A cell, at the place where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cell {
    /// Row, counted from 0.
    pub row: usize,
    /// Column, counted from 0.
    pub column: usize,
    /// Number of rows that it reaches over, at least 1.
    pub row_span: usize,
    /// Number of columns that it reaches over, at least 1.
    pub column_span: usize,
    /// Its text; lines are separated by `\n`.
    pub text: String,
}

impl Layout {
    /// Lays the table of a guideline out. The lexicon says which channels and levels are standard.
    #[must_use]
    pub fn new(guideline: &Guideline, lexicon: &Lexicon) -> Self {
        let levels = levels(guideline, lexicon);
        let channels: Vec<&str> = lexicon
            .channels
            .iter()
            .filter(|channel| channel.standard)
            .map(|channel| channel.name.as_str())
            .collect();
        let columns = columns(levels.len());
        let mut table = Cells::default();
        header(&levels, &mut table);
        let header_rows = 2;
        let rows = &guideline.items;
        for (index, row) in rows.iter().enumerate() {
            let at = header_rows + index;
            table.put(at, 0, (index + 1).to_string());
            if index == 0 || rows[index - 1].category != row.category {
                let group = rows[index..].iter().take_while(|other| other.category == row.category).count();
                table.span(at, 1, group, 1, &row.category);
            }
            for (column, text) in (2..).zip(texts(row, &channels, &levels)) {
                table.put(at, column, text);
            }
        }
        table.0.sort_by_key(|cell| (cell.row, cell.column));
        Layout {
            title: title(guideline),
            name: clean(&guideline.name),
            date: guideline.issued_on.as_deref().and_then(crate::date::parse),
            columns,
            header_rows,
            row_count: header_rows + rows.len(),
            cells: table.0,
        }
    }

    /// The cell that covers each place, row by row.
    #[must_use]
    pub fn grid(&self) -> Vec<Vec<&Cell>> {
        let mut grid: Vec<Vec<Option<&Cell>>> = vec![vec![None; self.columns.len()]; self.row_count];
        for cell in &self.cells {
            for row in grid.iter_mut().skip(cell.row).take(cell.row_span) {
                row.iter_mut().skip(cell.column).take(cell.column_span).for_each(|place| *place = Some(cell));
            }
        }
        grid.into_iter().map(|row| row.into_iter().flatten().collect()).collect()
    }

    /// What to write in a place when the format cannot merge cells: what is merged down is said again in every row,
    /// and nothing is left blank that would mean the same as above.
    #[must_use]
    pub fn unmerged<'a>(&'a self, cell: &'a Cell, row: usize, column: usize) -> &'a str {
        let is_heading = row < self.header_rows;
        let begins_here = cell.row == row && cell.column == column;
        if is_heading && !begins_here {
            return "";
        }
        if cell.text.is_empty() && self.columns[column].blank_takes_above { DASH } else { &cell.text }
    }
}

impl Cell {
    /// Whether it begins in this place.
    #[must_use]
    pub fn begins_at(&self, row: usize, column: usize) -> bool {
        (self.row, self.column) == (row, column)
    }
}

#[derive(Default)]
struct Cells(Vec<Cell>);

impl Cells {
    fn put(&mut self, row: usize, column: usize, text: impl AsRef<str>) {
        self.span(row, column, 1, 1, text);
    }

    fn span(
        &mut self,
        row: usize,
        column: usize,
        row_span: usize,
        column_span: usize,
        text: impl AsRef<str>,
    ) {
        self.0.push(Cell { row, column, row_span, column_span, text: clean(text.as_ref()) });
    }
}

/// The levels with a column of their own: the usual ones, then those that rows name, as they are printed.
fn levels<'a>(guideline: &'a Guideline, lexicon: &'a Lexicon) -> Vec<&'a str> {
    let known = lexicon.rulebook.levels.iter().map(|level| level.name.as_str());
    let mut levels: Vec<&str> = known.take(USUAL_LEVELS).collect();
    for level in guideline.items.iter().flat_map(|row| &row.levels) {
        if !levels.contains(&level.as_str()) {
            levels.push(level);
        }
    }
    levels
}

fn columns(levels: usize) -> Vec<Column> {
    let column = |kind, width_pt| Column { kind, width_pt, blank_takes_above: false };
    let inherited = |kind, width_pt| Column { kind, width_pt, blank_takes_above: true };
    let mut columns = vec![
        column(ColumnKind::Number, 28.0),
        inherited(ColumnKind::Name, 66.0),
        column(ColumnKind::Name, 84.0),
        column(ColumnKind::Text, 216.0),
        inherited(ColumnKind::Text, 190.0),
        inherited(ColumnKind::Text, 92.0),
        inherited(ColumnKind::Name, 72.0),
        inherited(ColumnKind::Text, 148.0),
        column(ColumnKind::Tick, 38.0),
        column(ColumnKind::Tick, 56.0),
        column(ColumnKind::Tick, 30.0),
        column(ColumnKind::Tick, 38.0),
    ];
    columns.extend(std::iter::repeat_n(column(ColumnKind::Tick, 30.0), levels));
    columns
}

fn header(levels: &[&str], table: &mut Cells) {
    table.span(0, 0, 2, 1, "序号");
    table.span(0, 1, 1, 2, "公开事项");
    table.put(1, 1, "一级事项");
    table.put(1, 2, "二级事项");
    for (column, heading) in
        (3..).zip(["公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体"])
    {
        table.span(0, column, 2, 1, heading);
    }
    table.span(0, 8, 1, 2, "公开对象");
    table.put(1, 8, "全社会");
    table.put(1, 9, "特定群体");
    table.span(0, 10, 1, 2, "公开方式");
    table.put(1, 10, "主动");
    table.put(1, 11, "依申请");
    if !levels.is_empty() {
        table.span(0, 12, 1, levels.len(), "公开层级");
    }
    for (column, level) in (12..).zip(levels) {
        table.put(1, column, level);
    }
}

/// The texts of a row from the name of its item on.
fn texts(row: &Row, channels: &[&str], levels: &[&str]) -> Vec<String> {
    let tick = |is_ticked: bool| if is_ticked { TICK.to_owned() } else { String::new() };
    let elements: Vec<String> = (1..)
        .zip(&row.elements)
        .map(|(number, element)| format!("{number}.{}", in_one_line(element.name())))
        .collect();
    let basis: Vec<String> = row.basis.iter().map(|basis| in_one_line(basis)).collect();
    let group = row.audience.group.as_deref().map_or_else(String::new, |group| format!("{TICK}\n{group}"));
    let mut texts = vec![
        row.name.as_deref().map_or_else(|| DASH.to_owned(), in_one_line),
        elements.join("\n"),
        basis.join("\n"),
        row.time_limit.clone().unwrap_or_default(),
        row.publisher.clone(),
        boxes(&row.channels, channels),
        tick(row.audience.everyone),
        group,
        tick(row.methods.contains(&Method::Proactive)),
        tick(row.methods.contains(&Method::OnRequest)),
    ];
    texts.extend(levels.iter().map(|level| tick(row.levels.iter().any(|own| own == level))));
    texts
}

/// All standard channels with their boxes, then the others that the row names. What a row adds to the last of the
/// standard ones, 其他：…, stands in its place.
fn boxes(own: &[String], standard: &[&str]) -> String {
    let is_detail_of = |channel: &str, general: &str| {
        channel.strip_prefix(general).is_some_and(|rest| rest.starts_with(['：', ':']))
    };
    let mut lines = Vec::new();
    for name in standard {
        let has_detail = own.iter().any(|channel| is_detail_of(channel, name));
        if own.iter().any(|channel| channel == name) {
            lines.push(format!("{TICKED_BOX}{name}"));
        } else if !has_detail {
            lines.push(format!("{EMPTY_BOX}{name}"));
        }
        let details = own.iter().filter(|channel| is_detail_of(channel, name));
        lines.extend(details.map(|channel| format!("{TICKED_BOX}{}", in_one_line(channel))));
    }
    let others = own.iter().filter(|channel| {
        !standard.iter().any(|name| channel.as_str() == *name || is_detail_of(channel, name))
    });
    lines.extend(others.map(|channel| format!("{TICKED_BOX}{}", in_one_line(channel))));
    lines.join("\n")
}

/// The title as official tables print it, with the number of the domain where its code is one.
fn title(guideline: &Guideline) -> String {
    let number = guideline.code.parse().ok().and_then(numeral);
    let number = number.map_or_else(String::new, |numeral| format!("（{numeral}）"));
    format!("{number}{}领域基层政务公开标准目录", clean(&guideline.name))
}

/// A number from 1 to 99 in Chinese.
fn numeral(number: u8) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::from(number / 10), usize::from(number % 10));
    match tens {
        0 if ones == 0 => None,
        0 => Some(DIGITS[ones].to_owned()),
        1 => Some(format!("十{}", DIGITS[ones])),
        2..=9 => Some(format!("{}十{}", DIGITS[tens], DIGITS[ones])),
        _ => None,
    }
}

/// A text without the characters that no document may hold.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|char| *char == '\n' || !char.is_control()).collect::<String>().trim().to_owned()
}

/// A text whose lines would be taken for several things.
fn in_one_line(text: &str) -> String {
    clean(text).split('\n').map(str::trim).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::from_toml(gongkai_guidelines::LEXICON).expect("the shipped lexicon can be read")
    }

    fn guidelines() -> Vec<Guideline> {
        let read = |domain: &gongkai_guidelines::Domain| {
            Guideline::from_toml(domain.guideline).expect("the shipped guideline can be read")
        };
        gongkai_guidelines::DOMAINS.iter().map(read).collect()
    }

    #[test]
    fn cells_cover_every_table_once() {
        for guideline in guidelines() {
            let layout = Layout::new(&guideline, &lexicon());
            let covered: usize = layout.cells.iter().map(|cell| cell.row_span * cell.column_span).sum();
            assert_eq!(covered, layout.row_count * layout.columns.len(), "{}", guideline.slug);
            for (row, places) in layout.grid().iter().enumerate() {
                assert_eq!(places.len(), layout.columns.len(), "{} row {row}", guideline.slug);
            }
        }
    }

    #[test]
    fn a_row_says_all_it_holds() {
        let mut guideline = guidelines().remove(0);
        let row = &mut guideline.items[0];
        row.name = None;
        row.elements =
            ["甲；乙、丙", "丁等"].map(|name| crate::guideline::ElementSource::Name(name.into())).into();
        row.basis = vec!["《一》".into(), "各地规定".into()];
        row.time_limit = None;
        row.audience = crate::guideline::Audience { everyone: false, group: Some("申请人".into()) };
        row.methods = vec![Method::OnRequest];
        row.levels = vec!["村级".into()];
        let standard: Vec<String> = lexicon().channels.into_iter().map(|channel| channel.name).collect();
        row.channels = vec![standard[0].clone(), "其他：大厅".into(), "本地平台".into()];
        guideline.items.truncate(1);
        let layout = Layout::new(&guideline, &lexicon());
        let grid = layout.grid();
        let text = |column: usize| grid[2][column].text.as_str();
        assert_eq!(layout.columns.len(), 15);
        assert_eq!((text(0), text(2), text(3)), ("1", "─", "1.甲；乙、丙\n2.丁等"));
        assert_eq!((text(4), text(5)), ("《一》\n各地规定", ""));
        assert_eq!((text(8), text(9), text(10), text(11)), ("", "√\n申请人", "", "√"));
        assert_eq!((text(12), text(13), text(14)), ("", "", "√"));
        let boxes: Vec<&str> = text(7).lines().collect();
        assert_eq!(boxes.len(), 14);
        assert_eq!(boxes.iter().filter(|line| line.starts_with(TICKED_BOX)).count(), 3);
        assert!(boxes[12..] == ["■其他：大厅", "■本地平台"], "{boxes:?}");
        assert_eq!(layout.unmerged(grid[2][5], 2, 5), DASH);
        assert_eq!(layout.unmerged(grid[2][8], 2, 8), "");
        assert_eq!((layout.unmerged(grid[0][9], 0, 9), layout.unmerged(grid[0][8], 0, 8)), ("", "公开对象"));
    }

    #[test]
    fn numbers_of_domains_are_chinese() {
        let named = [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (26, "二十六"), (99, "九十九")];
        for (number, wanted) in named {
            assert_eq!(numeral(number).as_deref(), Some(wanted));
        }
        assert_eq!((numeral(0), numeral(100)), (None, None));
    }
}
