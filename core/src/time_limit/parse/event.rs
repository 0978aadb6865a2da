//! What stands before a period: the part of the item that is meant, and the event from which the period counts.

use super::words::Words;
use crate::time_limit::Trigger;

/// Longest name of an event or a part, in characters.
const MAX_NAME_CHARS: usize = 60;

/// Information comes into being.
const FORMING: &[&str] = &["形成", "制作", "获取", "制定", "产生", "生成", "制发"];

/// Information changes.
const CHANGING: &[&str] = &["变更", "更新", "修订", "修改", "变动", "调整"];

/// What a table calls the information itself.
const INFORMATION: &[&str] = &["信息", "事项", "内容"];

/// Words before the name of the information that do not tell it from other information.
const POINTING: &[&str] = &["该", "此", "本", "政府", "公开", "相关", "有关", "上述"];

const JOINTS: &[&str] = &["或者", "或", "和", "及", "、", "/", "，"];

/// The end of an event that is said to be one.
const ENDINGS: &[&str] = &["之日起", "当日起", "次日起", "日起", "之日", "之后", "以后", "起", "后"];

/// Verbs that end an event without such an ending.
const DONE: &[&str] = &[
    "下达", "结束", "终了", "完成", "批准", "批复", "签订", "作出", "做出", "确定", "通过", "印发", "发布",
    "下发", "审定", "生效", "受理", "立案", "结案", "竣工", "送达",
];

/// Verbs that begin such an event.
const DOING: &[&str] = &["收到", "接到", "作出", "做出", "完成", "签订", "受理"];

/// Nouns that end the name of a part.
const PARTS: &[&str] = &[
    "决定",
    "信息",
    "事项",
    "结果",
    "内容",
    "情况",
    "文件",
    "名单",
    "方案",
    "计划",
    "通知书",
    "许可",
    "处罚",
    "公布",
    "》",
    "其他",
    "其余",
    "外",
    "的",
];

/// Words that turn a clause into something else than it seems.
const TURNING: &[&str] = &[
    "不得",
    "不应",
    "不予",
    "不再",
    "不能",
    "禁止",
    "延长",
    "顺延",
    "延期",
    "可延",
    "推迟",
    "原则上",
    "无需",
    "不少于",
    "不超过",
];

/// Where a period starts, and for what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start<'a> {
    pub(super) part: Option<Words<'a>>,
    event: Words<'a>,
    /// A word such as 自 stands before the event.
    is_marked: bool,
    /// An ending such as 之日起 stands behind it.
    has_ending: bool,
}

/// An event with what it says about the information.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Event {
    pub(super) trigger: Option<Trigger>,
    /// The information that comes into being, when it is named.
    pub(super) object: Option<String>,
}

/// Whether the words can be the name of an event, a part or a law: no digits, no stops, nothing that turns the meaning.
pub(super) fn is_name(words: Words<'_>) -> bool {
    let fits = |char: char| {
        ('\u{4e00}'..='\u{9fff}').contains(&char) || "、《》（）“”「」〔〕〈〉·〇".contains(char)
    };
    (1..=MAX_NAME_CHARS).contains(&words.len())
        && words.chars().all(fits)
        && is_balanced(words)
        && !words.contains(TURNING)
}

fn is_balanced(words: Words<'_>) -> bool {
    let mut open = 0_u32;
    words.chars().all(|char| match char {
        '（' => {
            open += 1;
            true
        }
        '）' => open.checked_sub(1).map(|left| open = left).is_some(),
        _ => true,
    }) && open == 0
}

/// A name to show, when it is one.
pub(super) fn name(words: Words<'_>) -> Option<String> {
    is_name(words).then(|| words.shown())
}

/// Whether a noun stands at the end that names a part of the information.
pub(super) fn is_part(words: Words<'_>) -> bool {
    is_name(words) && words.ends(PARTS)
}

