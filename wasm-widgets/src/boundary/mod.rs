//! Where the module meets the page: the only place that knows JavaScript values.

mod hooks;
mod mount;
mod page;

pub use hooks::JsHooks;
pub(crate) use hooks::{Hooks, attribute, language, open_picker, today};
pub use mount::Handle;
pub(crate) use mount::{Told, Widget, mount};
pub(crate) use page::{Watch, fire, own_value, set_native_value, shadow_like, type_over_selection};
