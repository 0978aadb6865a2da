//! The categories of a domain, with the counts of their items.

use gongkai_core::compile::NavigationDomain;
use gongkai_core::text::Lang;

use crate::catalogue::Catalogue;
use crate::store::lists::{Count, Counts};
use crate::texts;

/// One category with its items.
pub(crate) struct CategoryRows {
    pub name: String,
    pub items: Vec<ItemRow>,
}

/// One item with its counts in words; none where there is nothing.
pub(crate) struct ItemRow {
    pub id: String,
    pub name: String,
    pub published: Option<String>,
    pub drafts: Option<String>,
}

/// Items that a domain no longer has, with entries that were made of them: nothing that was written is lost.
pub(crate) fn former(catalogue: &Catalogue, domain: &str, counts: &Counts, lang: Lang) -> Vec<ItemRow> {
    let items = counts.items_of_pack(domain).into_iter();
    let former = items.filter_map(|(id, count)| {
        let found = catalogue.find(domain, id).filter(|found| !found.is_current)?;
        Some(row(id, &found.item().name, count, lang))
    });
    former.collect()
}

/// The categories of a domain with counts.
pub(crate) fn categories(domain: &NavigationDomain, counts: &Counts, lang: Lang) -> Vec<CategoryRows> {
    let rows = domain.categories.iter().map(|category| CategoryRows {
        name: category.name.clone(),
        items: category
            .items
            .iter()
            .map(|item| row(&item.id, &item.name, counts.of_item(&domain.id, &item.id), lang))
            .collect(),
    });
    rows.collect()
}

fn row(id: &str, name: &str, count: Count, lang: Lang) -> ItemRow {
    ItemRow {
        id: id.to_owned(),
        name: name.to_owned(),
        published: (count.published > 0).then(|| texts::published_count(count.published, lang)),
        drafts: (count.drafts > 0).then(|| texts::draft_count(count.drafts, lang)),
    }
}
