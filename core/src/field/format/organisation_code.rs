//! The code of an organisation inside its credit code: 9 characters, the last of them a check character.

use super::Format;

// A pattern could say the alphabet, not the check character.
pub(super) const FORMAT: Format = Format { pattern: None, example: "MB1234562" };
