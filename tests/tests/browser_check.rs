//! `<gongkai-check>` on the fields of a CMS: what an editor sees, hears and sends.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_core::{Context as CheckContext, Stage, Verdict};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::host_form::{SCHOOL_FIELDS, note, school_check, school_form};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::site::Site;
use gongkai_tests::widgets::{page as around, site};
use serde_json::{Value, json};
use thirtyfour::Key;

const CHECK: &str = "gongkai-check";
const SUMMARY: &str = "gongkai-check >>> .summary";
const STATE: &str = "gongkai-check >>> .state";

async fn open(browser: &Browser, body: &str) -> Result<Site> {
    let site = site(vec![("/".to_owned(), around(body))]).await?;
    browser.page().open(&site.url("/")).await?;
    browser.page().find(STATE).await?;
    Ok(site)
}

async fn value(page: &Page) -> Result<Value> {
    page.property(CHECK, "value").await
}

async fn posted(page: &Page, site: &Site) -> Result<String> {
    page.until("the post", || async { Ok(site.posted().pop().map(|posted| posted.body)) }).await
}

/// Fills in everything as an editor does who makes no mistake.
async fn fill(page: &Page) -> Result<()> {
    for (field, text) in [
        ("#mc", "武陵区第一小学"),
        ("#dz", "武陵区武陵大道1号"),
        ("#dh", "0736-7111111"),
        ("#rq", "2026年9月1日"),
    ] {
        page.replace_text(field, text).await?;
    }
    page.click("#cc1").await?;
    page.click("#qd1").await?;
    page.focus("#lx").await?;
    page.press(Key::Down).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_is_led_from_the_first_mistake_to_a_published_entry() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let site = open(&browser, &school_form("")).await?;
    axe::expect_accessible(page).await?;

    // Nothing is said while a field is being filled in, and something is when it is left.
    page.type_text("#dh", "（0736）７１１１１１１").await?;
    assert!(page.find_all("gongkai-note").await?.is_empty());
    page.press(Key::Tab).await?;
    page.wait_for_text(&note("#dh"), "改为：0736-7111111").await?;
    page.wait_for_text(&note("#dh"), "错误：").await?;
    assert_eq!(page.property("#dh", "ariaInvalid").await?, json!("true"));
    axe::expect_accessible(page).await?;

    page.click(&format!("{} .repair", note("#dh"))).await?;
    page.wait_until_gone("#dh + gongkai-note").await?;
    assert_eq!(page.value("#dh").await?, "0736-7111111");
    assert_eq!(page.focused().await?, "input#dh[name=phone]");
    let left = page.run_on("#dh", "return element.getAttributeNames().join(' ');").await?;
    assert_eq!(left, json!("id name data-gongkai-element"), "nothing of the element stays at the field");

    // An attempt to publish shows the rest, and moves to the first field in the order of the page.
    page.click("#publish").await?;
    page.wait_for_text(SUMMARY, "学校名称").await?;
    assert_eq!(page.focused().await?, "input#mc[name=title]");
    assert!(site.posted().is_empty());
    let described =
        page.run_on("#dz", "return element.getAttribute('aria-describedby').split(' ')[0];").await?;
    assert_eq!(described, json!("dz-help"), "what the host says of its field stays");
    axe::expect_accessible(page).await?;
    page.screenshot("check-summary").await?;
    page.set_viewport(320, 700).await?;
    let is_wide = page.run("return document.documentElement.scrollWidth > 320;", vec![]).await?;
    assert_eq!(is_wide, json!(false), "nothing is wider than a small screen");
    page.screenshot("check-summary-320").await?;
    page.set_viewport(1280, 900).await?;

    page.click(&format!("{SUMMARY} li:nth-child(2) a")).await?;
    assert_eq!(page.focused().await?, "input#dz[name=address]");
    // What is mended is said no longer, at once.
    page.type_text("#dz", "武陵区武陵大道1号").await?;
    page.wait_until_gone("p > label + gongkai-note").await?;

    fill(page).await?;
    page.wait_for_text(STATE, "未发现问题").await?;
    assert!(page.find_all("gongkai-note").await?.is_empty());
    page.screenshot("check-right").await?;
    let entry = value(page).await?;
    assert_eq!(
        entry,
        json!({
            "format": "gongkai-entry/1", "pack": "24-compulsory-education", "edition": "2019.1",
            "item": "yi-wu-jiao-yu-xue-xiao-ming-lu", "attribute": "proactive",
            "publisher": "武陵区教育局", "region": "430703",
            "title": "武陵区第一小学", "formed_on": "2026-09-01",
            "channels": [{ "channel": "政府网站" }],
            "elements": {
                "xue_xiao_ming_cheng": "武陵区第一小学", "xue_xiao_di_zhi": "武陵区武陵大道1号",
                "ban_xue_ceng_ci": ["小学"], "ban_xue_lei_xing": "小学", "ban_gong_dian_hua": "0736-7111111",
            },
        })
    );
    let pack = gongkai::pack("24").context("the pack is shipped")?;
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").context("the item is shipped")?;
    let report =
        item.check(&entry, &CheckContext::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar()));
    assert_eq!(report.verdict, Verdict::Pass);
    assert_eq!(page.property(CHECK, "report").await?, serde_json::to_value(&report)?);

    page.click("#publish").await?;
    let body = posted(page, &site).await?;
    assert!(body.contains("levels=1") && body.contains("type=a1"), "the host gets its own values: {body}");
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_click_right_after_typing_is_not_lost() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let site = open(&browser, &school_form("")).await?;
    // The message appears above the button while it is being pressed.
    page.type_text("#rq", "昨天").await?;
    page.find("#draft").await?.click().await?;
    posted(page, &site).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guard_asks_once_or_never_where_the_page_says_so() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let site = open(&browser, &school_form("mode=warn")).await?;
    page.click("#publish").await?;
    page.wait_for_text(SUMMARY, "再次提交即按原样发送").await?;
    assert!(site.posted().is_empty());
    // Another fault than those that were shown is asked about again.
    page.type_text("#dh", "1").await?;
    page.click("#publish").await?;
    page.wait_for_text(&note("#dh"), "错误").await?;
    page.click("#publish").await?;
    posted(page, &site).await?;

    let site = open(&browser, &school_form("mode=report")).await?;
    page.run(
        "document.addEventListener('gongkai-check', event => sessionStorage.setItem('verdict', event.detail.verdict));",
        vec![],
    )
    .await?;
    page.click("#publish").await?;
    posted(page, &site).await?;
    page.wait_for_text("h1", "已收到").await?;
    page.wait_for("sessionStorage.getItem('verdict') === 'blocked'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_element_can_stand_outside_the_form_and_in_english() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = format!(
        "{}<form id=other method=post action=/posted><button id=free>搜索</button></form>
         <form id=cms method=post action=/posted>{SCHOOL_FIELDS}</form>",
        school_check("for=cms lang=en")
    );
    let site = open(&browser, &body).await?;
    page.click("#publish").await?;
    page.wait_for_text(SUMMARY, "There are").await?;
    page.wait_for_text(&note("#mc"), "Error:").await?;
    assert_eq!(page.run_on("#mc + gongkai-note", "return element.lang;").await?, json!("en"));
    axe::expect_accessible(page).await?;
    page.click("#free").await?;
    posted(page, &site).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_are_found_whenever_they_come_and_by_selectors() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = format!(
        r#"<form id="cms" method="post" action="/posted">{}<div id="place"></div>
           <input id="free" aria-label="名称"><button id="publish">发布</button></form>"#,
        school_check("")
    );
    let _site = open(&browser, &body).await?;
    let name = |entry: &Value| entry["elements"]["xue_xiao_ming_cheng"].clone();
    page.type_text("#free", "甲校").await?;
    assert_eq!(name(&value(page).await?), Value::Null);
    page.run_on(CHECK, "element.mapping = { xue_xiao_ming_cheng: '#free', '/formed_on': '#late' };").await?;
    assert_eq!(page.property(CHECK, "mapping").await?["/formed_on"], json!("#late"));
    assert_eq!(name(&value(page).await?), json!("甲校"));

    // A field that a framework draws later, and draws anew.
    page.run("document.querySelector('#place').innerHTML = '<input id=late aria-label=日期>';", vec![])
        .await?;
    page.type_text("#late", "后天").await?;
    page.press(Key::Tab).await?;
    page.wait_for_text(&note("#late"), "错误").await?;
    page.run("document.querySelector('#place').replaceChildren();", vec![]).await?;
    page.wait_until_gone("gongkai-note").await?;
    page.run(
        "document.querySelector('#place').innerHTML = '<input id=late aria-label=日期 value=2026-08-31>';",
        vec![],
    )
    .await?;
    assert_eq!(value(page).await?["formed_on"], json!("2026-08-31"));

    // What has no place in the entry is told, and nothing else breaks.
    page.run(
        "document.addEventListener('gongkai-error', event => { window.told = event.detail; });
         document.querySelector('#free').insertAdjacentHTML('afterend', '<input aria-label=x data-gongkai-element=mistyped>');",
        vec![],
    )
    .await?;
    page.wait_for("window.told?.code === 'field-unknown' && window.told.message.includes('mistyped')")
        .await?;
    page.wait_for_text("gongkai-check >>> .unusable", "mistyped").await?;
    assert_eq!(name(&value(page).await?), json!("甲校"));
    page.run("document.querySelector('[data-gongkai-element]').remove();", vec![]).await?;
    page.wait_until_gone("gongkai-check >>> .unusable").await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_page_has_no_field_for_does_not_hold_the_form_back() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = format!(
        r#"<form id="cms" method="post" action="/posted">{}
           <input id="mc" name="mc" aria-label="名称" data-gongkai-element="xue_xiao_ming_cheng">
           <button id="publish">发布</button></form>"#,
        school_check("")
    );
    let site = open(&browser, &body).await?;
    page.click("#publish").await?;
    page.wait_for_text(SUMMARY, "学校名称").await?;
    page.wait_for_text("gongkai-check >>> .absent", "办公电话").await?;
    assert_eq!(page.property(CHECK, "report").await?["verdict"], json!("blocked"));
    page.screenshot("check-absent").await?;
    page.type_text("#mc", "甲校").await?;
    page.click("#publish").await?;
    posted(page, &site).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn unfinished_pinyin_is_no_mistake_and_reset_forgets() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let _site = open(&browser, &school_form("")).await?;
    page.click("#publish").await?;
    page.find(&note("#mc")).await?;
    page.focus("#mc").await?;
    page.compose("jia'xiao").await?;
    assert_eq!(page.value("#mc").await?, "jia'xiao");
    assert!(
        page.find_all(&note("#mc")).await?.len() == 1,
        "the message waits for the end of the composition"
    );
    page.commit_composition("甲校").await?;
    page.wait_until_gone("#mc + gongkai-note").await?;
    page.run("document.querySelector('#cms').reset();", vec![]).await?;
    page.wait_until_gone("gongkai-note").await?;
    page.wait_for_text(STATE, "自动检查").await
}

