//! A postal code: six digits.

use super::Format;
use crate::rules::postal_code_invalid;

pub(super) const FORMAT: Format = Format { pattern: Some(postal_code_invalid::PATTERN), example: "415000" };
