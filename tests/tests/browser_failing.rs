//! Surroundings that fail: no WebAssembly, policies, missing files, no network, a module that breaks while it runs.
//!
//! In each the fields of the host stay usable, nothing that was typed is lost, and the message says what to do.
#![cfg(feature = "browser")]

use std::fs;

use anyhow::{Context, Result};
use gongkai_tests::breaking::break_in;
use gongkai_tests::driver::{Browser, Traits};
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::host_form::{note, school_form};
use gongkai_tests::page::Page;
use gongkai_tests::site::{Options, STRICT_POLICY, Site};
use gongkai_tests::widgets::{dist, page as around};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Key;

const NAME: &str = "/elements/xue_xiao_ming_cheng";

/// All elements, each with what the host has in its place.
fn all(packs: &str) -> String {
    let check = school_form("").replace("/widgets/packs", packs);
    format!(
        r#"<gongkai-nav src="{packs}/../navigation.json"><a id="plain" href="/plain">全部领域</a></gongkai-nav>
<form id="own" method="post" action="/own"><gongkai-form name="entry" pack="{packs}/24-compulsory-education.json"
item="yi-wu-jiao-yu-xue-xiao-ming-lu" today="2026-09-01"><textarea id="field" name="entry" aria-label="内容"></textarea>
</gongkai-form><button id="send">发布</button></form>{check}"#
    )
}

async fn site(options: Options, html: String) -> Result<Site> {
    let mut options = options;
    options.folders.push(("/widgets".to_owned(), dist()));
    options.pages.push(("/en".to_owned(), html.replace("lang=\"zh-CN\"", "lang=\"en\"")));
    options.pages.push(("/zh".to_owned(), html));
    Site::start(options).await
}

/// The page is told by all three elements what to do, in its language, and works without them.
async fn expect_usable_without(page: &Page, site: &Site, zh: &str, en: &str) -> Result<()> {
    for (path, words) in [("/en", en), ("/zh", zh)] {
        page.open(&site.url(path)).await?;
        for host in ["gongkai-form", "gongkai-nav", "gongkai-check"] {
            page.wait_for_text(&format!("{host} >>> [role=alert]"), words).await.context(host)?;
        }
    }
    expect_own_fields_to_work(page, site).await
}

async fn expect_own_fields_to_work(page: &Page, site: &Site) -> Result<()> {
    page.type_text("#field", "手工填写").await?;
    page.click("#send").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert!(posted(site, "entry").contains("手工填写"));
    page.open(&site.url("/zh")).await?;
    page.find("gongkai-check >>> [role=alert]").await?;
    page.type_text("#mc", "甲校").await?;
    page.click("#publish").await?;
    page.until("the second post", || async { Ok((site.posted().len() == 2).then_some(())) }).await?;
    assert_eq!(posted(site, "title"), "甲校");
    page.open(&site.url("/zh")).await?;
    page.click("#plain").await?;
    page.wait_for("location.pathname === '/plain'").await
}

