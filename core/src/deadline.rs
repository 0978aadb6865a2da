//! By when an entry has to be public: the limits that hold for it, from which day each counts, when it ends or why no day can be named.

use std::borrow::Cow;

use jiff::civil::Date;
use serde_json::Value;

use crate::calendar::OutOfRange;
use crate::check::Context;
use crate::entry::DisclosureAttribute;
use crate::envelope::Properties;
use crate::local::Local;
use crate::node::{Node, Tape};
use crate::pack::{Item, ItemRef};
use crate::report::Severity;
use crate::time_limit::{Clause, ClauseKind, Trigger};

/// What an entry has to be in time for, and when it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deadlines<'a> {
    /// First recorded day of publication. None: not published yet.
    pub published_on: Option<Date>,
    /// The limits in the order of the table, then those of statutes, then local ones. Empty: the entry is not to be
    /// published without being asked, or nothing limits it.
    pub limits: Vec<Deadline<'a>>,
}

/// A limit for publishing an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deadline<'a> {
    /// How binding it is.
    pub weight: Weight,
    /// What it says.
    pub clause: Cow<'a, Clause>,
    /// Law, article or document that sets it. None: the row itself.
    pub basis: Option<&'a str>,
    /// The property of the entry with the day from which it counts: `formed_on`, `changed_on` or `triggered_on`.
    pub counts_from: &'static str,
    /// That day. None: not given, or not a date.
    pub from: Option<Date>,
    /// When it ends.
    pub due: Due,
}

/// How binding a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The row or a statute demands it.
    Required,
    /// A statute or the county recommends it.
    Recommended,
    /// An open word of the row (及时) with what it means here.
    Open,
    /// The row demands a renewal by then.
    Renewal,
}

/// When a limit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The last day.
    On(Date),
    /// Nobody knows yet: the day from which it counts is not given.
    DayMissing,
    /// There is no calendar to count with.
    CalendarMissing,
    /// The count leaves the years of the calendar.
    CalendarEnds(OutOfRange),
    /// The clause names no day: an open word without a meaning here, a part of the item, hours, a time before an event.
    Uncounted,
}

impl<'a> ItemRef<'a> {
    /// By when an entry of this item has to be public.
    ///
    /// # Example
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use gongkai_core::deadline::Due;
    /// use gongkai_core::{Calendar, CalendarSource, Context, Guideline, Lexicon, Stage, compile};
    ///
    /// # let domain = gongkai_guidelines::DOMAINS.iter().find(|domain| domain.id == "24-compulsory-education").unwrap();
    /// # let lexicon = Lexicon::from_toml(gongkai_guidelines::LEXICON)?;
    /// # let pack = compile(&Guideline::from_toml(domain.guideline)?, &lexicon)?;
    /// # let calendar = Calendar::new(&CalendarSource::from_toml(gongkai_guidelines::CALENDAR)?)?;
    /// let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").unwrap();
    /// let today = jiff::civil::date(2026, 9, 1);
    /// let context = Context::new(Stage::Publish, today).with_calendar(&calendar);
    ///
    /// let entry = serde_json::json!({ "formed_on": "2026-09-01" });
    /// let due = item.deadlines(&entry, &context).limits[0].due;
    /// assert_eq!(due, Due::On(jiff::civil::date(2026, 9, 29)));
    ///
    /// let blank = item.deadlines(&serde_json::json!({}), &context).limits[0].due;
    /// assert_eq!(blank, Due::DayMissing);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn deadlines(&self, entry: &Value, context: &Context<'a>) -> Deadlines<'a> {
        let tape = Tape::from(entry);
        let Some(properties) = tape.root().as_object().map(Properties::of) else {
            return Deadlines { published_on: None, limits: Vec::new() };
        };
        let times = Times::of(&properties);
        let published_on = times.published.map(|(day, _)| day);
        let attribute =
            properties.get("attribute").and_then(Node::as_str).and_then(DisclosureAttribute::named);
        if attribute.is_some_and(|attribute| attribute != DisclosureAttribute::Proactive) {
            return Deadlines { published_on, limits: Vec::new() };
        }
        let day = times.formed.unwrap_or(context.today);
        let mut limits = Vec::new();
        each_limit(*self, context.local, day, &mut |limit| {
            limits.push(deadline(limit, true, &times, context))
        });
        for clause in clauses(self.item) {
            if let Some(weight) = weight_of_other(clause, context.local) {
                let limit = Limit { weight, clause: Cow::Borrowed(clause), basis: None };
                limits.push(deadline(limit, weight == Weight::Renewal, &times, context));
            }
        }
        Deadlines { published_on, limits }
    }
}

