//! `gongkai domains` and `gongkai items`.

use std::io::Write;

use gongkai_core::guideline::Mark;
use gongkai_core::{ItemRef, Pack};
use serde_json::{Value, json};

use super::write_pretty;
use crate::failure::Failure;
use crate::find;
use crate::table::{Align, Table};
use crate::words::Words;

/// How many items of a pack are known in this way.
fn marked(pack: &Pack, mark: Mark) -> usize {
    pack.items.iter().filter(|item| item.mark == mark).count()
}

fn elements(pack: &Pack) -> usize {
    pack.items.iter().map(|item| item.fields.len()).sum()
}

/// What programs are told of a domain.
pub fn domain(pack: &Pack) -> Value {
    json!({
        "id": pack.id,
        "code": pack.code,
        "slug": pack.slug,
        "name": pack.name,
        "title": pack.title,
        "edition": pack.edition,
        "items": pack.items.len(),
        "elements": elements(pack),
        "seen": marked(pack, Mark::Seen),
        "recalled": marked(pack, Mark::Recalled),
    })
}

/// What programs are told of an item.
pub fn item(item: ItemRef<'_>) -> Value {
    json!({
        "pack": item.pack.id,
        "id": item.id,
        "category": item.category,
        "name": item.name,
        "kind": item.kind,
        "elements": item.fields.len(),
        "required": item.fields.iter().filter(|field| field.required).count(),
        "time_limit": item.time_limit.as_ref().map(|limit| &limit.text),
        "mark": item.mark,
        "sightings": item.sightings,
    })
}

/// Lists the domains.
pub fn domains(as_json: bool, words: Words, out: &mut dyn Write) -> Result<(), Failure> {
    if as_json {
        return Ok(write_pretty(&gongkai::packs().iter().map(domain).collect(), out)?);
    }
    let mut table = Table::new([
        (words.pick("代码", "code"), Align::Left),
        (words.pick("领域", "domain"), Align::Left),
        (words.pick("事项", "items"), Align::Right),
        (words.pick("要素", "elements"), Align::Right),
        (words.mark(Mark::Seen), Align::Right),
        (words.mark(Mark::Recalled), Align::Right),
        (words.pick("编号", "id"), Align::Left),
    ]);
    for pack in gongkai::packs() {
        table.row([
            pack.code.clone(),
            pack.name.clone(),
            pack.items.len().to_string(),
            elements(pack).to_string(),
            marked(pack, Mark::Seen).to_string(),
            marked(pack, Mark::Recalled).to_string(),
            pack.id.clone(),
        ]);
    }
    Ok(table.write("", out)?)
}

/// Lists the items of one domain or of all.
pub fn items(domain: Option<&str>, as_json: bool, words: Words, out: &mut dyn Write) -> Result<(), Failure> {
    let packs: Vec<&Pack> = match domain {
        Some(wanted) => vec![find::domain(wanted)?],
        None => gongkai::packs().iter().collect(),
    };
    let items = packs.iter().flat_map(|pack| pack.items());
    if as_json {
        return Ok(write_pretty(&items.map(item).collect(), out)?);
    }
    let mut table = Table::new([
        (words.pick("领域", "domain"), Align::Left),
        (words.pick("一级事项", "category"), Align::Left),
        (words.pick("二级事项", "item"), Align::Left),
        (words.pick("类型", "kind"), Align::Left),
        (words.pick("要素", "elements"), Align::Right),
        (words.pick("来源", "known"), Align::Left),
        (words.pick("编号", "id"), Align::Left),
    ]);
    for item in items {
        table.row([
            item.pack.name.clone(),
            item.category.clone(),
            item.name.clone(),
            words.kind(item.kind).to_owned(),
            item.fields.len().to_string(),
            words.mark(item.mark).to_owned(),
            format!("{}/{}", item.pack.code, item.id),
        ]);
    }
    Ok(table.write("", out)?)
}
