//! Web pages: what a browser shows of them, as lines and tables.
//!
//! A tokenizer as the HTML standard describes it gives tags and text; they are put into tables at once, by the rules
//! of the standard for rows, spans and tags that are left out. There is no tree of elements, so that time and memory
//! grow with the page alone, however deep and wrong its tags are nested.

mod slots;
mod style;
mod tags;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::budget::Budget;
use super::error::ReadError;
use super::flow::Flow;
use super::{Found, encoding, symbol_fonts, visible};
use crate::import::table::ReaderNote;
use slots::PageTable;
use style::{Look, Style, StyleSheet};
use tags::{Attribute, Tag};

/// Within how much of a page its encoding is declared.
const DECLARED_WITHIN_BYTES: usize = 64 << 10;

/// Reads a page.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Found {
    let told = encoding::tell(bytes, declared_encoding(bytes));
    let (text, _) = encoding::decode(bytes, told);
    if !encoding::is_mostly_text(&text) {
        return Err(ReadError::NotText);
    }
    let mut page = Page::new(budget);
    if told.is_guessed {
        page.note(ReaderNote::EncodingGuessed { encoding: told.encoding.name().to_owned() });
    }
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| page.take(&event).err());
    emitter.naively_switch_states(true);
    // What comes out of the tokenizer is what `take` refuses.
    match Tokenizer::new_with_emitter(&*text, emitter).next() {
        Some(Ok(error)) => Err(error),
        _ => page.finish(),
    }
}

/// The label of the encoding that a page declares.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<&str> {
    let start = &bytes[..bytes.len().min(DECLARED_WITHIN_BYTES)];
    // `charset=gbk`, in either kind of meta element; `encoding="gbk"` where the page is XML.
    let is_xml = start.starts_with(b"<?xml");
    let after = |word: &[u8]| {
        let found = memchr::memmem::find_iter(start, &word[1..])
            .find(|at| *at > 0 && start[at - 1].eq_ignore_ascii_case(&word[0]))?;
        let rest = &start[found + word.len() - 1..];
        let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
        let skipped = rest.iter().take(4).take_while(|byte| b" =\"'".contains(byte)).count();
        let length = rest[skipped..].iter().take(40).take_while(|byte| is_label(byte)).count();
        std::str::from_utf8(&rest[skipped..skipped + length])
            .ok()
            .filter(|label| !label.is_empty() && skipped > 0)
    };
    let by_xml = if is_xml { after(b"encoding") } else { None };
    by_xml.or_else(|| after(b"charset")).or_else(|| after(b"CHARSET"))
}

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    tag: Tag,
    look: Look,
    /// Number of the next item, in a numbered list.
    number: Option<i64>,
    /// How items are numbered.
    number_format: char,
}

struct Page<'b> {
    budget: &'b mut Budget,
    notes: Vec<ReaderNote>,
    open: Vec<Open>,
    /// Elements that lie too deep and are passed over; their end tags are too.
    too_deep: usize,
    tables: Vec<PageTable>,
    body: Flow,
    hidden_rows: u32,
    sheet: StyleSheet,
    /// The start tag that is being read.
    tag: Tag,
    attributes: Vec<(Attribute, String)>,
    is_wanted: bool,
}

impl<'b> Page<'b> {
    fn new(budget: &'b mut Budget) -> Self {
        Page {
            budget,
            notes: Vec::new(),
            open: Vec::new(),
            too_deep: 0,
            tables: Vec::new(),
            body: Flow::default(),
            hidden_rows: 0,
            sheet: StyleSheet::default(),
            tag: Tag::Inline(0),
            attributes: Vec::new(),
            is_wanted: false,
        }
    }

