//! Writes entries with the reports that the library gives natively, one JSON object a line, into the file given: the
//! wrappers of the portable validator have to give the same bytes.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;
use std::{env, error};

use gongkai_core::{Context, ItemRef, Stage};
use gongkai_tests::case;
use gongkai_tests::identical::entries;
use gongkai_tests::judges::{TODAY, address, items};
use jiff::civil::Date;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn error::Error>> {
    let path = PathBuf::from(env::args_os().nth(1).ok_or("a file to write to is to be given")?);
    let mut out = BufWriter::new(File::create(path)?);
    for item in items() {
        for entry in entries(item) {
            for stage in [Stage::Draft, Stage::Publish] {
                write(&mut out, item, &entry, stage, TODAY, false)?;
            }
        }
    }
    // Cases with local parameters or elements of their own need what only their item has.
    for file in case::all()?.into_iter().filter(|file| file.case.local.is_none() && file.case.field.is_none())
    {
        write(&mut out, file.item()?, &file.entry()?, file.case.stage, file.today()?, true)?;
    }
    Ok(out.flush()?)
}

fn write(
    out: &mut impl io::Write,
    item: ItemRef<'_>,
    entry: &Value,
    stage: Stage,
    today: Date,
    told: bool,
) -> io::Result<()> {
    let context = Context::new(stage, today).with_calendar(gongkai::calendar());
    let report = item.check(entry, &context);
    let report = if told { report.told().to_string() } else { serde_json::to_string(&report)? };
    let stage = if stage == Stage::Draft { "draft" } else { "publish" };
    let options = json!({ "today": gongkai_core::date::write(today), "stage": stage, "told": told });
    let line =
        json!({ "item": address(item), "entry": entry.to_string(), "options": options, "report": report });
    writeln!(out, "{line}")
}
