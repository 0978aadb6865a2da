//! The form of the server gives way to the one of the browser: what was typed by then goes along, and so does the focus.

use gongkai_core::posted;
use serde_json::Value;

use super::app::{Form, Phase};
use super::posting::SHOWS;
use crate::boundary::Hooks;
use crate::json::to_json;

/// What a server has drawn, and what has become of it.
#[derive(Default)]
pub(super) struct Drawn {
    /// Names and texts.
    pairs: Vec<(String, String)>,
}

impl Drawn {
    pub fn of(hooks: &Hooks) -> Self {
        let pairs = hooks.drawn().and_then(|json| serde_json::from_str(&json).ok());
        let pair = |pair: &Value| Some((pair[0].as_str()?.to_owned(), pair[1].as_str()?.to_owned()));
        let pairs = match pairs {
            Some(Value::Array(pairs)) => pairs.iter().filter_map(pair).collect(),
            _ => Vec::new(),
        };
        Drawn { pairs }
    }

    fn text(&self, name: &str) -> Option<String> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone())
    }

    /// The entry with which it was drawn.
    pub fn entry(&self) -> Option<String> {
        self.text(posted::DRAWN)
    }
}

impl Form {
    /// Goes on where the editor was.
    pub(super) fn take_over_from(&mut self, hooks: &Hooks, drawn: &Drawn) {
        let Phase::Ready(state) = &mut self.phase else { return };
        state.shows_all |= drawn.text(SHOWS).is_some();
        self.focus = drawn.text("?focus").filter(|name| name.starts_with('/'));
        let Some(typed) = posted::entry(&state.model, &drawn.pairs) else { return };
        if super::output::output(&typed, &state.model) != state.output() {
            self.set_property(hooks, "restored", to_json(&typed));
        }
    }
}
