//! What properties and coded values are called, in Chinese and English.

use super::Lang;
use crate::privacy::PrivacyKind;

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
    (
        "summary",
        "内容概述",
        "Summary",
        "一百字以内，用于公开目录",
        "At most 100 characters, for the catalogue",
    ),
    ("index_number", "索引号", "Index number", "", ""),
    ("level", "公开层级", "Level", "", ""),
    (
        "triggered_on",
        "时限起算日期",
        "Limit counts from",
        "公开时限从指引所列事件发生之日起算",
        "The day of the event from which the guideline has the limit count",
    ),
    ("notice", "公示（公告）起止日期", "Notice from, to", "", ""),
    ("effective_on", "施行日期", "In force from", "", ""),
    ("expires_on", "失效日期", "Expires on", "", ""),
    ("revoked_on", "变更或撤销日期", "Changed or revoked on", "", ""),
    ("withdrawn_on", "撤回公开日期", "Withdrawn on", "", ""),
    ("author", "撰写人", "Author", "", ""),
    ("reviewed_by", "审查人", "Reviewed by", "", ""),
    ("reviewed_on", "审查日期", "Reviewed on", "", ""),
    (
        "review_on",
        "下次评估日期",
        "Next review",
        "到期再次评估是否可以公开",
        "When to ask again whether it can be published",
    ),
    ("ground", "不予公开的法定情形", "Ground for withholding", "", ""),
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

/// The name of a value that documents write as a code, such as `proactive`, or of a JSON type; others are returned as they are.
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
        ("working-days", Lang::Zh) => "个工作日",
        ("working-days", Lang::En) => "working days",
        ("days", Lang::Zh) => "日",
        ("days", Lang::En) => "days",
        ("weeks", Lang::Zh) => "周",
        ("weeks", Lang::En) => "weeks",
        ("months", Lang::Zh) => "个月",
        ("months", Lang::En) => "months",
        ("quarters", Lang::Zh) => "个季度",
        ("quarters", Lang::En) => "quarters",
        ("half-years", Lang::Zh) => "个半年",
        ("half-years", Lang::En) => "half years",
        ("years", Lang::Zh) => "年",
        ("years", Lang::En) => "years",
        ("replaced", Lang::Zh) => "无法显示的字符",
        ("replaced", Lang::En) => "characters that were lost",
        ("misread", Lang::Zh) => "编码错误",
        ("misread", Lang::En) => "a wrong encoding",
        ("control", Lang::Zh) => "控制字符",
        ("control", Lang::En) => "control characters",
        ("direction", Lang::Zh) => "文字方向控制符",
        ("direction", Lang::En) => "marks of writing direction",
        ("private-use", Lang::Zh) => "专用区字符",
        ("private-use", Lang::En) => "private-use characters",
        ("string", Lang::Zh) => "文字",
        ("string", Lang::En) => "text",
        ("number", Lang::Zh) => "数字",
        ("number", Lang::En) => "a number",
        ("boolean", Lang::Zh) => "是或否",
        ("boolean", Lang::En) => "yes or no",
        ("array", Lang::Zh) => "列表",
        ("array", Lang::En) => "a list",
        ("object", Lang::Zh) => "一组属性",
        ("object", Lang::En) => "an object",
        _ => {
            PrivacyKind::ALL.iter().find(|kind| kind.as_str() == value).map_or(value, |kind| kind.name(lang))
        }
    }
}
