//! The tree of the menu: what a filter leaves of it, and how it is drawn.

use gongkai_core::compile::{NavigationCategory, NavigationDomain, NavigationItem};
use gongkai_core::search::Query;
use yew::prelude::*;

/// A domain with what a filter leaves of it.
pub(super) struct Found<'a> {
    pub domain: &'a NavigationDomain,
    /// Whether the domain itself is meant, not only items of it.
    pub is_meant: bool,
    categories: Vec<(&'a NavigationCategory, Vec<&'a NavigationItem>)>,
}

impl Found<'_> {
    /// Number of items.
    pub fn len(&self) -> usize {
        self.categories.iter().map(|(_, items)| items.len()).sum()
    }
}

/// What a filter leaves of a domain: all of it when the domain is meant, else the items that are.
pub(super) fn matches<'a>(domain: &'a NavigationDomain, query: &Query) -> Option<Found<'a>> {
    let is_meant = query.matches(&domain.name, &domain.pinyin);
    let categories: Vec<_> = domain
        .categories
        .iter()
        .filter_map(|category| {
            let takes_all = is_meant || (!query.is_empty() && query.matches(&category.name, ""));
            let items: Vec<&NavigationItem> = category
                .items
                .iter()
                .filter(|item| takes_all || query.matches(&item.name, &item.pinyin))
                .collect();
            (!items.is_empty()).then_some((category, items))
        })
        .collect();
    (!categories.is_empty()).then_some(Found { domain, is_meant, categories })
}

/// Draws a domain as a button that opens its list of items.
pub(super) fn domain_view(
    found: &Found<'_>,
    is_open: bool,
    template: &str,
    current: &str,
    on_toggle: &Callback<String>,
) -> Html {
    let domain = found.domain;
    let list_id = format!("d-{}", domain.id);
    let onclick = {
        let (id, on_toggle) = (domain.id.clone(), on_toggle.clone());
        Callback::from(move |_: MouseEvent| on_toggle.emit(id.clone()))
    };
    html! {
        <li class="domain" key={domain.id.clone()}>
            <button type="button" part="domain" aria-expanded={is_open.to_string()}
                aria-controls={is_open.then(|| list_id.clone())} {onclick}>
                <span>{ &domain.name }</span><span class="count">{ found.len() }</span>
            </button>
            if is_open {
                <ul class="categories" id={list_id}>
                    { for found.categories.iter().enumerate().map(|(number, (category, items))| {
                        let heading = format!("c-{}-{number}", domain.id);
                        html! {
                            <li class="category">
                                <span id={heading.clone()} part="category">{ &category.name }</span>
                                <ul aria-labelledby={heading}>
                                    { for items.iter().map(|item| item_view(domain, item, template, current)) }
                                </ul>
                            </li>
                        }
                    }) }
                </ul>
            }
        </li>
    }
}

fn item_view(domain: &NavigationDomain, item: &NavigationItem, template: &str, current: &str) -> Html {
    let is_current = current.split_once('/') == Some((domain.id.as_str(), item.id.as_str()));
    // Ids are ASCII letters, digits and dashes, so that nothing needs escaping.
    let href = template.replace("{domain}", &domain.id).replace("{item}", &item.id);
    html! {
        <li>
            <a part="link" {href} aria-current={is_current.then_some("page")}>{ &item.name }</a>
        </li>
    }
}
