//! Automatic numbers of paragraphs: lists, their levels, and how far each one has counted.

use std::collections::{HashMap, HashSet};

use crate::import::reader::budget::Budget;
use crate::import::reader::error::ReadError;
use crate::import::reader::number_words::{NumberFormat, write};
use crate::import::reader::symbol_fonts::{self, SymbolFont};
use crate::import::reader::xml::{Node, Part};

/// Levels of a list.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: i64,
    format: NumberFormat,
    /// `%1.%2` stands for the numbers of the first two levels.
    text: String,
    font: Option<SymbolFont>,
    /// Numbers of all levels are plain ones.
    is_legal: bool,
    /// The level whose next number lets this one begin again; 0: none. Without it, every level above.
    restart_after: Option<usize>,
    /// Nothing stands between the number and the text.
    is_tight: bool,
    /// Which paragraphs it numbers by their style.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 1,
            format: NumberFormat::Decimal,
            text: String::new(),
            font: None,
            is_legal: false,
            restart_after: None,
            is_tight: false,
            style: None,
        }
    }
}

/// A list as it is defined.
#[derive(Debug, Default)]
struct Definition {
    levels: HashMap<usize, Level>,
    /// It is defined by a style, which has a list of its own.
    style_link: Option<String>,
}

/// A list as paragraphs name it.
#[derive(Debug, Default)]
struct List {
    definition: String,
    starts: HashMap<usize, i64>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Definition>,
    lists: HashMap<String, List>,
    /// Definitions that styles have.
    by_style: HashMap<String, String>,
    /// The last number of each level, for each definition; lists of the same definition go on counting.
    counters: HashMap<String, [Option<i64>; LEVELS]>,
    /// Lists and levels that have begun with a number of their own.
    restarted: HashSet<(String, usize)>,
}

impl Numbering {
    /// Reads the part in which lists are defined.
    pub fn read(name: &str, text: &str, budget: &Budget) -> Result<Self, ReadError> {
        let mut numbering = Numbering::default();
        let mut part = Part::new(name, text, budget);
        // What is open: a definition or a list, and a level of it.
        let mut definition: Option<(String, Definition)> = None;
        let mut list: Option<(String, List)> = None;
        let mut level: Option<(usize, Level)> = None;
        let mut override_level = 0;
        loop {
            match part.next()? {
                Node::Start(element) => {
                    let value = || element.attribute("val").unwrap_or_default().into_owned();
                    match element.name() {
                        "abstractNum" => {
                            let id = element.attribute("abstractNumId").unwrap_or_default().into_owned();
                            definition = Some((id, Definition::default()));
                        }
                        "num" => {
                            let id = element.attribute("numId").unwrap_or_default().into_owned();
                            list = Some((id, List::default()));
                        }
                        "abstractNumId" => {
                            if let Some((_, list)) = &mut list {
                                list.definition = value();
                            }
                        }
                        "numStyleLink" => {
                            if let Some((_, definition)) = &mut definition {
                                definition.style_link = Some(value());
                            }
                        }
                        "styleLink" => {
                            if let Some((id, _)) = &definition {
                                numbering.by_style.insert(value(), id.clone());
                            }
                        }
                        "lvlOverride" => override_level = element.number("ilvl").unwrap_or(0),
                        "startOverride" => {
                            if let (Some((_, list)), Some(start)) = (&mut list, element.number("val")) {
                                list.starts.insert(override_level.min(LEVELS), start);
                            }
                        }
                        "lvl" => level = Some((element.number("ilvl").unwrap_or(0), Level::default())),
                        name => {
                            if let Some((_, level)) = &mut level {
                                level.take(name, &value(), element.attribute("format").as_deref());
                                if name == "rFonts" {
                                    let ascii = element.attribute("ascii").or(element.attribute("hAnsi"));
                                    level.font = ascii.and_then(|font| SymbolFont::named(&font));
                                }
                            }
                        }
                    }
                }
                Node::End(tag) => match tag.name() {
                    "abstractNum" => numbering.definitions.extend(definition.take()),
                    "num" => numbering.lists.extend(list.take()),
                    "lvl" => {
                        let levels = match (&mut list, &mut definition) {
                            (Some((_, list)), _) => Some(&mut list.levels),
                            (None, Some((_, definition))) => Some(&mut definition.levels),
                            _ => None,
                        };
                        if let (Some(levels), Some((index @ 0..LEVELS, level))) = (levels, level.take()) {
                            levels.insert(index, level);
                        }
                    }
                    _ => {}
                },
                Node::Text(_) => {}
                Node::EndOfPart => return Ok(numbering),
            }
        }
    }

