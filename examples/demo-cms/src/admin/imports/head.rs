//! The head of the guideline that a domain becomes: suggested, typed, and checked for clashes.

use gongkai_core::Guideline;
use gongkai_core::import::draft::slug;
use gongkai_core::import::report::ImportedDomain;
use gongkai_core::text::Lang;

use crate::catalogue::Catalogue;
use crate::county::SITE_NAME;
use crate::store::imports::Head;
use crate::texts;

/// Codes of domains that no shipped guideline has begin here.
const FIRST_OWN_CODE: u32 = 90;
/// Longest text of a head, in characters.
const MAX_CHARS: usize = 200;

/// What is wrong with a property of the head.
#[derive(Debug, Clone)]
pub(super) struct HeadFault {
    /// Name of the field in the form.
    pub field: &'static str,
    pub message: String,
}

/// What the head of a domain probably is: that of the domain of its name, else one of its own.
pub(super) fn suggest(domain: &ImportedDomain, sha256: &str, catalogue: &Catalogue) -> Head {
    let known =
        catalogue.editions().map(|edition| &*edition.guideline).find(|known| known.name == domain.name);
    let mut head = match known {
        Some(known) => Head {
            name: known.name.clone(),
            code: known.code.clone(),
            slug: known.slug.clone(),
            issuer: known.issuer.clone(),
            edition: String::new(),
        },
        None => Head {
            name: domain.name.clone(),
            code: free_code(catalogue),
            slug: slug(&domain.name, &gongkai::lexicon().readings),
            issuer: SITE_NAME.to_owned(),
            edition: String::new(),
        },
    };
    let pack = format!("{}-{}", head.code, head.slug);
    let start = format!("local-{}", sha256.get(..8).unwrap_or(sha256));
    let numbered = (2_u32..).map(|number| format!("{start}-{number}"));
    let edition =
        std::iter::once(start.clone()).chain(numbered).find(|edition| !is_taken(catalogue, &pack, edition));
    head.edition = edition.unwrap_or(start);
    head
}

fn free_code(catalogue: &Catalogue) -> String {
    let is_free = |code: &String| catalogue.packs().all(|pack| pack.code != *code);
    (FIRST_OWN_CODE..100).map(|code| code.to_string()).find(is_free).unwrap_or_default()
}

/// Whether the domain has or had an edition of this name; entries say by it what they were made by.
fn is_taken(catalogue: &Catalogue, pack: &str, edition: &str) -> bool {
    let mut known = catalogue.editions().chain(catalogue.former());
    known.any(|known| known.pack.id == pack && known.pack.edition == edition)
}

/// The guideline in whose place the domain comes.
pub(super) fn replaced<'a>(head: &Head, catalogue: &'a Catalogue) -> Option<&'a Guideline> {
    let mut known = catalogue.editions().map(|edition| &*edition.guideline);
    known.find(|known| known.code == head.code && known.slug == head.slug)
}

/// The head without blanks around its texts.
pub(super) fn trimmed(head: &Head) -> Head {
    let trim = |text: &String| text.trim().chars().take(MAX_CHARS).collect();
    Head {
        name: trim(&head.name),
        code: trim(&head.code),
        slug: trim(&head.slug),
        edition: trim(&head.edition),
        issuer: trim(&head.issuer),
    }
}

/// What is wrong with a head.
pub(super) fn faults(head: &Head, catalogue: &Catalogue, lang: Lang) -> Vec<HeadFault> {
    let words = texts::import::of(lang);
    let mut faults = Vec::new();
    let mut fault = |field: &'static str, message: String| {
        if faults.iter().all(|known: &HeadFault| known.field != field) {
            faults.push(HeadFault { field, message });
        }
    };
    let properties = [
        ("name", &head.name),
        ("code", &head.code),
        ("slug", &head.slug),
        ("edition", &head.edition),
        ("issuer", &head.issuer),
    ];
    for (field, _) in properties.into_iter().filter(|(_, text)| text.is_empty()) {
        fault(field, words.needed.to_owned());
    }
    if head.code.len() != 2 || !head.code.bytes().all(|byte| byte.is_ascii_digit()) {
        fault("code", words.code_malformed.to_owned());
    }
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !head.slug.bytes().all(is_plain) {
        fault("slug", words.slug_malformed.to_owned());
    }
    for known in catalogue.packs() {
        let is_same_domain = known.slug == head.slug && known.name == head.name;
        if known.code == head.code && !is_same_domain {
            fault("code", texts::import::code_taken(&head.code, &known.name, lang));
        } else if known.code != head.code && known.slug == head.slug {
            fault("slug", texts::import::slug_taken(&head.slug, &known.name, lang));
        }
    }
    if is_taken(catalogue, &format!("{}-{}", head.code, head.slug), &head.edition) {
        fault("edition", words.edition_taken.to_owned());
    }
    faults
}
