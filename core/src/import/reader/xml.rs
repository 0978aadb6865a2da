//! Parts of office documents, which are XML: elements and text one after the other, by their names without prefixes.
//!
//! Names are enough: the elements that matter have names of their own. Nothing that a document type declares is looked
//! at, so that entities cannot grow.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;

use super::budget::Budget;
use super::error::{Limit, ReadError};

/// What comes next in a part.
pub(super) enum Node<'a> {
    Start(Element<'a>),
    End(EndTag<'a>),
    Text(Cow<'a, str>),
    EndOfPart,
}

/// A start tag.
pub(super) struct Element<'a> {
    tag: BytesStart<'a>,
}

/// An end tag, or the end of an empty element.
pub(super) enum EndTag<'a> {
    Written(BytesEnd<'a>),
    OfEmpty(BytesStart<'a>),
}

impl EndTag<'_> {
    /// The name of the element without its prefix.
    pub fn name(&self) -> &str {
        match self {
            EndTag::Written(tag) => tag.local_name().into_inner(),
            EndTag::OfEmpty(tag) => tag.local_name().into_inner(),
        }
    }
}

/// A part that is being read.
pub(super) struct Part<'a> {
    reader: Reader<&'a [u8]>,
    name: &'a str,
    depth: usize,
    max_depth: usize,
    /// An empty element, whose end comes next.
    empty: Option<BytesStart<'a>>,
}

impl Element<'_> {
    /// Its name without the prefix.
    pub fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// An attribute by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.tag.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(match found.normalized_value(XmlVersion::Explicit1_0) {
            Ok(value) => value,
            Err(_) => found.value,
        })
    }

    /// A number in an attribute.
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an element that switches something on does: `<w:vanish/>` does, `<w:vanish w:val="0"/>` does not.
    pub fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| is_true(&value))
    }
}

/// Whether an attribute says yes.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on" | "t")
}

impl<'a> Part<'a> {
    /// Begins to read; `name` is for complaints.
    pub fn new(name: &'a str, text: &'a str, budget: &Budget) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_comments = false;
        Part { reader, name, depth: 0, max_depth: budget.max_depth, empty: None }
    }

    /// What comes next.
    pub fn next(&mut self) -> Result<Node<'a>, ReadError> {
        if let Some(tag) = self.empty.take() {
            return Ok(Node::End(EndTag::OfEmpty(tag)));
        }
        loop {
            let event = self.reader.read_event().map_err(|_| self.damaged())?;
            return Ok(match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > self.max_depth {
                        return Err(ReadError::too_large(Limit::Depth, self.depth, self.max_depth));
                    }
                    Node::Start(Element { tag })
                }
                Event::Empty(tag) => {
                    self.empty = Some(tag.clone());
                    Node::Start(Element { tag })
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End(EndTag::Written(tag))
                }
                Event::Text(text) => Node::Text(text.xml10_content()),
                Event::CData(text) => Node::Text(text.xml10_content()),
                Event::GeneralRef(reference) => {
                    if let Ok(Some(char)) = reference.resolve_char_ref() {
                        Node::Text(char.to_string().into())
                    } else {
                        let known = quick_xml::escape::resolve_predefined_entity(&reference.xml10_content());
                        // Others are declared in the document, if anywhere, and are not looked up.
                        Node::Text(known.unwrap_or_default().into())
                    }
                }
                Event::Eof if self.depth > 0 => return Err(self.damaged()),
                Event::Eof => Node::EndOfPart,
                _ => continue,
            });
        }
    }

    /// Passes over the content of the element whose start tag was just read, and its end.
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Node::Start(_) => depth += 1,
                Node::End(_) => depth -= 1,
                Node::Text(_) => {}
                Node::EndOfPart => return Err(self.damaged()),
            }
        }
        Ok(())
    }

    /// The text in the element whose start tag was just read, up to its end.
    pub fn text(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Node::Start(_) => depth += 1,
                Node::End(_) => depth -= 1,
                Node::Text(more) => text.push_str(&more),
                Node::EndOfPart => return Err(self.damaged()),
            }
        }
        Ok(text)
    }

    fn damaged(&self) -> ReadError {
        ReadError::damaged(self.name)
    }
}
