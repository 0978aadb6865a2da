//! A heading that opens and closes what stands below it. In print everything is open.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::posting::IS_TEXT;
use super::severity::sign;

/// Not `<details>`: a style sheet cannot open that for print in every browser that offices have.
///
/// The page alone knows what is open: drawing the form anew leaves that as it is.
pub(super) fn disclosure(id: &str, title: &str, is_heading: bool, content: Html) -> Html {
    let onclick = Callback::from(|event: MouseEvent| {
        let target: Option<Element> = event.target_dyn_into();
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        let around = button.as_ref().and_then(|button| button.closest(".disclosure").ok().flatten());
        let content = around.and_then(|around| around.last_element_child());
        if let (Some(button), Some(content)) = (button, content) {
            let is_closed = content.unchecked_ref::<Element>().toggle_attribute("hidden").unwrap_or(false);
            let _ = button.set_attribute("aria-expanded", if is_closed { "false" } else { "true" });
        }
    });
    if IS_TEXT {
        // Without scripts the browser's own has to do.
        return html! {
            <details class="disclosure" part="disclosure">
                <summary>{ title }</summary>
                <div class="disclosed" id={id.to_owned()}>{ content }</div>
            </details>
        };
    }
    let button = html! {
        <button type="button" class="disclose" part="button" aria-expanded="false" aria-controls={id.to_owned()} {onclick}>
            { sign("m6 3 8 7-8 7z") }<span>{ title }</span>
        </button>
    };
    html! {
        <div class="disclosure" part="disclosure">
            if is_heading { <h2>{ button }</h2> } else { { button } }
            <div class="disclosed" id={id.to_owned()} hidden=true>{ content }</div>
        </div>
    }
}
