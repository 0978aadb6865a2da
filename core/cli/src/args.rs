//! What may stand on the command line.

mod form;
#[cfg(feature = "serve")]
mod serve;
mod table;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use gongkai::input::Format;
use gongkai_core::text::Lang;
use gongkai_core::{PrivacyKind, Severity, Stage};
use jiff::civil::Date;

pub use form::FormOptions;
#[cfg(feature = "serve")]
pub use serve::{LogArgument, ServeOptions};
pub use table::{ExportOptions, ImportOptions, TemplateOptions};

/// Guideline tables for government disclosure: look up domains and items, check entries, write tables and templates,
/// lint and compare guidelines.
///
/// Exit code 0: no errors; 1: errors were found; 2: bad call or unreadable input.
#[derive(Debug, Parser)]
#[command(name = "gongkai", version)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// JSON instead of tables for people.
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of tables and messages. Defaults to that of the environment variable LANG, else to zh-CN.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LangArgument>,
    /// No progress bar and no notes.
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the domains (领域).
    Domains,
    /// List the items (二级事项) of a domain, or of all.
    Items {
        /// Code (24), slug (compulsory-education), id (24-compulsory-education) or name (义务教育).
        domain: Option<String>,
    },
    /// Print the JSON Schema of an item's entries.
    Schema {
        /// Domain and item, 24/yi-wu-jiao-yu-xue-xiao-ming-lu or 义务教育/义务教育学校名录.
        #[arg(value_name = "DOMAIN/ITEM")]
        item: String,
    },
    /// Print the form model of an item, or its form as HTML.
    Form(FormOptions),
    /// Print an entry as citizens read it: data (gongkai-reading/1), or a fragment of HTML.
    Read {
        /// The entry, a JSON file; - is standard input.
        #[arg(value_name = "FILE", default_value = "-")]
        file: PathBuf,
        /// Domain and item. Defaults to those that the entry names.
        #[arg(long, value_name = "DOMAIN/ITEM")]
        item: Option<String>,
        /// A fragment of HTML for the page of the host.
        #[arg(long)]
        html: bool,
    },
    /// Print an entry of an item that passes.
    Example {
        /// Domain and item.
        #[arg(value_name = "DOMAIN/ITEM")]
        item: String,
        /// Day on which it passes, YYYY-MM-DD. Defaults to today.
        #[arg(long, value_parser = day)]
        today: Option<Date>,
    },
    /// Check entries: JSON, one on each line (NDJSON), or rows of a table (CSV, XLSX).
    ///
    /// Exit code 0: no finding weighs as much as --fail-on; 1: findings that do; 2: bad call, or something could not be
    /// read.
    Check(CheckOptions),
    /// Count a time limit (公开时限) from a day, and say how.
    Due(DueOptions),
    /// Name what is wrong or doubtful in guidelines.
    Lint(LintOptions),
    /// Say what became of the items from one guideline to another; exit code 0: equal, 1: they differ.
    Diff {
        /// The older guideline: a domain, a guideline.toml or a folder with one.
        old: String,
        /// The newer guideline.
        new: String,
    },
    /// Read official tables (标准目录) out of Word, Excel, web pages and CSV, and draft guidelines of them.
    ///
    /// Exit code 0: tables were understood; 1: a document was refused, or with --strict something was not understood;
    /// 2: bad call, or a file could not be read.
    Import(ImportOptions),
    /// Look for personal data in plain text, CSV or JSON; values are told masked only.
    Privacy(PrivacyOptions),
    /// Write the official table (公开标准目录) of a guideline: Excel, Word, web page, CSV or Markdown.
    ///
    /// What the table has no column for is not in it: ids, kinds and other decisions about fields, provenance.
    Export(ExportOptions),
    /// Write a workbook for entering many entries of an item in Excel or WPS; `gongkai check` reads it back.
    Template(TemplateOptions),
    /// Write a search index over the titles of published entries: files that any server hands out, for <gongkai-nav>.
    ///
    /// Entries that are not proactively published, were withdrawn or say that there is nothing are left out; exit code 1
    /// when others lack title, item or id.
    Index(IndexOptions),
    /// Answer over HTTP, for content management systems written in other languages.
    ///
    /// GET /openapi.json describes what can be asked. Ends on SIGTERM or Ctrl+C, when open requests are answered.
    #[cfg(feature = "serve")]
    Serve(ServeOptions),
    /// Print a script that completes calls in a shell.
    Completions {
        /// Shell to print it for.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page (roff) of the program, or of one of its commands.
    Man {
        /// Command to print it of.
        #[arg(value_name = "COMMAND")]
        command: Option<String>,
    },
}

/// What to count, and from when.
#[derive(Debug, Args)]
pub struct DueOptions {
    /// Day on which the period starts, YYYY-MM-DD; it is not counted.
    #[arg(long, value_parser = day)]
    pub from: Date,
    /// Time limit as printed, 信息形成或者变更之日起20个工作日内.
    #[arg(long, value_name = "TEXT", required_unless_present = "item", conflicts_with = "item")]
    pub limit: Option<String>,
    /// Item whose time limit to count.
    #[arg(long, value_name = "DOMAIN/ITEM")]
    pub item: Option<String>,
}

