//! The words of the interface, in Chinese and English.

use axum::http::StatusCode;
use gongkai_core::text::Lang;

use crate::document::Unusable;

macro_rules! texts {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        /// Texts without parameters, in one language.
        #[derive(Debug)]
        pub(crate) struct Texts { $(pub $name: &'static str),* }

        const ZH: Texts = Texts { $($name: $zh),* };
        const EN: Texts = Texts { $($name: $en),* };
    };
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $kind:ty),*): $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub(crate) fn $name($($arg: $kind,)* lang: Lang) -> String {
            match lang {
                Lang::Zh => format!($zh),
                Lang::En => format!($en),
            }
        })*
    };
}

// After the macros, which it uses too.
pub(crate) mod import;

texts! {
    skip: "跳到主要内容", "Skip to main content";
    demo_notice: "演示站点：示例县是虚构的，全部内容仅供演示。", "Demonstration: the county is made up, and so is everything on this site.";
    main_navigation: "主导航", "Main navigation";
    breadcrumbs: "当前位置", "You are here";
    column: "基层政务公开", "Grassroots disclosure";
    search: "搜索", "Search";
    search_label: "搜索公开内容、领域和事项", "Search entries, domains and items";
    search_hint: "可输入汉字、拼音或拼音首字母，例如“学校”“xuexiao”“xxml”", "Characters, pinyin or initials, such as 学校, xuexiao or xxml";
    search_nothing: "没有找到相关内容。", "Nothing was found.";
    search_advice: "请检查错别字，换用较短的词，或按领域浏览。", "Check the spelling, try a shorter word, or browse by domain.";
    search_empty: "请输入要查找的内容。", "Type what you are looking for.";
    found_names: "领域和事项", "Domains and items";
    found_entries: "公开内容", "Entries";
    admin: "内容管理", "Editing";
    admin_home: "内容管理首页", "Editing home";
    sign_in: "登录", "Sign in";
    sign_out: "退出登录", "Sign out";
    signed_in_as: "当前用户：", "Signed in as ";
    user_name: "用户名", "User name";
    password: "密码", "Password";
    sign_in_wrong: "用户名或密码不正确。", "The user name or the password is wrong.";
    sign_in_failed: "未能登录", "You are not signed in";
    language: "English", "中文";
    footer_site: "示例县人民政府（演示）", "People’s Government of Shili County (demonstration)";
    footer_made: "本站用于演示“公开”开源组件：由国家标准指引生成的表单、校验和导航。", "This site demonstrates Gongkai: forms, checks and menus made from the national guidelines.";
    domains: "公开领域", "Domains";
    newest: "最新公开", "Newest entries";
    no_entries: "暂无公开内容", "nothing published yet";
    no_entries_long: "本事项暂无公开内容。", "Nothing has been published under this item yet.";
    sample: "示例", "sample";
    sample_notice: "本条为示例内容，所述单位和数据均为虚构。", "This is a sample: the bodies and the figures in it are made up.";
    guidance: "标准指引要求", "What the guideline asks for";
    content_elements: "公开内容（要素）", "Elements to be published";
    basis: "公开依据", "Legal basis";
    time_limit: "公开时限", "Time limit";
    publisher: "公开主体", "Publisher";
    channels_row: "公开渠道和载体", "Channels";
    channels: "公开渠道", "Channels";
    audience: "公开对象", "Audience";
    method: "公开方式", "Way of disclosure";
    method_proactive: "主动公开", "proactive";
    method_on_request: "依申请公开", "on request";
    levels: "公开层级", "Levels of government";
    provenance: "条目出处", "Source of this row";
    recalled: "按标准指引整理，尚待与正式文本核对", "Compiled from general knowledge of the guideline; to be confirmed against the official text";
    not_stated: "未载明", "not stated";
    published_entries: "已公开内容", "Published entries";
    publication_facts: "公开信息", "About this publication";
    nil_title: "无内容可公开的说明", "Statement that there is nothing to publish";
    published_at: "公开时间", "Published";
    updated_at: "更新时间", "Changed";
    proof: "公开凭证", "Proof";
    domain_navigation: "领域导航", "Domains";
    recent_changes: "最近更新", "Recent changes";
    count_published: "条已公开", "published";
    count_drafts: "条草稿或修改中", "drafts and changes";
    state_draft: "草稿", "draft";
    state_published: "已公开", "published";
    state_changed: "有未发布的修改", "unpublished changes";
    no_rows: "还没有内容。", "There is nothing here yet.";
    former_item: "现行标准指引中已没有这一事项。原有内容保留，仍可查看；不能再新建。", "The guideline in force no longer has this item. What was entered is kept and stays readable; nothing new can be added.";
    former_items: "现行标准指引中已没有的事项", "Items that the guideline in force no longer has";
    admin_navigation: "管理导航", "Editing navigation";
    import_table: "导入标准目录", "Import official table";
    new: "新建", "New entry";
    new_first: "新建第一条", "Make the first one";
    edit: "编辑", "Edit";
    untitled: "（无标题）", "(no title)";
    view_public: "查看公开页面", "See the public page";
    entry_json: "条目内容（JSON）", "Entry (JSON)";
    entry_raw_help: "下面是提交的原文，未作改动。", "This is what was sent, unchanged.";
    save_draft: "保存草稿", "Save draft";
    publish: "发布", "Publish";
    cancel: "取消", "Cancel";
    delete: "删除草稿", "Delete draft";
    delete_question: "确定删除这份草稿吗？", "Delete this draft?";
    delete_consequence: "删除后无法恢复。", "This cannot be undone.";
    discard: "放弃修改", "Discard changes";
    discard_question: "确定放弃未发布的修改吗？", "Discard the unpublished changes?";
    discard_consequence: "修改无法恢复；已公开的版本不受影响。", "They cannot be restored. What is public stays as it is.";
    withdraw: "撤回", "Withdraw";
    withdraw_question: "确定撤回这条公开内容吗？", "Withdraw this entry?";
    withdraw_consequence: "公众将不能再看到它；内容保留为草稿，可以修改后重新发布。", "The public will no longer see it. It is kept as a draft and can be published again.";
    problem_prefix: "有问题：", "Problem: ";
    not_saved: "请先处理以下问题", "There is a problem";
    severity_error: "错误", "Error";
    deleted_meanwhile: "此条目已被删除。您填写的内容仍在下面，保存即可另建一条。", "This entry has been deleted meanwhile. What you typed is kept below; saving makes a new entry of it.";
    refused_title: "页面已失效", "This page is no longer good";
    refused_text: "登录已过期，或者表单不是由本站打开的页面提交的，因此没有保存。请重新登录后再试。", "You have been signed out, or the form did not come from a page of this site. Nothing was saved. Sign in and try again.";
    refused_typed: "您填写的内容如下，可以复制后重新提交：", "This is what you typed, for you to copy:";
    back_home: "返回首页", "Back to the home page";
    previous: "上一页", "Previous";
    next: "下一页", "Next";
    pages: "分页", "Pages";
}

