//! Static pages, an old template, a page in GBK, frames, two forms beside each other.
#![cfg(feature = "hosts")]

mod copied;

use anyhow::{Context, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::crowded::{all, make_a_mistake_and_mend_it, ready, site_with, with_head};
use gongkai_tests::fill::{control, fill};
use gongkai_tests::host_form::note;
use gongkai_tests::hosts::plain_html::PlainHtml;
use gongkai_tests::hosts::{self, Host};
use gongkai_tests::page::Page;
use gongkai_tests::site::Options;
use gongkai_tests::widgets::school;
use serde_json::{Value, json};

const OVERVIEW: &str = "jiao_yu_shi_ye_fa_zhan_zhu_yao_qing_kuang";
/// A letter that GBK has not, in a name as people have it.
const RARE: &str = "𠮷祥学校";

async fn the_stored(host: &PlainHtml) -> Result<Value> {
    let stored = gongkai_tests::wait::until("the entry to be stored", || async {
        Ok(Some(host.stored().await?).filter(|stored| !stored.is_empty()))
    });
    stored.await?.pop().context("one is stored")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way() -> Result<()> {
    let host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    hosts::is_told(&host, browser.page()).await?;
    browser.page().screenshot("host-plain-entry").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_template_with_an_editor_of_its_own() -> Result<()> {
    let host = PlainHtml::start().await?;
    takes_what_its_editor_has(&host).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_template_without_its_jquery() -> Result<()> {
    let host = PlainHtml::start().await?;
    host.forget_jquery()?;
    takes_what_its_editor_has(&host).await
}

async fn takes_what_its_editor_has(host: &PlainHtml) -> Result<()> {
    let browser = hosts::browser().await?;
    let page = browser.page();
    page.open(&host.url("/old.html")).await?;
    let entry = item_example("jiao-yu-shi-ye-fa-zhan-zhu-yao-qing-kuang")?;
    page.find(&control("/title")).await?;
    for path in ["/title", "/formed_on"] {
        let value = entry.pointer(path).and_then(Value::as_str).unwrap_or_default();
        page.replace_text(&control(path), value).await?;
    }
    page.click("#publish").await?;
    page.find("gongkai-form >>> .issues:not(:empty)").await?;
    page.screenshot("host-plain-old").await?;
    ensure!(host.stored().await?.is_empty(), "an entry without its element was published");
    page.type_text("#editor", "全县有义务教育学校四十二所。").await?;
    page.click("#publish").await?;
    let stored = the_stored(host).await?;
    ensure!(stored["elements"][OVERVIEW] == "全县有义务教育学校四十二所。", "stored is {stored}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_in_gbk_loses_no_letter() -> Result<()> {
    let host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    page.open(&host.url("/gbk.html")).await?;
    ensure!(page.run("return document.characterSet;", vec![]).await? == json!("GBK"));
    ensure!(page.text("h1").await? == "义务教育学校名录");
    let item = school()?;
    let mut entry = item.example(hosts::today());
    entry["elements"]["xue_xiao_ming_cheng"] = json!(RARE);
    fill(page, &item.form(), &entry).await?;
    host.publish(page).await?;
    let stored = the_stored(&host).await?;
    ensure!(stored["elements"] == entry["elements"], "typed\n{entry}\nstored\n{stored}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_forms_on_a_page_post_their_own() -> Result<()> {
    let host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    page.open(&host.url("/two.html")).await?;
    page.find("#school gongkai-form >>> section").await?;
    page.find("#overview gongkai-form >>> section").await?;
    page.click("#overview button").await?;
    page.find("#overview gongkai-form >>> [aria-invalid=true]").await?;
    let marked = page.find_all("#school gongkai-form >>> [aria-invalid=true]").await?;
    ensure!(marked.is_empty(), "the other form is marked too");
    let entry = item_example("jiao-yu-shi-ye-fa-zhan-zhu-yao-qing-kuang")?;
    let set = "const form = document.querySelector('#overview gongkai-form'); form.value = arguments[0]; return null;";
    page.run(set, vec![entry.clone()]).await?;
    page.click("#overview button").await?;
    let stored = the_stored(&host).await?;
    ensure!(stored["item"] == entry["item"] && host.stored().await?.len() == 1, "stored is {stored}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn in_frames_the_menu_leads_the_other_frame() -> Result<()> {
    let host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    page.open(&host.url("/frames.html")).await?;
    let session = page.session();
    session.enter_frame(0).await?;
    page.replace_text("gongkai-nav >>> #filter", "义务教育学校名录").await?;
    page.click("gongkai-nav >>> a[href*=yi-wu-jiao-yu-xue-xiao-ming-lu]").await?;
    session.enter_parent_frame().await?;
    page.wait_for("window.frames[1].location.pathname === '/item.php'").await?;
    page.wait_for("window.frames[0].location.pathname === '/menu.html'").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_verdict_nothing_is_published_and_nothing_lost() -> Result<()> {
    let mut host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    host.open_new(page).await?;
    let entry = school()?.example(hosts::today());
    for broken in ["", "{", "[]", r#"{"pack":"nein","item":"nein"}"#] {
        let refusal = host.post(page, broken).await?;
        ensure!(refusal.status == 400 && refusal.kept.as_deref() == Some(broken), "{broken:?}: {refusal:?}");
    }
    host.stop_service();
    let refusal = host.post(page, &entry.to_string()).await?;
    ensure!(refusal.status == 503, "{refusal:?}");
    let kept: Value = serde_json::from_str(refusal.kept.as_deref().unwrap_or_default())?;
    ensure!(kept == entry && host.stored().await?.is_empty(), "what comes back is {kept}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_way_leads_round_the_check() -> Result<()> {
    let host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    host.open_new(page).await?;
    let mut entry = school()?.example(hosts::today());
    let right = entry.to_string();
    entry["elements"] = json!({});
    let wrong = entry.to_string();
    let ways = [
        ("/save.php", "POST", json!([["entry", right], ["entry", wrong]])),
        ("/save.php?entry=%7B%7D", "POST", json!([["entry", wrong]])),
        ("/save.php", "POST", json!([["entry[]", right], ["entry[]", wrong]])),
        ("/save.php", "POST", json!([["entry", wrong, true]])),
        ("/save.php", "POST", json!([["entry", wrong], ["_charset_", "GBK"]])),
        ("/save.php", "POST", json!([["entry", wrong], ["_charset_[]", "GBK"]])),
        ("/save.php", "POST", json!([["entry", wrong], ["_method", "PUT"]])),
        ("/save.php", "PUT", json!([["entry", wrong]])),
        ("/save.php/", "POST", json!([["entry", wrong]])),
        ("/save.php/entry", "POST", json!([["entry", wrong]])),
    ];
    for (address, method, fields) in ways {
        let way = format!("{method} {address} {fields}");
        let refusal = host.send(page, address, method, fields).await?;
        ensure!((400..500).contains(&refusal.status), "{way}: {refusal:?}");
        ensure!(host.stored().await?.is_empty(), "{way} leads round: {refusal:?}");
    }
    ensure!(host.post(page, &right).await?.status == 200);
    ensure!(host.stored().await?.len() == 1, "what is in order is not published");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn citizens_read_with_and_without_the_service() -> Result<()> {
    let mut host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let pack = gongkai::pack("23").context("the pack is shipped")?;
    let item = pack.item("zhi-chi-xin-xing-nong-ye-jing-ying-zhu-ti").context("the item is shipped")?;
    let entry = item.example(hosts::today());
    host.open_new(page).await?;
    let answer = host.post(page, &entry.to_string()).await?;
    ensure!(answer.status == 200, "{answer:?}");
    page.open(&host.url(&format!("/item.php?pack={}&item={}", pack.id, item.id))).await?;
    page.click("main li a").await?;
    page.find(".gongkai-entry").await?;
    let address = page.run("return location.href;", vec![]).await?;
    let address = address.as_str().context("a page has an address")?;
    expect_read(page, &entry).await?;
    expect_shaped(page).await?;
    page.screenshot("host-plain-reading").await?;

    host.forget_readings()?;
    page.open(address).await?;
    expect_shaped(page).await.context("the HTML is made anew when it is missing")?;

    host.stop_service();
    page.open(address).await?;
    expect_shaped(page).await.context("the HTML is kept")?;

    host.forget_readings()?;
    page.open(address).await?;
    expect_read(page, &entry).await?;
    ensure!(
        page.find_all("main a[href^='tel:']").await?.is_empty(),
        "nobody can have said what is a telephone"
    );
    let shown = page.text(".gongkai-entry").await?;
    for text in texts(&entry["elements"]) {
        ensure!(shown.contains(&text), "{text} is lost in {shown}");
    }
    page.screenshot("host-plain-reading-without-service").await?;
    Ok(())
}

/// A heading with the title, and one entry that everybody can read.
async fn expect_read(page: &Page, entry: &Value) -> Result<()> {
    ensure!(
        Some(page.text("main h1").await?.as_str()) == entry["title"].as_str(),
        "the heading is not the title"
    );
    ensure!(page.find_all(".gongkai-entry").await?.len() == 1, "the entry does not stand there once");
    axe::expect_accessible_in(page, ".gongkai-entry").await
}

/// Telephones can be called, documents opened, tables have heads.
async fn expect_shaped(page: &Page) -> Result<()> {
    for shape in ["a[href^='tel:']", "a[href^='https://']", "th[scope=col]"] {
        page.find(&format!(".gongkai-entry {shape}")).await?;
    }
    Ok(())
}

/// All texts within a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => text.lines().map(|line| line.trim().to_owned()).collect(),
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn item_example(id: &str) -> Result<Value> {
    let pack = gongkai::pack("24").context("the pack is shipped")?;
    Ok(pack.item(id).context("the item is shipped")?.example(hosts::today()))
}

/// The library of the sites of 2010, as Debian packs it; WordPress brings it.
const PROTOTYPE: &str = "/usr/share/javascript/prototype";

#[tokio::test(flavor = "multi_thread")]
async fn beside_prototype_the_elements_work() -> Result<()> {
    let options =
        Options { folders: vec![("/prototype".to_owned(), PROTOTYPE.into())], ..Options::default() };
    let head = r#"<script src="/prototype/prototype.js"></script>"#;
    let site = site_with(&[("/", with_head(&all(), head))], options).await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    let patched = "return Prototype.Version + typeof [].each + typeof document.body.observe;";
    assert_eq!(page.run(patched, vec![]).await?, json!("1.7.3functionfunction"));
    ready(page).await?;
    make_a_mistake_and_mend_it(page).await?;
    page.click("#publish").await?;
    page.find("gongkai-check >>> .summary").await?;
    // What Prototype hears is what the editor did.
    page.run(
        "window.heard = 0; $('mc').observe('change', () => { window.heard++; }).setValue(' 甲校 ');",
        vec![],
    )
    .await?;
    page.click("#publish").await?;
    page.click(&format!("{} .repair", note("#mc"))).await?;
    page.wait_for("window.heard > 0").await?;
    // It tries inline handlers when it starts, which the policy refuses.
    let mut errors = page.console_errors().await?;
    errors.retain(|error| !error.contains("/prototype/prototype.js"));
    assert_eq!(errors, Vec::<String>::new());
    Ok(())
}