/// What to lint, and against what.
#[derive(Debug, Args)]
pub struct LintOptions {
    /// Guidelines: domains (24, 义务教育 …), files or folders with a guideline.toml. Defaults to all shipped ones.
    #[arg(value_name = "PACK")]
    pub packs: Vec<String>,
    /// Lexicon to compile with. Defaults to the shipped one.
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,
    /// Lock of ids that hold for good. Defaults to the shipped one, for shipped guidelines only.
    #[arg(long, value_name = "FILE")]
    pub lock: Option<PathBuf>,
    /// Day to take for today, YYYY-MM-DD. Defaults to today.
    #[arg(long, value_parser = day)]
    pub today: Option<Date>,
}

/// Which entries to index, and where to.
#[derive(Debug, Args)]
pub struct IndexOptions {
    /// Entries: JSON, or one on each line (NDJSON); - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Folder to write the index to.
    #[arg(long, short, value_name = "DIR")]
    pub output: PathBuf,
    /// Property of the entries that their addresses are made of.
    #[arg(long, value_name = "NAME", default_value = "x-id")]
    pub id: String,
}

/// Where to look for personal data, and for what.
#[derive(Debug, Args)]
pub struct PrivacyOptions {
    /// Files to read; - is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub files: Vec<PathBuf>,
    /// Look for this kind only; may be given several times. Defaults to all kinds.
    #[arg(long = "kind", value_name = "KIND", value_parser = privacy_kind)]
    pub kinds: Vec<PrivacyKind>,
    /// How files are read. Defaults to what the name ends in (.csv, .tsv, .json, .ndjson, .jsonl), else to text.
    #[arg(long, value_enum)]
    pub format: Option<TextFormat>,
}

/// How a file is read.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum TextFormat {
    /// Lines of text.
    Text,
    /// Rows with commas; the first row names the columns.
    Csv,
    /// Rows with tabs.
    Tsv,
    /// One document, or one after the other.
    Json,
}

/// What to check, and how.
#[derive(Debug, Args)]
pub struct CheckOptions {
    /// Files to read; - is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Check every entry as one of this item; a table needs it, unless it is a template. Defaults to the item that the
    /// entry or the template names.
    #[arg(long, value_name = "DOMAIN/ITEM")]
    pub item: Option<String>,
    /// How entries are written. Defaults to what the name of the file says, else to how it begins.
    #[arg(long, value_enum)]
    pub format: Option<FormatArgument>,
    /// How strict to be.
    #[arg(long, value_enum, default_value = "publish")]
    pub stage: StageArgument,
    /// Day to take for today, YYYY-MM-DD. Defaults to today.
    #[arg(long, value_parser = day)]
    pub today: Option<Date>,
    /// What the county lays down for itself (gongkai-local/1), JSON or TOML.
    #[arg(long, value_name = "FILE")]
    pub local: Option<PathBuf>,
    /// Count findings by rule and item at the end.
    #[arg(long)]
    pub summary: bool,
    /// An earlier version of the entries: count which are unchanged, changed, new and gone.
    #[arg(long, value_name = "OLD")]
    pub against: Option<PathBuf>,
    /// Lightest finding that makes the exit code 1.
    #[arg(long, value_enum, value_name = "WEIGHT", default_value = "error")]
    pub fail_on: SeverityArgument,
}

/// How entries are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FormatArgument {
    /// One entry, or an array of them.
    Json,
    /// One entry on each line.
    Ndjson,
    /// A row of headings, then one entry in each row.
    Csv,
    /// A workbook whose first sheet is such a table.
    Xlsx,
}

impl From<FormatArgument> for Format {
    fn from(format: FormatArgument) -> Self {
        match format {
            FormatArgument::Json => Format::Json,
            FormatArgument::Ndjson => Format::Ndjson,
            FormatArgument::Csv => Format::Csv,
            FormatArgument::Xlsx => Format::Xlsx,
        }
    }
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SeverityArgument {
    /// Wrong.
    Error,
    /// Probably wrong, or worse.
    Warning,
    /// Anything worth knowing.
    Advice,
}

impl From<SeverityArgument> for Severity {
    fn from(severity: SeverityArgument) -> Self {
        match severity {
            SeverityArgument::Error => Severity::Error,
            SeverityArgument::Warning => Severity::Warning,
            SeverityArgument::Advice => Severity::Advice,
        }
    }
}

/// How strict a check is.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum StageArgument {
    /// Loose: an unfinished entry is in order.
    Draft,
    /// Strict: what an entry needs to be made public.
    Publish,
}

impl From<StageArgument> for Stage {
    fn from(stage: StageArgument) -> Self {
        match stage {
            StageArgument::Draft => Stage::Draft,
            StageArgument::Publish => Stage::Publish,
        }
    }
}

/// A language.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum LangArgument {
    /// Simplified Chinese.
    #[value(name = "zh-CN")]
    Zh,
    /// English.
    #[value(name = "en")]
    En,
}

impl From<LangArgument> for Lang {
    fn from(lang: LangArgument) -> Self {
        match lang {
            LangArgument::Zh => Lang::Zh,
            LangArgument::En => Lang::En,
        }
    }
}

fn privacy_kind(text: &str) -> Result<PrivacyKind, String> {
    let known = || PrivacyKind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
    PrivacyKind::ALL
        .iter()
        .find(|kind| kind.as_str() == text)
        .copied()
        .ok_or_else(|| format!("expected one of {}", known()))
}

fn day(text: &str) -> Result<Date, String> {
    gongkai_core::date::parse(text).ok_or_else(|| "expected YYYY-MM-DD".to_owned())
}

/// The day to take for today.
pub fn today(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| jiff::ZonedDateTime::now().date())
}
