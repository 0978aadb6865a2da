//! The browser harness itself, against a small page with a custom element made on the fly.
#![cfg(feature = "browser")]

use std::fs;

use anyhow::Result;
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::site::{Options, Site};
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::Key;

const PAGE: &str = r#"<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>测试页</title><script type="module" src="element.js"></script></head>
<body><main><h1>测试页</h1>
<form method="post" action="/posted"><x-field name="outer"></x-field><button>保存</button></form>
</main></body>
</html>"#;

/// A form-associated element with another one inside, as the widgets are built.
const ELEMENT: &str = r#"
class Field extends HTMLElement {
    static formAssociated = true;
    connectedCallback() {
        const internals = this.attachInternals();
        const root = this.attachShadow({ mode: "open" });
        root.innerHTML = `<label>名称 <input name="title"></label><p role="status"></p><x-inner></x-inner>`;
        const input = root.querySelector("input");
        const events = (window.seen = []);
        for (const type of ["compositionstart", "compositionupdate", "compositionend", "input"]) {
            input.addEventListener(type, event => {
                events.push(event.isComposing ? `${type}*` : type);
                root.querySelector("p").textContent = `${input.value.length} 字`;
                internals.setFormValue(input.value);
            });
        }
    }
}
class Inner extends HTMLElement {
    connectedCallback() {
        this.attachShadow({ mode: "open" }).innerHTML = `<input id="fine" aria-label="备注">`;
    }
}
customElements.define("x-inner", Inner);
customElements.define("x-field", Field);
"#;

const TITLE: &str = "x-field >>> input[name=title]";

/// Serves the page; the folder must outlive the site.
async fn site() -> Result<(Site, TempDir)> {
    let folder = TempDir::with_prefix("gongkai-page-")?;
    fs::write(folder.path().join("index.html"), PAGE)?;
    fs::write(folder.path().join("element.js"), ELEMENT)?;
    let folders = vec![("/".to_owned(), folder.path().to_path_buf())];
    let blocked = "<!doctype html><title>x</title><script>window.inline = true;</script>".to_owned();
    let pages = vec![("/blocked".to_owned(), blocked)];
    Ok((Site::start(Options { folders, pages, ..Options::default() }).await?, folder))
}

#[tokio::test(flavor = "multi_thread")]
async fn types_into_shadow_roots_and_posts_the_form() -> Result<()> {
    let (site, _folder) = site().await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;

    page.type_text(TITLE, "武陵区").await?;
    page.wait_for_text("x-field >>> p", "3 字").await?;
    page.replace_text(TITLE, "第一小学").await?;
    assert_eq!(page.value(TITLE).await?, "第一小学");

    page.press(Key::Tab).await?;
    assert_eq!(page.focused().await?, "input#fine");
    page.press_with(Key::Shift, Key::Tab).await?;
    assert_eq!(page.focused().await?, "input[name=title]");
    page.press(Key::Tab).await?;
    page.press("好").await?;
    assert_eq!(page.value("x-field >>> x-inner >>> #fine").await?, "好");
    assert!(page.find_all("x-field >>> .nothing").await?.is_empty());

    page.set_viewport(320, 600).await?;
    assert_eq!(page.run("return innerWidth;", Vec::new()).await?, json!(320));
    let picture = page.screenshot("harness").await?;
    assert!(fs::metadata(picture)?.len() > 1000);

    page.click("button").await?;
    page.wait_for_text("h1", "已收到").await?;
    let posted = site.posted();
    assert_eq!(posted.len(), 1);
    assert_eq!(posted[0].path, "/posted");
    assert_eq!(posted[0].body, "outer=%E7%AC%AC%E4%B8%80%E5%B0%8F%E5%AD%A6");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn composes_pinyin_before_the_characters() -> Result<()> {
    let (site, _folder) = site().await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;

    page.focus(TITLE).await?;
    for unfinished in ["x", "xue", "xue'xiao"] {
        page.compose(unfinished).await?;
        assert_eq!(page.value(TITLE).await?, unfinished);
    }
    page.commit_composition("学校").await?;
    assert_eq!(page.value(TITLE).await?, "学校");
    let seen = page.run("return window.seen;", Vec::new()).await?;
    let seen: Vec<String> = serde_json::from_value(seen)?;
    assert_eq!(seen.first().map(String::as_str), Some("compositionstart"), "{seen:?}");
    assert!(seen.contains(&"input*".to_owned()), "unfinished input says that it is composing: {seen:?}");
    assert!(seen.contains(&"compositionend".to_owned()), "{seen:?}");

    page.compose("bu'yao").await?;
    page.cancel_composition().await?;
    assert_eq!(page.value(TITLE).await?, "学校");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn finds_accessibility_faults_inside_shadow_roots() -> Result<()> {
    let (site, _folder) = site().await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find("x-field >>> x-inner >>> #fine").await?;
    axe::expect_accessible(page).await?;

    page.run_on("x-field >>> x-inner >>> #fine", "element.removeAttribute('aria-label');").await?;
    let violations = axe::violations(page, None).await?;
    assert_eq!(violations.len(), 1, "{violations:?}");
    assert_eq!(violations[0].id, "label");
    assert_eq!(violations[0].nodes[0].place(), "x-field >>> x-inner >>> #fine");
    let error = axe::expect_accessible(page).await.expect_err("the fault is still there").to_string();
    assert!(error.contains("label (critical)"), "{error}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sees_what_the_policy_refuses() -> Result<()> {
    let (site, _folder) = site().await?;
    let browser = Browser::start().await?;
    if !browser.has_console("the console, which every other test finds empty") {
        return Ok(());
    }
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(TITLE).await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());

    page.open(&site.url("/blocked")).await?;
    let errors = page.console_errors().await?;
    assert!(
        errors.iter().any(|error| error.replace('-', " ").contains("Content Security Policy")),
        "{errors:?}"
    );
    assert_eq!(page.run("return window.inline === undefined;", Vec::new()).await?, json!(true));
    Ok(())
}
