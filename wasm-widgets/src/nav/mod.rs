//! `<gongkai-nav>`: the domain-navigation menu.

mod app;
mod axis;
mod controls;
mod entries;
mod find;
mod keys;
mod list;
mod look;
mod states;
mod tree;
mod view;

use crate::boundary::{Handle, JsHooks, mount as mount_widget};
use crate::spec::{ElementSpec, TOKENS};

/// The style sheet of the element.
pub const STYLE: &str = concat!(include_str!("../base.css"), include_str!("style.css"));

/// Draws the element into `root` and keeps it up to date until it is destroyed.
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    mount_widget::<app::Nav>(root, host, js)
}

/// The contract of `<gongkai-nav>`.
pub(crate) const ELEMENT: ElementSpec = ElementSpec {
    tag: "gongkai-nav",
    about: "The menu of domains and items.",
    form_associated: false,
    attributes: &[
        ("src", "Address of the menu, `…/navigation.json`."),
        ("href-template", "Address of an item with `{domain}` and `{item}`, `/disclosure/{domain}/{item}`."),
        ("current", "The item shown on the page, `DOMAIN/ITEM`, or a domain alone."),
        ("layout", "`sidebar`, `horizontal` or `tree`. Defaults to `sidebar`."),
        (
            "axis",
            "What groups the items: `domain`, `department`, `audience`, `level` or `frequent`. Defaults to `domain`.",
        ),
        ("axes", "The axes that readers can choose from, separated by blanks. Defaults to no choice."),
        ("index", "Folder of a search index over entries, as `gongkai index` writes it. Defaults to none."),
        ("entry-href-template", "Address of an entry found in it with `{domain}`, `{item}` and `{id}`."),
        ("label", "Name of the menu for assistive technology. Defaults to 领域导航 or Domains."),
        ("theme", "`dark`, `contrast`, or `auto` for that of the reader's system. Defaults to light."),
        ("lang", "Language, zh-CN or en. Defaults to that of the page."),
    ],
    properties: &[
        (
            "states",
            "How far items are: `{\"DOMAIN/ITEM\": {count, state}}`, with the number of entries and `blank`, `nil`, `late` or `complete`; both can be left out.",
        ),
        (
            "frequent",
            "The items used most, for the axis `frequent`: a list of `DOMAIN/ITEM`, or counts by them, of which the highest comes first.",
        ),
    ],
    methods: &[],
    events: &[
        ("gongkai-ready", "The menu is drawn; detail: `{domains}`, their number."),
        (
            "gongkai-navigate",
            "The reader chose a link to be followed in this window; detail: `{domain, item, href}`, of an entry `{domain, item, entry, href}`. A page that routes by itself cancels it.",
        ),
        (
            "gongkai-error",
            "The menu cannot be drawn; detail: `{code, message}`. The links inside the element stay in use.",
        ),
    ],
    slots: &[("", "Plain links, used while the menu cannot be drawn.")],
    parts: &[
        ("base", "Wrapper."),
        ("filter", "The filter and what stands beside it."),
        ("input", "The control of the filter."),
        ("axis", "The choice of the axis."),
        ("domain", "The button of a domain or of another group; in a tree also of a section."),
        ("category", "Name of a category or of another section."),
        ("link", "The link of an item."),
        ("state", "State of an item, or how many items are in it."),
        ("entries", "The entries found."),
        ("entry", "The link of an entry."),
        ("button", "A button."),
    ],
    custom_properties: TOKENS,
    types: &[
        (
            "states",
            "{ [item: string]: { count?: number; state?: \"blank\" | \"nil\" | \"late\" | \"complete\" } }",
        ),
        ("frequent", "string[] | { [item: string]: number }"),
        ("gongkai-ready", "{ domains: number }"),
        ("gongkai-navigate", "{ domain: string; item: string; entry?: string; href: string }"),
        ("gongkai-error", "Failure"),
    ],
};
