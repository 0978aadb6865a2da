//! What a file would change, with its faults, and whether to take it.

use yew::prelude::*;

use super::app::Message;
use super::exchange::Preview;
use super::state::State;
use super::words;

pub(super) fn preview(state: &State, preview: &Preview, send: &Callback<Message>) -> Html {
    let lang = state.grid.lang;
    let on = |message: fn() -> Message| send.reform(move |_: MouseEvent| message());
    let on_remove = send.reform(|event: Event| {
        Message::RemoveGone(event.target_unchecked_into::<web_sys::HtmlInputElement>().checked())
    });
    html! {
        <section class="preview" part="preview" aria-labelledby="preview">
            <h2 id="preview" tabindex="-1">{ &preview.name }</h2>
            if let Some(failure) = &preview.failure {
                <p class="issue" role="alert">{ words::unreadable(failure, lang) }</p>
                <button type="button" part="button" onclick={on(|| Message::DropFile)}>{ words::close(lang) }</button>
            } else {
                <p>{ words::changes(preview.counts, lang) }</p>
                { for preview.notes.iter().map(|note| html! { <p>{ note }</p> }) }
                if preview.issues > 0 || !preview.faults.is_empty() {
                    <p>{ words::file_issues(preview.issues, lang) }</p>
                    <ul class="faults">{ for preview.faults.iter().map(|fault| html! { <li>{ fault }</li> }) }</ul>
                }
                if preview.counts.gone > 0 {
                    <label class="option">
                        <input type="checkbox" checked={preview.removes_gone} onchange={on_remove} />
                        { words::remove_gone(preview.counts.gone, lang) }
                    </label>
                }
                <div class="actions">
                    <button type="button" class="take" part="button" onclick={on(|| Message::TakeFile)}>{ words::take(lang) }</button>
                    <button type="button" part="button" onclick={on(|| Message::DropFile)}>{ words::cancel(lang) }</button>
                </div>
            }
        </section>
    }
}
