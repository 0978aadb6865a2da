//! What fuzzers do with arbitrary bytes: every function that reads what comes from outside, one file for each group.
//!
//! A function returns when all is well and panics when not. `tests/fuzz/` runs them under libFuzzer, which needs a
//! nightly toolchain; `tests/tests/fuzz_smoke.rs` runs the same ones with [`mutate`] on any.

mod entries;
mod files;
mod mutate;
mod readers;
mod sources;
mod texts;
mod trees;
mod workbooks;

use std::path::PathBuf;

pub use entries::check_json;
pub use files::input;
pub use mutate::Mutator;
pub use readers::{assert_well_formed, import_reader};
pub use sources::{citation, documents, guideline, lexicon, pack, time_limit};
pub use texts::privacy;
pub use workbooks::workbook;

use crate::workspace;

/// A function to be called with arbitrary bytes.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, and that of the folder of its stored inputs.
    pub name: &'static str,
    /// Panics when something is wrong.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "check_json", run: check_json },
    Target { name: "citation", run: citation },
    Target { name: "documents", run: documents },
    Target { name: "guideline", run: guideline },
    Target { name: "import_reader", run: import_reader },
    Target { name: "input", run: input },
    Target { name: "lexicon", run: lexicon },
    Target { name: "pack", run: pack },
    Target { name: "privacy", run: privacy },
    Target { name: "time_limit", run: time_limit },
    Target { name: "workbook", run: workbook },
];

/// The stored inputs of a target, to begin with.
#[must_use]
pub fn corpus(target: &str) -> PathBuf {
    workspace::root().join("tests/fuzz/corpus").join(target)
}

/// A number made of bytes, the same for the same bytes.
fn hash(data: &[u8]) -> u64 {
    // FNV-1a: quick, and without a seed of its own.
    data.iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
