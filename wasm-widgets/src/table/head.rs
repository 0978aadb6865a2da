//! The row of headings: names, what is required, how far columns are filled, and the order of the rows.

use yew::prelude::*;

use super::sorting::Sort;
use super::state::State;
use super::words;

pub(super) fn head(state: &State) -> Html {
    let lang = state.grid.lang;
    let rows = state.grid.with_content().count();
    html! {
        <div role="rowgroup" class="head" part="head">
            <div role="row" class="row" aria-rowindex="1">
                <div role="columnheader" class="number" aria-colindex="1" aria-label={words::row_number(lang)}>{ "#" }</div>
                { for state.visible.iter().enumerate().map(|(at, column)| heading(state, at, *column, rows)) }
            </div>
        </div>
    }
}

fn heading(state: &State, at: usize, column: usize, rows: usize) -> Html {
    let lang = state.grid.lang;
    let own = &state.grid.columns[column];
    let sort = state.sort.filter(|sort| sort.column == column);
    let (order, arrow) = match sort {
        Some(Sort { is_down: false, .. }) => (Some("ascending"), "▲"),
        Some(Sort { is_down: true, .. }) => (Some("descending"), "▼"),
        None => (None, ""),
    };
    let filled = state.grid.filled[column];
    html! {
        <div role="columnheader" class={classes!("cell", (filled < rows).then_some("partial"))} id={format!("h{at}")} aria-colindex={(at + 2).to_string()}
            aria-sort={order} data-heading={at.to_string()} title={(lang == gongkai_core::text::Lang::Zh).then(|| own.hint.clone())}
            tabindex={if state.heading == Some(at) { "0" } else { "-1" }}>
            <span class="name">{ &own.heading }
                if own.required { <span class="star" aria-label={words::required(lang)} role="img">{ "*" }</span> }
            </span>
            <span class="arrow" aria-hidden="true">{ arrow }</span>
            if rows > 0 { <span class="fill">{ words::filled(filled, rows, lang) }</span> }
        </div>
    }
}
