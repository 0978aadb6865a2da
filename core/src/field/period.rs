//! From one day to another, both included.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Field, Kind, Members, check_members, members_schema};
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::{dates_out_of_order, type_mismatch};

static PARTS: LazyLock<[Field; 2]> =
    LazyLock::new(|| [Field::part("start", Kind::Date), Field::part("end", Kind::Date)]);

pub(super) fn check(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    let Some(map) = type_mismatch::object(value, path, judge) else {
        return;
    };
    check_members(map, &*PARTS, Members::Parts, None, path, judge);
    dates_out_of_order::check(map.get("start"), map.get("end"), &path.key("end"), judge);
}

pub(super) fn schema() -> Value {
    members_schema(&*PARTS)
}

pub(super) fn example(today: Date) -> Value {
    let day = crate::date::write(today);
    json!({ "start": day, "end": day })
}
