//! Rules of the lexicon that take nothing: a word of theirs is misspelt, or a rule above them takes all of it.

use std::collections::HashSet;

use super::Set;
use super::report::{Findings, LintCode, Place};
use crate::guideline::ElementSource;

pub(super) fn check(set: &Set<'_>, findings: &mut Findings) {
    if !set.complete {
        return;
    }
    let lexicon = set.lexicon;
    let rows = || set.subjects.iter().flat_map(|subject| &subject.guideline.items);
    let names: HashSet<&str> = rows().flat_map(|row| &row.elements).map(ElementSource::name).collect();

    let mut orphans: Vec<&str> = Vec::new();
    let used: HashSet<&str> =
        names.iter().filter_map(|name| lexicon.element(name)).map(|rule| rule.id.as_str()).collect();
    // The rule that takes every name is there for tables to come.
    let elements = lexicon.elements.iter().filter(|rule| !rule.test.is_empty());
    orphans.extend(elements.map(|rule| rule.id.as_str()).filter(|id| !used.contains(id)));

    let takes_one = |rule: &&crate::lexicon::ConditionalRule| {
        names.iter().any(|name| rule.test.matches(name))
    };
    let conditional = lexicon.conditional.iter().filter(|rule| !takes_one(rule));
    orphans.extend(conditional.map(|rule| rule.id.as_str()));

    let used: HashSet<&str> = rows()
        .filter_map(|row| {
            let elements: Vec<&str> = row.elements.iter().map(ElementSource::name).collect();
            lexicon.item(&row.category, row.name.as_deref().unwrap_or(&row.category), &elements)
        })
        .map(|rule| rule.id.as_str())
        .collect();
    orphans.extend(lexicon.items.iter().map(|rule| rule.id.as_str()).filter(|id| !used.contains(id)));

    for id in orphans {
        let place = Place { rule: Some(id.to_owned()), ..Place::default() };
        findings.add(LintCode::RuleOrphan, place, &[("rule", id)]);
    }
}
