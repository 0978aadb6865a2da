//! `<gongkai-form>`: the item-entry form.

mod app;
mod channels;
mod control;
mod disclosure;
mod due;
mod field;
mod foreign;
mod guidance;
mod headed;
mod loading;
mod local;
mod nil;
mod nodes;
mod phrases;
mod places;
mod properties;
mod reading;
mod ready;
mod row_edit;
mod severity;
mod shown;
mod state;
mod summary;
mod title;
mod value_words;
mod view;
mod widget;

use crate::boundary::{Handle, JsHooks, mount as mount_widget};
use crate::spec::{ElementSpec, TOKENS};

/// The style sheet of the element.
pub const STYLE: &str = concat!(include_str!("../base.css"), include_str!("style.css"));

/// Draws the element into `root` and keeps it up to date until it is destroyed.
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    mount_widget::<app::Form>(root, host, js)
}

/// The contract of `<gongkai-form>`.
pub(crate) const ELEMENT: ElementSpec = ElementSpec {
    tag: "gongkai-form",
    about: "The form for one entry of an item.",
    form_associated: true,
    attributes: &[
        ("pack", "Address of the compiled pack, `…/packs/24-compulsory-education.json`."),
        ("item", "Id of the item."),
        (
            "calendar",
            "Address of the working-day calendar. Defaults to `../calendar.json` beside the folder of the pack.",
        ),
        (
            "value",
            "Default entry as JSON; the property `value` holds the current one. Defaults to a new entry.",
        ),
        ("report", "Report of the server as JSON, shown until the values it speaks of are changed."),
        (
            "local",
            "Address of what the county lays down for itself, a `gongkai-local/1`. Defaults to nothing.",
        ),
        ("publisher", "Publisher of new entries."),
        ("region", "Region code of new entries, six digits."),
        ("today", "The day to take for today, YYYY-MM-DD. Defaults to the browser's."),
        ("disabled", "Nothing can be changed and nothing is posted."),
        ("readonly", "The entry to read, without controls; it is posted all the same and never held back."),
        (
            "guidance",
            "The words of the guideline can be opened on top of the form and beside the fields that they are about.",
        ),
        (
            "ready-list",
            "A list at the end that can be opened: what is done, what is missing, which channels are still to be used.",
        ),
        (
            "theme",
            "`dark`, `contrast`, or `auto`: light or dark as the reader's system is set. Defaults to light.",
        ),
        ("lang", "Language, zh-CN or en. Defaults to that of the page."),
    ],
    properties: &[
        ("value", "The current entry, an object; can be set to an object or a JSON text."),
        (
            "report",
            "The report on the current entry at stage publish; setting it shows a report of the server.",
        ),
    ],
    methods: &[],
    events: &[
        ("gongkai-ready", "The form is drawn; detail: `{pack, item}`."),
        ("gongkai-input", "The editor changed something; detail: the entry."),
        ("gongkai-check", "The editor left a field or tried to publish; detail: the report."),
        (
            "gongkai-error",
            "The form cannot be drawn, and the host's field inside the element stays in use; or `local` cannot be had, and the form does without. Detail: `{code, message}`.",
        ),
    ],
    slots: &[("", "The host's own field, used while the form cannot be drawn.")],
    parts: &[
        ("base", "Wrapper."),
        ("summary", "Summary of issues: one of those that block, one of those that do not."),
        ("section", "A section of the form."),
        ("field", "A field with label, help and issues."),
        ("label", "Label of a field."),
        ("hint", "Help of a field."),
        ("issue", "One message."),
        ("input", "A native control."),
        ("button", "A button."),
        ("due", "Time limit beside the day from which it counts."),
        (
            "disclosure",
            "Words of the guideline, or the list of what is left to do, with the button that opens them.",
        ),
        ("ready-list", "Frame of what is done and left to do."),
        ("reading", "The entry to read."),
    ],
    custom_properties: TOKENS,
    types: &[
        ("value", "Entry"),
        ("report", "Report"),
        ("gongkai-ready", "{ pack: string; item: string }"),
        ("gongkai-input", "Entry"),
        ("gongkai-check", "Report"),
        ("gongkai-error", "Failure"),
    ],
};
