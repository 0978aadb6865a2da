//! What a person decides about an imported table: kept apart from what the table says, and laid over it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::guideline::Method;
use crate::time_limit::TimeLimit;

use super::draft::{self, Draft, DraftHead, open_fields};
use super::report::{
    Certainty, DocumentIdentity, Field, ImportedAudience, ImportedDomain, ImportedItem, METHODS, ParsedClause,
};

/// What a person decided about one domain; hosts keep it as JSON beside the report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Decisions {
    /// By index of the item in the domain, from 0.
    pub items: BTreeMap<usize, ItemDecisions>,
}

/// What a person decided about one item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ItemDecisions {
    /// The item is not taken over.
    pub left_out: bool,
    /// A person looked at what concerns the row as a whole, such as a name that another one has too.
    pub is_seen: bool,
    /// What fields are to say, at most one decision for each field.
    pub fields: Vec<FieldDecision>,
}

/// What a field is to say, whatever was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FieldDecision {
    /// First level.
    Level1(Option<String>),
    /// Second level.
    Level2(Option<String>),
    /// Elements.
    Elements(Vec<String>),
    /// Legal basis.
    Basis(Vec<String>),
    /// Time limit.
    TimeLimit(Option<String>),
    /// Publisher.
    Subject(Option<String>),
    /// Channels.
    Channels(Vec<String>),
    /// Audience.
    Audience(ImportedAudience),
    /// Way of disclosure.
    Method(Vec<Method>),
    /// Levels.
    Levels(Vec<String>),
}

/// The fields that can be decided, in the order of the table.
pub const DECIDABLE: [Field; 10] = [
    Field::Level1,
    Field::Level2,
    Field::Elements,
    Field::Basis,
    Field::TimeLimit,
    Field::Subject,
    Field::Channels,
    Field::Audience,
    Field::Method,
    Field::Levels,
];

impl FieldDecision {
    /// Which field it is about.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            FieldDecision::Level1(_) => Field::Level1,
            FieldDecision::Level2(_) => Field::Level2,
            FieldDecision::Elements(_) => Field::Elements,
            FieldDecision::Basis(_) => Field::Basis,
            FieldDecision::TimeLimit(_) => Field::TimeLimit,
            FieldDecision::Subject(_) => Field::Subject,
            FieldDecision::Channels(_) => Field::Channels,
            FieldDecision::Audience(_) => Field::Audience,
            FieldDecision::Method(_) => Field::Method,
            FieldDecision::Levels(_) => Field::Levels,
        }
    }

    /// What an item says now, as if it had been decided. None for the number of the row, which is only printed.
    #[must_use]
    pub fn of(item: &ImportedItem, field: Field) -> Option<Self> {
        Some(match field {
            Field::Row => return None,
            Field::Level1 => FieldDecision::Level1(item.level1.clone()),
            Field::Level2 => FieldDecision::Level2(item.level2.clone()),
            Field::Elements => FieldDecision::Elements(item.elements.clone()),
            Field::Basis => FieldDecision::Basis(item.basis.clone()),
            Field::TimeLimit => FieldDecision::TimeLimit(item.time_limit.clone()),
            Field::Subject => FieldDecision::Subject(item.subject.clone()),
            Field::Channels => FieldDecision::Channels(item.channels.clone().unwrap_or_default()),
            Field::Audience => FieldDecision::Audience(ImportedAudience {
                all: Some(item.audience.all == Some(true)),
                specific: item.audience.specific.clone(),
            }),
            Field::Method => {
                let printed = item.method.as_deref().unwrap_or_default();
                let methods = [Method::Proactive, Method::OnRequest].into_iter();
                FieldDecision::Method(
                    methods.filter(|method| printed.contains(&as_printed(*method))).collect(),
                )
            }
            Field::Levels => FieldDecision::Levels(item.levels.clone().unwrap_or_default()),
        })
    }

    fn apply(&self, item: &mut ImportedItem) {
        match self.clone() {
            FieldDecision::Level1(text) => item.level1 = text,
            FieldDecision::Level2(text) => item.level2 = text,
            FieldDecision::Elements(lines) => item.elements = lines,
            FieldDecision::Basis(lines) => item.basis = lines,
            FieldDecision::TimeLimit(text) => {
                item.time_limit_parsed =
                    text.as_deref().map_or_else(Vec::new, |text| ParsedClause::all(&TimeLimit::parse(text)));
                item.time_limit = text;
            }
            FieldDecision::Subject(text) => item.subject = text,
            FieldDecision::Channels(lines) => item.channels = Some(lines),
            FieldDecision::Audience(audience) => item.audience = audience,
            FieldDecision::Method(methods) => {
                item.method = Some(methods.into_iter().map(as_printed).collect());
            }
            FieldDecision::Levels(lines) => item.levels = Some(lines),
        }
        for cell in item.source.cells.iter_mut().filter(|cell| cell.field == self.field()) {
            cell.certainty = Certainty::Understood;
        }
    }
}

