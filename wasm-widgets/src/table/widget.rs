//! The grid as its class sees it: what is passed on, what is asked.

use super::app::{Message, Table, TableProps};
use crate::boundary::{Hooks, Told, Widget};

impl Widget for Table {
    fn props(hooks: Hooks) -> TableProps {
        TableProps { hooks }
    }

    fn told(told: Told) -> Option<Message> {
        Some(match told {
            Told::Attribute(name) => Message::Attribute(name),
            Told::Property(name, json) => Message::Property(name, json),
            Told::Reset => Message::Reset,
            Told::ShowIssues => Message::ShowIssues,
            Told::Call(..) => return None,
        })
    }

    fn property(&self, name: &str) -> Option<String> {
        match name {
            "value" => self.value().or_else(|| self.early_value.clone()),
            "reports" => self.reports(),
            _ => None,
        }
    }
}
