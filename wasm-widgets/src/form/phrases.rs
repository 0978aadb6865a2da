//! The words of what stands around the fields of the form: guidance, time limits, statements, rows, what is left to do.

use gongkai_core::reading::day_words;
use gongkai_core::text::Lang;

use crate::text::words;

words! {
    clear: "清空", "Clear";
    guidance: "指引原文", "What the guideline says";
    category: "一级事项", "Heading";
    item: "二级事项", "Item";
    elements: "公开内容（要素）", "Content (elements)";
    basis: "公开依据", "Legal basis";
    time_limit: "公开时限", "Time limit";
    publisher: "公开主体", "Publisher";
    channels: "公开渠道和载体", "Channels";
    audience: "公开对象", "Audience";
    everyone: "全社会", "everybody";
    methods: "公开方式", "Method";
    proactive: "主动公开", "without being asked";
    on_request: "依申请公开", "on request";
    levels: "公开层级", "Level";
    not_stated: "指引没有写明", "not stated";
    content: "公开内容的情况", "What there is to publish";
    has_content: "有内容，填写公开要素", "There is content: fill in the elements";
    elements_kept: "已填写的公开内容仍保留在本页，声明期间不提交；改选“有内容”后恢复。", "What was filled in stays on this page and is not handed over while the statement stands; it comes back with “There is content”.";
    not_filled: "未填写", "not filled in";
    no_channels: "未记录公开渠道", "no channel recorded";
    move_up: "上移", "Move up";
    move_down: "下移", "Move down";
    ready_list: "发布前检查", "Ready to publish?";
    ready: "可以发布", "Ready to publish";
    to_mend: "需要修改", "To be mended";
    to_know: "不影响发布的提醒", "Does not hold up publishing";
    nothing: "没有", "none";
    unused: "尚未使用", "not used yet";
    undated: "已选用，缺公开日期", "used, day of publication missing";
    unproven: "缺公开凭证", "proof missing";
    proven: "凭证已填", "with proof";
    no_limit: "指引没有写明公开时限", "the guideline states no time limit";
    no_calendar: "没有工作日历，无法计算到期日", "no calendar of working days: the last day cannot be counted";
    due_today: "今天到期", "due today";
    in_time: "未超过时限", "in time";
    past: "已超过时限", "past the limit";
    why_part: "只适用于其中一部分", "it holds for a part only";
    why_hours: "以小时计", "it counts hours";
    why_before: "从事前倒推，表单不知道那一天", "it counts backwards from an event whose day the form does not know";
    why_number: "没有写明天数", "it names no number of days";
    why_other: "不是从某一天起算", "it does not count from a day";
    read_by_person: "没有读懂，请人工判断", "could not be read, a person has to judge";
}

/// A sentence in the language of the user.
fn pick(lang: Lang, zh: String, en: String) -> String {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The button that puts a proposed value in place.
pub(crate) fn change_to(value: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("改为：{value}"),
        Lang::En => format!("Change to: {value}"),
    }
}

/// Heading of the issues that do not hold up publishing.
pub(crate) fn others(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{count}条提醒，不影响发布"),
        Lang::En if count == 1 => "1 more remark, which does not hold up publishing".to_owned(),
        Lang::En => format!("{count} more remarks, which do not hold up publishing"),
    }
}

/// What stands below as many lines as a list has.
pub(crate) fn further(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{count}处已在各栏标出，改好以上各处后依次列出"),
        Lang::En if count == 1 => {
            "1 more is marked at its field and moves up here as these are mended".to_owned()
        }
        Lang::En => format!("{count} more are marked at their fields and move up here as these are mended"),
    }
}

/// Said when the number of issues that block has become smaller.
pub(super) fn still_to_mend(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Zh) => "没有需要修改的地方了，可以发布".to_owned(),
        (0, Lang::En) => "Nothing is left to mend: ready to publish".to_owned(),
        (_, Lang::Zh) => format!("还有{count}处需要修改"),
        (1, Lang::En) => "1 problem left".to_owned(),
        (_, Lang::En) => format!("{count} problems left"),
    }
}

