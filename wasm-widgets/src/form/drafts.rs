//! Drafts in the browser: kept only when the host gives them a key, offered when the editor comes back, never written
//! over unasked, and gone after the time that the host sets.

use gongkai_core::text::Lang;
use serde_json::{Value, json};

use super::app::{Form, Phase};
use super::others::{Other, Source};
use super::words;
use crate::boundary::{Hooks, attribute, now_ms, time_in_words};
use crate::json::to_json;

const FORMAT: &str = "gongkai-draft/1";
/// The attribute by which a host says that a draft has been stored.
const SAVED: &str = "draft-saved";
const DAY_MS: u64 = 86_400_000;
const DEFAULT_MAX_AGE_DAYS: u64 = 7;

impl Form {
    /// What the draft is called in the storage of the browser; `None` when none is kept.
    pub(super) fn draft_key(&self, hooks: &Hooks) -> Option<String> {
        self.stored_under(&attribute(hooks.host(), "draft-key")?)
    }

    fn stored_under(&self, key: &str) -> Option<String> {
        let Phase::Ready(state) = &self.phase else { return None };
        Some([key, state.model.pack.as_str(), &state.item].join("/"))
    }

    fn is_off(hooks: &Hooks) -> bool {
        hooks.host().get_attribute("draft").is_some_and(|draft| draft == "off")
    }

    /// Offers the draft of last time.
    pub(super) fn offer_draft(&mut self, hooks: &Hooks) {
        if let Some(saved) = attribute(hooks.host(), SAVED).and_then(|key| self.stored_under(&key)) {
            hooks.write_draft(&saved, None);
        }
        let Some(key) = self.draft_key(hooks) else { return };
        if Self::is_off(hooks) {
            // On a computer that others use nothing may be left from before either.
            hooks.write_draft(&key, None);
            return;
        }
        if let Some(draft) = hooks.read_draft(&key)
            && let Some(other) = self.read_draft(&draft, Source::Draft)
        {
            self.ask(other);
        }
    }

    /// Another window has kept a draft, or removed it.
    pub(super) fn draft_stored(&mut self, hooks: &Hooks, key: &str, draft: Option<&str>) -> bool {
        if Self::is_off(hooks) || self.draft_key(hooks).as_deref() != Some(key) {
            return false;
        }
        match draft.and_then(|draft| self.read_draft(draft, Source::Window)) {
            Some(other) => self.ask(other),
            // Submitted or discarded there: what stands here stays, and nothing is left to compare it with.
            None => self.draft = None,
        }
        true
    }

    fn read_draft(&self, draft: &str, source: Source) -> Option<Other> {
        let Phase::Ready(state) = &self.phase else { return None };
        let mut draft: Value = serde_json::from_str(draft).ok()?;
        if draft["format"] != FORMAT || !draft["entry"].is_object() {
            return None;
        }
        let language = match self.lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        };
        Some(Other {
            source,
            saved_at: time_in_words(draft["saved_at"].as_u64().unwrap_or_default(), language),
            is_other_edition: draft["edition"].as_str() != Some(&state.model.edition),
            version: draft["version"].as_str().map(str::to_owned),
            entry: draft["entry"].take(),
            kept: Vec::new(),
        })
    }

    /// Key and text of the draft to keep now, as JSON; without a text the draft goes, since there is nothing in it.
    pub(super) fn draft_to_keep(&self) -> Option<String> {
        let key = self.draft_key.as_ref()?;
        let Phase::Ready(state) = &self.phase else { return None };
        let is_dirty = self.is_dirty();
        // An open question, or a draft that another window wrote and nothing here to put in its place.
        if self.draft.is_some() || !(is_dirty || self.has_draft) {
            return None;
        }
        let text = is_dirty.then(|| {
            let now = now_ms();
            to_json(&json!({
                "format": FORMAT,
                "edition": state.model.edition,
                "version": self.draft_version,
                "saved_at": now,
                "until": now + self.draft_max_age_ms,
                // As typed, with what is hidden and with blank rows.
                "entry": state.entry,
            }))
        });
        Some(to_json(&json!([key, text])))
    }

    /// Has the draft kept after a pause.
    pub(super) fn keep_draft_soon(&mut self, hooks: &Hooks) {
        let host = hooks.host();
        self.draft_key = if Self::is_off(hooks) { None } else { self.draft_key(hooks) };
        self.draft_version = host.get_attribute("version");
        let days = attribute(host, "draft-max-age").and_then(|days| days.parse().ok());
        self.draft_max_age_ms = days.unwrap_or(DEFAULT_MAX_AGE_DAYS) * DAY_MS;
        if self.draft_key.is_some() {
            // Comparing costs as much as writing the entry out, so that it is done only until it is known.
            self.has_draft = self.has_draft || self.is_dirty();
            hooks.save_soon();
        }
    }

    /// The browser does not keep drafts: said once, and the form goes on.
    pub(super) fn draft_refused(&mut self) -> bool {
        if !std::mem::replace(&mut self.is_draft_refused, true) {
            self.say(words::draft_refused(self.lang).to_owned());
        }
        true
    }

    /// The form around was submitted. Whether it arrives nobody knows: a host that says what it has stored is waited for.
    pub(super) fn sent(&mut self, hooks: &Hooks) -> bool {
        !hooks.host().has_attribute(SAVED) && self.clear_draft(hooks)
    }

    /// The entry is where it belongs: the draft goes, and there is nothing to lose any more.
    pub(super) fn clear_draft(&mut self, hooks: &Hooks) -> bool {
        if let Some(key) = self.draft_key(hooks) {
            hooks.write_draft(&key, None);
        }
        self.draft = None;
        self.settle();
        self.publish_value(hooks);
        true
    }
}
