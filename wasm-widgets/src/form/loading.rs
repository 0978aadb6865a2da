//! How a form comes to its pack and calendar, and what becomes of it without them.

use serde_json::{Value, json};
use yew::prelude::*;

use super::app::{Form, FormMessage, Phase};
use super::properties::defaults;
use super::state::State;
use super::takeover::Drawn;
use crate::bound::bound_value;
use crate::boundary::{Hooks, attribute, today};
use crate::json::to_json;
use crate::load::{self, Loaded};
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
        let field = match bound_value(hooks, Value::is_object, self.lang) {
            Ok(entry) => entry,
            Err((code, reason)) => return self.give_up(hooks, code, reason),
        };
        let early = std::mem::take(&mut self.early);
        let value = early.value.or_else(|| attribute(host, "value").map(|value| value.to_string()));
        let drawn = Drawn::of(hooks);
        let value = value.or_else(|| drawn.entry()).or(field);
        let Some(mut state) = State::new(
            pack,
            item.clone(),
            calendar,
            day.unwrap_or_else(today),
            value.as_deref(),
            &defaults(hooks),
        ) else {
            return self.give_up(hooks, "item-unknown", text::item_unknown(&item, self.lang));
        };
        state.set_local(self.local.clone());
        let ready = json!({ "pack": state.pack.id, "item": state.item });
        self.phase = Phase::Ready(Box::new(state));
        // Before anything else of which the page hears.
        hooks.offstage();
        self.settle();
        hooks.take_over(true);
        self.take_over_from(hooks, &drawn);
        for name in ["report", "errors"] {
            if let Some(json) = attribute(host, name) {
                self.set_property(hooks, name, json.to_string());
            }
        }
        for (name, json) in early.others {
            self.set_property(hooks, &name, json);
        }
        if let Some(restored) = early.restored {
            self.set_property(hooks, "restored", restored);
        }
        self.publish_value(hooks);
        self.offer_draft(hooks);
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
