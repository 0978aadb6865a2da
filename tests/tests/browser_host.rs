//! What a host puts in place of parts of the form: its own field, its own editors, its own store of files.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use gongkai_tests::widgets::{bound_page, form_page, posted_entry, school, site};
use serde_json::{Value, json};
use thirtyfour::Key;

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const PHONE: &str = "/elements/ban_gong_dian_hua";

#[tokio::test(flavor = "multi_thread")]
async fn the_element_takes_the_place_of_a_field_elsewhere_in_the_page() -> Result<()> {
    let item = school()?;
    let mut entry = item.example(TODAY);
    entry["elements"]["ban_gong_dian_hua"] = json!("1");
    let site = site(vec![("/".to_owned(), bound_page(FORM, &entry.to_string()))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    assert_eq!(page.value(&control(NAME)).await?, "示例：学校名称");
    assert!(!page.is_seen("#json").await? && !page.is_seen("label").await?);
    assert_eq!(page.value("#json").await?, entry.to_string(), "untouched until something changes");
    axe::expect_accessible(page).await?;
    page.run(
        "window.heard = [];
         for (const type of ['input', 'change']) document.querySelector('#json').addEventListener(type, event => heard.push(event.type));",
        vec![],
    )
    .await?;

    // The form of that field may not be submitted, and the focus goes to what is wrong.
    page.click("#publish").await?;
    page.wait_for_text(&format!("{FORM} >>> .summary"), "不是有效电话号码").await?;
    assert_eq!(page.focused().await?, "input#f-elements-ban_gong_dian_hua");
    assert!(site.posted().is_empty());
    page.replace_text(&control(PHONE), "0736-7111111").await?;
    page.press(Key::Tab).await?;
    page.wait_for("heard.includes('input') && heard.at(-1) === 'change'").await?;
    let written: Value = serde_json::from_str(&page.value("#json").await?)?;
    assert_eq!(written["elements"]["ban_gong_dian_hua"], json!("0736-7111111"));
    assert_eq!(written, page.property(FORM, "value").await?);

    // Resetting that form goes back to what the field began with.
    page.run("document.querySelector('#host').reset();", vec![]).await?;
    page.until("the first number", || async {
        Ok((page.value(&control(PHONE)).await? == "1").then_some(()))
    })
    .await?;
    page.replace_text(&control(PHONE), "0736-7222222").await?;
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?["elements"]["ban_gong_dian_hua"], json!("0736-7222222"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_stays_as_it_is_when_the_element_cannot_take_its_place() -> Result<()> {
    let site = site(vec![
        (
            "/no-pack".to_owned(),
            bound_page(FORM, "{\"title\":\"甲\"}").replace("24-compulsory-education", "nowhere"),
        ),
        ("/no-entry".to_owned(), bound_page(FORM, "写到一半")),
        (
            "/no-field".to_owned(),
            bound_page(FORM, "{}")
                .replace("id=\"json\"", "id=\"x\"")
                .replace("for=\"json\">条目", "for=\"x\">条目"),
        ),
    ])
    .await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    for (path, field, content, reason) in [
        ("/no-pack", "#json", "{\"title\":\"甲\"}", "404"),
        ("/no-entry", "#json", "写到一半", "不是JSON格式的条目"),
        ("/no-field", "#x", "{}", "没有id为“json”的输入框"),
    ] {
        page.open(&site.url(path)).await?;
        page.wait_for_text(&format!("{FORM} >>> [role=alert]"), reason).await?;
        assert!(page.is_seen(field).await?, "{path}");
        assert_eq!(page.value(field).await?, content);
        axe::expect_accessible(page).await?;
    }
    page.open(&site.url("/no-entry")).await?;
    page.find(&format!("{FORM} >>> [role=alert]")).await?;
    page.replace_text("#json", "{\"kept\":true}").await?;
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?, json!({ "kept": true }));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_is_given_back_when_the_element_goes() -> Result<()> {
    let site = site(vec![("/".to_owned(), bound_page(FORM, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.run_on(FORM, "element.remove();").await?;
    assert!(page.is_seen("#json").await? && page.is_seen("label").await?);
    let kept: Value = serde_json::from_str(&page.value("#json").await?)?;
    assert_eq!(kept["title"], json!("甲校"));
    assert_eq!(page.run_on("#json", "return element.checkValidity();").await?, json!(true));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_puts_its_own_editor_in_place_of_a_field() -> Result<()> {
    let item = school()?;
    let html = form_page(item, "").replace(
        "<textarea name=\"entry\"",
        "<textarea slot=\"field:xue_xiao_di_zhi\" id=\"own\" name=\"own\" rows=\"2\"></textarea><textarea name=\"entry\"",
    );
    let site = site(vec![("/".to_owned(), html)]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    let field = format!("{FORM} >>> fieldset[data-path=\"/elements/xue_xiao_di_zhi\"]");
    page.wait_for_text(&field, "学校地址").await?;
    assert!(page.is_seen("#own").await?);
    assert_eq!(page.property("#own", "disabled").await?, json!(false));
    assert_eq!(page.property("#own", "ariaLabel").await?, json!("学校地址"));
    axe::expect_accessible(page).await?;

    page.type_text("#own", "文化路").await?;
    page.until("the address in the entry", || async {
        let entry = page.property(FORM, "value").await?;
        Ok((entry["elements"]["xue_xiao_di_zhi"] == json!("文化路")).then_some(()))
    })
    .await?;
    // Its own undo is its own affair; that of the form reaches it too.
    page.run_on(FORM, "element.undo();").await?;
    page.until("the blank editor", || async { Ok(page.value("#own").await?.is_empty().then_some(())) })
        .await?;
    page.run_on(FORM, "element.setValue('/elements/xue_xiao_di_zhi', '解放路');").await?;
    page.until("the value in the editor", || async {
        Ok((page.value("#own").await? == "解放路").then_some(()))
    })
    .await?;
    // Issues stand in the form and are told with the editor.
    page.replace_text("#own", "<b>路</b>").await?;
    page.press(Key::Tab).await?;
    page.wait_for_text(&format!("{field} .issue"), "含有网页代码").await?;
    let described = page.property("#own", "ariaDescription").await?;
    let described = described.as_str().context("the issue")?;
    assert!(page.text(&format!("{field} .issues")).await?.contains(described), "{described}");
    axe::expect_accessible(page).await?;
    page.screenshot("form-slotted").await?;
    // Taken out again, the form's own control is back.
    page.run_on("#own", "element.remove();").await?;
    page.find(&control("/elements/xue_xiao_di_zhi")).await?;
    assert_eq!(page.value(&control("/elements/xue_xiao_di_zhi")).await?, "<b>路</b>");

    // One that comes later, without bubbling events and with a name of its own.
    page.run_on(
        FORM,
        "const own = document.createElement('input');
         own.slot = 'field:xue_xiao_ming_cheng'; own.id = 'late'; own.ariaLabel = '校名';
         element.append(own);",
    )
    .await?;
    page.run_on("#late", "element.value = '丙校'; element.dispatchEvent(new Event('change'));").await?;
    page.until("the name in the entry", || async {
        let entry = page.property(FORM, "value").await?;
        Ok((entry["elements"]["xue_xiao_ming_cheng"] == json!("丙校")).then_some(()))
    })
    .await?;
    assert_eq!(page.property("#late", "ariaLabel").await?, json!("校名"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn files_go_to_the_host_and_come_back_as_links() -> Result<()> {
    let item = gongkai::pack("24").and_then(|pack| pack.item("cai-wu-xin-xi")).context("shipped")?;
    let path = "/elements/cai_wu_guan_li_ji_jian_du_ban_fa";
    let plain = form_page(item, "");
    let site = site(vec![("/".to_owned(), form_page(item, "upload")), ("/plain".to_owned(), plain)]).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("财务管理办法.pdf");
    std::fs::write(&file, "%PDF")?;
    let file = file.to_str().context("a name that can be typed")?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/plain")).await?;
    page.find(&control(path)).await?;
    assert!(page.find_all(&format!("{FORM} >>> [type=file]")).await?.is_empty());

    page.open(&site.url("/")).await?;
    let chooser = control(&format!("{path}/0-file"));
    let field = control(path);
    page.find(&chooser).await?;
    axe::expect_accessible(page).await?;
    // Nobody listens.
    page.find(&chooser).await?.send_keys(file).await?;
    page.wait_for_text(&field, "“财务管理办法.pdf”上传失败：网站没有接收文件").await?;
    page.run(
        "document.addEventListener('gongkai-upload', event => {
             const { path, file, respondWith, progress } = event.detail;
             window.offered = [path, file.name];
             respondWith(new Promise((...both) => { [window.arrived, window.lost] = both; window.progress = progress; }));
         });",
        vec![],
    )
    .await?;
    page.click(&format!("{field} .repair")).await?;
    page.wait_for_text(&field, "正在上传“财务管理办法.pdf”…").await?;
    page.wait_for("window.progress").await?;
    assert_eq!(
        page.run("return window.offered;", vec![]).await?,
        json!([format!("{path}/0"), "财务管理办法.pdf"])
    );
    page.run("window.progress(0.4);", vec![]).await?;
    page.wait_for(&format!(
        "document.querySelector('{FORM}').shadowRoot.querySelector('progress')?.value === 40"
    ))
    .await?;
    axe::expect_accessible(page).await?;
    page.run("window.lost(new Error('文件太大'));", vec![]).await?;
    page.wait_for_text(&field, "上传失败：文件太大").await?;
    axe::expect_accessible(page).await?;
    page.screenshot("form-upload").await?;
    page.run("window.offered = null;", vec![]).await?;
    page.click(&format!("{field} .repair")).await?;
    page.wait_for("window.offered").await?;
    page.run("window.arrived({ link: 'https://example.gov.cn/1.pdf' });", vec![]).await?;
    page.until("the link", || async {
        Ok((page.value(&control(&format!("{path}/0/link"))).await? == "https://example.gov.cn/1.pdf")
            .then_some(()))
    })
    .await?;
    let entry = page.property(FORM, "value").await?;
    assert_eq!(
        entry.pointer(path),
        Some(&json!([{ "link": "https://example.gov.cn/1.pdf", "title": "财务管理办法" }]))
    );
    assert!(page.focused().await?.ends_with("-0-link"));
    // One step back takes both out again.
    page.press_with(Key::Control, "z").await?;
    page.until("nothing", || async {
        Ok(page.property(FORM, "value").await?.pointer(path).is_none().then_some(()))
    })
    .await
}
