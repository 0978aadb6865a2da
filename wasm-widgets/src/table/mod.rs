//! `<gongkai-table>`: many entries of an item as a grid.

mod act;
mod app;
mod bar;
mod clipboard;
mod command;
mod compare;
mod editing;
mod exchange;
mod grid;
mod head;
mod history;
mod judging;
mod keys;
mod page;
mod preview;
mod properties;
mod pull;
mod row;
mod selection;
mod sorting;
mod state;
mod status;
mod tell;
mod view;
mod widget;
mod words;

use crate::boundary::{Handle, JsHooks, mount as mount_widget};
use crate::spec::{ElementSpec, Named, TOKENS};

/// The style sheet of the element.
pub const STYLE: &str = concat!(include_str!("../base.css"), include_str!("style.css"));

/// Draws the element into `root` and keeps it up to date until it is destroyed.
pub fn mount(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    mount_widget::<app::Table>(root, host, js)
}

/// The contract of `<gongkai-table>`.
pub(crate) const ELEMENT: ElementSpec = ElementSpec {
    tag: "gongkai-table",
    about: "The grid for many entries of an item.",
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
            "Default entries as a JSON array; the property `value` holds the current ones. Defaults to none.",
        ),
        (
            "local",
            "Address of what the county lays down for itself, a `gongkai-local/1`. Defaults to nothing.",
        ),
        (
            "for",
            "Id of a field of the host, `<textarea>` or `<input>`: the entries are read from it, an array, and written back when the rows that changed are judged, with `input` and `change` on it; it and its labels are hidden while the element is usable, and its form may not be submitted while an entry is not valid.",
        ),
        ("publisher", "Publisher of new entries."),
        ("region", "Region code of new entries, six digits."),
        ("label", "Name of the grid for assistive technology. Defaults to the name of the item."),
        ("today", "The day to take for today, YYYY-MM-DD. Defaults to the browser's."),
        ("readonly", "Nothing can be changed; the entries are posted all the same."),
        ("disabled", "Nothing can be changed and nothing is posted."),
        (
            "theme",
            "`dark`, `contrast`, or `auto`: light or dark as the reader's system is set. Defaults to light.",
        ),
        ("lang", "Language, zh-CN or en. Defaults to that of the page."),
    ],
    properties: &[
        (
            "value",
            "The current entries, an array; can be set to an array or a JSON text. Rows that say nothing are left out.",
        ),
        (
            "reports",
            "The report on each entry of `value` at stage publish, an array; setting it shows reports of the server, \
             each until its row is changed.",
        ),
    ],
    methods: &[],
    events: &[
        ("gongkai-ready", "The grid is drawn; detail: `{pack, item}`."),
        (
            "gongkai-input",
            "The editor changed something; detail: `{rows, changed}`, the number of entries and which of them changed, \
             counted from 0.",
        ),
        (
            "gongkai-check",
            "The rows that the editor changed are judged; detail: `{rows, wrong, issues}`, the numbers of entries, of \
             those that may not be published, and of what keeps them from it.",
        ),
        (
            "gongkai-error",
            "The grid cannot be drawn; detail: `{code, message}`. The host's field inside the element stays in use.",
        ),
    ],
    slots: &[("", "The host's own field, used while the grid cannot be drawn.")],
    parts: &[
        ("base", "Wrapper."),
        ("toolbar", "The buttons above the grid."),
        ("button", "A button."),
        ("grid", "The grid, which scrolls."),
        ("head", "The row of headings."),
        ("cell", "A cell."),
        ("input", "The control in the cell that has the focus."),
        ("preview", "What a file would change."),
        ("status", "What is said of that cell."),
        ("issue", "One message."),
        ("counts", "How many rows there are, and what is wrong with them."),
    ],
    custom_properties: CUSTOM_PROPERTIES,
    types: &[
        ("value", "Entry[]"),
        ("reports", "Report[]"),
        ("gongkai-ready", "{ pack: string; item: string }"),
        ("gongkai-input", "{ rows: number; changed: number[] }"),
        ("gongkai-check", "{ rows: number; wrong: number; issues: number }"),
        ("gongkai-error", "Failure"),
    ],
};

/// Those of all elements, and the height.
const CUSTOM_PROPERTIES: &[Named] = &{
    let mut all = [("", ""); TOKENS.len() + 1];
    let mut index = 0;
    while index < TOKENS.len() {
        all[index] = TOKENS[index];
        index += 1;
    }
    all[index] = ("--gongkai-table-height", "Most height of the grid. Defaults to 70vh.");
    all
};
