//! The credit code of an organisation: 18 characters, the last of them a check character.

use super::Format;

// A pattern could say the alphabet, not the check character.
pub(super) const FORMAT: Format = Format { pattern: None, example: "11430700MB1234562L" };
