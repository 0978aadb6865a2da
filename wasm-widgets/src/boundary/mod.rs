//! Where the module meets the page: the only place that knows JavaScript values.

mod check;
mod dom;
mod hooks;
mod mount;

pub(crate) use dom::{around, elements, encoded};
pub(crate) use hooks::{Hooks, attribute, language, open_picker, today};
