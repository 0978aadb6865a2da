//! Names of items and publishers.

use crate::import::notes::NoteKind;
use crate::import::report::Field;

use super::super::body::RawItem;
use super::super::boxes::boxed;
use super::super::column_name::without_brackets;
use super::super::heading::Role;
use super::super::listing;
use super::super::marker::without_number;
use super::super::plain::{clean, key, trim_end_marks};
use super::{Finding, ItemReader, say};

impl ItemReader<'_> {
    pub(super) fn name(
        &self,
        raw: &RawItem,
        role: &Role,
        field: Field,
        findings: &mut Vec<Finding>,
    ) -> Option<String> {
        if !self.has(std::slice::from_ref(role)) {
            return None;
        }
        let printed =
            raw.texts(role).map(|cell| cell.text.as_str()).find(|text| !text.trim().is_empty()).unwrap_or("");
        if self.words.is_none(printed) {
            say(findings, NoteKind::FieldEmpty, field, None);
            return None;
        }
        let stripped = without_number(&keep_one_blank(printed));
        if stripped.is_some() {
            say(findings, NoteKind::NumberStripped, field, None);
        }
        let name = clean(stripped.as_deref().unwrap_or(printed));
        self.masked(&name, field, findings);
        Some(trim_end_marks(&name).to_owned())
    }

    pub(super) fn subject(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<String> {
        if !self.has(&[Role::Publisher]) {
            return None;
        }
        let mut texts: Vec<String> = Vec::new();
        for cell in raw.texts(&Role::Publisher).filter(|cell| !self.words.is_none(&cell.text)) {
            let text = clean(&cell.text);
            let text = trim_end_marks(&text).to_owned();
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        let text = texts.join("、");
        if text.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Subject, None);
            return None;
        }
        if raw.has_missing_cells && (boxed(&text, |_| false).is_some() || text.contains('《')) {
            say(findings, NoteKind::TickAmbiguous, Field::Subject, None);
            return None;
        }
        self.masked(&text, Field::Subject, findings);
        let parts = listing::split(&text, &['、', '，', ',', '；', ';', '或', '和']);
        let is_office = |part: &str| {
            let part = without_brackets(part);
            self.words.publishers.offices.iter().any(|office| part.ends_with(office.as_str()))
        };
        let is_audience = |part: &str| {
            self.words.publishers.audiences.iter().any(|audience| part.ends_with(audience.as_str()))
        };
        if parts.iter().any(|part| is_audience(part)) || !parts.iter().any(|part| is_office(part)) {
            say(findings, NoteKind::SubjectSuspect, Field::Subject, None);
        }
        Some(text)
    }

    /// Names that are masked: **区, XX省, 某某局.
    pub(super) fn masked(&self, name: &str, field: Field, findings: &mut Vec<Finding>) {
        let plain = key(name);
        let is_masked = [
            "**", "××", "xx省", "xx市", "xx县", "xx区", "xx镇", "xx乡", "xx局", "xxx", "某某", "〇〇", "○○",
            "__", "…", "....", "***",
        ]
        .iter()
        .any(|mask| plain.contains(mask))
            || (field == Field::Subject && plain.starts_with(['*', '×', 'x']));
        if is_masked {
            say(findings, NoteKind::MaskedText, field, None);
        }
    }
}

/// Blanks at the ends and line ends are layout; a blank behind a number tells where the name begins.
fn keep_one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
