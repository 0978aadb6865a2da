//! The time limit of an item.

use crate::import::notes::NoteKind;
use crate::import::report::{Field, ParsedClause};
use crate::time_limit::{Clause, ClauseKind, TimeLimit};

use super::super::body::RawItem;
use super::super::heading::Role;
use super::super::plain::{clean, trim_end_marks};
use super::{Finding, ItemReader, say};

impl ItemReader<'_> {
    pub(super) fn time_limit(
        &self,
        raw: &RawItem,
        findings: &mut Vec<Finding>,
    ) -> (Option<String>, Vec<ParsedClause>) {
        if !self.has(&[Role::TimeLimit]) {
            return (None, Vec::new());
        }
        let mut texts: Vec<String> = Vec::new();
        for cell in raw.texts(&Role::TimeLimit).filter(|cell| !self.words.is_none(&cell.text)) {
            let text = clean(&cell.text);
            let text = trim_end_marks(&text).to_owned();
            if !text.is_empty() && !texts.contains(&text) {
                texts.push(text);
            }
        }
        if texts.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::TimeLimit, None);
            return (None, Vec::new());
        }
        let text = texts.join("；");
        let limit = TimeLimit::parse(&text);
        if raw.has_missing_cells && limit.clauses.is_empty() {
            say(findings, NoteKind::TickAmbiguous, Field::TimeLimit, None);
            return (None, Vec::new());
        }
        judge_limit(&limit, findings);
        let parsed = ParsedClause::all(&limit);
        (Some(text), parsed)
    }
}

fn judge_limit(limit: &TimeLimit, findings: &mut Vec<Finding>) {
    let counts = |clause: &&Clause| {
        matches!(
            clause.kind,
            ClauseKind::Within | ClauseKind::Before | ClauseKind::AtLeast | ClauseKind::Exactly
        )
    };
    let is_masked = |clause: &Clause| clause.amount.is_none() && clause.unit.is_some();
    let mut is_told = false;
    for clause in limit.clauses.iter().filter(counts) {
        if is_masked(clause) {
            say(findings, NoteKind::TimeLimitMasked, Field::TimeLimit, None);
            is_told = true;
        } else if clause.amount.is_some() && clause.unit.is_none() {
            say(findings, NoteKind::TimeLimitUnitMissing, Field::TimeLimit, None);
            is_told = true;
        }
    }
    if !limit.unread.is_empty() && !is_told {
        say(findings, NoteKind::TimeLimitUnread, Field::TimeLimit, Some(limit.unread.join("；")));
    }
    let parsed = ParsedClause::all(limit);
    if parsed.iter().all(|clause| clause.kind == "other") {
        say(findings, NoteKind::TimeLimitNotNumeric, Field::TimeLimit, None);
    }
}
