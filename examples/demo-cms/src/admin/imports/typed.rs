//! What stands in the form of a row: taken from the row, or as it was typed.

use gongkai_core::guideline::Method;
use gongkai_core::import::decide::{DECIDABLE, FieldDecision, ItemDecisions};
use gongkai_core::import::report::{Field, ImportedAudience, ImportedItem};
use gongkai_core::text::Lang;

use crate::texts;

/// Longest text of a field, in characters.
const MAX_FIELD_CHARS: usize = 20_000;

/// Values of the boxes for the ways of disclosure.
pub(super) const METHODS: [(Method, &str); 2] =
    [(Method::Proactive, "proactive"), (Method::OnRequest, "on-request")];

/// What stands in the form of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub level1: String,
    pub level2: String,
    pub elements: String,
    pub basis: String,
    pub time_limit: String,
    pub subject: String,
    /// Ticked standard channels, and the others one per line.
    pub channels: Vec<String>,
    pub other_channels: String,
    pub is_for_everybody: bool,
    pub group: String,
    /// Ticked ways of disclosure.
    pub methods: Vec<String>,
    pub levels: String,
    /// Names of fields that are right as they stand, go to rows alike, go back to what was read.
    pub confirm: Vec<String>,
    pub same: Vec<String>,
    pub undo: Vec<String>,
    pub is_left_out: bool,
    pub is_seen: bool,
}

/// What is wrong with a field.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub field: Field,
    pub message: &'static str,
}

impl Typed {
    /// The form of a row as it stands.
    pub fn of(item: &ImportedItem, decisions: &ItemDecisions) -> Self {
        let item = decisions.over(item);
        let (channels, other): (Vec<String>, Vec<String>) =
            item.channels.iter().flatten().cloned().partition(|name| is_standard(name));
        let ticked = match FieldDecision::of(&item, Field::Method) {
            Some(FieldDecision::Method(methods)) => methods,
            _ => Vec::new(),
        };
        let methods = METHODS.into_iter().filter(|(method, _)| ticked.contains(method));
        Typed {
            level1: item.level1.unwrap_or_default(),
            level2: item.level2.unwrap_or_default(),
            elements: item.elements.join("\n"),
            basis: item.basis.join("\n"),
            time_limit: item.time_limit.unwrap_or_default(),
            subject: item.subject.unwrap_or_default(),
            channels,
            other_channels: other.join("\n"),
            is_for_everybody: item.audience.all == Some(true),
            group: item.audience.specific.unwrap_or_default(),
            methods: methods.map(|(_, value)| value.to_owned()).collect(),
            levels: item.levels.unwrap_or_default().join("\n"),
            is_left_out: decisions.left_out,
            is_seen: decisions.is_seen,
            ..Typed::default()
        }
    }

