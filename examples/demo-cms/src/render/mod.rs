//! Values of entries as people read them.

pub(crate) mod date;
pub(crate) mod value;
