//! `gongkai schema` and `gongkai example`: documents made of one item.

use std::io::Write;

use jiff::civil::Date;

use super::write_pretty;
use crate::args;
use crate::failure::Failure;
use crate::find;

/// Prints the JSON Schema of an item's entries.
pub fn schema(address: &str, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(write_pretty(&find::item(address)?.json_schema(), out)?)
}

/// Prints an entry that passes.
pub fn example(address: &str, today: Option<Date>, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(write_pretty(&find::item(address)?.example(args::today(today)), out)?)
}
