//! `extension-invalid`: a value of the host's own that its JSON Schema refuses.
//!
//! ## What it checks
//! Elements that a county adds under names that begin with `x-`, against the JSON Schemas that it gave for them, and that the required ones are there. Only hosts that link the library natively check this.
//!
//! ## Why
//! Local tables ask for more than the national ones; the addition deserves the same care.
//!
//! ## Example
//! `x-floor-area` with the schema `{"type": "number"}` and the value `"large"`: `extension-invalid` at `/x-floor-area`.

use super::Rule;
use crate::report::IssueCode;

pub(crate) const RULE: Rule = Rule::order(IssueCode::ExtensionInvalid).says(
    "“{part}”不符合本地规定的格式[：{event}]",
    "“{part}” is not as laid down here[: {event}]",
);
