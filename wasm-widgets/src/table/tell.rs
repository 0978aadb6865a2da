//! What the page hears of: what changed, and what is posted once all rows are judged.

use serde_json::json;
use yew::prelude::*;

use super::app::{Message, Phase, Table};
use crate::boundary::Hooks;
use crate::json::to_json;
use crate::text;

impl Table {
    pub(super) fn judge_later(&mut self, ctx: &Context<Self>) {
        let has_more = self
            .shared
            .borrow()
            .as_ref()
            .is_some_and(|state| !state.grid.pending.is_empty() || state.grid.names_changed);
        if has_more && !self.is_judging {
            self.is_judging = true;
            let link = ctx.link().clone();
            ctx.props().hooks.later(move || link.send_message(Message::Judge));
        }
    }

    /// Tells the page what changed and what is posted, once all rows are judged.
    pub(super) fn tell(&mut self, hooks: &Hooks) {
        let mut shared = self.shared.borrow_mut();
        let Some(state) = shared.as_mut().filter(|_| matches!(self.phase, Phase::Ready)) else { return };
        let changed = std::mem::take(&mut state.changed);
        self.is_edited |= !changed.is_empty();
        self.is_unpublished |= !changed.is_empty();
        self.writes_field |= !changed.is_empty();
        let mut events = Vec::new();
        if !changed.is_empty() {
            let rows: Vec<u32> = state.grid.with_content().collect();
            let places: Vec<usize> =
                rows.iter().enumerate().filter(|(_, row)| changed.contains(row)).map(|(at, _)| at).collect();
            events.push(("gongkai-input", json!({ "rows": rows.len(), "changed": places })));
        }
        let (mut posted, mut writes_field) = (None, false);
        if state.grid.pending.is_empty() && std::mem::take(&mut self.is_unpublished) {
            let counts = state.grid.counts();
            let message = match counts.blocking {
                0 => String::new(),
                count => text::blocked(count, self.lang),
            };
            posted = Some((state.grid.output(), message));
            writes_field = std::mem::take(&mut self.writes_field);
            if std::mem::take(&mut self.is_edited) {
                let detail = json!({ "rows": counts.rows, "wrong": counts.wrong, "issues": counts.blocking });
                events.push(("gongkai-check", detail));
            }
        }
        // The page may ask back, so that nothing is borrowed any more.
        drop(shared);
        if let Some((value, message)) = posted {
            hooks.form_value(Some(&value));
            hooks.validity(&message);
            if writes_field {
                hooks.write_field(&value);
            }
        }
        for (name, detail) in events {
            hooks.emit(name, &to_json(&detail));
            if name == "gongkai-input" {
                hooks.changed();
            }
        }
    }

    /// The entries as JSON, with what is being typed.
    pub(super) fn value(&self) -> Option<String> {
        let mut shared = self.shared.borrow_mut();
        let state = shared.as_mut().filter(|_| matches!(self.phase, Phase::Ready))?;
        for row in state.grid.pending.clone() {
            if state.grid.row(row).is_in {
                state.grid.survey(row);
            }
        }
        Some(state.grid.output())
    }

    /// The reports as JSON.
    pub(super) fn reports(&self) -> Option<String> {
        let mut shared = self.shared.borrow_mut();
        let state = shared.as_mut().filter(|_| matches!(self.phase, Phase::Ready))?;
        while state.grid.judge(usize::MAX) {}
        Some(to_json(&state.grid.reports()))
    }
}
