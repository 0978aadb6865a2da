//! `gongkai form`: the form model of an item, its form as HTML, and what such a form has posted.

use std::io::Write;

use gongkai_core::text::Lang;
use gongkai_widgets::form::drawn::{Answer, Sheet};
use serde_json::{Value, json};

use super::{text_of, write_pretty};
use crate::args::{self, FormOptions};
use crate::failure::Failure;
use crate::find;

/// Prints what was asked for.
pub fn run(options: &FormOptions, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let item = find::item(&options.item)?;
    let answer = match &options.posted {
        Some(path) => {
            let body = text_of(path)?;
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
        Some(path) => Some(serde_json::from_str(&text_of(path)?).map_err(Failure::NotJson)?),
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
