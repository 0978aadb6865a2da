//! A postal code: six digits.

use super::Format;

pub(super) const FORMAT: Format = Format { pattern: Some("^[0-9]{6}$"), example: "415000" };
