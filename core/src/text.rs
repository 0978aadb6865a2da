//! All sentences about issues, in Chinese and English; made from code and parameters alone.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::blank::is_blank_text;
use crate::report::{Issue, IssueCode, Report};

/// Languages of the user interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// The language for a BCP 47 tag: English for `en` and its variants, Chinese otherwise.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") { Lang::En } else { Lang::Zh }
    }
}

/// Names and help of the properties that every entry, document, period, amount and channel has.
const PARTS: &[(&str, &str, &str, &str, &str)] = &[
    ("title", "标题", "Title", "", ""),
    ("publisher", "公开主体", "Publisher", "填写机关全称", "Full official name"),
    (
        "formed_on",
        "信息形成日期",
        "Formed on",
        "公开时限从这一天起算；文件为签发日期",
        "The time limit counts from this day; for documents the day of signing",
    ),
    (
        "changed_on",
        "信息变更日期",
        "Changed on",
        "内容有变更时填写，公开时限从这一天重新起算",
        "When the content has changed; the time limit then counts from this day",
    ),
    ("attribute", "公开属性", "Disclosure attribute", "", ""),
    ("edition", "指引版本", "Edition", "", ""),
    ("region", "行政区划代码", "Region code", "", ""),
    ("elements", "公开要素", "Elements", "", ""),
    ("channel", "公开渠道", "Channel", "", ""),
    ("published_on", "公开日期", "Published on", "", ""),
    ("proof", "公开凭证", "Proof", "网页地址、报纸期号等", "Address, issue number …"),
    ("number", "文号", "Document number", "", ""),
    ("date", "日期", "Date", "", ""),
    ("link", "链接", "Link", "", ""),
    ("start", "开始日期", "From", "", ""),
    ("end", "结束日期", "To", "", ""),
    ("amount", "金额", "Amount", "", ""),
    ("unit", "单位", "Unit", "", ""),
    ("kind", "说明类别", "Kind", "", ""),
    ("reason", "理由", "Reason", "", ""),
    ("approver", "批准人", "Approved by", "", ""),
    ("period", "期间", "Period", "", ""),
];

/// What to call a property; names of table columns are returned as they are.
#[must_use]
pub fn part_name(key: &str, lang: Lang) -> &str {
    match (PARTS.iter().find(|part| part.0 == key), lang) {
        (Some(part), Lang::Zh) => part.1,
        (Some(part), Lang::En) => part.2,
        (None, _) => key,
    }
}

/// What helps to fill in a property; empty when there is nothing to say.
#[must_use]
pub fn part_help(key: &str, lang: Lang) -> &'static str {
    match (PARTS.iter().find(|part| part.0 == key), lang) {
        (Some(part), Lang::Zh) => part.3,
        (Some(part), Lang::En) => part.4,
        (None, _) => "",
    }
}

/// The name of a value that documents write as a code, such as `proactive`; others are returned as they are.
#[must_use]
pub fn value_name(value: &str, lang: Lang) -> &str {
    match (value, lang) {
        ("proactive", Lang::Zh) => "主动公开",
        ("proactive", Lang::En) => "proactive disclosure",
        ("on-request", Lang::Zh) => "依申请公开",
        ("on-request", Lang::En) => "disclosure on request",
        ("withheld", Lang::Zh) => "不予公开",
        ("withheld", Lang::En) => "not disclosed",
        ("none-at-this-level", Lang::Zh) => "本级无此事项",
        ("none-at-this-level", Lang::En) => "no such item at this level",
        ("no-update", Lang::Zh) => "本期无更新",
        ("no-update", Lang::En) => "no update in this period",
        _ => value,
    }
}

/// What an issue says.
#[must_use]
pub fn message(issue: &Issue, lang: Lang) -> String {
    match lang {
        Lang::Zh => message_zh(issue),
        Lang::En => message_en(issue),
    }
}

