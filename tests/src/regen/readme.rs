//! `README.md` of the data: its tables are counted, the rest is written by hand.

use std::collections::BTreeMap;
use std::fs;

use gongkai_core::Pack;
use gongkai_core::guideline::Mark;

use super::{Mode, Output};
use crate::judges::items;
use crate::workspace;

const PATH: &str = "guideline-schemas/README.md";

pub(super) fn generate(_mode: Mode) -> Result<Output, String> {
    let text =
        fs::read_to_string(workspace::root().join(PATH)).map_err(|error| format!("{PATH}: {error}"))?;
    let text = between_markers(&text, "domains", &domains())?;
    let text = between_markers(&text, "kinds", &kinds())?;
    Ok(Output::file(PATH, text))
}

/// Replaces what stands between `<!-- generated: NAME -->` and `<!-- end: NAME -->`.
fn between_markers(text: &str, name: &str, table: &str) -> Result<String, String> {
    let missing = || format!("{PATH}: the markers of {name:?} are missing");
    let (before, rest) = text.split_once(&format!("<!-- generated: {name} -->\n")).ok_or_else(missing)?;
    let (_, after) = rest.split_once(&format!("<!-- end: {name} -->")).ok_or_else(missing)?;
    Ok(format!("{before}<!-- generated: {name} -->\n{table}<!-- end: {name} -->{after}"))
}

fn domains() -> String {
    let marked = |pack: &Pack, mark| pack.items.iter().filter(|item| item.mark == mark).count();
    let elements = |pack: &Pack| pack.items.iter().map(|item| item.fields.len()).sum::<usize>();
    let mut table = String::from(
        "| pack | 领域 | edition | rows seen | rows recalled | elements |\n|---|---|---|--:|--:|--:|\n",
    );
    let (mut seen, mut recalled, mut total) = (0, 0, 0);
    for pack in gongkai::packs() {
        let row = (marked(pack, Mark::Seen), marked(pack, Mark::Recalled), elements(pack));
        table.push_str(&format!(
            "| [{0}](domains/{0}) | {1} | {2} | {3} | {4} | {5} |\n",
            pack.id, pack.name, pack.edition, row.0, row.1, row.2
        ));
        (seen, recalled, total) = (seen + row.0, recalled + row.1, total + row.2);
    }
    table.push_str(&format!("| **together** | | | **{seen}** | **{recalled}** | **{total}** |\n"));
    table
}

fn kinds() -> String {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for field in items().flat_map(|item| &item.item.fields) {
        let kind = serde_json::to_value(&field.kind).expect("plain data");
        let name = kind["type"].as_str().unwrap_or_default().to_owned();
        let count = counts.entry(name).or_default();
        count.0 += 1;
        count.1 += usize::from(field.required);
    }
    let mut table = String::from("| kind | elements | of these required |\n|---|--:|--:|\n");
    for (kind, (elements, required)) in counts {
        table.push_str(&format!("| {kind} | {elements} | {required} |\n"));
    }
    table
}
