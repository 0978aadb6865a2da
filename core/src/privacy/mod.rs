//! Personal data in text: where it stands, how sure that is, and how it would be masked.
//!
//! Published lists leak numbers of residents, telephones, cards and homes; tables are also full of numbers that only
//! resemble them. Shape, check character and the words around decide together: the name of the column or the words
//! before a number (`words.rs`) say what it is, and what is in doubt is [`Certainty::Likely`].
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
    let mails = std::mem::take(&mut scan.findings);
    let mut runs = Runs::new(text);
    while !runs.ahead().is_empty() {
        let used = scan.judge(&runs);
        runs.advance(used);
    }
    let numbers = std::mem::take(&mut scan.findings);
    home_address::find(&mut scan);
    merge(merge(mails, numbers), scan.findings)
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

/// Two lists from left to right made one; of findings that overlap, the one that begins first.
fn merge(first: Vec<Finding>, second: Vec<Finding>) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::with_capacity(first.len() + second.len());
    let mut push = |finding: Finding| {
        if all.last().is_none_or(|last| finding.start >= last.end) {
            all.push(finding);
        }
    };
    let mut second = second.into_iter().peekable();
    for finding in first {
        while let Some(other) = second.next_if(|other| other.start < finding.start) {
            push(other);
        }
        push(finding);
    }
    second.for_each(push);
    all
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

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "11010519491231002X";

    fn kinds(text: &str, label: &str) -> Vec<(PrivacyKind, Certainty)> {
        let findings = scan(text, &ScanContext::new(label));
        findings.iter().map(|finding| (finding.kind, finding.certainty)).collect()
    }

    #[track_caller]
    fn assert_one(text: &str, label: &str, kind: PrivacyKind, certainty: Certainty, mask: &str) {
        let findings = scan(text, &ScanContext::new(label));
        let told: Vec<_> =
            findings.iter().map(|one| (one.kind, one.certainty, one.masked.as_str())).collect();
        assert_eq!(told, [(kind, certainty, mask)], "{label} {text}");
    }

    #[test]
    fn masks_are_in_the_local_style() {
        use Certainty::{Certain, Likely};
        use PrivacyKind as Kind;
        assert_one(ID, "身份证号", Kind::ResidentId, Certain, "11*************02X");
        assert_one("13800138000", "手机", Kind::Mobile, Certain, "138****8000");
        assert_one("6222021234567890128", "银行卡号", Kind::BankCard, Certain, "***************0128");
        assert_one("E12345678", "护照号", Kind::Passport, Certain, "E******78");
        assert_one("湘J12345", "车牌号", Kind::VehiclePlate, Certain, "湘J***45");
        assert_one("武陵区河洑镇石板滩村3组5号", "住址", Kind::HomeAddress, Certain, "武陵区河洑镇***");
        assert_one("zhangsan@qq.com", "邮箱", Kind::PersonalEmail, Likely, "z***@qq.com");
    }

    #[test]
    fn the_name_of_the_column_decides_what_is_in_doubt() {
        let mobile = "13800138000";
        assert_eq!(kinds(mobile, "负责人手机"), [(PrivacyKind::Mobile, Certainty::Certain)]);
        assert_eq!(kinds(mobile, "办公电话"), [(PrivacyKind::Mobile, Certainty::Likely)]);
        assert_eq!(kinds(mobile, ""), [(PrivacyKind::Mobile, Certainty::Likely)]);
        assert_eq!(kinds(mobile, "订单号"), []);
        let typo = "110105194912310021";
        assert_eq!(kinds(typo, "身份证号"), [(PrivacyKind::ResidentId, Certainty::Likely)]);
        assert_eq!(kinds(typo, ""), []);
        assert_eq!(kinds(ID, "受理编号"), []);
        assert_eq!(kinds("幸福小区3栋2单元501室", "地址"), [(PrivacyKind::HomeAddress, Certainty::Likely)]);
        assert_eq!(kinds("幸福小区3栋2单元501室", "办公地址"), []);
        assert_eq!(kinds("E12345678", "型号"), []);
    }

    #[test]
    fn the_words_before_a_number_outweigh_the_column() {
        assert_eq!(kinds("手机13800138000", "订单号").len(), 1);
        assert_eq!(kinds("订单号：13800138000", "备注"), []);
        assert_eq!(kinds("订单号123，张三13800138000", "备注").len(), 1);
    }

    #[test]
    fn the_kind_of_field_counts_where_words_say_nothing() {
        let scan = |field| scan("13800138000", &ScanContext::default().with_field(field)).len();
        assert_eq!(scan(FieldKind::Phone), 1);
        assert_eq!(scan(FieldKind::Text), 1);
        for field in [FieldKind::Number, FieldKind::DocumentNumber, FieldKind::Url] {
            assert_eq!(scan(field), 0, "{field:?}");
        }
    }

    #[test]
    fn lawful_numbers_are_no_findings() {
        for text in [
            "000014349/2017-00110",
            "11441700007280420Y/2021-00050",
            "113417020032563511/202504-00057",
            "43060000/2020-1717120",
            "0142768-8/2022-00185",
            "20191202-189769",
            "640104-103-12-2020-0003-00012",
            "2020-430703-83-01-012345",
            "91310115MA1G4L1WXK",
            "湘政务公开办发〔2020〕1号",
            "138****1234",
            "35*************123",
        ] {
            assert_eq!(kinds(text, ""), [], "{text}");
        }
    }

    #[test]
    fn sentences_about_living_are_no_findings() {
        for text in [
            "《户口登记条例》（2007年4月5日国务院令第492号公布）",
            "户籍所在地村受理，居住地与户籍地不一致的按第5号文件办理",
            "居住在本村3组以外的，由村民委员会研究",
            "申请人家庭居住的房屋为D级危房3间",
            "家住农村的学生每人每年补助1000元",
            "身份证号码编码规则：前6位为行政区划代码，第7至14位为出生日期码",
            "家庭住址：XX县XX镇XX村XX组",
            "居住满3年以上，持居住证1号窗口办理",
        ] {
            assert_eq!(kinds(text, ""), [], "{text}");
        }
        for text in ["家庭住址 河洑镇石板滩村3组", "住址:石板滩村3组", "张三家住石板滩村"]
        {
            assert_eq!(kinds(text, ""), [(PrivacyKind::HomeAddress, Certainty::Certain)], "{text}");
        }
    }

    #[test]
    fn masking_takes_every_finding_and_leaves_the_rest() {
        let text = format!("张三，身份证{ID}，手机138-0013-8000，家住河洑镇石板滩村3组。");
        let findings = scan(&text, &ScanContext::default());
        assert_eq!(
            masked(&text, &findings),
            "张三，身份证11*************02X，手机138****8000，家住河洑镇***。"
        );
        assert_eq!(masked("短", &findings), "短");
    }

    #[test]
    fn kinds_have_names_in_both_languages() {
        for kind in PrivacyKind::ALL {
            assert!(!kind.name(Lang::Zh).is_ascii() && kind.name(Lang::En).is_ascii());
            assert_eq!(serde_json::to_string(kind).ok(), Some(format!("\"{}\"", kind.as_str())));
        }
    }
}
