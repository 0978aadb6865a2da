//! `gongkai due`: the last day of a time limit, and how it was counted.

mod explain;

use std::io::{self, Write};

use gongkai_core::calendar::OutOfRange;
use gongkai_core::date;
use gongkai_core::text::Lang;
use gongkai_core::time_limit::{Clause, ClauseKind, TimeLimit};
use jiff::civil::Date;
use serde_json::{Value, json};

use self::explain::Said;
use super::write_pretty;
use crate::args::DueOptions;
use crate::failure::Failure;
use crate::find;
use crate::table::plain;
use crate::words::Words;

/// A clause with the day that it gives and the steps to it.
struct Counted<'a> {
    clause: &'a Clause,
    due: Option<Date>,
    steps: Vec<Said>,
}

/// A time limit counted from a day.
pub struct Count<'a> {
    limit: &'a TimeLimit,
    clauses: Vec<Counted<'a>>,
    due: Option<Date>,
    divided: Option<Said>,
}

impl<'a> Count<'a> {
    /// Counts it.
    pub fn new(limit: &'a TimeLimit, from: Date) -> Result<Self, Failure> {
        if limit.clauses.is_empty() {
            let unread =
                if limit.unread.is_empty() { vec![limit.text.clone()] } else { limit.unread.clone() };
            return Err(Failure::LimitUnreadable(unread));
        }
        let clauses = limit
            .clauses
            .iter()
            .map(|clause| count(clause, from))
            .collect::<Result<Vec<_>, _>>()
            .map_err(Failure::BeyondCalendar)?;
        let due = common_day(&clauses);
        let is_divided = due.is_none() && clauses.iter().any(|counted| counted.due.is_some());
        Ok(Count { limit, clauses, due, divided: is_divided.then(explain::divided) })
    }
}

/// The time limit of an item.
fn limit_of(address: &str) -> Result<TimeLimit, Failure> {
    find::item(address)?.time_limit.clone().ok_or_else(|| Failure::LimitMissing(address.to_owned()))
}

/// Counts a time limit, given as text or by its item.
pub fn run(options: &DueOptions, as_json: bool, words: Words, out: &mut dyn Write) -> Result<(), Failure> {
    let limit = match &options.limit {
        Some(text) => TimeLimit::parse(text),
        None => limit_of(options.item.as_deref().unwrap_or_default())?,
    };
    let count = Count::new(&limit, options.from)?;
    if as_json {
        return Ok(write_pretty(&count.document(), out)?);
    }
    Ok(count.write(words, out)?)
}

fn count(clause: &Clause, from: Date) -> Result<Counted<'_>, OutOfRange> {
    let calendar = gongkai::calendar();
    let due = clause.due(from, calendar)?;
    Ok(Counted { clause, due, steps: explain::steps(clause, from, due, calendar)? })
}

/// The day by which the whole item has to be public: the earliest that counts from the same event and is not confined
/// to a part. Where the text is one clause, the day that it gives.
fn common_day(counted: &[Counted<'_>]) -> Option<Date> {
    let mut alone = counted.iter().filter(|counted| counted.clause.kind != ClauseKind::OtherLawPrevails);
    if let (Some(only), None) = (alone.next(), alone.next()) {
        return only.due;
    }
    let limits: Vec<&Counted<'_>> = counted
        .iter()
        .filter(|counted| counted.clause.kind == ClauseKind::Within && counted.clause.part.is_none())
        .collect();
    // The day given cannot be that of two events; then it is the one on which the information came into being.
    let is_one_event = limits.windows(2).all(|pair| pair[0].clause.trigger == pair[1].clause.trigger);
    let counts = limits.iter().filter(|counted| is_one_event || counted.clause.is_general());
    counts.filter_map(|counted| counted.due).min()
}

impl Count<'_> {
    /// What programs are told of it.
    pub fn document(&self) -> Value {
        let clauses: Vec<Value> = self
            .clauses
            .iter()
            .map(|counted| {
                let mut clause = json!(counted.clause);
                clause["text"] = json!(self.limit.text_of(counted.clause));
                clause["due"] = json!(counted.due.map(date::write));
                clause
            })
            .collect();
        let steps = self.clauses.iter().enumerate().flat_map(|(index, counted)| {
            let step = move |said: &Said| json!({ "clause": index, "zh-CN": said.zh, "en": said.en });
            counted.steps.iter().map(step)
        });
        let divided = self.divided.iter().map(|said| json!({ "zh-CN": said.zh, "en": said.en }));
        json!({
            "clauses": clauses,
            "unread": self.limit.unread,
            "due": self.due.map(date::write),
            "explanation": steps.chain(divided).collect::<Vec<_>>(),
        })
    }

    fn write(&self, words: Words, out: &mut dyn Write) -> io::Result<()> {
        let say = |said: &Said| match words.lang() {
            Lang::Zh => plain(&said.zh),
            Lang::En => plain(&said.en),
        };
        for counted in &self.clauses {
            writeln!(out, "{}", plain(self.limit.text_of(counted.clause)))?;
            for step in &counted.steps {
                writeln!(out, "  {}", say(step))?;
            }
        }
        for stretch in &self.limit.unread {
            writeln!(
                out,
                "{}{}",
                words.pick("没有读懂，请人工判断：", "not read, a person has to judge: "),
                plain(stretch)
            )?;
        }
        match (self.due, &self.divided) {
            (Some(day), _) => writeln!(out, "{}{}", words.pick("到期日：", "due: "), date::write(day)),
            (None, Some(divided)) => writeln!(out, "{}", say(divided)),
            (None, None) => writeln!(out, "{}", words.pick("没有到期日", "no due date")),
        }
    }
}
