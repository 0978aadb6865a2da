//! Custom elements for item entry and domain navigation, drawn with Yew.
//!
//! The elements never decide what is valid; they ask `gongkai-core`.

#![deny(unsafe_code)]
#![deny(missing_docs)]

mod bound;
mod boundary;
pub mod check;
pub mod form;
mod input;
mod json;
mod load;
pub mod nav;
pub mod spec;
mod start;
pub mod table;
mod text;

/// What the browser modules in `wasm-widgets/modules/` are made of: each holds one element.
pub mod module {
    pub use crate::boundary::{Handle, JsHooks};
}

/// The contracts of all elements.
pub const ELEMENTS: &[spec::ElementSpec] = &[form::ELEMENT, table::ELEMENT, nav::ELEMENT, check::ELEMENT];
