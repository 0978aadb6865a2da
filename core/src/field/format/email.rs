//! An e-mail address with a domain of at least two labels.

use super::Format;
use crate::rules::email_invalid;

pub(super) const FORMAT: Format =
    Format { pattern: Some(email_invalid::PATTERN), example: "xxgk@example.gov.cn" };
