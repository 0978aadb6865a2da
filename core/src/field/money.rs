//! An amount of money, exact: the amount is a decimal written as text.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::{Field, Kind, Members, check_among, members_schema};
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{money_invalid, type_mismatch};

/// The units in use.
pub const UNITS: &[&str] = &["元", "万元", "亿元"];

static UNIT: LazyLock<[Field; 1]> = LazyLock::new(|| {
    let choices = UNITS.iter().map(|unit| (*unit).to_owned()).collect();
    [Field::part("unit", Kind::Choice { choices, open: false })]
});

pub(super) fn check(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(map) = type_mismatch::object(value, path, judge) else {
        return;
    };
    let amount = map.get("amount").unwrap_or(Node::NULL);
    money_invalid::check_amount(amount, &path.key("amount"), judge);
    check_among(map, &*UNIT, Members::Parts, None, |key| key == "amount", path, judge);
}

pub(super) fn schema() -> Value {
    let mut schema = members_schema(&*UNIT);
    schema["properties"]["amount"] = json!({
        "type": "string",
        "pattern": money_invalid::PATTERN,
    });
    schema["required"] = json!(["amount", "unit"]);
    schema
}

pub(super) fn example(unit: &str) -> Value {
    json!({ "amount": "12.50", "unit": unit })
}