    /// The level of a list that numbers paragraphs of a style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let levels = &self.definition(list)?.1.levels;
        levels.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(index, _)| *index)
    }

    /// The definition of a list, and its name.
    fn definition(&self, list: &str) -> Option<(&str, &Definition)> {
        let name = &self.lists.get(list)?.definition;
        let (name, definition) = self.definitions.get_key_value(name)?;
        let linked = definition.style_link.as_ref().and_then(|style| self.by_style.get(style));
        let linked = linked.and_then(|name| self.definitions.get_key_value(name));
        let (name, definition) = linked.unwrap_or((name, definition));
        Some((name, definition))
    }

    /// The number of the next paragraph of a list at a level, with what stands between it and the text.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let index = level.min(LEVELS - 1);
        let (definition_name, definition) = self.definition(list)?;
        let own = self.lists.get(list)?;
        let level_at = |index: usize| own.levels.get(&index).or_else(|| definition.levels.get(&index));
        let level = level_at(index)?.clone();
        let is_restart =
            own.starts.contains_key(&index) && !self.restarted.contains(&(list.to_owned(), index));
        let start_of = |index: usize| {
            own.starts.get(&index).copied().or_else(|| level_at(index).map(|level| level.start)).unwrap_or(1)
        };
        let mut counters = self.counters.get(definition_name).copied().unwrap_or_default();
        counters[index] = Some(match counters[index] {
            Some(number) if !is_restart => number.saturating_add(1),
            _ => start_of(index),
        });
        for (deeper, counter) in counters.iter_mut().enumerate().skip(index + 1) {
            let restart_after = level_at(deeper).and_then(|level| level.restart_after);
            if restart_after.is_none_or(|after| after > index) {
                *counter = None;
            }
        }
        let number = |of: usize| {
            let format = match level_at(of).map_or(NumberFormat::Decimal, |level| level.format) {
                format @ (NumberFormat::Bullet | NumberFormat::None) => format,
                _ if level.is_legal => NumberFormat::Decimal,
                format => format,
            };
            write(counters[of].unwrap_or_else(|| start_of(of)), format)
        };
        let text = match level.format {
            NumberFormat::Bullet => symbol_fonts::text(&level.text, level.font).into_owned(),
            _ => filled(&level.text, number),
        };
        let definition_name = definition_name.to_owned();
        self.counters.insert(definition_name, counters);
        if is_restart {
            self.restarted.insert((list.to_owned(), index));
        }
        let gap = if level.is_tight || text.is_empty() { "" } else { " " };
        Some(text + gap)
    }
}

impl Level {
    fn take(&mut self, name: &str, value: &str, pattern: Option<&str>) {
        match name {
            "start" => self.start = value.parse().unwrap_or(1),
            "numFmt" => {
                let by_pattern = pattern.and_then(NumberFormat::of_pattern);
                self.format = by_pattern.unwrap_or_else(|| NumberFormat::named(value));
            }
            "lvlText" => self.text = value.to_owned(),
            "isLgl" => self.is_legal = true,
            "lvlRestart" => self.restart_after = value.parse().ok(),
            "suff" => self.is_tight = value == "nothing",
            "pStyle" => self.style = Some(value.to_owned()),
            _ => {}
        }
    }
}

/// A pattern such as `%1.%2` with its numbers.
fn filled(pattern: &str, number: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut chars = pattern.chars().peekable();
    while let Some(char) = chars.next() {
        let level = (char == '%').then(|| chars.peek().and_then(|digit| digit.to_digit(10))).flatten();
        match level {
            Some(level @ 1..=9) => {
                chars.next();
                text.push_str(&number(level as usize - 1));
            }
            _ => text.push(char),
        }
    }
    text
}
