//! Fetching packs, calendar, menu, and what the county lays down for itself.

use std::fmt::Display;
use std::rc::Rc;

use gongkai_core::{Calendar, Local, Pack};
use serde_json::json;

use crate::boundary::{Hooks, attribute};
use crate::json::to_json;

/// A document could not be had.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LoadError {
    /// The code in the event `gongkai-error`.
    pub code: &'static str,
    /// The address and what is wrong with it.
    pub message: String,
}

/// Fetches a document, reads it and hands it over.
pub(crate) fn document<T: 'static, E: Display + 'static>(
    hooks: &Hooks,
    address: &str,
    read: fn(&str) -> Result<T, E>,
    done: impl FnOnce(Result<T, LoadError>) + 'static,
) {
    let asked = address.to_owned();
    hooks.load(address, move |status, text| {
        let (code, reason) = match status {
            0 => ("no-answer", text),
            200..300 => match read(&text) {
                Ok(document) => return done(Ok(document)),
                Err(error) => ("unreadable", error.to_string()),
            },
            _ => ("not-found", format!("status {status}")),
        };
        done(Err(LoadError { code, message: format!("{asked}: {reason}") }));
    });
}

/// What an element judges with.
pub(crate) type Loaded = Result<(Rc<Pack>, Option<Rc<Calendar>>), LoadError>;

/// Addresses of pack and calendar, as the attributes of an element name them.
pub(crate) fn pack_addresses(hooks: &Hooks) -> [String; 2] {
    let pack = attribute(hooks.host(), "pack").unwrap_or_default().to_string();
    let calendar = attribute(hooks.host(), "calendar").map_or_else(
        || {
            let folder = pack.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/../calendar.json")
        },
        |calendar| calendar.to_string(),
    );
    [pack, calendar]
}

/// Fetches pack and calendar; `done` is told too for which addresses that was.
pub(crate) fn pack(hooks: &Hooks, done: impl FnOnce([String; 2], Loaded) + 'static) {
    let addresses = pack_addresses(hooks);
    let [pack, calendar] = addresses.clone();
    let own = hooks.clone();
    document(hooks, &pack, Pack::from_json, move |loaded| match loaded {
        // Without a calendar time limits are not judged here; the server still does.
        Ok(pack) => document(&own, &calendar, Calendar::from_json, move |calendar| {
            done(addresses, Ok((Rc::new(pack), calendar.ok().map(Rc::new))));
        }),
        Err(error) => done(addresses, Err(error)),
    });
}

/// The local parameters of a county, or why they cannot be had, and the address that they were asked for at.
pub(crate) type LoadedLocal = (String, Result<Local, LoadError>);

fn local_address(hooks: &Hooks) -> Option<String> {
    attribute(hooks.host(), "local").map(|address| address.to_string())
}

/// Fetches the local parameters that the attribute names; where it names none there are none.
pub(crate) fn local(hooks: &Hooks, done: impl FnOnce(LoadedLocal) + 'static) {
    match local_address(hooks) {
        Some(address) => {
            let asked = address.clone();
            document(hooks, &address, Local::read, move |loaded| done((asked, loaded)));
        }
        None => done((String::new(), Ok(Local::default()))),
    }
}

/// The local parameters to judge by from now on. `None`: others are asked for by now, or these cannot be had, of which
/// the page hears; the element does without, and the server knows them all the same.
pub(crate) fn take_local(hooks: &Hooks, (address, loaded): LoadedLocal) -> Option<Rc<Local>> {
    if local_address(hooks).unwrap_or_default() != address {
        return None;
    }
    match loaded {
        Ok(local) => Some(Rc::new(local)),
        Err(error) => {
            let detail = json!({ "code": error.code, "message": error.message });
            hooks.emit("gongkai-error", &to_json(&detail));
            None
        }
    }
}
