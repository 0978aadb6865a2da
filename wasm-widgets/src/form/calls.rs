//! Methods of the element, and news of the page that the class behind it passes on; `wasm-widgets/js/page.js` names them.

use gongkai_core::compile::Control;
use serde_json::Value;

use super::app::{Form, Phase};
use super::properties::defaults;
use crate::boundary::{Hooks, attribute};

impl Form {
    pub(super) fn call(&mut self, hooks: &Hooks, name: &str, arguments: &str) -> bool {
        let arguments: Value = serde_json::from_str(arguments).unwrap_or_default();
        let text = |index: usize| arguments[index].as_str().unwrap_or_default();
        // Ids of uploads, which the form counts itself, and percentages: all of them fit.
        let number = |index: usize| arguments[index].as_u64().unwrap_or_default() as u32;
        match name {
            "undo" => self.travel(hooks, true),
            "redo" => self.travel(hooks, false),
            "clearDraft" => self.clear_draft(hooks),
            "sent" => self.sent(hooks),
            "setValue" if text(0).starts_with('/') => {
                let value = arguments[1].clone();
                self.edit(hooks, |state| state.input(text(0), value))
            }
            "left" => self.leave(hooks, text(0), Control::Line),
            "show-issues" => self.show_issues(hooks),
            "reset-to" => {
                let value = Some(text(0)).filter(|text| !text.is_empty());
                self.start_again(hooks, value.map(str::to_owned))
            }
            "slotted" => self.slot_changed(text(0), arguments[1] == true),
            "stored" => self.draft_stored(hooks, text(0), arguments[1].as_str()),
            "draft-refused" => self.draft_refused(),
            "upload-progress" => self.upload_progressed(number(0), number(1)),
            "upload-done" => self.upload_done(hooks, number(0), text(1), arguments[2].as_str()),
            "upload-failed" => self.upload_failed(number(0), text(1)),
            _ => false,
        }
    }

    /// Back to the value that the host gave.
    pub(super) fn start_again(&mut self, hooks: &Hooks, value: Option<String>) -> bool {
        let value = value.or_else(|| attribute(hooks.host(), "value").map(|value| value.to_string()));
        if let Phase::Ready(state) = &mut self.phase {
            state.replace(value.as_deref(), &defaults(hooks));
            self.settle();
            self.publish_value(hooks);
            self.drop_settled();
            self.keep_draft_soon(hooks);
        }
        true
    }
}
