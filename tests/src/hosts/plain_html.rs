//! The plainest site: static pages, a few small programs in PHP, files for a database, `gongkai serve` beside it.

use std::fs;
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
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

/// A time zone in which the day is another one than in China for most of the day, and the hour always.
const ELSEWHERE: &str = "date.timezone=Etc/GMT+12";
/// The folder that the README copies the files to.
const COPIED_TO: &str = "/srv/www/gongkai";

/// A running site; ends on drop.
pub struct PlainHtml {
    address: String,
    // In this order: the programs end before their files go.
    _site: ServerProcess,
    service: Option<ServerProcess>,
    folder: TempDir,
}

impl PlainHtml {
    /// Starts the site on a free port as it lies in the project, with nothing in it.
    ///
    /// # Errors
    /// A program is missing or does not start.
    pub async fn start() -> Result<Self> {
        let folder = TempDir::with_prefix("gongkai-plain-")?;
        let root = workspace::root();
        let vendor = folder.path().join("vendor");
        fs::create_dir(&vendor)?;
        fs::copy(root.join("tests/node_modules/jquery/dist/jquery.js"), vendor.join("jquery.js"))?;
        let (service, asked) = sidecar()?;
        let mut php = Command::new("php");
        php.current_dir(root.join("examples/plain-html")).env("GONGKAI_SERVICE", asked);
        php.env("GONGKAI_DIST", widgets::dist()).env("SITE_VENDOR", vendor);
        php.env("SITE_DATA", folder.path().join("data"));
        Self::run(php, &["router.php"], "", folder, service).await
    }

    /// Starts a site to which the files were copied by the commands of the README; below a folder, without the router.
    ///
    /// # Errors
    /// As for [`PlainHtml::start`], or the README has no such commands.
    pub async fn start_copied() -> Result<Self> {
        let folder = TempDir::with_prefix("gongkai-plain-")?;
        let site = folder.path().join("site");
        fs::create_dir(&site)?;
        let readme = fs::read_to_string(workspace::root().join("examples/plain-html/README.md"))?;
        let mut commands = readme.split("```").filter_map(|block| block.strip_prefix("sh\n"));
        let copy = commands.find(|block| block.contains(COPIED_TO)).context("the README says how to copy")?;
        let copy = copy.replace(COPIED_TO, &site.join("gongkai").display().to_string());
        let done = Command::new("sh").args(["-ec", &copy]).current_dir(workspace::root()).status()?;
        ensure!(done.success(), "the commands of the README fail: {copy}");
        let (service, asked) = sidecar()?;
        let mut php = Command::new("php");
        php.current_dir(folder.path())
            .env("GONGKAI_SERVICE", asked)
            .env("SITE_DATA", folder.path().join("data"));
        Self::run(php, &["-t", "site"], "/gongkai", folder, service).await
    }

    async fn run(
        mut php: Command,
        served: &[&str],
        below: &str,
        folder: TempDir,
        service: ServerProcess,
    ) -> Result<Self> {
        let address = format!("127.0.0.1:{}", free_port()?);
        // No workers: they would outlive the process that they are told by.
        php.args(["-d", ELSEWHERE, "-S", &address]).args(served).stdout(Stdio::null()).stderr(Stdio::null());
        let site = ServerProcess::start(&mut php)?;
        wait::until("PHP to answer", || async { Ok(TcpStream::connect(&address).ok()) }).await?;
        Ok(Self { address: format!("http://{address}{below}"), _site: site, service: Some(service), folder })
    }

    /// Removes the packs from a site that was copied.
    ///
    /// # Errors
    /// There are none.
    pub fn forget_packs(&self) -> Result<()> {
        Ok(fs::remove_dir_all(self.folder.path().join("site/gongkai/widgets/packs"))?)
    }

    /// Puts a file where the entries were to be kept.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn spoil_data(&self) -> Result<()> {
        Ok(fs::write(self.folder.path().join("data"), "")?)
    }

    /// Names of the files with entries, in their order.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn entry_names(&self) -> Result<Vec<String>> {
        let name = |file: &PathBuf| file.file_stem().map(|name| name.to_string_lossy().into_owned());
        Ok(self.files("json")?.iter().filter_map(name).collect())
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
        self.send(page, &self.url("/save.php"), "POST", json!([["entry", entry]])).await
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
        self.url("/index.html")
    }
}
