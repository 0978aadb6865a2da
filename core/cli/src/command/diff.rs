//! `gongkai diff`.

use std::io::Write;

use crate::Outcome;
use crate::failure::Failure;
use crate::words::Words;

pub fn run(
    _old: &str,
    _new: &str,
    _as_json: bool,
    _words: Words,
    _out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    Ok(Outcome::Fine)
}
