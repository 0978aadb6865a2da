//! Where the module meets the page: the only place that knows JavaScript values.

mod hooks;
mod mount;

pub use hooks::JsHooks;
pub(crate) use hooks::{Hooks, attribute, language, open_picker, today};
pub use mount::Handle;
pub(crate) use mount::{Told, Widget, mount};