    /// The form as it was posted.
    pub fn posted(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            match name.as_str() {
                "level1" => typed.level1 = value,
                "level2" => typed.level2 = value,
                "elements" => typed.elements = value,
                "basis" => typed.basis = value,
                "time_limit" => typed.time_limit = value,
                "subject" => typed.subject = value,
                "channels" => typed.channels.push(value),
                "other_channels" => typed.other_channels = value,
                "everybody" => typed.is_for_everybody = true,
                "group" => typed.group = value,
                "method" => typed.methods.push(value),
                "levels" => typed.levels = value,
                "confirm" => typed.confirm.push(value),
                "same" => typed.same.push(value),
                "undo" => typed.undo.push(value),
                "left_out" => typed.is_left_out = true,
                "seen" => typed.is_seen = true,
                _ => {}
            }
        }
        typed
    }

    /// What the form says about a field.
    fn value(&self, field: Field) -> Option<FieldDecision> {
        Some(match field {
            Field::Row => return None,
            Field::Level1 => FieldDecision::Level1(line(&self.level1)),
            Field::Level2 => FieldDecision::Level2(line(&self.level2)),
            Field::Elements => FieldDecision::Elements(lines(&self.elements)),
            Field::Basis => FieldDecision::Basis(lines(&self.basis)),
            Field::TimeLimit => FieldDecision::TimeLimit(line(&self.time_limit)),
            Field::Subject => FieldDecision::Subject(line(&self.subject)),
            Field::Channels => {
                let standard =
                    standard_channels().filter(|name| self.channels.iter().any(|ticked| ticked == name));
                let mut channels: Vec<String> = standard.map(str::to_owned).collect();
                for name in lines(&self.other_channels) {
                    if !channels.contains(&name) {
                        channels.push(name);
                    }
                }
                FieldDecision::Channels(channels)
            }
            Field::Audience => {
                FieldDecision::Audience(ImportedAudience::decided(self.is_for_everybody, line(&self.group)))
            }
            Field::Method => {
                let ticked = METHODS
                    .into_iter()
                    .filter(|(_, value)| self.methods.iter().any(|method| method == value));
                FieldDecision::Method(ticked.map(|(method, _)| method).collect())
            }
            Field::Levels => FieldDecision::Levels(lines(&self.levels)),
            _ => return None,
        })
    }

    /// What a person decides with this form, by field: what differs from the row as it stands, and what is confirmed.
    pub fn decisions(&self, item: &ImportedItem, decisions: &ItemDecisions) -> Vec<FieldDecision> {
        let before = Typed::of(item, decisions);
        let stands = decisions.over(item);
        let decided = DECIDABLE.into_iter().filter_map(|field| {
            let name = field.name();
            let is_ticked = |names: &[String]| names.iter().any(|ticked| ticked == name);
            let value = self.value(field)?;
            if Some(&value) != before.value(field).as_ref() {
                Some(value)
            } else if is_ticked(&self.confirm) || is_ticked(&self.same) {
                FieldDecision::of(&stands, field)
            } else {
                None
            }
        });
        decided.collect()
    }

    /// Why the form cannot be stored.
    pub fn faults(&self, item: &ImportedItem, decisions: &ItemDecisions, lang: Lang) -> Vec<Fault> {
        let words = texts::import::of(lang);
        let mut faults = Vec::new();
        let mut after = decisions.clone();
        for decision in self.decisions(item, decisions) {
            after.decide(decision);
        }
        let is_decided =
            |field| after.field(field).is_some() && !self.undo.iter().any(|name| name == field.name());
        let stands = after.over(item);
        if !self.is_left_out {
            let has_names = stands.level1.is_some() || stands.level2.is_some();
            if !has_names && (is_decided(Field::Level1) || is_decided(Field::Level2)) {
                faults.push(Fault { field: Field::Level1, message: words.name_needed });
            }
            if stands.subject.is_none() && is_decided(Field::Subject) {
                faults.push(Fault { field: Field::Subject, message: words.subject_needed });
            }
        }
        let texts = [
            (Field::Level1, &self.level1),
            (Field::Level2, &self.level2),
            (Field::Elements, &self.elements),
            (Field::Basis, &self.basis),
            (Field::TimeLimit, &self.time_limit),
            (Field::Subject, &self.subject),
            (Field::Channels, &self.other_channels),
            (Field::Audience, &self.group),
            (Field::Levels, &self.levels),
        ];
        let is_long = |text: &str| text.chars().count() > MAX_FIELD_CHARS;
        let long = texts.into_iter().filter(|(_, text)| is_long(text));
        faults.extend(long.map(|(field, _)| Fault { field, message: words.too_long }));
        faults
    }
}

/// The channels that the national tables list.
pub(super) fn standard_channels() -> impl Iterator<Item = &'static str> {
    let channels = gongkai::lexicon().channels.iter().filter(|channel| channel.standard);
    channels.map(|channel| channel.name.as_str())
}

fn is_standard(name: &str) -> bool {
    standard_channels().any(|standard| standard == name)
}

/// A text on one line; none when nothing is in it.
fn line(text: &str) -> Option<String> {
    let line: String = text.lines().map(str::trim).collect();
    (!line.is_empty()).then_some(line)
}

/// The lines that hold something.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
