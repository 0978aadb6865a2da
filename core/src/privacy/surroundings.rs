//! What the words around a number say about it: those before it, else the name of its column.

use std::cell::Cell;

use super::words::{self, Topics};
use super::{FieldKind, ScanContext};
use crate::identifier::is_invisible;

/// How far back words are looked for, in characters.
const MAX_CHARS: usize = 48;

/// The words around the numbers of one text.
pub(super) struct Surroundings<'a> {
    text: &'a str,
    label: Topics,
    /// The last answer: several detectors ask about the same place.
    last: Cell<Option<(usize, Topics)>>,
}

impl<'a> Surroundings<'a> {
    pub fn new(text: &'a str, context: &ScanContext<'_>) -> Self {
        let field = match context.field {
            FieldKind::Text => Topics::NONE,
            FieldKind::Phone => Topics::PHONE,
            FieldKind::Number => Topics::AMOUNT,
            FieldKind::DocumentNumber | FieldKind::Url => Topics::SERIAL,
        };
        let label: String = context.label.chars().filter(|char| !char.is_whitespace()).collect();
        Surroundings {
            text,
            label: words::label_topics(&label.to_lowercase()).or(field),
            last: Cell::new(None),
        }
    }

    /// What the name of the column says.
    pub fn label(&self) -> Topics {
        self.label
    }

    /// What is said about that which begins here.
    pub fn topics(&self, start: usize) -> Topics {
        if let Some((_, topics)) = self.last.get().filter(|(place, _)| *place == start) {
            return topics;
        }
        let topics = self.read(start);
        self.last.set(Some((start, topics)));
        topics
    }

    fn read(&self, start: usize) -> Topics {
        let before = self.before(start);
        let mut phrases =
            before.rsplit(['，', ',', '、', '：', ':', '；', ';']).filter(|part| !part.is_empty());
        for phrase in &mut phrases {
            let mut topics = words::phrase_topics(phrase);
            if phrase.chars().any(|char| char.is_ascii_digit()) {
                // The phrase has its number already: 订单号123，… says nothing about what follows.
                topics = topics.without(Topics::SERIAL.or(Topics::AMOUNT).or(Topics::PUBLIC));
                return if topics == Topics::NONE { self.label } else { topics };
            }
            if topics != Topics::NONE {
                return topics;
            }
        }
        self.label
    }

    /// Whether the account that is named here belongs to an organisation.
    pub fn is_public_account(&self, start: usize) -> bool {
        let before = self.before(start);
        let holder = words::HOLDERS.iter().find_map(|word| Some(before.rsplit_once(word)?.1)).map(|behind| {
            let behind = behind.trim_start_matches([':', '：', '为', '是']);
            behind.split(['，', ',', '；', ';', '、', '开']).next().unwrap_or_default()
        });
        // Names of people are short.
        holder.is_some_and(|name| name.chars().count() > 5) || words::topics(&before).has(Topics::PUBLIC)
    }

    /// Whether a unit follows, so that it is a quantity.
    pub fn has_unit(&self, end: usize) -> bool {
        self.text[end..].trim_start_matches([' ', '\u{a0}']).starts_with(words::UNITS)
    }

    /// The text of the sentence before a place, without blanks, in lower case.
    pub fn before(&self, start: usize) -> String {
        let mut before: Vec<char> = self.text[..start]
            .chars()
            .rev()
            .take_while(|char| !matches!(char, '\n' | '\r' | '。'))
            .take(MAX_CHARS)
            .filter(|char| !char.is_whitespace() && !is_invisible(*char))
            .map(|char| char.to_ascii_lowercase())
            .collect();
        before.reverse();
        before.into_iter().collect()
    }
}
