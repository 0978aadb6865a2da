//! What the form remembers: messages of the host, steps that can be undone, values of fields that are not shown.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_core::ItemRef;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::site::{Options, Site};
use gongkai_tests::widgets::{dist, form_page, json_attribute, posted_entry, school, site};
use gongkai_tests::{axe, bench_forms};
use serde_json::{Value, json};
use thirtyfour::Key;

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const PHONE: &str = "/elements/ban_gong_dian_hua";

fn field(path: &str) -> String {
    format!("{FORM} >>> [data-path=\"{path}\"]")
}

/// What a screen reader was last told.
async fn expect_said(page: &Page, words: &str) -> Result<()> {
    page.wait_for_text(&format!("{FORM} >>> .hidden[role=status]"), words).await
}

async fn element(page: &Page, key: &str) -> Result<Value> {
    Ok(page.property(FORM, "value").await?["elements"][key].clone())
}

async fn expect_element(page: &Page, key: &str, expected: Value) -> Result<()> {
    let result = page
        .until(&format!("{key} = {expected}"), || async {
            Ok((element(page, key).await? == expected).then_some(()))
        })
        .await;
    match result {
        Err(error) => anyhow::bail!("{error:#}; it is {}", element(page, key).await?),
        Ok(()) => Ok(()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_host_says_stands_at_its_field_until_the_value_changes() -> Result<()> {
    let item = school()?;
    let told = json!([
        { "path": NAME, "message": "这所学校已登记过" },
        { "path": PHONE, "message": "号码停用", "severity": "warning" },
        { "path": "/nowhere", "message": "今日名额已满" },
    ]);
    let attributes = json_attribute("value", &item.example(TODAY));
    let site = site(vec![("/".to_owned(), form_page(item, &attributes))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    page.run(&format!("document.querySelector('{FORM}').errors = arguments[0];"), vec![told]).await?;
    let summary = format!("{FORM} >>> .summary");
    page.wait_for_text(&field(NAME), "这所学校已登记过").await?;
    page.wait_for_text(&field(PHONE), "号码停用").await?;
    page.wait_for_text(&summary, "有2处需要修改").await?;
    page.wait_for_text(&summary, "今日名额已满").await?;
    assert_eq!(page.property(&control(NAME), "ariaInvalid").await?, json!("true"));
    axe::expect_accessible(page).await?;
    page.screenshot("form-told").await?;

    page.click(&format!("{summary} a[href=\"#f-elements-xue_xiao_ming_cheng\"]")).await?;
    page.expect_focused("input#f-elements-xue_xiao_ming_cheng").await?;
    page.replace_text(&control(NAME), "乙校").await?;
    page.wait_until_gone(&format!("{} .issue", field(NAME))).await?;
    page.wait_for_text(&summary, "有1处需要修改").await?;
    page.wait_for_text(&field(PHONE), "号码停用").await?;
    // The one without a field cannot be mended here, and keeps nobody from trying again.
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?["elements"]["xue_xiao_ming_cheng"], json!("乙校"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_are_undone_and_redone_by_keys() -> Result<()> {
    let site = site(vec![("/".to_owned(), form_page(school()?, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    // The title followed the name, and goes back with it.
    page.press(Key::Tab).await?;
    page.type_text(&control(PHONE), "（0736）7111111").await?;
    page.press(Key::Tab).await?;
    page.click(&format!("{} .repair", field(PHONE))).await?;
    expect_element(page, "ban_gong_dian_hua", json!("0736-7111111")).await?;
    page.click(&format!("{FORM} >>> #channel-1")).await?;

    page.press_with(Key::Control, "z").await?;
    expect_said(page, "已撤销：公开渠道").await?;
    page.expect_focused("fieldset#f-channels").await?;
    assert_eq!(page.property(&format!("{FORM} >>> #channel-1"), "checked").await?, json!(false));
    page.press_with(Key::Control, "z").await?;
    expect_element(page, "ban_gong_dian_hua", json!("（0736）7111111")).await?;
    expect_said(page, "已撤销：办公电话").await?;
    page.expect_focused("input#f-elements-ban_gong_dian_hua").await?;
    assert_eq!(page.value(&control(PHONE)).await?, "（0736）7111111");
    page.press_with(Key::Control, "z").await?;
    expect_element(page, "ban_gong_dian_hua", Value::Null).await?;
    page.press_with(Key::Meta, "z").await?;
    expect_element(page, "xue_xiao_ming_cheng", Value::Null).await?;
    page.expect_focused("input#f-elements-xue_xiao_ming_cheng").await?;
    assert_eq!(page.property(FORM, "value").await?["title"], Value::Null);
    assert_eq!(page.property(FORM, "dirty").await?, json!(false));
    page.press_with(Key::Control, "z").await?;
    expect_said(page, "没有可以撤销的修改").await?;

    page.press_with(Key::Control, "y").await?;
    expect_element(page, "xue_xiao_ming_cheng", json!("甲校")).await?;
    expect_said(page, "已恢复：学校名称").await?;
    assert_eq!(page.property(FORM, "value").await?["title"], json!("甲校"));
    page.session().action_chain().key_down(Key::Shift).perform().await?;
    page.press_with(Key::Control, "Z").await?;
    page.press_with(Key::Control, "Z").await?;
    page.session().action_chain().key_up(Key::Shift).perform().await?;
    expect_element(page, "ban_gong_dian_hua", json!("0736-7111111")).await?;
    page.run_on(FORM, "element.redo();").await?;
    page.wait_for(&format!(
        "document.querySelector('{FORM}').shadowRoot.querySelector('#channel-1').checked"
    ))
    .await?;
    page.run_on(FORM, "element.undo();").await?;
    page.wait_for(&format!(
        "!document.querySelector('{FORM}').shadowRoot.querySelector('#channel-1').checked"
    ))
    .await?;
    axe::expect_accessible(page).await?;
    // A new step ends what could be redone.
    page.type_text(&control(NAME), "（新）").await?;
    page.press_with(Key::Control, "y").await?;
    expect_said(page, "没有可以恢复的修改").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_while_typing_parts_two_steps() -> Result<()> {
    let site = site(vec![("/".to_owned(), form_page(school()?, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲").await?;
    // Two and a half seconds go by.
    page.run("const now = window.Date.now; window.Date.now = () => now() + 2500;", vec![]).await?;
    page.type_text(&control(NAME), "乙").await?;
    expect_element(page, "xue_xiao_ming_cheng", json!("甲乙")).await?;
    page.press_with(Key::Control, "z").await?;
    expect_element(page, "xue_xiao_ming_cheng", json!("甲")).await?;
    page.press_with(Key::Control, "z").await?;
    expect_element(page, "xue_xiao_ming_cheng", Value::Null).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_input_method_keeps_its_own_undo() -> Result<()> {
    let site = site(vec![("/".to_owned(), form_page(school()?, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(PHONE), "0736").await?;
    page.focus(&control(NAME)).await?;
    page.compose("xue'xiao").await?;
    // As the browser sends it while an input method has the key.
    let prevented = page
        .run_on(
            &control(NAME),
            "const key = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, isComposing: true, bubbles: true, composed: true, cancelable: true });
             return !element.dispatchEvent(key);",
        )
        .await?;
    assert_eq!(prevented, json!(false));
    assert_eq!(page.value(&control(NAME)).await?, "xue'xiao");
    assert_eq!(element(page, "ban_gong_dian_hua").await?, json!("0736"));
    page.commit_composition("学校").await?;
    expect_element(page, "xue_xiao_ming_cheng", json!("学校")).await?;
    page.press_with(Key::Control, "z").await?;
    expect_element(page, "xue_xiao_ming_cheng", Value::Null).await
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_come_back_with_what_was_in_them() -> Result<()> {
    let item = gongkai::pack("24").and_then(|pack| pack.item("cai-wu-xin-xi")).context("shipped")?;
    let key = "cai_wu_guan_li_ji_jian_du_ban_fa";
    let path = format!("/elements/{key}");
    let site = site(vec![("/".to_owned(), form_page(item, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(&format!("{path}/0/title")), "甲办法").await?;
    page.click(&format!("{} .add", control(&path))).await?;
    page.type_text(&control(&format!("{path}/1/title")), "乙办法").await?;
    page.click(&format!("{} .remove", control(&format!("{path}/0")))).await?;
    expect_element(page, key, json!([{ "title": "乙办法" }])).await?;
    page.run_on(FORM, "element.undo();").await?;
    expect_element(page, key, json!([{ "title": "甲办法" }, { "title": "乙办法" }])).await?;
    page.expect_focused(&format!("fieldset#f-elements-{key}-0")).await?;
    assert_eq!(page.value(&control(&format!("{path}/1/title"))).await?, "乙办法");
    // What was typed into the second row, then the row itself.
    page.press_with(Key::Control, "z").await?;
    expect_element(page, key, json!([{ "title": "甲办法" }])).await?;
    page.press_with(Key::Control, "z").await?;
    page.wait_until_gone(&control(&format!("{path}/1"))).await?;
    page.press_with(Key::Control, "y").await?;
    page.find(&control(&format!("{path}/1"))).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_goes_while_an_input_method_is_at_work_in_it_silences_no_other_field() -> Result<()> {
    let item = gongkai::pack("24").and_then(|pack| pack.item("cai-wu-xin-xi")).context("shipped")?;
    let key = "cai_wu_guan_li_ji_jian_du_ban_fa";
    let path = format!("/elements/{key}");
    let title = |row: usize| control(&format!("{path}/{row}/title"));
    let site = site(vec![("/".to_owned(), form_page(item, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&title(0), "甲办法").await?;
    page.click(&format!("{} .add", control(&path))).await?;
    page.focus(&title(1)).await?;
    page.compose("yi'ban'fa").await?;
    // The page sets the entry anew, and the row is in it no more.
    let without = json!([{ "title": "甲办法" }]);
    page.run_on(FORM, &format!("element.value = {{ ...element.value, elements: {{ {key}: {without} }} }};"))
        .await?;
    page.wait_until_gone(&title(1)).await?;
    assert_eq!(element(page, key).await?, without, "what was unfinished is no data");
    page.click(&title(0)).await?;
    page.press(Key::End).await?;
    page.type_text(&title(0), "二").await?;
    expect_element(page, key, json!([{ "title": "甲办法二" }])).await?;
    page.click(&format!("{} .add", control(&path))).await?;
    page.focus(&title(1)).await?;
    page.compose("bing").await?;
    page.commit_composition("丙").await?;
    expect_element(page, key, json!([{ "title": "甲办法二" }, { "title": "丙" }])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn values_of_hidden_fields_wait_unseen() -> Result<()> {
    let item = school()?;
    let mut entry = item.example(TODAY);
    entry["attribute"] = json!("withheld");
    entry["reason"] = json!("涉及正在调查的案件");
    entry["review_on"] = json!("不是日期");
    let site = site(vec![("/".to_owned(), form_page(item, &json_attribute("value", &entry)))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    let codes = |report: Value| {
        let issues = report["issues"].as_array().cloned().unwrap_or_default();
        issues.iter().filter(|issue| issue["path"] == "/review_on").count()
    };
    page.find(&control("/reason")).await?;
    assert_eq!(codes(page.property(FORM, "report").await?), 1, "shown and judged");

    page.click(&format!("{}-0", control("/attribute"))).await?;
    page.wait_until_gone(&control("/reason")).await?;
    let value = page.property(FORM, "value").await?;
    assert_eq!((&value["reason"], &value["review_on"]), (&Value::Null, &Value::Null));
    assert_eq!(codes(page.property(FORM, "report").await?), 0, "neither handed over nor judged");

    page.press_with(Key::Control, "z").await?;
    page.find(&control("/reason")).await?;
    assert_eq!(page.value(&control("/reason")).await?, "涉及正在调查的案件");
    assert_eq!(page.property(FORM, "value").await?["review_on"], json!("不是日期"));
    // White space alone counts as nothing, as everywhere.
    page.replace_text(&control("/reason"), "\u{3000} ").await?;
    page.until("the blank reason is gone", || async {
        Ok(page.property(FORM, "value").await?["reason"].is_null().then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_can_ask_the_element_what_is_in_it() -> Result<()> {
    let site = site(vec![("/".to_owned(), form_page(school()?, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    page.run_on(
        FORM,
        "window.seen = [];
         element.addEventListener('gongkai-input', event => seen.push([event.detail, element.value, element.dirty]));",
    )
    .await?;
    page.type_text(&control(NAME), "甲").await?;
    page.wait_for("window.seen.length").await?;
    let seen = page.run("return window.seen[0];", vec![]).await?;
    assert_eq!(seen[0]["elements"]["xue_xiao_ming_cheng"], json!("甲"));
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[2], json!(true));
    Ok(())
}

/// A form of three hundred fields.
async fn long_form() -> Result<(Site, tempfile::TempDir)> {
    let pack = Box::leak(Box::new(bench_forms::pack_of("many")));
    let item: ItemRef<'static> = pack.item("many").context("the form of three hundred fields")?;
    let served = format!("/packs/{}.json", pack.id);
    let html = form_page(item, "calendar=\"/widgets/calendar.json\"")
        .replace(&format!("/widgets{served}"), &format!("/made{served}"));
    let folder = tempfile::tempdir()?;
    std::fs::create_dir_all(folder.path().join("packs"))?;
    std::fs::write(folder.path().join(&served[1..]), serde_json::to_string(&*pack)?)?;
    let site = Site::start(Options {
        folders: vec![("/widgets".to_owned(), dist()), ("/made".to_owned(), folder.path().to_owned())],
        pages: vec![("/".to_owned(), html)],
        ..Default::default()
    })
    .await?;
    Ok((site, folder))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keystroke_draws_its_own_field_and_nothing_else() -> Result<()> {
    let (site, _folder) = long_form().await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    let typed = "/elements/g7_title";
    page.find(&control(typed)).await?;
    let fields = page.find_all(&format!("{FORM} >>> .section [data-path^=\"/elements/\"]")).await?.len();
    assert!(fields >= 300, "{fields} fields");
    page.focus(&control(typed)).await?;
    page.run_on(
        FORM,
        "window.touched = [];
         const place = node => (node instanceof Element ? node : node.parentElement)?.closest('[data-path]')?.dataset.path ?? node.nodeName;
         new MutationObserver(all => window.touched.push(...all.map(one => place(one.target))))
             .observe(element.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });",
    )
    .await?;
    page.press("某").await?;
    expect_element(page, "g7_title", json!("某")).await?;
    assert_eq!(page.run("return window.touched;", vec![]).await?, json!([]), "the control already shows it");

    // Leaving a field that is wrong draws its issues, in that field alone.
    page.focus(&control("/elements/g9_postcode")).await?;
    page.press("12").await?;
    page.press(Key::Tab).await?;
    page.find(&format!("{} .issue", field("/elements/g9_postcode"))).await?;
    let touched = page.run("return [...new Set(window.touched)];", vec![]).await?;
    assert_eq!(touched, json!(["/elements/g9_postcode"]));
    // The way back leaves another field blank, which shows there.
    page.focus(&control("/elements/g9_postcode")).await?;
    page.find(&format!("{} .issue", field("/elements/g9_title"))).await?;
    page.run("window.touched = [];", vec![]).await?;
    // Mending it draws the same field and no other.
    page.replace_text(&control("/elements/g9_postcode"), "415000").await?;
    page.wait_until_gone(&format!("{} .issue", field("/elements/g9_postcode"))).await?;
    let touched = page.run("return [...new Set(window.touched)];", vec![]).await?;
    assert_eq!(touched, json!(["/elements/g9_postcode"]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_summary_ends_and_what_is_behind_moves_up() -> Result<()> {
    let (site, _folder) = long_form().await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&control("/elements/g1_title")).await?;
    page.run_on(FORM, "element.reportValidity();").await?;
    let seen = || async {
        let seen = page
            .run_on(
                FORM,
                "const box = element.shadowRoot.querySelector('.summary');
                 return [parseInt(box.querySelector('h2').textContent.match(/\\d+/)[0]), box.querySelectorAll('li').length,
                     parseInt(box.querySelector('.hint').textContent.match(/\\d+/)[0])];",
            )
            .await?;
        Ok::<_, anyhow::Error>(serde_json::from_value::<(usize, usize, usize)>(seen)?)
    };
    page.find(&format!("{FORM} >>> .summary .hint")).await?;
    let (all, listed, rest) = seen().await?;
    assert!(all > 100 && listed == 20 && rest == all - 20, "{all} {listed} {rest}");
    axe::expect_accessible(page).await?;

    let first = "/elements/g1_title";
    let link = format!("{FORM} >>> .summary a[href=\"#f{}\"]", first.replace('/', "-"));
    page.find(&link).await?;
    page.type_text(&control(first), "行政许可").await?;
    page.wait_until_gone(&link).await?;
    assert_eq!(seen().await?, (all - 1, 20, rest - 1));
    Ok(())
}
