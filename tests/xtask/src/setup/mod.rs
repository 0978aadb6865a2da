//! What a fresh machine lacks, and how it gets there.

pub mod browser;
pub mod debian;
pub mod languages;
pub mod npm;
pub mod office;
pub mod wasm_toolchain;
