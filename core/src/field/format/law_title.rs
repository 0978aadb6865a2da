//! The title of a law or document in book-title marks, with or without articles behind it.

use super::Format;

// What may stand behind the title is not written in one way.
pub(super) const FORMAT: Format = Format { pattern: None, example: "《示例办法》第一条" };