    fn note(&mut self, note: ReaderNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn finish(mut self) -> Found {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        if self.hidden_rows > 0 {
            self.note(ReaderNote::RowsHidden { sheet: None, count: self.hidden_rows });
        }
        Ok((self.body.into_blocks(), self.notes))
    }

    fn take(&mut self, event: &CallbackEvent<'_>) -> Result<(), ReadError> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag::named(name);
                self.attributes.clear();
                self.is_wanted = false;
            }
            CallbackEvent::AttributeName { name } => {
                let attribute = Attribute::named(name);
                // Of several with the same name the first one counts.
                self.is_wanted = attribute
                    .is_some_and(|wanted| !self.attributes.iter().any(|(known, _)| *known == wanted));
                if let Some(attribute) = attribute.filter(|_| self.is_wanted) {
                    self.attributes.push((attribute, String::new()));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if self.is_wanted
                    && let Some((_, text)) = self.attributes.last_mut()
                {
                    *text = String::from_utf8_lossy(value).into_owned();
                }
            }
            CallbackEvent::CloseStartTag { .. } => self.start()?,
            CallbackEvent::EndTag { name } => self.end(Tag::named(name))?,
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
        Ok(())
    }

    fn attribute(&self, wanted: Attribute) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str())
    }

    fn number(&self, wanted: Attribute) -> Option<u32> {
        let digits = self.attribute(wanted)?.trim();
        let end = digits.find(|char: char| !char.is_ascii_digit()).unwrap_or(digits.len());
        // A number with more digits than fit is a large one.
        (end > 0).then(|| digits[..end].parse().unwrap_or(u32::MAX))
    }

    fn look(&self) -> Look {
        self.open.last().map_or_else(Look::default, |open| open.look)
    }

    /// Where text goes: the cell or caption that is open, or what stands around the table.
    fn flow(&mut self) -> &mut Flow {
        self.tables.iter_mut().rev().find_map(PageTable::flow).unwrap_or(&mut self.body)
    }

    fn text(&mut self, text: &str) {
        let look = self.look();
        if matches!(self.open.last(), Some(Open { tag: Tag::StyleSheet, .. })) {
            self.sheet.read(text);
        }
        if look.hidden {
            return;
        }
        if look.deleted {
            if !text.trim().is_empty() {
                self.note(ReaderNote::DeletedText);
            }
            return;
        }
        let text = symbol_fonts::text(text, look.font);
        let line = &mut self.flow().line;
        if look.keeps_space {
            visible::push(line, &text);
            return;
        }
        let is_space = |char: char| matches!(char, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let mut rest = &*text;
        while !rest.is_empty() {
            let word = rest.find(is_space).unwrap_or(rest.len());
            visible::push(line, &rest[..word]);
            let after = rest[word..].trim_start_matches(is_space);
            if after.len() < rest.len() - word && !line.is_empty() && !line.ends_with([' ', '\n']) {
                line.push(' ');
            }
            rest = after;
        }
    }

    fn line_break(&mut self) {
        if !self.look().hidden {
            let line = &mut self.flow().line;
            line.truncate(line.trim_end_matches(' ').len());
            line.push('\n');
        }
    }

    /// A start tag has been read.
    fn start(&mut self) -> Result<(), ReadError> {
        let tag = self.tag;
        let style = self.style();
        let look = self.look().with(style, tag);
        match tag {
            Tag::Table => return self.start_table(look),
            Tag::Caption | Tag::Head | Tag::Body | Tag::Foot | Tag::Row | Tag::Cell => {
                return self.start_in_table(tag);
            }
            Tag::LineBreak => self.line_break(),
            Tag::Input => self.input(look),
            Tag::Frame => self.note(ReaderNote::ExternalReferences),
            Tag::Void => {}
            Tag::Rule => {
                self.close_paragraph();
                self.flow().end_line();
            }
            _ => self.push(tag, look),
        }
        Ok(())
    }

    fn style(&self) -> Style {
        let mut style = Style::default();
        if self.attributes.is_empty() {
            return style;
        }
        if let Some(class) = self.attribute(Attribute::Class) {
            class.split_ascii_whitespace().for_each(|class| style.add(self.sheet.class(class)));
        }
        if let Some(face) = self.attribute(Attribute::Face) {
            style.set_family(face);
        }
        if let Some(text) = self.attribute(Attribute::Style) {
            style.add(Style::parse(text));
        }
        if self.attribute(Attribute::Hidden).is_some() {
            style.hidden = true;
        }
        style
    }

    fn push(&mut self, tag: Tag, look: Look) {
        if tag.is_block() {
            self.close_paragraph();
            if tag == Tag::ListItem {
                self.close_item();
            }
            if !look.hidden {
                self.flow().end_line();
            }
        }
        if self.open.len() >= self.budget.max_depth + 4 * self.tables.len() {
            self.too_deep += 1;
            return;
        }
        let is_numbered = tag == Tag::NumberedList;
        let number = is_numbered.then(|| self.number(Attribute::Start).map_or(1, i64::from));
        let format = self.attribute(Attribute::Type).and_then(|format| format.chars().next());
        let mut open = Open { tag, look, number, number_format: format.unwrap_or('1') };
        if tag == Tag::ListItem && !look.hidden {
            let value = self.number(Attribute::Value).map(i64::from);
            self.write_number(value);
            open.number = None;
        }
        self.open.push(open);
    }

    /// Writes the number that a browser puts before an item.
    fn write_number(&mut self, value: Option<i64>) {
        let list = self.open.iter_mut().rev().find(|open| open.tag.is_list() || open.tag == Tag::Cell);
        let Some(Open { number: Some(number), number_format, look, .. }) = list else { return };
        if let Some(value) = value {
            *number = value;
        }
        let text = tags::item_number(*number, *number_format);
        *number = number.saturating_add(1);
        if !look.plain_list {
            self.flow().line.push_str(&text);
        }
    }

    /// A box to tick, or a button.
    fn input(&mut self, look: Look) {
        let is_checked = self.attribute(Attribute::Checked).is_some();
        let kind = self.attribute(Attribute::Type).unwrap_or_default().to_ascii_lowercase();
        let sign = match (kind.as_str(), is_checked) {
            ("checkbox", true) => '☑',
            ("checkbox", false) => '☐',
            ("radio", true) => '●',
            ("radio", false) => '○',
            _ => return,
        };
        if !look.hidden && !look.deleted {
            self.flow().line.push(sign);
        }
    }

    /// The place in `open` from which elements belong to the innermost cell or caption.
    fn scope(&self) -> usize {
        self.open.iter().rposition(|open| open.tag.is_in_table()).map_or(0, |place| place + 1)
    }

    fn close_paragraph(&mut self) {
        let scope = self.scope();
        if let Some(place) = self.open[scope..].iter().rposition(|open| open.tag == Tag::Paragraph) {
            // Within a paragraph, what is not a paragraph ends with it only when it cannot hold one.
            if self.open[scope + place + 1..].iter().all(|open| !open.tag.is_block()) {
                self.open.truncate(scope + place);
            }
        }
    }

    fn close_item(&mut self) {
        let scope = self.scope();
        let place =
            self.open[scope..].iter().rposition(|open| open.tag == Tag::ListItem || open.tag.is_list());
        if let Some(place) = place
            && self.open[scope + place].tag == Tag::ListItem
        {
            self.open.truncate(scope + place);
        }
    }

    /// An end tag has been read.
    fn end(&mut self, tag: Tag) -> Result<(), ReadError> {
        if tag.is_in_table() {
            return self.end_in_table(tag);
        }
        match tag {
            Tag::LineBreak => self.line_break(),
            Tag::Void | Tag::Rule | Tag::Input | Tag::Frame => {}
            _ if self.too_deep > 0 => {
                self.too_deep -= 1;
                if tag.is_block() {
                    self.flow().end_line();
                }
            }
            _ => {
                let scope = self.scope();
                let place = self.open[scope..].iter().rposition(|open| open.tag == tag);
                if tag.is_block() && !self.look().hidden {
                    self.flow().end_line();
                }
                if let Some(place) = place.map(|place| place + scope) {
                    let is_misnested = self.open[place + 1..].iter().any(|open| open.tag.is_block());
                    if is_misnested && !tag.is_block() {
                        self.open.remove(place);
                    } else {
                        self.open.truncate(place);
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