fn as_printed(method: Method) -> &'static str {
    match method {
        Method::Proactive => METHODS[0],
        Method::OnRequest => METHODS[1],
    }
}

impl ItemDecisions {
    /// The decision on a field.
    #[must_use]
    pub fn field(&self, field: Field) -> Option<&FieldDecision> {
        self.fields.iter().find(|decision| decision.field() == field)
    }

    /// Decides a field, in place of what was decided before.
    pub fn decide(&mut self, decision: FieldDecision) {
        self.fields.retain(|known| known.field() != decision.field());
        self.fields.push(decision);
        self.fields.sort_by_key(FieldDecision::field);
    }

    /// The item with what was decided laid over it. Its cells still say what is printed.
    #[must_use]
    pub fn over(&self, item: &ImportedItem) -> ImportedItem {
        let mut item = item.clone();
        for decision in &self.fields {
            decision.apply(&mut item);
        }
        item
    }
}

impl Decisions {
    /// What was decided about an item; nothing, where nobody did.
    #[must_use]
    pub fn item(&self, index: usize) -> &ItemDecisions {
        static NOTHING: ItemDecisions = ItemDecisions { left_out: false, is_seen: false, fields: Vec::new() };
        self.items.get(&index).unwrap_or(&NOTHING)
    }
}

/// A domain with what was decided laid over it, without the items that are left out.
#[must_use]
pub fn decide(domain: &ImportedDomain, decisions: &Decisions) -> ImportedDomain {
    let mut decided = domain.clone();
    decided.items = domain
        .items
        .iter()
        .enumerate()
        .map(|(index, item)| (decisions.item(index), item))
        .filter(|(decision, _)| !decision.left_out)
        .map(|(decision, item)| decision.over(item))
        .collect();
    decided
}