/// The texts of a language.
pub(crate) fn of(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// Title and explanation of an answer that says no.
pub(crate) fn error(status: StatusCode, lang: Lang) -> (&'static str, &'static str) {
    match (status, lang) {
        (StatusCode::NOT_FOUND, Lang::Zh) => ("未找到页面", "网址可能有误，或者内容已经撤回。"),
        (StatusCode::NOT_FOUND, Lang::En) => {
            ("Page not found", "The address may be wrong, or the entry has been withdrawn.")
        }
        (StatusCode::PAYLOAD_TOO_LARGE, Lang::Zh) => {
            ("内容过大", "提交的内容超过 2 MB，没有保存。请返回上一页删减后再试。")
        }
        (StatusCode::PAYLOAD_TOO_LARGE, Lang::En) => {
            ("Too large", "More than 2 MB were sent. Nothing was saved. Go back, shorten it and try again.")
        }
        (status, Lang::Zh) if status.is_server_error() => {
            ("服务暂时不可用", "系统出现问题，已经记录。请稍后再试。")
        }
        (status, Lang::En) if status.is_server_error() => {
            ("Something went wrong", "The fault is ours and has been recorded. Please try again later.")
        }
        (_, Lang::Zh) => ("无法处理请求", "请求的格式不正确。请返回上一页再试。"),
        (_, Lang::En) => ("The request cannot be answered", "It is not as expected. Go back and try again."),
    }
}

/// The message after something was done.
pub(crate) fn flash(code: &str, lang: Lang) -> Option<&'static str> {
    let (zh, en) = match code {
        "draft-saved" => ("草稿已保存。", "The draft has been saved."),
        "draft-saved-with-issues" => {
            ("草稿已保存，其中有需要核对的内容。", "The draft has been saved. Some of it needs another look.")
        }
        "published" => ("已发布。", "The entry has been published."),
        "published-with-issues" => (
            "已发布。检查结果中有需要留意的事项，例如公开时限。",
            "The entry has been published. The check found something to know, such as a time limit.",
        ),
        "withdrawn" => ("已撤回，内容保留为草稿。", "The entry has been withdrawn and kept as a draft."),
        "deleted" => ("草稿已删除。", "The draft has been deleted."),
        "import-read" => (
            "文件已读取。请核对读取结果，再采用。",
            "The file has been read. Check what was understood, then accept it.",
        ),
        "import-known" => {
            ("这份文件已在核对中，请继续。", "This file is being worked on already; go on here.")
        }
        "import-discarded" => ("导入已放弃。", "The import has been discarded."),
        "row-saved" => ("已保存。", "The row has been saved."),
        "rows-done" => ("已保存，待确认的问题已全部处理。", "Saved. All questions have been answered."),
        "head-saved" => ("领域信息已保存。", "The head of the domain has been saved."),
        "pack-accepted" => (
            "已采用。表单和菜单已按新目录更新。",
            "Accepted. Forms and menu follow the new table from now on.",
        ),
        "pack-removed" => ("本地目录已移除。", "The local table has been removed."),
        "changes-deleted" => ("修改已放弃。", "The changes have been discarded."),
        _ => return None,
    };
    Some(match lang {
        Lang::Zh => zh,
        Lang::En => en,
    })
}

