//! `time-limit-exceeded`: made public after the last day of the time limit.
//!
//! ## What it checks
//! The first day of publication, or today while there is none, against the last day of the item's limit of working days, counted from the day of the last change or else of formation; that day itself is not counted.
//!
//! ## Why
//! The time limit is the law's. Being late does not block: publishing at once is the only remedy, and a block would invite a changed date.
//!
//! ## Example
//! Formed on 2020-06-04, 20 working days, published on 2020-07-06: `time-limit-exceeded`, due on 2020-07-03.

use jiff::civil::Date;

use super::{Rule, calendar_out_of_range};
use crate::check::Judge;
use crate::node::{Node, Object};
use crate::path::Path;
use crate::report::{IssueCode, Params};
use crate::time_limit::{ClauseKind, Unit};

pub(crate) const RULE: Rule = Rule::record(IssueCode::TimeLimitExceeded).says(
    "超过公开时限{days_late}天：自{from}起{working_days}个工作日，应于{due_on}前公开，实际为{published_on}",
    "{days_late} days late: {working_days} working days from {from} end on {due_on}, published on {published_on}",
).hints("请尽快公开；不影响发布", "publish as soon as possible; publishing is not held up");

pub(crate) fn check(entry: Object<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(calendar) = judge.context.calendar else {
        return;
    };
    let clauses = judge.item.item.time_limit.iter().flat_map(|limit| &limit.clauses);
    let Some(working_days) = clauses
        .filter(|clause| {
            clause.kind == ClauseKind::Within && clause.unit == Some(Unit::WorkingDays) && clause.is_general()
        })
        .filter_map(|clause| clause.amount)
        .min()
    else {
        return;
    };
    let date = |value: Option<Node<'_>>| value?.as_date();
    let Some(from) = date(entry.get("changed_on")).or_else(|| date(entry.get("formed_on"))) else {
        return;
    };
    let (published, place) = first_publication(entry, judge.context.today);
    let channels = path.key("channels");
    let used = channels.index(place.unwrap_or_default());
    let recorded = used.key("published_on");
    let formed = path.key("formed_on");
    let place = if place.is_some() { &recorded } else { &formed };
    match calendar.add_working_days(from, working_days) {
        Ok(due) if published > due => {
            judge.find(
                &RULE,
                place,
                Params {
                    working_days: Some(working_days),
                    from: Some(crate::date::write(from)),
                    due_on: Some(crate::date::write(due)),
                    published_on: Some(crate::date::write(published)),
                    days_late: u32::try_from(crate::date::days_between(due, published)).ok(),
                    ..Params::default()
                },
            );
        }
        Ok(_) => {}
        Err(range) => calendar_out_of_range::find(from, range, &formed, judge),
    }
}

/// The first recorded day of publication and the index of its channel; else today.
fn first_publication(entry: Object<'_>, today: Date) -> (Date, Option<usize>) {
    let channels = entry.get("channels").and_then(Node::as_array);
    channels
        .unwrap_or_default()
        .iter()
        .enumerate()
        .filter_map(|(index, channel)| {
            let published = crate::date::parse(channel.get("published_on")?.as_str()?)?;
            Some((published, Some(index)))
        })
        .min()
        .unwrap_or((today, None))
}
