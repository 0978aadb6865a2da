//! The form as its class sees it: what is passed on, what is asked.

use super::app::{Form, FormMessage, FormProps, Phase};
use crate::boundary::{Hooks, Told, Widget};
use crate::json::to_json;

impl Widget for Form {
    fn props(hooks: Hooks) -> FormProps {
        FormProps { hooks }
    }

    fn told(told: Told) -> Option<FormMessage> {
        Some(match told {
            Told::Attribute(name) => FormMessage::Attribute(name),
            Told::Property(name, json) => FormMessage::Property(name, json),
            Told::Reset => FormMessage::Reset,
            Told::ShowIssues => FormMessage::ShowIssues,
            Told::Call(..) => return None,
        })
    }

    fn property(&self, name: &str) -> Option<String> {
        match (&self.phase, name) {
            (Phase::Ready(state), "value") => Some(to_json(&state.output())),
            (Phase::Ready(state), "report") => Some(to_json(&state.report)),
            (_, "value") => self.early_value.clone(),
            _ => None,
        }
    }
}
