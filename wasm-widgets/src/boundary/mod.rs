//! Where the module meets the page: the only place that knows JavaScript values.

mod dom;
mod hooks;
mod mount;
mod page;
mod picker;
mod stage;

pub(crate) use dom::{around, elements, encoded};
pub use hooks::JsHooks;
pub(crate) use hooks::{Collator, Hooks, attribute, language, now_ms, time_in_words, today};
pub use mount::Handle;
pub(crate) use mount::{Told, Widget, mount};
pub(crate) use page::{Watch, fire, own_value, set_native_value, shadow_like, type_over_selection};
pub(crate) use picker::pick_day;
pub(crate) use stage::Line;
