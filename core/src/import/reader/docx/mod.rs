//! Word files: paragraphs and tables in order, as they are printed.

mod field;
mod numbering;
mod styles;
mod table;

use super::archive::Archive;
use super::budget::Budget;
use super::error::ReadError;
use super::flow::Flow;
use super::symbol_fonts::{self, SymbolFont};
use super::xml::{Element, EndTag, Node, Part};
use super::{Found, visible};
use crate::import::table::{Block, ReaderNote};
use field::Field;
use numbering::Numbering;
use styles::{RunLook, Styles};
use table::{Merge, WordTable};

/// Reads a text from its main part and those that say how it looks.
pub(super) fn read(archive: &mut Archive<'_>, main: &str, budget: &mut Budget) -> Found {
    let mut notes = Vec::new();
    if archive.names().any(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        notes.push(ReaderNote::Macros);
    }
    let relations = archive.relations(main, budget)?;
    // A link is an address to click on; other things would be fetched.
    if relations.iter().any(|relation| relation.is_external && relation.kind != "hyperlink") {
        notes.push(ReaderNote::ExternalReferences);
    }
    let named = |kind: &str| relations.iter().find(|relation| relation.kind == kind && !relation.is_external);
    let mut styles = Styles::default();
    if let Some(relation) = named("styles")
        && let Some(text) = archive.text(&relation.target)?
    {
        styles = Styles::read(&relation.target, &text, budget)?;
    }
    let mut numbering = Numbering::default();
    if let Some(relation) = named("numbering")
        && let Some(text) = archive.text(&relation.target)?
    {
        numbering = Numbering::read(&relation.target, &text, budget)?;
    }
    let text = archive.text(main)?.ok_or_else(|| ReadError::damaged(main))?;
    let part = Part::new(main, &text, budget);
    let reader = TextReader {
        part,
        budget,
        styles,
        numbering,
        notes,
        stories: vec![Story::default()],
        hidden_rows: 0,
    };
    reader.read()
}

/// Text that stands by itself: the body, or a text box in it.
#[derive(Debug, Default)]
struct Story {
    flow: Flow,
    tables: Vec<WordTable>,
    /// Text boxes that stand beside the paragraph that is open.
    boxes: Vec<Block>,
    /// What the style of the paragraph says of runs.
    paragraph_look: RunLook,
    run_look: RunLook,
    fields: Vec<Field>,
    /// The content control that begins shows its prompt only.
    is_prompt: bool,
}

impl Story {
    fn current(&mut self) -> &mut Flow {
        self.tables.iter_mut().rev().find_map(|table| table.cell.as_mut()).unwrap_or(&mut self.flow)
    }
}

struct TextReader<'p, 'b> {
    part: Part<'p>,
    budget: &'b mut Budget,
    styles: Styles,
    numbering: Numbering,
    notes: Vec<ReaderNote>,
    stories: Vec<Story>,
    hidden_rows: u32,
}

impl TextReader<'_, '_> {
    fn read(mut self) -> Found {
        loop {
            match self.part.next()? {
                Node::Start(element) => self.start(&element)?,
                Node::End(tag) => self.end(&tag)?,
                Node::Text(_) => {}
                Node::EndOfPart => break,
            }
        }
        if self.hidden_rows > 0 {
            self.note(ReaderNote::RowsHidden { sheet: None, count: self.hidden_rows });
        }
        let body = self.stories.swap_remove(0);
        Ok((body.flow.into_blocks(), self.notes))
    }

