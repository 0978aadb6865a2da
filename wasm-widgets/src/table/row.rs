//! A row: its number and its cells; the active one holds the control that is typed into.

use gongkai_core::text::Lang;
use gongkai_core::{Kind, Severity};
use yew::prelude::*;

use super::editing::{choices, has_lines};
use super::page::CONTROL;
use super::selection::Place;
use super::state::{Shared, State};
use super::words;

/// Properties of [`RowView`].
#[derive(Properties, Clone)]
pub(super) struct RowProps {
    pub state: Shared,
    /// Its place among those shown.
    pub at: usize,
    /// The row; `None`: the one for what is new.
    pub row: Option<u32>,
    pub version: u32,
    pub columns_version: u32,
    /// The columns selected in it.
    pub selected: Option<(usize, usize)>,
    pub active: Option<Active>,
    /// Whether the end of the selection is here, where it can be pulled down.
    pub has_handle: bool,
    pub lang: Lang,
}

/// The active cell of a row.
#[derive(Clone, PartialEq)]
pub(super) struct Active {
    pub column: usize,
    pub is_typing: bool,
    pub suggestion: Option<usize>,
    /// The choices offered.
    pub suggestions: Vec<String>,
    /// They are shown above the cell, since there is no room below.
    pub is_low: bool,
    pub can_change: bool,
}

// The state is one and the same; what is shown of it has versions.
impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.row, self.version, self.columns_version, self.selected, self.has_handle, self.lang)
            == (
                other.at,
                other.row,
                other.version,
                other.columns_version,
                other.selected,
                other.has_handle,
                other.lang,
            )
            && self.active == other.active
    }
}

/// A row. Drawn anew only when something of it has changed.
#[component]
pub(super) fn RowView(props: &RowProps) -> Html {
    let state = props.state.borrow();
    let Some(state) = state.as_ref() else { return Html::default() };
    let (number, lang) = (props.at + 1, props.lang);
    let worst = props.row.and_then(|row| state.worst(row));
    let at = props.at.to_string();
    html! {
        <div role="row" class="row" aria-rowindex={(props.at + 2).to_string()} data-row={at}>
            <div role="rowheader" class={classes!("number", severity(worst), props.selected.is_some().then_some("chosen"))}
                aria-colindex="1" data-column="number"
                aria-label={props.row.is_none().then(|| words::new_row(lang))}>
                { if props.row.is_some() { number.to_string() } else { "＋".to_owned() } }
            </div>
            { for (0..state.visible.len()).map(|column| cell(state, props, column)) }
        </div>
    }
}

fn severity(worst: Option<Severity>) -> Option<&'static str> {
    worst.map(|worst| match worst {
        Severity::Error => "error",
        _ => "warning",
    })
}

fn cell(state: &State, props: &RowProps, at: usize) -> Html {
    let column = state.column_at(at);
    let place = Place { row: props.at, column: at };
    let own = &state.grid.columns[column];
    let active = props.active.as_ref().filter(|active| active.column == at);
    let mut worst = props.row.and_then(|row| state.worst_at(row, column));
    let is_namesake = Some(column) == state.grid.naming
        && props.row.is_some_and(|row| state.grid.row(row).kinship.is_some());
    if is_namesake {
        worst = worst.max(Some(Severity::Warning));
    }
    let is_selected = props.selected.is_some_and(|(first, last)| (first..=last).contains(&at));
    let is_number = matches!(own.kind, Kind::Number { .. });
    let class = classes!(
        "cell",
        severity(worst),
        (is_selected && active.is_none()).then_some("selected"),
        active.map(|_| "active"),
        active.and_then(|active| active.is_typing.then_some("typing")),
        is_number.then_some("numeric"),
    );
    html! {
        <div role="gridcell" {class} part="cell" aria-colindex={(at + 2).to_string()} data-column={at.to_string()}
            aria-selected={is_selected.to_string()} aria-invalid={(worst == Some(Severity::Error)).then_some("true")}>
            if let Some(active) = active {
                { control(state, props, active, place) }
            } else {
                { shown(state.text_at(place)) }
            }
            if props.has_handle && props.selected.is_some_and(|(_, last)| last == at) {
                <span class="handle" data-handle="" />
            }
        </div>
    }
}

/// What is shown of a long text; the rest is beyond the cell anyway.
fn shown(text: String) -> String {
    const MOST_CHARS: usize = 120;
    match text.char_indices().nth(MOST_CHARS) {
        Some((end, _)) => text[..end].to_owned(),
        None => text,
    }
}

fn control(state: &State, props: &RowProps, active: &Active, place: Place) -> Html {
    let column = &state.grid.columns[state.column_at(place.column)];
    let label = words::cell(place.row + 1, &column.heading, props.lang);
    let readonly = !active.can_change;
    let is_required = column.required.then_some("true");
    if has_lines(column) {
        let rows = if active.is_typing { "5" } else { "1" };
        return html! {
            <textarea id={CONTROL} part="input" {rows} aria-label={label} aria-describedby="said" {readonly}
                aria-required={is_required} autocomplete="off" spellcheck="false" />
        };
    }
    if choices(column).is_empty() {
        let mode = match column.kind {
            Kind::Number { .. } => Some("decimal"),
            Kind::Phone => Some("tel"),
            Kind::Url => Some("url"),
            _ => None,
        };
        return html! {
            <input id={CONTROL} part="input" type="text" inputmode={mode} aria-label={label} aria-describedby="said"
                {readonly} aria-required={is_required} autocomplete="off" spellcheck="false" />
        };
    }
    let is_open = active.is_typing && !active.suggestions.is_empty();
    let chosen = active.suggestion.map(|at| format!("choice-{at}"));
    html! {
        <>
            <input id={CONTROL} part="input" type="text" role="combobox" aria-expanded={is_open.to_string()}
                aria-controls={is_open.then_some("choices")} aria-activedescendant={chosen} aria-autocomplete="list"
                aria-label={label} aria-describedby="said" {readonly} aria-required={is_required}
                autocomplete="off" spellcheck="false" />
            if is_open {
                <div id="choices" role="listbox" class={classes!("choices", active.is_low.then_some("above"))}
                    aria-label={words::choices(props.lang)}>
                    { for active.suggestions.iter().enumerate().map(|(at, choice)| html! {
                        <div role="option" id={format!("choice-{at}")} data-choice={choice.clone()}
                            aria-selected={(active.suggestion == Some(at)).to_string()}>{ choice }</div>
                    }) }
                </div>
            } else if active.can_change {
                <span class="opener" data-opener="" aria-hidden="true">{ "▾" }</span>
            }
        </>
    }
}
