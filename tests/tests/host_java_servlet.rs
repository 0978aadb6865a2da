//! A site of the kind that most government CMS are: servlets, a template, a filter.
#![cfg(feature = "hosts")]

use anyhow::{Context as _, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::control;
use gongkai_tests::hosts::java_servlet::JavaServlet;
use gongkai_tests::hosts::{self, Host};
use gongkai_tests::page::Page;
use gongkai_tests::widgets::school;
use serde_json::{Value, json};

const PHONE: &str = "/elements/ban_gong_dian_hua";
/// Where the links of an entry lead to.
const LINKS: &str = "return [...document.querySelectorAll('.gongkai-entry a')].map(link => link.href);";

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = Browser::start().await?;
    hosts::is_told(&host, browser.page()).await?;
    browser.page().screenshot("host-java-entry").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_comes_back_whole_and_drafts_are_kept() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    host.sign_in(page).await?;
    let mut entry = school()?.example(hosts::today());
    entry["elements"]["ban_gong_dian_hua"] = json!("12");
    let text = entry.to_string();

    for act in [None, Some("publish"), Some("Draft")] {
        let refusal = host.post(page, &text, act).await?;
        ensure!(refusal.status == 422 && refusal.codes == ["phone-invalid"], "{act:?}: {refusal:?}");
        let kept: Value = serde_json::from_str(refusal.kept.as_deref().unwrap_or_default())?;
        ensure!(kept == entry, "what comes back is {kept}");
    }
    for broken in ["", "{", "[]", r#"{"pack":"nein","item":"nein"}"#] {
        let refusal = host.post(page, broken, None).await?;
        ensure!(refusal.status == 400, "{broken:?}: {refusal:?}");
    }
    ensure!(host.stored().await?.is_empty(), "something was published");

    // A draft is kept as it is, and opened again shows what is wrong once publishing is tried.
    ensure!(host.post(page, &text, Some("draft")).await?.status == 200);
    page.open(&host.url("/admin")).await?;
    page.screenshot("host-java-list").await?;
    page.click("tbody a").await?;
    ensure!(page.value(&control(PHONE)).await? == "12");
    host.publish(page).await?;
    page.find(&format!("{}[aria-invalid=true]", control(PHONE))).await?;
    page.screenshot("host-java-form").await?;
    ensure!(host.stored().await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_signed_in_posts_nothing() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&host.url("/admin")).await?;
    page.wait_for("location.pathname === '/login'").await?;
    let status = page
        .run(
            "return fetch(arguments[0], { method: 'POST', body: new URLSearchParams({ entry: arguments[1] }) })
                .then(answer => answer.status);",
            vec![
                json!(host.url("/admin/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu")),
                json!(school()?.example(hosts::today()).to_string()),
            ],
        )
        .await?;
    ensure!(status == json!(403), "answered with {status}");
    ensure!(host.stored().await?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_public_is_read() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    links_lead_to_phones_and_to_the_web(&host, page).await?;
    long_entries_are_in_order(&host, page).await?;
    what_has_lost_its_item_is_text(&host, page).await
}

async fn links_lead_to_phones_and_to_the_web(host: &JavaServlet, page: &Page) -> Result<()> {
    let mut entry = school()?.example(hosts::today());
    entry["elements"]["ban_gong_dian_hua"] = json!("0736-7111111、0736-7222222");
    entry["elements"]["xue_xiao_di_zhi"] = json!("<a href='javascript:alert(1)'>路</a>");
    entry["channels"] = json!([
        { "channel": "政府网站", "proof": "https://www.example.gov.cn/1" },
        { "channel": "公示栏", "proof": "javascript:alert(1)" },
    ]);
    page.open(&host.keep(&entry)?).await?;
    page.wait_for_text(".gongkai-entry", "<a href='javascript:alert(1)'>路</a>").await?;
    let links = page.run(LINKS, vec![]).await?;
    let expected = json!(["tel:0736-7111111", "tel:0736-7222222", "https://www.example.gov.cn/1"]);
    ensure!(links == expected, "links lead to {links}");
    axe::expect_accessible(page).await
}

/// With headings, tables and documents, wide and narrow.
async fn long_entries_are_in_order(host: &JavaServlet, page: &Page) -> Result<()> {
    for (pack, item, part) in [("09", "nian-du-ji-hua", "dl dl"), ("25", "yu-fang-jie-zhong", "td")] {
        let found = gongkai::pack(pack).and_then(|pack| pack.item(item)).context("the item is shipped")?;
        page.open(&host.keep(&found.example(hosts::today()))?).await?;
        page.find(&format!(".gongkai-entry {part}")).await?;
        for width in [1280, 320] {
            page.set_viewport(width, 900).await?;
            axe::expect_accessible(page).await?;
            let overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
            let is_wide = page.run(&format!("return {overflow};"), vec![]).await?;
            ensure!(is_wide == json!(false), "{item} is wider than {width} px");
            page.screenshot(&format!("host-java-{item}-{width}")).await?;
        }
    }
    Ok(())
}

async fn what_has_lost_its_item_is_text(host: &JavaServlet, page: &Page) -> Result<()> {
    let mut entry = school()?.example(hosts::today());
    entry["item"] = json!("gone");
    entry["elements"]["xue_xiao_di_zhi"] = json!("<b>路</b>");
    entry["elements"]["x-own"] = json!("内部");
    page.open(&host.keep(&entry)?).await?;
    let title = entry["title"].as_str().context("a title is text")?;
    page.wait_for_text("h1", title).await?;
    let read = page.text(".gongkai-entry").await?;
    let phone = entry.pointer(PHONE).and_then(Value::as_str).context("a phone is text")?;
    ensure!(
        read.contains(phone) && read.contains("<b>路</b>") && !read.contains("内部"),
        "citizens read {read}"
    );
    axe::expect_accessible(page).await
}
