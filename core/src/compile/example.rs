//! An entry that passes, made for every item.

use jiff::civil::{Date, Weekday};
use serde_json::{Map, Value, json};

use crate::entry::FORMAT;
use crate::pack::ItemRef;
use crate::rulebook::Duty;
use crate::time_limit::{ClauseKind, Trigger, Unit};

impl ItemRef<'_> {
    /// An entry of this item that passes at stage publish on that day; every element is filled in.
    #[must_use]
    pub fn example(&self, today: Date) -> Value {
        let mut elements: Map<String, Value> = self
            .fields
            .iter()
            .map(|field| (field.key.clone(), field.kind.example(&field.name, today)))
            .collect();
        let day = crate::date::write(today);
        let channels: Vec<Value> = self
            .channels
            .iter()
            .map(|channel| {
                let proof = "https://www.example.gov.cn/";
                json!({ "channel": channel.name, "published_on": day, "proof": proof })
            })
            .collect();
        let mut entry = json!({
            "format": FORMAT,
            "pack": self.pack.id,
            "edition": self.pack.edition,
            "item": self.id,
            "publisher": format!("示例：{}", self.publisher),
            "title": format!("示例：{}", self.name),
            "summary": format!("示例：{}的内容概述", self.name),
            "index_number": "000014349/2026-00001",
            "formed_on": day,
            "reviewed_by": "示例审查人",
            "reviewed_on": day,
            "attribute": "proactive",
        });
        if self.counts_from_event() {
            entry["triggered_on"] = json!(day);
        }
        for duty in self.duties.iter().filter(|duty| is_duration(duty)) {
            let notice = json!({ "start": day, "end": crate::date::write(long_enough(duty, today)) });
            match &duty.element {
                Some(key) => elements[key] = notice,
                None => entry["notice"] = notice,
            }
        }
        entry["elements"] = Value::Object(elements);
        entry["channels"] = json!(channels);
        entry
    }

    /// Whether a limit of the item counts from an event that the table names.
    #[must_use]
    pub fn counts_from_event(&self) -> bool {
        let printed = self.time_limit.iter().flat_map(|limit| &limit.clauses);
        printed.filter(|clause| clause.part.is_none()).chain(self.duties.iter().map(|duty| &duty.clause)).any(
            |clause| clause.kind == ClauseKind::Within && matches!(clause.trigger, Some(Trigger::Event(_))),
        )
    }

    /// Whether a notice has to last so long and no element holds its period.
    #[must_use]
    pub fn has_own_notice(&self) -> bool {
        self.duties.iter().any(|duty| is_duration(duty) && duty.element.is_none())
    }
}

fn is_duration(duty: &Duty) -> bool {
    matches!(duty.clause.kind, ClauseKind::AtLeast | ClauseKind::Exactly)
}

/// A last day for a notice that begins today. Without a calendar, working days are counted by the plain week.
fn long_enough(duty: &Duty, today: Date) -> Date {
    let amount = duty.clause.amount.unwrap_or(1);
    let mut end = today;
    let mut left = amount;
    while left > 0 {
        let is_weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let Ok(next) = end.tomorrow() else {
            break;
        };
        end = next;
        if duty.clause.unit != Some(Unit::WorkingDays) || !is_weekend(end) {
            left -= 1;
        }
    }
    match duty.clause.kind {
        ClauseKind::Exactly => end,
        // Holidays may be on the way.
        _ => crate::date::add(end, 15, 0).unwrap_or(end),
    }
}
