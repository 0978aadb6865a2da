//! From what a person calls a domain or an item to the thing itself; unknown names bring near ones to mind.

use gongkai_core::search::Query;
use gongkai_core::{ItemRef, Pack};

use crate::failure::Failure;

/// How many near names to offer.
const MAX_NEAR: usize = 3;

/// Longer names are none that a person typed, and comparing them takes long.
const MAX_NAME_BYTES: usize = 300;

/// How alike two names have to be, from 0 to 1.
const ALIKE: f64 = 0.75;

/// The domain with this code, slug, id or name.
pub fn domain(wanted: &str) -> Result<&'static Pack, Failure> {
    let found = gongkai::pack(wanted).or_else(|| gongkai::pack(&format!("{wanted:0>2}")));
    found.ok_or_else(|| {
        let menu = gongkai::navigation();
        let names = gongkai::packs().iter().zip(&menu.domains).map(|(pack, entry)| Name {
            shown: format!("{} {}", pack.code, pack.name),
            name: &pack.name,
            pinyin: &entry.pinyin,
            id: &pack.slug,
        });
        Failure::DomainUnknown { wanted: shortened(wanted), near: near(wanted, names) }
    })
}

/// The item of this domain with this id or name.
pub fn item_of(pack: &'static Pack, wanted: &str) -> Result<ItemRef<'static>, Failure> {
    if let Some(item) = pack.item(wanted) {
        return Ok(item);
    }
    let named: Vec<ItemRef<'static>> = pack.items().filter(|item| item.name == wanted).collect();
    match named.as_slice() {
        [item] => Ok(*item),
        [] => {
            let menu = gongkai::navigation();
            let pinyin = |id: &str| {
                let domain = menu.domains.iter().find(|domain| domain.id == pack.id)?;
                let mut items = domain.categories.iter().flat_map(|category| &category.items);
                items.find(|item| item.id == id).map(|item| item.pinyin.as_str())
            };
            let names = pack.items.iter().map(|item| Name {
                shown: format!("{}/{}", pack.code, item.id),
                name: &item.name,
                pinyin: pinyin(&item.id).unwrap_or_default(),
                id: &item.id,
            });
            Err(Failure::ItemUnknown { wanted: shortened(wanted), near: near(wanted, names) })
        }
        several => Err(Failure::ItemAmbiguous {
            wanted: shortened(wanted),
            items: several.iter().map(|item| format!("{}/{}", pack.code, item.id)).collect(),
        }),
    }
}

/// The item at DOMAIN/ITEM.
pub fn item(address: &str) -> Result<ItemRef<'static>, Failure> {
    let (domain_name, item_name) =
        address.split_once('/').ok_or_else(|| Failure::AddressMalformed(address.to_owned()))?;
    item_of(domain(domain_name)?, item_name)
}

/// The headings that a table of this item's entries may have, as far as they are like what was written.
pub fn headings_near(item: ItemRef<'_>, wanted: &str) -> Vec<String> {
    near(
        wanted,
        item.fields.iter().map(|field| Name {
            shown: field.name.clone(),
            name: &field.name,
            pinyin: "",
            id: &field.key,
        }),
    )
}

/// A name as far as a complaint repeats it.
fn shortened(name: &str) -> String {
    if name.len() <= MAX_NAME_BYTES {
        return name.to_owned();
    }
    let start: String = name.chars().take(40).collect();
    format!("{start}…")
}

/// A name that may be meant.
struct Name<'a> {
    shown: String,
    name: &'a str,
    pinyin: &'a str,
    id: &'a str,
}

/// The names most like what was typed: by characters, pinyin and initials first, then by likeness of spelling.
fn near<'a>(wanted: &str, names: impl Iterator<Item = Name<'a>>) -> Vec<String> {
    if wanted.len() > MAX_NAME_BYTES {
        return Vec::new();
    }
    let query = Query::new(wanted);
    let mut near: Vec<(f64, String)> = names
        .filter_map(|name| {
            let likeness =
                strsim::jaro_winkler(wanted, name.id).max(strsim::normalized_levenshtein(wanted, name.name));
            let found = !query.is_empty() && query.matches(name.name, name.pinyin);
            (found || likeness >= ALIKE).then_some((likeness + f64::from(u8::from(found)), name.shown))
        })
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    near.into_iter().take(MAX_NEAR).map(|(_, shown)| shown).collect()
}
