//! Lists and counts of entries, a page at a time.

use std::collections::HashMap;

use rusqlite::{Connection, Result, ToSql, params_from_iter};

use super::entries::{COLUMNS, Stored};

/// Entries on one page of a list.
pub(crate) const PAGE_SIZE: u32 = 20;

/// How many entries an item has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    /// Made public.
    pub published: u32,
    /// Being worked on, whether or not an older version is public.
    pub drafts: u32,
}

/// Counts by pack and item.
#[derive(Debug, Default)]
pub(crate) struct Counts(HashMap<(String, String), Count>);

impl Counts {
    pub fn of_item(&self, pack: &str, item: &str) -> Count {
        self.0.get(&(pack.to_owned(), item.to_owned())).copied().unwrap_or_default()
    }

    /// The items of a pack that have entries, in the order of their ids.
    pub fn items_of_pack(&self, pack: &str) -> Vec<(&str, Count)> {
        let of_pack = self.0.iter().filter(|((of, _), _)| of == pack);
        let mut items: Vec<_> = of_pack.map(|((_, item), count)| (item.as_str(), *count)).collect();
        items.sort_unstable_by_key(|(item, _)| *item);
        items
    }

    pub fn of_pack(&self, pack: &str) -> Count {
        self.sum(|(of, _)| of == pack)
    }

    /// Forgets what the public does not see.
    pub fn keep_published(&mut self) {
        self.0.retain(|_, count| {
            count.drafts = 0;
            count.published > 0
        });
    }

    pub fn all(&self) -> Count {
        self.sum(|_| true)
    }

    fn sum(&self, counts: impl Fn(&(String, String)) -> bool) -> Count {
        let chosen = self.0.iter().filter(|(key, _)| counts(key));
        chosen.fold(Count::default(), |sum, (_, count)| Count {
            published: sum.published + count.published,
            drafts: sum.drafts + count.drafts,
        })
    }
}

pub(crate) fn counts(connection: &Connection) -> Result<Counts> {
    let mut statement = connection.prepare(
        "SELECT pack, item, count(published_json), count(draft_json) FROM entries GROUP BY pack, item",
    )?;
    let rows = statement.query_map([], |row| {
        let count = Count { published: row.get(2)?, drafts: row.get(3)? };
        Ok(((row.get(0)?, row.get(1)?), count))
    })?;
    rows.collect::<Result<_>>().map(Counts)
}

/// One page of a list, and how many entries the whole list has.
#[derive(Debug)]
pub(crate) struct Listed {
    pub entries: Vec<Stored>,
    pub total: u32,
}

/// Everything of an item, changed last first; pages count from 1.
pub(crate) fn of_item(connection: &Connection, pack: &str, item: &str, page: u32) -> Result<Listed> {
    list(connection, "pack = ? AND item = ?", "updated_at DESC, id DESC", &[&pack, &item], page)
}

/// What is public of an item, newest first.
pub(crate) fn published_of_item(
    connection: &Connection,
    pack: &str,
    item: &str,
    page: u32,
) -> Result<Listed> {
    let condition = "pack = ? AND item = ? AND published_json IS NOT NULL";
    list(connection, condition, "published_at DESC, id DESC", &[&pack, &item], page)
}

/// What was changed last.
pub(crate) fn recent(connection: &Connection) -> Result<Listed> {
    list(connection, "true", "updated_at DESC, id DESC", &[], 1)
}

/// What was made public last.
pub(crate) fn recently_published(connection: &Connection) -> Result<Listed> {
    list(connection, "published_json IS NOT NULL", "published_at DESC, id DESC", &[], 1)
}

/// What is public and contains every word. Words are looked for as they stand, because a
/// trigram index would miss the Chinese words of two characters.
pub(crate) fn search(connection: &Connection, words: &[String], page: u32) -> Result<Listed> {
    let mut condition = "published_json IS NOT NULL".to_owned();
    for _ in words {
        condition.push_str(" AND instr(search_text, ?) > 0");
    }
    let values: Vec<&dyn ToSql> = words.iter().map(|word| word as &dyn ToSql).collect();
    list(connection, &condition, "published_at DESC, id DESC", &values, page)
}

fn list(
    connection: &Connection,
    condition: &str,
    order: &str,
    values: &[&dyn ToSql],
    page: u32,
) -> Result<Listed> {
    let mut count = connection.prepare(&format!("SELECT count(*) FROM entries WHERE {condition}"))?;
    let total = count.query_row(params_from_iter(values), |row| row.get(0))?;
    let offset = page.saturating_sub(1).saturating_mul(PAGE_SIZE);
    let mut statement = connection.prepare(&format!(
        "SELECT {COLUMNS} FROM entries WHERE {condition} ORDER BY {order} LIMIT {PAGE_SIZE} OFFSET {offset}"
    ))?;
    let entries = statement.query_map(params_from_iter(values), Stored::read)?;
    Ok(Listed { entries: entries.collect::<Result<_>>()?, total })
}
