//! How the menu is drawn: its controls, what is found, grouped and laid out, and how much that is in words.

use gongkai_core::compile::Navigation;
use gongkai_core::search::Query;
use web_sys::{FocusEvent, KeyboardEvent};
use yew::prelude::*;

use super::app::{Layout, Nav, NavMessage, axes, layout};
use super::axis::{Axis, Leaf};
use super::controls::Controls;
use super::find::{Found, find};
use super::keys::{self, TreeStep};
use super::look::Look;
use super::tree::{Branches, section_key};
use super::{list, tree};
use crate::boundary::{around, attribute};
use crate::text;

impl Nav {
    pub(super) fn view_menu(&self, ctx: &Context<Self>, navigation: &Navigation) -> Html {
        let hooks = &ctx.props().hooks;
        let text_of = |name: &str| attribute(hooks.host(), name);
        let label = text_of("label").unwrap_or_else(|| text::menu(self.lang).into());
        let layout = layout(hooks);
        let look = Look {
            hooks,
            lang: self.lang,
            query: self.query(),
            states: &self.states,
            current: text_of("current").unwrap_or_default(),
            href_template: text_of("href-template").unwrap_or_else(|| "#{domain}/{item}".into()),
            entry_href_template: text_of("entry-href-template")
                .unwrap_or_else(|| "#{domain}/{item}/{id}".into()),
        };
        let only_open = self.only_open && !self.states.is_empty();
        let keep = |leaf: &Leaf<'_>| !only_open || self.states.is_open(&leaf.key());
        let found = find(|| self.groups(hooks, navigation), &look.query, keep);
        let is_filtered = only_open || !look.query.is_empty();
        let host = hooks.host().clone();
        let link = ctx.link().clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            if event.key() == "Escape" {
                link.send_message(NavMessage::Escape);
            } else if around(&event, "[role=tree]").is_none() {
                keys::move_in_results(&host, &event);
            }
        });
        let class = match layout {
            Layout::Sidebar => "sidebar",
            Layout::Horizontal => "horizontal",
            Layout::Tree => "tree",
        };
        html! {
            <nav aria-label={label.clone()} class={classes!(class, is_filtered.then_some("filtered"))} {onkeydown}>
                <Controls composing={self.composing.clone()} lang={self.lang} filter={self.filter.clone()} found={self.words(&found, &look.query, only_open)}
                    axes={axes(hooks)} axis={self.axis(hooks)}
                    only_open={(!self.states.is_empty()).then_some(self.only_open)}
                    on_message={ctx.link().callback(|message| message)} />
                { self.view_groups(ctx, &found, layout, is_filtered, &look, label) }
                { self.entries.view(&look, ctx.link().callback(|_| NavMessage::MoreEntries)) }
            </nav>
        }
    }

    fn view_groups(
        &self,
        ctx: &Context<Self>,
        found: &Found<'_>,
        layout: Layout,
        is_filtered: bool,
        look: &Look<'_>,
        label: AttrValue,
    ) -> Html {
        let on_toggle = ctx.link().callback(NavMessage::Toggle);
        let is_toggled = |key: &str| self.toggled.iter().any(|toggled| toggled == key);
        if layout != Layout::Tree {
            return html! {
                <ul class="domains">
                    { for found.groups.iter().map(|group| {
                        if group.id == Axis::Frequent.name() {
                            list::flat_view(group, look)
                        } else {
                            list::group_view(group, is_filtered || is_toggled(&group.id), look, &on_toggle)
                        }
                    }) }
                </ul>
            };
        }
        if found.groups.is_empty() {
            // A tree without items is none.
            return Html::default();
        }
        // Sections are open unless they were closed.
        let is_open =
            |key: &str| is_filtered || key == Axis::Frequent.name() || is_toggled(key) != key.contains('#');
        let reached = self.reached_key(found, &look.current, &is_open);
        let branches = Branches { is_open: &is_open, reached: &reached, on_toggle: &on_toggle };
        let (host, link) = (ctx.props().hooks.host().clone(), ctx.link().clone());
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if let Some(TreeStep::Toggle(key)) = keys::move_in_tree(&host, &event) {
                link.send_message(NavMessage::Toggle(key));
            }
        });
        let onfocusin = ctx.link().batch_callback(|event: FocusEvent| {
            around(&event, "[role=treeitem]")?.get_attribute("data-key").map(NavMessage::Reached)
        });
        html! {
            <ul role="tree" aria-label={label} {onkeydown} {onfocusin}>
                { for found.groups.iter().map(|group| tree::group_view(group, &branches, look)) }
            </ul>
        }
    }

    /// What the tab key comes to: where the reader was, else the item of the page, else the first group.
    fn reached_key(&self, found: &Found<'_>, current: &str, is_open: &dyn Fn(&str) -> bool) -> String {
        let mut shown = Vec::new();
        for group in &found.groups {
            shown.push(group.id.clone());
            for (number, section) in group.sections.iter().enumerate().filter(|_| is_open(&group.id)) {
                let key = section_key(&group.id, number);
                let opens = section.name.is_empty() || is_open(&key);
                shown.push(key);
                shown.extend(section.leaves.iter().filter(|_| opens).map(Leaf::key));
            }
        }
        let reached = self.reached.as_deref().filter(|key| shown.iter().any(|shown| shown == key));
        let reached = reached.or_else(|| Some(current).filter(|key| shown.iter().any(|shown| shown == key)));
        reached.map_or_else(|| shown.first().cloned().unwrap_or_default(), str::to_owned)
    }

    /// What was found, in words.
    fn words(&self, found: &Found<'_>, query: &Query, only_open: bool) -> String {
        let lang = self.lang;
        let (items, entries) = (found.count, self.entries.count());
        let mut words = match items {
            _ if query.is_empty() && !only_open => return String::new(),
            0 if query.is_empty() => text::nothing_open(lang).to_owned(),
            0 => text::nothing_found(lang).to_owned(),
            _ if found.is_near => [text::found_near(lang), " · ", &text::found(items, lang)].concat(),
            _ => text::found(items, lang),
        };
        if entries > 0 {
            words.push_str(&text::found_entries(entries, lang));
        }
        words
    }
}
