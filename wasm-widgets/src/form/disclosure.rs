//! A heading that opens and closes what stands below it. In print everything is open.

use yew::prelude::*;

/// Properties of [`Disclosure`].
#[derive(Properties, PartialEq)]
pub(super) struct DisclosureProps {
    /// Id of what is opened, unique in the form.
    pub id: AttrValue,
    /// What the button says.
    pub title: AttrValue,
    /// Whether it is a heading of the form; beside a field it is not.
    #[prop_or_default]
    pub is_heading: bool,
    /// What is shown when it is open.
    #[prop_or_default]
    pub children: Html,
}

/// Not `<details>`: a style sheet cannot open that for print in every browser that offices have.
#[component]
pub(super) fn Disclosure(props: &DisclosureProps) -> Html {
    let is_open = use_state(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let button = html! {
        <button type="button" class="disclose" part="button" aria-expanded={if *is_open { "true" } else { "false" }}
            aria-controls={props.id.clone()} {onclick}>
            <svg class="sign" viewBox="0 0 20 20" aria-hidden="true"><path d="m6 3 8 7-8 7z" /></svg>{ props.title.clone() }
        </button>
    };
    html! {
        <div class="disclosure" part="disclosure">
            if props.is_heading { <h2>{ button }</h2> } else { { button } }
            <div class="disclosed" id={props.id.clone()} hidden={!*is_open}>{ props.children.clone() }</div>
        </div>
    }
}
