//! `gongkai form`: the form model of an item, its form as HTML, and what such a form has posted.

use std::io::{self, Read, Write};
use std::path::Path;

use gongkai_core::text::Lang;
use gongkai_widgets::form::drawn::{Answer, Sheet};
use serde_json::{Value, json};

use super::write_pretty;
use crate::args::{self, FormOptions};
use crate::failure::Failure;
use crate::find;

/// Longest entry or post, in bytes.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Prints what was asked for.
pub fn run(options: &FormOptions, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let item = find::item(&options.item)?;
    let answer = match &options.posted {
        Some(path) => {
            let body = read(path)?;
            let pairs: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
            Some(Answer::read(item, &pairs, lang).ok_or(Failure::NoForm)?)
        }
        None => None,
    };
    if !options.html {
        let document = match &answer {
            Some(answer) => answer.output(item),
            None => json!(item.form()),
        };
        return Ok(write_pretty(&document, out)?);
    }
    let entry: Option<Value> = match &options.entry {
        Some(path) => Some(serde_json::from_str(&read(path)?).map_err(Failure::NotJson)?),
        None => None,
    };
    let mut sheet = Sheet::new(item, args::today(options.today), lang).with_calendar(gongkai::calendar());
    if let Some(entry) = &entry {
        sheet = sheet.with_entry(entry);
    }
    if let Some(answer) = &answer {
        sheet = sheet.with_answer(answer);
    }
    if options.issues {
        sheet = sheet.with_issues(true);
    }
    Ok(writeln!(out, "{}", sheet.draw())?)
}

fn read(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let mut read = |source: &mut dyn Read| source.take(MAX_BYTES).read_to_string(&mut text);
    let outcome = if path == Path::new("-") {
        read(&mut io::stdin().lock())
    } else {
        std::fs::File::open(path).and_then(|mut file| read(&mut file))
    };
    outcome.map_err(|error| Failure::SourceUnreadable { path: path.to_owned(), error })?;
    Ok(text)
}
