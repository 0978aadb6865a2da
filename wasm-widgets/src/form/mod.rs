//! `<gongkai-form>`: the item-entry form.

mod answers;
mod app;
mod calls;
mod channels;
mod control;
mod differences;
mod disclosure;
mod drafts;
#[cfg(all(feature = "text", not(target_family = "wasm")))]
pub mod drawn;
mod due;
mod field;
mod foreign;
mod guidance;
mod headed;
mod history;
mod loading;
mod local;
mod nil;
mod nodes;
mod others;
mod output;
#[cfg(not(target_family = "wasm"))]
mod page_style;
pub(crate) mod phrases;
mod places;
pub(crate) mod pointer;
pub(crate) mod posting;
mod properties;
mod reading;
mod ready;
mod row_edit;
pub(crate) mod severity;
pub(crate) mod shown;
mod slots;
mod state;
mod summary;
mod takeover;
mod title;
mod told;
mod uploads;
mod view;
mod widget;
mod words;

#[cfg(not(target_family = "wasm"))]
pub use page_style::page_style;

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
        (
            "errors",
            "Messages of the host as JSON, `[{path, message, severity?}]`, each shown at the place that its JSON Pointer names and in the summary until the value there is changed; they never keep the form around from being submitted. `severity` is error, warning or advice and defaults to error.",
        ),
        (
            "for",
            "Id of a field of the host, `<textarea>` or `<input>`: the entry is read from it and written back on each change, with `input` and `change` on it; it and its labels are hidden while the element is usable, and its form may not be submitted while the entry is not valid.",
        ),
        (
            "draft-key",
            "Keeps drafts in the storage of the browser under this key, for this pack and item, and offers them when the editor comes back. Without it nothing is stored.",
        ),
        ("draft-max-age", "Days after which a draft is removed. Defaults to 7."),
        (
            "draft",
            "`off` keeps none and removes what is there, for computers that others use too. Defaults to on.",
        ),
        (
            "draft-saved",
            "Key of the draft that the server has just stored: it is removed. A host that writes the attribute into each page, empty as a rule, keeps drafts beyond a submit that does not arrive, as when the session is over; without it a submit removes the draft.",
        ),
        (
            "version",
            "Version of the server's entry that the value is, as the host writes it; a draft made from another version is compared with the value when it is restored.",
        ),
        ("no-leave-guard", "The browser does not ask before a page with unsaved changes is left."),
        ("upload", "Documents have a control for a file; see the event `gongkai-upload`."),
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
        ("errors", "Messages of the host, as in the attribute; can only be set."),
        (
            "dirty",
            "Whether the entry differs from what the host gave or what was last submitted, reset or cleared by `clearDraft()`; can only be read.",
        ),
        (
            "serverValue",
            "Another entry that the server has by now, or null: the form shows which elements differ and lets the editor choose for each or for all.",
        ),
    ],
    methods: &[
        ("undo", "`undo()` takes the last step back."),
        ("redo", "`redo()` repeats the step that was taken back last."),
        (
            "setValue",
            "`setValue(path, value)` puts a value at a JSON Pointer as if the editor had typed it; for editors in slots.",
        ),
        (
            "clearDraft",
            "`clearDraft()` removes the draft and counts the entry as saved; for hosts that save by script. After an ordinary submit it happens by itself, unless the host has `draft-saved`.",
        ),
    ],
    events: &[
        ("gongkai-ready", "The form is drawn; detail: `{pack, item}`."),
        ("gongkai-input", "The editor changed something; detail: the entry."),
        ("gongkai-check", "The editor left a field or tried to publish; detail: the report."),
        (
            "gongkai-resolve",
            "The editor has answered for all that differs from `serverValue`; detail: `{entry}`.",
        ),
        (
            "gongkai-upload",
            "The editor chose a file for a document; detail: `{path, file, respondWith(promise), progress(share)}`. The promise is for `{link, title?}`; when it fails, its message is shown and the editor can try again.",
        ),
        (
            "gongkai-error",
            "The form cannot be drawn, and the host's field inside the element stays in use; or `local` cannot be had, and the form does without. Detail: `{code, message}`.",
        ),
    ],
    slots: &[
        ("", "The host's own field, used while the form cannot be drawn."),
        (
            "field:KEY",
            "The host's own control for the element with this key. It has a property `value` and fires `input` or `change`, or the host calls `setValue`; label, help and issues stay those of the form.",
        ),
    ],
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
        ("notice", "A question about a draft or another version, or that drafts are not kept."),
    ],
    custom_properties: TOKENS,
    types: &[
        ("value", "Entry"),
        ("report", "Report"),
        ("gongkai-ready", "{ pack: string; item: string }"),
        ("gongkai-input", "Entry"),
        ("gongkai-check", "Report"),
        ("errors", "{ path: string; message: string; severity?: Issue[\"severity\"] }[]"),
        ("dirty", "boolean"),
        ("serverValue", "Entry"),
        ("setValue", "(path: string, value: Json) => void"),
        ("gongkai-resolve", "{ entry: Entry }"),
        (
            "gongkai-upload",
            "{ path: string; file: File; respondWith(answer: Promise<{ link: string; title?: string }>): void; progress(share: number): void }",
        ),
        ("gongkai-error", "Failure"),
    ],
};