/// The draft of a domain after a person's decisions. Rows say in their provenance which fields a person decided.
#[must_use]
pub fn draft(
    domain: &ImportedDomain,
    decisions: &Decisions,
    document: &DocumentIdentity,
    head: &DraftHead,
) -> Draft {
    let decided = decide(domain, decisions);
    let mut draft = draft::draft(&decided, document, head);
    let kept =
        (0..domain.items.len()).map(|index| decisions.item(index)).filter(|decision| !decision.left_out);
    // Rows stand in the order of the items that have no open field.
    let taken = kept.zip(&decided.items).filter(|(_, item)| open_fields(item).is_empty());
    for (row, (decision, _)) in draft.guideline.items.iter_mut().zip(taken) {
        let fields: Vec<&str> = decision.fields.iter().map(|decision| decision.field().heading().0).collect();
        if !fields.is_empty() {
            row.provenance.note = Some(format!("人工确认：{}", fields.join("、")));
        }
    }
    draft
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::import::report::{FieldSource, ImportReport, ItemSource};

    fn item(name: &str, subject: &str, certainty: Certainty) -> ImportedItem {
        ImportedItem {
            row: Some("1".to_owned()),
            level1: Some("名录".to_owned()),
            level2: Some(name.to_owned()),
            elements: vec!["名称".to_owned()],
            basis: Vec::new(),
            time_limit: None,
            time_limit_parsed: Vec::new(),
            subject: Some(subject.to_owned()),
            channels: None,
            audience: ImportedAudience { all: Some(true), specific: None },
            method: Some(vec![METHODS[0]]),
            levels: None,
            source: ItemSource {
                table: 1,
                rows: vec![3],
                cells: vec![FieldSource {
                    field: Field::Subject,
                    cell: "G3".to_owned(),
                    printed: subject.to_owned(),
                    certainty,
                }],
            },
        }
    }

    pub(crate) fn domain() -> ImportedDomain {
        ImportedDomain {
            name: "示例".to_owned(),
            title: None,
            sheet: None,
            items: vec![
                item("甲", "**局", Certainty::NotUnderstood),
                item("乙", "教育局", Certainty::Understood),
                item("丙", "**局", Certainty::NotUnderstood),
            ],
        }
    }

    pub(crate) fn report() -> ImportReport {
        let json = serde_json::json!({
            "format": "gongkai-import/1", "outcome": "ok",
            "document": { "name": "a.csv", "format": "csv", "sha256": "00", "notes": [{ "kind": "macros" }] },
            "domains": [domain()], "assumed": [],
            "not_understood": [
                { "kind": "masked-text", "row": "1", "domain": "示例", "item": "甲", "column": "subject",
                  "address": { "table": 1, "row": 3, "column": 7, "cell": "G3" },
                  "message": { "zh-CN": "遮盖", "en": "masked" } },
                { "kind": "duplicate-item", "row": "1", "domain": "示例", "item": "乙",
                  "message": { "zh-CN": "同名", "en": "same name" } },
                { "kind": "column-missing", "row": null, "domain": "示例", "column": "公开层级",
                  "message": { "zh-CN": "缺栏", "en": "missing" } }
            ],
            "counts": { "items": 3, "understood": 1, "assumed": 0, "not_understood": 2 }
        });
        serde_json::from_value(json).expect("reports can be read again")
    }

    #[test]
    fn reports_are_the_same_after_writing_and_reading() {
        let written = serde_json::to_value(report()).expect("reports can be written");
        let read: ImportReport = serde_json::from_value(written.clone()).expect("reports can be read");
        assert_eq!(serde_json::to_value(read).expect("reports can be written"), written);
        let mut foreign = written;
        foreign["format"] = "gongkai-import/2".into();
        assert!(serde_json::from_value::<ImportReport>(foreign).is_err());
    }

    #[test]
    fn the_draft_holds_what_was_decided_and_says_so() {
        let (report, domain) = (report(), domain());
        let mut decisions = Decisions::default();
        let decided = decisions.items.entry(2).or_default();
        decided.decide(FieldDecision::Subject(Some("民政局".to_owned())));
        decided.decide(FieldDecision::TimeLimit(Some("20个工作日内".to_owned())));
        decided.decide(FieldDecision::Method(vec![Method::OnRequest]));
        decisions.items.entry(1).or_default().left_out = true;
        assert_eq!(decide(&domain, &decisions).items[1].time_limit_parsed[0].amount, Some(20));
        let head = DraftHead::new("90", "shi-li", "示例县人民政府", "1");
        let draft = draft(&domain, &decisions, &report.document, &head);
        let [row] = draft.guideline.items.as_slice() else { panic!("one row is in the draft: {draft:?}") };
        assert_eq!((row.publisher.as_str(), row.name.as_deref()), ("民政局", Some("丙")));
        assert_eq!(row.methods, [Method::OnRequest]);
        assert_eq!(row.provenance.note.as_deref(), Some("人工确认：公开时限、公开主体、公开方式"));
        let [held] = draft.held_back.as_slice() else { panic!("one row is held back: {draft:?}") };
        assert_eq!(held.row.name.as_deref(), Some("甲"));
    }

    #[test]
    fn decisions_come_back_from_json_and_replace_each_other() {
        let mut decisions = Decisions::default();
        let item = decisions.items.entry(12).or_default();
        item.decide(FieldDecision::Levels(vec!["县级".to_owned()]));
        item.decide(FieldDecision::Subject(Some("甲".to_owned())));
        item.decide(FieldDecision::Subject(Some("乙".to_owned())));
        let text = serde_json::to_string(&decisions).expect("decisions can be written");
        assert!(text.contains(r#""fields":[{"subject":"乙"},{"levels":["县级"]}]"#), "{text}");
        assert_eq!(serde_json::from_str::<Decisions>(&text).expect("decisions can be read"), decisions);
    }
}
