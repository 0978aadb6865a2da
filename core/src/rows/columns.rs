//! What the headings of a table mean: elements by printed name, label or key, and the properties of every entry.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::envelope;
use crate::field::document_parts;
use crate::text::{Lang, part_name};
use crate::{Field, ItemRef, Kind};

/// Headings that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HeadingsError {
    /// None of them means anything of the item.
    #[error("none of the headings is known: {}", .0.join(", "))]
    Unknown(Vec<String>),
    /// Two columns mean the same.
    #[error("the columns {0:?} and {1:?} mean the same")]
    Repeated(String, String),
}

/// Further names of properties, as tables in use print them.
const ALIASES: &[(&str, &str)] = &[
    ("名称", "title"),
    ("形成日期", "formed_on"),
    ("生成日期", "formed_on"),
    ("成文日期", "formed_on"),
    ("变更日期", "changed_on"),
    ("更新日期", "changed_on"),
    ("发布机构", "publisher"),
    ("公开主体", "publisher"),
    ("区划代码", "region"),
    ("版本", "edition"),
    ("公开渠道和载体", "channel"),
    ("channels", "channel"),
    ("发布日期", "published_on"),
];

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// A property of every entry.
    Property(&'static str),
    /// A property of the channels used.
    Channel(&'static str),
    /// The element that the field with this index is made from.
    Element(usize),
    /// A part of it.
    Part(usize, &'static str),
    /// A part of it, by the index among the parts of a group.
    GroupPart(usize, usize),
    /// A part of a property that is a period.
    PropertyPart(&'static str, &'static str),
    /// A property of the host's own.
    Extension,
    /// Nothing that is known.
    Unknown,
}

/// What the columns of a table mean, without the item that they mean it for.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    headings: Vec<String>,
    targets: Vec<Target>,
}

/// What the columns of a table mean.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    pub(super) item: ItemRef<'a>,
    /// Edition that the entries say they were written for. None: that of the pack.
    pub(super) edition: Option<String>,
    layout: Arc<Layout>,
    /// Language of the words that stand for values: 主动公开 for `proactive`.
    pub(super) lang: Lang,
}

