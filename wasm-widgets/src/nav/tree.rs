//! The menu as a tree: one stop of the tab key, arrows inside.

use yew::prelude::*;

use super::axis::{Group, Section};
use super::look::{Look, letter, tab_index};

/// What of a tree is open, and where the tab key comes to.
pub(super) struct Branches<'a> {
    pub is_open: &'a dyn Fn(&str) -> bool,
    /// Key of the item that can be tabbed to.
    pub reached: &'a str,
    pub on_toggle: &'a Callback<String>,
}

/// Draws a group with its sections and items.
pub(super) fn group_view(group: &Group<'_>, branches: &Branches<'_>, look: &Look<'_>) -> Html {
    let totals = look.states.view_totals(group.leaves(), look.lang);
    let children = group.sections.iter().enumerate().map(|(number, section)| {
        if section.name.is_empty() {
            return leaves_view(section, branches, look);
        }
        let totals = look.states.view_totals(section.leaves.iter(), look.lang);
        let key = section_key(&group.id, number);
        branch(&key, section.name, "", totals, branches, look, || leaves_view(section, branches, look))
    });
    branch(&group.id, group.name, group.pinyin, totals, branches, look, || children.collect())
}

/// What the state of a section is kept under.
pub(super) fn section_key(group: &str, number: usize) -> String {
    [group, "#", &number.to_string()].concat()
}

fn leaves_view(section: &Section<'_>, branches: &Branches<'_>, look: &Look<'_>) -> Html {
    section
        .leaves
        .iter()
        .map(|leaf| {
            let is_reached = leaf.key() == branches.reached;
            html! { <li role="none">{ look.link(leaf, Some(is_reached), section.name.is_empty()) }</li> }
        })
        .collect()
}

fn branch(
    key: &str,
    name: &str,
    pinyin: &str,
    totals: Html,
    branches: &Branches<'_>,
    look: &Look<'_>,
    children: impl FnOnce() -> Html,
) -> Html {
    let is_open = (branches.is_open)(key);
    let group = ["g-", key].concat();
    let onclick = {
        let (key, on_toggle) = (key.to_owned(), branches.on_toggle.clone());
        Callback::from(move |_: MouseEvent| on_toggle.emit(key.clone()))
    };
    // The group stands beside its item and not inside, so that the name of the item is the text in it.
    html! {
        <li role="none" class="branch" key={key.to_owned()}>
            <span role="treeitem" class="row" part="domain" aria-expanded={if is_open { "true" } else { "false" }}
                aria-owns={is_open.then(|| group.clone())} tabindex={tab_index(key == branches.reached)}
                data-key={key.to_owned()} data-letter={letter(pinyin)} {onclick}>
                { look.name(name, pinyin) }{ totals }
            </span>
            if is_open {
                <ul role="group" id={group}>{ children() }</ul>
            }
        </li>
    }
}
