//! How a form comes to its pack and calendar, and what becomes of it without them.

use serde_json::json;
use yew::prelude::*;

use super::app::{Form, FormMessage, Phase};
use super::properties::read_report;
use super::state::State;
use crate::boundary::{Hooks, attribute, today};
use crate::json::to_json;
use crate::load::{self, Loaded};
use crate::start::Defaults;
use crate::text;

impl Form {
    pub(super) fn take_pack(&mut self, hooks: &Hooks, loaded: Loaded) {
        let host = hooks.host();
        let item = attribute(host, "item").unwrap_or_default().to_string();
        let (pack, calendar) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return self.give_up(hooks, error.code, error.message),
        };
        let day = attribute(host, "today").and_then(|day| gongkai_core::date::parse(&day));
        let value =
            self.early_value.take().or_else(|| attribute(host, "value").map(|value| value.to_string()));
        let Some(mut state) = State::new(
            pack,
            item.clone(),
            calendar,
            day.unwrap_or_else(today),
            value.as_deref(),
            &Defaults::of(hooks),
        ) else {
            return self.give_up(hooks, "item-unknown", text::item_unknown(&item, self.lang));
        };
        state.set_local(self.local.clone());
        let report =
            self.early_report.take().or_else(|| attribute(host, "report").map(|report| report.to_string()));
        if let Some(report) = report.and_then(|json| read_report(&json)) {
            state.set_server_report(report);
        }
        let ready = json!({ "pack": state.pack.id, "item": state.item });
        self.phase = Phase::Ready(Box::new(state));
        hooks.take_over(true);
        self.publish_value(hooks);
        hooks.emit("gongkai-ready", &to_json(&ready));
    }

    fn give_up(&mut self, hooks: &Hooks, code: &str, reason: String) {
        hooks.take_over(false);
        hooks.form_value(None);
        hooks.validity("");
        let detail = json!({ "code": code, "message": reason });
        self.phase = Phase::Unusable(reason);
        hooks.emit("gongkai-error", &to_json(&detail));
    }
}

pub(super) fn fetch(ctx: &Context<Form>) {
    let link = ctx.link().clone();
    load::pack(&ctx.props().hooks, move |addresses, loaded| {
        link.send_message(FormMessage::Loaded(addresses, loaded));
    });
}
