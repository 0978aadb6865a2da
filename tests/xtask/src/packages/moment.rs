//! The moment that packages bear: of the source, not of the packing.

use std::env;
use std::process::Command;

use anyhow::{Context, Result};
use jiff::Timestamp;

use crate::process;
use crate::workspace::Workspace;

/// `SOURCE_DATE_EPOCH`, else the date of the commit that lies in the work tree.
///
/// # Errors
/// The variable is no number of seconds, or there is neither variable nor commit.
pub fn of_source(workspace: &Workspace) -> Result<Timestamp> {
    let seconds = match env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds,
        Err(_) => process::output(
            Command::new("git").args(["log", "-1", "--format=%ct"]).current_dir(workspace.root()),
        )
        .context("the commit has no date; set SOURCE_DATE_EPOCH to that of the source")?,
    };
    from_seconds(seconds.trim())
}

fn from_seconds(text: &str) -> Result<Timestamp> {
    let seconds = text.parse().with_context(|| format!("`{text}` is no count of seconds since 1970"))?;
    Ok(Timestamp::from_second(seconds)?)
}

#[cfg(test)]
mod tests {
    use super::from_seconds;

    #[test]
    fn reads_seconds_and_nothing_else() {
        assert_eq!(from_seconds("499162500").expect("seconds").to_string(), "1985-10-26T08:15:00Z");
        assert!(from_seconds("yesterday").is_err());
        assert!(from_seconds("").is_err());
    }
}