/// Said when a row has come.
pub(super) fn row_added(number: usize, lang: Lang) -> String {
    pick(lang, format!("已添加第{number}条"), format!("No. {number} added"))
}

/// Said when a row has gone.
pub(super) fn row_removed(number: usize, left: usize, lang: Lang) -> String {
    pick(lang, format!("已删除第{number}条，还有{left}条"), format!("No. {number} removed, {left} left"))
}

/// Said when a row has changed its place.
pub(super) fn row_moved(from: usize, to: usize, count: usize, lang: Lang) -> String {
    pick(
        lang,
        format!("第{from}条已移到第{to}条，共{count}条"),
        format!("No. {from} is now no. {to} of {count}"),
    )
}

/// A button for one of several rows, counted from 1.
pub(super) fn row_button(words: &str, number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{words}第{number}条"),
        Lang::En => format!("{words} no. {number}"),
    }
}

/// Until when an entry has to be public.
pub(super) fn publish_by(due: &str, from: &str, period: &str, lang: Lang) -> String {
    pick(
        lang,
        format!("应于 {due} 前公开（含当日；自 {from} 起 {period}）"),
        format!("To be published by {due} ({period} from {from})"),
    )
}

/// Until when an entry should be public.
pub(super) fn better_by(due: &str, why: &str, lang: Lang) -> String {
    pick(lang, format!("建议于 {due} 前公开（{why}）"), format!("Better published by {due} ({why})"))
}

/// What an open word means here.
pub(super) fn means(word: &str, period: &str, lang: Lang) -> String {
    pick(lang, format!("“{word}”在本地指 {period}"), format!("“{word}” means {period} here"))
}

/// An open word that means nothing definite.
pub(super) fn open_word(word: &str, lang: Lang) -> String {
    pick(
        lang,
        format!("“{word}”没有规定天数，本地也没有另行规定，请尽快公开"),
        format!("“{word}” names no number of days and nothing local does: publish as soon as possible"),
    )
}

/// Until when an entry has to be renewed.
pub(super) fn renew_by(due: &str, lang: Lang) -> String {
    pick(lang, format!("应于 {due} 前更新"), format!("To be renewed by {due}"))
}

/// What is left of a time limit.
pub(super) fn days_left(days: u32, lang: Lang) -> String {
    pick(lang, format!("还有 {days} 个工作日"), format!("working days left: {days}"))
}

/// By how much a time limit was exceeded.
pub(super) fn days_late(days: u32, lang: Lang) -> String {
    pick(lang, format!("已超过 {days} 个工作日"), format!("working days late: {days}"))
}

/// When an entry was published; the day as it is written.
pub(super) fn published(day: &str, lang: Lang) -> String {
    let day = day_words(day, lang);
    pick(lang, format!("已于{day}公开"), format!("published on {day}"))
}

/// Which day is missing.
pub(super) fn day_missing(field: &str, limit: &str, lang: Lang) -> String {
    pick(
        lang,
        format!("填写“{field}”后计算到期日（{limit}）"),
        format!("Give “{field}”, and the last day is counted ({limit})"),
    )
}

/// The calendar does not reach so far.
pub(super) fn calendar_ends(first: &str, last: &str, lang: Lang) -> String {
    pick(
        lang,
        format!("放假安排只有 {first} 至 {last}，无法计算到期日"),
        format!("holidays are known from {first} to {last} only: the last day cannot be counted"),
    )
}

/// A clause that gives no day, and why.
pub(super) fn uncounted(clause: &str, why: &str, lang: Lang) -> String {
    pick(lang, format!("“{clause}”无法推算到期日：{why}"), format!("“{clause}” gives no last day: {why}"))
}

/// How many fields are done.
pub(super) fn done_of(done: usize, all: usize, lang: Lang) -> String {
    pick(lang, format!("必填项已完成 {done} / {all}"), format!("Required fields done: {done} of {all}"))
}
