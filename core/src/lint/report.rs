//! What a lint found, as plain data, and the sentences to it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::field::Help;
use crate::report::Severity;
use crate::text::Lang;

/// Name and version of the format.
pub(super) const FORMAT: &str = "gongkai-lint/1";

/// The sentences by code, with `{name}` where a parameter belongs.
static SENTENCES: LazyLock<BTreeMap<String, Help>> =
    LazyLock::new(|| toml::from_str(include_str!("sentences.toml")).expect("the unit test reads the table"));

/// What a lint found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LintReport {
    /// Always `gongkai-lint/1`.
    pub format: String,
    /// The day that the lint took for today, `YYYY-MM-DD`.
    pub checked_on: String,
    /// Ids of the guidelines, in their order.
    pub packs: Vec<String>,
    /// The findings by guideline and row; those of the lexicon come last.
    pub findings: Vec<Finding>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Finding {
    /// What is wrong; stable.
    pub code: LintCode,
    /// How much it weighs.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What the sentences are made with.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
    /// Why the author lets it stand. Absent: nobody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Place {
    /// Id of the guideline. Absent: the lexicon, or the library itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<String>,
    /// Number of the row, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// Id of the item, where the guideline can be compiled or the author gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Name of the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Name of the element.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// Name of the rule of the lexicon, or code of the rule of the check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

macro_rules! lint_codes {
    ($($name:ident = $text:literal $severity:ident),* $(,)?) => {
        /// What is wrong with a source. Codes are stable; the sentences are in `sentences.toml`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "each has its sentences in sentences.toml")]
        pub enum LintCode { $($name),* }

        impl LintCode {
            /// All codes.
            pub const ALL: &'static [LintCode] = &[$(LintCode::$name),*];

            /// The code as it stands in a report.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(LintCode::$name => $text),* }
            }

            /// How much a finding weighs.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(LintCode::$name => Severity::$severity),* }
            }
        }
    };
}

lint_codes! {
    PropertyBlank = "property-blank" Error,
    CodeMalformed = "code-malformed" Error,
    SlugMalformed = "slug-malformed" Error,
    DateMalformed = "date-malformed" Error,
    ValidityOutOfOrder = "validity-out-of-order" Error,
    PackRepeated = "pack-repeated" Error,
    NotCompilable = "not-compilable" Error,
    NameBlank = "name-blank" Error,
    IdMalformed = "id-malformed" Error,
    ItemIdRepeated = "item-id-repeated" Error,
    ElementKeyRepeated = "element-key-repeated" Error,
    ElementUndecided = "element-undecided" Error,
    KindMissing = "kind-missing" Error,
    ChoicesMissing = "choices-missing" Error,
    ColumnsMissing = "columns-missing" Error,
    ColumnNotScalar = "column-not-scalar" Error,
    MoneyUnitUnknown = "money-unit-unknown" Error,
    IdVanished = "id-vanished" Error,
    IdRenamed = "id-renamed" Error,
    IdUnlocked = "id-unlocked" Warning,
    ItemNameRepeated = "item-name-repeated" Warning,
    PublisherBlank = "publisher-blank" Error,
    ChannelsMissing = "channels-missing" Error,
    AudienceMissing = "audience-missing" Error,
    MethodsMissing = "methods-missing" Error,
    ElementsMissing = "elements-missing" Warning,
    ChannelAlias = "channel-alias" Warning,
    ChannelNear = "channel-near" Warning,
    ChannelRepeated = "channel-repeated" Warning,
    BasisMissing = "basis-missing" Warning,
    BasisUnreadable = "basis-unreadable" Warning,
    BasisRepeated = "basis-repeated" Warning,
    BasisRepealed = "basis-repealed" Warning,
    SightingsMissing = "sightings-missing" Error,
    EvidenceMissing = "evidence-missing" Warning,
    EvidenceMalformed = "evidence-malformed" Error,
    EvidenceExceedsSightings = "evidence-exceeds-sightings" Error,
    RecalledWithSightings = "recalled-with-sightings" Error,
    TimeLimitMissing = "time-limit-missing" Warning,
    TimeLimitUnread = "time-limit-unread" Warning,
    ElementRepeated = "element-repeated" Error,
    ElementKeyDigit = "element-key-digit" Warning,
    ConditionalRequired = "conditional-required" Warning,
    ElementByLastResort = "element-by-last-resort" Warning,
    RangeEmpty = "range-empty" Error,
    LengthZero = "length-zero" Error,
    ChoiceBlank = "choice-blank" Error,
    ChoiceListedTwice = "choice-listed-twice" Error,
    ColumnKeyMalformed = "column-key-malformed" Error,
    ColumnKeyRepeated = "column-key-repeated" Error,
    ExampleFails = "example-fails" Error,
    RuleOrphan = "rule-orphan" Warning,
    RuleUnsaid = "rule-unsaid" Error,
    AcceptanceUnused = "acceptance-unused" Warning,
}

