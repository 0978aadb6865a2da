//! The plainest site: static pages, three small programs in PHP, files for a database, `gongkai serve` beside it.

use std::fs;
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Host;
use super::programs::{free_port, sidecar};
use super::refusal::Refusal;
use crate::page::Page;
use crate::server_process::ServerProcess;
use crate::{wait, widgets, workspace};

/// Posts a form past its page, and reads the report in the page that comes back: where it goes, its method, its fields,
/// of which one with a third member is a file.
const FORGE: &str = "
const [address, method, fields] = arguments;
return (async () => {
    const isFile = fields.some(field => field[2]);
    const body = isFile ? new FormData() : new URLSearchParams();
    for (const [name, value, isFile] of fields) body.append(name, isFile ? new File([value], 'entry.json') : value);
    const answer = await fetch(address, { method, body });
    const back = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const form = back.querySelector('gongkai-form');
    const issues = JSON.parse(form?.getAttribute('report') ?? '{\"issues\":[]}').issues;
    return { status: answer.status, kept: form?.getAttribute('value') ?? back.querySelector('textarea')?.value ?? null,
        codes: issues.filter(issue => issue.severity === 'error').map(issue => issue.code) };
})();";

/// A running site; ends on drop.
pub struct PlainHtml {
    address: String,
    // In this order: the programs end before their files go.
    _site: ServerProcess,
    service: Option<ServerProcess>,
    folder: TempDir,
}

impl PlainHtml {
    /// Starts the site on a free port, with nothing in it.
    ///
    /// # Errors
    /// A program is missing or does not start.
    pub async fn start() -> Result<Self> {
        let folder = TempDir::with_prefix("gongkai-plain-")?;
        let (service, asked) = sidecar()?;
        let address = format!("127.0.0.1:{}", free_port()?);
        let root = workspace::root();
        let vendor = folder.path().join("vendor");
        fs::create_dir(&vendor)?;
        fs::copy(root.join("tests/node_modules/jquery/dist/jquery.js"), vendor.join("jquery.js"))?;
        let mut php = Command::new("php");
        php.args(["-S", &address, "router.php"]).current_dir(root.join("examples/plain-html"));
        php.env("GONGKAI_DIST", widgets::dist()).env("GONGKAI_SERVICE", asked).env("SITE_VENDOR", vendor);
        // No workers: they would outlive the process that they are told by.
        php.env("SITE_DATA", folder.path().join("data")).stdout(Stdio::null()).stderr(Stdio::null());
        let site = ServerProcess::start(&mut php)?;
        wait::until("PHP to answer", || async { Ok(TcpStream::connect(&address).ok()) }).await?;
        Ok(Self { address: format!("http://{address}"), _site: site, service: Some(service), folder })
    }

    /// The whole address of a path that begins with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Ends the service that is asked for verdicts.
    pub fn stop_service(&mut self) {
        self.service = None;
    }

    /// Removes the HTML that is kept beside the entries.
    ///
    /// # Errors
    /// There is none, or it cannot be removed.
    pub fn forget_readings(&self) -> Result<()> {
        let readings = self.files("html")?;
        ensure!(!readings.is_empty(), "no HTML is kept");
        readings.iter().try_for_each(|file| Ok(fs::remove_file(file)?))
    }

    /// Files of the site's data with this ending, in their order.
    fn files(&self, ending: &str) -> Result<Vec<PathBuf>> {
        let folder = self.folder.path().join("data");
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut files: Vec<_> = fs::read_dir(folder)?
            .map(|file| Ok(file?.path()))
            .collect::<Result<Vec<_>>>()?
            .into_iter()
            .filter(|file| file.extension().is_some_and(|extension| extension == ending))
            .collect();
        files.sort();
        Ok(files)
    }

    /// Posts a text as an entry past the form; the page has to be one of the site.
    ///
    /// # Errors
    /// The page cannot be had.
    pub async fn post(&self, page: &Page, entry: &str) -> Result<Refusal> {
        self.send(page, "/save", "POST", json!([["entry", entry]])).await
    }

    /// Sends these fields anywhere; the page has to be one of the site.
    ///
    /// # Errors
    /// The page cannot be had.
    pub async fn send(&self, page: &Page, address: &str, method: &str, fields: Value) -> Result<Refusal> {
        Ok(serde_json::from_value(page.run(FORGE, vec![json!(address), json!(method), fields]).await?)?)
    }

    /// Removes the site's copy of jQuery.
    ///
    /// # Errors
    /// There is none.
    pub fn forget_jquery(&self) -> Result<()> {
        Ok(fs::remove_file(self.folder.path().join("vendor/jquery.js"))?)
    }
}

impl Host for PlainHtml {
    /// There are no accounts: those are the affair of the site that takes these pages over.
    async fn sign_in(&self, _page: &Page) -> Result<()> {
        Ok(())
    }

    async fn open_new(&self, page: &Page) -> Result<()> {
        page.open(&self.url("/new.html")).await
    }

    async fn publish(&self, page: &Page) -> Result<()> {
        page.click("#publish").await
    }

    async fn forge(&self, page: &Page, entry: &Value) -> Result<Vec<String>> {
        let refusal = self.post(page, &entry.to_string()).await?;
        ensure!(refusal.status == 422 || refusal.codes.is_empty(), "{refusal:?}");
        Ok(refusal.codes)
    }

    async fn stored(&self) -> Result<Vec<Value>> {
        let files = self.files("json")?;
        files.iter().map(|file| Ok(serde_json::from_str(&fs::read_to_string(file)?)?)).collect()
    }

    fn menu(&self) -> String {
        self.url("/")
    }
}
