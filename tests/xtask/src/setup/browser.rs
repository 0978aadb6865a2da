//! The browser, its driver and fonts with Chinese characters, for the browser tests.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::process;
use crate::setup::debian;

/// Makes sure that the browser tests find a browser.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn ensure() -> Result<()> {
    let browser = program().is_some();
    let driver =
        env::var_os("GONGKAI_CHROMEDRIVER").is_some() || process::find_program(&["chromedriver"]).is_some();
    if browser && driver && (has_chinese_font() || !debian::is_debian_like()) {
        return Ok(());
    }
    debian::install(&["chromium", "chromium-driver", "fonts-noto-cjk"], "the browser tests")
}

/// The browser: what `GONGKAI_CHROMIUM` names, else the first that the search path holds.
pub fn program() -> Option<PathBuf> {
    let named = env::var_os("GONGKAI_CHROMIUM").map(PathBuf::from);
    named.or_else(|| process::find_program(&["chromium", "chromium-browser", "google-chrome"]))
}

fn has_chinese_font() -> bool {
    let fonts = process::output(std::process::Command::new("fc-list").arg(":lang=zh-cn"));
    fonts.is_ok_and(|list| !list.trim().is_empty())
}
