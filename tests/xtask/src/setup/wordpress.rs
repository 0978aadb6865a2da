//! WordPress with a theme and its translations, PHP, MariaDB, and the tools for translations.

use anyhow::Result;

use crate::setup::debian;

/// Makes sure that the tests of the plugin for WordPress find what they need.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn ensure() -> Result<()> {
    let packages = [
        "wordpress",
        "wordpress-theme-twentytwentythree",
        "wordpress-l10n",
        "mariadb-server-core",
        "mariadb-client-core",
        "php-cli",
        "php-mysql",
        "php-mbstring",
        "php-xml",
        "gettext",
    ];
    debian::install(&packages, "the tests of the plugin for WordPress")
}
