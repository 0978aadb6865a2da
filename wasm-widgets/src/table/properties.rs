//! What a page sets on the grid: properties and attributes.

use gongkai_core::Report;
use serde_json::Value;
use yew::Context;

use super::app::{Phase, Table, fetch, fetch_local};
use super::state::ROWS_AT_ONCE;
use crate::boundary::{Hooks, language};
use crate::json::to_json;

impl Table {
    pub(super) fn attribute_changed(&mut self, ctx: &Context<Self>, name: &str) {
        let hooks = &ctx.props().hooks;
        match name {
            "pack" | "item" | "for" | "calendar" | "lang" | "today" | "publisher" | "region" => {
                // The same entries are meant, unless they are of another item.
                if !matches!(name, "pack" | "item" | "for") {
                    self.early_value = self.value().or(self.early_value.take());
                }
                self.lang = language(hooks.host());
                self.phase = Phase::Loading;
                self.listeners.truncate(1);
                hooks.take_over(false);
                fetch(ctx);
            }
            "local" => fetch_local(ctx),
            "disabled" | "readonly" => self.read_flags(hooks),
            _ => {}
        }
    }

    pub(super) fn read_flags(&mut self, hooks: &Hooks) {
        let host = hooks.host();
        if let Some(state) = self.shared.borrow_mut().as_mut() {
            state.is_disabled = host.has_attribute("disabled") || host.matches(":disabled").unwrap_or(false);
            state.is_readonly = host.has_attribute("readonly");
            state.typing = None;
            state.columns_version += 1;
            state.arrange();
        }
    }

    pub(super) fn set_property(&mut self, name: &str, json: String) {
        let is_ready = matches!(self.phase, Phase::Ready);
        match (is_ready, name) {
            (true, "value" | "restored") => {
                self.load_value(Some(&json));
                self.writes_field = true;
            }
            (true, "reports") => {
                // Each is read by itself, so that one that is no report costs no other.
                let reports: Vec<Value> = serde_json::from_str(&json).unwrap_or_default();
                let reports = reports.iter().map(|report| Report::from_json(&to_json(report)).ok()).collect();
                self.edit(|state| {
                    state.grid.set_server_reports(reports);
                    state.grid.judge(ROWS_AT_ONCE);
                });
            }
            (false, "value" | "restored") => self.early_value = Some(json),
            (false, "reports") => self.early_reports = Some(json),
            _ => {}
        }
    }

    pub(super) fn load_value(&mut self, json: Option<&str>) {
        let value = json.and_then(|json| serde_json::from_str(json).ok());
        let entries = match value {
            Some(Value::Array(entries)) => entries,
            Some(entry @ Value::Object(_)) => vec![entry],
            _ => Vec::new(),
        };
        self.edit(|state| state.load(entries));
        self.is_unpublished = true;
    }
}
