//! Choosing a file for a document, where the host takes files.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::form::field::Slot;
use crate::form::shown::control_id;
use crate::form::uploads::Upload;
use crate::form::words;

/// The control for one document, and what becomes of the file; nothing where the host takes no files.
pub(super) fn upload(slot: &Slot<'_>, row: &str) -> Html {
    let Some(uploads) = slot.uploads else {
        return Html::default();
    };
    let id = format!("{}-file", control_id(row));
    let onchange = {
        let (path, upload) = (row.to_owned(), slot.handlers.upload.clone());
        Callback::from(move |event: Event| {
            upload.emit((path.clone(), event.target_unchecked_into::<HtmlInputElement>()));
        })
    };
    html! {
        <div class="field file">
            <label class="label" part="label" for={id.clone()}>{ words::upload(slot.lang) }</label>
            <input type="file" {id} part="input" disabled={slot.disabled} {onchange} />
            { for uploads.iter().filter(|upload| upload.path == row).map(|upload| state(slot, upload)) }
        </div>
    }
}

fn state(slot: &Slot<'_>, upload: &Upload) -> Html {
    let id = upload.id;
    if let Some(reason) = &upload.failure {
        let again = slot.handlers.upload_again.clone();
        let onclick = Callback::from(move |_: MouseEvent| again.emit(id));
        return html! {
            <p key={id} class="issue" part="issue">
                <span>{ words::upload_failed(&upload.name, reason, slot.lang) }</span>
                <button type="button" class="repair" part="button" {onclick}>{ words::upload_again(slot.lang) }</button>
            </p>
        };
    }
    let words = words::uploading(&upload.name, slot.lang);
    html! {
        <p key={id} class="hint">
            { &words }
            <progress aria-label={words.clone()} max="100" value={upload.percent.map(|percent| percent.to_string())}></progress>
        </p>
    }
}
