//! The members of the documents and the names of their values, as serde writes them.

use super::{Place, Readable};
use crate::calendar::CompiledCalendar;
use crate::compile::{Navigation, NavigationCategory, NavigationDomain, NavigationItem};
use crate::entry::DisclosureAttribute;
use crate::field::{Field, Help, Kind, TextFormat};
use crate::guideline::{Audience, ItemKind, Mark, Method};
use crate::index::Manifest;
use crate::lexicon::KindName;
use crate::local::{Local, LocalLimit, OpenWord};
use crate::pack::{Channel, Item, Pack};
use crate::report::{Issue, IssueCode, Params, Report, Severity, Stage, Verdict};
use crate::rulebook::{Duty, Ground, KnownChannel, LevelName, Marker, RuleBasis, Rulebook, Typo, Validity};
use crate::search::{Reading, Synonym};
use crate::time_limit::{Clause, ClauseKind, TimeLimit, Trigger, Unit};

/// Structures: the members that have to be there (unless their type is optional); after `or`, those with a default.
macro_rules! members {
    ($($type:ident { $($needed:ident),* $(; or $($optional:ident),+)? })*) => {
        $(impl Readable for $type {
            fn read(place: &Place<'_>) -> Self {
                $type {
                    $($needed: Readable::read(&place.member(stringify!($needed))),)*
                    $($($optional: place.member(stringify!($optional)).or_default(),)+)?
                }
            }
        })*
    };
}

members! {
    Pack { format, id, code, slug, name, title, edition, valid_from, valid_to, items; or rulebook }
    Rulebook {; or bases, markers, grounds, levels, validity, channels, placeholders, nothing, typos, watch }
    RuleBasis { code, basis, from, to }
    Marker { text, attribute }
    Ground { name, basis }
    Validity { in_force, expired }
    LevelName { name; or aliases }
    KnownChannel { name; or aliases, first, everyone }
    Typo { wrong, right }
    Duty { clause, weight, element, basis, from, to; or unless_reason }
    Item {
        id, category, name, kind, fields, time_limit, publisher, audience, mark;
        or basis, duties, channels, methods, levels, sightings, evidence
    }
    Channel { name; or required }
    Audience { group; or everyone }
    Field { key, name, kind, help, group; or required }
    TimeLimit { text; or clauses, unread }
    Clause { kind, amount, unit, trigger, part, basis, word, date; or text }
    Navigation { format, domains; or departments, audiences, levels, synonyms }
    NavigationDomain { id, name, pinyin, categories }
    NavigationCategory { name, items }
    NavigationItem { id, name, pinyin; or departments, audiences, levels }
    Reading { name, pinyin }
    Manifest { format, folder, entries, block_entries, items, shards, syllables }
    Synonym { words, means }
    CompiledCalendar { format, first_day, last_day, off, worked }
    OpenWord { word, amount, unit }
    LocalLimit { items, amount, unit }
    Report { format, pack, edition, item, stage, checked_on, verdict, issues }
    Issue { code, severity, blocks, path, element, basis, repair; or params }
    Params {
        expected, found, max_length_chars, length_chars, min, max, part, row, channel, amount, unit, event, kind, from,
        due_on, published_on, days_late;
        or allowed
    }
}

impl Readable for Local {
    fn read(place: &Place<'_>) -> Self {
        Local {
            format: Readable::read(&place.member("format")),
            basis: Readable::read(&place.member("basis")),
            open_words: place.member("open_words").or_default(),
            limits: place.member("limits").or_default(),
            // Only hosts that judge natively know what to do with them.
            extensions: Vec::new(),
        }
    }
}

impl Readable for Help {
    fn read(place: &Place<'_>) -> Self {
        Help { zh: Readable::read(&place.member("zh-CN")), en: Readable::read(&place.member("en")) }
    }
}

