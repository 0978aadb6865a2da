//! What describes the elements: the manifest, the types, the playground.
#![cfg(feature = "browser")]

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::widgets::{dist, site};
use gongkai_tests::workspace;
use serde_json::Value;

#[test]
fn the_manifest_is_one() -> Result<()> {
    let read = |path: &str| -> Result<Value> {
        Ok(serde_json::from_str(&fs::read_to_string(workspace::root().join(path)).context(path.to_owned())?)?)
    };
    let schema = read("tests/node_modules/custom-elements-manifest/schema.json")?;
    let manifest = read("wasm-widgets/contract/custom-elements.json")?;
    let validator = jsonschema::validator_for(&schema)?;
    let errors: Vec<String> = validator.iter_errors(&manifest).map(|error| error.to_string()).collect();
    ensure!(errors.is_empty(), "{errors:#?}");
    let mut broken = manifest.clone();
    broken["modules"][0]["kind"] = "script".into();
    ensure!(!validator.is_valid(&broken), "the schema refuses nothing");
    Ok(())
}

/// Code as a host would write it; the last lines are mistakes that the types have to find.
const USE: &str = "
import { ready, check, type Entry } from './gongkai.js';
const form = document.querySelector('gongkai-form')!;
form.addEventListener('gongkai-ready', event => console.log(event.detail.item));
form.addEventListener('gongkai-check', event => console.log(event.detail.issues.map(issue => issue.path)));
const entry: Entry | null = form.value;
await ready;
const report: string = await check('{}', undefined, 'item', JSON.stringify(entry), 'publish', '2026-09-01');
form.reportValidity();
console.log(report);
// @ts-expect-error a number is no entry
form.value = 1;
// @ts-expect-error there is no such stage
check('', undefined, '', '', 'printed', '');
// @ts-expect-error the detail has no such member
form.addEventListener('gongkai-ready', event => event.detail.nothing);
";

#[test]
fn the_types_hold_in_the_code_of_a_host() -> Result<()> {
    let folder = tempfile::tempdir()?;
    fs::copy(
        workspace::root().join("wasm-widgets/contract/gongkai.d.ts"),
        folder.path().join("gongkai.d.ts"),
    )?;
    fs::write(folder.path().join("host.ts"), USE)?;
    let compiler = workspace::root().join("tests/node_modules/typescript/bin/tsc");
    let output = Command::new("node")
        .arg(compiler)
        .args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom"])
        .args(["--module", "esnext", "--moduleResolution", "bundler"])
        .arg("host.ts")
        .current_dir(folder.path())
        .output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_playground_shows_every_element_and_what_it_says() -> Result<()> {
    for file in ["playground.html", "playground.js", "playground.css", "custom-elements.json", "gongkai.d.ts"]
    {
        ensure!(dist().join(file).is_file(), "{file} is not in dist");
    }
    let site = site(Vec::new()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/widgets/playground.html")).await?;
    for element in gongkai_widgets::ELEMENTS {
        page.until(&format!("{} to be drawn", element.tag), || async {
            let drawn = page.find_all(&format!("{} >>> [part=base] *", element.tag)).await?;
            Ok((!drawn.is_empty()).then_some(()))
        })
        .await?;
    }
    // The log is filled by what the elements say, and an attribute is set as it is typed.
    page.click("#gongkai-form details:nth-of-type(1) summary").await?;
    page.replace_text("#gongkai-form [data-attribute=lang]", "en").await?;
    page.press(thirtyfour::Key::Tab).await?;
    page.wait_for_text("gongkai-form >>> section:last-of-type h2", "catalogue").await?;
    axe::expect_accessible(page).await?;
    ensure!(page.console_errors().await?.is_empty());
    Ok(())
}
