//! The same check, byte for byte, natively and in the browser.
#![cfg(feature = "browser")]

use anyhow::{Context, Result, ensure};
use gongkai_core::{Context as CheckContext, ItemRef, Stage};
use gongkai_tests::driver::Browser;
use gongkai_tests::faults;
use gongkai_tests::judges::TODAY;
use gongkai_tests::widgets::{page, site};
use serde_json::{Value, json};

/// For every item: the example, an empty entry, no entry at all, one fault in each field, all faults of one field at once.
fn entries(item: ItemRef<'_>) -> Vec<Value> {
    let example = item.example(TODAY);
    let mut entries = vec![example.clone(), json!({}), json!(null)];
    let mut all_wrong = example.clone();
    for field in &item.fields {
        let own = &example["elements"][field.key.as_str()];
        for (index, fault) in faults::of(&field.kind, own).into_iter().enumerate().take(2) {
            let mut wrong = example.clone();
            wrong["elements"][field.key.as_str()] = fault.value.clone();
            if index == 0 {
                all_wrong["elements"][field.key.as_str()] = fault.value;
            }
            entries.push(wrong);
        }
    }
    // A late publication reaches the calendar; keys out of order and unknown ones reach the sorting.
    all_wrong["formed_on"] = json!("2026-01-05");
    all_wrong["elements"]["zzz"] = json!("无");
    all_wrong["elements"]["aaa"] = json!([1.5e300, -0.0, "\u{1F600}\u{0}"]);
    entries.push(all_wrong);
    entries
}

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
