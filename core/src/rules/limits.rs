//! Whether an entry keeps the limits for publishing that hold for it; the rules say what is wrong.

use jiff::civil::Date;

use super::{
    Rule, calendar_out_of_range, open_limit_exceeded, recommended_limit_exceeded, time_limit_exceeded,
    trigger_date_missing, update_overdue,
};
use crate::calendar::Calendar;
use crate::check::Judge;
use crate::deadline::{self, Times, Weight};
use crate::envelope::Properties;
use crate::path::Path;
use crate::report::Params;
use crate::time_limit::{Trigger, Unit};

/// A limit, and what it rests on.
struct Limit<'a> {
    rule: &'static Rule,
    amount: u32,
    unit: Unit,
    basis: Option<&'a str>,
    from: Date,
    due: Date,
}

pub(crate) fn check(entry: &Properties<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(calendar) = judge.context.calendar else {
        return;
    };
    let times = Times::of(entry);
    // Without a recorded publication the entry is published today at the earliest.
    let published = times
        .published
        .map_or((judge.context.today, None), |(published, channel)| (published, Some(channel)));
    let limits = limits(&times, published.0, calendar, path, judge);
    // Of several limits of one weight the first to end counts.
    for rule in [&time_limit_exceeded::RULE, &recommended_limit_exceeded::RULE, &open_limit_exceeded::RULE] {
        let first = limits.iter().filter(|limit| limit.rule == rule).min_by_key(|limit| limit.due);
        if let Some(limit) = first.filter(|limit| published.0 > limit.due) {
            find(limit, published, path, judge);
        }
    }
    if let Some(formed) = times.formed {
        update_overdue::check(formed, calendar, &path.key("formed_on"), judge);
    }
}

/// The limits that can be counted; those that cannot be are named.
fn limits<'a>(
    times: &Times,
    published: Date,
    calendar: &Calendar,
    path: &Path<'_>,
    judge: &mut Judge<'a>,
) -> Vec<Limit<'a>> {
    let mut limits = Vec::new();
    let mut out_of_range = None;
    let mut waits_for = None;
    deadline::each_limit(judge.item, judge.context.local, judge.day, &mut |limit| {
        let rule = match limit.weight {
            Weight::Required => &time_limit_exceeded::RULE,
            Weight::Open => &open_limit_exceeded::RULE,
            Weight::Recommended | Weight::Renewal => &recommended_limit_exceeded::RULE,
        };
        let clause = &limit.clause;
        let (_, from) = times.start_of(clause);
        if let (Some(Trigger::Event(event)), None, Weight::Required) = (&clause.trigger, from, limit.weight) {
            waits_for.get_or_insert_with(|| event.clone());
        }
        let (Some(from), Some(amount), Some(unit)) = (from, clause.amount, clause.unit) else {
            return;
        };
        // No unit is shorter than a day: so soon after, it is in time whatever the calendar says.
        let in_time_anyway = crate::date::add(from, i64::from(amount), 0);
        if unit != Unit::Hours && in_time_anyway.is_some_and(|day| published <= day) {
            return;
        }
        match clause.due(from, calendar) {
            Ok(Some(due)) => limits.push(Limit { rule, amount, unit, basis: limit.basis, from, due }),
            Ok(None) => {}
            Err(range) => out_of_range = Some((from, range)),
        }
    });
    if let Some((from, range)) = out_of_range {
        calendar_out_of_range::find(from, range, &path.key("formed_on"), judge);
    }
    if let Some(event) = waits_for {
        trigger_date_missing::find(&event, &path.key("triggered_on"), judge);
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
