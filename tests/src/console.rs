//! The console of the browser, as far as its driver lets one read it.

use anyhow::Result;
use serde::Deserialize;
use thirtyfour::BrowserLogEntry;

use crate::driver::Kind;
use crate::page::Page;

/// What the console of all pages holds, without what the browser reports of itself.
const FIREFOX_LINES: &str = "
    const lines = Services.console.getMessageArray().filter(one =>
        one instanceof Ci.nsIScriptError && /^https?:/.test(one.sourceName));
    Services.console.reset();
    return lines.map(one => ({
        level: one.flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE',
        text: `${one.sourceName} ${one.lineNumber}: ${one.errorMessage}`,
    }));";

/// A line of the browser's console: `console.*`, uncaught errors, refused and failed loads.
#[derive(Clone, Debug, Deserialize)]
pub struct ConsoleLine {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// The text, with the place it comes from in front.
    pub text: String,
}

impl Page {
    /// What the console has said since the last call; nothing where the driver does not tell.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn console(&self) -> Result<Vec<ConsoleLine>> {
        match self.kind() {
            Kind::Chromium => {
                let entries = self.session().browser_log().await?;
                let line = |entry: BrowserLogEntry| ConsoleLine { level: entry.level, text: entry.message };
                Ok(entries.into_iter().map(line).collect())
            }
            Kind::Firefox => {
                Ok(serde_json::from_value(self.run_privileged(FIREFOX_LINES, Vec::new()).await?)?)
            }
            Kind::WebKit => Ok(Vec::new()),
        }
    }

    /// The errors among [`Self::console`], refusals by the content security policy included.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let lines = self.console().await?;
        Ok(lines.into_iter().filter(|line| line.level == "SEVERE").map(|line| line.text).collect())
    }
}