#[tokio::test(flavor = "multi_thread")]
async fn scripts_of_the_page_can_ask_and_hear() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let _site = open(&browser, &school_form("")).await?;
    page.run_on(
        CHECK,
        "window.heard = []; for (const name of ['gongkai-check', 'gongkai-ready'])
             document.addEventListener(name, event => window.heard.push([name, event.detail.verdict ?? event.detail.fields]));
         element.check();",
    )
    .await?;
    page.find(SUMMARY).await?;
    assert_eq!(page.run("return window.heard;", vec![]).await?, json!([["gongkai-check", "blocked"]]));
    // A value set without an event is seen all the same.
    page.run_on("#mc", "element.value = '甲校';").await?;
    assert_eq!(value(page).await?["elements"]["xue_xiao_ming_cheng"], json!("甲校"));
    // Moved, removed and put back: the fields are as clean as before, and bound again.
    page.run("window.kept = document.querySelector('gongkai-check'); kept.remove();", vec![]).await?;
    page.wait_until_gone("gongkai-note").await?;
    assert!(page.find_all("[aria-invalid]").await?.is_empty());
    page.run("document.querySelector('#cms').prepend(window.kept);", vec![]).await?;
    page.wait_for("window.heard.some(([name, fields]) => name === 'gongkai-ready' && fields === 7)").await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}