fn message_zh(issue: &Issue) -> String {
    let params = &issue.params;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match issue.code {
        IssueCode::CalendarOutOfRange => {
            format!("自{}起的公开时限无法计算：尚无相应年度的放假安排", text(&params.from))
        }
        IssueCode::ChannelMissing => format!("公开渠道缺少“{}”", text(&params.channel)),
        IssueCode::ChoiceRepeated => "同一选项重复".to_owned(),
        IssueCode::ChoiceUnknown => format!("不在可选范围内，应为：{}", allowed(issue, Lang::Zh, "、")),
        IssueCode::DateInFuture => format!("日期{}晚于今天", text(&params.found)),
        IssueCode::DateInvalid => "不是有效日期，应为“年-月-日”，例如 2026-09-01".to_owned(),
        IssueCode::DatesOutOfOrder => {
            format!("{}早于前一日期{}", text(&params.found), text(&params.from))
        }
        IssueCode::ElementMissing => format!("请填写“{}”", text(&issue.element)),
        IssueCode::ElementUnknown => format!("本事项没有要素“{}”", text(&params.found)),
        IssueCode::ElementsBlank => "至少填写一项公开要素".to_owned(),
        IssueCode::ItemMismatch => {
            format!("与所选事项不符：应为“{}”，实为“{}”", text(&params.expected), text(&params.found))
        }
        IssueCode::LineBreakUnexpected => "不能换行".to_owned(),
        IssueCode::MoneyInvalid => "不是有效金额，应为数字，最多四位小数，不加分隔符".to_owned(),
        IssueCode::NilWithElements => "已声明无内容可公开，不应再填写要素".to_owned(),
        IssueCode::NumberNotWhole => "应为整数".to_owned(),
        IssueCode::NumberOutOfRange => match (params.min, params.max) {
            (Some(min), Some(max)) => format!("应在{}到{}之间", number(min), number(max)),
            (Some(min), None) => format!("不应小于{}", number(min)),
            (None, Some(max)) => format!("不应大于{}", number(max)),
            (None, None) => "超出范围".to_owned(),
        },
        IssueCode::PartMissing => {
            format!("{}请填写“{}”", row(issue, Lang::Zh), part_name(&text(&params.part), Lang::Zh))
        }
        IssueCode::PartUnknown => format!("没有“{}”这一属性", text(&params.found)),
        IssueCode::PhoneInvalid => {
            "不是有效电话号码，应为区号加号码（如 0736-7111111）、手机号或服务热线；多个号码用顿号分开"
                .to_owned()
        }
        IssueCode::RegionInvalid => "不是有效的行政区划代码，应为六位数字".to_owned(),
        IssueCode::TextTooLong => format!(
            "共{}字，超过上限{}字",
            params.length_chars.unwrap_or_default(),
            params.max_length_chars.unwrap_or_default()
        ),
        IssueCode::TimeLimitExceeded => format!(
            "超过公开时限{}天：自{}起{}个工作日，应于{}前公开，实际为{}",
            params.days_late.unwrap_or_default(),
            text(&params.from),
            params.working_days.unwrap_or_default(),
            text(&params.due_on),
            text(&params.published_on)
        ),
        IssueCode::TypeMismatch => format!("类型不符，应为{}", type_name(&text(&params.expected), Lang::Zh)),
        IssueCode::UrlInvalid => "不是有效网址，应以 http:// 或 https:// 开头".to_owned(),
    }
}

fn message_en(issue: &Issue) -> String {
    let params = &issue.params;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match issue.code {
        IssueCode::CalendarOutOfRange => format!(
            "the time limit from {} cannot be counted: holidays of that year are not published yet",
            text(&params.from)
        ),
        IssueCode::ChannelMissing => format!("the channel “{}” is missing", text(&params.channel)),
        IssueCode::ChoiceRepeated => "the same value is chosen twice".to_owned(),
        IssueCode::ChoiceUnknown => format!(
            "not one of the values to choose from: {}",
            allowed(issue, Lang::En, ", ")
        ),
        IssueCode::DateInFuture => format!("the date {} is after today", text(&params.found)),
        IssueCode::DateInvalid => "not a date; expected year-month-day, such as 2026-09-01".to_owned(),
        IssueCode::DatesOutOfOrder => format!(
            "{} is before the earlier date {}",
            text(&params.found),
            text(&params.from)
        ),
        IssueCode::ElementMissing => format!("fill in “{}”", text(&issue.element)),
        IssueCode::ElementUnknown => {
            format!("this item has no element “{}”", text(&params.found))
        }
        IssueCode::ElementsBlank => "fill in at least one element".to_owned(),
        IssueCode::ItemMismatch => format!(
            "not an entry of this item: expected “{}”, found “{}”",
            text(&params.expected),
            text(&params.found)
        ),
        IssueCode::LineBreakUnexpected => "line breaks are not possible here".to_owned(),
        IssueCode::MoneyInvalid => {
            "not an amount; expected digits with at most four decimals and no separators".to_owned()
        }
        IssueCode::NilWithElements => {
            "there is said to be nothing to publish, yet elements are filled in".to_owned()
        }
        IssueCode::NumberNotWhole => "expected a whole number".to_owned(),
        IssueCode::NumberOutOfRange => match (params.min, params.max) {
            (Some(min), Some(max)) => format!("expected a number from {} to {}", number(min), number(max)),
            (Some(min), None) => format!("expected at least {}", number(min)),
            (None, Some(max)) => format!("expected at most {}", number(max)),
            (None, None) => "out of range".to_owned(),
        },
        IssueCode::PartMissing => format!(
            "{}fill in “{}”",
            row(issue, Lang::En),
            part_name(&text(&params.part), Lang::En)
        ),
        IssueCode::PartUnknown => format!("there is no property “{}”", text(&params.found)),
        IssueCode::PhoneInvalid => "not a telephone number; expected area code and number (such as 0736-7111111), a mobile number or a hotline; separate several with 、".to_owned(),
        IssueCode::RegionInvalid => "not a region code; expected six digits".to_owned(),
        IssueCode::TextTooLong => format!(
            "{} characters, at most {} are allowed",
            params.length_chars.unwrap_or_default(),
            params.max_length_chars.unwrap_or_default()
        ),
        IssueCode::TimeLimitExceeded => format!(
            "{} days late: {} working days from {} end on {}, published on {}",
            params.days_late.unwrap_or_default(),
            params.working_days.unwrap_or_default(),
            text(&params.from),
            text(&params.due_on),
            text(&params.published_on)
        ),
        IssueCode::TypeMismatch => {
            format!("expected {}", type_name(&text(&params.expected), Lang::En))
        }
        IssueCode::UrlInvalid => "not an address; expected it to begin with http:// or https://".to_owned(),
    }
}

