//! The grid as its class sees it: what is passed on, what is asked.

use serde_json::Value;

use super::app::{Message, Table, TableProps};
use super::command::Command;
use crate::boundary::{Hooks, Line, Told, Widget};

impl Widget for Table {
    fn props(hooks: Hooks, line: Line<Self>) -> TableProps {
        TableProps { hooks, line }
    }

    fn told(told: Told) -> Option<Message> {
        Some(match told {
            Told::Attribute(name) => Message::Attribute(name),
            Told::Property(name, json) => Message::Property(name, json),
            Told::Reset => Message::Reset(None),
            Told::ShowIssues => Message::ShowIssues,
            Told::Call(name, arguments) => match name.as_str() {
                "undo" => Message::Run(Command::Undo),
                "redo" => Message::Run(Command::Redo),
                "show-issues" => Message::ShowIssues,
                "reset-to" => {
                    let values: Value = serde_json::from_str(&arguments).ok()?;
                    Message::Reset(values[0].as_str().filter(|text| !text.is_empty()).map(str::to_owned))
                }
                _ => return None,
            },
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
