//! The same check, byte for byte, natively and in the browser.
#![cfg(feature = "browser")]

use anyhow::{Context, Result, ensure};
use gongkai_core::{Context as CheckContext, Stage};
use gongkai_tests::driver::Browser;
use gongkai_tests::identical::entries;
use gongkai_tests::judges::TODAY;
use gongkai_tests::widgets::{page, site};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn reports_are_the_same_bytes_natively_and_in_webassembly() -> Result<()> {
    let site = site(vec![("/".to_owned(), page(""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    let mut compared = 0;
    for pack in gongkai::packs() {
        for item in pack.items() {
            let entries = entries(item);
            let texts: Vec<String> = entries.iter().map(Value::to_string).collect();
            let answers = page
                .run(
                    "const [pack, item, entries, today] = arguments;
                     return (async () => {
                         const { check } = await import('/widgets/gongkai.js');
                         const text = async address => (await fetch(address)).text();
                         const [data, calendar] = await Promise.all([text(`/widgets/packs/${pack}.json`), text('/widgets/calendar.json')]);
                         return Promise.all(entries.flatMap(entry => ['draft', 'publish'].map(stage => check(data, calendar, item, entry, stage, today))));
                     })();",
                    vec![json!(pack.id), json!(item.id), json!(texts), json!(gongkai_core::date::write(TODAY))],
                )
                .await?;
            let answers = answers.as_array().context("a list of reports")?;
            let native = entries.iter().flat_map(|entry| {
                [Stage::Draft, Stage::Publish].map(|stage| {
                    let context = CheckContext::new(stage, TODAY).with_calendar(gongkai::calendar());
                    serde_json::to_string(&item.check(entry, &context)).expect("a report is plain data")
                })
            });
            for (native, answer) in native.zip(answers) {
                ensure!(
                    Some(native.as_str()) == answer.as_str(),
                    "{}/{}\nnative  {native}\nbrowser {answer}",
                    pack.id,
                    item.id
                );
                compared += 1;
            }
            ensure!(answers.len() == 2 * entries.len(), "a report for every entry and stage");
        }
    }
    println!("{compared} reports compared");
    ensure!(compared > 2 * 463 * 4, "only {compared} reports were compared");
    Ok(())
}
