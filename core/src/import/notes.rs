//! What can be assumed or not understood in a table, and how it is told.

use serde::{Deserialize, Serialize};

use super::report::Told;

/// What was assumed, or what a person has to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoteKind {
    /// A field that should not be empty is.
    FieldEmpty,
    /// The number of a time limit is masked.
    TimeLimitMasked,
    /// The unit of a time limit is missing.
    TimeLimitUnitMissing,
    /// A time limit without a period.
    TimeLimitNotNumeric,
    /// A time limit that could not be read wholly.
    TimeLimitUnread,
    /// A channel beside the standard ones.
    ChannelUnknown,
    /// A channel printed with a wrong character.
    ChannelMisprint,
    /// All channels are printed without boxes, so that none tells whether it is ticked.
    BoxesLost,
    /// The elements end in 等.
    OpenList,
    /// A group is ticked and not named.
    AudienceUnspecified,
    /// Everybody and a group are ticked.
    BothAudiences,
    /// The value of the row above was taken for 同上.
    Ditto,
    /// The value of the row above was taken for an empty cell.
    FilledFromAbove,
    /// It cannot be told what is ticked.
    TickAmbiguous,
    /// The publisher reads like an audience.
    SubjectSuspect,
    /// A name is masked: **区.
    MaskedText,
    /// A column of the official table is missing.
    ColumnMissing,
    /// A column that the official table does not have.
    ColumnExtra,
    /// Levels of other names than the national tables'.
    LevelNames,
    /// Values stand under another heading than theirs.
    ValueUnderWrongHead,
    /// Text that is no part of the document.
    StrayText,
    /// A heading repeated between rows.
    HeaderRepeated,
    /// A page number between rows.
    PageNumber,
    /// An empty row.
    BlankRow,
    /// A line between rows that is no item.
    SectionRow,
    /// Numbers do not begin at 1, or jump.
    Numbering,
    /// Traditional characters.
    TraditionalScript,
    /// Readings in brackets behind characters.
    ReadingsRemoved,
    /// One item on several rows.
    SplitItem,
    /// Two items of the same name.
    DuplicateItem,
    /// A note inside a cell.
    NoteInCell,
    /// An explanation of signs.
    Legend,
    /// A sheet without such a table.
    SheetSkipped,
    /// A table of another kind.
    TableSkipped,
    /// Numbers before names were dropped.
    NumberStripped,
    /// The document does not say which domain it is about.
    DomainUnnamed,
    /// Merged cells were lost when the document was saved.
    MergesLost,
}

impl NoteKind {
    /// Whether a person has to look at it.
    #[must_use]
    pub fn needs_a_person(self) -> bool {
        use NoteKind as N;
        matches!(
            self,
            N::FieldEmpty
                | N::TimeLimitMasked
                | N::TimeLimitUnitMissing
                | N::TimeLimitUnread
                | N::BoxesLost
                | N::TickAmbiguous
                | N::SubjectSuspect
                | N::MaskedText
                | N::ColumnMissing
                | N::ValueUnderWrongHead
                | N::StrayText
                | N::Numbering
                | N::ReadingsRemoved
                | N::DuplicateItem
                | N::TableSkipped
                | N::DomainUnnamed
        )
    }

