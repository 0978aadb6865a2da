//! The check as a WebAssembly module without imports: bytes in, bytes out.
//!
//! `core/portable/README.md` describes the interface byte by byte; the module `boundary`
//! is all of it, [`Validator`] is what stands behind it.

mod answer;
#[cfg(target_family = "wasm")]
pub mod boundary;
mod options;
mod validator;

pub use answer::{Answer, Failure, to_bytes};
pub use validator::{Document, Validator};
