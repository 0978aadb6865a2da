//! The rows below a heading: which are items, which go together, and what each cell says once what is inherited is
//! filled in.

use std::collections::HashMap;

use crate::import::notes::NoteKind;
use crate::import::report::{Certainty, Field};
use crate::import::table::{Cell, SourceFormat};
use crate::import::words::TableWords;

use super::grid::Grid;
use super::heading::{Heading, Role};
use super::plain::{clean, key};
use super::title;

/// An item as it stands in its cells.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawItem {
    /// Rows of the table, counted from 0.
    pub rows: Vec<u32>,
    /// What the cells of each column say, in the order of the rows, each text once.
    pub cells: Vec<RawCell>,
    /// Cells are missing in its row, so that those behind them may have moved.
    pub has_missing_cells: bool,
    /// Fields that were filled in, and how.
    pub filled: Vec<(Field, NoteKind)>,
}

/// What a cell of an item says.
#[derive(Debug, Clone)]
pub(crate) struct RawCell {
    pub role: Role,
    pub text: String,
    /// Where it is printed, counted from 0.
    pub row: u32,
    pub column: u32,
    pub certainty: Certainty,
}

impl RawItem {
    /// What the cells of a column say.
    pub fn texts<'a>(&'a self, role: &'a Role) -> impl Iterator<Item = &'a RawCell> {
        self.cells.iter().filter(move |cell| cell.role == *role)
    }

    /// The first cell of a column.
    pub fn first(&self, role: &Role) -> Option<&RawCell> {
        self.cells.iter().find(|cell| cell.role == *role)
    }
}

/// Something that stands between items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    Blank,
    PageNumber,
    Title(String),
    Legend(String),
    Stray(String),
    Section(String),
    /// The heading again, or another one for the rows below.
    Heading(Heading),
}

/// A piece of the body of a table.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    Item(Box<RawItem>),
    Line(Line),
}

/// What goes over from one table to the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Above {
    /// What the last row said in each column.
    texts: HashMap<Role, String>,
    /// The next row is the first of a page or of a table that goes on.
    is_page_top: bool,
}

impl Above {
    /// What the next table goes on with.
    pub fn at_page_top(mut self) -> Self {
        self.is_page_top = true;
        self
    }
}

/// Reads the rows of a table below a heading.
pub(crate) struct Body<'g, 't> {
    pub grid: &'g Grid<'t>,
    pub words: &'g TableWords,
    pub format: SourceFormat,
    /// Empty cells stand for merged ones that were lost.
    pub merges_lost: bool,
}

/// Columns in which an empty cell stands for a merged one that was lost.
const INHERITED: &[Role] = &[Role::Level1, Role::Basis, Role::TimeLimit, Role::Publisher, Role::Channels];

