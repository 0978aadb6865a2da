//! What became of an import, as a badge.

use gongkai_core::text::Lang;

use crate::store::imports::State;
use crate::texts;

/// Words with a colour.
#[derive(Debug)]
pub(super) struct Badge {
    /// For the style sheet.
    pub class: &'static str,
    pub words: &'static str,
}

/// The badge of a state.
pub(super) fn badge(state: State, lang: Lang) -> Badge {
    let words = texts::import::of(lang);
    match state {
        State::Open => Badge { class: "badge-warning", words: words.state_open },
        State::Accepted => Badge { class: "badge-published", words: words.state_accepted },
        State::Discarded => Badge { class: "badge-draft", words: words.state_discarded },
    }
}
