//! `<gongkai-check>` on editors: rich text in place and in frames, hidden fields behind them, frameworks, kinds of fields.
#![cfg(feature = "browser")]

use anyhow::Result;
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::host_form::note;
use gongkai_tests::page::Page;
use gongkai_tests::site::Site;
use gongkai_tests::widgets::{page as around, site};
use serde_json::{Value, json};
use thirtyfour::Key;

const CHECK: &str = "gongkai-check";
const ID: &str = "11010519491231002X";

/// A form for an item with a long text, choices and an amount of money.
fn tender(fields: &str) -> String {
    format!(
        r#"<form id="cms" method="post" action="/posted">
<gongkai-check pack="/widgets/packs/03-public-resource-trading.json" item="shen-pi-he-zhun-xin-xi" today="2026-09-01">
</gongkai-check>{fields}<p><button id="publish">发布</button></p></form>"#
    )
}

async fn open(browser: &Browser, body: &str) -> Result<Site> {
    let site = site(vec![("/".to_owned(), around(body))]).await?;
    browser.page().open(&site.url("/")).await?;
    browser.page().find("gongkai-check >>> .state").await?;
    Ok(site)
}

async fn elements(page: &Page) -> Result<Value> {
    Ok(page.property(CHECK, "value").await?["elements"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn personal_data_is_masked_inside_rich_text_with_one_click() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = tender(
        r#"<div id="body" role="textbox" aria-multiline="true" aria-label="内容" contenteditable="true"
            data-gongkai-element="zhao_biao_nei_rong"><p>招标公告</p><p id="second"></p></div>"#,
    );
    let _site = open(&browser, &body).await?;
    page.run(
        "window.inputs = 0; document.querySelector('#body').addEventListener('input', () => { window.inputs++; });",
        vec![],
    )
    .await?;
    // A number with markup in the middle, as editors leave it behind.
    page.run_on(
        "#second",
        &format!("element.innerHTML = '联系人身份证号<b>{}</b>{}，电话';", &ID[..6], &ID[6..]),
    )
    .await?;
    page.click("#second").await?;
    page.press(Key::End).await?;
    page.press("见附件").await?;
    page.focus("#publish").await?;
    page.wait_for_text(&note("#body"), "身份证号").await?;
    page.wait_for_text(&note("#body"), "11*************02X").await?;
    assert!(!page.text(&note("#body")).await?.contains(ID), "a message never repeats what it warns of");
    axe::expect_accessible(page).await?;
    page.screenshot("check-privacy").await?;
    let before = page.run("return window.inputs;", vec![]).await?;
    page.click(&format!("{} .repair", note("#body"))).await?;
    page.wait_until_gone("#body + gongkai-note").await?;
    assert_eq!(page.text("#second").await?, "联系人身份证号11*************02X，电话见附件");
    assert_ne!(page.run("return window.inputs;", vec![]).await?, before, "the editor hears of it");
    assert_eq!(page.text("#body p:first-child").await?, "招标公告");
    assert_eq!(
        elements(page).await?["zhao_biao_nei_rong"],
        json!("招标公告\n联系人身份证号11*************02X，电话见附件")
    );
    // The editor's own way back.
    page.focus("#body").await?;
    page.undo_in_editor().await?;
    page.wait_for(&format!("document.querySelector('#second').textContent.includes('{ID}')")).await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn editors_in_frames_are_read_and_mended() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = tender(
        r#"<div id="editor" data-gongkai-element="zhao_biao_nei_rong"><iframe id="frame" title="内容"></iframe>
           <textarea name="content" hidden></textarea></div>"#,
    );
    let _site = open(&browser, &body).await?;
    page.run(
        "const frame = document.querySelector('#frame'); const inner = frame.contentDocument;
         inner.designMode = 'on'; inner.body.innerHTML = '<p>公告&nbsp;一</p>';",
        vec![],
    )
    .await?;
    assert_eq!(elements(page).await?["zhao_biao_nei_rong"], json!("公告 一"));
    page.run("const frame = document.querySelector('#frame'); frame.contentWindow.focus(); frame.contentDocument.body.focus(); frame.contentWindow.getSelection().selectAllChildren(frame.contentDocument.body); frame.contentWindow.getSelection().collapseToEnd();", vec![]).await?;
    page.press(format!("，身份证号{ID}")).await?;
    page.wait_for(&format!(
        "document.querySelector('#frame').contentDocument.body.textContent.includes('{ID}')"
    ))
    .await?;
    page.click("#publish").await?;
    page.wait_for_text("#editor gongkai-note >>> .issues", "身份证号").await?;
    page.click("#editor gongkai-note >>> .repair").await?;
    page.wait_for(
        "document.querySelector('#frame').contentDocument.body.textContent.includes('11*************02X')",
    )
    .await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_field_is_judged_after_its_editor_has_written_into_it() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = tender(
        r#"<textarea id="content" name="content" hidden data-gongkai-element="zhao_biao_nei_rong"></textarea>
           <div id="pad" contenteditable="true" role="textbox" aria-label="内容"></div>"#,
    );
    let site = open(&browser, &body).await?;
    page.run(
        "const form = document.querySelector('#cms');
         form.addEventListener('submit', () => { form.elements.content.value = document.querySelector('#pad').innerHTML; });",
        vec![],
    )
    .await?;
    page.click("#publish").await?;
    page.wait_for_text("gongkai-check >>> .summary", "招标内容").await?;
    assert!(site.posted().is_empty());
    page.type_text("#pad", "1 & 2").await?;
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    let posted = &site.posted()[0].body;
    assert!(posted.contains("%26amp%3B"), "{posted}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn frameworks_notice_a_proposal_that_was_taken() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = tender(
        r#"<input id="sum" aria-label="金额" data-gongkai-element="zhao_biao_gu_suan_jin_e/amount">
           <input id="date" aria-label="日期" data-gongkai-element="/formed_on">
           <input id="who" aria-label="部门" data-gongkai-element="zhao_biao_shi_xiang_shen_he_huo_he_zhun_bu_men">"#,
    );
    let _site = open(&browser, &body).await?;
    // As React does it: a setter on the node remembers what scripts have set, and events that bring nothing new are
    // dropped.
    page.run_on(
        "#who",
        "const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
         let known = '';
         window.heard = [];
         Object.defineProperty(element, 'value', {
             configurable: true,
             get() { return get.call(this); },
             set(value) { known = value; set.call(this, value); },
         });
         document.addEventListener('input', event => {
             if (event.target !== element || get.call(element) === known) return;
             known = get.call(element);
             window.heard.push(known);
         });",
    )
    .await?;
    page.type_text("#who", " 市发改委 ").await?;
    page.press(Key::Tab).await?;
    page.find(&format!("{} .repair", note("#who"))).await?;
    page.click(&format!("{} .repair", note("#who"))).await?;
    page.wait_for("window.heard.at(-1) === '市发改委'").await?;
    assert_eq!(page.value("#who").await?, "市发改委");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_field_becomes_the_value_that_it_means() -> Result<()> {
    let browser = Browser::start().await?;
    let page = browser.page();
    let body = tender(
        r#"<textarea id="text" aria-label="内容" data-gongkai-element="zhao_biao_nei_rong"></textarea>
<fieldset><legend>范围</legend>
<label><input type="radio" name="scope" id="all" value="1" data-gongkai-element="zhao_biao_fan_wei">全部招标</label>
<label><input type="radio" name="scope" id="part" value="2">部分招标</label></fieldset>
<select id="form" aria-label="形式" data-gongkai-element="zhao_biao_zu_zhi_xing_shi"><option value="委托招标">委托</option>
<option value="自行招标">自行</option></select>
<select id="way" multiple aria-label="方式" data-gongkai-element="zhao_biao_fang_shi"><option>公开招标</option><option>邀请招标</option></select>
<input id="sum" aria-label="金额" data-gongkai-element="zhao_biao_gu_suan_jin_e/amount">
<select id="unit" aria-label="单位" data-gongkai-element="zhao_biao_gu_suan_jin_e/unit"><option value="">单位</option><option>元</option><option>亿元</option></select>
<input id="who" type="file" aria-label="附件" data-gongkai-element="/x-file">
<input id="day" type="date" aria-label="日期" data-gongkai-element="/formed_on">
<input id="at" aria-label="起" data-gongkai-element="/notice/start"><input id="to" aria-label="止" data-gongkai-element="/notice/end">
<select id="kind" aria-label="属性" data-gongkai-element="/attribute"><option value="0">主动公开</option><option value="1">依申请公开</option></select>
<input id="on" type="date" aria-label="公开日期" data-gongkai-element="/channels/0/published_on">
<input id="where" aria-label="渠道" data-gongkai-element="/channels/0/channel">"#,
    );
    let _site = open(&browser, &body).await?;
    page.type_text("#text", "第一行\n第二行").await?;
    page.click("#part").await?;
    page.click("#way option:nth-child(2)").await?;
    page.type_text("#sum", "1,200.50").await?;
    page.run("document.querySelector('#day').value = '2026-08-01'; document.querySelector('#on').value = '2026-08-02';", vec![])
        .await?;
    page.type_text("#at", "2026/8/3").await?;
    page.type_text("#to", "2026年8月9日").await?;
    page.type_text("#where", "政府网站").await?;
    let entry = page.property(CHECK, "value").await?;
    assert_eq!(
        entry["elements"],
        json!({
            "zhao_biao_nei_rong": "第一行\n第二行", "zhao_biao_fan_wei": "部分招标", "zhao_biao_zu_zhi_xing_shi": "委托招标",
            "zhao_biao_fang_shi": "邀请招标", "zhao_biao_gu_suan_jin_e": { "amount": "1200.50", "unit": "万元" },
        })
    );
    assert_eq!(entry["formed_on"], json!("2026-08-01"));
    assert_eq!(entry["notice"], json!({ "start": "2026-08-03", "end": "2026-08-09" }));
    assert_eq!(entry["attribute"], json!("proactive"));
    assert_eq!(entry["channels"], json!([{ "channel": "政府网站", "published_on": "2026-08-02" }]));
    // A radio button that means another value is chosen by its words.
    page.run_on("#kind", "element.value = '1';").await?;
    assert_eq!(page.property(CHECK, "value").await?["attribute"], json!("on-request"));
    Ok(())
}
