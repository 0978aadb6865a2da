//! The menu at the side of editing and public pages.

use gongkai_core::ItemRef;

use crate::catalogue::Catalogue;

/// The menu at the side: an element for the widget, with links in it for browsers that cannot run it.
#[derive(Debug)]
pub(crate) struct Sidebar {
    pub href_template: &'static str,
    /// Where the widget fetches its domains.
    pub source: String,
    /// What stands before the id of a domain in the addresses.
    pub prefix: &'static str,
    pub domains: Vec<SidebarLink>,
    /// The item of the page, `domain/item`.
    pub current: Option<String>,
}

/// One domain in the menu.
#[derive(Debug)]
pub(crate) struct SidebarLink {
    pub id: String,
    pub name: String,
    pub is_current: bool,
}

impl Sidebar {
    pub fn for_admin(catalogue: &Catalogue, domain: Option<&str>, item: Option<ItemRef<'_>>) -> Self {
        Self::new(catalogue, domain, item, "/admin/", "/admin/{domain}/{item}")
    }

    pub fn for_public(catalogue: &Catalogue, domain: Option<&str>, item: Option<ItemRef<'_>>) -> Self {
        Self::new(catalogue, domain, item, "/d/", "/d/{domain}/{item}")
    }

    fn new(
        catalogue: &Catalogue,
        domain: Option<&str>,
        item: Option<ItemRef<'_>>,
        prefix: &'static str,
        href_template: &'static str,
    ) -> Self {
        let domains = catalogue.packs().map(|pack| SidebarLink {
            id: pack.id.clone(),
            name: pack.name.clone(),
            is_current: domain == Some(pack.id.as_str()),
        });
        Sidebar {
            href_template,
            source: catalogue.navigation_address().to_owned(),
            prefix,
            domains: domains.collect(),
            current: item.map(|item| format!("{}/{}", item.pack.id, item.id)),
        }
    }
}
