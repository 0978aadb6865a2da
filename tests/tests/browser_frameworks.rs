//! Pages built with what governments' sites are built with: style frameworks, frames under one domain.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_tests::axe;
use gongkai_tests::crowded::{all, make_a_mistake_and_mend_it, ready, site, site_with, with_head};
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::page::Page;
use gongkai_tests::site::Options;
use gongkai_tests::widgets::page as around;
use serde_json::{Value, json};

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const STYLES: [&str; 4] = [
    "/bootstrap2/bootstrap.css",
    "/bootstrap2/bootstrap-responsive.css",
    "/bootstrap3/bootstrap.css",
    "/bootstrap5/bootstrap.css",
];

/// How what is inside of the elements looks, on a page of a certain size of text.
async fn inner_look(page: &Page) -> Result<Value> {
    page.run(
        "const style = (host, selector) => {
             const style = getComputedStyle(document.querySelector(host).shadowRoot.querySelector(selector));
             return ['display', 'color', 'fontSize', 'fontFamily', 'fontWeight', 'lineHeight', 'borderTopWidth', 'borderRadius', 'height', 'paddingLeft', 'marginBottom', 'boxShadow']
                 .map(name => style[name]);
         };
         return [
             style('gongkai-form', '.label'), style('gongkai-form', 'input'), style('gongkai-form', 'select'),
             style('gongkai-form', 'h2'), style('gongkai-form', 'fieldset'), style('gongkai-form', 'legend'),
             style('gongkai-nav', '.domain button'), style('gongkai-nav', 'label'), style('gongkai-check', '.state'),
         ];",
        vec![],
    )
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn style_frameworks_leave_the_elements_as_they_are() -> Result<()> {
    let mut pages = vec![("/plain", around(&all()))];
    let head = |style: &str| {
        let other = if style.ends_with("responsive.css") {
            r#"<link rel="stylesheet" href="/bootstrap2/bootstrap.css">"#
        } else {
            ""
        };
        format!(r#"{other}<link rel="stylesheet" href="{style}">"#)
    };
    // The classes that templates put on such fields.
    let body = all()
        .replace("<input id=\"mc\"", "<input class=\"form-control input-xlarge span6\" id=\"mc\"")
        .replace("<gongkai-form ", "<gongkai-form class=\"form-horizontal well container row\" ")
        .replace("<gongkai-nav ", "<gongkai-nav class=\"nav navbar\" ");
    for style in STYLES {
        pages
            .push((style.split_once(".css").map_or(style, |(name, _)| name), with_head(&body, &head(style))));
    }
    let addresses: Vec<&str> = pages.iter().map(|(address, _)| *address).collect();
    let site = site(&pages).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    let mut plain = Value::Null;
    for address in addresses {
        page.open(&site.url(address)).await?;
        ready(page).await?;
        let look = inner_look(page).await?;
        if plain.is_null() {
            plain = look;
            continue;
        }
        let has_style = page
            .run("return [...document.styleSheets].every(sheet => sheet.cssRules.length > 5);", vec![])
            .await?;
        assert_eq!(has_style, json!(true), "{address}: the framework is there");
        assert_eq!(look, plain, "{address}");
        make_a_mistake_and_mend_it(page).await?;
        page.click("#send").await?;
        page.find(&format!("{FORM} >>> .summary")).await?;
        for element in ["gongkai-form", "gongkai-nav", "gongkai-check"] {
            axe::expect_accessible_in(page, element)
                .await
                .with_context(|| format!("{element} in {address}"))?;
        }
        page.screenshot(&format!("framework{}", address.replace('/', "-"))).await?;
    }
    Ok(())
}

/// Old sites put editor and shell on hosts of their own and let them talk under the domain that they share.
#[tokio::test(flavor = "multi_thread")]
async fn frames_of_two_hosts_talk_under_the_domain_that_they_share() -> Result<()> {
    let domain = "<script>document.domain = 'county.localhost';</script>";
    let outer = "<iframe id=frame title=编辑 width=1000 height=600></iframe>
        <script>document.querySelector('#frame').src = location.href.replace('shell.', 'editor.').replace('outer', 'inner');</script>";
    let options = Options {
        policy: Some(String::new()),
        // Browsers forget the old rule where a page does not ask for it.
        headers: vec![("Origin-Agent-Cluster".to_owned(), "?0".to_owned())],
        ..Options::default()
    };
    let pages =
        [("/outer", with_head(&format!("{}{outer}", all()), domain)), ("/inner", with_head(&all(), domain))];
    let site = site_with(&pages, options).await?;
    let browser = Browser::start().await?;
    if !browser.finds_names_below_localhost("two hosts of one domain") {
        return Ok(());
    }
    let page = browser.page();
    let address = site.url("/outer").replace("127.0.0.1", "shell.county.localhost");
    page.open(&address).await?;
    ready(page).await?;
    make_a_mistake_and_mend_it(page).await?;

    // The shell hands the editor an entry and hears what is typed there.
    let form = "document.querySelector('#frame').contentDocument?.querySelector('gongkai-form')";
    page.wait_for(&format!("{form}?.value")).await?;
    assert_eq!(
        page.run(
            "return document.querySelector('#frame').contentWindow.location.host.split('.')[0];",
            vec![]
        )
        .await?,
        json!("editor")
    );
    page.run(
        &format!(
            "window.heard = []; const form = {form};
             form.addEventListener('gongkai-input', event => heard.push(event.detail.elements.xue_xiao_ming_cheng));
             const entry = form.value; entry.elements.ban_xue_ceng_ci = ['小学', '初中']; form.value = entry;"
        ),
        vec![],
    )
    .await?;
    page.wait_for(&format!("{form}.value.elements.ban_xue_ceng_ci?.[1] === '初中'")).await?;
    page.session().enter_frame(0).await?;
    ready(page).await?;
    make_a_mistake_and_mend_it(page).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.session().enter_default_frame().await?;
    page.wait_for("window.heard.at(-1) === '甲校'").await?;
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}
