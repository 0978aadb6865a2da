//! The files of the site: WordPress copied from Debian's package, the plugin, a configuration of their own.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::database;
use crate::{widgets, workspace};

/// Where Debian's package lies. It cannot be used in place: PHP finds the configuration beside the real files.
const PACKAGE: &str = "/usr/share/wordpress";

/// Lays the site out below a folder; answers with its root.
///
/// # Errors
/// WordPress is not installed, or a file cannot be written.
pub fn lay_out(folder: &Path, address: &str, command: &Path) -> Result<PathBuf> {
    let site = folder.join("site");
    ensure!(Path::new(PACKAGE).is_dir(), "WordPress is missing; run `cargo xtask test --only hosts`");
    copy(Path::new(PACKAGE), &site)?;
    for linked in ["wp-config.php", ".htaccess"] {
        let file = site.join(linked);
        if file.symlink_metadata().is_ok() {
            fs::remove_file(&file)?;
        }
    }
    let plugin = site.join("wp-content/plugins/gongkai");
    copy(&workspace::root().join("examples/wordpress/gongkai"), &plugin)?;
    copy(&widgets::dist(), &plugin.join("assets/dist"))?;
    let lines = [
        define("DB_NAME", database::NAME),
        define("DB_USER", "root"),
        define("DB_PASSWORD", ""),
        define("DB_HOST", &format!("localhost:{}", database::socket(folder).display())),
        define("DB_CHARSET", "utf8mb4"),
        define("WP_HOME", &format!("http://{address}")),
        define("WP_SITEURL", &format!("http://{address}")),
        define("WP_DEBUG_LOG", &folder.join("debug.log").display().to_string()),
        define("GONGKAI_COMMAND", &command.display().to_string()),
    ];
    let configuration = include_str!("wp-config.php").replace("// {lines}", &lines.concat());
    fs::write(site.join("wp-config.php"), configuration)?;
    Ok(site)
}

/// The file that the programs write their news to.
///
/// # Errors
/// It cannot be written.
pub fn log(folder: &Path) -> Result<File> {
    Ok(OpenOptions::new().create(true).append(true).open(folder.join("programs.log"))?)
}

fn define(name: &str, value: &str) -> String {
    format!("define( '{name}', '{}' );\n", value.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    // Some files are links to packages beside WordPress, relative to where they are.
    let mut command = Command::new("cp");
    command.args(["-R", "-L"]).arg(from).arg(to);
    let status = command.status().context("cannot start `cp`")?;
    ensure!(status.success(), "{} cannot be copied", from.display());
    Ok(())
}
