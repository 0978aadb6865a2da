//! The guidelines that the site publishes by: domains, categories and items, and finding them by name.

use gongkai_core::compile::{Navigation, NavigationDomain};
use gongkai_core::search::Query;
use gongkai_core::{ItemRef, Pack};

/// All domains with their menu.
#[derive(Debug)]
pub(crate) struct Catalogue {
    packs: &'static [Pack],
    navigation: Navigation,
}

/// A domain or an item that a search found by its name.
#[derive(Debug)]
pub(crate) struct Named<'a> {
    pub name: &'a str,
    /// Address below `/d/`.
    pub address: String,
    /// The domain and category of an item; empty for a domain.
    pub place: String,
}

impl Catalogue {
    pub fn new() -> Self {
        Catalogue { packs: gongkai::packs(), navigation: gongkai::navigation() }
    }

    pub fn packs(&self) -> &'static [Pack] {
        self.packs
    }

    pub fn pack(&self, id: &str) -> Option<&'static Pack> {
        self.packs.iter().find(|pack| pack.id == id)
    }

    pub fn item(&self, pack: &str, item: &str) -> Option<ItemRef<'static>> {
        self.pack(pack)?.item(item)
    }

    /// A domain of the menu: its items by category.
    pub fn menu(&self, pack: &str) -> Option<&NavigationDomain> {
        self.navigation.domains.iter().find(|domain| domain.id == pack)
    }

    /// Domains and items by characters, pinyin or initials of their names.
    pub fn named(&self, typed: &str) -> Vec<Named<'_>> {
        let query = Query::new(typed);
        let mut found = Vec::new();
        if query.is_empty() {
            return found;
        }
        for domain in &self.navigation.domains {
            if query.matches(&domain.name, &domain.pinyin) {
                found.push(Named { name: &domain.name, address: domain.id.clone(), place: String::new() });
            }
            for category in &domain.categories {
                let items = category.items.iter().filter(|item| query.matches(&item.name, &item.pinyin));
                found.extend(items.map(|item| Named {
                    name: &item.name,
                    address: format!("{}/{}", domain.id, item.id),
                    place: format!("{} · {}", domain.name, category.name),
                }));
            }
        }
        found
    }
}
