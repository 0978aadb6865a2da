//! The report: everything that is wrong with an entry, as plain data.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::read::{self, DocumentError};

/// Name and version of the report format.
pub const FORMAT: &str = "gongkai-report/1";

/// How strict a check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Loose: an unfinished entry is in order, wrong values are pointed out.
    Draft,
    /// Strict: what an entry needs to be made public.
    Publish,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Report {
    /// Always `gongkai-report/1`.
    pub format: String,
    /// Id of the pack.
    pub pack: String,
    /// Edition of the pack that was checked against.
    pub edition: String,
    /// Id of the item.
    pub item: String,
    /// How strict the check was.
    pub stage: Stage,
    /// The day that the check took for today, `YYYY-MM-DD`.
    pub checked_on: String,
    /// What follows.
    pub verdict: Verdict,
    /// The findings, in the order of the form.
    pub issues: Vec<Issue>,
}

/// What follows from the issues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing that is an error.
    Pass,
    /// Errors on record that editing cannot mend, such as a late publication; none that blocks.
    Fail,
    /// Errors that have to be mended before the entry is made public.
    Blocked,
}

/// How much an issue weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Advice,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
pub struct Issue {
    /// What is wrong; stable.
    pub code: IssueCode,
    /// How much it weighs.
    pub severity: Severity,
    /// Whether it has to be mended before the entry is made public.
    pub blocks: bool,
    /// Where, as a JSON Pointer into the entry.
    pub path: String,
    /// Name of the element that it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// What the sentences are made with.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
    /// Legal basis of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The value that the author probably meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repair: Option<Value>,
}

/// Parameters of an issue. Which ones are set depends on its code; see `rules/`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Params {
    /// JSON type expected: `string`, `number`, `boolean`, `array` or `object`; or the value expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// JSON type or value found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// Longest text allowed, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length_chars: Option<u32>,
    /// Length found, in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length_chars: Option<u32>,
    /// Smallest number allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Largest number allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Values to choose from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// Name of the part of an element: a column, a property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Number of the row, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// How many of the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<u32>,
    /// Unit of a period, `working-days`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Event from which a period counts, in the words of the table; or another word of the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// What sort of thing was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Day on which the period starts; it is not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day of the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// Day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<String>,
    /// How late, in calendar days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_late: Option<u32>,
}

impl Params {
    fn is_empty(&self) -> bool {
        *self == Params::default()
    }
}

macro_rules! issue_codes {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// What is wrong. Codes are stable; each is a file in `rules/`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "each is a file in rules/")]
        pub enum IssueCode { $($name),* }

        impl IssueCode {
            /// All codes.
            pub const ALL: &'static [IssueCode] = &[$(IssueCode::$name),*];

            /// The code as it stands in a report.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(IssueCode::$name => $text),* }
            }
        }
    };
}

issue_codes! {
    AudienceExceeded = "audience-exceeded",
    CalendarOutOfRange = "calendar-out-of-range",
    CatalogueRowIncomplete = "catalogue-row-incomplete",
    ChannelMissing = "channel-missing",
    ChannelUndated = "channel-undated",
    ChannelUnknown = "channel-unknown",
    ChannelUnproven = "channel-unproven",
    ChannelUnused = "channel-unused",
    ChoiceRepeated = "choice-repeated",
    ChoiceUnknown = "choice-unknown",
    CreditCodeInvalid = "credit-code-invalid",
    DateInFuture = "date-in-future",
    DateInvalid = "date-invalid",
    DatesOutOfOrder = "dates-out-of-order",
    DocumentNumberInvalid = "document-number-invalid",
    DocumentNumberUnusual = "document-number-unusual",
    EditionNotInForce = "edition-not-in-force",
    ElementMissing = "element-missing",
    ElementUnknown = "element-unknown",
    ElementsBlank = "elements-blank",
    EmailInvalid = "email-invalid",
    ExpiredShownValid = "expired-shown-valid",
    ExtensionInvalid = "extension-invalid",
    FirstChannelLate = "first-channel-late",
    GroundMissing = "ground-missing",
    IdNumberInvalid = "id-number-invalid",
    IndexNumberBroken = "index-number-broken",
    ItemMismatch = "item-mismatch",
    LawRepealed = "law-repealed",
    LawTitleMalformed = "law-title-malformed",
    LawUnknown = "law-unknown",
    LevelMismatch = "level-mismatch",
    LineBreakUnexpected = "line-break-unexpected",
    MarkerMalformed = "marker-malformed",
    MarkerMismatch = "marker-mismatch",
    MoneyInvalid = "money-invalid",
    NilUnapproved = "nil-unapproved",
    NilWithElements = "nil-with-elements",
    NoticeTooLong = "notice-too-long",
    NoticeTooShort = "notice-too-short",
    NoticeUndated = "notice-undated",
    NumberNotWhole = "number-not-whole",
    NumberOutOfRange = "number-out-of-range",
    OpenLimitExceeded = "open-limit-exceeded",
    OrganisationCodeInvalid = "organisation-code-invalid",
    PartMissing = "part-missing",
    PartUnknown = "part-unknown",
    PersonalDataExposed = "personal-data-exposed",
    PersonalDataLikely = "personal-data-likely",
    PhoneInvalid = "phone-invalid",
    PostalCodeInvalid = "postal-code-invalid",
    PublisherNotNamed = "publisher-not-named",
    ReasonMissing = "reason-missing",
    RecommendedLimitExceeded = "recommended-limit-exceeded",
    RegionInvalid = "region-invalid",
    RegionUnknown = "region-unknown",
    ReviewMissing = "review-missing",
    ReviewOverdue = "review-overdue",
    ReviewerIsAuthor = "reviewer-is-author",
    RevokedNotWithdrawn = "revoked-not-withdrawn",
    SummaryLong = "summary-long",
    TextGarbled = "text-garbled",
    TextMarkup = "text-markup",
    TextPlaceholder = "text-placeholder",
    TextTooLong = "text-too-long",
    TextTypo = "text-typo",
    TextUntidy = "text-untidy",
    TimeLimitExceeded = "time-limit-exceeded",
    TriggerDateMissing = "trigger-date-missing",
    TypeMismatch = "type-mismatch",
    UpdateOverdue = "update-overdue",
    UrlInvalid = "url-invalid",
    WithheldPublished = "withheld-published",
}

impl Report {
    /// Reads a report from JSON.
    ///
    /// # Errors
    /// The text is not JSON, lacks a property, or is of another format.
    pub fn from_json(text: &str) -> Result<Self, DocumentError> {
        read::document(text, FORMAT, |document: &Self| &document.format)
    }

    /// The issues at this place or below it.
    pub fn issues_at<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Issue> {
        self.issues.iter().filter(move |issue| is_at_or_below(&issue.path, path))
    }
}

/// Whether a JSON Pointer points at a place or below it.
#[must_use]
pub fn is_at_or_below(pointer: &str, place: &str) -> bool {
    pointer.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

pub(crate) fn verdict(issues: &[Issue]) -> Verdict {
    if issues.iter().any(|issue| issue.blocks) {
        Verdict::Blocked
    } else if issues.iter().any(|issue| issue.severity == Severity::Error) {
        Verdict::Fail
    } else {
        Verdict::Pass
    }
}
