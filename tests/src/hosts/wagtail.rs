//! Wagtail with the app `gongkai_wagtail` in it: its development server on a database of its own.

use std::env;
use std::path::PathBuf;
use std::process::Command;

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
        let folder = TempDir::with_prefix("gongkai-wagtail-")?;
        for task in [&["migrate", "--verbosity", "0"][..], &["begin"]] {
            let status = manage(&folder, task)?.status()?;
            ensure!(status.success(), "manage.py {task:?} ended with {status}");
        }
        let mut server = manage(&folder, &["runserver", "--noreload", "127.0.0.1:0"])?;
        let (program, address) = ServerProcess::start_and_find(&mut server, |line| {
            let address = line.split_once(" at http://")?.1;
            Some(format!("http://{}", address.trim_end_matches('/')))
        })?;
        Ok(Self { address, _program: program, folder })
    }

    /// The whole address of a path that begins with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Lets the site's own command line do something, such as `publish_scheduled`; answers with what it printed.
    ///
    /// # Errors
    /// It fails.
    pub fn manage(&self, task: &[&str]) -> Result<String> {
        let output = manage(&self.folder, task)?.output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Where a new school is written.
    ///
    /// # Errors
    /// The site has no list of schools.
    pub fn new_school(&self) -> Result<String> {
        let list = self.manage(&[
            "shell",
            "--no-imports",
            "--command",
            "from disclosure.models import ItemPage; print(ItemPage.objects.get().pk)",
        ])?;
        Ok(self.url(&format!("/admin/pages/add/disclosure/entrypage/{}/", list.trim())))
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
        page.open(&self.new_school()?).await
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
        let database = self.folder.path().join("county.sqlite");
        let output = Command::new(python()?).args(["-c", PUBLISHED]).arg(database).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    fn menu(&self) -> String {
        self.url("/")
    }
}

fn manage(folder: &TempDir, task: &[&str]) -> Result<Command> {
    let mut command = Command::new(python()?);
    command.arg("manage.py").args(task).current_dir(workspace::root().join("examples/wagtail"));
    command.env("DATABASE", folder.path().join("county.sqlite")).env("GONGKAI_DIST", widgets::dist());
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
