//! The programs in Rust that the handbook shows; `tests/tests/handbook/` compiles and runs them.

use std::error::Error;

use gongkai_core::deadline::Due;
use gongkai_core::text::{Lang, message};
use gongkai_core::{Context, Guideline, Stage, compile};
use jiff::civil::{Date, date};

// ANCHOR: problems
/// What is wrong with the entry of a school, one sentence for each issue that blocks.
pub fn problems(entry: &[u8]) -> Result<Vec<String>, Box<dyn Error>> {
    let pack = gongkai::pack("24-compulsory-education").ok_or("no such pack")?;
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").ok_or("no such item")?;
    let context = Context::new(Stage::Publish, date(2026, 9, 1)).with_calendar(gongkai::calendar());
    let report = item.check_json(entry, &context)?;
    let blocking = report.issues.iter().filter(|issue| issue.blocks);
    Ok(blocking.map(|issue| format!("{}: {}", issue.path, message(issue, Lang::En))).collect())
}
// ANCHOR_END: problems

// ANCHOR: last_day
/// By when the entry has to be public; none where the guideline names no day.
pub fn last_day(entry: &[u8]) -> Result<Option<Date>, Box<dyn Error>> {
    let pack = gongkai::pack("24-compulsory-education").ok_or("no such pack")?;
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").ok_or("no such item")?;
    let context = Context::new(Stage::Publish, date(2026, 9, 1)).with_calendar(gongkai::calendar());
    let limits = item.deadlines(&serde_json::from_slice(entry)?, &context).limits;
    Ok(limits.into_iter().find_map(|limit| match limit.due {
        Due::On(day) => Some(day),
        _ => None,
    }))
}
// ANCHOR_END: last_day

// ANCHOR: own_pack
/// A guideline of one's own as the pack that elements and wrappers load.
pub fn own_pack(guideline: &str) -> Result<String, Box<dyn Error>> {
    let pack = compile(&Guideline::from_toml(guideline)?, gongkai::lexicon())?;
    Ok(serde_json::to_string(&pack.slim())?)
}
// ANCHOR_END: own_pack
