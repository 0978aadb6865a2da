//! One item out of its cells.

use crate::import::notes::NoteKind;
use crate::import::report::{
    Certainty, Field, FieldSource, ImportedAudience, ImportedItem, ItemSource, ParsedClause, cell_name,
};
use crate::import::words::TableWords;
use crate::time_limit::{Clause, ClauseKind, TimeLimit};

use super::basis::basis;
use super::body::{RawCell, RawItem, field};
use super::boxes::{Tick, boxed, tick};
use super::channels::ChannelReader;
use super::heading::{Heading, Role};
use super::listing::{self, LineEnds, listing, without_number};
use super::plain::{clean, key, trim_end_marks};

/// Something to say about a field of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub kind: NoteKind,
    pub field: Field,
    pub note: Option<String>,
}

/// Reads items below one heading.
pub(crate) struct ItemReader<'a> {
    pub words: &'a TableWords,
    pub channels: &'a ChannelReader<'a>,
    pub heading: &'a Heading,
    /// Number of the table in the document, counted from 1.
    pub table: u32,
    /// What line ends mean in lists of elements.
    pub line_ends: LineEnds,
}

impl ItemReader<'_> {
    /// The item, and what there is to say about it.
    pub fn read(&self, raw: &RawItem) -> (ImportedItem, Vec<Finding>) {
        let mut findings: Vec<Finding> = raw
            .filled
            .iter()
            .map(|(field, kind)| Finding { kind: *kind, field: *field, note: None })
            .collect();
        if raw.rows.len() > 1 {
            say(&mut findings, NoteKind::SplitItem, Field::Row, Some(raw.rows.len().to_string()));
        }
        let level1 = self.name(raw, &Role::Level1, Field::Level1, &mut findings);
        let level2 = self.name(raw, &Role::Level2, Field::Level2, &mut findings);
        let elements = self.elements(raw, &mut findings);
        let basis = self.basis(raw, &mut findings);
        let (time_limit, parsed) = self.time_limit(raw, &mut findings);
        let subject = self.subject(raw, &mut findings);
        let channels = self.channels(raw, &mut findings);
        let (audience, method, levels) = if raw.has_missing_cells {
            say(&mut findings, NoteKind::TickAmbiguous, Field::Audience, None);
            say(&mut findings, NoteKind::TickAmbiguous, Field::Method, None);
            say(&mut findings, NoteKind::TickAmbiguous, Field::Levels, None);
            (ImportedAudience::default(), None, None)
        } else {
            (
                self.audience(raw, &mut findings),
                self.method(raw, &mut findings),
                self.levels(raw, &mut findings),
            )
        };
        let number = raw.first(&Role::Number).map(|cell| trim_end_marks(&clean(&cell.text)).to_owned());
        let item = ImportedItem {
            row: number.filter(|number| !number.is_empty()),
            level1,
            level2,
            elements,
            basis,
            time_limit,
            time_limit_parsed: parsed,
            subject,
            channels,
            audience,
            method,
            levels,
            source: self.source(raw, &findings),
        };
        (item, findings)
    }

    /// Whether the table has a column of this kind.
    fn has(&self, wanted: &[Role]) -> bool {
        wanted.iter().any(|role| self.heading.column(role).is_some())
    }

    fn has_levels(&self) -> bool {
        self.heading.roles.iter().flatten().any(|role| matches!(role, Role::Levels | Role::Level(_)))
    }

    fn name(&self, raw: &RawItem, role: &Role, field: Field, findings: &mut Vec<Finding>) -> Option<String> {
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

    fn elements(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Vec<String> {
        if !self.has(&[Role::Elements]) {
            return Vec::new();
        }
        let mut elements: Vec<String> = Vec::new();
        let mut is_open = false;
        for cell in raw.texts(&Role::Elements) {
            if self.words.is_none(&cell.text) {
                continue;
            }
            let list = listing(&cell.text, self.line_ends);
            is_open |= list.is_open;
            if let Some(preface) = list.preface {
                say(findings, NoteKind::NoteInCell, Field::Elements, Some(preface));
            }
            for entry in list.entries {
                if !elements.contains(&entry) {
                    elements.push(entry);
                }
            }
        }
        if elements.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Elements, None);
        }
        if is_open {
            say(findings, NoteKind::OpenList, Field::Elements, None);
        }
        elements
    }

    fn basis(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Vec<String> {
        if !self.has(&[Role::Basis]) {
            return Vec::new();
        }
        let mut entries: Vec<String> = Vec::new();
        for cell in raw.texts(&Role::Basis).filter(|cell| !self.words.is_none(&cell.text)) {
            for entry in basis(&cell.text) {
                if !entries.contains(&entry) {
                    entries.push(entry);
                }
            }
        }
        if entries.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Basis, None);
        }
        for entry in &entries {
            self.masked(entry, Field::Basis, findings);
        }
        entries
    }

    fn time_limit(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> (Option<String>, Vec<ParsedClause>) {
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

    fn subject(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<String> {
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
            let part = super::heading::without_brackets(part);
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

    fn channels(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<Vec<String>> {
        let has_own_columns =
            self.heading.roles.iter().flatten().any(|role| matches!(role, Role::Channel(_)));
        if !self.has(&[Role::Channels]) && !has_own_columns {
            return Some(Vec::new());
        }
        let mut ticked: Vec<String> = Vec::new();
        let mut lost = false;
        let named = raw.texts(&Role::Channels).map(|cell| cell.text.clone());
        let by_tick = raw.cells.iter().filter_map(|cell| match (&cell.role, tick(&cell.text)) {
            (Role::Channel(name), Tick::Yes) => Some(name.clone()),
            (Role::Channel(name), Tick::YesWith(words) | Tick::Words(words)) => {
                Some(format!("{name}：{words}"))
            }
            _ => None,
        });
        let texts: Vec<String> = named.chain(by_tick).collect();
        if raw.has_missing_cells
            && (has_own_columns || !texts.iter().any(|text| self.channels.knows_any(text)))
        {
            say(findings, NoteKind::TickAmbiguous, Field::Channels, None);
            return None;
        }
        for text in texts.iter().filter(|text| !self.words.is_none(text)) {
            let read = self.channels.read(text);
            lost |= read.boxes_lost;
            if !read.unknown.is_empty() {
                say(findings, NoteKind::ChannelUnknown, Field::Channels, Some(read.unknown.join("、")));
            }
            if !read.misprints.is_empty() {
                say(findings, NoteKind::ChannelMisprint, Field::Channels, Some(read.misprints.join("、")));
            }
            if read.is_ambiguous {
                say(findings, NoteKind::TickAmbiguous, Field::Channels, None);
            }
            for note in read.notes {
                say(findings, NoteKind::NoteInCell, Field::Channels, Some(note));
            }
            for channel in read.ticked {
                if !ticked.contains(&channel) {
                    ticked.push(channel);
                }
            }
        }
        if lost && ticked.is_empty() {
            say(findings, NoteKind::BoxesLost, Field::Channels, None);
            return None;
        }
        if ticked.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Channels, None);
        }
        Some(ticked)
    }

    fn audience(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> ImportedAudience {
        let columns = [Role::Audience, Role::AudienceEveryone, Role::AudienceGroup];
        if !self.has(&columns) {
            return ImportedAudience::default();
        }
        let mut all = false;
        let mut groups: Vec<String> = Vec::new();
        let mut group = |name: &str| {
            let name = trim_end_marks(name.trim()).to_owned();
            if !name.is_empty() && !groups.contains(&name) {
                groups.push(name);
            }
        };
        let mut is_unnamed = false;
        let mut is_odd = false;
        for cell in raw.texts(&Role::AudienceEveryone) {
            match tick(&cell.text) {
                Tick::Yes | Tick::YesWith(_) => all = true,
                Tick::Words(words) if self.is_everyone(&words) => all = true,
                Tick::Words(_) => is_odd = true,
                Tick::No => {}
            }
        }
        for cell in raw.texts(&Role::AudienceGroup) {
            match tick(&cell.text) {
                Tick::Yes => is_unnamed = true,
                Tick::YesWith(words) | Tick::Words(words) => group(&group_name(&words)),
                Tick::No => {}
            }
        }
        for cell in raw.texts(&Role::Audience).filter(|cell| !self.words.is_none(&cell.text)) {
            for word in words_or_ticked(&cell.text) {
                if self.is_everyone(&word) {
                    all = true;
                } else {
                    let name = group_name(&word);
                    is_unnamed |= is_unnamed_group(&name);
                    if !is_unnamed_group(&name) {
                        group(&name);
                    }
                }
            }
        }
        if is_odd {
            say(findings, NoteKind::TickAmbiguous, Field::Audience, None);
        }
        let specific = if groups.is_empty() {
            is_unnamed.then(|| "特定群众".to_owned())
        } else {
            is_unnamed = false;
            Some(groups.join("、"))
        };
        if is_unnamed || specific.as_deref().is_some_and(is_unnamed_group) {
            say(findings, NoteKind::AudienceUnspecified, Field::Audience, None);
        }
        if all && specific.is_some() {
            say(findings, NoteKind::BothAudiences, Field::Audience, None);
        }
        if !all && specific.is_none() {
            say(findings, NoteKind::FieldEmpty, Field::Audience, None);
        }
        ImportedAudience { all: Some(all), specific }
    }

    fn is_everyone(&self, words: &str) -> bool {
        use crate::import::words::HeadWord;
        let plain = key(words);
        self.words.head(&plain) == Some(HeadWord::AudienceEveryone)
            || plain.starts_with("全社会")
            || plain.starts_with("面向全社会")
            || plain == "社会"
    }

    fn method(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<Vec<&'static str>> {
        if !self.has(&[Role::Method, Role::MethodProactive, Role::MethodOnRequest]) {
            return Some(Vec::new());
        }
        let mut found = [false, false];
        let mut is_odd = false;
        for (at, role) in [Role::MethodProactive, Role::MethodOnRequest].iter().enumerate() {
            for cell in raw.texts(role) {
                match tick(&cell.text) {
                    Tick::Yes | Tick::YesWith(_) => found[at] = true,
                    Tick::Words(words) => match methods(&words) {
                        [false, false] => is_odd = true,
                        named => found = [found[0] || named[0], found[1] || named[1]],
                    },
                    Tick::No => {}
                }
            }
        }
        for cell in raw.texts(&Role::Method).filter(|cell| !self.words.is_none(&cell.text)) {
            for word in words_or_ticked(&cell.text) {
                let named = methods(&word);
                found = [found[0] || named[0], found[1] || named[1]];
            }
        }
        if is_odd {
            say(findings, NoteKind::TickAmbiguous, Field::Method, None);
        }
        let names: Vec<&str> = ["主动", "依申请"]
            .into_iter()
            .zip(found)
            .filter(|(_, is_found)| *is_found)
            .map(|(name, _)| name)
            .collect();
        if names.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Method, None);
        }
        Some(names)
    }

    fn levels(&self, raw: &RawItem, findings: &mut Vec<Finding>) -> Option<Vec<String>> {
        if !self.has_levels() {
            return Some(Vec::new());
        }
        let mut levels: Vec<String> = Vec::new();
        let mut is_odd = false;
        for cell in &raw.cells {
            let names = match &cell.role {
                Role::Level(name) => match tick(&cell.text) {
                    Tick::Yes | Tick::YesWith(_) => level_names(name),
                    Tick::Words(words) if super::heading::is_level(self.words, &words) => level_names(&words),
                    Tick::Words(_) => {
                        is_odd = true;
                        continue;
                    }
                    Tick::No => continue,
                },
                Role::Levels if !self.words.is_none(&cell.text) => {
                    words_or_ticked(&cell.text).iter().flat_map(|word| level_names(word)).collect()
                }
                _ => continue,
            };
            for name in names {
                if !levels.contains(&name) {
                    levels.push(name);
                }
            }
        }
        if is_odd {
            say(findings, NoteKind::TickAmbiguous, Field::Levels, None);
        }
        if levels.is_empty() {
            say(findings, NoteKind::FieldEmpty, Field::Levels, None);
        }
        Some(levels)
    }

    /// Names that are masked: **区, XX省, 某某局.
    fn masked(&self, name: &str, field: Field, findings: &mut Vec<Finding>) {
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

    fn source(&self, raw: &RawItem, findings: &[Finding]) -> ItemSource {
        let mut cells: Vec<FieldSource> = Vec::new();
        let mut add = |cell: &RawCell| {
            let Some(field) = field(&cell.role) else { return };
            let certainty = findings
                .iter()
                .filter(|finding| finding.field == field && finding.kind != NoteKind::SplitItem)
                .map(|finding| {
                    if finding.kind.needs_a_person() { Certainty::NotUnderstood } else { Certainty::Assumed }
                })
                .max()
                .unwrap_or(Certainty::Understood)
                .max(cell.certainty);
            let name = cell_name(cell.row, cell.column);
            if cells.iter().all(|known| known.field != field || known.cell != name) {
                cells.push(FieldSource { field, cell: name, printed: cell.text.clone(), certainty });
            }
        };
        raw.cells.iter().for_each(&mut add);
        ItemSource { table: self.table, rows: raw.rows.iter().map(|row| row + 1).collect(), cells }
    }
}

fn say(findings: &mut Vec<Finding>, kind: NoteKind, field: Field, note: Option<String>) {
    let finding = Finding { kind, field, note };
    if !findings.contains(&finding) {
        findings.push(finding);
    }
}

/// Blanks at the ends and line ends are layout; a blank behind a number tells where the name begins.
fn keep_one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

/// The ticked entries of a text with boxes, or the words of one without.
fn words_or_ticked(text: &str) -> Vec<String> {
    if let Some(boxes) = boxed(text, |_| false) {
        return boxes.into_iter().filter(|boxed| boxed.is_ticked).map(|boxed| clean(&boxed.name)).collect();
    }
    listing::split(text, &['、', '，', ',', '；', ';', '/', '\n', '和', '及'])
        .iter()
        .map(|word| clean(word))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Which ways of disclosure a text names: 主动, 依申请.
pub(crate) fn methods(text: &str) -> [bool; 2] {
    let plain = key(text);
    [plain.contains("主动"), plain.contains("申请")]
}

/// The group that words name: 特定群众（行政处罚当事人） names those in brackets.
fn group_name(words: &str) -> String {
    let text = clean(words);
    for head in ["特定群体", "特定群众", "特定对象", "特定人群"] {
        let Some(rest) = text.strip_prefix(head) else { continue };
        let inside = rest.trim_start_matches(['：', ':', '（', '(', '_']).trim_end_matches(['）', ')', '_']);
        return if inside.is_empty() { head.to_owned() } else { inside.to_owned() };
    }
    text
}

fn is_unnamed_group(name: &str) -> bool {
    matches!(name, "特定群体" | "特定群众" | "特定对象" | "特定人群")
}

/// A heading of levels; one that names two gives both: 乡、村级.
pub(crate) fn level_names(heading: &str) -> Vec<String> {
    let pieces = listing::split(&clean(heading), &['、', '/', '，', ',', '和', '及', '；', ';']);
    let Some(last) = pieces.last() else { return Vec::new() };
    let ends = last.ends_with('级');
    pieces
        .iter()
        .map(|piece| {
            let piece = trim_end_marks(piece.trim()).to_owned();
            if ends && pieces.len() > 1 && !piece.ends_with('级') { format!("{piece}级") } else { piece }
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}
