//! Yes or no.

use serde_json::Value;

use crate::check::Judge;
use crate::path::Path;
use crate::rules::type_mismatch;

pub(super) fn check(value: &Value, path: &Path<'_>, judge: &mut Judge<'_>) {
    type_mismatch::boolean(value, path, judge);
}
