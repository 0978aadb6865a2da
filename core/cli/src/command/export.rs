//! `gongkai export`: the official table of a guideline, in the formats that offices use.

use std::io::Write;
use std::path::Path;

use gongkai_core::export::{self, Format, Options};
use gongkai_core::text::Lang;
use serde_json::json;

use super::check::Manner;
use super::deliver;
use crate::args::ExportOptions;
use crate::failure::Failure;
use crate::source;

/// Writes the table to a file, or to standard output.
pub fn run(options: &ExportOptions, manner: Manner, out: &mut dyn Write) -> Result<(), Failure> {
    let format = match options.format {
        Some(format) => format.into(),
        None => of_name(&options.to)?,
    };
    let guideline = source::guideline(&options.domain)?;
    let settings = Options::default().with_date(options.date);
    let document =
        export::write(&guideline, gongkai::lexicon(), format, &settings).map_err(Failure::Export)?;
    let items = guideline.items.len();
    let about = json!({
        "file": options.to.display().to_string(),
        "format": format.extension(),
        "domain": guideline.name,
        "items": items,
    });
    let said = match manner.words.lang() {
        Lang::Zh => format!("{}：{}，{items}个事项", options.to.display(), guideline.name),
        Lang::En => format!("{}: {}, {items} items", options.to.display(), guideline.name),
    };
    deliver(&options.to, &document, &about, &said, manner, out)
}

fn of_name(file: &Path) -> Result<Format, Failure> {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    Format::of_extension(extension).ok_or_else(|| Failure::FormatUnknown(file.to_owned()))
}
