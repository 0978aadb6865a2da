//! Why a call cannot be carried out.

mod input;

use std::io;
use std::path::PathBuf;

use gongkai::input::InputFault;
use gongkai_core::calendar::OutOfRange;
use gongkai_core::date;
use gongkai_core::text::Lang;

use crate::words::Words;

/// Why a call cannot be carried out.
#[derive(Debug)]
pub enum Failure {
    /// No domain of this name.
    DomainUnknown {
        /// What was asked for.
        wanted: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// The domain has no item of this name.
    ItemUnknown {
        /// What was asked for.
        wanted: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// Several items have this name.
    ItemAmbiguous {
        /// What was asked for.
        wanted: String,
        /// Their addresses.
        items: Vec<String>,
    },
    /// Not of the form DOMAIN/ITEM.
    AddressMalformed(String),
    /// An entry that does not say which item it is of.
    EntryWithoutItem,
    /// No stretch of a time limit could be read.
    LimitUnreadable(Vec<String>),
    /// The item has no time limit.
    LimitMissing(String),
    /// A day lies outside the years of the calendar.
    BeyondCalendar(OutOfRange),
    /// A file cannot be opened or read.
    Unreadable(io::Error),
    /// Neither UTF-8 nor GB 18030.
    NotText,
    /// Not JSON.
    NotJson(serde_json::Error),
    /// A file of entries cannot be read, or holds something that is no entry.
    Input(InputFault),
    /// The local parameters describe an element that cannot be.
    Extension(gongkai_core::ExtensionError),
    /// What was posted does not come from a form of this command.
    NoForm,
    /// No command of this name.
    CommandUnknown {
        /// What was asked for.
        wanted: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// Neither a domain nor a file.
    SourceUnknown {
        /// What was asked for.
        wanted: String,
        /// Names that are near.
        near: Vec<String>,
    },
    /// A source cannot be opened or read.
    SourceUnreadable {
        /// Where it lies.
        path: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// A folder without a guideline.
    GuidelineMissing(PathBuf),
    /// A source is not what it should be.
    SourceMalformed {
        /// Where it lies.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The name of a file does not say its format.
    FormatUnknown(PathBuf),
    /// A table or template cannot be made.
    Export(gongkai_core::export::ExportError),
    /// A file cannot be written.
    FileUnwritable {
        /// Where it should lie.
        path: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// The answer cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

impl Failure {
    /// What to say about it.
    pub fn sentence(&self, words: Words) -> String {
        let near = |near: &[String]| match (near, words.lang()) {
            ([], _) => String::new(),
            (near, Lang::Zh) => format!("；是否指：{}", near.join("、")),
            (near, Lang::En) => format!("; did you mean {}?", near.join(", ")),
        };
        match (self, words.lang()) {
            (Failure::DomainUnknown { wanted, near: names }, Lang::Zh) => {
                format!("没有领域“{wanted}”{}", near(names))
            }
            (Failure::DomainUnknown { wanted, near: names }, Lang::En) => {
                format!("there is no domain {wanted:?}{}", near(names))
            }
            (Failure::ItemUnknown { wanted, near: names }, Lang::Zh) => {
                format!("没有事项“{wanted}”{}", near(names))
            }
            (Failure::ItemUnknown { wanted, near: names }, Lang::En) => {
                format!("there is no item {wanted:?}{}", near(names))
            }
            (Failure::ItemAmbiguous { wanted, items }, Lang::Zh) => {
                format!("有多个事项名为“{wanted}”，请用编号：{}", items.join("、"))
            }
            (Failure::ItemAmbiguous { wanted, items }, Lang::En) => {
                format!("several items are called {wanted:?}; use an id: {}", items.join(", "))
            }
            (Failure::AddressMalformed(wanted), Lang::Zh) => {
                format!("“{wanted}”应为“领域/事项”，例如 24/yi-wu-jiao-yu-xue-xiao-ming-lu")
            }
            (Failure::AddressMalformed(wanted), Lang::En) => {
                format!(
                    "{wanted:?} is not of the form DOMAIN/ITEM, such as 24/yi-wu-jiao-yu-xue-xiao-ming-lu"
                )
            }
            (Failure::EntryWithoutItem, Lang::Zh) => {
                "内容没有写明 pack 和 item，请用 --item 指定事项".to_owned()
            }
            (Failure::EntryWithoutItem, Lang::En) => {
                "the entry does not name its pack and item; name the item with --item".to_owned()
            }
            (Failure::LimitUnreadable(unread), Lang::Zh) => {
                format!("公开时限没有读懂：{}", unread.join("；"))
            }
            (Failure::LimitUnreadable(unread), Lang::En) => {
                format!("the time limit could not be read: {}", unread.join("; "))
            }
            (Failure::LimitMissing(item), Lang::Zh) => format!("事项“{item}”没有公开时限"),
            (Failure::LimitMissing(item), Lang::En) => format!("the item {item:?} has no time limit"),
            (Failure::BeyondCalendar(range), Lang::Zh) => format!(
                "无法计算：只有{}至{}的放假安排",
                date::write(range.first_day),
                date::write(range.last_day)
            ),
            (Failure::BeyondCalendar(range), Lang::En) => format!("cannot be counted: {range}"),
            (Failure::Unreadable(error), Lang::Zh) => format!("无法读取：{error}"),
            (Failure::Unreadable(error), Lang::En) => format!("cannot be read: {error}"),
            (Failure::NotText, Lang::Zh) => "不是 UTF-8 或 GB 18030 编码的文本".to_owned(),
            (Failure::NotText, Lang::En) => "not text in UTF-8 or GB 18030".to_owned(),
            (Failure::NotJson(error), Lang::Zh) => format!("不是有效的 JSON：{error}"),
            (Failure::NotJson(error), Lang::En) => format!("not JSON: {error}"),
            (Failure::Extension(error), Lang::Zh) => format!("本地参数中的要素有误：{error}"),
            (Failure::Extension(error), Lang::En) => format!("an element of the local parameters: {error}"),
            (Failure::Input(fault), lang) => input::sentence(fault, lang),
            (Failure::NoForm, Lang::Zh) => "提交的数据不是来自 gongkai form --html 输出的表单".to_owned(),
            (Failure::NoForm, Lang::En) => {
                "this was not posted from a form of `gongkai form --html`".to_owned()
            }
            (Failure::CommandUnknown { wanted, near: names }, Lang::Zh) => {
                format!("没有命令“{wanted}”{}", near(names))
            }
            (Failure::CommandUnknown { wanted, near: names }, Lang::En) => {
                format!("there is no command {wanted:?}{}", near(names))
            }
            (Failure::SourceUnknown { wanted, near: names }, Lang::Zh) => {
                format!("“{wanted}”既不是领域，也不是文件或文件夹{}", near(names))
            }
            (Failure::SourceUnknown { wanted, near: names }, Lang::En) => {
                format!("{wanted:?} is neither a domain nor a file or folder{}", near(names))
            }
            (Failure::SourceUnreadable { path, error }, Lang::Zh) => {
                format!("无法读取 {}：{}", path.display(), input::reason(error, Lang::Zh))
            }
            (Failure::SourceUnreadable { path, error }, Lang::En) => {
                format!("{} cannot be read: {}", path.display(), input::reason(error, Lang::En))
            }
            (Failure::GuidelineMissing(folder), Lang::Zh) => {
                format!("文件夹 {} 中没有 guideline.toml", folder.display())
            }
            (Failure::GuidelineMissing(folder), Lang::En) => {
                format!("the folder {} holds no guideline.toml", folder.display())
            }
            (Failure::SourceMalformed { path, reason }, Lang::Zh) => {
                format!("{} 不合格式：{reason}", path.display())
            }
            (Failure::SourceMalformed { path, reason }, Lang::En) => {
                format!("{} is malformed: {reason}", path.display())
            }
            (Failure::FormatUnknown(path), Lang::Zh) => format!(
                "看不出 {} 是什么格式，请用 --format 指定，或以 .xlsx、.docx、.html、.csv、.md 结尾",
                path.display()
            ),
            (Failure::FormatUnknown(path), Lang::En) => format!(
                "the format of {} is not known; name it with --format, or end in .xlsx, .docx, .html, .csv or .md",
                path.display()
            ),
            (Failure::Export(error), Lang::Zh) => format!("无法生成表格：{error}"),
            (Failure::Export(error), Lang::En) => error.to_string(),
            (Failure::FileUnwritable { path, error }, Lang::Zh) => {
                format!("无法写入 {}：{}", path.display(), input::reason(error, Lang::Zh))
            }
            (Failure::FileUnwritable { path, error }, Lang::En) => {
                format!("{} cannot be written: {}", path.display(), input::reason(error, Lang::En))
            }
            (Failure::Output(error), Lang::Zh) => format!("无法输出：{error}"),
            (Failure::Output(error), Lang::En) => format!("the answer cannot be written: {error}"),
        }
    }
}
