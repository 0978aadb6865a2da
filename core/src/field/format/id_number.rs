//! The number of a resident identity card, whole or masked.

use super::Format;

// A pattern could say neither the date nor the check character inside it.
pub(super) const FORMAT: Format = Format { pattern: None, example: "43**************12" };
