//! What differs between two items besides names, places and elements, and whether it is stricter or looser.

use super::report::{Aspect, Change, Direction, HeadChange};
use crate::citation::Citation;
use crate::guideline::{Audience, Guideline, Method};
use crate::lexicon::Lexicon;
use crate::pack::Item;
use crate::time_limit::TimeLimit;

/// What differs above the rows.
pub(super) fn head_changes(old: &Guideline, new: &Guideline) -> Vec<HeadChange> {
    fn properties(guideline: &Guideline) -> [(&'static str, Option<&String>); 11] {
        [
            ("code", Some(&guideline.code)),
            ("slug", Some(&guideline.slug)),
            ("name", Some(&guideline.name)),
            ("title", Some(&guideline.title)),
            ("issuer", Some(&guideline.issuer)),
            ("issued_in", guideline.issued_in.as_ref()),
            ("document_number", guideline.document_number.as_ref()),
            ("issued_on", guideline.issued_on.as_ref()),
            ("edition", Some(&guideline.edition)),
            ("valid_from", guideline.valid_from.as_ref()),
            ("valid_to", guideline.valid_to.as_ref()),
        ]
    }
    let both = properties(old).into_iter().zip(properties(new));
    both.filter(|((_, before), (_, after))| before != after)
        .map(|((property, before), (_, after))| HeadChange {
            property: property.to_owned(),
            before: before.cloned(),
            after: after.cloned(),
        })
        .collect()
}

/// What differs between two items.
pub(super) fn changes(old: &Item, new: &Item, lexicon: &Lexicon) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.kind != new.kind {
        let name = |item: &Item| serde_name(&item.kind);
        changes.push(Change::of(Aspect::Kind, &name(old), &name(new)));
    }
    if old.publisher != new.publisher {
        changes.push(Change::of(Aspect::Publisher, &old.publisher, &new.publisher));
    }
    changes.extend(time_limit(old.time_limit.as_ref(), new.time_limit.as_ref()));
    changes.extend(audience(&old.audience, &new.audience));
    changes.extend(methods(&old.methods, &new.methods));

    let itself = |name: &String| (name.clone(), name.clone());
    let levels = |item: &Item| item.levels.iter().map(itself).collect::<Vec<_>>();
    // No level means not stated, and one in place of another is neither more nor less.
    let is_stated = !old.levels.is_empty() && !new.levels.is_empty();
    let has_all = |one: &Item, other: &Item| other.levels.iter().all(|level| one.levels.contains(level));
    let is_more_or_less = is_stated && (has_all(old, new) || has_all(new, old));
    changes.extend(one_by_one(Aspect::Level, &levels(old), &levels(new), is_more_or_less));

    // A channel under another of its names is the same channel.
    let channels = |item: &Item| {
        let known = |name: &str| lexicon.channel(name).map_or(name, |known| &known.name).to_owned();
        item.channels.iter().map(|channel| (known(&channel.name), channel.name.clone())).collect::<Vec<_>>()
    };
    changes.extend(one_by_one(Aspect::Channel, &channels(old), &channels(new), true));

    let bases =
        |item: &Item| item.basis.iter().map(|text| (instrument(text), text.clone())).collect::<Vec<_>>();
    changes.extend(one_by_one(Aspect::Basis, &bases(old), &bases(new), false));
    changes
}

/// What a basis names; the text itself where that cannot be read.
fn instrument(text: &str) -> String {
    let citation = Citation::parse(text);
    citation.title.or(citation.number).unwrap_or(citation.text)
}

/// What is only on one side, compared by the first text and shown by the second.
fn one_by_one(
    aspect: Aspect,
    old: &[(String, String)],
    new: &[(String, String)],
    more_is_stricter: bool,
) -> Vec<Change> {
    let only = |side: &[(String, String)], other: &[(String, String)]| -> Vec<String> {
        let is_there = |key: &String| other.iter().any(|(known, _)| known == key);
        side.iter().filter(|(key, _)| !is_there(key)).map(|(_, shown)| shown.clone()).collect()
    };
    let toward = |direction: Direction| if more_is_stricter { direction } else { Direction::Other };
    let gone = only(old, new).into_iter().map(|before| Change {
        aspect,
        direction: toward(Direction::Looser),
        item: None,
        before: Some(before),
        after: None,
    });
    let come = only(new, old).into_iter().map(|after| Change {
        aspect,
        direction: toward(Direction::Stricter),
        item: None,
        before: None,
        after: Some(after),
    });
    gone.chain(come).collect()
}

fn time_limit(old: Option<&TimeLimit>, new: Option<&TimeLimit>) -> Option<Change> {
    let text = |limit: Option<&TimeLimit>| limit.map(|limit| limit.text.clone());
    let (before, after) = (text(old), text(new));
    if before == after {
        return None;
    }
    let direction = match (old, new) {
        (None, _) => Direction::Stricter,
        (_, None) => Direction::Looser,
        (Some(old), Some(new)) => compare(old, new),
    };
    Some(Change { aspect: Aspect::TimeLimit, direction, item: None, before, after })
}

/// Only limits that are one clause each and count from the same event can be compared.
fn compare(old: &TimeLimit, new: &TimeLimit) -> Direction {
    let ([old], [new]) = (old.clauses.as_slice(), new.clauses.as_slice()) else {
        return Direction::Other;
    };
    if old.kind != new.kind || old.trigger != new.trigger || old.unit != new.unit || old.part != new.part {
        return Direction::Other;
    }
    match new.amount.cmp(&old.amount) {
        std::cmp::Ordering::Less => Direction::Stricter,
        std::cmp::Ordering::Greater => Direction::Looser,
        std::cmp::Ordering::Equal => Direction::Other,
    }
}

fn audience(old: &Audience, new: &Audience) -> Option<Change> {
    if old == new {
        return None;
    }
    // A named group beside everybody makes no audience wider.
    let width = |audience: &Audience| match (audience.everyone, &audience.group) {
        (true, _) => 2,
        (false, Some(_)) => 1,
        (false, None) => 0,
    };
    let direction = match width(new).cmp(&width(old)) {
        std::cmp::Ordering::Less => Direction::Looser,
        std::cmp::Ordering::Greater => Direction::Stricter,
        std::cmp::Ordering::Equal => Direction::Other,
    };
    let shown = |audience: &Audience| match (audience.everyone, &audience.group) {
        (true, None) => Some("everyone".to_owned()),
        (true, Some(group)) => Some(format!("everyone, {group}")),
        (false, group) => group.clone(),
    };
    Some(Change { aspect: Aspect::Audience, direction, item: None, before: shown(old), after: shown(new) })
}

/// Publishing unasked is more, publishing on application less.
fn methods(old: &[Method], new: &[Method]) -> Vec<Change> {
    let has_proactive = |methods: &[Method]| methods.contains(&Method::Proactive);
    let direction = match (has_proactive(old), has_proactive(new)) {
        (false, true) => Direction::Stricter,
        (true, false) => Direction::Looser,
        _ => Direction::Other,
    };
    let named = |methods: &[Method]| {
        methods.iter().map(|method| (serde_name(method), serde_name(method))).collect::<Vec<_>>()
    };
    one_by_one(Aspect::Method, &named(old), &named(new), false)
        .into_iter()
        .map(|change| Change { direction, ..change })
        .collect()
}

/// The name of a value as documents write it.
fn serde_name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
