//! Accessibility, judged by axe-core, open shadow roots included.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;

use crate::page::Page;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
/// WCAG 2.2 levels A and AA with all earlier versions, and what axe calls best practice.
const TAGS: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// Parts that are drawn only when scrolled to have their places everywhere only once they are drawn.
const RUN: &str = "
    const [scope, tags] = arguments;
    const all = root => [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
    const late = all(document).filter(one => getComputedStyle(one).contentVisibility === 'auto');
    const before = late.map(one => one.getAttribute('style'));
    late.forEach(one => one.style.contentVisibility = 'visible');
    return axe.run(scope ?? document, { runOnly: tags, resultTypes: ['violations'] }).then(results => {
        late.forEach((one, index) => {
            one.style.contentVisibility = '';
            if (before[index] === null) one.removeAttribute('style');
        });
        return results.violations;
    });";

/// One rule that some elements break.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// The rule, such as `label` or `color-contrast`.
    pub id: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: Option<String>,
    /// What the rule asks for.
    pub help: String,
    /// The elements that break it.
    pub nodes: Vec<Node>,
}

/// An element that breaks a rule.
#[derive(Clone, Debug, Deserialize)]
pub struct Node {
    /// Selectors from the document inwards; a nested list goes through shadow roots.
    target: Vec<serde_json::Value>,
    /// The markup of the element.
    pub html: String,
    /// What would have to change.
    #[serde(rename = "failureSummary", default)]
    pub failure: Option<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} ({}): {}",
            self.id,
            self.impact.as_deref().unwrap_or("no impact given"),
            self.help
        )?;
        for node in &self.nodes {
            write!(formatter, "\n  at {}\n     {}", node.place(), node.html)?;
            for line in node.failure.as_deref().unwrap_or_default().lines().skip(1) {
                write!(formatter, "\n     - {}", line.trim())?;
            }
        }
        Ok(())
    }
}

impl Node {
    /// Where the element is, as [`Page`] writes selectors.
    pub fn place(&self) -> String {
        fn flatten(value: &serde_json::Value) -> String {
            match value {
                serde_json::Value::Array(steps) => {
                    steps.iter().map(flatten).collect::<Vec<_>>().join(" >>> ")
                }
                serde_json::Value::String(step) => step.clone(),
                other => other.to_string(),
            }
        }
        flatten(&serde_json::Value::Array(self.target.clone()))
    }
}

/// Judges the page as it is now, or only the elements that `scope` selects.
///
/// # Errors
/// axe-core is not installed or cannot run in the page.
pub async fn violations(page: &Page, scope: Option<&str>) -> Result<Vec<Violation>> {
    let loaded = page.run("return typeof axe === 'object';", Vec::new()).await?;
    if loaded != serde_json::Value::Bool(true) {
        let source = std::fs::read_to_string(Path::new(FILE))
            .with_context(|| format!("cannot read {FILE}; run `npm ci` in tests/ or `cargo xtask test`"))?;
        page.run(&source, Vec::new()).await?;
    }
    let found = page.run(RUN, vec![json!(scope), json!(TAGS)]).await?;
    serde_json::from_value(found).context("axe-core answers in an unknown shape")
}

/// Fails with readable text when axe-core objects to anything on the page.
///
/// # Errors
/// There are violations, or axe-core cannot run.
pub async fn expect_accessible(page: &Page) -> Result<()> {
    expect_none(violations(page, None).await?)
}

/// The same for the elements that `scope` selects: the rest of the page is not ours.
///
/// # Errors
/// There are violations, or axe-core cannot run.
pub async fn expect_accessible_in(page: &Page, scope: &str) -> Result<()> {
    expect_none(violations(page, Some(scope)).await?)
}

fn expect_none(violations: Vec<Violation>) -> Result<()> {
    if violations.is_empty() {
        return Ok(());
    }
    let text: Vec<String> = violations.iter().map(ToString::to_string).collect();
    bail!("{} accessibility violations\n{}", violations.len(), text.join("\n"))
}
