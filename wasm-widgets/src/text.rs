//! The words of the user interface, in Chinese and English.

use gongkai_core::text::Lang;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $(
            $(#[$doc])*
            pub(crate) fn $name(lang: Lang) -> &'static str {
                match lang { Lang::Zh => $zh, Lang::En => $en }
            }
        )*
    };
}
pub(crate) use words;

words! {
    loading: "正在加载…", "Loading …";
    optional: "选填", "optional";
    error_prefix: "错误：", "Error: ";
    warning_prefix: "警告：", "Warning: ";
    advice_prefix: "建议：", "Advice: ";
    please_choose: "请选择", "Choose";
    yes: "是", "Yes";
    no: "否", "No";
    other_value: "其他（请填写）", "Other (fill in)";
    other_values: "其他（多个用顿号分开）", "Other (separate several with 、)";
    date_placeholder: "年-月-日，如 2026-09-01", "year-month-day, such as 2026-09-01";
    pick_date: "选择日期", "Pick a date";
    one_per_line: "每行填写一项", "One on each line";
    add_document: "添加文件", "Add a document";
    add_row: "添加一条", "Add a row";
    channels: "公开渠道", "Channels";
    channels_help: "勾选已使用的渠道；公开日期可在发布后补填", "Tick the channels used; the day of publication may be filled in later";
    required_channel: "必须使用", "required";
    section_entry: "条目标题", "Title of the entry";
    section_elements: "公开内容", "Content";
    section_publication: "公开信息", "Publication";
    section_record: "审查与目录", "Review and catalogue";
    filter: "查找事项", "Find an item";
    filter_placeholder: "汉字、拼音或首字母", "Characters, pinyin or initials";
    clear_filter: "清除", "Clear";
    nothing_found: "没有找到相符的事项", "No item found";
    menu: "领域导航", "Domains";
    foreign_values: "以下内容不属于本事项，发布前请删除", "These values do not belong to this item; remove them before publishing";
}

/// Heading of the summary of issues.
pub(crate) fn summary(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{count}处需要修改"),
        Lang::En if count == 1 => "There is 1 problem".to_owned(),
        Lang::En => format!("There are {count} problems"),
    }
}

/// What the form around the element is told when it may not be submitted.
pub(crate) fn blocked(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("还有{count}处需要修改，暂不能发布"),
        Lang::En => format!("{count} problems have to be mended before publishing"),
    }
}

/// How many items a filter found.
pub(crate) fn found(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("找到{count}个事项"),
        Lang::En if count == 1 => "1 item found".to_owned(),
        Lang::En => format!("{count} items found"),
    }
}

/// Heading of one of several documents or rows, counted from 1.
pub(crate) fn row(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{number}条"),
        Lang::En => format!("No. {number}"),
    }
}

/// The button that removes one of several documents or rows, counted from 1.
pub(crate) fn remove_row(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("删除第{number}条"),
        Lang::En => format!("Remove no. {number}"),
    }
}

/// The button that removes a value by name.
pub(crate) fn remove_value(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("删除“{name}”"),
        Lang::En => format!("Remove “{name}”"),
    }
}

/// What to say when a document cannot be had.
pub(crate) fn unusable(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("无法加载：{reason}。请刷新页面；若仍不成功，请联系网站管理员。"),
        Lang::En => {
            format!(
                "Cannot be loaded: {reason}. Reload the page; if that does not help, tell the site's administrator."
            )
        }
    }
}

/// What to say when the pack does not hold the item.
pub(crate) fn item_unknown(item: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("指引中没有事项“{item}”"),
        Lang::En => format!("the guideline has no item “{item}”"),
    }
}
