//! Why a call cannot be carried out.

use std::io;

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
    /// A file cannot be opened or read.
    Unreadable(io::Error),
    /// Neither UTF-8 nor GB 18030.
    NotText,
    /// Not JSON.
    NotJson(serde_json::Error),
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
            (Failure::Unreadable(error), Lang::Zh) => format!("无法读取：{error}"),
            (Failure::Unreadable(error), Lang::En) => format!("cannot be read: {error}"),
            (Failure::NotText, Lang::Zh) => "不是 UTF-8 或 GB 18030 编码的文本".to_owned(),
            (Failure::NotText, Lang::En) => "not text in UTF-8 or GB 18030".to_owned(),
            (Failure::NotJson(error), Lang::Zh) => format!("不是有效的 JSON：{error}"),
            (Failure::NotJson(error), Lang::En) => format!("not JSON: {error}"),
            (Failure::Output(error), Lang::Zh) => format!("无法输出：{error}"),
            (Failure::Output(error), Lang::En) => format!("the answer cannot be written: {error}"),
        }
    }
}
