//! What the calls about official tables and templates are told.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use gongkai_core::export;
use jiff::civil::Date;

use super::day;

/// What to import, and where to.
#[derive(Debug, Args)]
pub struct ImportOptions {
    /// Documents to read: .docx, .doc, .xlsx, .xls, .html, .csv; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Folder to write drafts and reports to. Defaults to none: nothing is written.
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Exit code 1 when anything was not understood.
    #[arg(long)]
    pub strict: bool,
    /// Guideline that the table is a new state of; its ids and overrides are kept.
    #[arg(long, value_name = "PACK")]
    pub onto: Option<String>,
    /// Edition of the drafts. Defaults to `local-` and the beginning of the document's SHA-256.
    #[arg(long)]
    pub edition: Option<String>,
    /// Body that issued the table. Defaults to that of the shipped guideline of the domain.
    #[arg(long)]
    pub issuer: Option<String>,
}

/// Which table to write, and where to.
#[derive(Debug, Args)]
pub struct ExportOptions {
    /// Guideline: a domain (24, 义务教育 …), a guideline.toml or a folder with one.
    pub domain: String,
    /// File to write; - is standard output.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// Format of the table. Defaults to what the name of the file ends in.
    #[arg(long, value_enum, required_if_eq("to", "-"))]
    pub format: Option<TableFormat>,
    /// Day that the document carries in its properties, YYYY-MM-DD. Defaults to that of the notice of the guideline.
    #[arg(long, value_parser = day)]
    pub date: Option<Date>,
}

/// Format of a written table.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum TableFormat {
    /// Excel.
    Xlsx,
    /// Word.
    Docx,
    /// A web page.
    Html,
    /// Comma-separated values.
    Csv,
    /// Markdown.
    Md,
}

impl From<TableFormat> for export::Format {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Xlsx => export::Format::Xlsx,
            TableFormat::Docx => export::Format::Docx,
            TableFormat::Html => export::Format::Html,
            TableFormat::Csv => export::Format::Csv,
            TableFormat::Md => export::Format::Markdown,
        }
    }
}

/// Which template to write, and where to.
#[derive(Debug, Args)]
pub struct TemplateOptions {
    /// Domain and item.
    #[arg(value_name = "DOMAIN/ITEM")]
    pub item: String,
    /// Workbook (.xlsx) to write; - is standard output.
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// For how many entries cells are prepared.
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub rows: u32,
}
