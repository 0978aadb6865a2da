//! A browser under the control of its driver, one fresh profile each: Chromium, or what `GONGKAI_BROWSER` names.

mod chromium;
mod firefox;
mod left_out;
mod privileged;
mod webkit;

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use crate::page::Page;
use crate::server_process::ServerProcess;
use crate::wait;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By ChromeDriver, with the DevTools Protocol.
    Chromium,
    /// By geckodriver.
    Firefox,
    /// `MiniBrowser` of WebKitGTK by `WebKitWebDriver`, on a display of its own.
    WebKit,
}

impl Kind {
    fn chosen() -> Result<Self> {
        match env::var("GONGKAI_BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => bail!("GONGKAI_BROWSER is {other}; there are chromium, firefox and webkit"),
        }
    }
}

/// In what the browser differs from one that people usually have.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traits {
    /// Knows no WebAssembly. Defaults to false.
    pub lacks_webassembly: bool,
    /// Where its clock is. Defaults to the zone of the machine.
    pub time_zone: Option<&'static str>,
}

impl Traits {
    /// Starts a driver whose browser has its clock there.
    fn place(self, command: &mut Command) -> &mut Command {
        if let Some(zone) = self.time_zone {
            command.env("TZ", zone);
        }
        command
    }
}

/// A driver that listens, and what to ask it for.
struct Started {
    /// In the order in which they end.
    servers: Vec<ServerProcess>,
    port: u16,
    capabilities: Capabilities,
    profile: Option<TempDir>,
}

/// A browser with one empty tab. Ends on drop, also when the test panics.
pub struct Browser {
    // In the order of the fields: the session ends, then the driver, then the profile goes.
    page: Page,
    _servers: Vec<ServerProcess>,
    _profile: Option<TempDir>,
}

impl Browser {
    /// Starts a driver on a free port and the browser behind it.
    ///
    /// `GONGKAI_BROWSER` is `chromium` (the default), `firefox` or `webkit`. `GONGKAI_CHROMEDRIVER`, `GONGKAI_CHROMIUM`,
    /// `GONGKAI_GECKODRIVER`, `GONGKAI_FIREFOX` and `GONGKAI_WEBKITDRIVER` name the programs; defaults to the search path.
    ///
    /// # Errors
    /// A program is missing, does not start, or the two do not fit together.
    pub async fn start() -> Result<Self> {
        Self::start_with(Traits::default()).await
    }

    /// Starts a browser of another sort than people usually have.
    ///
    /// # Errors
    /// As for [`Self::start`].
    pub async fn start_with(traits: Traits) -> Result<Self> {
        let kind = Kind::chosen()?;
        let Started { servers, port, capabilities, profile } = match kind {
            Kind::Chromium => chromium::start(traits)?,
            Kind::Firefox => firefox::start(traits)?,
            Kind::WebKit => webkit::start(traits)?,
        };
        let address = format!("http://127.0.0.1:{port}");
        // Not every driver says when it listens.
        let session = wait::until("a driver that listens", || async {
            Ok(std::net::TcpStream::connect(("127.0.0.1", port)).ok().map(drop))
        })
        .await
        .map(|()| WebDriver::new(&address, capabilities))?
        .await
        .with_context(|| format!("the driver cannot start {kind:?}; do their versions fit?"))?;
        let page = Page::new(session, kind);
        if kind == Kind::Chromium && traits.lacks_webassembly {
            // It has no switch for it; the others are started so.
            let script = json!({ "source": "delete window.WebAssembly;" });
            page.devtools("Page.addScriptToEvaluateOnNewDocument", script).await?;
        }
        if kind == Kind::WebKit {
            // The others are started with a size.
            page.set_viewport(1280, 900).await?;
        }
        Ok(Self { page, _servers: servers, _profile: profile })
    }

    /// The tab.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Whether one can look into the browser by its developer tools; only Chromium's can be used by tests.
    ///
    /// Where not, the whole test is left out, which is said and counted.
    #[must_use]
    pub fn has_devtools(&self, what: &str) -> bool {
        self.can(&[Kind::Chromium], what)
    }

    /// Whether one can change what stands around the page while it is open: paper, preferences.
    ///
    /// Where not, the whole test is left out, which is said and counted.
    #[must_use]
    pub fn has_surroundings(&self, what: &str) -> bool {
        self.can(&[Kind::Chromium, Kind::Firefox], what)
    }

    /// Whether one can read the console of the browser.
    ///
    /// Where not, the whole test is left out, which is said and counted; other tests find the console empty.
    #[must_use]
    pub fn has_console(&self, what: &str) -> bool {
        self.can(&[Kind::Chromium, Kind::Firefox], what)
    }

    /// Whether every name below `localhost` leads to this machine without a name server.
    ///
    /// Where not, the whole test is left out, which is said and counted.
    #[must_use]
    pub fn finds_names_below_localhost(&self, what: &str) -> bool {
        self.can(&[Kind::Chromium, Kind::Firefox], what)
    }

    fn can(&self, kinds: &[Kind], what: &str) -> bool {
        let can = kinds.contains(&self.page.kind());
        if !can {
            left_out::note(self.page.kind(), what);
        }
        can
    }
}

fn program(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(file) = env::var_os(variable) {
        return Ok(file.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.find(|file| file.is_file()).with_context(|| {
        format!(
            "no {} in the search path; `cargo xtask test --browsers all` installs it, or set {variable}",
            names.join(", ")
        )
    })
}
