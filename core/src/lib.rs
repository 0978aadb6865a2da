//! Guideline tables for government disclosure (基层政务公开标准指引) turned into JSON Schemas, forms, menus and checks.
//!
//! A guideline and a lexicon are compiled into a [`Pack`]; an item of it judges entries with [`ItemRef::check`],
//! gives their JSON Schema with [`ItemRef::json_schema`], its form with [`ItemRef::form`] and its place in the menu.
//! Nothing here reads files, clocks or the network: texts, dates and calendars come in as arguments.
//!
//! # Example
//! The shipped guidelines come from the crate `gongkai-guidelines`; any others do as well.
//!
//! ```
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use gongkai_core::{Context, Guideline, Lexicon, Stage, compile, text};
//!
//! let domain = gongkai_guidelines::DOMAINS.iter().find(|domain| domain.id == "24-compulsory-education").unwrap();
//! let lexicon = Lexicon::from_toml(gongkai_guidelines::LEXICON)?;
//! let pack = compile(&Guideline::from_toml(domain.guideline)?, &lexicon)?;
//! let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").unwrap();
//!
//! let entry = br#"{ "title": "First School", "elements": { "ban_gong_dian_hua": "0736\u20147111111" } }"#;
//! let report = item.check_json(entry, &Context::new(Stage::Publish, jiff::civil::date(2026, 9, 1)))?;
//! for issue in &report.issues {
//!     println!("{}: {}", issue.path, text::message(issue, text::Lang::En));
//! }
//! # let phone = report.issues.iter().find(|issue| issue.path == "/elements/ban_gong_dian_hua").unwrap();
//! # assert_eq!(phone.repair, Some("0736-7111111".into()));
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - `compile` (default): reading sources, compiling them, linting and comparing them.
//! - `export`: official tables out, as Excel, Word, web page, CSV and Markdown; workbooks for entering many entries.
//! - `import`: official tables in, from Word, Excel, web pages and CSV.
//! - `index`: a search index over the titles of entries, as files that any server hands out.
//! - `json-schema`: elements of the host's own, checked by their JSON Schemas.
//! - `meta` (default): JSON Schemas of the document formats, through schemars.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod blank;
pub mod calendar;
mod check;
#[cfg(feature = "compile")]
pub mod citation;
pub mod compile;
pub mod date;
pub mod deadline;
#[cfg(feature = "compile")]
pub mod diff;
pub mod entry;
pub mod envelope;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "json-schema")]
mod extensions;
pub mod field;
pub mod guideline;
pub mod identifier;
#[cfg(feature = "compile")]
pub mod ids_lock;
#[cfg(feature = "import")]
pub mod import;
pub mod index;
#[cfg(feature = "compile")]
pub mod laws;
pub mod lexicon;
#[cfg(feature = "compile")]
pub mod lint;
pub mod local;
pub mod namesakes;
mod node;
pub mod pack;
mod path;
pub mod posted;
pub mod privacy;
mod read;
pub mod reading;
#[cfg(feature = "compile")]
pub mod regions;
pub mod report;
pub mod revision;
pub mod rows;
pub mod rulebook;
pub mod rules;
pub mod search;
pub mod template;
pub mod text;
pub mod time_limit;

pub use calendar::Calendar;
#[cfg(feature = "compile")]
pub use calendar::CalendarSource;
pub use check::{Context, EntryUnreadable, RuleSet};
#[cfg(feature = "compile")]
pub use compile::{CompileError, CompileErrors, compile};
pub use entry::Entry;
#[cfg(feature = "json-schema")]
pub use extensions::{ExtensionError, Extensions};
pub use field::{Field, Kind};
pub use guideline::Guideline;
#[cfg(feature = "compile")]
pub use laws::Laws;
pub use lexicon::Lexicon;
pub use local::Local;
pub use pack::{Item, ItemRef, Pack};
pub use privacy::{PrivacyKind, ScanContext};
pub use read::DocumentError;
pub use reading::Reading;
#[cfg(feature = "compile")]
pub use regions::Regions;
pub use report::{Issue, IssueCode, Report, Severity, Stage, Verdict};
