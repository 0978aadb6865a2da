//! The office programs that open what is written, and the tools that look at what they print.

use anyhow::Result;

use crate::process;
use crate::setup::debian;

/// Makes sure that the tests of tables and templates find LibreOffice and the tools for PDF.
///
/// # Errors
/// Something is missing and cannot be installed.
pub fn ensure() -> Result<()> {
    let found =
        ["soffice", "pdfinfo", "pdftotext"].iter().all(|name| process::find_program(&[name]).is_some());
    if found && !debian::is_debian_like() {
        return Ok(());
    }
    debian::install(
        &["libreoffice-calc", "libreoffice-writer", "python3-uno", "poppler-utils", "fonts-noto-cjk"],
        "the tests of tables and templates",
    )
}
