//! Clauses without a period, and what may follow one that has a period.

use super::clause::{Reading, event_named, ordinal};
use super::event::{Event, is_name, is_part, name, start};
use super::words::Words;
use crate::time_limit::{ClauseKind, Unit};

/// Ways of making public.
const VERBS: &[&str] = &[
    "公开",
    "公布",
    "公示",
    "公告",
    "更新",
    "发布",
    "披露",
    "上网",
    "上传",
    "告知",
    "发通知",
    "通知",
    "邀请",
    "送达",
    "推送",
    "、",
    "并",
    "或",
    "和",
];

/// Words between a period and the verb that do not change what it demands.
const MANNER: &[&str] = &[
    "予以",
    "及时",
    "主动",
    "依法",
    "依规",
    "对外",
    "向社会公众",
    "向社会",
    "向公众",
    "进行",
    "完成",
    "应当",
    "应",
    "须",
    "全部",
    "将其",
];

/// Words without a number; 按…及时 is one of its own.
const OPEN: &[&str] = &[
    "第一时间",
    "不定期",
    "实时",
    "及时",
    "即时",
    "随时",
    "适时",
    "长期",
    "常年",
    "定期",
    "尽快",
    "立即",
    "动态",
    "同步",
    "持续",
];

/// Words that no name of a place has.
const TIMES: &[&str] = &["前", "后", "时", "内", "起"];

const REMARKS: &[&str] = &["动态调整", "动态更新", "动态管理", "及时更新", "适时更新"];

const OTHERWISE: &[&str] = &["另有规定", "有其他规定", "另行规定", "有特殊规定", "有特别规定", "有规定"];

/// Whether the words can follow a period: nothing, or the act of publishing with its place.
pub(super) fn is_tail(words: Words<'_>) -> bool {
    let words = words.after(&["，"]).unwrap_or(words);
    let rest = words.after_all(MANNER);
    let rest = match rest.after(&["在", "通过", "于", "到", "由"]) {
        Some(place) => {
            let place = place.before_all(VERBS);
            return place.len() < rest.len() - 1
                && rest.ends(VERBS)
                && is_name(place.before_all(MANNER))
                && !place.contains(TIMES);
        }
        None => rest.after_all(VERBS).after_all(MANNER).after_all(VERBS),
    };
    rest.is_empty() || rest.is_any(&["一次"])
}

/// Whether a stretch of its own goes on with the clause before it.
pub(super) fn goes_on(words: Words<'_>) -> bool {
    !words.is_empty() && words.ends(VERBS) && is_tail(words)
}

/// 更新, 公开一次
pub(super) fn is_renewal(words: Words<'_>) -> bool {
    let words = words.after(&["至少", "应至少", "应当", "应"]).unwrap_or(words);
    let words = words.before(&["一次", "1次"]).unwrap_or(words);
    is_tail(words)
}

/// A clause without a period.
pub(super) fn without_period(words: Words<'_>) -> Option<Reading> {
    recurring(words).or_else(|| on_request(words)).or_else(|| open(words)).or_else(|| together(words))
}

/// 法律、法规对政府信息公开的期限另有规定的，从其规定
pub(super) fn other_law(words: Words<'_>) -> Option<Reading> {
    let (law, rest) = words.split(OTHERWISE)?;
    let rest = rest.after(&["的"]).unwrap_or(rest).after_all(&["，", "、"]);
    if !rest.is_any(&[
        "从其规定",
        "除外",
        "依照其规定",
        "按照其规定",
        "按其规定",
        "按其规定执行",
        "从其规定执行",
    ]) {
        return None;
    }
    let law = law.after(&["如"]).unwrap_or(law);
    let law = law.split(&["对", "就", "中"]).map_or(law, |(law, _)| law);
    let basis = if law.is_empty() { None } else { Some(name(law)?) };
    Some(Reading { basis, ..Reading::new(ClauseKind::OtherLawPrevails) })
}

/// 每年1月31日前, 每年3月底前
pub(super) fn yearly(words: Words<'_>) -> Option<Reading> {
    let (part, rest) = words.split(&["每年度", "每年"])?;
    let rest = rest.after(&["的"]).unwrap_or(rest);
    let (month, rest) = rest.split(&["月"])?;
    let (day, tail) = rest.split(&["之前", "以前", "前"])?;
    let month = ordinal(month).filter(|month| (1..=12).contains(month))?;
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let day = if day.is_any(&["底", "末", "月底"]) {
        last
    } else {
        ordinal(day.before(&["日", "号"])?).filter(|day| (1..=last).contains(day))?
    };
    let part = part.before(&["应当于", "应于", "于", "在"]).unwrap_or(part);
    let part = if part.is_empty() { None } else { Some(is_part(part).then(|| part.shown())?) };
    let date = Some(format!("{month:02}-{day:02}"));
    is_tail(tail).then(|| Reading { part, date, ..Reading::new(ClauseKind::YearlyBefore) })
}