    fn note(&mut self, note: ReaderNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn story(&mut self) -> &mut Story {
        self.stories.last_mut().expect("the body is always there")
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.name() {
            "p" => self.begin_paragraph(),
            "pPr" => self.paragraph_properties()?,
            "r" => {
                let story = self.story();
                story.run_look = story.paragraph_look;
            }
            "rPr" => self.run_properties()?,
            "t" => {
                let text = self.part.text()?;
                let font = self.story().run_look.font.flatten();
                self.push(&text, font);
            }
            "sym" => {
                let font = element.attribute("font").and_then(|name| SymbolFont::named(&name));
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(char) = code.and_then(char::from_u32) {
                    self.push(char.encode_utf8(&mut [0; 4]), font);
                }
            }
            "tab" | "ptab" => self.push("\t", None),
            "br" | "cr" => self.push("\n", None),
            "noBreakHyphen" => self.push("-", None),
            "fldChar" => self.field_sign(element)?,
            "instrText" => {
                let text = self.part.text()?;
                if let Some(field) = self.story().fields.last_mut() {
                    field.instruction.push_str(&text);
                }
            }
            // What was moved is read where it stands now.
            "del" | "moveFrom" => {
                self.part.skip()?;
                self.note(ReaderNote::DeletedText);
            }
            // Another writing of the same thing, for programs that do not know the first one; the reading of a
            // character; descriptions of pages and grids; objects of other programs.
            "Fallback" | "rt" | "sectPr" | "tblGrid" | "tblPr" | "object" | "sdtEndPr" | "delText"
            | "delInstrText" => {
                self.part.skip()?;
            }
            "subDoc" => self.note(ReaderNote::ExternalReferences),
            "sdtPr" => {
                let mut is_prompt = false;
                self.properties(|element| is_prompt |= element.name() == "showingPlcHdr" && element.is_on())?;
                self.story().is_prompt = is_prompt;
            }
            "sdtContent" if std::mem::take(&mut self.story().is_prompt) => self.part.skip()?,
            "txbxContent" => self.stories.push(Story::default()),
            "tbl" => self.begin_table()?,
            "tr" => {
                if let Some(table) = self.story().tables.last_mut() {
                    table.begin_row();
                }
            }
            "trPr" => self.row_properties()?,
            "tc" => {
                if let Some(table) = self.story().tables.last_mut() {
                    table.begin_cell();
                }
            }
            "tcPr" => self.cell_properties()?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &EndTag<'_>) -> Result<(), ReadError> {
        match tag.name() {
            "p" => {
                let story = self.story();
                let boxes = std::mem::take(&mut story.boxes);
                let flow = story.current();
                flow.end_line();
                flow.push_all(boxes);
            }
            "txbxContent" if self.stories.len() > 1 => {
                if let Some(story) = self.stories.pop() {
                    self.story().boxes.extend(story.flow.into_blocks());
                }
            }
            "tc" => {
                let budget = &mut *self.budget;
                let story = self.stories.last_mut().expect("the body is always there");
                if let Some(table) = story.tables.last_mut() {
                    table.end_cell(budget)?;
                }
            }
            "tr" => {
                if let Some(table) = self.story().tables.last_mut() {
                    table.end_row()?;
                }
            }
            "tbl" => {
                let story = self.story();
                if let Some(table) = story.tables.pop() {
                    let blocks = table.into_blocks();
                    story.current().push_all(blocks);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, text: &str, font: Option<SymbolFont>) {
        let story = self.story();
        let is_instruction = story.fields.iter().any(|field| !field.in_result);
        if is_instruction || story.run_look.hidden == Some(true) {
            return;
        }
        if story.run_look.struck == Some(true) {
            if !text.trim().is_empty() {
                self.note(ReaderNote::DeletedText);
            }
            return;
        }
        let text = symbol_fonts::text(text, font);
        visible::push(&mut story.current().line, &text);
    }

    fn begin_paragraph(&mut self) {
        let look = self.styles.default_paragraph().map(|style| self.styles.look(style)).unwrap_or_default();
        let story = self.story();
        story.paragraph_look = look;
        story.run_look = look;
    }

    /// Calls for each element within the one whose start tag was just read, but not for what was so before a change.
    fn properties(&mut self, mut take: impl FnMut(&Element<'_>)) -> Result<(), ReadError> {
        let mut depth = 1;
        while depth > 0 {
            match self.part.next()? {
                Node::Start(element) if element.name().ends_with("Change") => self.part.skip()?,
                Node::Start(element) => {
                    take(&element);
                    depth += 1;
                }
                Node::End(_) => depth -= 1,
                Node::Text(_) => {}
                Node::EndOfPart => return Ok(()),
            }
        }
        Ok(())
    }

    fn paragraph_properties(&mut self) -> Result<(), ReadError> {
        let (mut style, mut list, mut level) = (None, None, None);
        self.properties(|element| match element.name() {
            "pStyle" => style = element.attribute("val").map(|value| value.into_owned()),
            "numId" => list = element.attribute("val").map(|value| value.into_owned()),
            "ilvl" => level = element.number::<usize>("val"),
            _ => {}
        })?;
        let style = style.or_else(|| self.styles.default_paragraph().map(str::to_owned));
        if let Some(style) = &style {
            let look = self.styles.look(style);
            let story = self.story();
            story.paragraph_look = look;
            story.run_look = look;
            if list.is_none()
                && let Some((of_style, level_of_style, naming)) = self.styles.list(style)
            {
                let by_list = self.numbering.level_of_style(of_style, style);
                let by_list = by_list.or_else(|| self.numbering.level_of_style(of_style, naming));
                level = level.or(by_list).or(level_of_style);
                list = Some(of_style.to_owned());
            }
        }
        // 0 takes a paragraph out of the list of its style.
        if let Some(list) = list.filter(|list| list != "0")
            && let Some(number) = self.numbering.next(&list, level.unwrap_or(0))
        {
            let is_shown = self.story().fields.iter().all(|field| field.in_result);
            if is_shown {
                self.story().current().line.push_str(&number);
            }
        }
        Ok(())
    }

    fn run_properties(&mut self) -> Result<(), ReadError> {
        let mut own = RunLook::default();
        let mut style = None;
        self.properties(|element| match element.name() {
            "rStyle" => style = element.attribute("val").map(|value| value.into_owned()),
            _ => own.take(element),
        })?;
        let of_style = style.map(|style| self.styles.look(&style)).unwrap_or_default();
        let story = self.story();
        story.run_look = own.or(of_style).or(story.paragraph_look);
        Ok(())
    }

    fn field_sign(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                // A box of a form has no result, but a state.
                let (mut is_box, mut by_default, mut is_checked) = (false, false, None);
                self.properties(|element| match element.name() {
                    "checkBox" => is_box = true,
                    "default" => by_default = element.is_on(),
                    "checked" => is_checked = Some(element.is_on()),
                    _ => {}
                })?;
                if is_box {
                    self.push(if is_checked.unwrap_or(by_default) { "☑" } else { "☐" }, None);
                }
                self.story().fields.push(Field::default());
            }
            Some("separate") => {
                if let Some(field) = self.story().fields.last_mut() {
                    field.in_result = true;
                }
            }
            Some("end") => {
                if let Some(drawn) = self.story().fields.pop().and_then(|field| field.drawn()) {
                    self.push(&drawn, None);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_table(&mut self) -> Result<(), ReadError> {
        let depth = self.stories.iter().map(|story| story.tables.len() + 1).sum();
        self.budget.depth(depth)?;
        let story = self.story();
        story.current().end_line();
        story.tables.push(WordTable::default());
        Ok(())
    }

    fn row_properties(&mut self) -> Result<(), ReadError> {
        let (mut before, mut is_hidden, mut is_deleted) = (0, false, false);
        self.properties(|element| match element.name() {
            "gridBefore" => before = element.number("val").unwrap_or(0),
            "hidden" => is_hidden = element.is_on(),
            "del" => is_deleted = true,
            _ => {}
        })?;
        if let Some(table) = self.story().tables.last_mut() {
            table.skip_columns(before);
            table.skips_row = is_hidden || is_deleted;
        }
        self.hidden_rows += u32::from(is_hidden && !is_deleted);
        if is_deleted {
            self.note(ReaderNote::DeletedText);
        }
        Ok(())
    }

    fn cell_properties(&mut self) -> Result<(), ReadError> {
        let mut shape = table::CellShape::default();
        let merge = |element: &Element<'_>| match element.attribute("val").as_deref() {
            Some("restart") => Merge::Begins,
            _ => Merge::GoesOn,
        };
        self.properties(|element| match element.name() {
            "gridSpan" => shape.column_span = element.number("val").unwrap_or(1),
            "vMerge" => shape.down = merge(element),
            "hMerge" => shape.across = merge(element),
            _ => {}
        })?;
        if let Some(table) = self.story().tables.last_mut() {
            table.shape = shape;
        }
        Ok(())
    }
}
