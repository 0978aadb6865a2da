//! Wagtail with the app `gongkai_wagtail` in it: its development server on a database of its own.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Host;
use crate::page::Page;
use crate::server_process::ServerProcess;
use crate::{widgets, workspace};

const PASSWORD: &str = "a password of the tests";
/// What Wagtail's editor publishes with; in the menu below its main button.
const PUBLISH: &str = "button[name=action-publish]";

/// Reads the database as any program does that knows nothing of the site.
const PUBLISHED: &str = "
import json, sqlite3, sys
rows = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True, timeout=20).execute(
    'select entry from disclosure_entrypage join wagtailcore_page on id = page_ptr_id where live order by id')
print(json.dumps([json.loads(entry) for (entry,) in rows]))";

/// Posts the editor's form for a new page with another entry, and reads the report in the page that comes back.
const FORGE: &str = "
const [address, entry] = arguments;
const parse = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');
return (async () => {
    const form = (await parse(await fetch(address))).querySelector('#page-edit-form');
    const body = new FormData(form);
    body.set('entry', entry);
    body.set('action-publish', 'action-publish');
    const back = await parse(await fetch(address, { method: 'POST', body }));
    const report = back.querySelector('gongkai-form[report]')?.getAttribute('report');
    const issues = report ? JSON.parse(report).issues : [];
    return issues.filter(issue => issue.severity === 'error').map(issue => issue.code);
})();";

/// Reads which pages there are.
const PAGES: &str = "
import json, sqlite3, sys
rows = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True, timeout=20).execute(
    'select id, slug from wagtailcore_page')";

/// Reads the entries in the newest versions of what is not public.
const DRAFTS: &str = "
import json, sqlite3, sys
rows = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True, timeout=20).execute(
    'select content from wagtailcore_revision join wagtailcore_page as page on latest_revision_id = '
    'wagtailcore_revision.id where not live')
drafts = [json.loads(content) for (content,) in rows]
print(json.dumps([draft['entry'] for draft in drafts if draft.get('entry')]))";

/// Makes public entries below the list of schools, as a program of the site does.
const SCHOOLS: &str = "
import json
from disclosure.models import EntryPage, ItemPage
entry = json.loads(ENTRY)
for number in range(1, COUNT + 1):
    page = EntryPage(entry={**entry, 'title': f'第 {number} 小学'}, live=False)
    ItemPage.objects.get().add_child(instance=page)
    page.save_revision().publish()";

/// A running site; ends on drop.
pub struct Wagtail {
    address: String,
    // In this order: the program ends before its database goes.
    _program: ServerProcess,
    folder: TempDir,
}

impl Wagtail {
    /// Makes the database, the first pages and the account, and starts the site on a free port.
    ///
    /// # Errors
    /// Python or a package is missing, or the site does not start.
    pub fn start() -> Result<Self> {
        // A driver presses buttons while a page that saves itself is being saved and moves about.
        Self::with_autosave(0)
    }

    /// The same, saving drafts by itself so many milliseconds after something was typed; 0: never.
    ///
    /// # Errors
    /// As above.
    pub fn with_autosave(interval_ms: u32) -> Result<Self> {
        let folder = TempDir::with_prefix("gongkai-wagtail-")?;
        fs::write(database(&folder), begun()?)?;
        let mut server = manage(&folder, &["runserver", "--noreload", "127.0.0.1:0"])?;
        server.env("AUTOSAVE_INTERVAL", interval_ms.to_string());
        // A line for each request.
        server.stderr(std::process::Stdio::null());
        let (program, address) = ServerProcess::start_and_find(&mut server, |line| {
            let address = line.split_once(" at http://")?.1;
            Some(format!("http://{}", address.trim_end_matches('/')))
        })?;
        Ok(Self { address, _program: program, folder })
    }

    /// Opens a page of the editor and waits until Wagtail's scripts are at work: what is typed before is taken for the
    /// form's beginning and not saved by itself. Nobody types as soon as a driver does.
    ///
    /// # Errors
    /// The page cannot be had.
    pub async fn open(page: &Page, address: &str) -> Result<()> {
        page.open(address).await?;
        page.run(
            "document.addEventListener('w-unsaved:watch-edits', () => { window.watches = true; });",
            vec![],
        )
        .await?;
        page.wait_for("window.watches").await
    }

