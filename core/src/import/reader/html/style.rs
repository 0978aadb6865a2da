//! What style sheets and attributes say of how text looks, as far as it changes what is read.

use std::collections::HashMap;

use super::tags::Tag;
use crate::import::reader::symbol_fonts::SymbolFont;

/// How text looks, all elements around it considered.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub hidden: bool,
    pub deleted: bool,
    pub font: Option<SymbolFont>,
    pub keeps_space: bool,
    /// Items of lists have no number before them.
    pub plain_list: bool,
}

/// What one element says of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub hidden: bool,
    deleted: bool,
    /// None: it says nothing. Some(None): a font that is no symbol font.
    font: Option<Option<SymbolFont>>,
    keeps_space: Option<bool>,
    plain_list: Option<bool>,
}

impl Look {
    /// The look within an element.
    pub fn with(self, style: Style, tag: Tag) -> Self {
        Look {
            hidden: self.hidden || style.hidden || matches!(tag, Tag::Unseen(_) | Tag::StyleSheet),
            deleted: self.deleted || style.deleted || matches!(tag, Tag::Deleted(_)),
            font: style.font.unwrap_or(self.font),
            keeps_space: style.keeps_space.unwrap_or(self.keeps_space || tag == Tag::Preformatted),
            plain_list: style.plain_list.unwrap_or(self.plain_list),
        }
    }
}

impl Style {
    /// What declarations such as `display: none; font-family: Wingdings` say.
    pub fn parse(text: &str) -> Self {
        let mut style = Style::default();
        let mut symbol_font = None;
        let mut is_symbol = false;
        for declaration in text.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let (name, value) = (name.trim(), value.trim());
            let is =
                |known: &str| value.get(..known.len()).is_some_and(|start| start.eq_ignore_ascii_case(known));
            match name.to_ascii_lowercase().as_str() {
                "display" if is("none") => style.hidden = true,
                "visibility" if is("hidden") || is("collapse") => style.hidden = true,
                "mso-hide" if is("all") => style.hidden = true,
                "font-family" => style.set_family(value),
                "font" => {
                    // Of the shorthand the family is the last: `12pt/14pt "Wingdings 2"`.
                    let family = value.split(',').next().unwrap_or_default();
                    let from = family.find(['"', '\'']).or_else(|| family.rfind(' ').map(|place| place + 1));
                    style.set_family(&family[from.unwrap_or(0)..]);
                }
                "mso-char-type" => is_symbol = is("symbol"),
                "mso-symbol-font-family" => {
                    symbol_font = SymbolFont::named(value.split(',').next().unwrap_or(""))
                }
                "text-decoration" | "text-decoration-line" => {
                    style.deleted |= value.to_ascii_lowercase().contains("line-through");
                }
                "white-space" => style.keeps_space = Some(is("pre") || is("break-spaces")),
                "list-style" | "list-style-type" => style.plain_list = Some(value.contains("none")),
                _ => {}
            }
        }
        // Word writes the font of a symbol beside the font of the text around it.
        if is_symbol && symbol_font.is_some() {
            style.font = Some(symbol_font);
        }
        style
    }

    /// The first of a list of fonts counts.
    pub fn set_family(&mut self, families: &str) {
        let first = families.split(',').next().unwrap_or_default();
        if !first.trim().is_empty() {
            self.font = Some(SymbolFont::named(first));
        }
    }

    /// What is said later counts.
    pub fn add(&mut self, other: Style) {
        self.hidden |= other.hidden;
        self.deleted |= other.deleted;
        self.font = other.font.or(self.font);
        self.keeps_space = other.keeps_space.or(self.keeps_space);
        self.plain_list = other.plain_list.or(self.plain_list);
    }
}

/// What the style sheets in a page say of classes.
#[derive(Debug, Default)]
pub(super) struct StyleSheet {
    classes: HashMap<String, Style>,
}

impl StyleSheet {
    /// Reads a style sheet. Only rules about a class alone are heeded, as office programs write them.
    pub fn read(&mut self, text: &str) {
        let text = text.replace("<!--", " ").replace("-->", " ");
        let mut rest = text.as_str();
        while let Some((selectors, after)) = rest.split_once('{') {
            let selectors = without_comments(selectors);
            if selectors.trim_start().starts_with('@') && !selectors.contains("@font-face") {
                // What holds for some media only is passed over, up to the brace that ends it.
                rest = behind_block(after);
                continue;
            }
            let Some((declarations, after)) = after.split_once('}') else { return };
            let style = Style::parse(declarations);
            for selector in selectors.split(',') {
                if let Some(class) = class_of(selector.trim()) {
                    // Whether something is shown depends on rules and scripts that are not read.
                    let style = Style { hidden: false, ..style };
                    self.classes.entry(class.to_owned()).or_default().add(style);
                }
            }
            rest = after;
        }
    }

    /// What is said of a class.
    pub fn class(&self, class: &str) -> Style {
        self.classes.get(class).copied().unwrap_or_default()
    }
}

/// The class in `.class` or `td.class`.
fn class_of(selector: &str) -> Option<&str> {
    let (element, class) = selector.split_once('.')?;
    let is_name =
        |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    (is_name(element) && is_name(class) && !class.is_empty()).then_some(class)
}

fn behind_block(text: &str) -> &str {
    let mut depth = 1;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[place + 1..];
        }
    }
    ""
}

fn without_comments(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}
