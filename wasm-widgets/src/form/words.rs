//! The words about undoing, drafts, other versions and files.

use gongkai_core::text::Lang;

use super::others::Source;
use crate::text::words;

words! {
    nothing_to_undo: "没有可以撤销的修改", "Nothing to undo";
    nothing_to_redo: "没有可以恢复的修改", "Nothing to redo";
    restore_draft: "恢复草稿", "Restore the draft";
    discard_draft: "放弃草稿", "Discard the draft";
    draft_discarded: "草稿已删除", "The draft is removed";
    other_edition: "这份草稿按指引的另一版本填写，恢复后请逐项核对", "The draft was made by another edition of the guideline; compare each element after restoring it";
    draft_refused: "浏览器不允许或没有空间保存草稿，离开本页前请先提交", "The browser does not keep drafts here or has no room; submit before you leave the page";
    take: "采用", "Take";
    keep: "保留", "Keep";
    mine: "本表单：", "This form: ";
    blank: "（空）", "(blank)";
    all_mine: "全部保留本表单的", "Keep all of this form";
    answered: "已处理完毕", "All differences are dealt with";
    upload: "选择文件上传", "Choose a file to upload";
    upload_again: "重新上传", "Try again";
    upload_unanswered: "网站没有接收文件", "the site did not take the file";
}

/// What to say when a step was taken back or repeated.
pub(super) fn travelled(name: &str, is_back: bool, lang: Lang) -> String {
    match (lang, is_back) {
        (Lang::Zh, true) => format!("已撤销：{name}"),
        (Lang::Zh, false) => format!("已恢复：{name}"),
        (Lang::En, true) => format!("Undone: {name}"),
        (Lang::En, false) => format!("Redone: {name}"),
    }
}

/// Heading of another version of the entry with a number of differences, or with the time at which it was saved.
pub(super) fn other(source: Source, count: usize, saved_at: &str, lang: Lang) -> String {
    match (source, lang) {
        (Source::Draft, Lang::Zh) => format!("有一份尚未提交的草稿，保存于{saved_at}"),
        (Source::Draft, Lang::En) => format!("There is a draft that was not submitted, saved {saved_at}"),
        (Source::Window, Lang::Zh) => format!("另一个窗口修改了这份草稿，有{count}处不同"),
        (Source::Window, Lang::En) => {
            format!("Another window has changed this draft; differences: {count}")
        }
        (Source::Server, Lang::Zh) => format!("服务器上已有更新的版本，有{count}处不同"),
        (Source::Server, Lang::En) => format!("The server has a newer version; differences: {count}"),
    }
}

/// Whose a value is.
pub(super) fn theirs(source: Source, lang: Lang) -> &'static str {
    match (source, lang) {
        (Source::Server, Lang::Zh) => "服务器：",
        (Source::Server, Lang::En) => "Server: ",
        (_, Lang::Zh) => "另一窗口：",
        (_, Lang::En) => "Other window: ",
    }
}

/// The button that takes everything from another version.
pub(super) fn all_theirs(source: Source, lang: Lang) -> &'static str {
    match (source, lang) {
        (Source::Draft, _) => restore_draft(lang),
        (Source::Window, Lang::Zh) => "全部采用另一窗口的",
        (Source::Window, Lang::En) => "Take all of the other window",
        (Source::Server, Lang::Zh) => "全部采用服务器的",
        (Source::Server, Lang::En) => "Take all of the server",
    }
}

/// A file on its way.
pub(super) fn uploading(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正在上传“{name}”…"),
        Lang::En => format!("Uploading “{name}” …"),
    }
}

/// A file that has arrived.
pub(super) fn uploaded(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”已上传"),
        Lang::En => format!("“{name}” is uploaded"),
    }
}

/// A file that has not arrived, and why.
pub(super) fn upload_failed(name: &str, reason: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{name}”上传失败：{reason}"),
        Lang::En => format!("“{name}” could not be uploaded: {reason}"),
    }
}
