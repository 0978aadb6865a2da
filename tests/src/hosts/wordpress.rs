//! WordPress as Debian ships it, with MariaDB and the plugin of `examples/wordpress/`.

mod accounts;
mod database;
mod editing;
mod readings;
mod requests;
mod tree;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

use super::Host;
use super::programs::{command, free_port, sidecar};
use crate::page::Page;
use crate::server_process::ServerProcess;

pub use accounts::{PASSWORD, Role};
pub use requests::Answer;

/// Who gives the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judge {
    /// The command, one process for each question.
    Command,
    /// `gongkai serve`.
    Sidecar,
}

/// A running WordPress; ends on drop, also when the test panics.
pub struct WordPress {
    address: String,
    menu: String,
    // In this order: the site ends before what it asks, the programs before their files go.
    _site: ServerProcess,
    sidecar: Option<ServerProcess>,
    database: database::Database,
    folder: TempDir,
}

impl WordPress {
    /// Installs a WordPress of its own with the plugin, on a free port, and waits until it answers.
    ///
    /// # Errors
    /// A program or a package is missing, or something does not start in time.
    pub async fn start(judge: Judge) -> Result<Self> {
        let folder = TempDir::with_prefix("gongkai-wordpress-")?;
        let database = database::Database::start(folder.path()).await?;
        let (sidecar, asked) = match judge {
            Judge::Command => (None, None),
            Judge::Sidecar => {
                let (program, address) = sidecar()?;
                (Some(program), Some(address))
            }
        };
        // PHP's server does not say which port it took.
        let address = format!("127.0.0.1:{}", free_port()?);
        let site = tree::lay_out(folder.path(), &address, &command()?)?;
        let menu = install(&site, asked.as_deref().unwrap_or_default())?;
        let mut php = Command::new("php");
        php.args(["-d", "opcache.enable_cli=1", "-S", &address, "-t"]).arg(&site);
        php.stderr(tree::log(folder.path())?);
        let program = ServerProcess::start(&mut php)?;
        let address = format!("http://{address}");
        let running = Self { address, menu, _site: program, sidecar, database, folder };
        crate::wait::until("WordPress to answer", || async {
            Ok(std::net::TcpStream::connect(running.address.trim_start_matches("http://")).ok())
        })
        .await?;
        Ok(running)
    }

    /// The whole address of a path that begins with `/`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Has addresses of this structure from now on; empty for plain ones.
    ///
    /// # Errors
    /// WordPress fails.
    pub fn have_addresses(&mut self, structure: &str) -> Result<()> {
        self.menu = self.run_php(&format!(
            "$wp_rewrite->set_permalink_structure('{structure}');
            $wp_rewrite->flush_rules(false);
            echo get_permalink(get_option('gongkai')['page']);"
        ))?;
        Ok(())
    }

    /// Ends the sidecar.
    pub fn stop_sidecar(&mut self) {
        self.sidecar = None;
    }

    /// Starts another sidecar; answers with its address.
    ///
    /// # Errors
    /// It does not start in time.
    pub fn start_sidecar(&mut self) -> Result<String> {
        let (program, address) = sidecar()?;
        self.sidecar = Some(program);
        Ok(address)
    }

    /// A file of its own for the test.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs PHP within WordPress as programs on the server do, and answers with what it prints.
    ///
    /// # Errors
    /// The code fails.
    pub fn run_php(&self, code: &str) -> Result<String> {
        let script = self.folder.path().join("script.php");
        let load = self.folder.path().join("site/wp-load.php");
        std::fs::write(&script, format!("<?php require '{}';\n{code}", load.display()))?;
        let output = Command::new("php").arg(&script).output().context("cannot start `php`")?;
        let printed = String::from_utf8(output.stdout)?;
        let complaints = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "PHP ended with {}: {printed}{complaints}", output.status);
        Ok(printed)
    }

    /// What PHP and the plugin have complained about so far; what comes from WordPress itself is left out.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn complaints(&self) -> Result<Vec<String>> {
        let log = std::fs::read_to_string(self.folder.path().join("debug.log")).unwrap_or_default();
        let of_others = |line: &&str| !line.contains("/wp-includes/") && !line.contains("/wp-admin/");
        Ok(log.lines().filter(of_others).map(str::to_owned).collect())
    }

    /// Status of a post as the database has it; none when there is no such post.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn status(&self, post: u64) -> Result<Option<String>> {
        let rows =
            self.database.texts(&format!("SELECT HEX(post_status) FROM wp_posts WHERE ID = {post}"))?;
        Ok(rows.into_iter().next())
    }

    /// The entry that a post has stored.
    ///
    /// # Errors
    /// The database does not answer, or what it has is no JSON.
    pub fn entry(&self, post: u64) -> Result<Value> {
        let select = "SELECT HEX(meta_value) FROM wp_postmeta WHERE meta_key = 'gongkai_entry' AND post_id =";
        let rows = self.database.texts(&format!("{select} {post}"))?;
        Ok(serde_json::from_str(rows.first().context("the post has no entry")?)?)
    }

    /// The newest post that is no revision, page or template.
    ///
    /// # Errors
    /// There is none, or the database does not answer.
    pub fn newest_post(&self) -> Result<u64> {
        let newest = "SELECT HEX(MAX(ID)) FROM wp_posts WHERE post_type = 'post'";
        Ok(u64::from_str_radix(&self.database.rows(newest)?.concat(), 16)?)
    }
}

impl Host for WordPress {
    async fn sign_in(&self, page: &Page) -> Result<()> {
        self.sign_in_as(page, Role::Editor).await
    }

    async fn open_new(&self, page: &Page) -> Result<()> {
        self.open_form(page).await
    }

    async fn publish(&self, page: &Page) -> Result<()> {
        page.click("#publish").await
    }

    async fn forge(&self, page: &Page, entry: &Value) -> Result<Vec<String>> {
        let answer = self.save_by_rest(page, "publish", entry).await?;
        Ok(answer.codes())
    }

    async fn stored(&self) -> Result<Vec<Value>> {
        let published = "SELECT HEX(meta_value) FROM wp_postmeta JOIN wp_posts ON ID = post_id
            WHERE meta_key = 'gongkai_entry' AND post_status = 'publish' ORDER BY ID";
        let texts = self.database.texts(published)?;
        texts.iter().map(|text| serde_json::from_str(text).context("what is stored is no JSON")).collect()
    }

    fn menu(&self) -> String {
        self.menu.clone()
    }
}

/// Runs the installer; answers with the address of the public page.
fn install(site: &Path, sidecar: &str) -> Result<String> {
    let script = site.join("install.php");
    std::fs::write(&script, include_str!("wordpress/install.php"))?;
    let mut php = Command::new("php");
    php.arg(&script).env("GONGKAI_PASSWORD", PASSWORD).env("GONGKAI_SIDECAR", sidecar);
    let output = php.output()?;
    std::fs::remove_file(&script)?;
    let printed = String::from_utf8(output.stdout)?;
    let complaints = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "WordPress is not installed: {printed}{complaints}");
    printed.lines().last().map(str::to_owned).context("the installer names no page")
}
