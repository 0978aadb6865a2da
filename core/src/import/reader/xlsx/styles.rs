//! Formats of cells: how numbers are shown, and symbol fonts.

use std::collections::HashMap;

use crate::import::reader::budget::Budget;
use crate::import::reader::error::ReadError;
use crate::import::reader::number_format::NumberFormat;
use crate::import::reader::symbol_fonts::SymbolFont;
use crate::import::reader::xml::{Node, Part};

/// The formats of a workbook, by the numbers that cells have.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<(NumberFormat, Option<SymbolFont>)>,
}

impl Styles {
    pub fn read(name: &str, text: &str, budget: &Budget) -> Result<Self, ReadError> {
        let mut part = Part::new(name, text, budget);
        let mut codes: HashMap<u32, NumberFormat> = HashMap::new();
        let mut fonts: Vec<Option<SymbolFont>> = Vec::new();
        let mut formats = Vec::new();
        let (mut in_fonts, mut in_cell_formats) = (false, false);
        loop {
            match part.next()? {
                Node::Start(element) => match element.name() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) =
                            (element.number("numFmtId"), element.attribute("formatCode"))
                        {
                            codes.insert(id, NumberFormat::parse(&code));
                        }
                    }
                    "fonts" => in_fonts = true,
                    "font" if in_fonts => fonts.push(None),
                    "name" if in_fonts => {
                        if let (Some(font), Some(name)) = (fonts.last_mut(), element.attribute("val")) {
                            *font = SymbolFont::named(&name);
                        }
                    }
                    "cellXfs" => in_cell_formats = true,
                    "xf" if in_cell_formats => {
                        let id: u32 = element.number("numFmtId").unwrap_or(0);
                        let format = codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(id));
                        let font =
                            element.number("fontId").and_then(|index: usize| fonts.get(index).copied());
                        formats.push((format, font.flatten()));
                    }
                    _ => {}
                },
                Node::End(tag) => match tag.name() {
                    "fonts" => in_fonts = false,
                    "cellXfs" => in_cell_formats = false,
                    _ => {}
                },
                Node::Text(_) => {}
                Node::EndOfPart => return Ok(Styles { formats }),
            }
        }
    }

    /// How a cell shows numbers.
    pub fn number_format(&self, format: usize) -> &NumberFormat {
        self.formats.get(format).map_or(&NumberFormat::General, |(number_format, _)| number_format)
    }

    /// The symbol font of a cell.
    pub fn font(&self, format: usize) -> Option<SymbolFont> {
        self.formats.get(format).and_then(|(_, font)| *font)
    }
}
