//! A draft of a guideline out of what was imported. What was not understood stays out until a person decides.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use crate::guideline::{
    Audience, ElementSource, FORMAT, Guideline, ImportedFrom, LintNotes, Mark, Method, Provenance, Row,
};

use super::report::{Certainty, DocumentIdentity, Field, ImportedDomain, ImportedItem};

/// What stands at the head of a draft besides what the document says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DraftHead {
    /// Two-digit code of the domain.
    pub code: String,
    /// ASCII name of the domain.
    pub slug: String,
    /// Name of the domain. Defaults to what the document says.
    pub name: Option<String>,
    /// Body that issued the table.
    pub issuer: String,
    /// Edition of the table.
    pub edition: String,
}

impl DraftHead {
    /// A head with all that the document does not say.
    #[must_use]
    pub fn new(code: &str, slug: &str, issuer: &str, edition: &str) -> Self {
        DraftHead {
            code: code.to_owned(),
            slug: slug.to_owned(),
            name: None,
            issuer: issuer.to_owned(),
            edition: edition.to_owned(),
        }
    }

    /// The head of an edition of a guideline that exists.
    #[must_use]
    pub fn of(guideline: &Guideline, edition: &str) -> Self {
        DraftHead {
            code: guideline.code.clone(),
            slug: guideline.slug.clone(),
            name: Some(guideline.name.clone()),
            issuer: guideline.issuer.clone(),
            edition: edition.to_owned(),
        }
    }
}

/// The ASCII name of a domain, by pinyin; `readings` names words that are read otherwise than character by character.
#[must_use]
pub fn slug(name: &str, readings: &BTreeMap<String, String>) -> String {
    let syllables = crate::compile::syllables(name, readings);
    crate::compile::free_id(&syllables, "-", &HashSet::new())
}

/// A draft of a guideline.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Draft {
    /// The rows that were understood, or understood by an assumption that the report names.
    pub guideline: Guideline,
    /// The rows that a person has to decide on first.
    pub held_back: Vec<HeldBack>,
}

/// A row that is not in the draft.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HeldBack {
    /// The row, without what was not understood.
    pub row: Row,
    /// What was not understood.
    pub fields: Vec<Field>,
}

/// The draft of one domain.
#[must_use]
pub fn draft(domain: &ImportedDomain, document: &DocumentIdentity, head: &DraftHead) -> Draft {
    let mut rows = Vec::with_capacity(domain.items.len());
    let mut held_back = Vec::new();
    for item in &domain.items {
        let row = row(item, document, domain.sheet.as_deref());
        let fields = open_fields(item);
        if fields.is_empty() {
            rows.push(row);
        } else {
            held_back.push(HeldBack { row, fields });
        }
    }
    let name = head.name.clone().unwrap_or_else(|| domain.name.clone());
    let guideline = Guideline {
        format: FORMAT.to_owned(),
        code: head.code.clone(),
        slug: head.slug.clone(),
        title: domain.title.clone().unwrap_or_else(|| format!("{name}领域基层政务公开标准目录")),
        name,
        issuer: head.issuer.clone(),
        issued_in: None,
        document_number: None,
        issued_on: None,
        edition: head.edition.clone(),
        valid_from: None,
        valid_to: None,
        lint: LintNotes::default(),
        items: rows,
    };
    Draft { guideline, held_back }
}

/// Fields of an item that a person has to look at.
#[must_use]
pub fn open_fields(item: &ImportedItem) -> Vec<Field> {
    let mut fields: Vec<Field> = item
        .source
        .cells
        .iter()
        .filter(|cell| cell.certainty == Certainty::NotUnderstood)
        .map(|cell| cell.field)
        // A table may print a dash for the second level; the first one then names the item.
        .filter(|field| *field != Field::Level2 || item.level1.is_none())
        .collect();
    if item.level1.is_none() && item.level2.is_none() {
        fields.push(Field::Level1);
    }
    if item.subject.is_none() {
        fields.push(Field::Subject);
    }
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The row of a guideline that an item is. What was not understood is left empty.
#[must_use]
pub fn row(item: &ImportedItem, document: &DocumentIdentity, sheet: Option<&str>) -> Row {
    let mut cells: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for cell in item.source.cells.iter().filter(|cell| !cell.printed.trim().is_empty()) {
        cells.entry(cell.field.name().to_owned()).or_default().push(cell.cell.clone());
    }
    let open = open_fields(item);
    let taken = |field: Field| !open.contains(&field);
    let category = item.level1.clone().or_else(|| item.level2.clone()).unwrap_or_default();
    let methods = item.method.iter().flatten().filter_map(|method| match *method {
        "主动" => Some(Method::Proactive),
        "依申请" => Some(Method::OnRequest),
        _ => None,
    });
    Row {
        id: None,
        category,
        name: item.level2.clone().filter(|_| item.level1.is_some()),
        kind: None,
        elements: item
            .elements
            .iter()
            .filter(|_| taken(Field::Elements))
            .cloned()
            .map(ElementSource::Name)
            .collect(),
        basis: item.basis.iter().filter(|_| taken(Field::Basis)).cloned().collect(),
        time_limit: item.time_limit.clone().filter(|_| taken(Field::TimeLimit)),
        publisher: item.subject.clone().filter(|_| taken(Field::Subject)).unwrap_or_default(),
        channels: item.channels.iter().flatten().filter(|_| taken(Field::Channels)).cloned().collect(),
        audience: Audience {
            everyone: taken(Field::Audience) && item.audience.all == Some(true),
            group: item.audience.specific.clone().filter(|_| taken(Field::Audience)),
        },
        methods: methods.filter(|_| taken(Field::Method)).collect(),
        levels: item.levels.iter().flatten().filter(|_| taken(Field::Levels)).cloned().collect(),
        provenance: Provenance {
            mark: Mark::Seen,
            sightings: 1,
            evidence: Vec::new(),
            note: None,
            imported: Some(ImportedFrom {
                document: document.name.clone(),
                sha256: document.sha256.clone(),
                sheet: sheet.map(str::to_owned),
                table: item.source.table,
                rows: item.source.rows.clone(),
                cells,
            }),
        },
    }
}

/// Rows as they stand in a guideline.
#[derive(Serialize)]
struct Rows<'a> {
    items: [&'a Row; 1],
}

impl Draft {
    /// The draft as a `guideline.toml`. Rows that are held back stand at its end as comments, to be completed.
    ///
    /// # Errors
    /// A text cannot be written as TOML.
    pub fn to_toml(&self) -> Result<String, toml::ser::Error> {
        let mut text = String::from(
            "# 由标准目录导入的草稿 · Draft imported from an official table; see the report beside it.\n\n",
        );
        text.push_str(&toml::to_string_pretty(&self.guideline)?);
        for held in &self.held_back {
            let fields: Vec<String> =
                held.fields.iter().map(|field| format!("{} ({})", field.heading().0, field.name())).collect();
            text.push_str("\n# 待确认 · to be decided: ");
            text.push_str(&fields.join("、"));
            text.push('\n');
            for line in toml::to_string_pretty(&Rows { items: [&held.row] })?.lines() {
                text.push_str("# ");
                text.push_str(line);
                text.push('\n');
            }
        }
        Ok(text)
    }
}