impl Body<'_, '_> {
    /// The pieces from a row on. The heading may be replaced by a later one in the same table.
    pub fn read(&self, heading: &mut Heading, from: usize, above: &mut Above) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut open: Option<(RawItem, Identity)> = None;
        let mut row = from;
        while row < self.grid.rows() {
            if let Some(again) = Heading::at(self.grid, self.words, row) {
                Self::close(&mut open, &mut pieces);
                pieces.push(Piece::Line(Line::Heading(again.clone())));
                row = again.below;
                *heading = again;
                above.is_page_top = true;
                continue;
            }
            if let Some(line) = self.line(heading, row) {
                if !matches!(line, Line::Blank | Line::PageNumber) {
                    Self::close(&mut open, &mut pieces);
                }
                if matches!(line, Line::Title(_)) {
                    *above = Above::default();
                }
                pieces.push(Piece::Line(line));
                row += 1;
                continue;
            }
            let identity = self.identity(heading, row);
            let goes_on = open.as_ref().is_some_and(|(_, last)| self.goes_on(heading, last, &identity, row));
            if !goes_on {
                Self::close(&mut open, &mut pieces);
                open = Some((RawItem::default(), identity));
            }
            if let Some((item, _)) = &mut open {
                self.take(heading, row, item, above);
            }
            row += 1;
        }
        Self::close(&mut open, &mut pieces);
        pieces
    }

    fn close(open: &mut Option<(RawItem, Identity)>, pieces: &mut Vec<Piece>) {
        if let Some((item, _)) = open.take() {
            pieces.push(Piece::Item(Box::new(item)));
        }
    }

    /// What a row is that is no item.
    fn line(&self, heading: &Heading, row: usize) -> Option<Line> {
        let mut written = self.grid.written(row);
        let Some(only) = written.next() else { return Some(Line::Blank) };
        if self.grid.written(row).all(|cell| title::is_page_number(&cell.text)) {
            return Some(Line::PageNumber);
        }
        if let Some(second) = written.next() {
            return self.numbered_section(heading, row, only, second).filter(|_| written.next().is_none());
        }
        let plain = clean(&only.text);
        let role = heading.roles.get(only.column as usize).and_then(Option::as_ref);
        let is_wide = only.column_span as usize * 2 >= self.grid.columns() && self.grid.columns() > 3;
        if self.words.lines.stray.iter().any(|stray| key(&plain).contains(key(stray).as_str())) && is_wide {
            return Some(Line::Stray(plain));
        }
        if title::is_title(&plain, &self.words.titles) && (is_wide || role != Some(&Role::Level2)) {
            return Some(Line::Title(plain));
        }
        if self.words.lines.legend.iter().any(|mark| plain.starts_with(mark.as_str())) {
            return Some(Line::Legend(plain));
        }
        // A name alone under the item's heading is an item of which nothing more is said.
        if !is_wide && role == Some(&Role::Level2) {
            return None;
        }
        Some(Line::Section(plain))
    }

    /// A first level with a number in words and nothing else: 一 政策文件.
    fn numbered_section(&self, heading: &Heading, row: usize, number: &Cell, name: &Cell) -> Option<Line> {
        let role = |cell: &Cell| heading.roles.get(cell.column as usize).and_then(Option::as_ref);
        let begins = number.row as usize == row && name.row as usize == row;
        let in_words = clean(&number.text).chars().all(|char| "一二三四五六七八九十、.（）()".contains(char));
        let is_section =
            begins && in_words && role(number) == Some(&Role::Number) && role(name) == Some(&Role::Level1);
        is_section.then(|| Line::Section(clean(&name.text)))
    }

    fn identity(&self, heading: &Heading, row: usize) -> Identity {
        let at = |role: &Role| {
            let column = heading.column(role)?;
            let index = self.grid.index(row, column)?;
            let cell = self.grid.cell(row, column)?;
            Some((index, !cell.text.trim().is_empty(), (cell.row as usize) < row))
        };
        Identity { number: at(&Role::Number), name: at(&Role::Level2), first: at(&Role::Level1) }
    }

    /// Whether a row belongs to the item of the row above it.
    fn goes_on(&self, heading: &Heading, last: &Identity, this: &Identity, row: usize) -> bool {
        let same = |one: Option<(usize, bool, bool)>, other: Option<(usize, bool, bool)>| match (one, other) {
            (Some((one, ..)), Some((other, _, reaches_down))) => one == other && reaches_down,
            (None, None) => true,
            _ => false,
        };
        let has = |cell: Option<(usize, bool, bool)>| cell.is_some();
        if same(last.number, this.number)
            && same(last.name, this.name)
            && (has(this.number) || has(this.name))
        {
            // A number and a first level that reach down over several items of no second level tell nothing.
            return has(this.name) || last.first == this.first;
        }
        // Below an item, a row without number and name says more about it.
        let is_blank = |cell: Option<(usize, bool, bool)>| cell.is_none_or(|(_, is_written, _)| !is_written);
        let starts_first =
            this.first.is_some_and(|(_, is_written, reaches_down)| is_written && !reaches_down);
        let says_more = [Role::Elements, Role::TimeLimit, Role::Channels, Role::Basis].iter().any(|role| {
            heading
                .column(role)
                .and_then(|column| self.grid.cell(row, column))
                .is_some_and(|cell| cell.row as usize == row && !cell.text.trim().is_empty())
        });
        heading.column(&Role::Level2).is_some()
            && is_blank(this.name)
            && is_blank(this.number)
            && !starts_first
            && says_more
    }

    /// Adds what a row says to an item.
    fn take(&self, heading: &Heading, row: usize, item: &mut RawItem, above: &mut Above) {
        let is_first_row = item.rows.is_empty();
        item.rows.push(number(row));
        let mut missing = false;
        for (column, role) in heading.roles.iter().enumerate() {
            let Some(role) = role else { continue };
            let cell = self.grid.cell(row, column);
            if cell.is_none() && self.keeps_places() && is_told_by_ticks(role) {
                missing = true;
            }
            let printed = cell.map_or("", |cell| cell.text.as_str());
            let mut text = without_page_numbers(printed);
            let mut certainty = Certainty::Understood;
            let blank = text.trim().is_empty();
            if self.words.is_ditto(&text) && !blank {
                if let Some(value) = above.texts.get(role) {
                    text.clone_from(value);
                    certainty = Certainty::Assumed;
                    Self::note_filled(item, role, NoteKind::Ditto);
                }
            } else if blank
                && is_first_row
                && self.inherits(role, above)
                && let Some(value) = above.texts.get(role)
            {
                text.clone_from(value);
                certainty = Certainty::Assumed;
                Self::note_filled(item, role, NoteKind::FilledFromAbove);
            }
            if *role == Role::Level1 && !blank {
                above.is_page_top = false;
            }
            if !text.trim().is_empty() && (is_first_row || !blank) {
                above.texts.insert(role.clone(), text.clone());
            }
            let place = cell.map_or((number(row), number(column)), |cell| (cell.row, cell.column));
            let is_known = item.cells.iter().any(|known| known.role == *role && known.text == text);
            if !is_known {
                item.cells.push(RawCell {
                    role: role.clone(),
                    text,
                    row: place.0,
                    column: place.1,
                    certainty,
                });
            }
        }
        item.has_missing_cells |= missing;
    }

    fn note_filled(item: &mut RawItem, role: &Role, kind: NoteKind) {
        if let Some(field) = field(role)
            && !item.filled.contains(&(field, kind))
        {
            item.filled.push((field, kind));
        }
    }

    fn inherits(&self, role: &Role, above: &Above) -> bool {
        (self.merges_lost && INHERITED.contains(role)) || (*role == Role::Level1 && above.is_page_top)
    }

    /// Whether a place without a cell is a place that somebody forgot.
    fn keeps_places(&self) -> bool {
        matches!(self.format, SourceFormat::Html | SourceFormat::Docx)
    }
}

