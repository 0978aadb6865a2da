//! The menu grouped otherwise, with how far items are.
#![cfg(feature = "browser")]

use anyhow::Result;
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{page as around, site};
use serde_json::{Value, json};
use thirtyfour::Key;

const NAV: &str = "gongkai-nav >>>";
const SCHOOLS: &str = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
const BUDGET: &str = "04-budget-and-final-accounts/zheng-fu-yu-suan";

fn menu(attributes: &str) -> String {
    around(&format!(
        r#"<gongkai-nav src="/widgets/navigation.json" href-template="/d/{{domain}}/{{item}}"
        {attributes}><a href="/plain">全部领域</a></gongkai-nav>"#
    ))
}

const ALL: &str = r#"axes="domain department audience level frequent""#;

async fn set(page: &Page, name: &str, value: Value) -> Result<()> {
    page.run("document.querySelector('gongkai-nav')[arguments[0]] = arguments[1];", vec![json!(name), value])
        .await
        .map(drop)
}

async fn texts(page: &Page, selector: &str) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for element in page.find_all(&format!("{NAV} {selector}")).await? {
        texts.push(element.text().await?);
    }
    Ok(texts)
}

/// The paths of all links that are there, each once.
async fn paths(page: &Page) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for element in page.find_all(&format!("{NAV} a")).await? {
        paths.extend(element.attr("href").await?);
    }
    paths.sort();
    paths.dedup();
    Ok(paths)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_chooses_by_what_items_are_grouped() -> Result<()> {
    let site = site(vec![("/".to_owned(), menu(ALL))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&format!("{NAV} #axis")).await?;
    set(page, "frequent", json!([SCHOOLS, BUDGET, "99-nowhere/nothing"])).await?;
    assert_eq!(texts(page, ".domain").await?.len(), 26);

    // As with the keyboard: to the choice, one down.
    page.focus(&format!("{NAV} #axis")).await?;
    page.press(Key::Down).await?;
    page.wait_for_text(&format!("{NAV} .domain:nth-child(1) button"), "主管部门").await?;
    let departments = texts(page, ".domain button .name").await?;
    assert!(departments.contains(&"县级教育行政部门".to_owned()), "{departments:?}");
    assert!(departments.contains(&"乡镇人民政府（街道办事处）".to_owned()), "{departments:?}");
    axe::expect_accessible(page).await?;
    page.replace_text(&format!("{NAV} #filter"), "xjjyxzbm").await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到18个事项").await?;
    assert_eq!(texts(page, ".domain button .name").await?, ["县级教育行政部门"]);
    assert_eq!(texts(page, ".category [part=category]").await?, ["义务教育"]);
    page.press(Key::Escape).await?;

    page.focus(&format!("{NAV} #axis")).await?;
    page.press(Key::Down).await?;
    page.wait_for_text(&format!("{NAV} .domain:nth-child(1) button"), "全社会").await?;
    page.press(Key::Down).await?;
    page.wait_for_text(&format!("{NAV} .domain:nth-child(1) button"), "县级").await?;
    let levels = texts(page, ".domain button .name").await?;
    assert_eq!(levels, ["县级", "乡级", "未写明"], "what the table does not say stays in reach");
    page.press(Key::Down).await?;
    page.find(&format!("{NAV} .flat")).await?;
    assert_eq!(texts(page, ".flat .name").await?, ["义务教育学校名录", "政府预算"]);
    assert_eq!(texts(page, ".flat .where").await?, ["义务教育", "财政预决算"]);
    axe::expect_accessible(page).await?;

    set(page, "frequent", json!({ SCHOOLS: 3, BUDGET: 50 })).await?;
    page.wait_for_text(&format!("{NAV} .flat .category:first-child"), "政府预算").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_axis_reaches_every_item() -> Result<()> {
    let pages = ["domain", "department", "audience", "level"];
    let site =
        site(pages.iter().map(|axis| (format!("/{axis}"), menu(&format!("axis=\"{axis}\"")))).collect())
            .await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    let all = gongkai::packs().iter().map(|pack| pack.items.len()).sum::<usize>();
    for axis in pages {
        page.open(&site.url(&format!("/{axis}"))).await?;
        page.find(&format!("{NAV} .domain")).await?;
        page.run(
            "for (const closed of document.querySelector('gongkai-nav').shadowRoot
                .querySelectorAll('.domain > button[aria-expanded=false]')) closed.click();",
            Vec::new(),
        )
        .await?;
        page.wait_until_gone(&format!("{NAV} .domain > button[aria-expanded=false]")).await?;
        assert_eq!(paths(page).await?.len(), all, "{axis}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn items_say_how_far_they_are() -> Result<()> {
    let site = site(vec![("/".to_owned(), menu(&format!("current=\"{SCHOOLS}\"")))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&format!("{NAV} a[aria-current=page]")).await?;
    assert!(texts(page, "#only-open").await?.is_empty(), "nothing is known yet");
    let domain = SCHOOLS.split('/').next().unwrap_or_default();
    let policy = format!("{domain}/zhao-sheng-zheng-ce");
    let plan = format!("{domain}/zhao-sheng-ji-hua");
    let states = json!({
        SCHOOLS: { "count": 12, "state": "complete" },
        policy: { "count": 1, "state": "late" },
        plan: { "count": 0, "state": "blank" },
        BUDGET: { "state": "nil" },
    });
    set(page, "states", states.clone()).await?;
    page.find(&format!("{NAV} #only-open")).await?;
    assert_eq!(page.text(&format!("{NAV} a[aria-current=page] .state")).await?, "已公开");
    let domain_button = page.text(&format!("{NAV} .domain button[aria-expanded=true]")).await?;
    for word in ["超期 1", "空白 1", "13"] {
        assert!(domain_button.contains(word), "{domain_button}");
    }
    let read_back = page.run("return document.querySelector('gongkai-nav').states;", Vec::new()).await?;
    assert_eq!(read_back, states);
    axe::expect_accessible(page).await?;

    page.click(&format!("{NAV} #only-open")).await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到2个事项").await?;
    assert_eq!(texts(page, "a .name").await?, ["招生政策", "招生计划"]);
    axe::expect_accessible(page).await?;
    page.replace_text(&format!("{NAV} #filter"), "zsjh").await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到1个事项").await?;
    assert_eq!(texts(page, "mark").await?, ["招生计划"]);
    page.replace_text(&format!("{NAV} #filter"), "名录").await?;
    page.wait_for_text(&format!("{NAV} .found"), "没有找到").await?;

    set(page, "states", Value::Null).await?;
    page.wait_until_gone(&format!("{NAV} #only-open")).await?;
    page.wait_for_text(&format!("{NAV} .found"), "找到").await
}