impl Finding {
    pub(super) fn new(code: LintCode, place: Place, params: &[(&str, &str)]) -> Self {
        Finding {
            code,
            severity: code.severity(),
            place,
            params: params.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            accepted: None,
        }
    }

    /// What the finding says.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let Some(sentence) = SENTENCES.get(self.code.as_str()) else {
            return self.code.as_str().to_owned();
        };
        let template = match lang {
            Lang::Zh => &sentence.zh,
            Lang::En => &sentence.en,
        };
        fill(template, &self.params)
    }
}

/// The template with its parameters; what a parameter says is not looked into again.
fn fill(template: &str, params: &BTreeMap<String, String>) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        text.push_str(params.get(name).map_or("", String::as_str));
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A finding with its sentences in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToldFinding {
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
    /// What it says.
    pub message: Help,
}

impl LintReport {
    /// Whether there is an error that nobody accepted.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.open(Severity::Error).next().is_some()
    }

    /// The findings of this weight that nobody accepted.
    pub fn open(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |found| found.severity == severity && found.accepted.is_none())
    }

    /// The report as JSON with the sentences of each finding in both languages.
    #[must_use]
    pub fn told(&self) -> Value {
        let mut report = serde_json::to_value(self).expect("a report is plain data");
        report["findings"] = self
            .findings
            .iter()
            .map(|finding| {
                let message = Help { zh: finding.message(Lang::Zh), en: finding.message(Lang::En) };
                let told = ToldFinding { finding: finding.clone(), message };
                serde_json::to_value(told).expect("a finding is plain data")
            })
            .collect();
        report
    }
}

/// Collects the findings of one guideline or of the set.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn add(&mut self, code: LintCode, place: Place, params: &[(&str, &str)]) {
        self.0.push(Finding::new(code, place, params));
    }

    /// The findings by row; those of the head come first.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.0.sort_by_key(|finding| (finding.place.row, finding.code));
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_sentences_in_both_languages_and_no_sentence_is_left_over() {
        assert_eq!(SENTENCES.len(), LintCode::ALL.len());
        for code in LintCode::ALL {
            let sentence = SENTENCES.get(code.as_str()).unwrap_or_else(|| panic!("{}", code.as_str()));
            let names = |text: &str| {
                let mut names: Vec<String> = text
                    .split('{')
                    .skip(1)
                    .filter_map(|part| Some(part.split_once('}')?.0.to_owned()))
                    .collect();
                names.sort();
                names
            };
            assert_eq!(names(&sentence.zh), names(&sentence.en), "{}", code.as_str());
            assert!(sentence.zh.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char)));
            assert!(sentence.en.split(' ').count() >= 3 && !sentence.en.ends_with('.'), "{}", code.as_str());
        }
    }

    #[test]
    fn a_parameter_is_not_looked_into() {
        let params =
            BTreeMap::from([("a".to_owned(), "{b}".to_owned()), ("b".to_owned(), "wrong".to_owned())]);
        assert_eq!(fill("x {a} y {c}", &params), "x {b} y ");
        assert_eq!(fill("x {a", &params), "x a");
    }
}
