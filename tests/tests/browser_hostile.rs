//! Pages that make it hard: force in style sheets, patched built-ins, foreign roots and dialogs, translators.
#![cfg(feature = "browser")]

use anyhow::Result;
use gongkai_tests::axe;
use gongkai_tests::crowded::{all, make_a_mistake_and_mend_it, ready, site, with_head};
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::host_form::{SCHOOL_FIELDS, note, school_check};
use gongkai_tests::page::Page;
use gongkai_tests::widgets::page as around;
use serde_json::{Value, json};
use thirtyfour::Key;

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const PHONE: &str = "/elements/ban_gong_dian_hua";
/// How some parts of the elements look, as numbers and words that can be compared.
async fn look(page: &Page) -> Result<Value> {
    page.click("#publish").await?;
    page.find(&note("#dh")).await?;
    page.run(
        "const style = (host, selector) => {
             const element = selector ? document.querySelector(host).shadowRoot.querySelector(selector) : document.querySelector(host);
             const style = getComputedStyle(element);
             return ['display', 'visibility', 'color', 'fontSize', 'fontFamily', 'lineHeight', 'letterSpacing', 'textTransform', 'borderTopWidth', 'position', 'float', 'height']
                 .map(name => style[name]);
         };
         return [
             style('gongkai-form', '.label'), style('gongkai-form', 'input'), style('gongkai-form', 'h2'),
             style('gongkai-nav', '.domain button'), style('gongkai-check', '.state'), style('gongkai-check', '.summary'),
             style('gongkai-note', '.issue'), getComputedStyle(document.querySelector('gongkai-note')).display,
         ];",
        vec![],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_style_of_the_page_reaches_the_elements() -> Result<()> {
    let hostile = with_head(&all(), r#"<link rel="stylesheet" href="/hostile/reset.css">"#);
    let site = site(&[("/plain", around(&all())), ("/hostile", hostile)]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/plain")).await?;
    ready(page).await?;
    let plain = look(page).await?;
    page.open(&site.url("/hostile")).await?;
    ready(page).await?;
    assert_eq!(look(page).await?, plain);
    page.screenshot("hostile-styles").await?;
    let width = page.run_on("gongkai-note", "return element.getBoundingClientRect().width;").await?;
    assert!(width.as_f64().is_some_and(|width| width > 100.0), "{width}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn patched_built_ins_and_an_old_jquery_change_nothing() -> Result<()> {
    let head = r#"<script src="/jquery/jquery.js"></script><script src="/hostile/built-ins.js"></script>"#;
    let site = site(&[("/", with_head(&all(), head))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    ready(page).await?;
    let written = page.run("return jQuery.fn.jquery + written('a').length;", vec![]).await?;
    assert_eq!(written, json!("1.12.49"), "arrays are written as texts of texts");
    make_a_mistake_and_mend_it(page).await?;
    // Arrays go through properties although the page has its own idea of writing them.
    page.run_on(FORM, "const entry = element.value; entry.elements.ban_xue_ceng_ci = ['小学', '初中']; element.value = entry;").await?;
    page.wait_for("document.querySelector('gongkai-form').value.elements.ban_xue_ceng_ci?.[1] === '初中'")
        .await?;
    // What jQuery sets is read, and what jQuery listens to is told.
    page.run(
        "window.heard = 0; jQuery('#mc').on('change', () => { window.heard++; }).val(' 甲校 ');",
        vec![],
    )
    .await?;
    assert_eq!(
        page.property("gongkai-check", "value").await?["elements"]["xue_xiao_ming_cheng"],
        json!(" 甲校 ")
    );
    page.click("#publish").await?;
    page.click(&format!("{} .repair", note("#mc"))).await?;
    page.wait_for("window.heard > 0").await?;
    assert_eq!(page.value("#mc").await?, "甲校");
    // This jQuery tries inline handlers when it starts.
    let mut errors = page.console_errors().await?;
    errors.retain(|error| !error.contains("/jquery/jquery.js"));
    assert_eq!(errors, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_follow_the_base_of_the_page_and_links_stay_on_it() -> Result<()> {
    let body = all().replace("\"/widgets/packs", "\"packs").replace("\"/widgets/navigation", "\"navigation");
    let site = site(&[("/deep/page", with_head(&body, r#"<base href="/widgets/">"#))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/deep/page")).await?;
    ready(page).await?;
    make_a_mistake_and_mend_it(page).await?;
    page.click("#publish").await?;
    page.click("gongkai-check >>> .summary a").await?;
    page.click("#send").await?;
    page.click(&format!("{FORM} >>> .summary a")).await?;
    assert_eq!(page.run("return location.pathname;", vec![]).await?, json!("/deep/page"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn elements_work_in_a_foreign_shadow_root_and_in_a_dialog() -> Result<()> {
    let script = "<div id=outer></div><dialog id=dialog aria-label=对话></dialog>";
    let site = site(&[("/", around(script))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    let html = json!(all());
    page.run(
        "const root = document.querySelector('#outer').attachShadow({ mode: 'open' });
         root.append(document.createRange().createContextualFragment(arguments[0]));",
        vec![html.clone()],
    )
    .await?;
    let inside = |selector: &str| format!("#outer >>> {selector}");
    page.find(&inside("gongkai-check >>> .state")).await?;
    page.type_text(&inside(&control(NAME)), "甲校").await?;
    page.type_text(&inside("#dh"), "12").await?;
    page.press(Key::Tab).await?;
    page.find(&inside(&note("#dh"))).await?;
    page.click(&inside("#publish")).await?;
    page.find(&inside("gongkai-check >>> .summary")).await?;
    assert!(site.posted().is_empty());
    page.run("document.querySelector('#outer').remove();", vec![]).await?;

    page.run(
        "const dialog = document.querySelector('#dialog');
         dialog.append(document.createRange().createContextualFragment(arguments[0]));
         dialog.showModal();",
        vec![html],
    )
    .await?;
    ready(page).await?;
    make_a_mistake_and_mend_it(page).await?;
    axe::expect_accessible(page).await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_page_from_right_to_left_the_words_read_from_left_to_right() -> Result<()> {
    let html = around(&all()).replace("<html ", "<html dir=\"rtl\" ");
    let site = site(&[("/", html)]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    ready(page).await?;
    make_a_mistake_and_mend_it(page).await?;
    page.click("#publish").await?;
    page.find(&note("#mc")).await?;
    for (host, inner) in [("gongkai-form", ".label"), ("gongkai-nav", "label"), ("gongkai-note", ".issue")] {
        let direction = page
            .run_on(&format!("{host} >>> {inner}"), "return getComputedStyle(element).direction;")
            .await?;
        assert_eq!(direction, json!("ltr"), "{host}");
    }
    page.screenshot("hostile-rtl").await?;
    let is_wide = page.run("return document.documentElement.scrollWidth > innerWidth;", vec![]).await?;
    assert_eq!(is_wide, json!(false));
    Ok(())
}

/// As the browser's translator: each text goes into two `<font>` elements, and what comes later too.
const TRANSLATE: &str = "
    const translate = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            if (!text.data.trim() || text.parentNode.closest?.('font,script,style,textarea,option')) continue;
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            outer.append(inner);
            inner.append('«' + text.data + '»');
            text.replaceWith(outer);
        }
    };
    const everywhere = root => {
        translate(root);
        for (const element of root.querySelectorAll('*')) if (element.shadowRoot) everywhere(element.shadowRoot);
    };
    everywhere(document.body);";

#[tokio::test(flavor = "multi_thread")]
async fn a_translator_that_puts_texts_elsewhere_breaks_nothing() -> Result<()> {
    let site = site(&[("/", around(&all()))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    ready(page).await?;
    page.run(TRANSLATE, vec![]).await?;
    page.wait_for_text(&format!("{FORM} >>> [data-path=\"{NAME}\"] .label"), "«").await?;
    make_a_mistake_and_mend_it(page).await?;
    page.run(TRANSLATE, vec![]).await?;
    // Everything that draws anew: issues, summaries, rows, an opened domain, a changed count.
    page.click("#publish").await?;
    page.click("#send").await?;
    page.find(&format!("{FORM} >>> .summary")).await?;
    page.run(TRANSLATE, vec![]).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.replace_text(&control(PHONE), "12").await?;
    page.press(Key::Tab).await?;
    page.run(TRANSLATE, vec![]).await?;
    page.replace_text(&control(PHONE), "0736-7111111").await?;
    page.press(Key::Tab).await?;
    page.wait_until_gone(&format!("{FORM} >>> [data-path=\"{PHONE}\"] .issue")).await?;
    page.type_text("#mc", "甲校").await?;
    page.wait_until_gone("#mc + gongkai-note").await?;
    page.replace_text("gongkai-nav >>> #filter", "zsjh").await?;
    page.wait_for_text("gongkai-nav >>> .found", "找到").await?;
    page.press(Key::Escape).await?;
    page.click("gongkai-nav >>> .domain:nth-child(3) button").await?;
    page.find("gongkai-nav >>> .categories").await?;
    // What is said now is the state of now, not a translation of what was.
    let said = page.text("gongkai-check >>> .summary h2").await?;
    page.type_text("#dz", "武陵大道1号").await?;
    page.until("another count", || async {
        Ok((page.text("gongkai-check >>> .summary h2").await? != said).then_some(()))
    })
    .await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_keep_out_of_labels_and_rows_and_fit_the_smallest_screen() -> Result<()> {
    let fields = SCHOOL_FIELDS
        .replace(r#"<p><label for="mc">名称</label>"#, r#"<p class="row"><label for="mc">名称</label>"#);
    let body = format!("<form id=cms method=post action=/posted>{}{fields}</form>", school_check(""));
    let site = site(&[("/", around(&body))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find("gongkai-check >>> .state").await?;
    page.run_on(".row", "element.style.display = 'flex';").await?;
    page.set_viewport(320, 700).await?;
    page.click("#publish").await?;
    page.find(&note(".row")).await?;
    page.find(&note("label")).await?;
    assert!(page.find_all("label gongkai-note").await?.is_empty());
    let is_wide = page.run("return document.documentElement.scrollWidth > 320;", vec![]).await?;
    assert_eq!(is_wide, json!(false));
    axe::expect_accessible(page).await
}