/// Tells the part from the event.
pub(super) fn start(words: Words<'_>) -> Start<'_> {
    let words = words.before(&["，"]).unwrap_or(words);
    let ended = words.before(ENDINGS);
    let event = ended.unwrap_or(words);
    let has_ending = ended.is_some();
    let begins = words.ends(&["起"]);
    let unmarked = Start { part: None, event, is_marked: false, has_ending };
    let found = (0..event.len()).find_map(|at| {
        let (marker, length, is_strong) = marker(event, at)?;
        let part = event.to(at);
        let holds = match marker {
            _ if at == 0 || is_strong => true,
            '自' | '从' => begins,
            '在' => is_part(part),
            _ => false,
        };
        holds.then(|| Start {
            part: (at > 0).then_some(part),
            event: event.skip(at + length),
            is_marked: true,
            has_ending,
        })
    });
    found.unwrap_or(unmarked)
}

/// The word at a place that says where an event begins, its length, and whether 应 stands before it.
fn marker(words: Words<'_>, at: usize) -> Option<(char, usize, bool)> {
    let rest = words.skip(at);
    let must = rest.after(&["应当", "必须", "应", "须", "需", "要", "一律", "均"]);
    let after = must.unwrap_or(rest);
    let marker = after.at(0)?;
    let before = if must.is_some() { None } else { at.checked_sub(1).and_then(|at| words.at(at)) };
    // 自然, 来自 and their like are other words.
    let (not_before, not_after) = match marker {
        '自' => ("来亲独各擅私", "然治主身己愿由来行查评"),
        '从' => ("服听自", "事业而此"),
        '在' => ("存正现所潜旨", "线册建校职编岗"),
        '于' => ("关对由位基用属终", ""),
        _ => return None,
    };
    let next = after.at(1)?;
    let is_word = !before.is_some_and(|char| not_before.contains(char)) && !not_after.contains(next);
    is_word.then(|| (marker, rest.len() - after.len() + 1, must.is_some()))
}

impl<'a> Start<'a> {
    /// The part, when it has a name or there is none.
    pub(super) fn part(&self) -> Option<Option<String>> {
        self.part.map(name).map_or(Some(None), |name| name.map(Some))
    }

    /// The event from which a period counts, when it is one without doubt.
    pub(super) fn event(&self) -> Option<Event> {
        // What is left of a second ending is a misprint or another clause.
        if !is_name(self.event) || self.event.len() < 2 || self.event.contains(&["之日", "日起"]) {
            return None;
        }
        if let Some(object) = formed(self.event) {
            let object = (!object.after_all(POINTING).is_any(&["", "信息", "事项", "事项信息", "信息事项"]))
                .then(|| object.shown());
            return Some(Event { trigger: Some(Trigger::FormedOrChanged), object });
        }
        let is_event =
            self.has_ending || self.event.ends(DONE) || (self.is_marked && self.event.after(DOING).is_some());
        is_event.then(|| Event { trigger: Some(Trigger::Event(self.event.shown())), object: None })
    }

    /// The event before which something has to be done: it needs no ending.
    pub(super) fn later_event(&self) -> Option<Trigger> {
        let is_day = self.event.ends(&["月", "年", "日", "周", "度", "第", "每"]);
        let is_other_word = self.event.is_any(&["目", "此", "当", "提", "以", "之"]);
        (!self.has_ending && !is_day && !is_other_word && is_name(self.event))
            .then(|| Trigger::Event(self.event.shown()))
    }

    /// No event but a part alone (处罚决定20个工作日内).
    pub(super) fn part_alone(&self) -> Option<String> {
        (!self.has_ending && !self.is_marked && is_part(self.event)).then(|| self.event.shown())
    }
}

/// The information of which the event says that it comes into being or changes; `None` when the event is another.
///
/// The verbs stand before the information or behind it: 制定或获取文件, 信息形成（变更）.
fn formed(event: Words<'_>) -> Option<Words<'_>> {
    let brackets = &["（", "）"];
    let (mut forms, mut changes) = (false, false);
    let mut object = event;
    let last_joint = loop {
        let rest = object.before_all(brackets);
        let joined = if forms || changes { rest.before(JOINTS) } else { None };
        let rest = joined.unwrap_or(rest).before_all(brackets);
        if let Some(before) = rest.before(FORMING) {
            (object, forms) = (before, true);
        } else if let Some(before) = rest.before(CHANGING) {
            (object, changes) = (before, true);
        } else {
            if joined.is_none() {
                object = object.before_all(brackets);
            }
            break joined.is_some();
        }
    };
    if forms || changes {
        // 签订或变更: one of the verbs is another.
        if last_joint || object.contains(&["后", "并", "且", "经"]) {
            return None;
        }
        let is_information = object.is_empty() || object.ends(INFORMATION);
        return (forms || is_information).then_some(object);
    }
    let mut object = event;
    let mut verbs = false;
    while let Some(after) = object.after(FORMING).or_else(|| object.after(CHANGING)) {
        verbs = true;
        forms = forms || object.after(FORMING).is_some();
        object = after.after(JOINTS).unwrap_or(after);
    }
    let is_other = object.is_empty() || object.ends(DONE) || object.contains(&["后", "并", "且", "经", "或"]);
    (verbs && forms && !is_other).then_some(object)
}

#[cfg(test)]
mod tests {
    use super::super::words::glyphs;
    use super::*;

    fn event(text: &str) -> Option<Event> {
        start(Words::new(&glyphs(text))).event()
    }

    #[test]
    fn information_that_comes_into_being_is_told_from_other_events() {
        for (text, object) in [
            ("信息形成", None),
            ("自该政府信息形成或者变更之日起", None),
            ("信息获取（形成、变更）", None),
            ("信息形成（变更）", None),
            ("制定或获取信息之日起", None),
            ("制定或获取备案政策之日起", Some("备案政策")),
            ("自制作或获取该信息之日起", None),
            ("信息变更后", None),
            ("行政处罚决定形成之日起", Some("行政处罚决定")),
            ("形成或者变更之日起", None),
        ] {
            let expected =
                Event { trigger: Some(Trigger::FormedOrChanged), object: object.map(str::to_owned) };
            assert_eq!(event(text), Some(expected), "{text}");
        }
        for (text, named) in [
            ("收到征地批准文件之日起", "收到征地批准文件"),
            ("自合同签订或变更之日起", "合同签订或变更"),
            ("名单变更后", "名单变更"),
            ("形成初步方案并经批准后", "形成初步方案并经批准"),
            ("自然灾害发生后", "自然灾害发生"),
            ("应急预案印发后", "应急预案印发"),
            ("资金分配结果下达", "资金分配结果下达"),
            ("在收到申请", "收到申请"),
        ] {
            let expected = Event { trigger: Some(Trigger::Event(named.to_owned())), object: None };
            assert_eq!(event(text), Some(expected), "{text}");
        }
        for text in ["政府网站", "在政府网站", "第", "2020年起", "今后", "不得在批准后", "审核"]
        {
            assert_eq!(event(text), None, "{text}");
        }
    }
}
