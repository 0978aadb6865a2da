//! What was typed is not lost: drafts in the browser, other windows, newer versions of the server, leaving the page.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::site::Site;
use gongkai_tests::widgets::{form_page, json_attribute, school, site};
use serde_json::{Value, json};

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const ADDRESS: &str = "/elements/xue_xiao_di_zhi";
const QUESTION: &str = "gongkai-form >>> .other-version";
const ALL: &str = "gongkai-form >>> .other-version > .row-actions button:first-child";
const NONE: &str = "gongkai-form >>> .other-version > .row-actions button:last-child";
const STORED: &str = "gongkai-draft/new/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";

async fn serve(attributes: &str) -> Result<Site> {
    let item = school()?;
    site(vec![
        ("/".to_owned(), form_page(item, attributes)),
        ("/elsewhere".to_owned(), gongkai_tests::widgets::page("")),
    ])
    .await
}

async fn stored(page: &Page) -> Result<Option<Value>> {
    let text = page.run("return localStorage.getItem(arguments[0]);", vec![json!(STORED)]).await?;
    text.as_str().map(serde_json::from_str).transpose().context("a draft is JSON")
}

/// Waits until the draft in the browser has this name of a school; `None`: until there is no draft.
async fn expect_stored(page: &Page, name: Option<&str>) -> Result<()> {
    page.until(&format!("the draft with {name:?}"), || async {
        let draft = stored(page).await?;
        let is_so = match (&draft, name) {
            (Some(draft), Some(name)) => draft["entry"]["elements"]["xue_xiao_ming_cheng"] == json!(name),
            (draft, None) => draft.is_none(),
            _ => false,
        };
        Ok(is_so.then_some(()))
    })
    .await
}

async fn expect_dirty(page: &Page, expected: bool) -> Result<()> {
    page.until(&format!("dirty = {expected}"), || async {
        Ok((page.property(FORM, "dirty").await? == json!(expected)).then_some(()))
    })
    .await
}

