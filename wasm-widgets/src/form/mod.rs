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
mod places;
mod pointer;
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
mod words;

pub(crate) use app::{Form, FormMessage, FormProps};

use crate::spec::ElementSpec;

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
    custom_properties: &[
        ("--gongkai-color-main", "Main colour. Defaults to #1f4e8c."),
        ("--gongkai-color-text", "Text. Defaults to #1a1d21."),
        ("--gongkai-color-muted", "Help texts. Defaults to #565d66."),
        ("--gongkai-color-line", "Borders of controls. Defaults to #767d87."),
        ("--gongkai-color-soft", "Soft ground. Defaults to #f3f6fa."),
        ("--gongkai-color-ground", "Ground of controls. Defaults to #fff."),
        ("--gongkai-color-error", "Errors. Defaults to #b3261e."),
        ("--gongkai-color-warning", "Warnings. Defaults to #7a4d00."),
        (
            "--gongkai-color-page",
            "Ground of the element. Defaults to transparent, in the themes to #12161b (dark) and #fff (contrast); the other colours have defaults of their own there too.",
        ),
        ("--gongkai-color-focus", "Halo of the focus. Defaults to #ffbf47."),
        ("--gongkai-font", "Font family. Defaults to the system's."),
        ("--gongkai-font-size", "Font size. Defaults to 1rem."),
        ("--gongkai-radius", "Radius of corners. Defaults to 4px."),
        ("--gongkai-gap", "Distance between fields. Defaults to 1.25rem."),
    ],
};
