//! What a person has to decide about an imported table, and what one decision can settle at once.

use std::collections::BTreeSet;

use super::decide::{DECIDABLE, Decisions, FieldDecision};
use super::draft::open_fields;
use super::places;
use super::report::{Field, ImportReport, ImportedDomain, ImportedItem, Note};

/// Something that a person has to decide before the item can be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Question<'a> {
    /// Index of the item in the domain, from 0.
    pub item: usize,
    /// The field. None: the row as a whole.
    pub field: Option<Field>,
    /// What the report says about it.
    pub note: Option<&'a Note>,
}

/// What a person has to decide in a domain, by item and field, whether or not it has been decided.
/// What concerns the table as a whole is no question here; [`places::sort`] gives it.
#[must_use]
pub fn questions<'a>(report: &'a ImportReport, domain: &ImportedDomain) -> Vec<Question<'a>> {
    let sorted = places::sort(&report.not_understood, domain);
    let mut questions = Vec::new();
    for (index, (item, notes)) in domain.items.iter().zip(sorted.items).enumerate() {
        let mut told = BTreeSet::new();
        for note in notes {
            let field = note
                .column
                .as_deref()
                .and_then(|name| DECIDABLE.into_iter().find(|field| field.name() == name));
            told.insert(field);
            questions.push(Question { item: index, field, note: Some(note) });
        }
        let untold = open_fields(item).into_iter().filter(|field| !told.contains(&Some(*field)));
        questions.extend(untold.map(|field| Question { item: index, field: Some(field), note: None }));
    }
    questions
}

/// The questions that nobody has decided yet. A publisher or a name that was decided to be nothing stays open.
#[must_use]
pub fn open_questions<'a>(
    report: &'a ImportReport,
    domain: &ImportedDomain,
    decisions: &Decisions,
) -> Vec<Question<'a>> {
    let mut open = questions(report, domain);
    open.retain(|question| {
        let decision = decisions.item(question.item);
        let is_answered = match question.field {
            None => decision.is_seen,
            Some(field) => decision.field(field).is_some(),
        };
        !decision.left_out && !is_answered
    });
    for (index, item) in domain.items.iter().enumerate() {
        let decision = decisions.item(index);
        if decision.left_out || decision.fields.is_empty() {
            continue;
        }
        for field in open_fields(&decision.over(item)) {
            if !open.iter().any(|question| question.item == index && question.field == Some(field)) {
                open.push(Question { item: index, field: Some(field), note: None });
            }
        }
    }
    open.sort_by_key(|question| (question.item, question.field));
    open
}

/// What is printed for a field of an item, its cells joined.
#[must_use]
pub fn printed(item: &ImportedItem, field: Field) -> String {
    let cells = item.source.cells.iter().filter(|cell| cell.field == field);
    let texts: Vec<&str> = cells.map(|cell| cell.printed.trim()).filter(|text| !text.is_empty()).collect();
    texts.join("\n")
}

/// The other items of a domain for which the same is printed, and was understood in the same way: what is decided
/// about one of them holds for all.
#[must_use]
pub fn same_printed(domain: &ImportedDomain, index: usize, field: Field) -> Vec<usize> {
    let Some(item) = domain.items.get(index) else { return Vec::new() };
    let text = printed(item, field);
    let understood = FieldDecision::of(item, field);
    let others = domain.items.iter().enumerate().filter(|(other, _)| *other != index);
    others
        .filter(|(_, other)| printed(other, field) == text && FieldDecision::of(other, field) == understood)
        .map(|(other, _)| other)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::decide::tests::{domain, report};

    fn places_of(questions: &[Question<'_>]) -> Vec<(usize, Option<Field>)> {
        questions.iter().map(|question| (question.item, question.field)).collect()
    }

    #[test]
    fn every_doubt_is_one_question_until_it_is_decided_or_left_out() {
        let (report, domain) = (report(), domain());
        let all = [(0, Some(Field::Subject)), (1, None), (2, Some(Field::Subject))];
        assert_eq!(places_of(&questions(&report, &domain)), all);
        let whole = places::sort(&report.not_understood, &domain).whole;
        assert_eq!(whole.len(), 1, "a missing column concerns no single row");

        let mut decisions = Decisions::default();
        decisions.items.entry(0).or_default().decide(FieldDecision::Subject(Some("民政局".to_owned())));
        decisions.items.entry(1).or_default().is_seen = true;
        decisions.items.entry(2).or_default().left_out = true;
        assert_eq!(open_questions(&report, &domain, &decisions), []);
        decisions.items.entry(0).or_default().decide(FieldDecision::Subject(None));
        assert_eq!(places_of(&open_questions(&report, &domain, &decisions)), [(0, Some(Field::Subject))]);
    }

    #[test]
    fn rows_that_print_the_same_are_found() {
        assert_eq!(same_printed(&domain(), 0, Field::Subject), [2]);
        assert_eq!(same_printed(&domain(), 1, Field::Subject), [0_usize; 0]);
        assert_eq!(same_printed(&domain(), 9, Field::Subject), [0_usize; 0]);
        assert_eq!(printed(&domain().items[0], Field::Subject), "**局");
    }
}
