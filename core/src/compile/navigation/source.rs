//! The menu out of packs.

use std::collections::{BTreeMap, HashSet};

use super::{FORMAT, Navigation, NavigationCategory, NavigationDomain, NavigationItem};
use crate::compile::syllables;
use crate::lexicon::Lexicon;
use crate::pack::{Item, Pack};
use crate::search::{Reading, Synonym};

/// The column of the official table for what is there for everybody.
const EVERYONE: &str = "全社会";

impl Navigation {
    /// The menu over these packs; the lexicon knows how words are read and what everyday words mean.
    #[must_use]
    pub fn new<'a>(packs: impl IntoIterator<Item = &'a Pack>, lexicon: &Lexicon) -> Self {
        let packs: Vec<&Pack> = packs.into_iter().collect();
        let mut names = Names::new(&packs, &lexicon.readings);
        let domains = packs.iter().map(|pack| names.domain(pack)).collect();
        let Names { departments, audiences, levels, .. } = names;
        let read = |name: &String| reading(name, &lexicon.readings);
        let synonyms = lexicon
            .synonyms
            .iter()
            .map(|rule| Synonym { words: rule.words.iter().map(read).collect(), means: rule.means.clone() });
        let synonyms = synonyms.collect();
        Navigation { format: FORMAT.to_owned(), domains, departments, audiences, levels, synonyms }
    }
}

/// The names that items are grouped by, as far as they have come up.
struct Names<'a> {
    readings: &'a BTreeMap<String, String>,
    /// What stands alone as publisher of an item.
    publishers: HashSet<&'a str>,
    departments: Vec<Reading>,
    audiences: Vec<Reading>,
    levels: Vec<Reading>,
}

impl<'a> Names<'a> {
    fn new(packs: &[&'a Pack], readings: &'a BTreeMap<String, String>) -> Self {
        let items = packs.iter().flat_map(|pack| &pack.items);
        Names {
            readings,
            publishers: items.map(|item| item.publisher.as_str()).collect(),
            departments: Vec::new(),
            audiences: Vec::new(),
            levels: Vec::new(),
        }
    }

    fn domain(&mut self, pack: &Pack) -> NavigationDomain {
        let mut categories: Vec<NavigationCategory> = Vec::new();
        for item in &pack.items {
            let entry = self.item(item);
            match categories.iter_mut().find(|category| category.name == item.category) {
                Some(category) => category.items.push(entry),
                None => {
                    categories.push(NavigationCategory { name: item.category.clone(), items: vec![entry] })
                }
            }
        }
        let Reading { name, pinyin } = reading(&pack.name, self.readings);
        NavigationDomain { id: pack.id.clone(), name, pinyin, categories }
    }

    fn item(&mut self, item: &Item) -> NavigationItem {
        let Reading { name, pinyin } = reading(&item.name, self.readings);
        let everyone = item.audience.everyone.then_some(EVERYONE);
        let departments = departments(&item.publisher, &self.publishers);
        NavigationItem {
            id: item.id.clone(),
            name,
            pinyin,
            departments: numbers(&mut self.departments, departments, self.readings),
            audiences: numbers(
                &mut self.audiences,
                everyone.into_iter().chain(item.audience.group.as_deref()),
                self.readings,
            ),
            levels: numbers(&mut self.levels, item.levels.iter().map(String::as_str), self.readings),
        }
    }
}

fn reading(name: &str, readings: &BTreeMap<String, String>) -> Reading {
    Reading { name: name.to_owned(), pinyin: syllables(name, readings).join(" ") }
}

/// The number of each name in the list, to which new ones are added.
fn numbers<'a>(
    list: &mut Vec<Reading>,
    names: impl IntoIterator<Item = &'a str>,
    readings: &BTreeMap<String, String>,
) -> Vec<u32> {
    let mut numbers = Vec::new();
    for name in names {
        let place = list.iter().position(|known| known.name == name).unwrap_or_else(|| {
            list.push(reading(name, readings));
            list.len() - 1
        });
        numbers.extend(u32::try_from(place));
    }
    numbers
}

/// The bodies that a row names as publisher. A list is taken apart only where one of its parts is the publisher of
/// another row, since 、 also stands inside of names.
fn departments<'a>(publisher: &'a str, publishers: &HashSet<&str>) -> Vec<&'a str> {
    let parts: Vec<&str> = publisher.split('、').map(str::trim).collect();
    let is_list = parts.iter().any(|part| publishers.contains(part));
    let bodies = if is_list { parts } else { vec![publisher.trim()] };
    bodies.into_iter().filter(|body| !body.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_bodies_is_taken_apart_and_a_name_is_not() {
        let known = HashSet::from(["民政部门"]);
        assert_eq!(
            departments("民政部门、乡镇人民政府（街道办事处）", &known),
            ["民政部门", "乡镇人民政府（街道办事处）"]
        );
        assert_eq!(departments("监督管理、行政审批相关责任部门", &known), ["监督管理、行政审批相关责任部门"]);
        assert_eq!(departments("", &known), [] as [&str; 0]);
    }
}
