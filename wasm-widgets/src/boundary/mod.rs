//! Where the module meets the page: the only place that knows JavaScript values.

mod check;
mod hooks;
mod mount;
mod stage;

pub(crate) use hooks::{Hooks, attribute, language, now_ms, open_picker, time_in_words, today};
pub(crate) use stage::Line;
