//! The browsers, their drivers and fonts with Chinese characters, for the browser tests.

use std::env;
use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;

use crate::process;
use crate::setup::debian;
use crate::workspace::Workspace;

const PURPOSE: &str = "the browser tests";
/// Of crates.io; Debian has no package of it.
const GECKODRIVER_VERSION: &str = "0.37.1";
const FONTS: &str = "fonts-noto-cjk";

/// What the tests can run in.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Browser {
    /// With ChromeDriver.
    Chromium,
    /// With geckodriver.
    Firefox,
    /// The small browser of WebKitGTK, on a display of its own.
    Webkit,
}

impl Browser {
    /// As the tests call it in `GONGKAI_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Makes sure that the tests find the browser; returns what the environment has to say about it.
    ///
    /// # Errors
    /// Something is missing and cannot be installed.
    pub fn ensure(self, workspace: &Workspace) -> Result<Vec<(&'static str, PathBuf)>> {
        match self {
            Self::Chromium => ensure().map(|()| Vec::new()),
            Self::Firefox => {
                let has_browser = is_named("GONGKAI_FIREFOX")
                    || process::find_program(&["firefox-esr", "firefox"]).is_some();
                if !has_browser || lacks_font() {
                    debian::install(&["firefox-esr", FONTS], PURPOSE)?;
                }
                let driver = geckodriver(workspace)?;
                Ok(driver.into_iter().map(|file| ("GONGKAI_GECKODRIVER", file)).collect())
            }
            Self::Webkit => {
                let has_driver =
                    is_named("GONGKAI_WEBKITDRIVER") || process::find_program(&["WebKitWebDriver"]).is_some();
                let has_display = is_named("GONGKAI_XVFB") || process::find_program(&["Xvfb"]).is_some();
                if !has_driver || !has_display || lacks_font() {
                    debian::install(&["webkit2gtk-driver", "xvfb", FONTS], PURPOSE)?;
                }
                Ok(Vec::new())
            }
        }
    }
}

/// Builds geckodriver where none is named or found; `None` when the tests find it themselves.
fn geckodriver(workspace: &Workspace) -> Result<Option<PathBuf>> {
    if is_named("GONGKAI_GECKODRIVER") || process::find_program(&["geckodriver"]).is_some() {
        return Ok(None);
    }
    let folder = workspace.target().join(format!("geckodriver-{GECKODRIVER_VERSION}"));
    let program = folder.join("bin/geckodriver");
    if !program.is_file() {
        let mut install = process::cargo();
        install.args(["install", "--locked", "geckodriver", "--version", GECKODRIVER_VERSION, "--root"]);
        process::run(install.arg(&folder))?;
    }
    Ok(Some(program))
}

fn is_named(variable: &str) -> bool {
    env::var_os(variable).is_some()
}

/// Whether a font has to come, and can.
fn lacks_font() -> bool {
    !has_chinese_font() && debian::is_debian_like()
}

/// Makes sure that Chromium is there, for what is measured and tested in it.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn ensure() -> Result<()> {
    let browser = program().is_some();
    let driver = is_named("GONGKAI_CHROMEDRIVER") || process::find_program(&["chromedriver"]).is_some();
    if browser && driver && !lacks_font() {
        return Ok(());
    }
    debian::install(&["chromium", "chromium-driver", FONTS], PURPOSE)
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
