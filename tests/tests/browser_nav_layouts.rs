//! The menu as a list, as a bar and as a tree: by keyboard, on phones, and with pages that route by themselves.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{page as around, site};
use serde_json::{Value, json};
use thirtyfour::Key;

const NAV: &str = "gongkai-nav >>>";
const SCHOOLS: &str = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
const LAYOUTS: [&str; 3] = ["sidebar", "horizontal", "tree"];

fn menu(layout: &str) -> String {
    around(&format!(
        r#"<gongkai-nav src="/widgets/navigation.json" href-template="/d/{{domain}}/{{item}}" layout="{layout}"
        axes="domain department" current="{SCHOOLS}"><a href="/plain">全部领域</a></gongkai-nav>"#
    ))
}

fn pages() -> Vec<(String, String)> {
    LAYOUTS.iter().map(|layout| (format!("/{layout}"), menu(layout))).collect()
}

/// The name of what has the focus inside of the menu.
async fn focused(page: &Page) -> Result<String> {
    let script = "const focused = document.activeElement?.shadowRoot?.activeElement;
        return focused?.id || focused?.querySelector('.name')?.textContent || '';";
    Ok(page.run(script, Vec::new()).await?.as_str().unwrap_or_default().to_owned())
}

async fn expect_focus(page: &Page, name: &str) -> Result<()> {
    page.until(&format!("focus on {name}"), || async {
        let focused = focused(page).await?;
        if focused == name { Ok(Some(())) } else { anyhow::bail!("the focus is on {focused:?}") }
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_layout_is_accessible_and_fits_a_phone() -> Result<()> {
    let site = site(pages()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    for layout in LAYOUTS {
        for width in [1280, 320] {
            page.set_viewport(width, 900).await?;
            page.open(&site.url(&format!("/{layout}"))).await?;
            page.find(&format!("{NAV} #filter")).await?;
            if layout == "horizontal" {
                page.click(&format!("{NAV} .domain:nth-child(24) > button")).await?;
            }
            page.find(&format!("{NAV} a[aria-current=page]")).await?;
            let states = json!({
                SCHOOLS: { "count": 36, "state": "complete" },
                "24-compulsory-education/zhao-sheng-zheng-ce": { "count": 2, "state": "late" },
                "24-compulsory-education/zhao-sheng-ji-hua": { "count": 0, "state": "blank" },
                "24-compulsory-education/jiao-yu-fa-lv": { "count": 0, "state": "nil" },
            });
            page.run("document.querySelector('gongkai-nav').states = arguments[0];", vec![states]).await?;
            page.find(&format!("{NAV} .state.late")).await?;
            axe::expect_accessible(page).await?;
            page.screenshot(&format!("nav-{layout}-{width}")).await?;
            page.expect_no_sideways_scroll().await.with_context(|| format!("{layout} at {width}"))?;
            page.replace_text(&format!("{NAV} #filter"), "上学").await?;
            page.find(&format!("{NAV} mark")).await?;
            axe::expect_accessible(page).await?;
            page.screenshot(&format!("nav-{layout}-{width}-found")).await?;
            page.expect_no_sideways_scroll().await.with_context(|| format!("{layout} at {width}"))?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn arrows_go_from_the_box_into_what_is_found() -> Result<()> {
    let site = site(pages()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/sidebar")).await?;
    page.replace_text(&format!("{NAV} #filter"), "zhaosheng").await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到4个事项").await?;
    page.press(Key::Down).await?;
    expect_focus(page, "招生政策").await?;
    page.press(Key::Down).await?;
    expect_focus(page, "招生计划").await?;
    page.press(Key::Up + Key::Up).await?;
    expect_focus(page, "filter").await?;
    page.press(Key::Down).await?;
    expect_focus(page, "招生政策").await?;
    page.press(Key::Escape).await?;
    expect_focus(page, "filter").await?;
    assert_eq!(page.value(&format!("{NAV} #filter")).await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tree_is_walked_by_keyboard() -> Result<()> {
    let site = site(pages()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/tree")).await?;
    page.find(&format!("{NAV} [role=tree]")).await?;
    assert_eq!(page.find_all(&format!("{NAV} [role=tree] [tabindex='0']")).await?.len(), 1);
    // From the choice of the axis, the next stop is the item of the page.
    page.focus(&format!("{NAV} #axis")).await?;
    page.press(Key::Tab).await?;
    expect_focus(page, "义务教育学校名录").await?;
    page.press(Key::Home).await?;
    expect_focus(page, "国土空间规划").await?;
    page.press(Key::Right).await?;
    page.find(&format!("{NAV} [role=tree] > li:first-child > [aria-expanded=true]")).await?;
    page.press(Key::Right).await?;
    expect_focus(page, "公共服务").await?;
    page.press(Key::Down).await?;
    expect_focus(page, "法规文件").await?;
    page.press(Key::Left).await?;
    expect_focus(page, "公共服务").await?;
    page.press(Key::Left).await?;
    page.find(&format!("{NAV} [role=group] > li:first-child > [aria-expanded=false]")).await?;
    page.press(Key::Left).await?;
    expect_focus(page, "国土空间规划").await?;
    page.press(Key::Left).await?;
    page.find(&format!("{NAV} [role=tree] > li:first-child > [aria-expanded=false]")).await?;
    // A letter goes to what is read like that, a character to what begins with it.
    page.press("s").await?;
    expect_focus(page, "税收管理").await?;
    page.press("s").await?;
    expect_focus(page, "生态环境").await?;
    page.press(Key::End).await?;
    expect_focus(page, "市政服务").await?;
    assert_eq!(page.find_all(&format!("{NAV} [role=tree] [tabindex='0']")).await?.len(), 1);
    page.press(Key::Home + Key::Up).await?;
    expect_focus(page, "filter").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_has_one_thing_open_at_a_time() -> Result<()> {
    let site = site(pages()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/horizontal")).await?;
    let button = |number: u8| format!("{NAV} .domain:nth-child({number}) > button");
    page.click(&button(24)).await?;
    page.find(&format!("{NAV} a[aria-current=page]")).await?;
    page.click(&button(1)).await?;
    page.wait_until_gone(&format!("{NAV} a[aria-current=page]")).await?;
    assert_eq!(page.find_all(&format!("{NAV} .categories")).await?.len(), 1);
    page.press(Key::Escape).await?;
    page.wait_until_gone(&format!("{NAV} .categories")).await?;
    expect_focus(page, "国土空间规划").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_routes_by_itself_is_told_before_a_link_is_followed() -> Result<()> {
    let site = site(pages()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/sidebar")).await?;
    let link = format!("{NAV} a[aria-current=page]");
    page.find(&link).await?;
    page.run(
        "window.chosen = [];
         addEventListener('gongkai-navigate', (event) => { chosen.push(event.detail); event.preventDefault(); });",
        Vec::new(),
    )
    .await?;
    page.click(&link).await?;
    page.wait_for("chosen.length === 1").await?;
    let (domain, item) = SCHOOLS.split_once('/').unwrap_or_default();
    assert_eq!(
        page.run("return chosen[0];", Vec::new()).await?,
        json!({ "domain": domain, "item": item, "href": format!("/d/{SCHOOLS}") })
    );
    assert_eq!(page.run("return location.pathname;", Vec::new()).await?, json!("/sidebar"));
    // Where nobody objects the link is a link.
    page.open(&site.url("/sidebar")).await?;
    page.click(&link).await?;
    page.wait_for(&format!("location.pathname === '/d/{SCHOOLS}'")).await?;
    let here: Value = page.run("return location.pathname;", Vec::new()).await?;
    assert_eq!(here, json!(format!("/d/{SCHOOLS}")));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn everyday_words_and_slips_find_items() -> Result<()> {
    let site = site(pages()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/sidebar")).await?;
    for (typed, said) in
        [("上学", "找到"), ("shangxue", "找到"), ("义务叫育", "没有完全相符"), ("yiwujaioyu", "没有完全相符")]
    {
        page.replace_text(&format!("{NAV} #filter"), typed).await?;
        page.wait_for_text(&format!("{NAV} .found"), said).await?;
        assert_eq!(page.text(&format!("{NAV} .domain button .name")).await?, "义务教育", "{typed}");
    }
    axe::expect_accessible(page).await
}
