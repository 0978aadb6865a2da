//! The buttons above the grid.

use yew::prelude::*;

use super::app::Message;
use super::command::Command;
use super::judging::Counts;
use super::state::State;
use super::words;

pub(super) fn bar(state: &State, counts: Counts, send: &Callback<Message>) -> Html {
    let lang = state.grid.lang;
    let button = |name: &'static str, command: Command, is_on: bool| {
        let send = send.clone();
        let onclick = Callback::from(move |_: MouseEvent| send.emit(Message::Run(command.clone())));
        html! { <button type="button" part="button" disabled={!is_on} {onclick}>{ name }</button> }
    };
    let can_change = state.can_change();
    let on_only_wrong = {
        let send = send.clone();
        Callback::from(move |_: MouseEvent| send.emit(Message::OnlyWrong))
    };
    let repairs = || {
        let issues = state.shown.iter().flat_map(|row| &state.grid.row(*row).issues);
        issues.filter(|marked| marked.issue.repair.is_some()).count()
    };
    let repairs = if can_change { repairs() } else { 0 };
    html! {
        <div class="bar" part="toolbar">
            if can_change {
                { button(words::undo(lang), Command::Undo, state.grid.history.can_undo()) }
                { button(words::redo(lang), Command::Redo, state.grid.history.can_redo()) }
                { button(words::insert_row(lang), Command::InsertRows, true) }
                { button(words::delete_rows(lang), Command::DeleteRows, state.active.row < state.shown.len()) }
                { button(words::fill_down(lang), Command::FillDown, true) }
            }
            { button(words::next_error(lang), Command::NextError { back: false }, counts.wrong + counts.warned + counts.repeated > 0) }
            <button type="button" part="button" aria-pressed={state.only_wrong.to_string()} onclick={on_only_wrong}>
                { words::only_wrong(lang) }
            </button>
            if repairs > 0 {
                { button(words::all_repairs(lang), Command::RepairAll, true) }
            }
            { columns(state, send) }
            if can_change { { opener(state, send) } }
            { saver(words::save_workbook(lang), "xlsx", send) }
            { saver(words::save_csv(lang), "csv", send) }
        </div>
    }
}

fn columns(state: &State, send: &Callback<Message>) -> Html {
    let onchange = |column: usize| {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let ticked: web_sys::HtmlInputElement = event.target_unchecked_into();
            send.emit(Message::Column(column, ticked.checked()));
        })
    };
    html! {
        <details class="menu">
            <summary>{ words::columns(state.grid.lang) }</summary>
            <div class="options">
                { for state.grid.columns.iter().enumerate().map(|(index, column)| html! {
                    <label class="option">
                        <input type="checkbox" checked={state.visible.contains(&index)} onchange={onchange(index)} />
                        { &column.heading }
                    </label>
                }) }
            </div>
        </details>
    }
}

fn opener(state: &State, send: &Callback<Message>) -> Html {
    let onchange = send.reform(|event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen again, once it was mended.
        input.set_value("");
        Message::File(file)
    });
    html! {
        <label class="opener-button" part="button">
            { words::open_file(state.grid.lang) }
            <input type="file" id="file" accept=".xlsx,.xlsm,.csv,.tsv,.txt" {onchange} />
        </label>
    }
}

fn saver(name: &'static str, format: &'static str, send: &Callback<Message>) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Message::Save(format));
    html! { <button type="button" part="button" data-save={format} {onclick}>{ name }</button> }
}
