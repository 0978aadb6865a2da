//! The county's site in Java: its own process with a SQLite file, and the page a signed-in editor sees.

use std::env;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Host;
use super::refusal::Refusal;
use crate::page::Page;
use crate::server_process::ServerProcess;
use crate::widgets;

const PASSWORD: &str = "a password of the tests";
const NEW: &str = "/admin/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu/new";

/// Reads the database as any program does that knows nothing of the site.
const PUBLISHED: &str = "
import json, sqlite3, sys
rows = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True, timeout=20).execute(
    'select entry from entry where is_public order by id')
print(json.dumps([json.loads(entry) for (entry,) in rows]))";

/// Puts an entry into it, as such a program does.
const KEEP: &str = "
import json, sqlite3, sys
entry = json.loads(sys.argv[2])
with sqlite3.connect(sys.argv[1], timeout=20) as site:
    row = site.execute('insert into entry (pack, item, title, is_public, version, entry) values (?, ?, ?, 1, 1, ?)',
        (entry['pack'], entry['item'], entry['title'], sys.argv[2]))
print(json.dumps(f\"/open/{entry['pack']}/{entry['item']}/{row.lastrowid}\"))";

/// Posts a form past its page, and reads the report in the page that comes back.
///
/// A forgery has `fields`; may name the `address` it goes to, as it stands, a `method` and a `kind`: `form`,
/// `multipart`, or `json`. In one of several parts, a field with a third member is a file.
const FORGE: &str = "
const [start, forgery] = arguments;
const parse = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');
return (async () => {
    const form = (await parse(await fetch(start))).querySelector('form');
    const own = [...form.querySelectorAll('input[type=hidden]')].map(field => [field.name, field.value]);
    const { address = form.getAttribute('action'), method = 'POST', kind = 'form', fields } = forgery;
    const headers = { 'X-CSRF-TOKEN': own.find(([name]) => name === '_csrf')[1] };
    let body = kind === 'multipart' ? new FormData() : new URLSearchParams();
    for (const [name, value, isFile] of [...own, ...fields]) {
        body.append(name, isFile ? new File([value], 'entry.json') : value);
    }
    if (kind === 'json') {
        body = JSON.stringify(Object.fromEntries(fields));
        headers['Content-Type'] = 'application/json';
    }
    const answer = await fetch(address, { method, body, headers });
    const back = await parse(answer);
    const element = back.querySelector('gongkai-form');
    const issues = JSON.parse(element?.getAttribute('report') ?? '{\"issues\":[]}').issues;
    return { status: answer.status, kept: element?.getAttribute('value') ?? back.querySelector('textarea')?.value ?? null,
        codes: issues.filter(issue => issue.severity === 'error').map(issue => issue.code) };
})();";

/// The language that each page says it is in, to a reader of this one.
const LANGUAGES: &str = "
const [addresses, lang] = arguments;
return Promise.all(addresses.map(async address => {
    const answer = await fetch(address, { headers: { 'Accept-Language': lang } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return `${answer.status} ${page.documentElement.lang}`;
}));";

/// A running site; ends on drop.
pub struct JavaServlet {
    address: String,
    // In this order: the program ends before its database goes.
    _program: ServerProcess,
    folder: TempDir,
}

impl JavaServlet {
    /// Starts the site with an empty database on a free port.
    ///
    /// # Errors
    /// It is not built, there is no Java, or it does not start.
    pub fn start() -> Result<Self> {
        Self::start_below("")
    }

    /// Starts it as one site of several on a server, below a path that begins with `/`.
    ///
    /// # Errors
    /// As for [`Self::start`].
    pub fn start_below(path: &str) -> Result<Self> {
        let jar = env::var_os("GONGKAI_JAVA_SERVLET").context("GONGKAI_JAVA_SERVLET names the built site")?;
        let folder = TempDir::with_prefix("gongkai-java-")?;
        let mut command = Command::new("java");
        // A server that is set up in English, as many are.
        command.arg("-Duser.language=en");
        // It lives shortly: a quick start counts more than quick code.
        command.args(["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]);
        command.arg("-jar").arg(PathBuf::from(jar)).arg("--server.port=0");
        command.arg(format!("--county.database={}", folder.path().join("county.sqlite").display()));
        command.arg(format!("--gongkai.dist={}/", widgets::dist().display()));
        command.arg(format!("--server.servlet.context-path={path}"));
        command.args(["--spring.security.user.name=editor"]);
        command.arg(format!("--spring.security.user.password={PASSWORD}"));
        let (program, origin) = ServerProcess::start_and_find(&mut command, |line| {
            let port = line.split_once("Tomcat started on port ")?.1;
            Some(format!("http://127.0.0.1:{}", port.split_whitespace().next()?))
        })?;
        Ok(Self { address: format!("{origin}{path}"), _program: program, folder })
    }

    /// The whole address of a path that begins with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Puts a public entry into the database past the site; answers with its address.
    ///
    /// # Errors
    /// The database cannot be written.
    pub fn keep(&self, entry: &Value) -> Result<String> {
        let path = self.database(KEEP, &[&entry.to_string()])?;
        Ok(self.url(path.as_str().context("the path is text")?))
    }

    /// What a program answers that gets the database and more.
    fn database(&self, program: &str, more: &[&str]) -> Result<Value> {
        let file = self.folder.path().join("county.sqlite");
        let output = Command::new("python3").args(["-c", program]).arg(file).args(more).output()?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(serde_json::from_slice(&output.stdout)?)
    }

    /// Address of the page on which an entry that citizens read there is changed.
    #[must_use]
    pub fn editing(&self, public: &str) -> String {
        self.url(&format!("/admin/entries/{}", public.rsplit('/').next().unwrap_or_default()))
    }

    /// Status and language of pages, as a reader of this language gets them.
    ///
    /// # Errors
    /// A page cannot be had.
    pub async fn languages(&self, page: &Page, addresses: &[String], lang: &str) -> Result<Vec<String>> {
        Ok(serde_json::from_value(page.run(LANGUAGES, vec![json!(addresses), json!(lang)]).await?)?)
    }

    /// Posts an entry past the form, with the button `act` or none.
    ///
    /// # Errors
    /// The page cannot be had.
    pub async fn post(&self, page: &Page, entry: &str, act: Option<&str>) -> Result<Refusal> {
        let act = act.map(|act| ["act", act]);
        let fields: Vec<_> = [["content", entry]].into_iter().chain(act).collect();
        self.send(page, &json!({ "fields": fields })).await
    }

    /// Posts whatever is wanted: `fields`, and where it goes and how.
    ///
    /// # Errors
    /// The page cannot be had.
    pub async fn send(&self, page: &Page, forgery: &Value) -> Result<Refusal> {
        self.send_from(page, &self.url(NEW), forgery).await
    }

    /// Posts it as from the form at this address.
    ///
    /// # Errors
    /// The page cannot be had.
    pub async fn send_from(&self, page: &Page, address: &str, forgery: &Value) -> Result<Refusal> {
        Ok(serde_json::from_value(page.run(FORGE, vec![json!(address), forgery.clone()]).await?)?)
    }

    /// Head and body of a page, asked for by a program that says nothing of itself.
    ///
    /// # Errors
    /// The site does not answer.
    pub fn bare(&self, path: &str) -> Result<String> {
        let host = self.address.trim_start_matches("http://");
        let mut site = TcpStream::connect(host)?;
        write!(site, "GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n")?;
        let mut answer = Vec::new();
        site.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}

impl Host for JavaServlet {
    async fn sign_in(&self, page: &Page) -> Result<()> {
        page.open(&self.url("/login")).await?;
        page.type_text("[name=username]", "editor").await?;
        page.type_text("[name=password]", PASSWORD).await?;
        page.click("button[type=submit]").await?;
        page.wait_for("location.pathname.endsWith('/admin')").await
    }

    async fn open_new(&self, page: &Page) -> Result<()> {
        page.open(&self.url(NEW)).await
    }

    async fn publish(&self, page: &Page) -> Result<()> {
        page.click("#publish").await
    }

    async fn forge(&self, page: &Page, entry: &Value) -> Result<Vec<String>> {
        // A post that does not say which button it is from is one for publishing.
        Ok(self.post(page, &entry.to_string(), None).await?.codes)
    }

    async fn stored(&self) -> Result<Vec<Value>> {
        Ok(serde_json::from_value(self.database(PUBLISHED, &[])?)?)
    }

    fn menu(&self) -> String {
        self.url("/")
    }
}
