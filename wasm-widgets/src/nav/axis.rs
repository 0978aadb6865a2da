//! By what the menu is grouped: all the same items, under other headings.

use gongkai_core::compile::{Navigation, NavigationDomain, NavigationItem};
use gongkai_core::search::Reading;
use gongkai_core::text::Lang;

use crate::text;

/// What groups the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axis {
    Domain,
    Department,
    Audience,
    Level,
    Frequent,
}

impl Axis {
    const NAMES: &[(&str, Axis)] = &[
        ("domain", Axis::Domain),
        ("department", Axis::Department),
        ("audience", Axis::Audience),
        ("level", Axis::Level),
        ("frequent", Axis::Frequent),
    ];

    /// The axes that an attribute names, in its order.
    pub fn list(names: &str) -> Vec<Axis> {
        names.split_whitespace().filter_map(Axis::named).collect()
    }

    pub fn named(name: &str) -> Option<Axis> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, axis)| *axis)
    }

    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Axis::Domain => text::axis_domain(lang),
            Axis::Department => text::axis_department(lang),
            Axis::Audience => text::axis_audience(lang),
            Axis::Level => text::axis_level(lang),
            Axis::Frequent => text::axis_frequent(lang),
        }
    }
}

/// An item with its domain.
#[derive(Clone, Copy)]
pub(super) struct Leaf<'a> {
    pub domain: &'a NavigationDomain,
    pub item: &'a NavigationItem,
}

impl Leaf<'_> {
    /// What pages call it: `DOMAIN/ITEM`.
    pub fn key(&self) -> String {
        [&self.domain.id, "/", &self.item.id].concat()
    }
}

/// Items under a heading.
pub(super) struct Section<'a> {
    /// Empty where no heading is needed.
    pub name: &'a str,
    pub leaves: Vec<Leaf<'a>>,
}

/// What a reader opens and closes.
pub(super) struct Group<'a> {
    pub id: String,
    pub name: &'a str,
    pub pinyin: &'a str,
    pub sections: Vec<Section<'a>>,
}

impl<'a> Group<'a> {
    /// All of its items.
    pub fn leaves(&self) -> impl Iterator<Item = &Leaf<'a>> {
        self.sections.iter().flat_map(|section| &section.leaves)
    }
}

/// The numbers of the groups that an item belongs to.
type OfItem = fn(&NavigationItem) -> &[u32];

/// All items of the menu, grouped; only the frequent ones are a choice.
pub(super) fn groups<'a>(
    navigation: &'a Navigation,
    axis: Axis,
    frequent: &[String],
    lang: Lang,
) -> Vec<Group<'a>> {
    let (names, of_item): (&[Reading], OfItem) = match axis {
        Axis::Domain => return navigation.domains.iter().map(domain).collect(),
        Axis::Frequent => return vec![most_used(navigation, frequent, lang)],
        Axis::Department => (&navigation.departments, |item| &item.departments),
        Axis::Audience => (&navigation.audiences, |item| &item.audiences),
        Axis::Level => (&navigation.levels, |item| &item.levels),
    };
    let group = |id: String, name: &'a str, pinyin: &'a str, takes: &dyn Fn(&[u32]) -> bool| Group {
        id,
        name,
        pinyin,
        sections: by_domain(navigation, |item| takes(of_item(item))),
    };
    let mut groups: Vec<Group<'a>> = (0_u32..)
        .zip(names)
        .map(|(number, known)| {
            let id = [axis.name(), "-", &number.to_string()].concat();
            group(id, &known.name, &known.pinyin, &|numbers| numbers.contains(&number))
        })
        .collect();
    // What the table says nothing about stays in reach.
    groups.push(group(axis.name().to_owned(), text::not_stated(lang), "", &|numbers| numbers.is_empty()));
    groups.retain(|group| !group.sections.is_empty());
    groups
}

fn domain(domain: &NavigationDomain) -> Group<'_> {
    let sections = domain.categories.iter().map(|category| Section {
        name: &category.name,
        leaves: category.items.iter().map(|item| Leaf { domain, item }).collect(),
    });
    Group { id: domain.id.clone(), name: &domain.name, pinyin: &domain.pinyin, sections: sections.collect() }
}

fn items(domain: &NavigationDomain) -> impl Iterator<Item = Leaf<'_>> {
    domain.categories.iter().flat_map(|category| &category.items).map(move |item| Leaf { domain, item })
}

/// A section for each domain that has such items.
fn by_domain(navigation: &Navigation, takes: impl Fn(&NavigationItem) -> bool) -> Vec<Section<'_>> {
    let sections = navigation.domains.iter().map(|domain| Section {
        name: &domain.name,
        leaves: items(domain).filter(|leaf| takes(leaf.item)).collect(),
    });
    sections.filter(|section| !section.leaves.is_empty()).collect()
}

/// The items that the host names, in its order.
fn most_used<'a>(navigation: &'a Navigation, frequent: &[String], lang: Lang) -> Group<'a> {
    let named = |key: &String| navigation.domains.iter().flat_map(items).find(|leaf| leaf.key() == *key);
    let leaves = frequent.iter().filter_map(named).collect();
    Group {
        id: Axis::Frequent.name().to_owned(),
        name: text::axis_frequent(lang),
        pinyin: "",
        sections: vec![Section { name: "", leaves }],
    }
}
