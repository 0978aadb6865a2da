//! What every part of the menu is drawn with: names with what was found marked, links, states.

use gongkai_core::search::Query;
use gongkai_core::text::Lang;
use serde_json::json;
use yew::prelude::*;

use super::axis::Leaf;
use super::states::States;
use crate::boundary::{Hooks, encoded};
use crate::json::to_json;

/// What every part of the menu is drawn with.
pub(super) struct Look<'a> {
    pub hooks: &'a Hooks,
    pub lang: Lang,
    pub query: Query,
    pub states: &'a States,
    /// The item of the page.
    pub current: AttrValue,
    pub href_template: AttrValue,
    pub entry_href_template: AttrValue,
}

impl Look<'_> {
    /// A name in which what was typed or meant is marked.
    pub fn name(&self, name: &str, pinyin: &str) -> Html {
        let places = self.query.places(name, pinyin);
        if places.is_empty() {
            return html! { <span key="plain" class="name">{ name }</span> };
        }
        // A browser that translates the page moves texts elsewhere: beside one that is gone nothing can be put in, so
        // that each piece has an element of its own.
        let mut parts = Vec::new();
        let mut end = 0;
        for place in places {
            parts.push(html! { <span>{ &name[end..place.start] }</span> });
            end = place.end;
            parts.push(html! { <mark>{ &name[place] }</mark> });
        }
        html! { <span key="marked" class="name">{ for parts }<span>{ &name[end..] }</span></span> }
    }

    /// The link of an item. In a tree it is an item of the tree, which one key press at a time comes to.
    pub fn link(&self, leaf: &Leaf<'_>, in_tree: Option<bool>, with_domain: bool) -> Html {
        let Leaf { domain, item } = leaf;
        let key = leaf.key();
        // Ids are ASCII letters, digits and dashes, so that nothing needs escaping.
        let href = self.href_template.replace("{domain}", &domain.id).replace("{item}", &item.id);
        let detail = json!({ "domain": domain.id, "item": item.id, "href": href });
        html! {
            <a part="link" {href} onclick={self.on_choose(&to_json(&detail))}
                aria-current={(self.current == key).then_some("page")}
                role={in_tree.map(|_| "treeitem")} tabindex={in_tree.map(tab_index)}
                data-key={in_tree.map(|_| key.clone())} data-letter={in_tree.map(|_| letter(&item.pinyin))}>
                { self.name(&item.name, &item.pinyin) }
                if with_domain {
                    <span class="where">{ &domain.name }</span>
                }
                { self.states.view(&key, self.lang) }
            </a>
        }
    }

    /// The link of an entry with the name of its item.
    pub fn entry_link(&self, domain: &str, item: &str, id: &str, title: &str, about: Html) -> Html {
        let href = self.entry_href_template.replace("{domain}", domain).replace("{item}", item);
        let href = href.replace("{id}", &encoded(id));
        let detail = json!({ "domain": domain, "item": item, "entry": id, "href": href });
        html! {
            <a part="entry" {href} onclick={self.on_choose(&to_json(&detail))}>
                { self.name(title, "") }{ about }
            </a>
        }
    }

    /// Tells the page before the link is followed; a page that routes by itself cancels the event.
    fn on_choose(&self, detail: &str) -> Callback<MouseEvent> {
        let (hooks, detail) = (self.hooks.clone(), detail.to_owned());
        Callback::from(move |event: MouseEvent| {
            let opens_elsewhere =
                event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
            if event.button() == 0 && !opens_elsewhere && !hooks.ask("gongkai-navigate", &detail) {
                event.prevent_default();
            }
        })
    }
}

/// In a tree one item alone can be tabbed to.
pub(super) fn tab_index(is_reached: bool) -> &'static str {
    if is_reached { "0" } else { "-1" }
}

/// The letter that a reading begins with.
pub(super) fn letter(pinyin: &str) -> String {
    pinyin.chars().take(1).collect()
}
