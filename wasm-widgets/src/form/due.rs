//! By when the entry has to be public, beside the day from which it counts; what cannot be counted says why.

use gongkai_core::compile::FormField;
use gongkai_core::date::write;
use gongkai_core::deadline::{Deadline, Deadlines, Due, Weight};
use gongkai_core::text::{Lang, part_name, value_name};
use gongkai_core::time_limit::{ClauseKind, Unit};
use gongkai_core::{Calendar, ItemRef, Severity};
use jiff::civil::Date;
use yew::prelude::Html;

use super::nodes::{element, said as said_in, with};
use super::phrases;
use super::severity;
use super::state::State;

/// What there is to say about the time limit of an entry.
pub(super) struct Said {
    /// The property of the entry beside which it stands.
    beside: &'static str,
    lines: Vec<Line>,
}

struct Line {
    words: String,
    is_late: bool,
}

fn plain(words: String) -> Line {
    Line { words, is_late: false }
}

/// What there is to say now. None: the entry is not to be published without being asked.
pub(super) fn said(state: &State, lang: Lang) -> Option<Said> {
    let item = state.pack.item(&state.item)?;
    let attribute = state.entry["attribute"].as_str().unwrap_or("proactive");
    if attribute != "proactive" {
        return None;
    }
    let deadlines = item.deadlines(&state.entry, &state.context());
    let limits = |weight| deadlines.limits.iter().filter(move |limit| limit.weight == weight);
    // Of several limits of one weight the first to end counts.
    let first =
        |weight| limits(weight).filter_map(|limit| Some((day(limit)?, limit))).min_by_key(|(day, _)| *day);
    let required =
        first(Weight::Required).map(|(_, limit)| limit).or_else(|| limits(Weight::Required).next());
    let mut lines: Vec<Line> =
        required.map(|limit| binding(limit, item, state, &deadlines, lang)).into_iter().collect();
    for limit in limits(Weight::Open) {
        let word = limit.clause.word.as_deref().unwrap_or_default();
        match limit.due {
            Due::Uncounted if !word.is_empty() => lines.push(plain(phrases::open_word(word, lang))),
            Due::On(_) => {
                lines.push(plain(better(limit, &phrases::means(word, &period(limit, lang), lang), lang)))
            }
            _ => {}
        }
    }
    if let Some((_, limit)) = first(Weight::Recommended) {
        lines.push(plain(better(limit, limit.basis.unwrap_or(&period(limit, lang)), lang)));
    }
    if let Some((day, _)) = first(Weight::Renewal) {
        lines.push(plain(phrases::renew_by(&write(day), lang)));
    }
    for stretch in item.time_limit.iter().flat_map(|limit| &limit.unread) {
        lines.push(plain(format!("“{stretch}”{}", phrases::read_by_person(lang))));
    }
    if lines.is_empty() {
        // Open words and renewals wait for a day too.
        let words = match deadlines.limits.first() {
            Some(limit) => missing(limit, item, lang),
            None if item.time_limit.is_none() => phrases::no_limit(lang).to_owned(),
            None => return None,
        };
        lines.push(plain(words));
    }
    let leading = required.or_else(|| deadlines.limits.iter().find(|limit| day(limit).is_some()));
    let beside = leading.map_or("formed_on", |limit| limit.counts_from);
    Some(Said { beside, lines })
}

/// The region below a field; it is there before it is filled, so that what appears in it is announced.
pub(super) fn view(said: Option<&Said>, field: &FormField, lang: Lang) -> Html {
    let key = field.path.trim_start_matches('/');
    if !matches!(key, "formed_on" | "changed_on" | "triggered_on") {
        return Html::default();
    }
    let lines = said.filter(|said| said.beside == key).map_or(&[][..], |said| &said.lines);
    let lines = lines.iter().map(|line| {
        let mark = if line.is_late { severity::mark(Severity::Error, lang) } else { Html::default() };
        let class = if line.is_late { "issue error" } else { "limit" };
        element("p", class, vec![mark, said_in("span", "", &line.words)])
    });
    with("div", "due", &[("role", "status"), ("part", "due")], lines.collect())
}

fn day(limit: &Deadline<'_>) -> Option<Date> {
    match limit.due {
        Due::On(day) => Some(day),
        _ => None,
    }
}

/// A limit that the row or a statute sets, and how the entry stands to it.
fn binding(
    limit: &Deadline<'_>,
    item: ItemRef<'_>,
    state: &State,
    deadlines: &Deadlines<'_>,
    lang: Lang,
) -> Line {
    let (Due::On(due), Some(from)) = (limit.due, limit.from) else {
        return plain(missing(limit, item, lang));
    };
    let by = phrases::publish_by(&write(due), &write(from), &period(limit, lang), lang);
    let reached = deadlines.published_on.unwrap_or(state.today);
    let is_late = reached > due;
    let between = |from, to| {
        state.calendar.as_deref().and_then(|calendar: &Calendar| calendar.working_days_between(from, to).ok())
    };
    let stands = if is_late {
        // Late by days off alone is late all the same.
        between(due, reached)
            .filter(|days| *days > 0)
            .map_or(phrases::past(lang).to_owned(), |days| phrases::days_late(days, lang))
    } else if deadlines.published_on.is_some() {
        phrases::in_time(lang).to_owned()
    } else if reached == due {
        phrases::due_today(lang).to_owned()
    } else {
        between(reached, due).map_or(String::new(), |days| phrases::days_left(days, lang))
    };
    let mut parts = vec![by];
    parts.extend(deadlines.published_on.map(|day| phrases::published(&write(day), lang)));
    parts.extend(Some(stands).filter(|stands| !stands.is_empty()));
    Line { words: parts.join(if lang == Lang::Zh { "；" } else { "; " }), is_late }
}

fn better(limit: &Deadline<'_>, why: &str, lang: Lang) -> String {
    day(limit).map_or_else(String::new, |due| phrases::better_by(&write(due), why, lang))
}

/// Why there is no day.
fn missing(limit: &Deadline<'_>, item: ItemRef<'_>, lang: Lang) -> String {
    let clause = &*limit.clause;
    let text = item.item.time_limit.as_ref().map_or("", |printed| printed.text_of(clause));
    match limit.due {
        Due::DayMissing => phrases::day_missing(
            part_name(limit.counts_from, lang),
            if text.is_empty() { limit.basis.unwrap_or_default() } else { text },
            lang,
        ),
        Due::CalendarMissing => phrases::no_calendar(lang).to_owned(),
        Due::CalendarEnds(range) => {
            phrases::calendar_ends(&write(range.first_day), &write(range.last_day), lang)
        }
        _ => {
            let why = match clause.kind {
                _ if clause.part.is_some() => phrases::why_part(lang),
                ClauseKind::Before => phrases::why_before(lang),
                _ if clause.unit == Some(Unit::Hours) => phrases::why_hours(lang),
                ClauseKind::Within if clause.amount.is_none() => phrases::why_number(lang),
                _ => phrases::why_other(lang),
            };
            phrases::uncounted(text, why, lang)
        }
    }
}

/// 20个工作日
fn period(limit: &Deadline<'_>, lang: Lang) -> String {
    let amount = limit.clause.amount.unwrap_or(1);
    let unit = limit.clause.unit.map_or("", |unit| value_name(unit.name(), lang));
    match lang {
        Lang::Zh => format!("{amount}{unit}"),
        Lang::En => format!("{amount} {unit}"),
    }
}
