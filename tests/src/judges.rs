//! The two validators side by side: our own check and, as independent judge, the crate `jsonschema`.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use gongkai_core::rules::rule;
use gongkai_core::{Context, IssueCode, ItemRef, Report, Severity, Stage};
use jiff::civil::Date;
use jsonschema::Validator;
use serde_json::Value;

/// The day that the suites take for today.
pub const TODAY: Date = jiff::civil::date(2026, 9, 1);

/// All shipped items.
pub fn items() -> impl Iterator<Item = ItemRef<'static>> {
    gongkai::packs().iter().flat_map(gongkai_core::Pack::items)
}

/// `24-compulsory-education/xue-xiao-ming-lu`.
#[must_use]
pub fn address(item: ItemRef<'_>) -> String {
    format!("{}/{}", item.pack.id, item.id)
}

/// Our own check, with the shipped calendar.
#[must_use]
pub fn check(item: ItemRef<'_>, entry: &Value, stage: Stage, today: Date) -> Report {
    item.check(entry, &Context::new(stage, today).with_calendar(gongkai::calendar()))
}

/// The errors of a report as pairs of code and place, sorted; warnings and advice have cases of their own.
#[must_use]
pub fn found(report: &Report) -> Vec<(IssueCode, String)> {
    let errors = report.issues.iter().filter(|issue| rule(issue.code).publish == Severity::Error);
    let mut found: Vec<_> = errors.map(|issue| (issue.code, issue.path.clone())).collect();
    found.sort();
    found
}

/// Whether a JSON Schema can express one of the faults found.
#[must_use]
pub fn schema_should_reject(report: &Report) -> bool {
    report.issues.iter().any(|issue| rule(issue.code).in_json_schema)
}

/// The independent judge for a schema, formats asserted.
///
/// # Panics
/// When the schema itself is wrong.
#[must_use]
pub fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(schema)
        .unwrap_or_else(|error| panic!("no JSON Schema: {error}"))
}

/// The independent judge for an item; those for the shipped ones are built once.
///
/// # Panics
/// When the JSON Schema of the item is wrong.
#[must_use]
pub fn independent(item: ItemRef<'_>) -> &'static Validator {
    static JUDGES: LazyLock<HashMap<String, OnceLock<Validator>>> =
        LazyLock::new(|| items().map(|item| (address(item), OnceLock::new())).collect());
    if !gongkai::packs().iter().any(|pack| std::ptr::eq(pack, item.pack)) {
        return Box::leak(Box::new(validator(&item.json_schema())));
    }
    JUDGES[&address(item)].get_or_init(|| validator(&item.json_schema()))
}

/// The places at which the independent judge finds fault.
#[must_use]
pub fn independent_places(item: ItemRef<'_>, entry: &Value) -> Vec<String> {
    independent(item).iter_errors(entry).map(|error| error.instance_path().as_str().to_owned()).collect()
}

/// Both validators on one entry at stage publish.
///
/// # Errors
/// They disagree; the text says how.
pub fn agree(item: ItemRef<'_>, entry: &Value, today: Date) -> Result<Report, String> {
    let report = check(item, entry, Stage::Publish, today);
    let rejects = !independent(item).is_valid(entry);
    if rejects == schema_should_reject(&report) {
        return Ok(report);
    }
    Err(format!(
        "{}: ours {:?}, JSON Schema {:?}, entry {entry}",
        address(item),
        found(&report),
        independent_places(item, entry),
    ))
}
