//! Fetching packs, calendar and menu.

use std::fmt::Display;
use std::rc::Rc;

use gongkai_core::{Calendar, Pack};

use crate::boundary::{Hooks, attribute};

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