    /// The whole address of a path that begins with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The entries in the newest versions of all drafts.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn drafts(&self) -> Result<Vec<Value>> {
        self.read(DRAFTS)
    }

    fn read(&self, program: &str) -> Result<Vec<Value>> {
        let output = Command::new(python()?).args(["-c", program]).arg(database(&self.folder)).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// Makes so many public entries like this one, numbered in their titles.
    ///
    /// # Errors
    /// The site refuses.
    pub fn publish_schools(&self, entry: &Value, count: u32) -> Result<()> {
        let entry = serde_json::to_string(&entry.to_string())?;
        let program = SCHOOLS.replace("COUNT", &count.to_string()).replace("ENTRY", &entry);
        let status = manage(&self.folder, &["shell", "--verbosity", "0", "--command", &program])?.status()?;
        ensure!(status.success(), "the schools were not made: {status}");
        Ok(())
    }

    /// Where a new school is written.
    ///
    /// # Errors
    /// The site has no list of schools.
    pub fn new_school(&self) -> Result<String> {
        let list = self.page_id("schools")?;
        Ok(self.url(&format!("/admin/pages/add/disclosure/entrypage/{list}/")))
    }

    /// Where a new article is written, which can have entries among its text.
    ///
    /// # Errors
    /// The site has no menu.
    pub fn new_article(&self) -> Result<String> {
        let menu = self.page_id("disclosure")?;
        Ok(self.url(&format!("/admin/pages/add/disclosure/articlepage/{menu}/")))
    }

    /// Where a public article with this title is read.
    ///
    /// # Errors
    /// There is none.
    pub fn article(&self, title: &str) -> Result<String> {
        self.page_id(title)?;
        Ok(self.url(&format!("/{title}/")))
    }

    fn page_id(&self, slug: &str) -> Result<Value> {
        let program = format!("{PAGES}\nprint(json.dumps([id for id, slug in rows if slug == {slug:?}]))");
        self.read(&program)?.pop().with_context(|| format!("there is no page {slug}"))
    }
}

impl Host for Wagtail {
    async fn sign_in(&self, page: &Page) -> Result<()> {
        page.open(&self.url("/admin/login/")).await?;
        page.type_text("[name=username]", "editor").await?;
        page.type_text("[name=password]", PASSWORD).await?;
        page.click("form.login-form [type=submit]").await?;
        page.wait_for("location.pathname === '/admin/'").await
    }

    async fn open_new(&self, page: &Page) -> Result<()> {
        Self::open(page, &self.new_school()?).await
    }

    async fn publish(&self, page: &Page) -> Result<()> {
        page.click(".footer .w-dropdown-button [data-w-dropdown-target=toggle]").await?;
        page.click(PUBLISH).await
    }

    async fn forge(&self, page: &Page, entry: &Value) -> Result<Vec<String>> {
        let given = vec![json!(self.new_school()?), json!(entry.to_string())];
        let codes = page.run(FORGE, given).await?;
        serde_json::from_value(codes).context("the codes are texts")
    }

    async fn stored(&self) -> Result<Vec<Value>> {
        self.read(PUBLISHED)
    }

    fn menu(&self) -> String {
        self.url("/")
    }
}

/// The database as the site begins with it, made once: Wagtail takes a while for it.
fn begun() -> Result<&'static [u8]> {
    static BEGUN: OnceLock<Vec<u8>> = OnceLock::new();
    if let Some(begun) = BEGUN.get() {
        return Ok(begun);
    }
    let folder = TempDir::with_prefix("gongkai-wagtail-")?;
    for task in [&["migrate", "--verbosity", "0"][..], &["begin"]] {
        let status = manage(&folder, task)?.status()?;
        ensure!(status.success(), "manage.py {task:?} ended with {status}");
    }
    let begun = fs::read(database(&folder))?;
    Ok(BEGUN.get_or_init(|| begun))
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("county.sqlite")
}

fn manage(folder: &TempDir, task: &[&str]) -> Result<Command> {
    let mut command = Command::new(python()?);
    command.arg("manage.py").args(task).current_dir(workspace::root().join("examples/wagtail"));
    command.env("DATABASE", database(folder)).env("GONGKAI_DIST", widgets::dist());
    command.env("PASSWORD", PASSWORD).env("SECRET_KEY", "of the tests").env("PYTHONUNBUFFERED", "1");
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    Ok(command)
}

/// The Python that `cargo xtask test --only hosts` sets up.
fn python() -> Result<PathBuf> {
    let python = env::var_os("GONGKAI_WAGTAIL_PYTHON").map(PathBuf::from);
    let python = python.unwrap_or_else(|| workspace::root().join("target/python/bin/python"));
    ensure!(python.is_file(), "{} is missing; run `cargo xtask test --only hosts`", python.display());
    Ok(python)
}
