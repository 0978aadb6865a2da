//! What the time up to the first keystroke is spent on, so that a miss is explained.

use std::fmt::Write as _;

use anyhow::Result;

use super::browser::{Measured, title};
use super::targets::{FLOOR, OURS};

/// What was measured, and what it is called.
const PARTS: &[(&str, &str)] = &[
    ("module_ms", "module there at"),
    ("drawn_ms", "controls there at"),
    ("first_keystroke_ms", "keystroke on the screen at"),
    ("script_ms", "scripts"),
    ("style_ms", "styles"),
    ("layout_ms", "layout"),
    ("busy_ms", "busy in all"),
];

/// Adds a table for each form: this library, the page written by hand, and the fastest of the others.
///
/// # Errors
/// Never: writing into a text does not fail.
pub fn tables(results: &[Measured], text: &mut String) -> Result<()> {
    for form in ["one", "many", "rows"] {
        let of_form: Vec<&Measured> = results.iter().filter(|result| result.form == form).collect();
        let first = |result: &&Measured| result.median("first_keystroke_ms@1");
        let others = of_form.iter().filter(|result| ![OURS, FLOOR].contains(&result.name.as_str()));
        let fastest = others
            .filter_map(|result| Some((first(result)?, result.name.clone())))
            .min_by(|one, two| one.0.total_cmp(&two.0));
        let shown = [Some(OURS.to_owned()), Some(FLOOR.to_owned()), fastest.map(|(_, name)| name)];
        let shown: Vec<&&Measured> = shown
            .iter()
            .flatten()
            .filter_map(|name| of_form.iter().find(|result| result.name == *name && first(result).is_some()))
            .collect();
        if !shown.iter().any(|result| result.name == OURS) {
            continue;
        }
        writeln!(
            text,
            "\nWhere the time up to the first keystroke goes, in milliseconds at 1× / at 4×, {}:\n",
            title(form)
        )?;
        let names: Vec<&str> = PARTS.iter().map(|(_, name)| *name).collect();
        writeln!(text, "| | {} |\n|---|{}", names.join(" | "), "--:|".repeat(PARTS.len()))?;
        for result in shown {
            write!(text, "| {} |", result.name)?;
            for (part, _) in PARTS {
                let at = |slowdown: u32| result.cell(&format!("{part}@{slowdown}"), 0, false);
                write!(text, " {} / {} |", at(1), at(4))?;
            }
            text.push('\n');
        }
    }
    Ok(())
}
