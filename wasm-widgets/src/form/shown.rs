//! An issue as it is shown: words already chosen.

use gongkai_core::text::{self, Lang};
use gongkai_core::{Issue, Severity};
use serde_json::Value;

/// An issue in the words of the user's language.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    pub path: String,
    pub severity: Severity,
    pub blocks: bool,
    pub element: Option<String>,
    pub message: String,
    pub hint: Option<String>,
    pub repair: Option<Value>,
}

impl Shown {
    pub fn new(issue: &Issue, lang: Lang) -> Self {
        Shown {
            path: issue.path.clone(),
            severity: issue.severity,
            blocks: issue.blocks,
            element: issue.element.clone(),
            message: text::message(issue, lang),
            hint: text::hint(issue, lang),
            repair: issue.repair.clone(),
        }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The id of the control for a place in the entry.
pub(super) fn control_id(path: &str) -> String {
    format!("f{}", path.replace('/', "-"))
}