/// Whether the browser would ask before the page is left.
async fn would_ask(page: &Page) -> Result<bool> {
    let asked =
        page.run("return !dispatchEvent(new Event('beforeunload', { cancelable: true }));", vec![]).await?;
    Ok(asked == json!(true))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_offered_and_restored() -> Result<()> {
    let site = serve("draft-key=\"new\"").await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    // Left at once: what is not stored yet is stored on the way out.
    page.open(&site.url("/elsewhere")).await?;
    expect_stored(page, Some("甲校")).await?;

    page.open(&site.url("/")).await?;
    page.wait_for_text(QUESTION, "有一份尚未提交的草稿，保存于").await?;
    assert_eq!(page.value(&control(NAME)).await?, "");
    axe::expect_accessible(page).await?;
    page.screenshot("form-draft").await?;
    page.set_viewport(320, 720).await?;
    page.wait_for("document.documentElement.scrollWidth <= 320").await?;
    axe::expect_accessible(page).await?;
    page.set_viewport(1280, 900).await?;
    // Typing on before the answer writes nothing over the draft.
    page.type_text(&control(ADDRESS), "文化路").await?;
    page.open(&site.url("/elsewhere")).await?;
    expect_stored(page, Some("甲校")).await?;

    page.open(&site.url("/")).await?;
    page.click(ALL).await?;
    page.wait_until_gone(QUESTION).await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校");
    expect_dirty(page, true).await?;
    page.type_text(&control(NAME), "乙").await?;
    expect_stored(page, Some("甲校乙")).await?;
    // Restoring is a step like any other.
    page.run_on(FORM, "element.undo(); element.undo();").await?;
    page.until("the blank form", || async { Ok(page.value(&control(NAME)).await?.is_empty().then_some(())) })
        .await?;
    expect_stored(page, None).await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_discarded_draft_is_gone() -> Result<()> {
    let site = serve("draft-key=\"new\"").await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    expect_stored(page, Some("甲校")).await?;
    page.open(&site.url("/")).await?;
    page.click(NONE).await?;
    page.wait_until_gone(QUESTION).await?;
    assert_eq!(page.run("return localStorage.length;", vec![]).await?, json!(0));
    assert_eq!(page.focused().await?, "input#f-elements-xue_xiao_ming_cheng");
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    page.wait_until_gone(QUESTION).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_goes_with_the_submit_or_when_the_host_says_so() -> Result<()> {
    let item = school()?;
    let attributes = format!("draft-key=\"new\" {}", json_attribute("value", &item.example(TODAY)));
    let site = serve(&attributes).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.replace_text(&control(NAME), "甲校").await?;
    expect_stored(page, Some("甲校")).await?;
    assert!(would_ask(page).await?);
    page.click("#publish").await?;
    page.wait_for_text("h1", "已收到").await?;
    expect_stored(page, None).await?;

    // A host that sends by itself says when it has arrived.
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    page.run(
        "document.querySelector('form').addEventListener('submit', event => event.preventDefault());",
        vec![],
    )
    .await?;
    page.replace_text(&control(NAME), "乙校").await?;
    expect_stored(page, Some("乙校")).await?;
    page.click("#publish").await?;
    assert!(would_ask(page).await?, "nothing has arrived yet");
    expect_stored(page, Some("乙校")).await?;
    page.run_on(FORM, "element.clearDraft();").await?;
    expect_stored(page, None).await?;
    expect_dirty(page, false).await?;
    assert!(!would_ask(page).await?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_stored_unless_it_is_asked_for() -> Result<()> {
    let without = serve("").await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&without.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.open(&without.url("/elsewhere")).await?;
    assert_eq!(page.run("return localStorage.length;", vec![]).await?, json!(0));

    // Switched off, a draft from before goes too.
    let off = serve("draft-key=\"new\" draft=\"off\"").await?;
    page.open(&off.url("/elsewhere")).await?;
    let draft = json!({
        "format": "gongkai-draft/1", "edition": "1", "saved_at": 1, "until": 9e15, "entry": { "title": "旧" },
    });
    page.run("localStorage.setItem(...arguments);", vec![json!(STORED), json!(draft.to_string())]).await?;
    page.open(&off.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.open(&off.url("/elsewhere")).await?;
    assert_eq!(page.run("return localStorage.length;", vec![]).await?, json!(0));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn old_drafts_go_and_those_of_another_edition_are_named() -> Result<()> {
    let site = serve("draft-key=\"new\" draft-max-age=\"3\"").await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    expect_stored(page, Some("甲校")).await?;
    let mut draft = stored(page).await?.context("it was just there")?;
    let (saved_at, until) = (draft["saved_at"].as_u64(), draft["until"].as_u64());
    assert_eq!(until.zip(saved_at).map(|(until, saved_at)| until - saved_at), Some(3 * 86_400_000));

    page.open(&site.url("/elsewhere")).await?;
    draft["edition"] = json!("1999.1");
    let kept = draft.clone();
    draft["until"] = json!(saved_at);
    // The expired draft of another form of the site goes as well, and so does one that nobody can read.
    page.run(
        "localStorage.setItem(arguments[0], arguments[1]);
         localStorage.setItem('gongkai-draft/other', arguments[2]);
         localStorage.setItem('gongkai-draft/broken', '{');
         localStorage.setItem('of-the-host', 'stays');",
        vec![json!(STORED), json!(kept.to_string()), json!(draft.to_string())],
    )
    .await?;
    page.open(&site.url("/")).await?;
    page.wait_for_text(QUESTION, "按指引的另一版本填写").await?;
    let names = page.run("return Object.keys(localStorage).sort();", vec![]).await?;
    assert_eq!(names, json!([STORED, "of-the-host"]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_or_forbidden_storage_is_said_and_the_form_goes_on() -> Result<()> {
    let site = serve("draft-key=\"new\"").await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    page.run(
        "window.Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        vec![],
    )
    .await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.wait_for_text(&format!("{FORM} >>> .status[part=notice]"), "没有空间保存草稿").await?;
    page.type_text(&control(NAME), "乙").await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校乙");
    axe::expect_accessible(page).await?;

    // Browsers that forbid the storage throw as soon as a script asks for it.
    let bare = form_page(school()?, "draft-key=\"new\"")
        .replace("<script type=\"module\" src=\"/widgets/gongkai.js\"></script>", "");
    let site = gongkai_tests::widgets::site(vec![("/".to_owned(), bare)]).await?;
    page.open(&site.url("/")).await?;
    page.run(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
         document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/widgets/gongkai.js' }));",
        vec![],
    )
    .await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.wait_for_text(&format!("{FORM} >>> .status[part=notice]"), "浏览器不允许").await?;
    assert_eq!(page.property(FORM, "value").await?["title"], json!("甲校"));
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_on_one_draft_ask_before_either_loses() -> Result<()> {
    let site = serve("draft-key=\"new\"").await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    let first = page.session().window().await?;
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    let second = page.session().new_window().await?;
    page.session().switch_to_window(second.clone()).await?;
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    page.click(NONE).await?;
    page.type_text(&control(NAME), "乙校").await?;
    expect_stored(page, Some("乙校")).await?;

    page.session().switch_to_window(first.clone()).await?;
    page.wait_for_text(QUESTION, "另一个窗口修改了这份草稿，有2处不同").await?;
    page.wait_for_text(QUESTION, "另一窗口：乙校").await?;
    axe::expect_accessible(page).await?;
    page.screenshot("form-two-windows").await?;
    page.type_text(&control(ADDRESS), "文化路").await?;
    expect_stored(page, Some("乙校")).await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校");
    // Mine stays, and is the draft from now on.
    page.click(NONE).await?;
    expect_stored(page, Some("甲校")).await?;

    page.session().switch_to_window(second).await?;
    page.wait_for_text(QUESTION, "另一窗口：甲校").await?;
    page.click(ALL).await?;
    page.wait_until_gone(QUESTION).await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校");
    assert_eq!(page.value(&control(ADDRESS)).await?, "文化路");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_of_the_server_is_compared_element_by_element() -> Result<()> {
    let item = school()?;
    let mine = item.example(TODAY);
    let mut theirs = mine.clone();
    theirs["elements"]["xue_xiao_ming_cheng"] = json!("服务器校");
    theirs["elements"]["xue_xiao_di_zhi"] = json!("服务器路");
    theirs["summary"] = json!("新的摘要");
    let site = serve(&format!("version=\"3\" {}", json_attribute("value", &mine))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.replace_text(&control(NAME), "本地校").await?;
    page.run(
        "const form = document.querySelector('gongkai-form');
         window.resolved = [];
         form.addEventListener('gongkai-resolve', event => resolved.push(event.detail.entry));
         form.serverValue = arguments[0];",
        vec![theirs.clone()],
    )
    .await?;
    page.wait_for_text(QUESTION, "服务器上已有更新的版本，有3处不同").await?;
    page.wait_for_text(QUESTION, "本表单：本地校").await?;
    page.wait_for_text(QUESTION, "服务器：服务器校").await?;
    axe::expect_accessible(page).await?;
    page.screenshot("form-newer-version").await?;
    assert_eq!(page.value(&control(NAME)).await?, "本地校");

    let button = |name: &str, words: &str| format!("{QUESTION} [aria-label=\"{words} {name}\"]");
    page.click(&button("学校名称", "保留")).await?;
    page.wait_for_text(QUESTION, "有2处不同").await?;
    assert_eq!(page.focused().await?, "h2#other-server");
    page.click(&button("学校地址", "采用")).await?;
    page.wait_for_text(QUESTION, "有1处不同").await?;
    assert_eq!(page.value(&control(ADDRESS)).await?, "服务器路");
    page.click(ALL).await?;
    page.wait_until_gone(QUESTION).await?;
    page.wait_for("window.resolved.length === 1").await?;
    let resolved = page.run("return window.resolved[0];", vec![]).await?;
    let mut expected = theirs;
    expected["elements"]["xue_xiao_ming_cheng"] = json!("本地校");
    assert_eq!(resolved, expected);
    assert_eq!(page.property(FORM, "value").await?, expected);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_an_older_version_is_compared_when_it_is_restored() -> Result<()> {
    let item = school()?;
    let entry = item.example(TODAY);
    let mut newer = entry.clone();
    newer["elements"]["xue_xiao_di_zhi"] = json!("新地址");
    let attributes = |version: &str, entry: &Value| {
        format!("draft-key=\"new\" version=\"{version}\" {}", json_attribute("value", entry))
    };
    let site = site(vec![
        ("/3".to_owned(), form_page(item, &attributes("3", &entry))),
        ("/4".to_owned(), form_page(item, &attributes("4", &newer))),
    ])
    .await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/3")).await?;
    page.replace_text(&control(NAME), "甲校").await?;
    page.open(&site.url("/4")).await?;
    page.click(ALL).await?;
    page.wait_for_text(QUESTION, "服务器上已有更新的版本，有2处不同").await?;
    page.wait_for_text(QUESTION, "服务器：新地址").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_asks_only_while_something_would_be_lost() -> Result<()> {
    let item = school()?;
    let site = serve(&json_attribute("value", &item.example(TODAY))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&control(NAME)).await?;
    expect_dirty(page, false).await?;
    assert!(!would_ask(page).await?);
    page.replace_text(&control(NAME), "甲校").await?;
    expect_dirty(page, true).await?;
    assert!(would_ask(page).await?);
    page.run_on(FORM, "element.setAttribute('no-leave-guard', '');").await?;
    page.until("the silent guard", || async { Ok((!would_ask(page).await?).then_some(())) }).await?;
    page.run_on(FORM, "element.removeAttribute('no-leave-guard');").await?;
    page.until("the guard", || async { Ok(would_ask(page).await?.then_some(())) }).await?;
    // Moved about in the page, the entry is no safer than before.
    page.run("document.querySelector('main').append(document.querySelector('form'));", vec![]).await?;
    page.find(&control(NAME)).await?;
    expect_dirty(page, true).await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校");

    page.run("document.querySelector('form').reset();", vec![]).await?;
    expect_dirty(page, false).await?;
    assert!(!would_ask(page).await?);
    page.replace_text(&control(NAME), "乙校").await?;
    expect_dirty(page, true).await?;
    page.run_on(FORM, "element.value = element.value;").await?;
    expect_dirty(page, false).await?;
    page.replace_text(&control(NAME), "丙校").await?;
    page.click("#publish").await?;
    page.wait_for_text("h1", "已收到").await
}
