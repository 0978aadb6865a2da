//! An issue as it is shown: words already chosen.

use gongkai_core::text::{self, Lang};
use gongkai_core::{Issue, Severity};
use serde_json::Value;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, ShadowRoot};

/// An issue in the words of the user's language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
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

/// The issues to show, in the order of the form.
pub(super) struct ShownIssues {
    /// The number of the field of each, as [`super::places::Places`] counts.
    fields: Vec<usize>,
    issues: Vec<Shown>,
}

impl ShownIssues {
    pub fn new(mut issues: Vec<(usize, Shown)>) -> Self {
        issues.sort_by_key(|(field, _)| *field);
        let (fields, issues) = issues.into_iter().unzip();
        ShownIssues { fields, issues }
    }

    /// All of them.
    pub fn all(&self) -> &[Shown] {
        &self.issues
    }

    /// Those of one field and of its parts.
    pub fn of(&self, field: usize) -> &[Shown] {
        let start = self.fields.partition_point(|other| *other < field);
        let end = self.fields.partition_point(|other| *other <= field);
        &self.issues[start..end]
    }
}

/// The id of the control for a place in the entry.
pub(super) fn control_id(path: &str) -> String {
    format!("f{}", path.replace('/', "-"))
}

/// The control for a place, or for the nearest place around it that has one.
pub(super) fn find_control(root: &ShadowRoot, path: &str) -> Option<HtmlElement> {
    let mut path = path;
    loop {
        let id = control_id(path);
        if let Some(element) = root.get_element_by_id(&id) {
            return element.dyn_into().ok();
        }
        path = path.rsplit_once('/')?.0;
        if path.is_empty() {
            return None;
        }
    }
}
