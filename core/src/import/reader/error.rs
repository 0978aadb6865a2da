//! Why a document cannot be read, in both languages.

use std::fmt;

use serde::Serialize;

use crate::text::Lang;

/// Why a document cannot be read. Its `Display` is English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing in the file.
    Empty,
    /// The content is of no format that is read.
    UnknownFormat {
        /// What it looks like.
        looks_like: Option<Lookalike>,
    },
    /// A Word file of before 2007; an office program can turn it into one that is read.
    LegacyWord,
    /// A password protects it.
    Encrypted,
    /// A part of it is cut off or is not what the format asks for.
    Damaged {
        /// Which part, by the name that it has in the file.
        part: String,
    },
    /// The bytes are no text in any encoding that is used for Chinese.
    NotText,
    /// It asks for more than is allowed.
    TooLarge {
        /// Of what.
        limit: Limit,
        /// How much there is, at least.
        found: u64,
        /// How much may be.
        allowed: u64,
    },
}

/// What there can be too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Limit {
    /// Bytes of the file.
    FileBytes,
    /// Bytes that are unpacked.
    UnpackedBytes,
    /// Bytes of all texts together.
    TextBytes,
    /// Parts of a container.
    Parts,
    /// Cells of all tables together.
    Cells,
    /// Rows of one table.
    Rows,
    /// Columns of one table.
    Columns,
    /// Nesting of elements or tables.
    Depth,
}

/// Formats that are told apart but not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Lookalike {
    /// PDF.
    Pdf,
    /// A picture.
    Image,
    /// Rich Text Format.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// Excel, the binary kind of Office Open XML.
    Xlsb,
    /// A presentation.
    Presentation,
    /// A word processor of before Word 97, or Works.
    OldWordProcessor,
    /// A spreadsheet of before Excel 5.
    OldSpreadsheet,
    /// Word 2003 XML.
    WordXml,
    /// Excel 2003 XML.
    ExcelXml,
    /// A web page together with its pictures (MHTML).
    WebArchive,
    /// A packed file.
    Archive,
    /// An OLE container of another program.
    OleContainer,
    /// Text without a table.
    Text,
}

impl Lookalike {
    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Lookalike::Pdf => ("PDF 文件", "a PDF file"),
            Lookalike::Image => ("图片", "a picture"),
            Lookalike::Rtf => ("RTF 文件", "an RTF file"),
            Lookalike::Odt => ("OpenDocument 文本（ODT）", "an OpenDocument text (ODT)"),
            Lookalike::Ods => ("OpenDocument 表格（ODS）", "an OpenDocument spreadsheet (ODS)"),
            Lookalike::Xlsb => ("Excel 二进制工作簿（XLSB）", "a binary Excel workbook (XLSB)"),
            Lookalike::Presentation => ("演示文稿", "a presentation"),
            Lookalike::OldWordProcessor => ("早期文字处理文件", "a file of an early word processor"),
            Lookalike::OldSpreadsheet => ("早期表格文件", "a file of an early spreadsheet"),
            Lookalike::WordXml => ("Word 2003 XML 文件", "a Word 2003 XML file"),
            Lookalike::ExcelXml => ("Excel 2003 XML 文件", "an Excel 2003 XML file"),
            Lookalike::WebArchive => ("网页归档（MHTML）", "a web archive (MHTML)"),
            Lookalike::Archive => ("压缩包", "a packed file"),
            Lookalike::OleContainer => ("其他程序的 OLE 文件", "an OLE file of another program"),
            Lookalike::Text => ("没有表格的文本", "text without a table"),
        };
        pick(lang, zh, en)
    }

    /// As what to save it instead.
    fn hint(self, lang: Lang) -> Option<&'static str> {
        match self {
            Lookalike::Rtf | Lookalike::Odt | Lookalike::WordXml | Lookalike::OldWordProcessor => {
                Some(pick(lang, "请另存为 DOCX", "save it as DOCX"))
            }
            Lookalike::Ods | Lookalike::Xlsb | Lookalike::ExcelXml | Lookalike::OldSpreadsheet => {
                Some(pick(lang, "请另存为 XLSX", "save it as XLSX"))
            }
            Lookalike::WebArchive => Some(pick(lang, "请另存为 HTML 网页", "save it as a web page in HTML")),
            Lookalike::Archive => {
                Some(pick(lang, "请先解压，再选择其中的文件", "unpack it and take the file inside"))
            }
            Lookalike::Pdf | Lookalike::Image => Some(pick(
                lang,
                "请使用原始的 Word、Excel 或网页文件",
                "use the Word, Excel or web page that it was made of",
            )),
            _ => None,
        }
    }
}