/// 每季度更新, 按月公开, 至少1次/年
fn recurring(words: Words<'_>) -> Option<Reading> {
    const UNITS: &[(&str, Unit)] = &[
        ("个工作日", Unit::WorkingDays),
        ("工作日", Unit::WorkingDays),
        ("季度", Unit::Quarters),
        ("年度", Unit::Years),
        ("日", Unit::Days),
        ("天", Unit::Days),
        ("周", Unit::Weeks),
        ("星期", Unit::Weeks),
        ("个月", Unit::Months),
        ("月", Unit::Months),
        ("季", Unit::Quarters),
        ("年", Unit::Years),
    ];
    let every = |unit| Some(Reading { unit: Some(unit), ..Reading::new(ClauseKind::Recurring) });
    let once = words.after(&["至少", "不少于"]).unwrap_or(words);
    if let Some(unit) = once.after(&["1次/", "一次/", "1次每", "一次每"]) {
        return UNITS.iter().find(|(name, _)| unit.is(name)).and_then(|(_, unit)| every(*unit));
    }
    // 一般事项至少每季度公开一次
    let (part, rest) = match words.after(&["按"]) {
        Some(rest) => (words.to(0), rest),
        None => words.split(&["每"])?,
    };
    let part = part.before(&["应至少", "至少", "应当", "应"]).unwrap_or(part);
    let part = if part.is_empty() { None } else { Some(is_part(part).then(|| part.shown())?) };
    let (unit, rest) = UNITS.iter().find_map(|(name, unit)| Some((*unit, rest.after(&[name])?)))?;
    (!rest.is_empty() && is_renewal(rest))
        .then(|| every(unit))
        .flatten()
        .map(|reading| Reading { part, ..reading })
}

/// 其他听证公开内容为依申请公开
fn on_request(words: Words<'_>) -> Option<Reading> {
    let part = words.before(&["依申请公开", "依申请"])?;
    let part = part.before(&["为", "属于", "按", "实行"]).unwrap_or(part);
    let part = if part.is_empty() { None } else { Some(name(part)?) };
    Some(Reading { part, ..Reading::new(ClauseKind::OnRequest) })
}

/// 及时公开, 征集结束后及时公开, 按进展情况及时公开, 长期公开（动态调整）
fn open(words: Words<'_>) -> Option<Reading> {
    if words.is_any(REMARKS) {
        return Some(Reading { word: Some(words.shown()), ..Reading::new(ClauseKind::OpenWords) });
    }
    let words = match words.split_brackets() {
        Some((before, remark)) if remark.is_any(REMARKS) => before,
        _ => words,
    };
    let act = words.before_all(VERBS).before_all(&["予以", "主动", "对外", "向社会"]);
    let reading = Reading::new(ClauseKind::OpenWords);
    // 按规定公开, 按实际更新
    let by =
        |words: Words<'_>| words.after(&["按照", "按", "根据", "依据", "视"]).is_some_and(|by| is_name(by));
    if by(act) {
        let adverb = OPEN.iter().any(|word| act.ends(&[word]));
        let is_open = adverb || act.len() < words.len();
        return is_open.then(|| Reading { word: Some(act.shown()), ..reading });
    }
    let (before, word) = OPEN.iter().find_map(|word| Some((act.before(&[word])?, *word)))?;
    let word = Some(word.to_owned());
    let before = before.before(&["，"]).unwrap_or(before);
    let before = before.before(&["应当", "应", "须", "保持", "进行"]).unwrap_or(before);
    let is_place = |place: Words<'_>| is_name(place) && !place.contains(TIMES);
    if before.is_empty() || before.after(&["在", "通过"]).is_some_and(is_place) {
        return Some(Reading { word, ..reading });
    }
    let start = start(before);
    if let Some(event) = start.event() {
        return Some(Reading { event, part: start.part()?, word, ..reading });
    }
    Some(Reading { part: Some(start.part_alone()?), word, ..reading })
}

/// 随采购公告公开, 与公告同步公开, 在实地启动拟征收土地工作时
fn together(words: Words<'_>) -> Option<Reading> {
    let reading = |event: Event| Reading { event, ..Reading::new(ClauseKind::TogetherWith) };
    if let Some(time) = words.after(&["在", "于"]).and_then(|words| words.before(&["的同时", "同时", "时"]))
    {
        return event_named(time).map(reading);
    }
    let rest = words.after(&["随同", "随", "与", "和", "同"])?;
    let other = rest.before_all(&["公开", "公布", "发布", "公示"]);
    let is_with = words.after(&["随"]).is_some();
    let joined = other.before(&["一并", "一同", "一起", "同步", "同时"]);
    // 随时 is an open word.
    if other.len() == rest.len() || other.len() < 2 || !(is_with || joined.is_some()) {
        return None;
    }
    event_named(joined.unwrap_or(other)).map(reading)
}
