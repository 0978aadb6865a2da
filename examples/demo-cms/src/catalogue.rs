//! The guidelines that the site publishes by: domains, categories and items, and finding them by name.
//!
//! A catalogue never changes; the site swaps it for another one when a local pack is accepted or removed.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::Bytes;
use gongkai_core::compile::{Navigation, NavigationDomain};
use gongkai_core::search::Query;
use gongkai_core::{Guideline, ItemRef, Pack, compile};

use crate::store::local_packs::LocalPack;

/// One edition of one domain.
#[derive(Debug)]
pub(crate) struct Edition {
    pub pack: Cow<'static, Pack>,
    pub guideline: Cow<'static, Guideline>,
    /// Where the widgets fetch the pack.
    pub address: String,
    /// What stands at this address, unless it is a file.
    json: Option<Bytes>,
    /// Number of the local pack; none for what is shipped.
    pub local: Option<i64>,
}

/// All domains with their menu.
#[derive(Debug)]
pub(crate) struct Catalogue {
    /// In the order of the codes, one for each domain.
    current: Vec<Arc<Edition>>,
    /// What was replaced or removed, latest first: entries made by it stay readable.
    former: Vec<Arc<Edition>>,
    navigation: Navigation,
    /// Where the menu fetches its domains.
    navigation_address: String,
    navigation_json: Option<Bytes>,
}

/// An item that was found, and whether one can make new entries of it.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    edition: Arc<Edition>,
    index: usize,
    pub is_current: bool,
}

impl Found {
    pub fn item(&self) -> ItemRef<'_> {
        let pack = &*self.edition.pack;
        ItemRef { pack, item: &pack.items[self.index] }
    }

    /// Where the widgets fetch the pack.
    pub fn pack_address(&self) -> &str {
        &self.edition.address
    }
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

impl Edition {
    fn shipped(pack: &'static Pack, guideline: &'static Guideline) -> Self {
        Edition {
            pack: Cow::Borrowed(pack),
            guideline: Cow::Borrowed(guideline),
            address: format!("/widgets/packs/{}.json", pack.id),
            json: None,
            local: None,
        }
    }

    /// A local pack, compiled anew, since the lexicon may have learned something.
    fn local(stored: &LocalPack) -> anyhow::Result<Self> {
        let guideline: Guideline = serde_json::from_str(&stored.guideline)?;
        let pack = compile(&guideline, gongkai::lexicon())?;
        let json = Bytes::from(serde_json::to_vec(&pack.clone().slim())?);
        Ok(Edition {
            address: format!("/packs/{}.{}.json", pack.id, digest(&json)),
            pack: Cow::Owned(pack),
            guideline: Cow::Owned(guideline),
            json: Some(json),
            local: Some(stored.id),
        })
    }
}

/// Enough of the SHA-256 for an address.
fn digest(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

impl Catalogue {
    /// The shipped domains and the local packs, of which those in use stand in place of shipped ones.
    /// A local pack that this version cannot compile is told in the log and passed over.
    pub fn new(local: &[LocalPack]) -> Self {
        let mut current: Vec<Arc<Edition>> = Vec::new();
        let mut former: Vec<Arc<Edition>> = Vec::new();
        for stored in local {
            match Edition::local(stored) {
                Ok(edition) if stored.is_in_use => current.push(Arc::new(edition)),
                Ok(edition) => former.push(Arc::new(edition)),
                Err(error) => tracing::error!("local pack {} ({}): {error:#}", stored.id, stored.pack),
            }
        }
        for (pack, guideline) in gongkai::packs().iter().zip(gongkai::guidelines()) {
            let edition = Arc::new(Edition::shipped(pack, guideline));
            let is_replaced = current.iter().any(|own| own.pack.code == pack.code);
            if is_replaced { former.push(edition) } else { current.push(edition) }
        }
        current.sort_by(|one, other| one.pack.id.cmp(&other.pack.id));
        let packs = current.iter().map(|edition| &*edition.pack);
        let navigation = Navigation::new(packs, gongkai::lexicon());
        let has_local = current.iter().any(|edition| edition.local.is_some());
        let json = has_local.then(|| serde_json::to_vec(&navigation)).transpose().unwrap_or_else(|error| {
            tracing::error!("the menu cannot be written: {error}");
            None
        });
        let navigation_json = json.map(Bytes::from);
        let navigation_address = navigation_json.as_deref().map_or_else(
            || "/widgets/navigation.json".to_owned(),
            |json| format!("/navigation/{}.json", digest(json)),
        );
        Catalogue { current, former, navigation, navigation_address, navigation_json }
    }

    /// The domains, one edition of each.
    pub fn packs(&self) -> impl ExactSizeIterator<Item = &Pack> {
        self.current.iter().map(|edition| &*edition.pack)
    }

    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.current.iter().map(|edition| &**edition)
    }

    /// What was replaced or removed, latest first.
    pub fn former(&self) -> impl Iterator<Item = &Edition> {
        self.former.iter().map(|edition| &**edition)
    }

    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs().find(|pack| pack.id == id)
    }

    /// The name of a domain, also of one that the site no longer has.
    pub fn domain_name(&self, id: &str) -> Option<&str> {
        let editions = self.current.iter().chain(&self.former);
        editions.map(|edition| &*edition.pack).find(|pack| pack.id == id).map(|pack| pack.name.as_str())
    }

    /// An item by the edition that holds now, else by the latest that had it.
    pub fn find(&self, pack: &str, item: &str) -> Option<Found> {
        self.find_where(pack, item, |_| true)
    }

    /// An item by the edition that an entry was made by, so that nothing in it goes unshown.
    pub fn find_as_made(&self, pack: &str, item: &str, edition: &str) -> Option<Found> {
        self.find_where(pack, item, |pack| pack.edition == edition).or_else(|| self.find(pack, item))
    }

    fn find_where(&self, pack: &str, item: &str, fits: impl Fn(&Pack) -> bool) -> Option<Found> {
        let current = self.current.iter().map(|edition| (edition, true));
        let former = self.former.iter().map(|edition| (edition, false));
        let mut of_domain =
            current.chain(former).filter(|(edition, _)| edition.pack.id == pack && fits(&edition.pack));
        of_domain.find_map(|(edition, is_current)| {
            let index = edition.pack.items.iter().position(|known| known.id == item)?;
            Some(Found { edition: Arc::clone(edition), index, is_current })
        })
    }

    /// A domain of the menu: its items by category.
    pub fn menu(&self, pack: &str) -> Option<&NavigationDomain> {
        self.navigation.domains.iter().find(|domain| domain.id == pack)
    }

    pub fn navigation_address(&self) -> &str {
        &self.navigation_address
    }

    /// The menu as the widget fetches it, unless it is a file.
    pub fn navigation_json(&self) -> Option<Bytes> {
        self.navigation_json.clone()
    }

    /// A local pack as the widgets fetch it.
    pub fn pack_json(&self, address: &str) -> Option<Bytes> {
        let mut editions = self.current.iter().chain(&self.former);
        editions.find(|edition| edition.address == address)?.json.clone()
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
