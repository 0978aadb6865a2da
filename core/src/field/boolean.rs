//! Yes or no.

use crate::check::Judge;
use crate::node::Node;
use crate::path::Path;
use crate::rules::type_mismatch;

pub(super) fn check(value: Node<'_>, path: &Path<'_>, judge: &mut Judge<'_>) {
    type_mismatch::boolean(value, path, judge);
}
