//! The sentences that say how a due date came about, in both languages.

use gongkai_core::Calendar;
use gongkai_core::calendar::{Count, OutOfRange};
use gongkai_core::date;
use gongkai_core::time_limit::{Clause, ClauseKind, Trigger, Unit};
use jiff::civil::Date;

/// A sentence in both languages.
pub struct Said {
    pub zh: String,
    pub en: String,
}

fn said(zh: impl Into<String>, en: impl Into<String>) -> Said {
    Said { zh: zh.into(), en: en.into() }
}

/// The clauses have days of their own.
pub fn divided() -> Said {
    said("没有统一的到期日，各条分别计算", "no single due date: each clause has its own")
}

/// What was counted for a clause, or why there was nothing to count.
///
/// # Errors
/// A day that has to be looked at lies outside the years of the calendar.
pub fn steps(
    clause: &Clause,
    from: Date,
    due: Option<Date>,
    calendar: &Calendar,
) -> Result<Vec<Said>, OutOfRange> {
    let mut steps = Vec::new();
    if let Some(part) = &clause.part {
        steps.push(said(format!("只适用于“{part}”"), format!("holds for “{part}” only")));
    }
    let Some(due) = due else {
        steps.push(no_day(clause));
        return Ok(steps);
    };
    if let Some(Trigger::Event(event)) = &clause.trigger {
        let day = date::write(from);
        steps.push(said(
            format!("以{day}为“{event}”之日"),
            format!("{day} is taken for the day of “{event}”"),
        ));
    }
    let day = date::write(from);
    steps.push(said(
        format!("自{day}起算，当日不计入"),
        format!("counts from {day}, which is not counted itself"),
    ));
    let amount = clause.amount.unwrap_or(1);
    if clause.unit == Some(Unit::WorkingDays) {
        met(&calendar.count(from, amount)?, &mut steps);
    } else {
        // A notice does not move, so it ends on the plain day.
        let plain = Clause { kind: ClauseKind::AtLeast, amount: Some(amount), ..clause.clone() };
        if let Some(plain) = plain.due(from, calendar)?.filter(|plain| *plain != due) {
            let (plain, due) = (date::write(plain), date::write(due));
            steps.push(said(
                format!("{plain}是休息日，顺延到{due}"),
                format!("{plain} is a day off, so the period ends on {due}"),
            ));
        }
    }
    steps.push(end(clause, amount, due));
    Ok(steps)
}

/// The days on the way that are not those of a plain week, and the weekends.
fn met(count: &Count, steps: &mut Vec<Said>) {
    for off in &count.off {
        let name = off.name_en.as_ref().unwrap_or(&off.name);
        let (first, last) = (date::write(off.first), date::write(off.last));
        let (days, days_en) = if first == last {
            (first.clone(), first)
        } else {
            (format!("{first}至{last}"), format!("{first} to {last}"))
        };
        steps.push(said(
            format!("放假不计入：{}，{days}", off.name),
            format!("off, not counted: {name}, {days_en}"),
        ));
    }
    for worked in &count.worked {
        let name = worked.name_en.as_ref().unwrap_or(&worked.name);
        let day = date::write(worked.day);
        steps.push(said(
            format!("周末上班，计入：{day}（{}调休）", worked.name),
            format!("weekend day worked, counted: {day} (for {name})"),
        ));
    }
    if count.weekend_days > 0 {
        let days = count.weekend_days;
        steps.push(said(
            format!("其余周末不计入：{days}天"),
            format!("other weekend days, not counted: {days}"),
        ));
    }
}

fn end(clause: &Clause, amount: u32, due: Date) -> Said {
    let due = date::write(due);
    let (zh, en) = period(amount, clause.unit);
    match clause.kind {
        ClauseKind::AtLeast => said(
            format!("至少{zh}：{due}起可以结束"),
            format!("at least {en}: may end on {due} at the earliest"),
        ),
        ClauseKind::Exactly => said(format!("{zh}：到{due}结束"), format!("{en}: ends on {due}")),
        ClauseKind::Recurring => {
            said(format!("每{zh}：下一次不迟于{due}"), format!("every {en}: the next time by {due}"))
        }
        _ => said(format!("{zh}：最后一日为{due}"), format!("{en}: the last day is {due}")),
    }
}

fn period(amount: u32, unit: Option<Unit>) -> (String, String) {
    let (zh, en) = match unit {
        Some(Unit::Hours) => ("小时", "hour"),
        Some(Unit::WorkingDays) => ("个工作日", "working day"),
        Some(Unit::Days) => ("日", "day"),
        Some(Unit::Weeks) => ("周", "week"),
        Some(Unit::Months) => ("个月", "month"),
        Some(Unit::Quarters) => ("个季度", "quarter"),
        Some(Unit::HalfYears) => ("个半年", "half-year"),
        Some(Unit::Years) => ("年", "year"),
        _ => ("", ""),
    };
    (format!("{amount}{zh}"), format!("{amount} {en}{}", if amount == 1 { "" } else { "s" }))
}

/// Why a clause gives no day.
fn no_day(clause: &Clause) -> Said {
    let event = match &clause.trigger {
        Some(Trigger::Event(event)) => event.as_str(),
        _ => "",
    };
    let (zh, en) = clause.amount.map(|amount| period(amount, clause.unit)).unwrap_or_default();
    let word = clause.word.as_deref().unwrap_or_default();
    match clause.kind {
        ClauseKind::Before if event.is_empty() => said(
            format!("须提前{zh}，没有写明在何事之前"),
            format!("{en} ahead of an event that is not named"),
        ),
        ClauseKind::Before => said(
            format!("须在“{event}”之前{zh}，不从某日起算"),
            format!("{en} before “{event}”: does not count from a day"),
        ),
        ClauseKind::YearlyBefore => {
            let day = clause.date.as_deref().unwrap_or_default();
            said(
                format!("每年{day}前，不从某日起算"),
                format!("by {day} of every year: does not count from a day"),
            )
        }
        ClauseKind::TogetherWith => said(
            format!("与“{event}”同时，不从某日起算"),
            format!("together with “{event}”: does not count from a day"),
        ),
        ClauseKind::OpenWords => said(
            format!("“{word}”没有天数，按本地规定掌握"),
            format!("“{word}” names no number of days; local rules say what it means"),
        ),
        ClauseKind::OtherLawPrevails => {
            let law = clause.basis.as_deref().unwrap_or("其他规定");
            said(
                format!("“{law}”另有规定时以其为准，请人工核对"),
                format!("where “{law}” sets another period, that one holds; to be looked up"),
            )
        }
        ClauseKind::OnRequest => {
            said("依申请公开，没有主动公开时限", "disclosed on request, no limit for publishing")
        }
        ClauseKind::SameAsAbove => said("与上一行相同，请查上一行", "as in the row above; look there"),
        _ if clause.amount.is_none() => said("数字没有写明，无法计算", "the number is not printed"),
        _ if clause.unit.is_none() => {
            said("没有写明是工作日还是日，无法计算", "the unit is not printed, so nothing is counted")
        }
        _ => said("按小时计算，须知道具体时刻", "counted in hours, so the time of day is needed"),
    }
}
