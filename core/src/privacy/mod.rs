//! Personal data in text: where it stands, how sure that is, and how it would be masked.
//!
//! Published lists leak numbers of residents, telephones, cards and homes; tables are also full of numbers that only
//! resemble them. Shape, check character and the words around decide together: the name of the column or the words
//! before a number ([`words`]) say what it is, and what is in doubt is [`Certainty::Likely`].
//! Runs in the browser while somebody types, and over attachments of any length in linear time.

mod bank_card;
mod home_address;
mod mobile;
mod passport;
mod personal_email;
mod resident_id;
mod runs;
mod surroundings;
mod vehicle_plate;
mod words;

use std::fmt;

use serde::Serialize;

use crate::text::Lang;
use runs::Runs;
use surroundings::Surroundings;

/// What kind of personal data something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PrivacyKind {
    /// Number of a resident (公民身份号码), of 18 characters or of the old 15 digits.
    ResidentId,
    /// Mobile telephone number.
    Mobile,
    /// Bank card.
    BankCard,
    /// Passport or travel permit.
    Passport,
    /// Number plate of a vehicle.
    VehiclePlate,
    /// Address of a home, finer than the township (乡镇 / 街道).
    HomeAddress,
    /// Mailbox at a provider for private persons.
    PersonalEmail,
}

impl PrivacyKind {
    /// All kinds.
    pub const ALL: &[PrivacyKind] = &[
        PrivacyKind::ResidentId,
        PrivacyKind::Mobile,
        PrivacyKind::BankCard,
        PrivacyKind::Passport,
        PrivacyKind::VehiclePlate,
        PrivacyKind::HomeAddress,
        PrivacyKind::PersonalEmail,
    ];

    /// The name in documents, such as `resident-id`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            PrivacyKind::ResidentId => "resident-id",
            PrivacyKind::Mobile => "mobile",
            PrivacyKind::BankCard => "bank-card",
            PrivacyKind::Passport => "passport",
            PrivacyKind::VehiclePlate => "vehicle-plate",
            PrivacyKind::HomeAddress => "home-address",
            PrivacyKind::PersonalEmail => "personal-email",
        }
    }

    /// The name for people.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            PrivacyKind::ResidentId => ("身份证号", "resident ID number"),
            PrivacyKind::Mobile => ("手机号码", "mobile number"),
            PrivacyKind::BankCard => ("银行卡号", "bank card number"),
            PrivacyKind::Passport => ("护照或通行证号", "passport or travel permit number"),
            PrivacyKind::VehiclePlate => ("车牌号", "vehicle plate"),
            PrivacyKind::HomeAddress => ("家庭住址", "home address"),
            PrivacyKind::PersonalEmail => ("个人邮箱", "personal e-mail address"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// A person should look at it: an office may publish such a thing, or the number may be something else.
    Likely,
    /// Shape, check character or the words around leave no doubt.
    Certain,
}

/// Personal data in a text. It tells where, and never what: the value itself is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// What it is.
    pub kind: PrivacyKind,
    /// First byte.
    pub start: usize,
    /// First byte behind it.
    pub end: usize,
    /// What could stand in its place, such as `138****1234`.
    pub masked: String,
    /// How sure this is.
    pub certainty: Certainty,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at {}..{}: {}", self.kind.as_str(), self.start, self.end, self.masked)
    }
}

/// What kind of field a text comes from, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum FieldKind {
    /// Text of any sort.
    #[default]
    Text,
    /// A telephone number.
    Phone,
    /// A number or an amount.
    Number,
    /// A number of a document, a licence, a catalogue.
    DocumentNumber,
    /// An address on the web.
    Url,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct ScanContext<'a> {
    /// Name of the field or column, such as 联系电话. Defaults to none.
    pub label: &'a str,
    /// Kind of the field. Defaults to text.
    pub field: FieldKind,
}

impl<'a> ScanContext<'a> {
    /// A field or column of this name.
    #[must_use]
    pub fn new(label: &'a str) -> Self {
        ScanContext { label, field: FieldKind::Text }
    }

    /// A field of this kind.
    #[must_use]
    pub fn with_field(self, field: FieldKind) -> Self {
        ScanContext { field, ..self }
    }
}

/// The personal data in a text, from left to right, without overlaps.
///
/// # Example
/// ```
/// use gongkai_core::privacy::{Certainty, PrivacyKind, ScanContext, scan};
/// let found = scan("联系人手机：138 0013 8000", &ScanContext::default());
/// assert_eq!((found[0].kind, found[0].certainty), (PrivacyKind::Mobile, Certainty::Certain));
/// assert_eq!(found[0].masked, "138****8000");
/// assert!(scan("11441700007280420Y/2021-00050", &ScanContext::new("索引号")).is_empty());
/// ```
#[must_use]
pub fn scan(text: &str, context: &ScanContext<'_>) -> Vec<Finding> {
    let mut scan =
        Scan { text, surroundings: Surroundings::new(text, context), findings: Vec::new(), url_end: 0 };
    personal_email::find(&mut scan);
    let mut runs = Runs::new(text);
    while !runs.ahead().is_empty() {
        let used = scan.judge(&runs);
        runs.advance(used);
    }
    home_address::find(&mut scan);
    in_order(scan.findings)
}

/// The text with everything that was found masked.
#[must_use]
pub fn masked(text: &str, findings: &[Finding]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for finding in findings {
        if let Some(before) = text.get(done..finding.start).filter(|_| text.is_char_boundary(finding.end)) {
            masked.push_str(before);
            masked.push_str(&finding.masked);
            done = finding.end;
        }
    }
    masked.push_str(&text[done..]);
    masked
}

/// From left to right; of those that overlap, the one that was found first.
fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|finding| finding.start);
    let mut end = 0;
    findings.retain(|finding| {
        let is_free = finding.start >= end;
        if is_free {
            end = finding.end;
        }
        is_free
    });
    findings
}

/// One text being scanned.
struct Scan<'a> {
    text: &'a str,
    surroundings: Surroundings<'a>,
    findings: Vec<Finding>,
    /// Up to here the text is an address on the web.
    url_end: usize,
}

impl Scan<'_> {
    fn add(&mut self, kind: PrivacyKind, start: usize, end: usize, certainty: Certainty, masked: String) {
        self.findings.push(Finding { kind, start, end, masked, certainty });
    }

    /// Looks at the runs ahead and says how many of them are dealt with.
    fn judge(&mut self, runs: &Runs<'_>) -> usize {
        let run = &runs.ahead()[0];
        if run.start >= self.url_end && run.starts_url(self.text) {
            let rest = self.text.as_bytes()[run.start..].iter();
            self.url_end = run.start + rest.take_while(|byte| byte.is_ascii_graphic()).count();
        }
        if runs.is_mailbox() {
            return 1;
        }
        for number in runs.numbers() {
            let is_in_url = number.start < self.url_end;
            let found = resident_id::judge(&number, self, is_in_url)
                .or_else(|| mobile::judge(&number, self, is_in_url))
                .or_else(|| bank_card::judge(&number, self, is_in_url));
            if let Some(finding) = found {
                self.findings.push(finding);
                return number.runs;
            }
        }
        if let Some((finding, used)) = vehicle_plate::judge(runs, self) {
            self.findings.push(finding);
            return used;
        }
        if let Some(finding) = passport::judge(run, self) {
            self.findings.push(finding);
        }
        1
    }
}

/// Stars.
fn stars(count: usize) -> String {
    "*".repeat(count)
}
