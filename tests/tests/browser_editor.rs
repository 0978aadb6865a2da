//! What an editor does in the demonstration: finds an item, fills in its form, is told what is wrong, publishes.
#![cfg(feature = "browser")]

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use gongkai_core::text::{Lang, message};
use gongkai_core::{Context as CheckContext, ItemRef, Stage};
use gongkai_tests::axe;
use gongkai_tests::demo::{Demo, EDITOR, PASSWORD};
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use serde_json::{Value, json};
use thirtyfour::Key;

const DOMAIN: &str = "24-compulsory-education";
const ITEM: &str = "yi-wu-jiao-yu-xue-xiao-ming-lu";
const NAV: &str = "gongkai-nav >>>";
/// The button of the domain in the menu.
const DOMAIN_BUTTON: &str = "gongkai-nav >>> .domain:nth-child(24) > button";

fn item() -> Result<ItemRef<'static>> {
    gongkai::pack(DOMAIN).and_then(|pack| pack.item(ITEM)).context("the item is shipped")
}

fn element(key: &str) -> String {
    control(&format!("/elements/{key}"))
}

fn field(key: &str) -> String {
    format!("{FORM} >>> [data-path=\"/elements/{key}\"]")
}

async fn address(page: &Page) -> Result<String> {
    let path = page.run("return location.pathname;", vec![]).await?;
    Ok(path.as_str().unwrap_or_default().to_owned())
}

