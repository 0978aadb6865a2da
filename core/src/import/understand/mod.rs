//! Understanding: out of lines and tables the items of each domain, with all that was assumed and not understood.

mod basis;
mod body;
mod boxes;
mod channels;
mod column_name;
mod domains;
mod fit;
mod grid;
mod heading;
mod item;
mod listing;
mod marker;
mod notebook;
pub(crate) mod plain;
mod script;
mod surroundings;
mod title;
mod verdict;

use super::notes::NoteKind;
use super::report::{ImportReport, ImportedDomain};
use super::table::{Block, SourceDocument, Table};
use super::words::TableWords;
use crate::Lexicon;

use body::{Above, Body, Line, Piece};
use channels::ChannelReader;
use column_name::head_word;
use fit::Fit;
use grid::Grid;
use heading::{Heading, Role};
use item::ItemReader;
use listing::LineEnds;
use notebook::Notebook;
use plain::clean;

/// What understanding needs to know besides the document.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Knowledge<'a> {
    /// What heads the columns of official tables and stands in them.
    pub words: &'a TableWords,
    /// Names the standard channels.
    pub lexicon: &'a Lexicon,
    /// Names of domains that are known, to find them in titles. Defaults to none.
    pub domains: &'a [String],
}

impl<'a> Knowledge<'a> {
    /// Knowledge without names of domains.
    #[must_use]
    pub fn new(words: &'a TableWords, lexicon: &'a Lexicon) -> Self {
        Knowledge { words, lexicon, domains: &[] }
    }

    /// The same with names of domains.
    #[must_use]
    pub fn with_domains(mut self, domains: &'a [String]) -> Self {
        self.domains = domains;
        self
    }
}

/// Understands a document that was read.
#[must_use]
pub fn understand(mut document: SourceDocument, knowledge: &Knowledge<'_>) -> ImportReport {
    let script = script::settle(&mut document);
    let channels = ChannelReader::new(knowledge.lexicon, knowledge.words);
    let mut reader = Reader {
        knowledge,
        channels: &channels,
        document: &document,
        domains: Vec::new(),
        notebook: Notebook::default(),
        lines: Vec::new(),
        state: None,
        head_words: 0,
        fit: Fit::default(),
    };
    if script.is_traditional {
        reader.notebook.document(NoteKind::TraditionalScript, None);
    }
    if script.readings > 0 {
        reader.notebook.document(NoteKind::ReadingsRemoved, Some(script.readings.to_string()));
    }
    let mut number = 0;
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) => {
                reader.lines.extend(text.lines().map(str::to_owned).filter(|line| !line.trim().is_empty()))
            }
            Block::Table(table) => {
                number += 1;
                reader.table(table, number);
            }
        }
    }
    reader.finish()
}

/// What goes over from one table to the next.
struct State {
    heading: Heading,
    above: Above,
}

struct Reader<'a> {
    knowledge: &'a Knowledge<'a>,
    channels: &'a ChannelReader<'a>,
    document: &'a SourceDocument,
    domains: Vec<ImportedDomain>,
    notebook: Notebook,
    /// Lines since the last table.
    lines: Vec<String>,
    state: Option<State>,
    /// Names of columns seen in tables that have no heading, to tell scattered ones.
    head_words: usize,
    fit: Fit,
}

