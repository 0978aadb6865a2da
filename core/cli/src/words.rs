//! The words of the command itself in both languages; sentences about issues are those of the library.

use gongkai_core::guideline::{ItemKind, Mark};
use gongkai_core::text::Lang;
use gongkai_core::{Severity, Verdict};

use crate::args::LangArgument;

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words(Lang);

impl Words {
    /// The language asked for, else that of the environment, else Chinese.
    pub fn new(lang: Option<LangArgument>) -> Self {
        let environment = || std::env::var("LANG").map(|tag| Lang::from_tag(&tag)).unwrap_or_default();
        Words(lang.map_or_else(environment, Lang::from))
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.0
    }

    /// One of two texts.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// What follows from a check.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => self.pick("通过", "pass"),
            Verdict::Fail => self.pick("有问题，可发布", "errors on record, may be published"),
            Verdict::Blocked => self.pick("不能发布", "blocked"),
        }
    }

    /// How much an issue weighs.
    pub fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Advice => self.pick("提示", "advice"),
            Severity::Warning => self.pick("警告", "warning"),
            Severity::Error => self.pick("错误", "error"),
        }
    }

    /// Where a row is known from.
    pub fn mark(self, mark: Mark) -> &'static str {
        match mark {
            Mark::Seen => self.pick("已见原表", "seen"),
            Mark::Recalled => self.pick("待核对", "recalled"),
        }
    }

    /// What kind of thing an item asks for.
    pub fn kind(self, kind: ItemKind) -> &'static str {
        match kind {
            ItemKind::Register => self.pick("名录", "register"),
            ItemKind::Documents => self.pick("文件", "documents"),
            ItemKind::Guide => self.pick("办事指南", "guide"),
            ItemKind::Single => self.pick("单项", "single"),
            _ => self.pick("其他", "other"),
        }
    }
}
