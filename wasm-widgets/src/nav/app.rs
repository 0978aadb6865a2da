//! The component behind `<gongkai-nav>`: loads the menu, filters it, opens and closes domains.

use std::rc::Rc;

use gongkai_core::compile::Navigation;
use gongkai_core::search::Query;
use gongkai_core::text::Lang;
use serde_json::json;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::tree::{Found, domain_view, matches};
use crate::boundary::{Hooks, Line, Told, Widget, attribute, language};
use crate::input::{Native, TextInput};
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
    /// The reader typed into the filter.
    Filter(String),
    /// The reader opened or closed a domain.
    Toggle(String),
}

/// The menu.
pub(crate) struct Nav {
    lang: Lang,
    phase: Phase,
    /// Address that the menu was fetched from.
    src: String,
    filter: String,
    open: Vec<String>,
}

enum Phase {
    Loading,
    Unusable(String),
    Ready(Rc<Navigation>),
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
            open: Vec::new(),
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
                        self.open.extend(current_domain(hooks));
                        let detail = json!({ "domains": navigation.domains.len() });
                        self.phase = Phase::Ready(navigation);
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
                self.open.extend(current_domain(hooks));
                if attribute(hooks.host(), "src").unwrap_or_default() != self.src.as_str() {
                    self.phase = Phase::Loading;
                    self.fetch(ctx);
                }
            }
            NavMessage::Filter(text) => self.filter = text,
            NavMessage::Toggle(domain) => {
                if self.open.contains(&domain) {
                    self.open.retain(|open| *open != domain);
                } else {
                    self.open.push(domain);
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
        matches!(told, Told::Attribute(_)).then_some(NavMessage::Attribute)
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

    fn view_menu(&self, ctx: &Context<Self>, navigation: &Navigation) -> Html {
        let host = ctx.props().hooks.host();
        let label = attribute(host, "label").unwrap_or_else(|| text::menu(self.lang).into());
        let template = attribute(host, "href-template").unwrap_or_else(|| "#{domain}/{item}".into());
        let current = attribute(host, "current").unwrap_or_default();
        let query = Query::new(&self.filter);
        let mut found: Vec<Found<'_>> =
            navigation.domains.iter().filter_map(|domain| matches(domain, &query)).collect();
        // A domain whose own name is meant comes before domains with an item or two.
        found.sort_by_key(|found| !found.is_meant);
        let count: usize = found.iter().map(Found::len).sum();
        let on_toggle = ctx.link().callback(NavMessage::Toggle);
        html! {
            <nav aria-label={label}>
                { self.view_filter(ctx, &query, count) }
                <ul>
                    { for found.iter().map(|found| {
                        let is_open = !query.is_empty() || self.open.contains(&found.domain.id);
                        domain_view(found, is_open, &template, &current, &on_toggle)
                    }) }
                </ul>
            </nav>
        }
    }

    fn view_filter(&self, ctx: &Context<Self>, query: &Query, count: usize) -> Html {
        let lang = self.lang;
        let clear = ctx.link().callback(|_: MouseEvent| NavMessage::Filter(String::new()));
        let onkeydown = ctx.link().batch_callback(|event: KeyboardEvent| {
            (event.key() == "Escape" && !event.is_composing()).then(|| NavMessage::Filter(String::new()))
        });
        let words = match (query.is_empty(), count) {
            (true, _) => String::new(),
            (false, 0) => text::nothing_found(lang).to_owned(),
            (false, count) => text::found(count, lang),
        };
        html! {
            <div class="filter" part="filter" {onkeydown}>
                <label for="filter">{ text::filter(lang) }</label>
                <div class="bar">
                    <TextInput id="filter" value={self.filter.clone()}
                        native={Native::Input { kind: "text", mode: Some("search") }}
                        placeholder={text::filter_placeholder(lang)}
                        on_input={ctx.link().callback(NavMessage::Filter)} />
                    if !query.is_empty() {
                        <button type="button" part="button" onclick={clear}>{ text::clear_filter(lang) }</button>
                    }
                </div>
                <p class="found" role="status">{ words }</p>
            </div>
        }
    }
}

fn current_domain(hooks: &Hooks) -> Option<String> {
    let current = attribute(hooks.host(), "current")?;
    Some(current.split('/').next().unwrap_or_default().to_owned())
}
