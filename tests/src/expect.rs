//! What both validators have to say about an entry; differences are gathered, so that one run shows them all.

use gongkai_core::report::is_at_or_below;
use gongkai_core::rules::rule;
use gongkai_core::{IssueCode, ItemRef, Stage};
use serde_json::Value;

use crate::judges::{TODAY, address, check, found, independent_places, items};

/// Checks an entry with one fault in it by both validators; the texts say what differs from what was expected.
pub fn one_fault(
    item: ItemRef<'_>,
    entry: &Value,
    code: IssueCode,
    path: &str,
    what: &str,
    wrong: &mut Vec<String>,
) {
    let report = check(item, entry, Stage::Publish, TODAY);
    if found(&report) != [(code, path.to_owned())] {
        wrong.push(format!(
            "{} {what}: found {:?}, expected {} at {path}",
            address(item),
            found(&report),
            code.as_str()
        ));
        return;
    }
    let places = independent_places(item, entry);
    if places.is_empty() == rule(code).in_json_schema {
        wrong.push(format!(
            "{} {what}: {} at {path}, JSON Schema finds {places:?}",
            address(item),
            code.as_str()
        ));
    }
    // An error further down, in another branch or elsewhere would be an agreement by chance.
    for place in places.iter().filter(|place| !is_at_or_below(path, place)) {
        wrong.push(format!("{} {what}: at {path}, JSON Schema at {place}", address(item)));
    }
}

/// Checks an entry without fault by both validators.
pub fn no_fault(item: ItemRef<'_>, entry: &Value, what: &str, wrong: &mut Vec<String>) {
    let report = check(item, entry, Stage::Publish, TODAY);
    if !found(&report).is_empty() {
        wrong.push(format!("{} {what}: found {:?}", address(item), found(&report)));
    }
    let places = independent_places(item, entry);
    if !places.is_empty() {
        wrong.push(format!("{} {what}: JSON Schema finds {places:?}", address(item)));
    }
}

#[track_caller]
fn assert_none(wrong: &[String]) {
    let first = &wrong[..wrong.len().min(40)];
    assert!(wrong.is_empty(), "{} differences, the first:\n{}", wrong.len(), first.join("\n"));
}

/// Calls a function for every item on as many threads as there are processors, and fails with what it finds wrong.
///
/// # Panics
/// When it finds anything wrong.
pub fn for_every_item(judge_item: impl Fn(ItemRef<'static>, &mut Vec<String>) + Sync) {
    let all: Vec<_> = items().collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let judge_item = &judge_item;
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let shares: Vec<_> = (0..threads)
            .map(|share| {
                let all = &all;
                scope.spawn(move || {
                    let mut wrong = Vec::new();
                    all.iter().skip(share).step_by(threads).for_each(|item| judge_item(*item, &mut wrong));
                    wrong
                })
            })
            .collect();
        shares.into_iter().flat_map(|share| share.join().expect("no item makes a check panic")).collect()
    });
    assert_none(&wrong);
}
