//! Rows with columns.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Field, Members, check_members, group, members_schema};
use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::type_mismatch;

pub(super) fn check<'a>(value: Node<'_>, columns: &'a [Field], path: &Path<'_>, judge: &mut Judge<'a>) {
    let Some(rows) = type_mismatch::array(value, path, judge) else {
        return;
    };
    for (index, row) in rows.iter().enumerate() {
        let place = path.index(index);
        if row.is_blank() {
            continue;
        }
        if let Some(map) = type_mismatch::object(row, &place, judge) {
            check_members(map, columns, Members::Parts, Some(index), &place, judge);
        }
    }
}

pub(super) fn schema(columns: &[Field]) -> Value {
    super::list::array_of(members_schema(columns))
}

pub(super) fn example(columns: &[Field], today: Date) -> Value {
    json!([group::example(columns, today)])
}
