//! The index number of a piece of public information, which never changes.

use super::Format;

// Each site has a grammar of its own.
pub(super) const FORMAT: Format = Format { pattern: None, example: "MB1234562/2026-00001" };
