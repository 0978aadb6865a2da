//! Where the module meets the page: the only place that knows JavaScript values.

mod hooks;
mod mount;

pub use hooks::JsHooks;
pub(crate) use hooks::{Collator, Hooks, attribute, language, later, open_picker, today};
pub use mount::Handle;
pub(crate) use mount::{Told, Widget, mount};