impl<'a> Columns<'a> {
    /// Reads the headings of a table.
    ///
    /// # Errors
    /// - Two mean the same.
    /// - None is known.
    pub fn new<'h>(
        headings: impl IntoIterator<Item = &'h str>,
        item: ItemRef<'a>,
    ) -> Result<Self, HeadingsError> {
        let headings: Vec<String> = headings.into_iter().map(clean).collect();
        let targets: Vec<Target> = headings.iter().map(|heading| target(heading, item)).collect();
        let mut first = BTreeMap::new();
        for (heading, target) in headings.iter().zip(&targets) {
            let own = match target {
                Target::Unknown => continue,
                Target::Extension => heading.as_str(),
                _ => "",
            };
            if let Some(other) = first.insert((target, own), heading) {
                return Err(HeadingsError::Repeated(other.clone(), heading.clone()));
            }
        }
        if targets.iter().all(|target| *target == Target::Unknown) {
            return Err(HeadingsError::Unknown(headings));
        }
        Ok(Columns::laid_out(Arc::new(Layout { headings, targets }), item))
    }

    /// Columns whose headings were read before, for the same item.
    #[must_use]
    pub fn laid_out(layout: Arc<Layout>, item: ItemRef<'a>) -> Self {
        Columns { item, edition: None, layout, lang: Lang::Zh }
    }

    /// What the headings mean.
    #[must_use]
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The same for entries written for another edition.
    #[must_use]
    pub fn with_edition(mut self, edition: String) -> Self {
        self.edition = Some(edition);
        self
    }

    /// The same with words in another language.
    #[must_use]
    pub fn with_lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// The item whose entries the rows are.
    #[must_use]
    pub fn item(&self) -> ItemRef<'a> {
        self.item
    }

    pub(super) fn targets(&self) -> &[Target] {
        &self.layout.targets
    }

    /// How many there are.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a table without columns is refused")]
    pub fn len(&self) -> usize {
        self.layout.headings.len()
    }

    /// The headings, without what people add to them.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.layout.headings.iter().map(String::as_str)
    }

    /// The headings that mean nothing here; their cells are not looked at.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        let columns = self.layout.headings.iter().zip(self.targets());
        columns
            .filter(|(heading, target)| **target == Target::Unknown && !heading.is_empty())
            .map(|(heading, _)| heading.as_str())
    }

    /// The heading of the column that a place in an entry came from.
    #[must_use]
    pub fn heading_of(&self, pointer: &str) -> Option<&str> {
        self.column_of(pointer).map(|column| self.layout.headings[column].as_str())
    }

    /// The address of the cell that a place in the entry of a row came from, as spreadsheets write it: `C7`.
    #[must_use]
    pub fn cell_of(&self, pointer: &str, row: u64) -> Option<String> {
        self.column_of(pointer).map(|column| format!("{}{row}", letters(column)))
    }

    /// The same with the name of the sheet before it, where there is one: `名录!C7`.
    #[must_use]
    pub fn address_of(&self, pointer: &str, row: u64, sheet: Option<&str>) -> Option<String> {
        let cell = self.cell_of(pointer, row)?;
        Some(match sheet {
            // Such names stand in quotation marks, as in formulas.
            Some(sheet) if sheet.contains(|char: char| !char.is_alphanumeric() && char != '_') => {
                format!("'{}'!{cell}", sheet.replace('\'', "''"))
            }
            Some(sheet) => format!("{sheet}!{cell}"),
            None => cell,
        })
    }

    /// The places in an entry that the columns speak of, as JSON Pointers: of an element or a property all of it.
    #[must_use]
    pub fn places(&self) -> Vec<String> {
        let place = |(target, heading): (&Target, &String)| match target {
            Target::Property(key) | Target::PropertyPart(key, _) => Some(format!("/{key}")),
            Target::Channel(_) => Some("/channels".to_owned()),
            Target::Element(index) | Target::Part(index, _) | Target::GroupPart(index, _) => {
                Some(format!("/elements/{}", self.item.fields[*index].key))
            }
            Target::Extension => Some(format!("/{heading}")),
            Target::Unknown => None,
        };
        let mut places: Vec<String> =
            self.targets().iter().zip(&self.layout.headings).filter_map(place).collect();
        places.dedup();
        places
    }

    /// The index of the column that a place in an entry came from.
    #[must_use]
    pub fn column_of(&self, pointer: &str) -> Option<usize> {
        let segments: Vec<&str> = pointer.split('/').skip(1).collect();
        let find = |wanted: &dyn Fn(&Target) -> bool| self.targets().iter().position(wanted);
        match segments.as_slice() {
            ["elements", key, inner @ ..] => {
                let index = self.item.fields.iter().position(|field| field.key == *key)?;
                let part = |target: &Target| match target {
                    Target::Part(field, name) => *field == index && inner.contains(name),
                    Target::GroupPart(field, part) => {
                        *field == index
                            && parts(&self.item.fields[index])
                                .get(*part)
                                .is_some_and(|field| inner.contains(&field.key.as_str()))
                    }
                    _ => false,
                };
                let whole = |target: &Target| match target {
                    Target::Element(field) | Target::Part(field, _) | Target::GroupPart(field, _) => {
                        *field == index
                    }
                    _ => false,
                };
                find(&part).or_else(|| find(&whole))
            }
            ["channels", inner @ ..] => {
                let last = inner.last().copied().unwrap_or("channel");
                let named = |target: &Target| *target == Target::Channel(known_channel(last));
                find(&named).or_else(|| find(&|target| matches!(target, Target::Channel(_))))
            }
            [property, inner @ ..] => {
                let part = |target: &Target| match target {
                    Target::PropertyPart(key, name) => key == property && inner.contains(name),
                    _ => false,
                };
                let whole = |target: &Target| match target {
                    Target::Property(key) | Target::PropertyPart(key, _) => key == property,
                    _ => false,
                };
                find(&part)
                    .or_else(|| find(&whole))
                    .or_else(|| self.layout.headings.iter().position(|name| name == property))
            }
            _ => None,
        }
    }

    pub(super) fn heading(&self, column: usize) -> &str {
        &self.layout.headings[column]
    }
}