sentences! {
    sign_in_pause(minutes: u64): "尝试次数过多，请{minutes}分钟后再试。", "Too many attempts. Try again in {minutes} min.";
    to_mend(count: usize): "{count}处需修改", "{count} to mend";
    to_note(count: usize): "{count}处提醒", "{count} to note";
    item_count(count: usize): "{count}个事项", "{count} items";
    published_count(count: u32): "已公开{count}条", "{count} published";
    draft_count(count: u32): "草稿{count}条", "{count} in work";
    new_entry(item: &str): "新建：{item}", "New entry: {item}";
    page_of(page: u32, pages: u32): "第{page}页，共{pages}页", "Page {page} of {pages}";
    necessary_channel(name: &str): "{name}（必备）", "{name} (necessary)";
    seen(sightings: u32): "见于{sightings}份已公布的事项目录", "Seen in {sightings} published tables";
    total(domains: usize, items: usize, entries: u32): "{domains}个领域、{items}个事项，已公开{entries}条", "{domains} domains, {items} items, {entries} published";
    found(entries: u32, names: usize): "找到{entries}条公开内容、{names}个领域或事项", "Entries found: {entries}. Domains and items found: {names}.";
    blocked(count: usize): "未能发布：有{count}处需要修改。已保存为草稿，修改后可再次发布。", "Not published: {count} to mend. A draft has been saved; mend it and publish again.";
    stale(time: &str): "此条目已于{time}被他人保存，您的修改尚未保存。您填写的内容仍在下面；再次保存将以它为准。", "Somebody else saved this entry at {time}; your changes are not saved. What you typed is kept below, and saving again replaces what they saved.";
    stale_removal(time: &str): "此条目已于{time}被他人修改，尚未执行。请核对后再确认。", "Somebody else changed this entry at {time}. Nothing has been done yet; look at it and confirm again.";
}

/// Why what was posted could not be stored.
pub(crate) fn unusable(unusable: Unusable, lang: Lang) -> String {
    match (unusable, lang) {
        (Unusable::TooLong, Lang::Zh) => "没有保存：内容超过 1 MB。".to_owned(),
        (Unusable::TooLong, Lang::En) => "Not saved: it is longer than 1 MB.".to_owned(),
        (Unusable::Malformed { line, column }, Lang::Zh) => {
            format!("没有保存：不是有效的 JSON，问题在第{line}行第{column}列附近。")
        }
        (Unusable::Malformed { line, column }, Lang::En) => {
            format!("Not saved: it is not valid JSON; look near line {line}, column {column}.")
        }
        (Unusable::NoObject, Lang::Zh) => "没有保存：应为一个 JSON 对象。".to_owned(),
        (Unusable::NoObject, Lang::En) => "Not saved: expected a JSON object.".to_owned(),
        (Unusable::WrongItem, Lang::Zh) => "没有保存：内容属于另一个事项。".to_owned(),
        (Unusable::WrongItem, Lang::En) => "Not saved: it belongs to another item.".to_owned(),
    }
}
