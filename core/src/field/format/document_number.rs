//! The number of an official document: who issued it, the year in six-sided brackets, the number.

use super::Format;

// Orders, announcements and joint documents are numbered in other ways, so no pattern holds for all of them.
pub(super) const FORMAT: Format = Format { pattern: None, example: "示例发〔2026〕1号" };
