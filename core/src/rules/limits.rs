//! Which limits for publishing hold for an entry, and whether it keeps them; the rules say what is wrong.

use jiff::civil::Date;

use super::{
    Rule, calendar_out_of_range, open_limit_exceeded, recommended_limit_exceeded, time_limit_exceeded,
    trigger_date_missing, update_overdue,
};
use crate::calendar::Calendar;
use crate::check::Judge;
use crate::envelope::Properties;
use crate::node::Node;
use crate::path::Path;
use crate::report::{Params, Severity};
use crate::time_limit::{Clause, ClauseKind, Trigger, Unit};

/// A limit, and what it rests on.
struct Limit<'a> {
    rule: &'static Rule,
    amount: u32,
    unit: Unit,
    basis: Option<&'a str>,
    from: Date,
    due: Date,
}

/// The times of an entry.
struct Times {
    /// Last change, or else formation.
    formed: Option<Date>,
    /// The event that a limit counts from where the table names one.
    triggered: Option<Date>,
    /// First recorded day of publication with the index of its channel; else today.
    published: (Date, Option<usize>),
}

pub(crate) fn check(entry: &Properties<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(calendar) = judge.context.calendar else {
        return;
    };
    let date = |key| entry.get(key).and_then(Node::as_date);
    let times = Times {
        formed: date("changed_on").or_else(|| date("formed_on")),
        triggered: date("triggered_on"),
        published: first_publication(entry, judge.context.today),
    };
    let limits = limits(&times, calendar, path, judge);
    // Of several limits of one weight the first to end counts.
    for rule in [&time_limit_exceeded::RULE, &recommended_limit_exceeded::RULE, &open_limit_exceeded::RULE] {
        let first = limits.iter().filter(|limit| limit.rule == rule).min_by_key(|limit| limit.due);
        if let Some(limit) = first.filter(|limit| times.published.0 > limit.due) {
            find(limit, times.published, path, judge);
        }
    }
    if let Some(formed) = times.formed {
        update_overdue::check(formed, calendar, &path.key("formed_on"), judge);
    }
}

/// The limits that can be counted; those that cannot be are named.
fn limits<'a>(times: &Times, calendar: &Calendar, path: &Path<'_>, judge: &mut Judge<'a>) -> Vec<Limit<'a>> {
    let item = judge.item.item;
    let local = judge.context.local;
    let printed = item.time_limit.iter().flat_map(|limit| &limit.clauses);
    let general =
        printed.clone().filter(|clause| clause.part.is_none()).map(|clause| (clause, None, Severity::Error));
    let day = judge.day;
    let duties = item
        .duties
        .iter()
        .filter(|duty| duty.element.is_none() && duty.holds(day))
        .map(|duty| (&duty.clause, duty.basis.as_deref(), duty.weight));
    let mut limits = Vec::new();
    let mut out_of_range = None;
    let mut waits_for = None;
    let mut add = |rule, clause: &Clause, basis, from: Option<Date>| {
        let (Some(from), Some(amount), Some(unit)) = (from, clause.amount, clause.unit) else {
            return;
        };
        // No unit is shorter than a day: so soon after, it is in time whatever the calendar says.
        let in_time_anyway = crate::date::add(from, i64::from(amount), 0);
        if unit != Unit::Hours && in_time_anyway.is_some_and(|day| times.published.0 <= day) {
            return;
        }
        match clause.due(from, calendar) {
            Ok(Some(due)) => limits.push(Limit { rule, amount, unit, basis, from, due }),
            Ok(None) => {}
            Err(range) => out_of_range = Some((from, range)),
        }
    };
    for (clause, basis, weight) in
        general.chain(duties).filter(|(clause, ..)| clause.kind == ClauseKind::Within)
    {
        let rule = match weight {
            Severity::Error => &time_limit_exceeded::RULE,
            _ => &recommended_limit_exceeded::RULE,
        };
        if let Some(Trigger::Event(event)) = &clause.trigger {
            if times.triggered.is_none() && weight == Severity::Error {
                waits_for = waits_for.or(Some(event));
            }
            add(rule, clause, basis, times.triggered);
        } else {
            add(rule, clause, basis, times.formed);
        }
    }
    for open in printed.filter(|clause| clause.kind == ClauseKind::OpenWords && clause.part.is_none()) {
        if let Some(meaning) = local.and_then(|local| local.meaning_of(open.word.as_deref()?)) {
            add(
                &open_limit_exceeded::RULE,
                &meaning,
                local.and_then(|local| local.basis.as_deref()),
                times.formed,
            );
        }
    }
    for clause in local.into_iter().flat_map(|local| local.limits_of(judge.item)) {
        add(
            &recommended_limit_exceeded::RULE,
            &clause,
            local.and_then(|local| local.basis.as_deref()),
            times.formed,
        );
    }
    if let Some((from, range)) = out_of_range {
        calendar_out_of_range::find(from, range, &path.key("formed_on"), judge);
    }
    if let Some(event) = waits_for {
        trigger_date_missing::find(event, &path.key("triggered_on"), judge);
    }
    limits
}

fn find(limit: &Limit<'_>, published: (Date, Option<usize>), path: &Path<'_>, judge: &mut Judge<'_>) {
    let (published, channel) = published;
    let channels = path.key("channels");
    let used = channels.index(channel.unwrap_or_default());
    let recorded = used.key("published_on");
    let formed = path.key("formed_on");
    let params = Params {
        amount: Some(limit.amount),
        unit: Some(limit.unit.name().to_owned()),
        from: Some(crate::date::write(limit.from)),
        due_on: Some(crate::date::write(limit.due)),
        published_on: Some(crate::date::write(published)),
        days_late: u32::try_from(crate::date::days_between(limit.due, published)).ok(),
        ..Params::default()
    };
    let place = if channel.is_some() { &recorded } else { &formed };
    judge.find_by(limit.rule, limit.basis, place, params, None);
}

/// The first recorded day of publication and the index of its channel; else today.
fn first_publication(entry: &Properties<'_>, today: Date) -> (Date, Option<usize>) {
    let channels = entry.get("channels").and_then(Node::as_array).unwrap_or_default();
    channels
        .iter()
        .enumerate()
        .filter_map(|(index, channel)| Some((channel.get("published_on")?.as_date()?, Some(index))))
        .min()
        .unwrap_or((today, None))
}
