//! `domains/*/schemas/*.schema.json`: the JSON Schema of every item.

use std::path::Path;

use super::{Mode, Output, pretty};

pub(super) fn generate(_mode: Mode) -> Result<Output, String> {
    let mut output = Output::default();
    for pack in gongkai::packs() {
        let folder = Path::new("guideline-schemas/domains").join(&pack.id).join("schemas");
        for item in pack.items() {
            let file = folder.join(format!("{}.schema.json", item.id));
            output.files.insert(file, pretty(&item.json_schema()));
        }
        output.owned_folders.push(folder);
    }
    Ok(output)
}