/// Which cells make a row an item of its own: index, whether written, whether it reaches down from above.
struct Identity {
    number: Option<(usize, bool, bool)>,
    name: Option<(usize, bool, bool)>,
    first: Option<(usize, bool, bool)>,
}

fn is_told_by_ticks(role: &Role) -> bool {
    matches!(
        role,
        Role::Audience
            | Role::AudienceEveryone
            | Role::AudienceGroup
            | Role::Method
            | Role::MethodProactive
            | Role::MethodOnRequest
            | Role::Levels
            | Role::Level(_)
            | Role::Channel(_)
    )
}

/// The field that a column is about.
pub(crate) fn field(role: &Role) -> Option<Field> {
    Some(match role {
        Role::Number => Field::Row,
        Role::Level1 => Field::Level1,
        Role::Level2 => Field::Level2,
        Role::Elements => Field::Elements,
        Role::Basis => Field::Basis,
        Role::TimeLimit => Field::TimeLimit,
        Role::Publisher => Field::Subject,
        Role::Channels | Role::Channel(_) => Field::Channels,
        Role::Audience | Role::AudienceEveryone | Role::AudienceGroup => Field::Audience,
        Role::Method | Role::MethodProactive | Role::MethodOnRequest => Field::Method,
        Role::Levels | Role::Level(_) => Field::Levels,
        Role::Domain | Role::Extra(_) => return None,
    })
}

/// The text without lines that are page numbers.
fn without_page_numbers(text: &str) -> String {
    if !text.contains('\n') {
        return text.to_owned();
    }
    text.lines().filter(|line| !title::is_page_number(line)).collect::<Vec<_>>().join("\n")
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
