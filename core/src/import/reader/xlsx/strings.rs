//! Texts of a workbook: plain ones, and those in pieces with fonts of their own.

use std::borrow::Cow;

use crate::import::reader::budget::Budget;
use crate::import::reader::error::ReadError;
use crate::import::reader::sheet::CellText;
use crate::import::reader::symbol_fonts::{self, SymbolFont};
use crate::import::reader::xml::{Node, Part};

/// Reads the texts that cells refer to by number.
pub(super) fn read_shared(name: &str, text: &str, budget: &mut Budget) -> Result<Vec<CellText>, ReadError> {
    let mut part = Part::new(name, text, budget);
    let mut texts = Vec::new();
    loop {
        match part.next()? {
            Node::Start(element) if element.name() == "si" => texts.push(read_item(&mut part)?),
            Node::EndOfPart => return Ok(texts),
            _ => {}
        }
    }
}

/// Reads the text in the element whose start tag was just read.
pub(super) fn read_item(part: &mut Part<'_>) -> Result<CellText, ReadError> {
    let mut item = CellText { text: String::new(), is_rich: false };
    let mut font = None;
    let mut depth = 1;
    while depth > 0 {
        match part.next()? {
            Node::Start(element) => match element.name() {
                // How it is read aloud is not part of the text.
                "rPh" => part.skip()?,
                "t" => {
                    let text = part.text()?;
                    item.text.push_str(&symbol_fonts::text(&unescaped(&text), font));
                }
                name => {
                    if name == "r" {
                        font = None;
                    } else if name == "rFont" {
                        item.is_rich = true;
                        font = element.attribute("val").and_then(|name| SymbolFont::named(&name));
                    }
                    depth += 1;
                }
            },
            Node::End(_) => depth -= 1,
            Node::Text(_) => {}
            Node::EndOfPart => return Ok(item),
        }
    }
    Ok(item)
}

/// Characters that XML cannot hold are written `_x000D_`.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let code = rest.get(place + 2..place + 6).filter(|_| rest.as_bytes().get(place + 6) == Some(&b'_'));
        let char = code
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        plain.push_str(&rest[..place]);
        match char {
            Some(char) => {
                plain.push(char);
                rest = &rest[place + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[place + 2..];
            }
        }
    }
    plain.push_str(rest);
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_are_themselves() {
        assert_eq!(unescaped("一_x000D_\n二_x005F_x000D_ _xyz _x00"), "一\r\n二_x000D_ _xyz _x00");
    }
}
