//! Understanding: out of lines and tables the items of each domain, with all that was assumed and not understood.

mod basis;
mod body;
mod boxes;
mod channels;
mod fit;
mod grid;
mod heading;
mod item;
mod listing;
mod notebook;
pub(crate) mod plain;
mod script;
mod title;

use super::notes::NoteKind;
use super::report::{
    Certainty, Counts, DocumentIdentity, FORMAT, ImportReport, ImportedDomain, Outcome, Told,
};
use super::table::{Block, SourceDocument, Table};
use super::words::TableWords;
use crate::Lexicon;

use body::{Above, Body, Line, Piece};
use channels::ChannelReader;
use fit::Fit;
use grid::Grid;
use heading::{Heading, Role, head_word};
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
        let grid = Grid::new(table);
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
                Piece::Line { row, line } => match line {
                    Line::Blank => self.notebook.count(NoteKind::BlankRow),
                    Line::PageNumber(_) => self.notebook.count(NoteKind::PageNumber),
                    Line::Heading => {
                        if let Some(again) = Heading::at(grid, words, row as usize) {
                            let is_another = of.roles != again.roles;
                            of = again;
                            fit::settle_methods(grid, &mut of, &mut self.notebook);
                            if is_another {
                                self.columns(&of);
                            }
                        }
                        self.notebook.count(NoteKind::HeaderRepeated);
                    }
                    Line::Legend(text) => self.notebook.domain(NoteKind::Legend, Some(text)),
                    Line::Stray(text) => self.notebook.domain(NoteKind::StrayText, Some(text)),
                    Line::Section(text) => {
                        section = Some(listing::without_number(&text).unwrap_or_else(|| text.clone()));
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

    fn domain_is_empty(&self) -> bool {
        self.domains.last().is_none_or(|domain| domain.items.is_empty())
    }

    /// The last line above a heading that is a title.
    fn title(&self, lines: &[String], table: &Table) -> Option<String> {
        let words = &self.knowledge.words.titles;
        let mut titles =
            lines.iter().flat_map(|text| text.lines()).filter(|line| title::is_title(line, words));
        let last = titles.next_back().map(|line| line.trim().to_owned());
        // Titles break over two lines of a cell.
        let whole = lines
            .iter()
            .rev()
            .find(|text| text.contains('\n') && title::is_title(text, words))
            .map(|text| clean(text));
        last.or(whole).or_else(|| table.sheet.clone().filter(|sheet| title::is_title(sheet, words)))
    }

    fn begin_domain(&mut self, title: Option<String>, table: &Table) {
        let words = &self.knowledge.words.titles;
        let named =
            title.as_deref().and_then(|title| title::domain_name(title, self.knowledge.domains, words));
        let is_default_sheet =
            |sheet: &String| sheet.to_lowercase().starts_with("sheet") || sheet.starts_with("工作表");
        let name = named
            .or_else(|| {
                table.sheet.as_ref().filter(|sheet| !is_default_sheet(sheet)).map(|sheet| sheet_name(sheet))
            })
            .unwrap_or_default();
        // One domain in several tables under the same title, or in several sheets.
        if let Some(last) = self.domains.last().filter(|last| !name.is_empty() && last.name == name) {
            let same_title = last.title == title || title.is_none();
            if same_title {
                return;
            }
        }
        self.close_domain();
        if let Some(last) = self.domains.last_mut().filter(|last| last.items.is_empty()) {
            last.name = name;
            last.title = title;
            last.sheet.clone_from(&table.sheet);
        } else {
            self.domains.push(ImportedDomain { name, title, sheet: table.sheet.clone(), items: Vec::new() });
        }
        self.notebook.begin(self.domains.last().map(|domain| domain.name.clone()));
    }

    /// A column names the domain of each row.
    fn name_domain(&mut self, name: &str, table: &Table) {
        let name = listing::without_number(name).unwrap_or_else(|| name.to_owned());
        let name = name.strip_suffix("领域").unwrap_or(&name).to_owned();
        let Some(last) = self.domains.last_mut() else { return };
        if last.items.is_empty() {
            last.name.clone_from(&name);
            self.notebook.begin(Some(name));
        } else if last.name != name {
            let title = last.title.clone();
            self.close_domain();
            self.domains.push(ImportedDomain {
                name: name.clone(),
                title,
                sheet: table.sheet.clone(),
                items: Vec::new(),
            });
            self.notebook.begin(Some(name));
        }
    }

    /// What the columns of a table say about it.
    fn columns(&mut self, heading: &Heading) {
        for (name, roles) in OFFICIAL_COLUMNS {
            let has = heading.roles.iter().flatten().any(|role| {
                roles.contains(role)
                    || (*name == "公开层级" && matches!(role, Role::Level(_)))
                    || (*name == "公开渠道和载体" && matches!(role, Role::Channel(_)))
            });
            if !has {
                self.notebook.domain_column(NoteKind::ColumnMissing, name, None);
            }
        }
        for role in heading.roles.iter().flatten() {
            if let Role::Extra(name) = role {
                self.notebook.domain_column(NoteKind::ColumnExtra, name, None);
            }
        }
        for (column, legend) in &heading.legends {
            let name = heading
                .roles
                .get(*column)
                .and_then(Option::as_ref)
                .and_then(body::field)
                .map_or("", |field| field.heading().0);
            self.notebook.domain_column(NoteKind::Legend, name, Some(legend.clone()));
        }
        let usual = &self.knowledge.words.levels.usual;
        let unusual: Vec<String> = heading
            .roles
            .iter()
            .flatten()
            .filter_map(|role| match role {
                Role::Level(name) if !usual.contains(name) => Some(name.clone()),
                _ => None,
            })
            .collect();
        if !unusual.is_empty() {
            self.notebook.domain(NoteKind::LevelNames, Some(unusual.join("、")));
        }
    }

    /// Lines before a table that are no part of the document.
    fn stray(&mut self, lines: &[String]) {
        for line in lines {
            let plain = plain::key(line);
            if self.knowledge.words.lines.stray.iter().any(|stray| plain.contains(plain::key(stray).as_str()))
            {
                self.notebook.document(NoteKind::StrayText, Some(clean(line)));
            }
        }
    }

    fn close_domain(&mut self) {
        if let Some(domain) = self.domains.last() {
            self.notebook.close(domain);
        }
    }

    fn finish(mut self) -> ImportReport {
        self.close_domain();
        self.domains.retain(|domain| !domain.items.is_empty());
        for domain in &self.domains {
            if domain.name.is_empty() {
                self.notebook.document(NoteKind::DomainUnnamed, domain.title.clone());
            }
        }
        let lines = std::mem::take(&mut self.lines);
        self.stray(&lines);
        let why = if self.domains.is_empty() {
            Some(if self.head_words >= 3 { scattered() } else { no_heading(self.document) })
        } else if self.fit.is_another_table() {
            Some(does_not_fit())
        } else {
            None
        };
        self.fit.tell(&mut self.notebook);
        let document = DocumentIdentity {
            name: self.document.name.clone(),
            format: self.document.format,
            sha256: self.document.sha256.clone(),
            notes: self.document.notes.clone(),
        };
        let (domains, notebook) =
            if why.is_some() { (Vec::new(), Notebook::default()) } else { (self.domains, self.notebook) };
        let mut counts = Counts::default();
        for item in domains.iter().flat_map(|domain| &domain.items) {
            counts.items += 1;
            for cell in &item.source.cells {
                match cell.certainty {
                    Certainty::Understood => counts.understood += 1,
                    Certainty::Assumed => counts.assumed += 1,
                    Certainty::NotUnderstood => counts.not_understood += 1,
                }
            }
        }
        let (assumed, not_understood) = notebook.into_buckets();
        ImportReport {
            format: FORMAT,
            outcome: if why.is_some() { Outcome::Refused } else { Outcome::Ok },
            why,
            document,
            domains,
            assumed,
            not_understood,
            counts,
        }
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

/// The domain that a sheet is called after.
fn sheet_name(sheet: &str) -> String {
    let name = clean(sheet);
    let name = listing::without_number(&name).unwrap_or(name);
    name.strip_suffix("领域").map_or(name.clone(), str::to_owned)
}

/// The columns of the official table and what stands for each.
const OFFICIAL_COLUMNS: &[(&str, &[Role])] = &[
    ("公开事项", &[Role::Level1, Role::Level2]),
    ("公开内容（要素）", &[Role::Elements]),
    ("公开依据", &[Role::Basis]),
    ("公开时限", &[Role::TimeLimit]),
    ("公开主体", &[Role::Publisher]),
    ("公开渠道和载体", &[Role::Channels]),
    ("公开对象", &[Role::Audience, Role::AudienceEveryone, Role::AudienceGroup]),
    ("公开方式", &[Role::Method, Role::MethodProactive, Role::MethodOnRequest]),
    ("公开层级", &[Role::Levels]),
];

fn scattered() -> Told {
    Told::new(
        "表头各词散落在不同的行，单元格次序错乱，无法判断哪些文字属于同一行。请上传原始文件（Word、Excel 或网页表格）。",
        "the words of the heading are scattered over rows and cells interleaved, so that no row can be put together; upload the original file (Word, Excel or a web table)",
    )
}

fn no_heading(document: &SourceDocument) -> Told {
    if document.blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        Told::new(
            "没有找到标准目录的表头（序号、公开事项、公开内容、公开依据、公开时限、公开主体等），文件可能不是基层政务公开标准目录。",
            "no heading of an official table was found (number, item, elements, basis, time limit, publisher …); this may be another kind of document",
        )
    } else {
        Told::new("文件中没有表格。", "the document has no table")
    }
}

fn does_not_fit() -> Told {
    Told::new(
        "单元格内容与表头不符（依据栏没有文件名称、时限栏没有期限、渠道栏没有渠道等），单元格可能错位。请上传原始文件。",
        "cells do not fit their headings (no documents under basis, no periods under time limit, no channels under channels …), so that they may have moved; upload the original file",
    )
}
