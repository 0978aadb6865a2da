//! The tag file for sites with JSP.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};
use gongkai_tests::workspace;

/// It and the page that the README shows are drawn by a servlet container, in the example's own tests.
#[test]
fn a_page_with_jsp_draws_the_form() -> Result<()> {
    let built = tempfile::TempDir::with_prefix("gongkai-jsp-")?;
    let output = Command::new("mvn")
        .args(["--batch-mode", "--quiet", "test"])
        .arg(format!("-DbuildDirectory={}", built.path().display()))
        .current_dir(workspace::root().join("examples/java-servlet"))
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "{said}");
    let report = built.path().join("surefire-reports/TEST-county.gongkai.TagFileTest.xml");
    let report = fs::read_to_string(report)?;
    ensure!(report.contains("tests=\"2\"") && report.contains("skipped=\"0\""), "{report}");
    Ok(())
}
