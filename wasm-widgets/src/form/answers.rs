//! What becomes of the entry, the draft and the question when the editor has answered.

use serde_json::json;

use super::app::{Form, Phase};
use super::others::{Answer, Other, Source, heading_id};
use super::{differences, words};
use crate::boundary::Hooks;
use crate::json::to_json;

impl Form {
    /// Asks about another version, unless it is the same as what stands in the form.
    pub(super) fn ask(&mut self, other: Other) {
        let Phase::Ready(state) = &self.phase else { return };
        let (source, count) = (other.source, other.open_parts(state).len());
        if count == 0 {
            *self.slot_of(source) = None;
            return;
        }
        let words = words::other(source, count, &other.saved_at, self.lang);
        *self.slot_of(source) = Some(other);
        self.say(words);
    }

    /// The one question about drafts, or the one about the server's version.
    fn slot_of(&mut self, source: Source) -> &mut Option<Other> {
        match source {
            Source::Server => &mut self.server,
            _ => &mut self.draft,
        }
    }

    /// Drops questions that the entry has answered by becoming the same.
    pub(super) fn drop_settled(&mut self) {
        let Phase::Ready(state) = &self.phase else { return };
        for slot in [&mut self.draft, &mut self.server] {
            if slot.as_ref().is_some_and(|other| other.open_parts(state).is_empty()) {
                *slot = None;
            }
        }
    }

    pub(super) fn answer(&mut self, hooks: &Hooks, (source, part, takes): Answer) -> bool {
        let Some(mut other) = self.slot_of(source).take() else {
            return false;
        };
        let Phase::Ready(state) = &self.phase else {
            return false;
        };
        let parts = match &part {
            Some(part) => vec![part.clone()],
            None => other.open_parts(state),
        };
        if takes {
            let mine = state.entry.clone();
            self.edit(hooks, |state| state.take(&other.entry, &parts));
            if source == Source::Draft {
                self.compare_with_version_of(hooks, &other, mine);
            }
        } else {
            other.kept.extend(parts);
        }
        let Phase::Ready(state) = &self.phase else {
            return false;
        };
        let open = other.open_parts(state).len();
        if part.is_some() && open > 0 {
            self.say(words::other(source, open, &other.saved_at, self.lang));
            *self.slot_of(source) = Some(other);
            self.focus_id = Some(heading_id(source));
            return true;
        }
        self.say(self.outcome(source, takes).to_owned());
        self.focus = self.first_place(takes.then_some(part).flatten());
        if source == Source::Server {
            let entry = state_output(&self.phase);
            hooks.emit("gongkai-resolve", &to_json(&json!({ "entry": entry })));
            return true;
        }
        if source == Source::Draft && !takes {
            hooks.write_draft(&self.draft_key(hooks).unwrap_or_default(), None);
        }
        // From now on what stands here is the draft.
        self.keep_draft_soon(hooks);
        true
    }

    fn outcome(&self, source: Source, takes: bool) -> &'static str {
        match source {
            Source::Draft if !takes => words::draft_discarded(self.lang),
            _ => words::answered(self.lang),
        }
    }

    /// Where the editor goes on after the question has gone.
    fn first_place(&self, part: Option<String>) -> Option<String> {
        let Phase::Ready(state) = &self.phase else { return part };
        part.or_else(|| {
            Some(state.model.sections.iter().flat_map(|section| &section.fields).next()?.path.clone())
        })
    }

    /// A draft that was made from an older version of the server's entry is compared with what came from the server.
    fn compare_with_version_of(&mut self, hooks: &Hooks, draft: &Other, entry: serde_json::Value) {
        let version = hooks.host().get_attribute("version");
        if version.is_some() && version != draft.version {
            self.ask(Other::of_server(entry));
        }
    }

    /// Announces something to those who do not see it.
    pub(super) fn say(&mut self, words: String) {
        // The same words once more are announced only when they differ in something that nobody hears.
        self.said = if self.said == words { words + "\u{a0}" } else { words };
    }

    /// Takes the last step back or repeats it, and moves to where it was made.
    pub(super) fn travel(&mut self, hooks: &Hooks, is_back: bool) -> bool {
        if self.is_disabled(hooks) {
            return false;
        }
        let mut place = None;
        self.edit(hooks, |state| place = state.travel(is_back));
        let words = match (&place, &self.phase) {
            (Some(place), Phase::Ready(state)) => {
                let name = differences::name(place, &state.model, &state.places, self.lang);
                words::travelled(&name, is_back, self.lang)
            }
            _ if is_back => words::nothing_to_undo(self.lang).to_owned(),
            _ => words::nothing_to_redo(self.lang).to_owned(),
        };
        self.say(words);
        self.focus = place;
        true
    }
}

fn state_output(phase: &Phase) -> serde_json::Value {
    match phase {
        Phase::Ready(state) => state.output(),
        _ => serde_json::Value::Null,
    }
}
