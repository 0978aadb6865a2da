//! The component behind `<gongkai-nav>`: loads the menu, filters it, opens and closes what it is grouped by.

use std::rc::Rc;

use gongkai_core::compile::Navigation;
use gongkai_core::search::Query;
use gongkai_core::text::Lang;
use serde_json::{Value, json};
use yew::prelude::*;

use super::axis::{Axis, Group, Leaf, groups};
use super::entries::{Came, Entries};
use super::states::States;
use crate::boundary::{Hooks, Line, Told, Widget, attribute, elements, language};
use crate::input::Composing;
use crate::json::to_json;
use crate::load::{self, LoadError};
use crate::text;

/// Properties of [`Nav`].
#[derive(Properties, PartialEq)]
pub(crate) struct NavProps {
    pub hooks: Hooks,
    pub line: Line<Nav>,
}

/// What the menu reacts to.
pub(crate) enum NavMessage {
    /// The menu has come, or the reason why not; and for which address it was fetched.
    Loaded(String, Result<Rc<Navigation>, LoadError>),
    /// An attribute has changed.
    Attribute,
    /// The page set a property.
    Property(String, String),
    /// The reader typed into the filter.
    Filter(String),
    /// The reader opened or closed something.
    Toggle(String),
    /// The reader wants the items grouped otherwise.
    Axis(Axis),
    /// The reader wants to see only what is blank or late, or all.
    OnlyOpen(bool),
    /// The focus came to something in the tree.
    Reached(String),
    /// A file of the index has come.
    Came(Came),
    /// The reader wants more entries.
    MoreEntries,
    /// The reader pressed Escape.
    Escape,
}

/// The menu.
pub(crate) struct Nav {
    pub(super) lang: Lang,
    phase: Phase,
    /// Address that the menu was fetched from.
    src: String,
    pub(super) filter: String,
    /// Groups that are open, and sections of the tree that are closed.
    pub(super) toggled: Vec<String>,
    /// What the reader chose in place of the attribute.
    axis: Option<Axis>,
    frequent: Value,
    pub(super) states: States,
    pub(super) only_open: bool,
    pub(super) reached: Option<String>,
    pub(super) entries: Entries,
    pub(super) composing: Composing,
}

enum Phase {
    Loading,
    Unusable(String),
    Ready(Rc<Navigation>),
}

/// How the menu is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Sidebar,
    Horizontal,
    Tree,
}

