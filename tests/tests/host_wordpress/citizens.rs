//! What citizens see of entries: all values, while nobody can be asked too.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, ensure};
use gongkai_core::ItemRef;
use gongkai_core::lexicon::KindName;
use gongkai_core::text::Lang;
use gongkai_tests::axe;
use gongkai_tests::hosts::today;
use gongkai_tests::hosts::wordpress::WordPress;
use gongkai_tests::page::Page;
use serde_json::{Value, json};

use super::CALLED;

/// What was published is read while nobody can be asked: first as it is kept, then as it was saved.
pub async fn read_on(site: &WordPress, page: &Page, post: u64) -> Result<()> {
    let address = site.url(&format!("/?p={post}"));
    page.open(&address).await?;
    page.find(CALLED).await.context("what citizens read is kept")?;
    site.forget_readings()?;
    page.open(&address).await?;
    page.find(CALLED).await.context("the saved text is shown")?;
    axe::expect_accessible_in(page, ".gongkai-entry").await?;
    let plain = site.by_shortcode(post, "zh_CN")?;
    ensure!(plain.contains("<dt>办公电话</dt><dd>0736&#45;7222222</dd>"), "citizens read {plain}");

    // Many entries on a page do not each wait for somebody who takes calls and says nothing.
    let waited = site.seconds_in_vain()?;
    ensure!((3..6).contains(&waited), "waited for {waited} seconds");
    Ok(())
}

/// Every kind of value of every item as the library words it, without and with the limits of a telephone.
pub async fn every_value_is_shown(site: &WordPress, page: &Page) -> Result<()> {
    let items: Vec<_> = gongkai::packs().iter().flat_map(gongkai_core::Pack::items).collect();
    let examples: Vec<Value> = items
        .iter()
        .map(|item| {
            let entry = item.example(today());
            json!({ "entry": entry, "html": item.reading(&entry, Lang::Zh).to_html() })
        })
        .collect();
    let file = site.file("examples.json");
    fs::write(&file, Value::from(examples).to_string())?;
    let shown = site.run_php(&format!(
        r"$text = static fn($html) => preg_split('/\s+/u', html_entity_decode(strip_tags(str_replace('<', ' <', $html)), ENT_QUOTES | ENT_HTML5));
        foreach (json_decode(file_get_contents('{}')) as $example) {{
            $texts[] = array($text(Gongkai\Entry_View::html(wp_json_encode($example->entry))), $text($example->html));
        }}
        echo wp_json_encode($texts);",
        file.display()
    ))?;
    let shown: Vec<(Vec<String>, Vec<String>)> = serde_json::from_str(&shown)?;
    ensure!(shown.len() == items.len() && items.len() > 300, "{} of {} are shown", shown.len(), items.len());
    for (item, (by_site, by_library)) in items.iter().zip(&shown) {
        ensure!(
            by_site.len() > 2 && by_site == by_library,
            "{}: {by_site:?} is shown instead of {by_library:?}",
            item.id
        );
    }

    let kinds = |item: &ItemRef<'_>| -> BTreeSet<KindName> {
        item.fields.iter().map(|field| KindName::from(&field.kind)).collect()
    };
    let most_varied = items.iter().max_by_key(|item| kinds(item).len()).context("there are items")?;
    let answer = site.save_by_rest(page, "draft", &most_varied.example(today())).await?;
    let post = answer.body["id"].as_u64().with_context(|| format!("{answer:?}"))?;
    page.open(&site.url(&format!("/?p={post}&preview=true"))).await?;
    page.set_viewport(320, 640).await?;
    page.wait_for("document.documentElement.scrollWidth <= 320").await?;
    axe::expect_accessible_in(page, ".gongkai-entry").await?;
    page.set_viewport(1280, 900).await?;
    page.screenshot("wordpress-most-varied").await.map(drop)
}
