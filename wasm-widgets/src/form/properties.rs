//! What a page reads from the form and sets on it: properties and attributes.

use gongkai_core::Report;
use yew::Context;

use super::app::{Form, Phase};
use super::loading::fetch;
use super::local::fetch_local;
use crate::boundary::{Hooks, Widget as _, attribute, language};
use crate::start::Defaults;

impl Form {
    pub(super) fn attribute_changed(&mut self, ctx: &Context<Self>, name: &str) -> bool {
        let hooks = &ctx.props().hooks;
        match name {
            "pack" | "item" | "calendar" => {
                // With another calendar the same entry is still meant; another item has other fields.
                if name == "calendar" {
                    self.early_value = self.property("value");
                }
                self.phase = Phase::Loading;
                hooks.take_over(false);
                fetch(ctx);
            }
            "lang" => self.lang = language(hooks.host()),
            "local" => fetch_local(ctx),
            "readonly" => drop(self.publish_value(hooks)),
            "report" => {
                let report = attribute(hooks.host(), "report").and_then(|json| read_report(&json));
                if let (Phase::Ready(state), Some(report)) = (&mut self.phase, report) {
                    state.set_server_report(report);
                }
            }
            _ => {}
        }
        true
    }

    pub(super) fn set_property(&mut self, hooks: &Hooks, name: &str, json: String) -> bool {
        match (&mut self.phase, name) {
            (Phase::Ready(state), "value") => {
                state.replace(Some(&json), &Defaults::of(hooks));
                self.publish_value(hooks);
            }
            (Phase::Ready(state), "report") => {
                if let Some(report) = read_report(&json) {
                    state.set_server_report(report);
                }
            }
            (_, "value") => self.early_value = Some(json),
            (_, "report") => self.early_report = Some(json),
            _ => return false,
        }
        true
    }
}

pub(super) fn read_report(json: &str) -> Option<Report> {
    Report::from_json(json).ok()
}
