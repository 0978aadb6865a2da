//! The pages for everybody. They work without JavaScript.

pub(crate) mod domain;
pub(crate) mod entry;
pub(crate) mod home;
pub(crate) mod item;
pub(crate) mod links;
pub(crate) mod search;
