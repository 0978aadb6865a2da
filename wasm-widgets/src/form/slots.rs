//! Editors of the host in the slots of elements.

use gongkai_core::text::Lang;

use super::app::{Form, Phase};
use super::pointer;
use crate::boundary::Hooks;
use crate::json::to_json;

/// The element whose control a slot holds.
pub(super) fn element(path: &str) -> Option<&str> {
    path.strip_prefix("/elements/").filter(|key| !key.contains('/'))
}

impl Form {
    /// The host has put an editor into the slot of an element, or taken it out.
    pub(super) fn slot_changed(&mut self, key: &str, is_filled: bool) -> bool {
        let was_filled = self.slotted.iter().any(|known| known == key);
        if is_filled && !was_filled {
            self.slotted.push(key.to_owned());
        } else if !is_filled {
            self.slotted.retain(|known| known != key);
        }
        is_filled != was_filled
    }

    /// Tells the editors in slots what they hold and what is wrong with it.
    pub(super) fn give_slotted(&self, hooks: &Hooks) {
        let Phase::Ready(state) = &self.phase else { return };
        if self.slotted.is_empty() {
            return;
        }
        let shown = state.shown(self.lang);
        for key in &self.slotted {
            let path = format!("/elements/{key}");
            let Some(number) = state.places.field(&path) else { continue };
            let Some(field) = super::places::all(&state.model).nth(number) else { continue };
            let label = match self.lang {
                Lang::Zh => &field.label.zh,
                Lang::En => &field.label.en,
            };
            let issues = shown.of(number);
            let words: Vec<&str> = issues.iter().map(|issue| issue.message.as_str()).collect();
            let is_wrong = issues.iter().any(|issue| issue.is_error());
            let value = to_json(pointer::get(&state.entry, &path));
            hooks.give_slotted(key, &value, label, &words.join("；"), is_wrong);
        }
    }

    /// Moves to the editor in the slot of an element, if there is one.
    pub(super) fn focus_slotted(&self, hooks: &Hooks, path: &str) -> bool {
        let key = path.strip_prefix("/elements/").and_then(|rest| rest.split('/').next());
        let key = key.filter(|key| self.slotted.iter().any(|known| known == key));
        key.inspect(|key| hooks.focus_slotted(key)).is_some()
    }
}
