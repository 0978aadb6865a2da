//! Where the module meets the page: the only place that knows JavaScript values.

mod dom;
mod hooks;
mod mount;

pub(crate) use dom::{around, elements, encoded};
pub use hooks::JsHooks;
pub(crate) use hooks::{Hooks, attribute, language, open_picker, today};
pub use mount::Handle;
pub(crate) use mount::{Told, Widget, mount};
