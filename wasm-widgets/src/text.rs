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
    axis: "浏览方式", "Browse by";
    axis_domain: "按领域", "Domain";
    axis_department: "按公开主体", "Department";
    axis_audience: "按公开对象", "Audience";
    axis_level: "按公开层级", "Level";
    axis_frequent: "高频事项", "Most used";
    not_stated: "未写明", "Not stated";
    items_unit: "个事项", "items";
    entries_unit: "条", "entries";
    state_blank: "空白", "blank";
    state_nil: "无此事项", "nothing";
    state_late: "超期", "late";
    state_complete: "已公开", "complete";
    only_open: "只看空白和超期", "Only blank and late";
    nothing_open: "没有空白或超期的事项", "No item is blank or late";
    entries: "条目", "Entries";
    entries_searching: "正在查找条目…", "Searching entries …";
    entries_unusable: "暂时不能查找条目", "Entries cannot be searched at present";
    more_entries: "显示更多条目", "Show more entries";
    found_near: "没有完全相符的，以下为相近的事项", "Nothing matches exactly; these are near";
    mask: "脱敏为：", "Mask as: ";
    to_be_filled_in: "离开字段或提交时自动检查", "Checked when a field is left and when the form is sent";
    all_right: "未发现问题", "No problem found";
    send_as_it_is: "如确认无误，再次提交即按原样发送", "Submit again to send it as it is";
    absent: "本页没有以下内容的填写处，请联系网站管理员", "This page has no field for the following; tell the site's administrator";
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
        Lang::En if count == 1 => "1 problem has to be mended before publishing".to_owned(),
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

/// How many entries a filter found, behind how many items.
pub(crate) fn found_entries(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("；条目约{count}条"),
        Lang::En if count == 1 => "; 1 entry".to_owned(),
        Lang::En => format!("; about {count} entries"),
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

/// What the settings of a page name and nobody finds.
pub(crate) fn unbound(names: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("页面设置有误，以下字段无法对应：{names}。请告知网站管理员。"),
        Lang::En => {
            format!(
                "The page is set up wrongly, these fields cannot be bound: {names}. Tell the site's administrator."
            )
        }
    }
}

/// What the fields are checked against.
pub(crate) fn checked_against(pack: &str, item: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("检查依据：{pack} · {item}"),
        Lang::En => format!("Checked against: {pack} · {item}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_kind_is_told_in_the_singular() {
        let told = [blocked, summary, found, found_entries];
        for one in told.map(|say| say(1, Lang::En)) {
            let words: Vec<&str> = one.split(|sign: char| !sign.is_ascii_alphanumeric()).collect();
            let plurals = ["problems", "items", "entries", "have", "are"];
            assert!(!words.iter().any(|word| plurals.contains(word)), "{one}");
        }
    }
}
