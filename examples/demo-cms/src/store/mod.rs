//! What is kept, one file for each table.

pub(crate) mod accounts;
pub(crate) mod entries;
pub(crate) mod imports;
pub(crate) mod lists;
pub(crate) mod local_packs;
pub(crate) mod sessions;
