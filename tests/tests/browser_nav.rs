//! The menu: opening, filtering, the page shown, and what happens when it cannot be had.
#![cfg(feature = "browser")]

use anyhow::Result;
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{page as around, site};
use serde_json::json;
use thirtyfour::Key;

const NAV: &str = "gongkai-nav >>>";
const MENU: &str = r#"<gongkai-nav src="/widgets/navigation.json" href-template="/d/{domain}/{item}"
    current="24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu"><a href="/plain">全部领域</a></gongkai-nav>"#;

/// The links as they are shown, read at one moment: the menu is drawn anew while something is found.
async fn links(page: &Page) -> Result<Vec<String>> {
    let links = page
        .run(
            "return [...document.querySelector('gongkai-nav').shadowRoot.querySelectorAll('a')].map(link => link.innerText);",
            vec![],
        )
        .await?;
    Ok(serde_json::from_value(links)?)
}

async fn filter(page: &Page, typed: &str) -> Result<Vec<String>> {
    page.replace_text(&format!("{NAV} #filter"), typed).await?;
    page.find(&format!("{NAV} .found:not(:empty)")).await?;
    links(page).await
}

#[tokio::test(flavor = "multi_thread")]
async fn items_are_found_by_characters_pinyin_and_initials() -> Result<()> {
    let site = site(vec![("/".to_owned(), around(MENU))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&format!("{NAV} a[aria-current=page]")).await?;
    assert_eq!(page.text(&format!("{NAV} a[aria-current=page]")).await?, "义务教育学校名录");
    assert_eq!(page.find_all(&format!("{NAV} .domain")).await?.len(), 26);
    axe::expect_accessible(page).await?;

    for typed in ["学校名录", "xuexiaominglu", "xue xiao ming lu", "xxml", "ｘｘｍｌ", "XueXiaoML"] {
        let found = filter(page, typed).await?;
        assert!(found.contains(&"义务教育学校名录".to_owned()), "{typed} finds {found:?}");
    }
    let first = filter(page, "ywjy").await?;
    assert_eq!(first.len(), 19, "the domain with its 18 items, and one item that is read the same");
    assert_eq!(
        page.text(&format!("{NAV} .domain button span")).await?,
        "义务教育",
        "the domain that is meant comes first"
    );
    axe::expect_accessible(page).await?;
    assert!(filter(page, "qqqq").await?.is_empty());
    assert_eq!(page.text(&format!("{NAV} .found")).await?, "没有找到相符的事项");

    page.press(Key::Escape).await?;
    page.wait_until_gone(&format!("{NAV} .found:not(:empty)")).await?;
    assert_eq!(page.value(&format!("{NAV} #filter")).await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_filter_waits_for_an_input_method() -> Result<()> {
    let site = site(vec![("/".to_owned(), around(MENU))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&format!("{NAV} #filter")).await?;
    page.focus(&format!("{NAV} #filter")).await?;
    page.compose("yi'liao").await?;
    assert_eq!(page.value(&format!("{NAV} #filter")).await?, "yi'liao");
    assert_eq!(page.text(&format!("{NAV} .found")).await?, "", "unfinished pinyin filters nothing");
    page.commit_composition("医疗卫生").await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到24个事项").await
}

#[tokio::test(flavor = "multi_thread")]
async fn domains_open_and_close_by_keyboard() -> Result<()> {
    let site = site(vec![("/".to_owned(), around(MENU))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    let first = format!("{NAV} .domain button");
    page.find(&first).await?;
    page.focus(&first).await?;
    page.press(Key::Enter).await?;
    page.find(&format!("{NAV} .domain:first-child a")).await?;
    assert_eq!(page.property(&first, "ariaExpanded").await?, json!("true"));
    page.press(Key::Tab).await?;
    let href = page
        .run("return document.activeElement.shadowRoot.activeElement.getAttribute('href');", vec![])
        .await?;
    assert_eq!(href, json!("/d/01-spatial-planning/fa-gui-wen-jian"));
    page.focus(&first).await?;
    page.press(" ").await?;
    page.wait_until_gone(&format!("{NAV} .domain:first-child a")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_data_the_plain_links_stay() -> Result<()> {
    let body = MENU.replace("navigation.json", "nowhere.json");
    let site = site(vec![("/".to_owned(), around(&body))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.wait_for_text(&format!("{NAV} [role=alert]"), "404").await?;
    assert_eq!(page.text("gongkai-nav a").await?, "全部领域");
    assert!(page.find("gongkai-nav a").await?.is_displayed().await?);
    Ok(())
}
