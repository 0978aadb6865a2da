//! How far items are: what the host says of them, in words and numbers.

use gongkai_core::text::Lang;
use serde_json::Value;
use yew::prelude::*;

use super::axis::Leaf;
use crate::text;

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Blank,
    Nil,
    Late,
    Complete,
}

impl State {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "blank" => State::Blank,
            "nil" => State::Nil,
            "late" => State::Late,
            "complete" => State::Complete,
            _ => return None,
        })
    }

    fn class(self) -> &'static str {
        match self {
            State::Blank => "state blank",
            State::Nil => "state nil",
            State::Late => "state late",
            State::Complete => "state complete",
        }
    }

    fn word(self, lang: Lang) -> &'static str {
        match self {
            State::Blank => text::state_blank(lang),
            State::Nil => text::state_nil(lang),
            State::Late => text::state_late(lang),
            State::Complete => text::state_complete(lang),
        }
    }
}

/// What the host says of items, by `DOMAIN/ITEM`.
#[derive(Debug, Default, PartialEq)]
pub(super) struct States(Value);

impl States {
    /// Anything but an object says nothing.
    pub fn new(value: Value) -> Self {
        States(value)
    }

    pub fn value(&self) -> &Value {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.as_object().is_none_or(|states| states.is_empty())
    }

    fn state(&self, key: &str) -> Option<State> {
        State::named(self.0.get(key)?.get("state")?.as_str()?)
    }

    fn count(&self, key: &str) -> Option<u64> {
        self.0.get(key)?.get("count")?.as_u64()
    }

    /// Whether somebody has to do something about an item.
    pub fn is_open(&self, key: &str) -> bool {
        matches!(self.state(key), Some(State::Blank | State::Late))
    }

    /// State and number of entries of an item.
    pub fn view(&self, key: &str, lang: Lang) -> Html {
        html! {
            <>
                if let Some(state) = self.state(key) {
                    <span class={state.class()} part="state">{ state.word(lang) }</span>
                }
                if let Some(count) = self.count(key) {
                    <span class="count">{ count }<span class="hidden">{ text::entries_unit(lang) }</span></span>
                }
            </>
        }
    }

    /// Sums over items: how many are late and blank, and the number of entries, or of the items while nothing is said.
    pub fn view_totals<'a>(&self, leaves: impl Iterator<Item = &'a Leaf<'a>>, lang: Lang) -> Html {
        let (mut items, mut entries, mut open) = (0, None, [(State::Late, 0_u32), (State::Blank, 0)]);
        for leaf in leaves {
            items += 1;
            if !self.is_empty() {
                let key = leaf.key();
                entries = self.count(&key).map(|count| count + entries.unwrap_or(0)).or(entries);
                let state = self.state(&key);
                open.iter_mut().filter(|(known, _)| Some(*known) == state).for_each(|(_, count)| *count += 1);
            }
        }
        // Of what the host says nothing, nothing is said.
        let count = if self.is_empty() {
            Some((items, text::items_unit(lang)))
        } else {
            entries.zip(Some(text::entries_unit(lang)))
        };
        html! {
            <>
                { for open.iter().filter(|(_, count)| *count > 0).map(|(state, count)| html! {
                    <span class={state.class()} part="state">{ state.word(lang) }{ " " }{ *count }</span>
                }) }
                if let Some((count, unit)) = count {
                    <span class="count">{ count }<span class="hidden">{ unit }</span></span>
                }
            </>
        }
    }
}
