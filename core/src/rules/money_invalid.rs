//! `money-invalid`: an amount that is no decimal number.
//!
//! ## What it checks
//! The amount is a text of digits, with at most 15 before and 4 behind the point; no separators, no sign.
//!
//! ## Why
//! Binary fractions lose cents, separators differ between countries; a plain decimal text is exact everywhere.
//!
//! ## Example
//! `12,000` as amount: `money-invalid`, repair `12000`.

use serde_json::{Value, json};

use super::{Rule, part_missing, type_mismatch};
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::format(IssueCode::MoneyInvalid).says(
    "不是有效金额，应为数字，最多四位小数，不加分隔符",
    "not an amount; expected digits with at most four decimals and no separators",
);

/// The same rule as a regular expression.
pub(crate) const PATTERN: &str = "^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?$";

pub(crate) fn check_amount(amount: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    if amount.is_blank() {
        part_missing::find("amount", None, path, judge);
    } else if let Some(text) = type_mismatch::string(amount, path, judge)
        && !is_amount(text)
    {
        judge.find_with_repair(&RULE, path, Params::default(), repair(text));
    }
}

fn is_amount(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str, longest: usize| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    digits(whole, 15) && digits(fraction, 4) && (whole == "0" || !whole.starts_with('0'))
}

fn repair(text: &str) -> Option<Value> {
    let plain: String = text
        .trim()
        .chars()
        .map(crate::date::narrow)
        .filter(|char| !matches!(char, ',' | ' '))
        .collect();
    is_amount(&plain).then(|| json!(plain))
}
