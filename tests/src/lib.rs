//! What the suites share: the two validators, cases, generated files; a real browser, its pages and servers.
//!
//! What needs a browser is behind the feature `browser`, so that plain `cargo test` needs none.

pub mod bench_forms;
pub mod case;
pub mod expect;
pub mod faults;
pub mod fuzz;
pub mod identical;
pub mod index_corpus;
pub mod judges;
pub mod mixtures;
pub mod office;
pub mod privacy_corpus;
pub mod records;
pub mod regen;
pub mod workspace;

#[cfg(feature = "browser")]
pub mod axe;
#[cfg(feature = "browser")]
pub mod breaking;
#[cfg(feature = "browser")]
pub mod composition;
#[cfg(feature = "browser")]
pub mod console;
#[cfg(feature = "browser")]
pub mod crowded;
#[cfg(feature = "browser")]
pub mod demo;
#[cfg(feature = "browser")]
pub mod driver;
#[cfg(feature = "browser")]
pub mod fill;
#[cfg(feature = "browser")]
pub mod grid;
#[cfg(feature = "browser")]
pub mod host_form;
#[cfg(feature = "hosts")]
pub mod hosts;
#[cfg(feature = "browser")]
pub mod page;
#[cfg(feature = "browser")]
mod seen;
#[cfg(feature = "browser")]
mod server_process;
#[cfg(feature = "browser")]
pub mod site;
#[cfg(feature = "browser")]
pub mod surroundings;
#[cfg(feature = "browser")]
pub mod wait;
#[cfg(feature = "browser")]
pub mod widgets;
