//! The categories of a domain, with the counts of their items.

use gongkai_core::compile::NavigationDomain;
use gongkai_core::text::Lang;

use crate::store::lists::Counts;
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

/// The categories of a domain with counts.
pub(crate) fn categories(domain: &NavigationDomain, counts: &Counts, lang: Lang) -> Vec<CategoryRows> {
    let rows = domain.categories.iter().map(|category| CategoryRows {
        name: category.name.clone(),
        items: category
            .items
            .iter()
            .map(|item| {
                let count = counts.of_item(&domain.id, &item.id);
                ItemRow {
                    id: item.id.clone(),
                    name: item.name.clone(),
                    published: (count.published > 0).then(|| texts::published_count(count.published, lang)),
                    drafts: (count.drafts > 0).then(|| texts::draft_count(count.drafts, lang)),
                }
            })
            .collect(),
    });
    rows.collect()
}