impl Reader<'_> {
    fn table(&mut self, table: &Table, number: u32) {
        let words = self.knowledge.words;
        let Some(grid) = Grid::new(table) else {
            self.notebook.document(NoteKind::TableSkipped, Some(number.to_string()));
            return;
        };
        if let Some(sheet) = &table.sheet {
            // Each sheet stands for itself.
            self.state = None;
            self.notebook.sheet = Some(sheet.clone());
        }
        let lines = std::mem::take(&mut self.lines);
        let Some(mut heading) = Heading::find(&grid, words, 0) else {
            self.without_heading(&grid, table, number, lines);
            return;
        };
        let mut above_heading = lines;
        for row in 0..heading.first {
            above_heading.extend(
                grid.written(row).filter(|cell| cell.row as usize == row).map(|cell| cell.text.clone()),
            );
        }
        fit::settle_methods(&grid, &mut heading, &mut self.notebook);
        let is_same_table = self.state.as_ref().is_some_and(|state| state.heading.roles == heading.roles);
        let title = self.title(&above_heading, table);
        self.stray(&above_heading);
        if title.is_some() || self.domains.is_empty() || table.sheet.is_some() {
            self.begin_domain(title, table);
        } else if is_same_table {
            self.notebook.count(NoteKind::HeaderRepeated);
        }
        self.columns(&heading);
        let above = match self.state.take() {
            Some(state) if !self.domain_is_empty() => state.above.at_page_top(),
            _ => Above::default(),
        };
        let from = heading.below;
        self.body(&grid, table, number, heading, from, above);
    }

    /// A table without a heading goes on with the one before it, or is of another kind.
    fn without_heading(&mut self, grid: &Grid<'_>, table: &Table, number: u32, lines: Vec<String>) {
        let words = self.knowledge.words;
        let scattered = (0..grid.rows())
            .flat_map(|row| grid.written(row).collect::<Vec<_>>())
            .filter(|cell| head_word(words, &cell.text).is_some())
            .count();
        let Some(state) = self.state.take() else {
            self.head_words += scattered;
            if let Some(sheet) = &table.sheet {
                self.notebook.document(NoteKind::SheetSkipped, Some(sheet.clone()));
            } else {
                self.lines = lines;
                self.lines.extend(
                    (0..grid.rows())
                        .flat_map(|row| grid.written(row).map(|cell| cell.text.clone()).collect::<Vec<_>>()),
                );
            }
            return;
        };
        let is_new_title = lines.iter().any(|line| title::is_title(line, &words.titles));
        if goes_on(&state.heading, grid, table) && !is_new_title {
            self.stray(&lines);
            self.notebook.document(NoteKind::SectionRow, None);
            self.body(grid, table, number, state.heading, 0, state.above.at_page_top());
            return;
        }
        self.lines = lines;
        if grid.rows() > 1 && grid.columns() >= 5 {
            self.notebook.document(NoteKind::TableSkipped, Some(number.to_string()));
        }
        self.state = Some(state);
    }

    fn body(
        &mut self,
        grid: &Grid<'_>,
        table: &Table,
        number: u32,
        mut heading: Heading,
        from: usize,
        mut above: Above,
    ) {
        let words = self.knowledge.words;
        let merges_lost =
            !self.document.format.keeps_merged_cells() || fit::lost_merges(grid, &heading, from);
        if merges_lost && self.document.format.keeps_merged_cells() {
            self.notebook.domain(NoteKind::MergesLost, None);
        }
        let texts = |role: Role| {
            let column = heading.column(&role);
            (from..grid.rows()).filter_map(move |row| {
                let cell = grid.cell(row, column?)?;
                (cell.row as usize == row).then_some(cell.text.as_str())
            })
        };
        let lists: Vec<&str> = texts(Role::Elements).collect();
        let names =
            [Role::Level1, Role::Level2, Role::TimeLimit, Role::Publisher].into_iter().flat_map(texts);
        let line_ends = LineEnds::of(&lists, names);
        let body = Body { grid, words, format: self.document.format, merges_lost };
        let shown = heading.clone();
        let pieces = body.read(&mut heading, from, &mut above);
        let mut of = shown;
        // Where the table has one column for items, a line between them is the level above.
        let mut section: Option<String> = None;
        for piece in pieces {
            match piece {
                Piece::Line(line) => match line {
                    Line::Blank => self.notebook.count(NoteKind::BlankRow),
                    Line::PageNumber => self.notebook.count(NoteKind::PageNumber),
                    Line::Heading(again) => {
                        let is_another = of.roles != again.roles;
                        of = again;
                        fit::settle_methods(grid, &mut of, &mut self.notebook);
                        if is_another {
                            self.columns(&of);
                        }
                        self.notebook.count(NoteKind::HeaderRepeated);
                    }
                    Line::Legend(text) => self.notebook.domain(NoteKind::Legend, Some(text)),
                    Line::Stray(text) => self.notebook.domain(NoteKind::StrayText, Some(text)),
                    Line::Section(text) => {
                        section = Some(marker::without_number(&text).unwrap_or_else(|| text.clone()));
                        self.notebook.domain(NoteKind::SectionRow, Some(text));
                    }
                    Line::Title(text) => {
                        section = None;
                        self.begin_domain(Some(text), table);
                    }
                },
                Piece::Item(raw) => {
                    if let Some(name) =
                        raw.first(&Role::Domain).map(|cell| clean(&cell.text)).filter(|name| !name.is_empty())
                    {
                        self.name_domain(&name, table);
                    }
                    let reader =
                        ItemReader { words, channels: self.channels, heading: &of, table: number, line_ends };
                    let (mut item, findings) = reader.read(&raw);
                    if let Some(section) = section.as_ref().filter(|_| of.column(&Role::Level2).is_none()) {
                        item.level2 = item.level1.replace(section.clone());
                    }
                    self.fit.see(&raw, self.channels);
                    self.notebook.item(&item, &raw, &findings, number);
                    if let Some(domain) = self.domains.last_mut() {
                        domain.items.push(item);
                    }
                }
            }
        }
        self.state = Some(State { heading, above });
    }
}

/// Whether a table without a heading has the columns of the one before it: as many, and numbers where those were.
fn goes_on(heading: &Heading, grid: &Grid<'_>, table: &Table) -> bool {
    let columns = heading.roles.len();
    let are_unwritten =
        heading.roles.iter().skip(grid.columns()).all(|role| matches!(role, None | Some(Role::Extra(_))));
    let is_as_wide = grid.columns() == columns
        || (grid.columns() < columns && are_unwritten && table.column_count as usize >= columns);
    let numbers = heading.column(&Role::Number).is_none_or(|column| {
        let texts: Vec<String> = (0..grid.rows())
            .map(|row| clean(grid.text(row, column)))
            .filter(|text| !text.is_empty())
            .collect();
        let numeric =
            texts.iter().filter(|text| text.chars().next().is_some_and(|char| char.is_ascii_digit())).count();
        numeric * 2 >= texts.len()
    });
    is_as_wide && numbers
}