impl Limit {
    /// What there is too much of.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Limit::FileBytes => ("文件字节数", "bytes of the file"),
            Limit::UnpackedBytes => ("解压后的字节数", "bytes when unpacked"),
            Limit::TextBytes => ("文字字节数", "bytes of text"),
            Limit::Parts => ("内部文件数", "parts"),
            Limit::Cells => ("单元格数", "cells"),
            Limit::Rows => ("行数", "rows"),
            Limit::Columns => ("列数", "columns"),
            Limit::Depth => ("嵌套层数", "levels of nesting"),
        };
        pick(lang, zh, en)
    }
}

impl ReadError {
    /// What it says in a language: lower case, without a full stop, with what to do where that is known.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        let plain = |zh, en| pick(lang, zh, en).to_owned();
        match self {
            ReadError::Empty => plain("文件是空的", "the file is empty"),
            ReadError::UnknownFormat { looks_like: None } => plain(
                "无法识别的格式；可读取 DOCX、XLSX、XLS、HTML 和 CSV",
                "no known format; DOCX, XLSX, XLS, HTML and CSV are read",
            ),
            ReadError::UnknownFormat { looks_like: Some(lookalike) } => {
                let name = lookalike.name(lang);
                let hint = lookalike.hint(lang);
                match lang {
                    Lang::Zh => {
                        format!(
                            "这是{name}，不能读取{}",
                            hint.map(|hint| format!("；{hint}")).unwrap_or_default()
                        )
                    }
                    Lang::En => format!(
                        "this is {name}, which is not read{}",
                        hint.map(|hint| format!("; {hint}")).unwrap_or_default()
                    ),
                }
            }
            ReadError::LegacyWord => plain(
                "这是 Word 97–2003 文件（DOC）；请用 Word、WPS 或 LibreOffice 另存为 DOCX",
                "this is a Word 97–2003 file (DOC); save it as DOCX with Word, WPS or LibreOffice",
            ),
            ReadError::Encrypted => {
                plain("文件有密码保护；请取消密码后再试", "a password protects the file; save it without one")
            }
            ReadError::Damaged { part } => match lang {
                Lang::Zh => format!("文件损坏或不完整：{part}"),
                Lang::En => format!("the file is damaged or incomplete: {part}"),
            },
            ReadError::NotText => {
                plain("编码有误，不是可识别的文本", "the bytes are no text in a known encoding")
            }
            ReadError::TooLarge { limit, found, allowed } => {
                let name = limit.name(lang);
                match lang {
                    Lang::Zh => format!("{name}超过限制：至少有{found}，最多允许{allowed}"),
                    Lang::En => format!("too many {name}: at least {found}, allowed are {allowed}"),
                }
            }
        }
    }

    pub(super) fn damaged(part: impl Into<String>) -> Self {
        ReadError::Damaged { part: part.into() }
    }

    pub(super) fn looks_like(lookalike: Lookalike) -> Self {
        ReadError::UnknownFormat { looks_like: Some(lookalike) }
    }

    pub(super) fn too_large(limit: Limit, found: usize, allowed: usize) -> Self {
        ReadError::TooLarge { limit, found: found as u64, allowed: allowed as u64 }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.told(Lang::En))
    }
}

impl std::error::Error for ReadError {}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
