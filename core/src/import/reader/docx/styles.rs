//! Styles of a text, as far as they change what is read: symbol fonts, hidden text and numbers.

use std::collections::HashMap;

use crate::import::reader::budget::Budget;
use crate::import::reader::error::ReadError;
use crate::import::reader::symbol_fonts::SymbolFont;
use crate::import::reader::xml::{Element, Node, Part};

/// Longest chain of styles that are based on one another.
const MAX_CHAIN: usize = 32;

/// What a style or a run says; None is nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RunLook {
    /// Some(None): a font that is no symbol font.
    pub font: Option<Option<SymbolFont>>,
    pub hidden: Option<bool>,
    pub struck: Option<bool>,
}

impl RunLook {
    /// Takes what an element within `w:rPr` says.
    pub fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "rFonts" => {
                let names: Vec<_> = ["ascii", "hAnsi", "eastAsia", "cs"]
                    .iter()
                    .filter_map(|name| element.attribute(name))
                    .collect();
                // Codes of symbols are those of Latin letters, whose font is one of the first two.
                if !names.is_empty() {
                    self.font = Some(names.iter().find_map(|name| SymbolFont::named(name)));
                }
            }
            "vanish" => self.hidden = Some(element.is_on()),
            "strike" | "dstrike" => {
                self.struck =
                    Some(element.is_on() || (self.struck == Some(true) && element.name() == "dstrike"));
            }
            _ => {}
        }
    }

    /// What this says, else what the other says.
    pub fn or(self, other: RunLook) -> Self {
        RunLook {
            font: self.font.or(other.font),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
        }
    }
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    look: RunLook,
    list: Option<String>,
    level: Option<usize>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
}

impl Styles {
    /// Reads the part in which styles are defined.
    pub fn read(name: &str, text: &str, budget: &Budget) -> Result<Self, ReadError> {
        let mut styles = Styles::default();
        let mut part = Part::new(name, text, budget);
        let mut open: Option<(String, Style)> = None;
        loop {
            match part.next()? {
                Node::Start(element) if element.name() == "style" => {
                    let id = element.attribute("styleId").unwrap_or_default().into_owned();
                    let is_paragraph = element.attribute("type").as_deref() == Some("paragraph");
                    if is_paragraph && element.attribute("default").is_some_and(|value| value == "1") {
                        styles.default_paragraph = Some(id.clone());
                    }
                    open = Some((id, Style::default()));
                }
                Node::Start(element) => {
                    let Some((_, style)) = &mut open else { continue };
                    match element.name() {
                        "basedOn" => {
                            style.based_on = element.attribute("val").map(|value| value.into_owned())
                        }
                        "numId" => style.list = element.attribute("val").map(|value| value.into_owned()),
                        "ilvl" => style.level = element.number("val"),
                        // What parts of tables look like is not followed.
                        "tblStylePr" => part.skip()?,
                        _ => style.look.take(&element),
                    }
                }
                Node::End(tag) if tag.name() == "style" => styles.styles.extend(open.take()),
                Node::EndOfPart => return Ok(styles),
                _ => {}
            }
        }
    }

    /// A style and those it is based on.
    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let first = self.styles.get_key_value(id);
        let next = |(_, style): &(&'a String, &'a Style)| self.styles.get_key_value(style.based_on.as_ref()?);
        std::iter::successors(first, next).take(MAX_CHAIN).map(|(id, style)| (id.as_str(), style))
    }

    /// What a style says of runs.
    pub fn look(&self, id: &str) -> RunLook {
        self.chain(id).fold(RunLook::default(), |look, (_, style)| look.or(style.look))
    }

    /// What the style of paragraphs without one says.
    pub fn default_paragraph(&self) -> Option<&str> {
        self.default_paragraph.as_deref()
    }

    /// The list that a style of paragraphs belongs to, the level in it where the style says so, and the style that
    /// names the list.
    pub fn list<'a>(&'a self, id: &'a str) -> Option<(&'a str, Option<usize>, &'a str)> {
        let mut chain = self.chain(id);
        let level = self.chain(id).find_map(|(_, style)| style.level);
        chain.find_map(|(id, style)| Some((style.list.as_deref()?, level, id)))
    }
}