    /// What it means.
    #[must_use]
    pub fn told(self) -> Told {
        let (zh_cn, en) = match self {
            NoteKind::FieldEmpty => ("该栏不应为空，请补充", "this field should not be empty; fill it in"),
            NoteKind::TimeLimitMasked => {
                ("公开时限的数字被遮盖，请填写", "the number of the time limit is masked; enter it")
            }
            NoteKind::TimeLimitUnitMissing => (
                "公开时限缺少单位（日或工作日），请确认",
                "the time limit lacks its unit (days or working days); decide",
            ),
            NoteKind::TimeLimitNotNumeric => ("公开时限没有具体期限", "the time limit names no period"),
            NoteKind::TimeLimitUnread => {
                ("公开时限未能全部读懂，请确认", "the time limit could not be read wholly; check it")
            }
            NoteKind::ChannelUnknown => {
                ("不在标准渠道之列，按原文保留", "not one of the standard channels; kept as printed")
            }
            NoteKind::ChannelMisprint => (
                "渠道名称疑有错字，按标准名称理解",
                "the name of a channel is misprinted; taken as the standard one",
            ),
            NoteKind::BoxesLost => (
                "列出了全部渠道而没有勾选框，无法判断选了哪些",
                "all channels are printed without boxes; which ones are meant cannot be told",
            ),
            NoteKind::OpenList => ("要素以“等”结尾，是开放清单", "the elements end in 等: an open list"),
            NoteKind::AudienceUnspecified => {
                ("勾选了特定群体而未写明是谁", "a group is ticked and not named")
            }
            NoteKind::BothAudiences => ("全社会与特定群体都已勾选", "everybody and a group are ticked"),
            NoteKind::Ditto => ("“同上”，取上一行的内容", "“as above”: the value of the row above was taken"),
            NoteKind::FilledFromAbove => (
                "空白，按合并单元格取上一行的内容",
                "empty: the value of the row above was taken, as of a merged cell",
            ),
            NoteKind::TickAmbiguous => {
                ("无法判断勾选了哪一项，请确认", "it cannot be told what is ticked; decide")
            }
            NoteKind::SubjectSuspect => {
                ("公开主体像是公开对象而不是单位，请确认", "the publisher reads like an audience; check it")
            }
            NoteKind::MaskedText => {
                ("名称被遮盖或未填写，请补全", "a name is masked or left open; complete it")
            }
            NoteKind::ColumnMissing => ("缺少标准目录的这一栏", "a column of the official table is missing"),
            NoteKind::ColumnExtra => {
                ("标准目录没有这一栏，未读取", "the official table has no such column; not read")
            }
            NoteKind::LevelNames => (
                "公开层级的名称与国家指引不同，按原文保留",
                "levels have other names than in the national tables; kept as printed",
            ),
            NoteKind::ValueUnderWrongHead => {
                ("内容与栏目名称不符，请确认", "what stands in the column does not fit its heading; check it")
            }
            NoteKind::StrayText => {
                ("与文件无关的文字，未读取", "text that is no part of the document; not read")
            }
            NoteKind::HeaderRepeated => ("重复的表头，略过", "a repeated heading; passed over"),
            NoteKind::PageNumber => ("页码，略过", "a page number; passed over"),
            NoteKind::BlankRow => ("空行，略过", "an empty row; passed over"),
            NoteKind::SectionRow => ("不是事项的行，略过", "a line that is no item; passed over"),
            NoteKind::Numbering => (
                "序号不从1开始或有间断，请确认是否缺行",
                "numbers do not begin at 1 or jump; check whether rows are missing",
            ),
            NoteKind::TraditionalScript => {
                ("繁体字，已转换为简体", "traditional characters, converted to simplified ones")
            }
            NoteKind::ReadingsRemoved => {
                ("字后的注音已删除", "readings in brackets behind characters were removed")
            }
            NoteKind::SplitItem => ("一个事项分列多行，已合并", "one item on several rows, put together"),
            NoteKind::DuplicateItem => ("与另一事项同名，请确认", "another item has the same name; check it"),
            NoteKind::NoteInCell => {
                ("单元格内的附注，未作为内容读取", "a note inside a cell; not read as content")
            }
            NoteKind::Legend => ("符号说明", "an explanation of signs"),
            NoteKind::SheetSkipped => {
                ("工作表中没有标准目录，略过", "a sheet without such a table; passed over")
            }
            NoteKind::TableSkipped => (
                "表格不是标准目录或缺少表头，未读取",
                "a table of another kind or without a heading; not read",
            ),
            NoteKind::NumberStripped => ("名称前的编号已去除", "numbers before names were dropped"),
            NoteKind::DomainUnnamed => {
                ("文件没有写明领域，请填写", "the document does not say which domain it is about; enter it")
            }
            NoteKind::MergesLost => (
                "合并单元格已丢失，空白按上一行理解",
                "merged cells were lost; empty cells are taken as the row above",
            ),
        };
        Told::new(zh_cn, en)
    }
}