/// The parts of a group.
pub(super) fn parts(field: &Field) -> &[Field] {
    match &field.kind {
        Kind::Group { fields } => fields,
        _ => &[],
    }
}

/// The letters that spreadsheets give to a column.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.into_iter().rev().collect()
}

fn known_channel(name: &str) -> &'static str {
    envelope::channel_fields()
        .iter()
        .map(|field| field.key.as_str())
        .find(|key| *key == name)
        .unwrap_or("channel")
}

/// A heading without what people add to it: spaces, and a star for what is required.
fn clean(heading: &str) -> String {
    let is_added = |char: char| char.is_whitespace() || matches!(char, '*' | '＊' | '\u{feff}');
    heading.trim_matches(is_added).to_owned()
}

fn target(heading: &str, item: ItemRef<'_>) -> Target {
    if heading.starts_with("x-") {
        return Target::Extension;
    }
    if let Some(index) = element(heading, item) {
        return Target::Element(index);
    }
    // A printed name can have such a sign itself, so a part is looked for last.
    let split = heading.rsplit_once(['/', '／', '.']);
    let part = || {
        let (name, part_name) = split?;
        match element(name.trim(), item) {
            Some(index) => part_of(&item.item.fields[index], index, part_name.trim()),
            None => part_of_property(name.trim(), part_name.trim()),
        }
    };
    property(heading).or_else(part).unwrap_or(Target::Unknown)
}

/// The field of an element: by its name, by its key, else by its label when no other has the same.
fn element(heading: &str, item: ItemRef<'_>) -> Option<usize> {
    let fields = &item.item.fields;
    let by = |is: &dyn Fn(&Field) -> bool| {
        let mut found = fields.iter().enumerate().filter(|(_, field)| is(field)).map(|(index, _)| index);
        found.next().filter(|_| found.next().is_none())
    };
    by(&|field| field.name == heading)
        .or_else(|| by(&|field| field.key == heading))
        .or_else(|| by(&|field| field.label() == heading))
}

fn part_of(field: &Field, index: usize, name: &str) -> Option<Target> {
    let is_named =
        |key: &str| key == name || part_name(key, Lang::Zh) == name || part_name(key, Lang::En) == name;
    let one_of =
        |keys: &[&'static str]| keys.iter().find(|key| is_named(key)).map(|key| Target::Part(index, key));
    match &field.kind {
        Kind::Period => one_of(&["start", "end"]),
        Kind::Money { .. } => one_of(&["amount", "unit"]),
        Kind::Document { .. } => {
            let part = document_parts().iter().find(|part| is_named(&part.key))?;
            Some(Target::Part(index, part.key.as_str()))
        }
        Kind::Group { fields } => {
            let part = fields.iter().position(|part| part.key == name || part.name == name)?;
            Some(Target::GroupPart(index, part))
        }
        _ => None,
    }
}

/// The start or the end of a property that is a period.
fn part_of_property(heading: &str, name: &str) -> Option<Target> {
    let Some(Target::Property(key)) = property(heading) else {
        return None;
    };
    let is_period = envelope::field(key).is_some_and(|field| field.kind == Kind::Period);
    let parts: &[&'static str] = if is_period { &["start", "end"] } else { &[] };
    let is_named =
        |part: &str| part == name || part_name(part, Lang::Zh) == name || part_name(part, Lang::En) == name;
    parts.iter().find(|part| is_named(part)).map(|part| Target::PropertyPart(key, part))
}

fn property(heading: &str) -> Option<Target> {
    let key = ALIASES.iter().find(|(alias, _)| *alias == heading).map_or(heading, |(_, key)| *key);
    let is_named =
        |known: &str| known == key || part_name(known, Lang::Zh) == key || part_name(known, Lang::En) == key;
    let find = |fields: &'static [Field]| {
        fields.iter().map(|field| field.key.as_str()).find(|known| is_named(known))
    };
    // These two are judged in ways of their own.
    for own in ["region", "ground"] {
        if is_named(own) {
            return Some(Target::Property(own));
        }
    }
    find(envelope::fields())
        .map(Target::Property)
        .or_else(|| find(envelope::channel_fields()).map(Target::Channel))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, wanted) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
        {
            assert_eq!(letters(column), wanted);
        }
    }
}
