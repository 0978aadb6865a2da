//! `<gongkai-check>`: the check on fields that the host already has.

mod app;
mod control;
mod desk;
mod entry;
mod fields;
mod html;
mod listen;
mod note;
mod panel;
mod place;
mod ready;
mod widget;
mod write;

use crate::boundary::{Handle, JsHooks, mount as mount_widget};
use crate::spec::{ElementSpec, TOKENS};

/// The style sheet of the element and of its notes.
pub const STYLE: &str = concat!(include_str!("../base.css"), include_str!("style.css"));

/// Draws the element into `root` and keeps it up to date until it is destroyed.
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    mount_widget::<app::Check>(root, host, js)
}

/// The contract of `<gongkai-check>`.
pub(crate) const ELEMENT: ElementSpec = ElementSpec {
    tag: "gongkai-check",
    about: "The check on fields that the host already has.",
    form_associated: false,
    attributes: &[
        ("pack", "Address of the compiled pack, `…/packs/24-compulsory-education.json`."),
        ("item", "Id of the item."),
        (
            "calendar",
            "Address of the working-day calendar. Defaults to `../calendar.json` beside the folder of the pack.",
        ),
        (
            "for",
            "Id of the host's form. Defaults to the form around the element; without one, the fields of the page.",
        ),
        (
            "mode",
            "What happens when the form is submitted with errors: `block` holds it back, `warn` holds it back once, `report` lets it go. Defaults to block. A button with `formnovalidate` is never held back, and neither is a script that calls `submit()`; `requestSubmit()` is.",
        ),
        ("stage", "`draft` or `publish`. Defaults to publish."),
        ("publisher", "Publisher of the entry, where no field says so."),
        (
            "local",
            "Address of what the county lays down for itself, a `gongkai-local/1`. Defaults to nothing.",
        ),
        ("region", "Region code of the entry, six digits, where no field says so."),
        ("today", "The day to take for today, YYYY-MM-DD. Defaults to the browser's."),
        (
            "theme",
            "`dark`, `contrast`, or `auto` for that of the reader's system; the messages beside the fields follow. Defaults to light.",
        ),
        ("lang", "Language, zh-CN or en. Defaults to that of the page."),
    ],
    properties: &[
        (
            "mapping",
            "Which field is which: an object from keys of elements or JSON Pointers to selectors. The attribute `data-gongkai-element` on a field says the same of one.",
        ),
        ("value", "The entry as the fields stand now; cannot be set."),
        ("report", "The report on that entry; cannot be set."),
    ],
    methods: &[(
        "check",
        "Shows everything that is wrong, as if the form had been submitted, and moves to the first error, unless it is called with false.",
    )],
    events: &[
        ("gongkai-ready", "The fields are found; detail: `{pack, item, fields}`, the last their number."),
        ("gongkai-check", "A field was left or the form was to be submitted; detail: the report."),
        (
            "gongkai-error",
            "Nothing can be checked, or a name has no place in the entry; detail: `{code, message}`. The host's fields stay as they are.",
        ),
    ],
    slots: &[("", "What the host wants to stand below the summary.")],
    parts: &[
        ("base", "Wrapper."),
        ("panel", "What the element shows in its own place."),
        ("summary", "Summary of the errors after an attempt to submit."),
        ("state", "One line: what is checked, and how it stands."),
    ],
    custom_properties: TOKENS,
    types: &[
        ("mapping", "Record<string, string>"),
        ("value", "Entry"),
        ("report", "Report"),
        ("check", "(moves?: boolean) => void"),
        ("gongkai-ready", "{ pack: string; item: string; fields: number }"),
        ("gongkai-check", "Report"),
        ("gongkai-error", "Failure"),
    ],
};
