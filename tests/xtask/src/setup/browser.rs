//! Browsers, their drivers and fonts with Chinese characters, for the browser tests.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use crate::process;
use crate::setup::debian;
use crate::workspace::Workspace;

/// What the browser tests run in.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Browser {
    /// Chromium by ChromeDriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// The small browser of WebKitGTK by its driver, on a virtual display.
    Webkit,
    /// All of them, one after the other.
    All,
}

/// The driver of Firefox, built from source: distributions have none.
const GECKODRIVER_VERSION: &str = "0.37.1";

impl Browser {
    /// The browsers that are meant.
    pub fn each(self) -> Vec<Browser> {
        match self {
            Browser::All => vec![Browser::Chromium, Browser::Firefox, Browser::Webkit],
            one => vec![one],
        }
    }

    /// How the tests call it.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium | Browser::All => "chromium",
            Browser::Firefox => "firefox",
            Browser::Webkit => "webkit",
        }
    }

    /// Makes sure that the tests find the browser; the answer is what they have to be told, as environment variables.
    ///
    /// # Errors
    /// Something is missing and cannot be installed.
    pub fn ensure_for_tests(self, workspace: &Workspace) -> Result<Vec<(&'static str, PathBuf)>> {
        match self {
            Browser::Chromium | Browser::All => ensure().map(|()| Vec::new()),
            Browser::Firefox => {
                if process::find_program(&["firefox-esr", "firefox"]).is_none() || !has_fonts() {
                    debian::install(&["firefox-esr", "fonts-noto-cjk"], "the browser tests in Firefox")?;
                }
                Ok(geckodriver(workspace)?.map(|file| ("GONGKAI_GECKODRIVER", file)).into_iter().collect())
            }
            Browser::Webkit => {
                let programs = ["WebKitWebDriver", "Xvfb"];
                if programs.iter().any(|name| process::find_program(&[name]).is_none()) || !has_fonts() {
                    let packages = ["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"];
                    debian::install(&packages, "the browser tests in WebKit")?;
                }
                Ok(Vec::new())
            }
        }
    }
}

/// Makes sure that there is a Chromium with its driver.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn ensure() -> Result<()> {
    let browser = program().is_some();
    let driver =
        env::var_os("GONGKAI_CHROMEDRIVER").is_some() || process::find_program(&["chromedriver"]).is_some();
    if browser && driver && has_fonts() {
        return Ok(());
    }
    debian::install(&["chromium", "chromium-driver", "fonts-noto-cjk"], "the browser tests")
}

/// The browser: what `GONGKAI_CHROMIUM` names, else the first that the search path holds.
pub fn program() -> Option<PathBuf> {
    let named = env::var_os("GONGKAI_CHROMIUM").map(PathBuf::from);
    named.or_else(|| process::find_program(&["chromium", "chromium-browser", "google-chrome"]))
}

/// Where the driver of Firefox lies; `None` when the tests find it themselves.
fn geckodriver(workspace: &Workspace) -> Result<Option<PathBuf>> {
    if env::var_os("GONGKAI_GECKODRIVER").is_some() || process::find_program(&["geckodriver"]).is_some() {
        return Ok(None);
    }
    let folder = workspace.root().join("target/geckodriver");
    let file = folder.join("bin").join(format!("geckodriver{}", env::consts::EXE_SUFFIX));
    if !file.is_file() {
        let mut install: Command = process::cargo();
        install.args([
            "install",
            "--locked",
            "--quiet",
            "geckodriver",
            "--version",
            GECKODRIVER_VERSION,
            "--root",
        ]);
        process::run(install.arg(&folder))?;
    }
    Ok(Some(file))
}

/// Fonts are only known to be missing where we could install them.
fn has_fonts() -> bool {
    !debian::is_debian_like() || has_chinese_font()
}

fn has_chinese_font() -> bool {
    let fonts = process::output(Command::new("fc-list").arg(":lang=zh-cn"));
    fonts.is_ok_and(|list| !list.trim().is_empty())
}
