//! What the county lays down for itself: fetched where the page names it, and judged by as on the server.

use yew::Context;

use super::app::{Form, FormMessage, Phase};
use crate::load::{self, LoadedLocal};

/// Fetches the local parameters that the attribute names.
pub(super) fn fetch_local(ctx: &Context<Form>) {
    let link = ctx.link().clone();
    load::local(&ctx.props().hooks, move |loaded| link.send_message(FormMessage::Local(loaded)));
}

impl Form {
    /// Takes local parameters that have come, unless others are asked for by now.
    pub(super) fn take_local(&mut self, ctx: &Context<Self>, loaded: LoadedLocal) -> bool {
        let hooks = &ctx.props().hooks;
        let Some(local) = load::take_local(hooks, loaded) else { return false };
        self.local = local;
        if let Phase::Ready(state) = &mut self.phase {
            state.set_local(self.local.clone());
            self.publish_value(hooks);
        }
        true
    }
}
