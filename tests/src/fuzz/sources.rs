//! Sources and compiled documents: readers refuse what they cannot read, and what they take can be used.

use gongkai_core::calendar::CalendarSource;
use gongkai_core::citation::Citation;
use gongkai_core::compile::Navigation;
use gongkai_core::ids_lock::IdsLock;
use gongkai_core::time_limit::TimeLimit;
use gongkai_core::{Calendar, Context, Guideline, Lexicon, Local, Pack, Report, Stage, compile};

use crate::judges::{TODAY, items};

/// A guideline that is compiled with lexicons of unknown origin.
const PLAIN: &str = r#"
format = "gongkai-guideline/1"
code = "90"
slug = "schools"
name = "学校"
title = "示例指引"
issuer = "示例机关"
edition = "1"
[[items]]
category = "概况"
name = "学校名录"
elements = ["学校名称", "办学性质", "收费标准：收费金额", "办公电话", "成立日期", "法律依据"]
publisher = "教育局"
audience = { everyone = true }
time_limit = "及时公开"
provenance = { mark = "seen" }
"#;

fn text(data: &[u8]) -> Option<&str> {
    std::str::from_utf8(data).ok()
}

/// Reads a time limit and counts it.
///
/// # Panics
/// Reading or counting does.
pub fn time_limit(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let limit = TimeLimit::parse(text);
    for clause in &limit.clauses {
        let _ = clause.due(TODAY, gongkai::calendar());
        assert!(limit.text_of(clause).len() <= text.len().max(clause.text.len()));
    }
}

/// Reads the reference to a law.
///
/// # Panics
/// Reading does.
pub fn citation(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let citation = Citation::parse(text);
    assert_eq!(citation.text, text);
}

/// Reads a pack and uses its items.
///
/// # Panics
/// A pack that was taken cannot be used.
pub fn pack(data: &[u8]) {
    let Some(pack) = text(data).and_then(|text| Pack::from_json(text).ok()) else { return };
    use_pack(&pack);
    let again = serde_json::to_string(&pack).expect("a pack is plain data");
    let again = Pack::from_json(&again).expect("what was written can be read");
    assert_eq!(format!("{again:?}"), format!("{pack:?}"));
}

fn use_pack(pack: &Pack) {
    let context = Context::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar());
    for item in pack.items() {
        let example = item.example(TODAY);
        let _ = item.check(&example, &context).told();
        assert!(item.json_schema().is_object());
        let _ = item.form();
    }
    let _ = Navigation::new(std::slice::from_ref(pack), gongkai::lexicon());
}

/// Reads calendars, menus, reports, local parameters and locks.
///
/// # Panics
/// One that was taken cannot be used.
pub fn documents(data: &[u8]) {
    let Some(text) = text(data) else { return };
    let compiled = Calendar::from_json(text).ok();
    let source = CalendarSource::from_toml(text).ok().and_then(|source| Calendar::new(&source).ok());
    for calendar in compiled.into_iter().chain(source) {
        for days in [1, 20, 400] {
            let _ = calendar.add_working_days(*calendar.range().start(), days);
        }
        let again = serde_json::to_string(&calendar.compiled()).expect("a calendar is plain data");
        assert!(Calendar::from_json(&again).is_ok());
    }
    let _ = Navigation::from_json(text);
    if let Ok(report) = Report::from_json(text) {
        let _ = report.told();
    }
    if let Ok(local) = Local::from_json(text) {
        let context =
            Context::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar()).with_local(&local);
        for item in items().step_by(50) {
            let _ = item.check(&item.example(TODAY), &context).told();
        }
    }
    if let Ok(lock) = IdsLock::parse(text) {
        let _ = lock.broken_by(gongkai::ids_lock());
    }
}

/// Reads a guideline and compiles it.
///
/// # Panics
/// A pack that was compiled cannot be used.
pub fn guideline(data: &[u8]) {
    let Some(guideline) = text(data).and_then(|text| Guideline::from_toml(text).ok()) else { return };
    if let Ok(pack) = compile(&guideline, gongkai::lexicon()) {
        use_pack(&pack);
    }
}

/// Reads a lexicon and compiles with it.
///
/// # Panics
/// A pack that was compiled cannot be used.
pub fn lexicon(data: &[u8]) {
    let Some(lexicon) = text(data).and_then(|text| Lexicon::from_toml(text).ok()) else { return };
    let guideline = Guideline::from_toml(PLAIN).expect("it is a guideline");
    if let Ok(pack) = compile(&guideline, &lexicon) {
        use_pack(&pack);
    }
}
