//! `gongkai template`: a workbook for entering many entries of an item.

use std::io::Write;

use gongkai_core::template;
use gongkai_core::text::Lang;
use serde_json::json;

use super::check::Manner;
use super::deliver;
use crate::args::TemplateOptions;
use crate::failure::Failure;
use crate::find;

/// Writes the workbook to a file, or to standard output.
pub fn run(options: &TemplateOptions, manner: Manner, out: &mut dyn Write) -> Result<(), Failure> {
    let item = find::item(&options.item)?;
    let workbook = template::workbook(item, options.rows).map_err(Failure::Export)?;
    let file = options.to.display();
    let columns = template::columns(item).len();
    let about = json!({
        "file": file.to_string(),
        "pack": item.pack.id,
        "edition": item.pack.edition,
        "item": item.id,
        "columns": columns,
    });
    let said = match manner.words.lang() {
        Lang::Zh => format!("{file}：{}，{columns}列", item.name),
        Lang::En => format!("{file}: {}, {columns} columns", item.name),
    };
    deliver(&options.to, &workbook, &about, &said, manner, out)
}
