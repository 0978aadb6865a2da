//! Custom elements for item entry and domain navigation, drawn with Yew.
//!
//! The elements never decide what is valid; they ask `gongkai-core`.

#![deny(unsafe_code)]
#![deny(missing_docs)]

mod boundary;
mod form;
mod input;
mod json;
mod load;
mod nav;
pub mod spec;
mod text;

/// The elements that the module defines.
pub const ELEMENTS: &[spec::ElementSpec] = &[form::ELEMENT, nav::ELEMENT];