impl Readable for Kind {
    fn read(place: &Place<'_>) -> Self {
        let max_length_chars = || u32::read(&place.member("max_length_chars"));
        let choices = || Vec::read(&place.member("choices"));
        let is_set = |name| place.member(name).or_default::<bool>();
        match KindName::read(&place.member("type")) {
            KindName::Text => Kind::Text {
                max_length_chars: max_length_chars(),
                format: Readable::read(&place.member("format")),
            },
            KindName::LongText => Kind::LongText { max_length_chars: max_length_chars() },
            KindName::Date => Kind::Date,
            KindName::Period => Kind::Period,
            KindName::Number => Kind::Number {
                unit: Readable::read(&place.member("unit")),
                integer: is_set("integer"),
                min: Readable::read(&place.member("min")),
                max: Readable::read(&place.member("max")),
            },
            KindName::Money => Kind::Money { unit: Readable::read(&place.member("unit")) },
            KindName::Phone => Kind::Phone,
            KindName::Url => Kind::Url,
            KindName::Choice => Kind::Choice { choices: choices(), open: is_set("open") },
            KindName::Choices => Kind::Choices { choices: choices(), open: is_set("open") },
            KindName::Boolean => Kind::Boolean,
            KindName::List => Kind::List { max_length_chars: max_length_chars() },
            KindName::Document => Kind::Document { title: Readable::read(&place.member("title")) },
            KindName::Group => Kind::Group { fields: Readable::read(&place.member("fields")) },
            KindName::Table => Kind::Table { columns: Readable::read(&place.member("columns")) },
        }
    }
}

impl Readable for Trigger {
    fn read(place: &Place<'_>) -> Self {
        match place.value.and_then(serde_json::Value::as_str) {
            Some("formed-or-changed") => Trigger::FormedOrChanged,
            Some(_) => {
                place.note_fault();
                Trigger::FormedOrChanged
            }
            None => Trigger::Event(Readable::read(&place.member("event"))),
        }
    }
}

/// Values that documents write as names.
macro_rules! names {
    ($($type:ident { $($value:ident = $name:literal),* $(,)? })*) => {
        $(impl Readable for $type {
            fn read(place: &Place<'_>) -> Self {
                const VALUES: &[$type] = &[$($type::$value),*];
                // Whoever adds a value is told to name it here.
                const _: fn($type) = |value| match value { $($type::$value => {})* };
                VALUES[place.position(&[$($name),*])]
            }
        })*

        #[cfg(test)]
        pub(super) fn assert_names_are_those_of_serde() {
            $($(
                assert_eq!(serde_json::to_value($type::$value).expect("a name is JSON"), $name);
            )*)*
        }
    };
}

names! {
    ClauseKind {
        Within = "within",
        AtLeast = "at-least",
        Exactly = "exactly",
        Before = "before",
        YearlyBefore = "yearly-before",
        Recurring = "recurring",
        TogetherWith = "together-with",
        OpenWords = "open-words",
        OtherLawPrevails = "other-law-prevails",
        OnRequest = "on-request",
        SameAsAbove = "same-as-above",
        Withdrawal = "withdrawal",
    }
    Unit {
        Hours = "hours",
        WorkingDays = "working-days",
        Days = "days",
        Weeks = "weeks",
        Months = "months",
        Quarters = "quarters",
        HalfYears = "half-years",
        Years = "years",
    }
    ItemKind { Register = "register", Documents = "documents", Guide = "guide", Single = "single" }
    KindName {
        Text = "text",
        LongText = "long-text",
        Date = "date",
        Period = "period",
        Number = "number",
        Money = "money",
        Phone = "phone",
        Url = "url",
        Choice = "choice",
        Choices = "choices",
        Boolean = "boolean",
        List = "list",
        Document = "document",
        Group = "group",
        Table = "table",
    }
    DisclosureAttribute { Proactive = "proactive", OnRequest = "on-request", Withheld = "withheld" }
    Mark { Seen = "seen", Recalled = "recalled" }
    Method { Proactive = "proactive", OnRequest = "on-request" }
    Severity { Advice = "advice", Warning = "warning", Error = "error" }
    Stage { Draft = "draft", Publish = "publish" }
    TextFormat {
        DocumentNumber = "document-number",
        CreditCode = "credit-code",
        OrganisationCode = "organisation-code",
        IdNumber = "id-number",
        IndexNumber = "index-number",
        PostalCode = "postal-code",
        Email = "email",
        LawTitle = "law-title",
    }
    Verdict { Pass = "pass", Fail = "fail", Blocked = "blocked" }
}

impl Readable for IssueCode {
    fn read(place: &Place<'_>) -> Self {
        let name = place.text();
        let code = IssueCode::ALL.iter().find(|code| code.as_str() == name);
        code.copied().unwrap_or_else(|| {
            place.note_fault();
            IssueCode::TypeMismatch
        })
    }
}
