//! `credit-code-invalid`: a text that is no unified social credit code.
//!
//! ## What it checks
//! 18 digits and letters (none of I O S V Z) with a right check character (GB 32100).
//!
//! ## Why
//! The code names an organisation for good; one wrong character names another one, or none.
//!
//! ## Example
//! `91310115MA1G4L1WXK`: `credit-code-invalid`. `11441700007280420y`: repair `11441700007280420Y`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::identifier::credit_code;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::CreditCodeInvalid, Severity::Warning)
    .says("不是有效的统一社会信用代码", "not a unified social credit code")
    .hints("对照证照核对18位代码", "compare all 18 characters with the certificate");

/// Says too whether it is invalid.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_valid = credit_code::is_valid(text);
    if !is_valid {
        let repair = credit_code::repair(text).map(|code| json!(code));
        judge.find_with_repair(&RULE, path, Params::default(), repair);
    }
    !is_valid
}
