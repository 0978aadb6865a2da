//! The demonstration: a small content management system of a made-up county with the widgets in it.
//!
//! The site is [`router`] over an [`App`]; `main.rs` only reads the command line and listens.

#![forbid(unsafe_code)]

mod admin;
mod app;
mod assets;
mod auth;
mod catalogue;
mod categories;
mod clock;
mod config;
mod county;
mod csrf;
mod db;
mod document;
mod entry_id;
mod failure;
mod guidance;
mod headers;
mod page;
mod password;
mod public;
mod render;
mod seed;
mod session;
mod sidebar;
mod store;
mod texts;
mod throttle;
mod upload;
mod visit;

pub use app::{App, router};
pub use config::Options;
pub use password::Cost;
