//! What the county lays down for itself: fetched where the page names it, and judged by as on the server.

use std::rc::Rc;

use gongkai_core::Local;
use serde_json::json;
use yew::Context;

use super::app::{Form, FormMessage, Phase};
use crate::boundary::attribute;
use crate::json::to_json;
use crate::load::{self, LoadError};

/// Fetches the local parameters that the attribute names.
pub(super) fn fetch_local(ctx: &Context<Form>) {
    let (hooks, link) = (ctx.props().hooks.clone(), ctx.link().clone());
    if let Some(address) = attribute(hooks.host(), "local") {
        let asked = address.to_string();
        load::document(&hooks, &address, Local::read, move |loaded| {
            link.send_message(FormMessage::Local(asked, loaded));
        });
    } else {
        link.send_message(FormMessage::Local(String::new(), Ok(Local::default())));
    }
}

impl Form {
    /// Takes local parameters that have come, unless others are asked for by now.
    pub(super) fn take_local(
        &mut self,
        ctx: &Context<Self>,
        address: &str,
        loaded: Result<Local, LoadError>,
    ) -> bool {
        let hooks = &ctx.props().hooks;
        if attribute(hooks.host(), "local").unwrap_or_default().as_str() != address {
            return false;
        }
        match loaded {
            Ok(local) => self.local = Rc::new(local),
            // The form does without; the server knows them all the same.
            Err(error) => {
                let detail = json!({ "code": error.code, "message": error.message });
                hooks.emit("gongkai-error", &to_json(&detail));
                return false;
            }
        }
        if let Phase::Ready(state) = &mut self.phase {
            state.set_local(self.local.clone());
            self.publish_value(hooks);
        }
        true
    }
}