async fn expect_address(page: &Page, expected: &str) -> Result<()> {
    page.until(&format!("the page {expected}"), || async {
        Ok((address(page).await? == expected).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_finds_an_item_is_told_what_is_wrong_and_publishes() -> Result<()> {
    let demo = Demo::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.set_viewport(1366, 768).await?;
    demo.sign_in(page).await?;
    let list = format!("/admin/{DOMAIN}/{ITEM}");
    let link = format!("{NAV} a[href=\"{list}\"]");

    // Through the menu: domain, then item.
    page.click(DOMAIN_BUTTON).await?;
    page.click(&link).await?;
    expect_address(page, &list).await?;
    // And again by initials.
    page.open(&demo.url("/admin")).await?;
    page.type_text(&format!("{NAV} #filter"), "ywjy").await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到").await?;
    page.screenshot("admin-menu-filter").await?;
    page.click(&link).await?;
    expect_address(page, &list).await?;
    axe::expect_accessible(page).await.context("list of entries")?;

    page.click(&format!("main a[href=\"{list}/new\"]")).await?;
    page.find(&element("xue_xiao_ming_cheng")).await?;
    axe::expect_accessible(page).await.context("empty form")?;
    page.screenshot("admin-form-empty").await?;

    // One element stays blank, the telephone number is wrong.
    page.type_text(&element("xue_xiao_ming_cheng"), "示例县第三小学").await?;
    page.type_text(&element("xue_xiao_di_zhi"), "示例县城关镇文化路8号").await?;
    page.click(&format!("{}-0", element("ban_xue_ceng_ci"))).await?;
    page.type_text(&element("ban_gong_dian_hua"), "7111").await?;
    page.replace_text(&control("/formed_on"), "2026/9/1").await?;
    page.press(Key::Tab).await?;
    page.wait_for_text(&field("ban_gong_dian_hua"), "不是有效电话号码").await?;
    assert_eq!(page.value(&control("/formed_on")).await?, "2026-09-01", "customary dates are understood");
    page.click("button[value=publish]").await?;

    let summary = format!("{FORM} >>> .summary");
    page.wait_for_text(&summary, "有2处需要修改").await?;
    page.wait_for_text(&summary, "请填写“办学类型”").await?;
    page.wait_for_text(&summary, "不是有效电话号码").await?;
    page.wait_for_text(&field("ban_xue_lei_xing"), "请填写“办学类型”").await?;
    assert_eq!(
        page.focused().await?,
        "select#f-elements-ban_xue_lei_xing",
        "the first wrong field has the focus"
    );
    assert_eq!(page.property(&element("ban_gong_dian_hua"), "ariaInvalid").await?, json!("true"));
    axe::expect_accessible(page).await.context("form with errors")?;
    page.screenshot("admin-form-errors").await?;
    // The summary leads to the field.
    page.click(&format!("{summary} a[href=\"#f-elements-ban_gong_dian_hua\"]")).await?;
    page.expect_focused("input#f-elements-ban_gong_dian_hua").await?;

    // The draft is saved as it is, and is there when the editor comes back.
    page.click("button[value=draft]").await?;
    page.until("the address of the saved draft", || async {
        Ok(address(page).await?.strip_prefix("/admin/entries/").map(|_| ()))
    })
    .await?;
    let entry_page = address(page).await?;
    page.open(&demo.url("/admin")).await?;
    page.open(&demo.url(&list)).await?;
    page.click(&format!("main a[href=\"{entry_page}\"]")).await?;
    page.find(&element("xue_xiao_ming_cheng")).await?;
    assert_eq!(page.value(&element("xue_xiao_ming_cheng")).await?, "示例县第三小学");
    assert_eq!(page.value(&element("ban_gong_dian_hua")).await?, "7111");

    // Corrected and published.
    page.replace_text(&element("ban_gong_dian_hua"), "0736-7111111").await?;
    page.click(&format!("{} option:nth-of-type(2)", element("ban_xue_lei_xing"))).await?;
    page.click("button[value=publish]").await?;
    page.wait_for_text("main", "已公开").await?;

    // Citizens find it in its domain and by search.
    page.open(&demo.url(&format!("/d/{DOMAIN}/{ITEM}"))).await?;
    page.wait_for_text("main", "示例县第三小学").await?;
    axe::expect_accessible(page).await.context("public item page")?;
    page.open(&demo.url("/")).await?;
    axe::expect_accessible(page).await.context("public home")?;
    page.type_text("input[name=q]", "文化路8号").await?;
    page.press(Key::Enter).await?;
    expect_address(page, "/search").await?;
    page.wait_for_text("main", "示例县第三小学").await?;
    axe::expect_accessible(page).await.context("search")?;
    page.screenshot("public-search").await?;
    page.run_on("main a[href^=\"/entries/\"]", "element.click();").await?;
    page.wait_for_text("main", "0736-7111111").await?;
    axe::expect_accessible(page).await.context("public entry")?;
    page.screenshot("public-entry").await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tampered_post_is_refused_with_the_same_report() -> Result<()> {
    let demo = Demo::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    demo.sign_in(page).await?;
    page.open(&demo.url(&format!("/admin/{DOMAIN}/{ITEM}/new"))).await?;
    page.find(&element("xue_xiao_ming_cheng")).await?;

    let item = item()?;
    let mut entry = item.example(TODAY);
    entry["elements"]["ban_gong_dian_hua"] = json!("<b>12</b>");
    entry["elements"]["fan_wai"] = json!("无");
    entry["elements"]["xue_xiao_di_zhi"] = json!("\u{3000}");
    entry["channels"] = json!([]);
    entry["formed_on"] = json!("2027-01-01");
    let context = CheckContext::new(Stage::Publish, TODAY).with_calendar(gongkai::calendar());
    let report = item.check(&entry, &context);
    let expected: BTreeSet<(String, String)> =
        report.issues.iter().map(|issue| (issue.code.as_str().to_owned(), issue.path.clone())).collect();
    ensure!(expected.len() >= 5, "the tampering is found natively: {expected:?}");

    let answer = page
        .run(
            "const body = new URLSearchParams({ csrf: document.querySelector('main [name=csrf]').value, version: '0', action: 'publish', entry: arguments[0] });
             return fetch(location.href, { method: 'POST', body }).then(async answer => {
                 const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                 return {
                     status: answer.status,
                     lines: [...page.querySelectorAll('.summary li, .remarks li')].map(line => line.textContent),
                     report: page.querySelector('gongkai-form').getAttribute('report'),
                     value: page.querySelector('gongkai-form').getAttribute('value'),
                 };
             });",
            vec![json!(entry.to_string())],
        )
        .await?;
    assert_eq!(answer["status"], json!(422));
    let lines: Vec<String> = serde_json::from_value(answer["lines"].clone())?;
    assert_eq!(lines.len(), report.issues.len(), "the page lists the same issues: {lines:?}");
    for issue in &report.issues {
        let words = message(issue, Lang::Zh);
        ensure!(lines.iter().any(|line| line.contains(&words)), "{words} is not among {lines:?}");
    }
    let sent: Value = serde_json::from_str(answer["report"].as_str().context("a report")?)?;
    assert_eq!(sent, serde_json::to_value(&report)?, "the element is given the same report");
    let kept: Value = serde_json::from_str(answer["value"].as_str().context("a value")?)?;
    assert_eq!(kept, entry, "everything typed comes back");

    // Nothing of it is public.
    page.open(&demo.url("/search?q=fan_wai")).await?;
    page.open(&demo.url(&format!("/d/{DOMAIN}/{ITEM}"))).await?;
    ensure!(!page.text("main").await?.contains("示例：义务教育学校名录"), "a refused entry is public");
    Ok(())
}

/// Presses Tab until the control has the focus, as somebody does who has no mouse.
async fn tab_to(page: &Page, id: &str) -> Result<()> {
    for _ in 0..120 {
        if page.focused().await?.ends_with(id) {
            return Ok(());
        }
        page.press(Key::Tab).await?;
    }
    anyhow::bail!("{id} cannot be reached by Tab; the focus is on {}", page.focused().await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_alone_suffices() -> Result<()> {
    let demo = Demo::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&demo.url("/admin")).await?;
    tab_to(page, "#name[name=name]").await?;
    page.press(EDITOR).await?;
    page.press(Key::Tab).await?;
    page.press(PASSWORD).await?;
    page.press(Key::Enter).await?;
    page.find(&format!("{NAV} #filter")).await?;

    tab_to(page, "#filter").await?;
    page.press("xxml").await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到").await?;
    let list = format!("/admin/{DOMAIN}/{ITEM}");
    for _ in 0..40 {
        page.press(Key::Tab).await?;
        let here = page
            .run(
                "return document.activeElement?.shadowRoot?.activeElement?.getAttribute('href') ?? null;",
                vec![],
            )
            .await?;
        if here == json!(list) {
            break;
        }
    }
    page.press(Key::Enter).await?;
    expect_address(page, &list).await?;
    page.find(&format!("main a[href=\"{list}/new\"]")).await?;
    for _ in 0..80 {
        page.press(Key::Tab).await?;
        let here = page.run("return document.activeElement?.getAttribute('href') ?? null;", vec![]).await?;
        if here == json!(format!("{list}/new")) {
            break;
        }
    }
    page.press(Key::Enter).await?;
    page.find(&element("xue_xiao_ming_cheng")).await?;

    tab_to(page, "#f-elements-xue_xiao_ming_cheng").await?;
    page.press("示例县第四小学").await?;
    tab_to(page, "#f-elements-xue_xiao_di_zhi").await?;
    page.press("示例县城关镇书院路1号").await?;
    tab_to(page, "#f-elements-ban_xue_ceng_ci-0").await?;
    page.press(" ").await?;
    tab_to(page, "#f-elements-ban_xue_lei_xing").await?;
    page.press(Key::Down).await?;
    tab_to(page, "#f-elements-ban_gong_dian_hua").await?;
    page.press("0736-7222222").await?;
    // Too early on purpose: the date is missing, and the focus goes there. The draft button comes first.
    tab_to(page, "[name=action]").await?;
    page.press(Key::Tab).await?;
    page.press(Key::Enter).await?;
    page.wait_for_text(&format!("{FORM} >>> .summary"), "信息形成日期").await?;
    page.expect_focused("input#f-formed_on").await?;
    page.press("2026-09-01").await?;
    tab_to(page, "[name=action]").await?;
    page.press(Key::Tab).await?;
    page.press(Key::Enter).await?;
    page.wait_for_text("main", "已公开").await?;
    page.open(&demo.url(&format!("/d/{DOMAIN}/{ITEM}"))).await?;
    page.wait_for_text("main", "示例县第四小学").await
}
