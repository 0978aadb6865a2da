//! What a page reads from the form and sets on it: properties and attributes.

use gongkai_core::Report;
use serde_json::Value;
use yew::Context;

use super::app::{Form, Phase};
use super::loading::fetch;
use super::local::fetch_local;
use super::others::Other;
use super::told;
use crate::boundary::{Hooks, Widget as _, attribute, language};
use crate::json::to_json;
use crate::start::Defaults;

/// What was set before the pack came.
#[derive(Default)]
pub(super) struct Early {
    /// The entry that the host gave.
    pub value: Option<String>,
    /// What the editor had made of it, when the form was moved or the browser went back to it.
    pub restored: Option<String>,
    /// Other properties with their values.
    pub others: Vec<(String, String)>,
}

impl Form {
    /// Whether the entry holds something that the host does not have yet.
    pub(super) fn is_dirty(&self) -> bool {
        match &self.phase {
            Phase::Ready(state) => to_json(&state.output()) != self.saved,
            _ => self.early.restored.is_some(),
        }
    }

    /// What stands in the form now is safe with the host.
    pub(super) fn settle(&mut self) {
        if let Phase::Ready(state) = &self.phase {
            self.saved = to_json(&state.output());
        }
    }

    pub(super) fn attribute_changed(&mut self, ctx: &Context<Self>, name: &str) -> bool {
        let hooks = &ctx.props().hooks;
        match name {
            "pack" | "item" | "calendar" | "for" => {
                // With another calendar the same entry is still meant; another item has other fields.
                if name == "calendar" {
                    self.early.restored = self.property("value");
                    self.early.value = self.property("saved");
                }
                self.phase = Phase::Loading;
                (self.draft, self.server) = (None, None);
                hooks.take_over(false);
                fetch(ctx);
            }
            "lang" => self.lang = language(hooks.host()),
            "local" => fetch_local(ctx),
            "report" | "errors" => {
                if let Some(json) = attribute(hooks.host(), name) {
                    self.set_property(hooks, name, json.to_string());
                }
            }
            "no-leave-guard" | "readonly" => drop(self.publish_value(hooks)),
            _ => {}
        }
        true
    }

    pub(super) fn set_property(&mut self, hooks: &Hooks, name: &str, json: String) -> bool {
        let Phase::Ready(state) = &mut self.phase else {
            match name {
                "value" => (self.early.value, self.early.restored) = (Some(json), None),
                "restored" => self.early.restored = Some(json),
                _ => self.early.others.push((name.to_owned(), json)),
            }
            return true;
        };
        match name {
            "value" => {
                self.start_again(hooks, Some(json));
                let value = self.property("value").unwrap_or_default();
                hooks.write_field(&value);
            }
            "restored" => {
                state.replace(Some(&json), &defaults(hooks));
                self.publish_value(hooks);
                self.drop_settled();
                self.keep_draft_soon(hooks);
            }
            "report" => {
                if let Some(report) = read_report(&json) {
                    state.set_server_report(report);
                }
            }
            "errors" => state.set_told(told::read(&json)),
            "serverValue" => {
                self.server = None;
                if let Ok(entry @ Value::Object(_)) = serde_json::from_str(&json) {
                    self.ask(Other::of_server(entry));
                }
            }
            _ => return false,
        }
        true
    }
}

pub(super) fn defaults(hooks: &Hooks) -> Defaults {
    let text = |name| attribute(hooks.host(), name).map(|value| value.to_string());
    Defaults { publisher: text("publisher"), region: text("region") }
}

fn read_report(json: &str) -> Option<Report> {
    Report::from_json(json).ok()
}
