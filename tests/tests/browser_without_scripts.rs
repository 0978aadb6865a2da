//! The form that the demonstration draws itself: used without scripts, and until the element takes over.
#![cfg(feature = "browser")]

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::breaking::break_in;
use gongkai_tests::demo::Demo;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::page::Page;
use gongkai_tests::widgets::dist;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::Key;

const SCHOOLS: &str = "/admin/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
/// An item with documents, which are rows.
const DOCUMENTS: &str = "/admin/24-compulsory-education/gui-fan-xing-wen-jian";

/// The widgets, but with their entry script under another name: pages find none until they ask for it.
fn widgets_without_script() -> Result<TempDir> {
    let folder = TempDir::with_prefix("gongkai-widgets-")?;
    copy(&dist(), folder.path())?;
    for file in fs::read_dir(folder.path())? {
        let file = file?.path();
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if let Some(rest) = name.strip_prefix("gongkai.js") {
            fs::rename(&file, folder.path().join(format!("late.js{rest}")))?;
        }
    }
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{}; run `cargo xtask build`", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The script arrives.
async fn let_scripts_come(page: &Page) -> Result<()> {
    // By the page itself: what a driver imports is not everywhere part of it.
    page.run(
        "return new Promise(done => {
             const script = Object.assign(document.createElement('script'), { type: 'module', src: '/widgets/late.js' });
             script.addEventListener('load', () => done(null));
             document.head.append(script);
         });",
        vec![],
    )
    .await
    .map(drop)
}

/// The script and all that the form needs have arrived, and the page had the time to use them.
async fn all_has_come(page: &Page) -> Result<()> {
    // The module draws into this, and asks for the rest.
    page.find(&format!("{FORM} >>> [part=base]")).await?;
    page.wait_for(
        "['pack', 'calendar'].every((name) => performance.getEntriesByName(\
         new URL(document.querySelector('gongkai-form').getAttribute(name), document.baseURI).href)[0]?.responseEnd > 0)",
    )
    .await?;
    // Three frames: what was taken over by now is seen.
    page.wait_for(
        "window.frames_seen ??= 0, requestAnimationFrame(() => { window.frames_seen += 1; }), window.frames_seen > 2",
    )
    .await
}

/// The form of a new entry of an item, as it is without scripts.
async fn new_entry(item: &str) -> Result<(Browser, Demo, TempDir)> {
    let widgets = widgets_without_script()?;
    let demo = Demo::with_widgets(widgets.path())?;
    let browser = Browser::start().await?;
    demo.sign_in(browser.page()).await?;
    browser.page().open(&demo.url(&format!("{item}/new"))).await?;
    Ok((browser, demo, widgets))
}

fn field(key: &str) -> String {
    format!("[name='/elements/{key}']")
}

