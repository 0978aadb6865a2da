//! The files of the site: WordPress copied from Debian's package, the plugin, a configuration of their own.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

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

/// Copies a folder; what is linked becomes part of the copy.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path = entry?.path();
        let copied = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &copied)?;
        } else if path.is_file() && is_needed(&path) {
            fs::copy(&path, &copied).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

/// A third of the package are the languages of others, and its configuration is that of the machine.
fn is_needed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_language = path.parent().is_some_and(|folder| folder.ends_with("wp-content/languages"));
    (!is_language || name.contains("zh_CN")) && path != Path::new(PACKAGE).join("wp-config.php")
}
