//! What is kept, one file for each table.

pub(crate) mod accounts;
pub(crate) mod entries;
pub(crate) mod lists;
pub(crate) mod sessions;
