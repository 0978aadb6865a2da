//! The element as its class sees it: what is passed on, what is asked.

use super::app::{Check, CheckMessage, CheckProps};
use crate::boundary::{Hooks, Line, Told, Widget};

impl Widget for Check {
    fn props(hooks: Hooks, line: Line<Self>) -> CheckProps {
        CheckProps { hooks, line }
    }

    fn told(told: Told) -> Option<CheckMessage> {
        Some(match told {
            Told::Attribute(name) => CheckMessage::Attribute(name),
            Told::Property(name, json) => CheckMessage::Property(name, json),
            Told::Call(name, arguments) if name == "check" => {
                CheckMessage::Check { moves: arguments != "[false]" }
            }
            Told::Call(..) | Told::Reset | Told::ShowIssues => return None,
        })
    }

    fn property(&self, name: &str) -> Option<String> {
        self.current(name)
    }
}
