//! The form as its class sees it: what is passed on, what is asked.

use super::app::{Form, FormMessage, FormProps, Phase};
use crate::boundary::{Hooks, Line, Told, Widget};
use crate::json::to_json;

impl Widget for Form {
    fn props(hooks: Hooks, line: Line<Self>) -> FormProps {
        FormProps { hooks, line }
    }

    fn told(told: Told) -> Option<FormMessage> {
        Some(match told {
            Told::Attribute(name) => FormMessage::Attribute(name),
            Told::Property(name, json) => FormMessage::Property(name, json),
            Told::Reset => FormMessage::Reset,
            Told::ShowIssues => FormMessage::ShowIssues,
            Told::Call(name, arguments) => FormMessage::Call(name, arguments),
        })
    }

    /// `saved` is the entry that is safe with the host, `draft` what is to be kept in the browser; both are for the class
    /// behind the element.
    fn property(&self, name: &str) -> Option<String> {
        match (&self.phase, name) {
            (Phase::Ready(state), "value") => Some(to_json(&state.output())),
            (Phase::Ready(state), "report") => Some(to_json(&state.report)),
            (Phase::Ready(_), "saved") => Some(self.saved.clone()),
            (_, "value") => self.early.restored.clone().or_else(|| self.early.value.clone()),
            (_, "saved") => self.early.value.clone(),
            (_, "dirty") => Some(to_json(&self.is_dirty())),
            (_, "draft") => self.draft_to_keep(),
            (_, "serverValue") => self.server.as_ref().map(|other| to_json(&other.entry)),
            _ => None,
        }
    }
}