fn number(number: f64) -> String {
    json(&crate::field::plain_number(number))
}

/// As JSON; the `Display` of a value does the same, but brings a second writer along into the browser.
fn json(value: &Value) -> String {
    serde_json::to_string(value).expect("the keys of a value are texts")
}

fn allowed(issue: &Issue, lang: Lang, joint: &str) -> String {
    let names: Vec<&str> = issue.params.allowed.iter().map(|value| value_name(value, lang)).collect();
    names.join(joint)
}

fn row(issue: &Issue, lang: Lang) -> String {
    match (issue.params.row, lang) {
        (None, _) => String::new(),
        (Some(row), Lang::Zh) => format!("第{row}条："),
        (Some(row), Lang::En) => format!("no. {row}: "),
    }
}

fn type_name(json_type: &str, lang: Lang) -> &'static str {
    match (json_type, lang) {
        ("number", Lang::Zh) => "数字",
        ("number", Lang::En) => "a number",
        ("boolean", Lang::Zh) => "是或否",
        ("boolean", Lang::En) => "yes or no",
        ("array", Lang::Zh) => "列表",
        ("array", Lang::En) => "a list",
        ("object", Lang::Zh) => "一组属性",
        ("object", Lang::En) => "an object",
        (_, Lang::Zh) => "文字",
        (_, Lang::En) => "text",
    }
}

/// What to do about an issue, where that can be said; values are shown only as a proposed repair.
#[must_use]
pub fn hint(issue: &Issue, lang: Lang) -> Option<String> {
    let repair = match &issue.repair {
        Some(Value::String(text)) => text.clone(),
        Some(other) => json(other),
        None => {
            return match (issue.code, lang) {
                (IssueCode::TimeLimitExceeded, Lang::Zh) => Some("请尽快公开；不影响发布".to_owned()),
                (IssueCode::TimeLimitExceeded, Lang::En) => {
                    Some("publish as soon as possible; publishing is not held up".to_owned())
                }
                _ => None,
            };
        }
    };
    (!is_blank_text(&repair)).then(|| match lang {
        Lang::Zh => format!("是否应为：{repair}"),
        Lang::En => format!("perhaps: {repair}"),
    })
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentences {
    /// In Chinese.
    #[serde(rename = "zh-CN")]
    pub zh: String,
    /// In English.
    pub en: String,
}

/// An issue with its sentences, for hosts that do not link this crate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToldIssue {
    /// The issue.
    #[serde(flatten)]
    pub issue: Issue,
    /// What it says.
    pub message: Sentences,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Sentences>,
}

impl Issue {
    /// The issue with its sentences in both languages.
    #[must_use]
    pub fn told(&self) -> ToldIssue {
        let both = |zh: Option<String>, en: Option<String>| Some(Sentences { zh: zh?, en: en? });
        ToldIssue {
            message: Sentences { zh: message(self, Lang::Zh), en: message(self, Lang::En) },
            hint: both(hint(self, Lang::Zh), hint(self, Lang::En)),
            issue: self.clone(),
        }
    }
}

impl Report {
    /// The report as JSON with the sentences of each issue in both languages, for hosts that do not link this crate.
    #[must_use]
    pub fn told(&self) -> Value {
        let mut report = serde_json::to_value(self).expect("a report is plain data");
        report["issues"] = self
            .issues
            .iter()
            .map(|issue| serde_json::to_value(issue.told()).expect("an issue is plain data"))
            .collect();
        report
    }
}
