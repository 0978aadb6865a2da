//! `region-unknown`: a region code that is in no table of its year.
//!
//! ## What it checks
//! Where the tables of administrative divisions (GB/T 2260) are at hand, which is not so in the browser: `region` stands in the table of the year of the entry's day (last change, else formation). Years without a table are not judged.
//!
//! ## Why
//! Divisions are merged and renamed, and their codes with them; an entry under a code that was abolished is counted nowhere.
//!
//! ## Example
//! `341402` (居巢区, abolished in 2011) in an entry of 2020: `region-unknown` at `/region`.

use super::Rule;
use crate::report::{IssueCode, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::RegionUnknown, Severity::Warning)
    .says(
        "{found}不在当年的行政区划代码表（GB/T 2260）中",
        "{found} is not in the table of region codes (GB/T 2260) of that year",
    )
    .hints(
        "核对代码[；该代码属于{event}，应使用当年的代码]",
        "look the code up[; it belongs to {event}, and that year had another]",
    );

#[cfg(feature = "compile")]
pub(crate) fn check(text: &str, path: &crate::path::Path<'_>, judge: &mut crate::check::Judge<'_>) {
    use crate::regions::{Division, Known};
    use crate::report::Params;

    let Some(regions) = judge.context.regions.filter(|_| super::region_invalid::is_code(text)) else {
        return;
    };
    if regions.holds(text, judge.day.year()) != Known::No {
        return;
    }
    let told = |division: &Division| {
        let last = division.last.map(|last| last.to_string()).unwrap_or_default();
        format!("{}（{}–{last}）", division.name, division.first)
    };
    let names: Vec<String> = regions.divisions(text).iter().map(told).collect();
    let params = Params {
        found: Some(text.to_owned()),
        event: (!names.is_empty()).then(|| names.join("、")),
        ..Params::default()
    };
    judge.find(&RULE, path, params);
}