async fn count(page: &Page, selector: &str) -> Result<usize> {
    Ok(page.find_all(selector).await?.len())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_publishes_without_scripts() -> Result<()> {
    let (browser, demo, _widgets) = new_entry(SCHOOLS).await?;
    let page = browser.page();
    axe::expect_accessible(page).await.context("the empty form")?;
    page.screenshot("without-scripts-empty").await?;
    assert_eq!(count(page, ".issue").await?, 0, "nothing is wrong before anybody asks");

    // Enter in a field looks for faults and saves nothing.
    page.type_text(&field("xue_xiao_ming_cheng"), "示例县第三小学").await?;
    page.press(Key::Enter).await?;
    page.wait_for_text(".summary", "需要修改").await?;
    assert_eq!(page.value(&field("xue_xiao_ming_cheng")).await?, "示例县第三小学");
    axe::expect_accessible(page).await.context("the form with faults")?;
    page.screenshot("without-scripts-faults").await?;
    // Links of the summary lead to the controls.
    page.click(".summary a[href='#f-elements-xue_xiao_di_zhi']").await?;
    page.wait_for("document.querySelector(':target')?.name === '/elements/xue_xiao_di_zhi'").await?;

    page.type_text(&field("xue_xiao_di_zhi"), "示例县城关镇文化路8号").await?;
    page.click("#f-elements-ban_xue_ceng_ci-0").await?;
    page.run("document.querySelector(arguments[0]).value = '小学';", vec![json!(field("ban_xue_lei_xing"))])
        .await?;
    page.type_text(&field("ban_gong_dian_hua"), "7111").await?;
    page.type_text("[name='/formed_on']", "2026年9月1日").await?;
    page.click("button[value=publish]").await?;
    page.wait_for_text(".summary", "不是有效电话号码").await?;
    ensure!(
        page.text("[role=alert]").await?.contains("未能发布"),
        "the page says that nothing was published"
    );
    page.replace_text(&field("ban_gong_dian_hua"), "0736-7111111").await?;
    page.click("button[value=publish]").await?;
    page.wait_for_text(".flash", "已发布").await?;

    let id = page.run("return location.pathname.split('/').at(-1);", vec![]).await?;
    page.open(&demo.url(&format!("/entries/{}", id.as_str().context("an id")?))).await?;
    let public = page.text("main").await?;
    for words in ["示例县第三小学", "文化路8号", "0736-7111111", "2026年9月1日"] {
        ensure!(public.contains(words), "{words} is not public: {public}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_come_and_go_without_scripts() -> Result<()> {
    let (browser, _demo, _widgets) = new_entry(DOCUMENTS).await?;
    let page = browser.page();
    let key = page.run("return document.querySelector('.rows input').name.split('/')[2];", vec![]).await?;
    let path = format!("/elements/{}", key.as_str().context("a key")?);
    let title = |row: usize| format!("[name='{path}/{row}/title']");
    let rows = format!("{} > .rows", control_in_page(&path));

    page.type_text(&title(0), "甲").await?;
    page.click(&format!("{rows} > .add")).await?;
    page.find(&title(1)).await?;
    page.wait_for(&format!("document.activeElement.name === '{path}/1/title'")).await?;
    page.press("乙").await?;
    page.click(&format!("{}-1-up", control_in_page(&path))).await?;
    page.wait_for(&format!("document.querySelector(\"{}\")?.value === '乙'", title(0))).await?;
    assert_eq!(page.value(&title(1)).await?, "甲");
    page.click(&format!("{rows} > .row:nth-child(1) .remove")).await?;
    page.wait_for(&format!("!document.querySelector(\"{}\")", title(1))).await?;
    assert_eq!(page.value(&title(0)).await?, "甲");
    // What depends on a choice shows with it, by the style sheet.
    let proof = "[name='/channels/0/published_on']";
    let shown = format!("document.querySelector(\"{proof}\").checkVisibility()");
    let ticked = page.property("[name='/channels/0/channel']", "checked").await?;
    assert_eq!(page.run(&format!("return {shown};"), vec![]).await?, ticked);
    page.click("[name='/channels/0/channel']").await?;
    assert_eq!(page.run(&format!("return {shown};"), vec![]).await?, json!(ticked != json!(true)));
    page.click("[name='/nil/kind'][value='no-update']").await?;
    page.wait_for(&format!("!document.querySelector(\"{}\").checkVisibility()", title(0))).await?;
    page.wait_for("document.querySelector(\"[name='/nil/reason']\").checkVisibility()").await?;
    Ok(())
}

fn control_in_page(path: &str) -> String {
    format!("#f{}", path.replace('/', "-"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_element_takes_over_what_was_typed_and_where() -> Result<()> {
    let (browser, _demo, _widgets) = new_entry(SCHOOLS).await?;
    let page = browser.page();
    page.click("#f-elements-ban_xue_ceng_ci-0").await?;
    page.type_text(&field("xue_xiao_di_zhi"), "文化路").await?;
    page.focus(&field("xue_xiao_ming_cheng")).await?;
    page.press("第三").await?;
    page.compose("xiao'xue").await?;
    let_scripts_come(page).await?;
    // While an input method is at work, nothing is taken from under it, though it began before the script came.
    all_has_come(page).await?;
    assert!(
        page.find_all(&control("/elements/xue_xiao_ming_cheng")).await?.is_empty(),
        "taken over too early"
    );
    page.commit_composition("小学").await?;
    page.find(&control("/elements/xue_xiao_ming_cheng")).await?;
    assert_eq!(page.value(&control("/elements/xue_xiao_ming_cheng")).await?, "第三小学");
    assert_eq!(page.value(&control("/elements/xue_xiao_di_zhi")).await?, "文化路");
    assert_eq!(
        page.property(&format!("{}-0", control("/elements/ban_xue_ceng_ci")), "checked").await?,
        json!(true)
    );
    page.until("the focus where it was", || async {
        Ok((page.focused().await? == "input#f-elements-xue_xiao_ming_cheng").then_some(()))
    })
    .await?;
    page.press("校").await?;
    assert_eq!(
        page.value(&control("/elements/xue_xiao_ming_cheng")).await?,
        "第三小学校",
        "typing goes on where it was"
    );
    assert_eq!(page.property("gongkai-form", "dirty").await?, json!(true));

    // Only the element posts now.
    let names = page
        .run("return [...new FormData(document.querySelector('.entry-form')).keys()].sort();", vec![])
        .await?;
    assert_eq!(names, json!(["csrf", "entry", "version"]));
    page.click("button[value=draft]").await?;
    page.wait_for_text(".flash", "草稿已保存").await?;
    assert_eq!(page.value(&field("xue_xiao_ming_cheng")).await?, "第三小学校");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_comes_along_however_soon_the_form_is_drawn() -> Result<()> {
    let (browser, _demo, _widgets) = new_entry(SCHOOLS).await?;
    let page = browser.page();
    page.focus(&field("xue_xiao_ming_cheng")).await?;
    // Yew lets the browser have its turn after a while; by this clock that while is never over.
    page.run("const now = Date.now(); Date.now = () => now; return null;", vec![]).await?;
    let_scripts_come(page).await?;
    // Nothing is taken from under an editor until it is known that no input method is at work.
    page.press("第").await?;
    page.find(&control("/elements/xue_xiao_ming_cheng")).await?;
    page.until("the focus where it was", || async {
        Ok((page.focused().await? == "input#f-elements-xue_xiao_ming_cheng").then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_dirty_when_nothing_was_typed() -> Result<()> {
    let (browser, _demo, _widgets) = new_entry(SCHOOLS).await?;
    let page = browser.page();
    let height = height_of_form(page).await?;
    let_scripts_come(page).await?;
    page.find(&control("/elements/xue_xiao_ming_cheng")).await?;
    assert_eq!(page.property("gongkai-form", "dirty").await?, json!(false));
    // The page hardly moves: what differs are the buttons that only one of the two has.
    let now = height_of_form(page).await?;
    ensure!((now - height).abs() < height / 5.0, "{height} pixels of height became {now}");
    page.screenshot("without-scripts-taken-over").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_button_pressed_before_the_takeover_is_clicked() -> Result<()> {
    let (browser, _demo, _widgets) = new_entry(DOCUMENTS).await?;
    let page = browser.page();
    page.bring_to_rest("main .rows > .add").await?;
    let add = page.find("main .rows > .add").await?;
    page.session().action_chain().click_and_hold_element(&add).perform().await?;
    let_scripts_come(page).await?;
    all_has_come(page).await?;
    assert!(page.find_all(&format!("{FORM} >>> .rows")).await?.is_empty(), "taken over too early");
    page.session().action_chain().release().perform().await?;
    // The page comes back with one row more, and with the focus in it.
    page.wait_for("document.activeElement.name?.endsWith('/1/title')").await
}

async fn height_of_form(page: &Page) -> Result<f64> {
    let height = page
        .run("return document.querySelector('gongkai-form').getBoundingClientRect().height;", vec![])
        .await?;
    height.as_f64().context("a height")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_module_that_fails_hands_the_entry_back_to_the_server() -> Result<()> {
    let demo = Demo::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    demo.sign_in(page).await?;
    page.open(&demo.url(&format!("{SCHOOLS}/new"))).await?;
    page.type_text(&control("/elements/xue_xiao_ming_cheng"), "第三小学").await?;
    break_in(page, FORM).await?;
    page.type_text(&control("/elements/ban_gong_dian_hua"), "1").await?;
    page.press(Key::Tab).await?;
    page.wait_for_text(&format!("{FORM} >>> [role=alert]"), "没有丢失").await?;
    page.screenshot("without-scripts-handed-back").await?;
    page.click("button.check").await?;
    page.find(&control("/elements/xue_xiao_ming_cheng")).await?;
    assert_eq!(page.value(&control("/elements/xue_xiao_ming_cheng")).await?, "第三小学");
    assert_eq!(page.value(&control("/elements/ban_gong_dian_hua")).await?, "1");
    // The element shows what the server was asked to look for.
    page.wait_for_text(&format!("{FORM} >>> .summary"), "需要修改").await?;
    Ok(())
}
