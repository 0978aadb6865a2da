//! What is said of the active cell: what is wrong with it, and the value that was probably meant.

use gongkai_core::Severity;
use gongkai_core::text::{hint, message};
use serde_json::Value;
use yew::prelude::*;

use super::grid::Marked;
use super::judging::Counts;
use super::state::State;
use super::words;
use crate::text;

/// The line below the grid. The control in the active cell is described by it.
pub(super) fn status(state: &State, repair: &Callback<(u32, String, Value)>) -> Html {
    let lang = state.grid.lang;
    let column = state.column_at(state.active.column);
    let row = state.row_at(state.active.row);
    let own = &state.grid.columns[column];
    let is_typing = state.typing.is_some();
    let issues: Vec<&Marked> = match (&state.typing, row) {
        (Some(typing), _) => typing.issues.iter().filter(|marked| marked.column == Some(column)).collect(),
        (None, Some(row)) => {
            // Of the whole row what no column shows.
            let here = |marked: &&Marked| marked.column == Some(column) || marked.column.is_none();
            state.issues(row).filter(here).collect()
        }
        (None, None) => Vec::new(),
    };
    let kinship = row.filter(|_| Some(column) == state.grid.naming).and_then(|row| state.grid.namesake(row));
    let range = state.range();
    html! {
        <div class="status" part="status">
            <div id="said">
                <strong>{ &own.heading }</strong>
                { for issues.into_iter().map(|marked| issue(state, row, marked, is_typing, repair)) }
                if let Some((other, is_same)) = kinship {
                    <p class="issue warning" part="issue">
                        { text::warning_prefix(lang) }
                        { if is_same { words::same_name(other, lang) } else { words::like_name(other, lang) } }
                    </p>
                }
            </div>
            if !range.is_one_cell() {
                <span class="selected-count">{ words::selected(range.height(), range.width(), lang) }</span>
            }
        </div>
    }
}

fn issue(
    state: &State,
    row: Option<u32>,
    marked: &Marked,
    is_typing: bool,
    repair: &Callback<(u32, String, Value)>,
) -> Html {
    let lang = state.grid.lang;
    let (class, prefix) = match marked.issue.severity {
        Severity::Error => ("error", text::error_prefix(lang)),
        Severity::Warning => ("warning", text::warning_prefix(lang)),
        Severity::Advice => ("advice", text::advice_prefix(lang)),
    };
    let proposal = row.filter(|_| !is_typing && state.can_change()).zip(marked.issue.repair.clone());
    let button = proposal.map(|(row, value)| {
        let (path, repair) = (marked.issue.path.clone(), repair.clone());
        let onclick = Callback::from(move |_: MouseEvent| repair.emit((row, path.clone(), value.clone())));
        html! { <button type="button" class="repair" part="button" {onclick}>{ words::use_repair(lang) }</button> }
    });
    html! {
        <p class={classes!("issue", class)} part="issue">
            <span>{ prefix }{ message(&marked.issue, lang) }
                if let Some(hint) = hint(&marked.issue, lang) { <span>{ format!("　{hint}") }</span> }
            </span>
            { for button }
        </p>
    }
}

/// How many rows there are and what is wrong with them; told to those who do not see it.
pub(super) fn counts(state: &State, counts: Counts) -> Html {
    let lang = state.grid.lang;
    let is_judging = !state.grid.pending.is_empty();
    html! {
        <div class="counts" part="counts" role="status">
            <span>{ words::rows(counts.rows, if state.only_wrong { state.shown.len() } else { counts.rows }, lang) }</span>
            if is_judging { <span>{ words::judging(lang) }</span> }
            if counts.issues > 0 { <span class="error">{ format!("✕ {}", words::wrong(counts.issues, counts.wrong, lang)) }</span> }
            if counts.warned > 0 { <span class="warning">{ format!("! {}", words::warned(counts.warned, lang)) }</span> }
            if counts.repeated > 0 { <span class="warning">{ format!("≈ {}", words::repeated(counts.repeated, lang)) }</span> }
            if counts.rows > 0 && counts.issues == 0 && !is_judging { <span class="fine">{ format!("✓ {}", words::nothing_wrong(lang)) }</span> }
            if let Some(notice) = &state.notice { <span>{ notice }</span> }
        </div>
    }
}
