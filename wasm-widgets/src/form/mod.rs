//! `<gongkai-form>`: the item-entry form.

mod app;
mod channels;
mod control;
mod field;
mod foreign;
mod headed;
mod places;
mod shown;
mod state;
mod summary;
mod title;
mod widget;

use crate::boundary::{Handle, JsHooks, mount as mount_widget};
use crate::spec::ElementSpec;

/// The style sheet of the element.
pub const STYLE: &str = concat!(include_str!("../base.css"), include_str!("style.css"));

/// Draws the element into `root` and keeps it up to date until it is destroyed.
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    mount_widget::<app::Form>(root, host, js)
}

/// The contract of `<gongkai-form>`.
pub(crate) const ELEMENT: ElementSpec = ElementSpec {
    tag: "gongkai-form",
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
        ("publisher", "Publisher of new entries."),
        ("region", "Region code of new entries, six digits."),
        ("today", "The day to take for today, YYYY-MM-DD. Defaults to the browser's."),
        ("disabled", "Nothing can be changed and nothing is posted."),
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
            "The form cannot be drawn; detail: `{code, message}`. The host's field inside the element stays in use.",
        ),
    ],
    slots: &[("", "The host's own field, used while the form cannot be drawn.")],
    parts: &[
        ("base", "Wrapper."),
        ("summary", "Summary of issues."),
        ("section", "A section of the form."),
        ("field", "A field with label, help and issues."),
        ("label", "Label of a field."),
        ("hint", "Help of a field."),
        ("issue", "One message."),
        ("input", "A native control."),
        ("button", "A button."),
    ],
    custom_properties: &[
        ("--gongkai-color-main", "Main colour. Defaults to #1f4e8c."),
        ("--gongkai-color-text", "Text. Defaults to #1a1d21."),
        ("--gongkai-color-muted", "Help texts. Defaults to #565d66."),
        ("--gongkai-color-line", "Borders of controls. Defaults to #767d87."),
        ("--gongkai-color-soft", "Soft ground. Defaults to #f3f6fa."),
        ("--gongkai-color-ground", "Ground of controls. Defaults to #fff."),
        ("--gongkai-color-error", "Errors. Defaults to #b3261e."),
        ("--gongkai-color-warning", "Warnings. Defaults to #7a4d00."),
        ("--gongkai-color-focus", "Halo of the focus. Defaults to #ffbf47."),
        ("--gongkai-font", "Font family. Defaults to the system's."),
        ("--gongkai-font-size", "Font size. Defaults to 1rem."),
        ("--gongkai-radius", "Radius of corners. Defaults to 4px."),
        ("--gongkai-gap", "Distance between fields. Defaults to 1.25rem."),
    ],
};