fn deadline<'a>(limit: Limit<'a>, is_counted: bool, times: &Times, context: &Context<'a>) -> Deadline<'a> {
    let (counts_from, from) = times.start_of(&limit.clause);
    let due = match (from, context.calendar) {
        _ if !is_counted => Due::Uncounted,
        (None, _) => Due::DayMissing,
        (_, None) => Due::CalendarMissing,
        (Some(from), Some(calendar)) => match limit.clause.due(from, calendar) {
            Ok(Some(day)) => Due::On(day),
            Ok(None) => Due::Uncounted,
            Err(range) => Due::CalendarEnds(range),
        },
    };
    Deadline { weight: limit.weight, clause: limit.clause, basis: limit.basis, counts_from, from, due }
}

/// A limit before anything is counted.
pub(crate) struct Limit<'a> {
    pub weight: Weight,
    pub clause: Cow<'a, Clause>,
    pub basis: Option<&'a str>,
}

/// Hands over the limits for publishing that count from a day, for information of a day: the check judges by these.
pub(crate) fn each_limit<'a>(
    item: ItemRef<'a>,
    local: Option<&'a Local>,
    day: Date,
    found: &mut dyn FnMut(Limit<'a>),
) {
    for clause in clauses(item.item) {
        if clause.kind == ClauseKind::Within && clause.part.is_none() {
            found(Limit { weight: Weight::Required, clause: Cow::Borrowed(clause), basis: None });
        }
    }
    for duty in &item.item.duties {
        if duty.clause.kind == ClauseKind::Within && duty.element.is_none() && duty.holds(day) {
            let weight = if duty.weight == Severity::Error { Weight::Required } else { Weight::Recommended };
            found(Limit { weight, clause: Cow::Borrowed(&duty.clause), basis: duty.basis.as_deref() });
        }
    }
    let Some(local) = local else { return };
    let basis = local.basis.as_deref();
    for clause in clauses(item.item).filter(|clause| clause.part.is_none()) {
        if let Some(meaning) = meaning(clause, Some(local)) {
            found(Limit { weight: Weight::Open, clause: Cow::Owned(meaning), basis });
        }
    }
    for clause in local.limits_of(item) {
        found(Limit { weight: Weight::Recommended, clause: Cow::Owned(clause), basis });
    }
}

fn clauses(item: &Item) -> std::slice::Iter<'_, Clause> {
    item.time_limit.as_ref().map_or(&[][..], |limit| &limit.clauses).iter()
}

/// What an open word means here.
fn meaning(clause: &Clause, local: Option<&Local>) -> Option<Clause> {
    if clause.kind != ClauseKind::OpenWords {
        return None;
    }
    let meaning = local?.meaning_of(clause.word.as_deref()?)?;
    Some(Clause { word: clause.word.clone(), ..meaning })
}

/// How binding a printed clause is that limits no publication by counting from a day. None: it is no such clause.
fn weight_of_other(clause: &Clause, local: Option<&Local>) -> Option<Weight> {
    let is_of_part = clause.part.is_some();
    match clause.kind {
        ClauseKind::Recurring if !is_of_part => Some(Weight::Renewal),
        ClauseKind::Within | ClauseKind::Recurring if is_of_part => Some(Weight::Required),
        ClauseKind::OpenWords if is_of_part || meaning(clause, local).is_none() => Some(Weight::Open),
        ClauseKind::Before
        | ClauseKind::YearlyBefore
        | ClauseKind::TogetherWith
        | ClauseKind::SameAsAbove => Some(Weight::Required),
        // The length of a notice, the rank of laws and what is not published limit no publication.
        _ => None,
    }
}

/// The times of an entry.
pub(crate) struct Times {
    /// Last change, or else formation.
    pub formed: Option<Date>,
    /// Whether that is the day of a change.
    is_change: bool,
    /// The event that a limit counts from where the table names one.
    pub triggered: Option<Date>,
    /// First recorded day of publication with the index of its channel.
    pub published: Option<(Date, usize)>,
}

impl Times {
    pub fn of(entry: &Properties<'_>) -> Self {
        let date = |key| entry.get(key).and_then(Node::as_date);
        let changed = date("changed_on");
        let channels = entry.get("channels").and_then(Node::as_array).unwrap_or_default();
        let days = channels
            .iter()
            .enumerate()
            .filter_map(|(index, channel)| Some((channel.get("published_on")?.as_date()?, index)));
        Times {
            formed: changed.or_else(|| date("formed_on")),
            is_change: changed.is_some(),
            triggered: date("triggered_on"),
            published: days.min(),
        }
    }

    /// The property with the day from which a clause counts, and that day.
    pub fn start_of(&self, clause: &Clause) -> (&'static str, Option<Date>) {
        match clause.trigger {
            Some(Trigger::Event(_)) => ("triggered_on", self.triggered),
            _ if self.is_change => ("changed_on", self.formed),
            _ => ("formed_on", self.formed),
        }
    }
}
