//! From time limits and statutes to what can be judged: which clause is about which period, and which part is the item.

use crate::field::{Field, Kind};
use crate::guideline::{ItemKind, Row};
use crate::lexicon::Lexicon;
use crate::report::Severity;
use crate::rulebook::Duty;
use crate::time_limit::{Clause, ClauseKind, TimeLimit, Trigger};

/// What the row and the statutes demand of the times of an item.
pub(super) fn duties(
    row: &Row,
    name: &str,
    kind: ItemKind,
    fields: &[Field],
    limit: Option<&TimeLimit>,
    lexicon: &Lexicon,
) -> Vec<Duty> {
    let mut duties = printed(name, &row.category, fields, limit, lexicon);
    let subject = |test: &crate::lexicon::NameTest| test.matches(name) || test.matches(&row.category);
    let is_of_kind = |kinds: &[ItemKind]| kinds.is_empty() || kinds.contains(&kind);
    for rule in lexicon.statutes.iter().filter(|rule| subject(&rule.items) && is_of_kind(&rule.kinds)) {
        let clause = Clause {
            kind: rule.kind,
            amount: Some(rule.amount),
            unit: Some(rule.unit),
            trigger: rule.trigger.clone().map(Trigger::Event),
            part: None,
            basis: None,
            word: None,
            date: None,
            text: String::new(),
        };
        let duty = |element: Option<&Field>| Duty {
            clause: clause.clone(),
            weight: if rule.recommended { Severity::Warning } else { Severity::Error },
            element: element.map(|field| field.key.clone()),
            unless_reason: rule.unless_reason,
            basis: Some(rule.basis.clone()),
            from: rule.from.clone(),
            to: rule.to.clone(),
        };
        if is_duration(rule.kind) {
            let is_meant = |name: &str| !rule.elements.is_empty() && rule.elements.matches(name);
            duties.extend(periods(fields, is_meant).into_iter().map(duty));
        } else {
            duties.push(duty(None));
        }
    }
    duties
}

/// Durations printed in the row, and limits of a part that is the item itself.
fn printed(
    name: &str,
    category: &str,
    fields: &[Field],
    limit: Option<&TimeLimit>,
    lexicon: &Lexicon,
) -> Vec<Duty> {
    let clauses = limit.map_or(&[][..], |limit| &limit.clauses);
    let mut duties = Vec::new();
    let duty = |clause: &Clause, element: Option<String>| Duty {
        clause: Clause { part: None, ..clause.clone() },
        weight: Severity::Error,
        element,
        unless_reason: false,
        basis: None,
        from: None,
        to: None,
    };
    for clause in clauses {
        if is_duration(clause.kind) {
            let words: Vec<&String> = lexicon
                .notice_words
                .iter()
                .filter(|word| limit.is_some_and(|limit| limit.text_of(clause).contains(word.as_str())))
                .collect();
            let is_meant = |name: &str| words.iter().any(|word| name.contains(word.as_str()));
            let periods = periods(fields, is_meant);
            duties
                .extend(periods.into_iter().map(|field| duty(clause, field.map(|field| field.key.clone()))));
        } else if let Some(part) = &clause.part
            && clause.kind == ClauseKind::Within
            // The part 行政许可、行政处罚事项 is the item 行政处罚.
            && part.split(['、', '，']).any(|word| is_part(word, name) || is_part(word, category))
        {
            duties.push(duty(clause, None));
        }
    }
    duties
}

/// The periods that a duration is about; none among the elements: that of the entry itself.
fn periods(fields: &[Field], is_meant: impl Fn(&str) -> bool) -> Vec<Option<&Field>> {
    let own: Vec<Option<&Field>> = fields
        .iter()
        .filter(|field| matches!(field.kind, Kind::Period) && is_meant(&field.name))
        .map(Some)
        .collect();
    if own.is_empty() { vec![None] } else { own }
}

/// Whether the part of a limit names an item.
fn is_part(part: &str, name: &str) -> bool {
    let core = part.trim_end_matches("事项").trim_end_matches("信息");
    core.chars().count() >= 2 && name.contains(core)
}

fn is_duration(kind: ClauseKind) -> bool {
    matches!(kind, ClauseKind::AtLeast | ClauseKind::Exactly)
}
