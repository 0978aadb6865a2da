//! An entry's way through a site: wrong, refused, mended, stored, forged, read by citizens.

use anyhow::{Context as _, Result, ensure};
use gongkai_core::{Context, ItemRef, Report, Severity, Stage};
use serde_json::{Value, json};

use super::{Host, today};
use crate::axe;
use crate::fill::{control, fill};
use crate::page::Page;
use crate::widgets::school;

/// The element that is written wrongly first.
const PHONE: &str = "/elements/ban_gong_dian_hua";
/// Neither a landline nor a mobile.
const NO_PHONE: &str = "12";

/// What the public page of an entry stands in; the rest of the page is the site's.
const ENTRY: &str = ".gongkai-entry";

/// Tells it of this site.
///
/// # Errors
/// The site does not do what every site has to.
pub async fn is_told(host: &impl Host, page: &Page) -> Result<()> {
    let school = school()?;
    let right = school.example(today());

    host.sign_in(page).await.context("signing in")?;
    stopped_and_mended(host, page, school, &right).await?;
    let stored = the_one_stored(host).await?;
    expect_clean(school, &stored)?;
    let same = |key: &str| stored[key] == right[key];
    ensure!(same("elements") && same("title"), "typed\n{right}\nstored\n{stored}");

    forged(host, page, school, &stored).await?;
    read_by_citizens(host, page, school, &stored).await
}

async fn stopped_and_mended(host: &impl Host, page: &Page, school: ItemRef<'_>, right: &Value) -> Result<()> {
    let mut wrong = right.clone();
    *wrong.pointer_mut(PHONE).context("schools have a phone")? = json!(NO_PHONE);
    host.open_new(page).await.context("opening the page of a new entry")?;
    fill(page, &school.form(), &wrong).await?;
    host.publish(page).await?;
    page.find(&format!("{}[aria-invalid=true]", control(PHONE)))
        .await
        .context("the wrong element is marked")?;
    ensure!(host.stored().await?.is_empty(), "a wrong entry was stored as published");

    let phone = right.pointer(PHONE).and_then(Value::as_str).context("a phone is text")?;
    page.replace_text(&control(PHONE), phone).await?;
    host.publish(page).await
}

async fn the_one_stored(host: &impl Host) -> Result<Value> {
    let mut stored = crate::wait::until("the entry to be stored", || async {
        let stored = host.stored().await?;
        Ok((!stored.is_empty()).then_some(stored))
    })
    .await?;
    ensure!(stored.len() == 1, "{} entries are stored instead of one", stored.len());
    stored.pop().context("one is stored")
}

async fn forged(host: &impl Host, page: &Page, school: ItemRef<'_>, stored: &Value) -> Result<()> {
    let mut forged = stored.clone();
    *forged.pointer_mut(PHONE).context("schools have a phone")? = json!(NO_PHONE);
    forged["title"] = json!("");
    let refused = host.forge(page, &forged).await.context("posting past the browser")?;
    let expected = errors(&judge(school, &forged));
    ensure!(!expected.is_empty(), "the forged entry is in order");
    ensure!(refused == expected, "refused with {refused:?} instead of {expected:?}");
    ensure!(host.stored().await?.as_slice() == std::slice::from_ref(stored), "a forged entry was stored");
    Ok(())
}

/// From the menu to the item, from there to the entry.
async fn read_by_citizens(host: &impl Host, page: &Page, school: ItemRef<'_>, stored: &Value) -> Result<()> {
    let title = stored["title"].as_str().context("a title is text")?;
    page.open(&host.menu()).await?;
    page.replace_text("gongkai-nav >>> #filter", &school.name).await?;
    page.find("gongkai-nav >>> .found:not(:empty)").await?;
    page.click(&format!("gongkai-nav >>> a[href*='{}']", school.id)).await?;
    let links = format!("[...document.links].filter(link => link.textContent.trim() === {})", json!(title));
    page.wait_for(&format!("{links}.length > 0")).await.context("the item's page leads to the entry")?;
    page.run(&format!("{links}[0].click(); return null;"), vec![]).await?;
    let phone = stored.pointer(PHONE).and_then(Value::as_str).context("a phone is text")?;
    for shown in [title, phone] {
        page.wait_for(&format!("document.body.innerText.includes({})", json!(shown)))
            .await
            .with_context(|| format!("citizens read {shown}"))?;
    }
    axe::expect_accessible_in(page, ENTRY).await
}

fn judge(school: ItemRef<'_>, entry: &Value) -> Report {
    school.check(entry, &Context::new(Stage::Publish, today()).with_calendar(gongkai::calendar()))
}

fn expect_clean(school: ItemRef<'_>, entry: &Value) -> Result<()> {
    let report = judge(school, entry);
    ensure!(errors(&report).is_empty(), "what is stored has errors: {:?}", report.issues);
    Ok(())
}

/// The codes of all errors, in the order of the report.
fn errors(report: &Report) -> Vec<String> {
    let errors = report.issues.iter().filter(|issue| issue.severity == Severity::Error);
    errors.map(|issue| issue.code.as_str().to_owned()).collect()
}
