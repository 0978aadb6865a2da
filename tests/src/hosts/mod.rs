//! Sites that are not ours with the widgets in them, each with its own programs and database, and what every one of
//! them has to stand.

pub mod java_servlet;
pub mod plain_html;
mod programs;
pub mod refusal;
mod story;
pub mod wagtail;
pub mod wordpress;

use std::future::Future;

use anyhow::Result;
use jiff::civil::Date;
use serde_json::Value;

use crate::driver::{Browser, Traits};
use crate::page::Page;

pub use story::is_told;

/// A site of a content management system in which editors keep the list of schools; its programs end with it.
pub trait Host {
    /// Signs in as an editor.
    fn sign_in(&self, page: &Page) -> impl Future<Output = Result<()>>;

    /// Opens the page on which a new entry is written.
    fn open_new(&self, page: &Page) -> impl Future<Output = Result<()>>;

    /// Presses what makes the entry public.
    fn publish(&self, page: &Page) -> impl Future<Output = Result<()>>;

    /// Posts an entry for publishing as whoever leaves out the browser's check does, with the editor's session.
    ///
    /// Answers with the codes of what is wrong as the server side told them; none when it took the entry.
    fn forge(&self, page: &Page, entry: &Value) -> impl Future<Output = Result<Vec<String>>>;

    /// The entries that its database holds as published, read past its pages.
    fn stored(&self) -> impl Future<Output = Result<Vec<Value>>>;

    /// Address of the public page with the menu.
    fn menu(&self) -> String;
}

/// A browser in China: its today is the one of the sites.
///
/// # Errors
/// As for [`Browser::start_with`].
pub async fn browser() -> Result<Browser> {
    Browser::start_with(Traits { time_zone: Some("Asia/Shanghai"), ..Traits::default() }).await
}

/// The day that sites without a clock of the tests' take for today.
#[must_use]
pub fn today() -> Date {
    jiff::tz::TimeZone::fixed(jiff::tz::offset(8)).to_datetime(jiff::Timestamp::now()).date()
}
