//! `<gongkai-nav>`: the domain-navigation menu.

mod app;
mod tree;

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
        ("label", "Name of the menu for assistive technology. Defaults to 领域导航 or Domains."),
        ("lang", "Language, zh-CN or en. Defaults to that of the page."),
    ],
    properties: &[],
    methods: &[],
    events: &[
        ("gongkai-ready", "The menu is drawn; detail: `{domains}`, their number."),
        (
            "gongkai-error",
            "The menu cannot be drawn; detail: `{code, message}`. The links inside the element stay in use.",
        ),
    ],
    slots: &[("", "Plain links, used while the menu cannot be drawn.")],
    parts: &[
        ("base", "Wrapper."),
        ("filter", "The filter."),
        ("input", "The control of the filter."),
        ("domain", "The button of a domain."),
        ("category", "Name of a category."),
        ("link", "The link of an item."),
        ("button", "A button."),
    ],
    custom_properties: TOKENS,
    types: &[("gongkai-ready", "{ domains: number }"), ("gongkai-error", "Failure")],
};
