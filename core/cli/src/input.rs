//! Entries out of files: one, an array of them, or one after the other; the last kind takes no more memory however long.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use serde_json::{Deserializer, Value};

use crate::failure::Failure;

/// The entries in a file; `-` is standard input. After an error there are no more.
pub fn entries(file: &Path) -> Result<impl Iterator<Item = Result<Value, Failure>>, Failure> {
    let source: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(file).map_err(Failure::Unreadable)?)
    };
    let documents = Deserializer::from_reader(BufReader::new(source)).into_iter::<Value>();
    Ok(documents.flat_map(|document| match document {
        Ok(Value::Array(entries)) => entries.into_iter().map(Ok).collect(),
        Ok(entry) => vec![Ok(entry)],
        Err(error) if error.is_io() => vec![Err(Failure::Unreadable(error.into()))],
        Err(error) => vec![Err(Failure::NotJson(error))],
    }))
}
