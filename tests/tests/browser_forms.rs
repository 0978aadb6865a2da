//! One form of each domain, filled by typing and posted by the browser.
#![cfg(feature = "browser")]

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use gongkai_core::lexicon::KindName;
use gongkai_core::{Context as CheckContext, ItemRef, Pack, Stage, Verdict};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control, fill};
use gongkai_tests::judges::TODAY;
use gongkai_tests::widgets::{form_page, posted_entry, site};
use serde_json::{Value, json};

/// The item of a pack with the most kinds of fields; of several the one with the fewest fields.
fn most_varied(pack: &'static Pack) -> ItemRef<'static> {
    pack.items()
        .max_by_key(|item| (kinds(*item).len(), usize::MAX - item.fields.len()))
        .expect("every pack has items")
}

/// The most varied item of each domain, and one for each kind of field that is in none of them.
fn chosen() -> Vec<ItemRef<'static>> {
    let mut chosen: Vec<ItemRef<'static>> = gongkai::packs().iter().map(most_varied).collect();
    for item in gongkai::packs().iter().flat_map(Pack::items) {
        let seen: BTreeSet<KindName> = chosen.iter().copied().flat_map(kinds).collect();
        if !kinds(item).is_subset(&seen) {
            chosen.push(item);
        }
    }
    chosen
}

fn kinds(item: ItemRef<'_>) -> BTreeSet<KindName> {
    item.fields.iter().map(|field| KindName::from(&field.kind)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_form_of_each_domain_is_filled_by_typing_and_posted() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let items = chosen();
    println!("{} forms are filled in and posted", items.len());
    for item in items {
        let pack = item.pack;
        let site = site(vec![("/form".to_owned(), form_page(item, ""))]).await?;
        page.open(&site.url("/form")).await?;

        let entry = item.example(TODAY);
        fill(page, &item.form(), &entry).await.with_context(|| format!("{}/{}", pack.id, item.id))?;
        tick_channels(page, item).await?;
        page.click("#publish").await?;
        page.until("the posted entry", || async { Ok((!site.posted().is_empty()).then_some(())) })
            .await
            .with_context(|| format!("{}/{}", pack.id, item.id))?;

        let posted = posted_entry(&site)?;
        ensure!(
            posted["elements"] == entry["elements"],
            "{}: typed\n{}\nposted\n{}",
            item.id,
            entry["elements"],
            posted["elements"]
        );
        for key in ["format", "pack", "edition", "item", "title", "publisher", "formed_on", "attribute"] {
            ensure!(
                posted[key] == entry[key],
                "{}: {key} is {} instead of {}",
                item.id,
                posted[key],
                entry[key]
            );
        }
        let context = CheckContext::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar());
        let report = item.check(&posted, &context);
        ensure!(report.verdict == Verdict::Pass, "{}: {:?}", item.id, report.issues);
    }
    Ok(())
}