impl Component for Nav {
    type Message = NavMessage;
    type Properties = NavProps;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props().line.open(ctx.link());
        let host = ctx.props().hooks.host();
        let mut nav = Nav {
            lang: language(host),
            phase: Phase::Loading,
            src: String::new(),
            filter: String::new(),
            toggled: Vec::new(),
            axis: None,
            frequent: Value::Null,
            states: States::default(),
            only_open: false,
            reached: None,
            entries: Entries::default(),
            composing: Composing::within(&ctx.props().hooks),
        };
        nav.fetch(ctx);
        nav
    }

    fn update(&mut self, ctx: &Context<Self>, message: NavMessage) -> bool {
        let hooks = &ctx.props().hooks;
        match message {
            NavMessage::Loaded(src, loaded) => {
                if src != self.src {
                    return false;
                }
                match loaded {
                    Ok(navigation) => {
                        let detail = json!({ "domains": navigation.domains.len() });
                        self.phase = Phase::Ready(navigation);
                        self.open_current(hooks);
                        hooks.emit("gongkai-ready", &to_json(&detail));
                    }
                    Err(error) => {
                        let detail = json!({ "code": error.code, "message": error.message });
                        self.phase = Phase::Unusable(error.message);
                        hooks.emit("gongkai-error", &to_json(&detail));
                    }
                }
            }
            NavMessage::Attribute => {
                self.lang = language(hooks.host());
                self.open_current(hooks);
                if attribute(hooks.host(), "src").unwrap_or_default() != self.src.as_str() {
                    self.phase = Phase::Loading;
                    self.fetch(ctx);
                }
                self.search_entries(ctx);
            }
            NavMessage::Property(name, json) => {
                let value = serde_json::from_str(&json).unwrap_or_default();
                match name.as_str() {
                    "states" => self.states = States::new(value),
                    _ => self.frequent = value,
                }
            }
            NavMessage::Filter(text) => {
                self.filter = text;
                self.entries.restart();
                self.search_entries(ctx);
            }
            NavMessage::Toggle(key) => self.toggle(&key, layout(hooks)),
            NavMessage::Axis(axis) => {
                self.axis = Some(axis);
                self.reached = None;
                self.open_current(hooks);
            }
            NavMessage::OnlyOpen(only_open) => self.only_open = only_open,
            NavMessage::Reached(key) => self.reached = Some(key),
            NavMessage::Came(came) => {
                self.entries.take(came);
                self.search_entries(ctx);
            }
            NavMessage::MoreEntries => {
                self.entries.show_more();
                self.search_entries(ctx);
            }
            NavMessage::Escape => {
                if self.filter.is_empty() {
                    // What lies over the page goes away; the button that opened it gets the focus.
                    if layout(hooks) == Layout::Horizontal {
                        self.toggled.clear();
                        let opened = elements(hooks.host(), "[part=domain][aria-expanded=true]");
                        opened.first().map(|button| button.focus());
                    }
                } else {
                    self.filter.clear();
                    self.entries.restart();
                    elements(hooks.host(), "#filter").first().map(|input| input.focus());
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.phase {
            Phase::Loading => html! { <slot /> },
            Phase::Unusable(reason) => html! {
                <><p class="unusable" role="alert">{ text::unusable(reason, self.lang) }</p><slot /></>
            },
            Phase::Ready(navigation) => self.view_menu(ctx, navigation),
        }
    }
}

impl Widget for Nav {
    fn props(hooks: Hooks, line: Line<Self>) -> NavProps {
        NavProps { hooks, line }
    }

    fn told(told: Told) -> Option<NavMessage> {
        match told {
            Told::Attribute(_) => Some(NavMessage::Attribute),
            Told::Property(name, json) => Some(NavMessage::Property(name, json)),
            _ => None,
        }
    }

    fn property(&self, name: &str) -> Option<String> {
        let value = match name {
            "states" => self.states.value(),
            "frequent" => &self.frequent,
            _ => return None,
        };
        (!value.is_null()).then(|| to_json(value))
    }
}

impl Nav {
    fn fetch(&mut self, ctx: &Context<Self>) {
        self.src = attribute(ctx.props().hooks.host(), "src").unwrap_or_default().to_string();
        let (src, link) = (self.src.clone(), ctx.link().clone());
        load::document(&ctx.props().hooks, &self.src, Navigation::from_json, move |loaded| {
            link.send_message(NavMessage::Loaded(src, loaded.map(Rc::new)));
        });
    }

    pub(super) fn query(&self) -> Query {
        let query = Query::new(&self.filter);
        match &self.phase {
            Phase::Ready(navigation) => query.with_synonyms(&navigation.synonyms),
            _ => query,
        }
    }

    fn search_entries(&mut self, ctx: &Context<Self>) {
        let hooks = &ctx.props().hooks;
        self.entries.set_folder(&attribute(hooks.host(), "index").unwrap_or_default());
        let query = self.query();
        self.entries.go_on(&query, hooks, &ctx.link().callback(NavMessage::Came));
    }

    /// The axis that the reader chose, or the one that the page asks for.
    pub(super) fn axis(&self, hooks: &Hooks) -> Axis {
        let offered = axes(hooks);
        let asked = attribute(hooks.host(), "axis").and_then(|name| Axis::named(&name));
        self.axis.filter(|axis| offered.contains(axis)).or(asked).unwrap_or(Axis::Domain)
    }

    pub(super) fn groups<'a>(&self, hooks: &Hooks, navigation: &'a Navigation) -> Vec<Group<'a>> {
        groups(navigation, self.axis(hooks), &frequent(&self.frequent), self.lang)
    }

    /// Opens what holds the item of the page.
    fn open_current(&mut self, hooks: &Hooks) {
        let Phase::Ready(navigation) = &self.phase else { return };
        let Some(current) = attribute(hooks.host(), "current") else { return };
        let is_current = |leaf: &Leaf<'_>| leaf.key() == *current;
        let groups = self.groups(hooks, navigation);
        let holder = groups.iter().find(|group| group.id == *current || group.leaves().any(is_current));
        let Some(id) = holder.map(|group| group.id.clone()) else { return };
        // A bar keeps what lies under it in sight until the reader asks for more.
        if layout(hooks) != Layout::Horizontal && !self.toggled.contains(&id) {
            self.toggled.push(id);
        }
    }

    fn toggle(&mut self, key: &str, layout: Layout) {
        if self.toggled.iter().any(|toggled| toggled == key) {
            self.toggled.retain(|toggled| toggled != key);
        } else {
            if layout == Layout::Horizontal {
                self.toggled.clear();
            }
            self.toggled.push(key.to_owned());
        }
    }
}

/// Keys of the items that are used most: a list, or counts by item of which the highest comes first.
fn frequent(value: &Value) -> Vec<String> {
    if let Some(counts) = value.as_object() {
        let mut counts: Vec<(&String, f64)> =
            counts.iter().map(|(key, count)| (key, count.as_f64().unwrap_or_default())).collect();
        counts.sort_by(|one, other| other.1.total_cmp(&one.1));
        return counts.into_iter().map(|(key, _)| key.clone()).collect();
    }
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(super) fn axes(hooks: &Hooks) -> Vec<Axis> {
    attribute(hooks.host(), "axes").map(|names| Axis::list(&names)).unwrap_or_default()
}

pub(super) fn layout(hooks: &Hooks) -> Layout {
    match attribute(hooks.host(), "layout").as_deref() {
        Some("horizontal") => Layout::Horizontal,
        Some("tree") => Layout::Tree,
        _ => Layout::Sidebar,
    }
}