fn posted(site: &Site, name: &str) -> String {
    let body = site.posted().pop().map(|posted| posted.body).unwrap_or_default();
    let found = form_urlencoded::parse(body.as_bytes()).find(|(known, _)| known == name);
    found.map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn without_webassembly_the_page_works_as_before() -> Result<()> {
    let site = site(Options::default(), around(&all("/widgets/packs"))).await?;
    let browser = Browser::start_with(Traits { lacks_webassembly: true, ..Traits::default() }).await?;
    let page = browser.page();
    expect_usable_without(page, &site, "换用新版浏览器", "current browser").await?;
    assert_eq!(page.run("return typeof WebAssembly;", vec![]).await?, json!("undefined"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_without_webassembly_is_named_to_the_administrator() -> Result<()> {
    let policy = Some("default-src 'self'; script-src 'self'; style-src 'self'".to_owned());
    let site = site(Options { policy, ..Options::default() }, around(&all("/widgets/packs"))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    expect_usable_without(page, &site, "'wasm-unsafe-eval'", "'wasm-unsafe-eval'").await?;
    page.open(&site.url("/zh")).await?;
    page.find("gongkai-form >>> [role=alert]").await?;
    page.screenshot("failing-policy").await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_modules_are_named() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    for kept in
        [&["gongkai.js"][..], &["gongkai.js", "gongkai-form.js", "gongkai-nav.js", "gongkai-check.js"]]
    {
        let folder = TempDir::with_prefix("gongkai-widgets-")?;
        for file in kept {
            fs::copy(dist().join(file), folder.path().join(file))?;
        }
        let folders = vec![("/broken".to_owned(), folder.path().to_path_buf())];
        let html = around(&all("/widgets/packs")).replace("/widgets/gongkai.js", "/broken/gongkai.js");
        let site = site(Options { folders, ..Options::default() }, html).await?;
        expect_usable_without(page, &site, "文件无法取得", "cannot be had").await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_and_unfit_data_are_named() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let nowhere = site(Options::default(), around(&all("/nowhere/packs"))).await?;
    expect_usable_without(page, &nowhere, "请联系网站管理员", "tell the site's administrator").await?;

    // The data of another version, where everything else is up to date.
    let pack = fs::read_to_string(dist().join("packs/24-compulsory-education.json"))?;
    let menu = fs::read_to_string(dist().join("navigation.json"))?;
    let older = |text: &str| {
        text.replace("gongkai-pack/1", "gongkai-pack/9")
            .replace("gongkai-navigation/1", "gongkai-navigation/9")
    };
    let pages = vec![
        ("/old/packs/24-compulsory-education.json".to_owned(), older(&pack)),
        ("/old/packs/../navigation.json".to_owned(), older(&menu)),
        ("/old/navigation.json".to_owned(), older(&menu)),
    ];
    let old = site(Options { pages, ..Options::default() }, around(&all("/old/packs"))).await?;
    expect_usable_without(page, &old, "/9”", "/9”").await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_network_everything_that_is_there_goes_on() -> Result<()> {
    // Each answer on a connection of its own: those that are open would go on.
    let headers = vec![("connection".to_owned(), "close".to_owned())];
    let site = site(Options { headers, ..Options::default() }, around(&school_form(""))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/zh")).await?;
    page.find("gongkai-check >>> .state").await?;
    site.set_reachable(false);
    page.type_text("#dh", "12").await?;
    page.press(Key::Tab).await?;
    page.find(&note("#dh")).await?;

    // An element whose module was not needed so far cannot be had now, and can later.
    let add = "const form = document.createElement('gongkai-form');
         form.id = arguments[0];
         form.setAttribute('pack', '/widgets/packs/24-compulsory-education.json');
         form.setAttribute('item', 'yi-wu-jiao-yu-xue-xiao-ming-lu');
         document.querySelector('main').append(form);";
    page.run(add, vec![json!("offline")]).await?;
    page.wait_for_text("#offline >>> [role=alert]", "请检查网络").await?;
    site.set_reachable(true);
    page.run(add, vec![json!("online")]).await?;
    page.find(&control(NAME).replace(FORM, "#online")).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_breaks_hands_over_all_that_was_typed() -> Result<()> {
    let site = site(Options::default(), around(&all("/widgets/packs"))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/zh")).await?;
    page.type_text(&control(NAME), "武陵区第一小学").await?;
    page.run(
        "document.addEventListener('gongkai-error', event => { window.told = event.detail.code; });",
        vec![],
    )
    .await?;
    break_in(page, "gongkai-form").await?;
    page.type_text(&control("/elements/ban_gong_dian_hua"), "12").await?;
    page.press(Key::Tab).await?;
    page.wait_for_text("gongkai-form >>> [role=alert]", "没有丢失").await?;
    page.screenshot("failing-module").await?;
    assert_eq!(page.run("return window.told;", vec![]).await?, json!("module-failed"));
    let entry: Value = serde_json::from_str(&page.value("#field").await?)?;
    assert_eq!(entry["elements"]["xue_xiao_ming_cheng"], json!("武陵区第一小学"));
    assert_eq!(entry["elements"]["ban_gong_dian_hua"], json!("12"));
    // The other elements have modules of their own.
    page.type_text("gongkai-nav >>> #filter", "ywjy").await?;
    page.wait_for_text("gongkai-nav >>> .found", "找到").await?;
    page.click("#send").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(serde_json::from_str::<Value>(&posted(&site, "entry"))?, entry);

    page.open(&site.url("/en")).await?;
    page.find(&control(NAME)).await?;
    break_in(page, "gongkai-form").await?;
    page.click("#send").await?;
    page.wait_for_text("gongkai-form >>> [role=alert]", "Nothing that was filled in is lost").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_that_breaks_leaves_fields_and_form_as_they_were() -> Result<()> {
    let site = site(Options::default(), around(&all("/widgets/packs"))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/zh")).await?;
    page.find("gongkai-check >>> .state").await?;
    page.type_text("#dh", "12").await?;
    page.press(Key::Tab).await?;
    page.find(&note("#dh")).await?;
    break_in(page, "gongkai-check").await?;
    page.click("#publish").await?;
    page.wait_for_text("gongkai-check >>> [role=alert]", "已停止运行").await?;
    assert!(page.find_all("gongkai-note").await?.is_empty());
    let left = page
        .run("return [...document.querySelectorAll('#cms [aria-invalid], #cms [aria-describedby]')].map(field => field.id);", vec![])
        .await?;
    assert_eq!(left, json!(["dz"]), "only what the host itself says of its fields");
    assert_eq!(page.value("#dh").await?, "12");
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted(&site, "phone"), "12");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_that_breaks_leaves_the_plain_links() -> Result<()> {
    let site = site(Options::default(), around(&all("/widgets/packs"))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/zh")).await?;
    page.find("gongkai-nav >>> .domain").await?;
    break_in(page, "gongkai-nav").await?;
    page.click("gongkai-nav >>> .domain button").await?;
    page.wait_for_text("gongkai-nav >>> [role=alert]", "已停止运行").await?;
    // Another element of the kind says the same instead of staying empty.
    page.run("document.querySelector('main').append(document.createElement('gongkai-nav'));", vec![]).await?;
    page.wait_for_text("main > gongkai-nav:last-child >>> [role=alert]", "本组件").await?;
    page.click("#plain").await?;
    page.wait_for("location.pathname === '/plain'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_that_enforce_trusted_types_need_no_exception() -> Result<()> {
    let policy = Some(format!("{STRICT_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'"));
    let site = site(Options { policy, ..Options::default() }, around(&all("/widgets/packs"))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/zh")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.find("gongkai-check >>> .state").await?;
    page.click("#publish").await?;
    page.find(&note("#mc")).await?;
    page.click("#send").await?;
    page.find(&format!("{FORM} >>> .summary")).await?;
    page.type_text("gongkai-nav >>> #filter", "ywjy").await?;
    page.wait_for_text("gongkai-nav >>> .found", "找到").await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}