async fn tick_channels(page: &gongkai_tests::page::Page, item: ItemRef<'_>) -> Result<()> {
    for (number, channel) in item.channels.iter().enumerate() {
        // Necessary channels are ticked from the start.
        if !channel.required {
            page.click(&format!("{FORM} >>> #channel-{number}")).await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_added_and_removed_without_mixing_values() -> Result<()> {
    let item = gongkai::packs()
        .iter()
        .flat_map(Pack::items)
        .find(|item| item.fields.iter().any(|field| KindName::from(&field.kind) == KindName::Document))
        .context("some item asks for documents")?;
    let field = item
        .fields
        .iter()
        .find(|field| KindName::from(&field.kind) == KindName::Document)
        .context("it was just found")?;
    let path = format!("/elements/{}", field.key);
    let site = site(vec![("/form".to_owned(), form_page(item, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/form")).await?;

    for (index, title) in ["甲", "乙", "丙"].iter().enumerate() {
        if index > 0 {
            page.click(&format!("{} .add", control(&path))).await?;
        }
        page.type_text(&control(&format!("{path}/{index}/title")), title).await?;
    }
    page.click(&format!("{} .remove", control(&format!("{path}/1")))).await?;
    page.wait_until_gone(&control(&format!("{path}/2/title"))).await?;
    let entry = page.property(FORM, "value").await?;
    assert_eq!(entry.pointer(&path), Some(&json!([{ "title": "甲" }, { "title": "丙" }])));
    assert_eq!(page.value(&control(&format!("{path}/1/title"))).await?, "丙");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn unfinished_pinyin_is_neither_data_nor_an_error() -> Result<()> {
    let item = gongkai::pack("24")
        .and_then(|pack| pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu"))
        .context("the item is shipped")?;
    let site = site(vec![("/form".to_owned(), form_page(item, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/form")).await?;

    let phone = control("/elements/ban_gong_dian_hua");
    page.type_text(&phone, "12").await?;
    page.press(thirtyfour::Key::Tab).await?;
    page.wait_for_text(
        &format!("{FORM} >>> [data-path=\"/elements/ban_gong_dian_hua\"]"),
        "不是有效电话号码",
    )
    .await?;

    let name = control("/elements/xue_xiao_ming_cheng");
    page.focus(&name).await?;
    page.run("window.inputs = []; document.addEventListener('gongkai-input', e => inputs.push(e.detail.elements.xue_xiao_ming_cheng));", vec![]).await?;
    page.compose("xue'xiao").await?;
    assert_eq!(page.value(&name).await?, "xue'xiao");
    let entry = page.property(FORM, "value").await?;
    assert_eq!(entry["elements"]["xue_xiao_ming_cheng"], Value::Null);
    // Another field is drawn anew meanwhile; what is being composed stays in the control.
    page.run_on(FORM, "element.setAttribute('lang', 'en');").await?;
    page.wait_for_text(&format!("{FORM} >>> section:last-of-type h2"), "Review and catalogue").await?;
    assert_eq!(page.value(&name).await?, "xue'xiao");

    page.commit_composition("学校").await?;
    page.until("the characters in the entry", || async {
        let entry = page.property(FORM, "value").await?;
        Ok((entry["elements"]["xue_xiao_ming_cheng"] == json!("学校")).then_some(()))
    })
    .await?;
    assert_eq!(page.run("return window.inputs;", vec![]).await?, json!(["学校"]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_picked_with_the_browsers_own_picker() -> Result<()> {
    let item = gongkai::pack("24").and_then(|pack| pack.items().next()).context("shipped")?;
    let site = site(vec![("/form".to_owned(), form_page(item, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/form")).await?;
    let day = control("/formed_on");
    page.find(&day).await?;
    // The picker is a window of the browser's: here it only says what it was opened with, and picks.
    let picker = "window.opened = [];
        HTMLInputElement.prototype.showPicker = function () {
          opened.push([this.type, this.value, this.getBoundingClientRect().width > 0]);
          this.value = '2026-03-02';
          this.dispatchEvent(new Event('change', { bubbles: true }));
        };";
    page.run(picker, vec![]).await?;
    let button = format!("{FORM} >>> [data-path='/formed_on'] button");
    for _ in 0..2 {
        page.click(&button).await?;
        page.until("the day", || async { Ok((page.value(&day).await? == "2026-03-02").then_some(())) })
            .await?;
        ensure!(page.property(FORM, "value").await?["formed_on"] == json!("2026-03-02"));
    }
    let opened = page.run("return window.opened;", vec![]).await?;
    assert_eq!(opened, json!([["date", "", true], ["date", "2026-03-02", true]]));
    let left =
        page.run_on(FORM, "return element.shadowRoot.querySelectorAll('input[type=date]').length;").await?;
    assert_eq!(left, json!(1), "one control for the picker, however often it was opened");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_state_of_the_form_is_accessible() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    for item in chosen() {
        let site = site(vec![("/form".to_owned(), form_page(item, ""))]).await?;
        page.open(&site.url("/form")).await?;
        page.find(&format!("{FORM} >>> section")).await?;
        axe::expect_accessible(page).await.with_context(|| format!("{} empty", item.id))?;
        page.click("#publish").await?;
        page.find(&format!("{FORM} >>> .summary")).await?;
        axe::expect_accessible(page).await.with_context(|| format!("{} with errors", item.id))?;
        assert!(site.posted().is_empty(), "an entry with errors was posted");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_pack_the_element_leaves_the_hosts_field_in_use() -> Result<()> {
    let item = gongkai::pack("24").and_then(|pack| pack.items().next()).context("shipped")?;
    let missing = form_page(item, "").replace("/widgets/packs/", "/widgets/nowhere/");
    let site = site(vec![("/form".to_owned(), missing)]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/form")).await?;
    page.wait_for_text(&format!("{FORM} >>> [role=alert]"), "404").await?;
    page.type_text("textarea", "{\"kept\":true}").await?;
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?, json!({ "kept": true }));
    Ok(())
}
