//! What was made public is read as it is, in order, and on when its item is gone.

use anyhow::{Context as _, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::hosts::java_servlet::JavaServlet;
use gongkai_tests::hosts::{self, Host};
use gongkai_tests::page::Page;
use gongkai_tests::widgets::school;
use serde_json::{Value, json};

use crate::PHONE;

/// Where the links of an entry lead to.
const LINKS: &str = "return [...document.querySelectorAll('.gongkai-entry a')].map(link => link.href);";

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_public_is_read() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    links_lead_to_phones_and_to_the_web(&host, page).await?;
    long_entries_are_in_order(&host, page).await?;
    let (public, entry) = what_has_lost_its_item_is_text(&host, page).await?;
    its_list_is_read_on(&host, page, &entry).await?;
    its_editor_is_told(&host, page, &public, &entry).await
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

async fn fits(page: &Page) -> Result<()> {
    let overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    let is_wide = page.run(&format!("return {overflow};"), vec![]).await?;
    ensure!(is_wide == json!(false), "the page is wider than the window");
    Ok(())
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
            fits(page).await.with_context(|| format!("{item} at {width} px"))?;
            page.screenshot(&format!("host-java-{item}-{width}")).await?;
        }
    }
    Ok(())
}

/// Answers with its address and the entry.
async fn what_has_lost_its_item_is_text(host: &JavaServlet, page: &Page) -> Result<(String, Value)> {
    let mut entry = school()?.example(hosts::today());
    entry["item"] = json!("gone");
    entry["elements"]["xue_xiao_di_zhi"] = json!("<b>路</b>");
    entry["elements"]["x-own"] = json!("内部");
    let public = host.keep(&entry)?;
    page.open(&public).await?;
    let title = entry["title"].as_str().context("a title is text")?;
    page.wait_for_text("h1", title).await?;
    let read = page.text(".gongkai-entry").await?;
    let phone = entry.pointer(PHONE).and_then(Value::as_str).context("a phone is text")?;
    ensure!(
        read.contains(phone) && read.contains("<b>路</b>") && !read.contains("内部"),
        "citizens read {read}"
    );
    axe::expect_accessible(page).await?;
    Ok((public, entry))
}

/// From the entry to the list of its item and back.
async fn its_list_is_read_on(host: &JavaServlet, page: &Page, entry: &Value) -> Result<()> {
    page.click("a[href$='/gone']").await?;
    page.wait_for_text("main", "no longer in the guideline; what was published of it can still be read")
        .await?;
    axe::expect_accessible(page).await?;
    page.screenshot("host-java-gone-list").await?;
    page.click("li a").await?;
    page.wait_for_text("h1", entry["title"].as_str().context("a title is text")?).await?;
    let never = host.url("/open/24-compulsory-education/never");
    ensure!(host.languages(page, &[never], "zh-CN").await?[0].starts_with("404"));
    Ok(())
}

/// The text is kept, whatever is pressed; it can be taken offline, and not be published.
async fn its_editor_is_told(host: &JavaServlet, page: &Page, public: &str, entry: &Value) -> Result<()> {
    host.sign_in(page).await?;
    let editing = host.editing(public);
    page.open(&editing).await?;
    page.wait_for_text("[role=alert]", "This item is no longer in the guideline").await?;
    fits(page).await?;
    page.screenshot("host-java-gone-form").await?;
    axe::expect_accessible(page).await?;
    let text = page.value("textarea[name=content]").await?;
    ensure!(serde_json::from_str::<Value>(&text)? == *entry, "the editor gets {text}");
    ensure!(page.find_all("#publish").await?.is_empty(), "it is offered to be published");

    let before = host.stored().await?;
    let publish = json!({ "fields": [["content", text], ["act", "publish"]] });
    let refusal = host.send_from(page, &editing, &publish).await?;
    ensure!(refusal.status == 400 && refusal.kept.as_deref() == Some(&text), "{refusal:?}");
    // A page that was opened when the item was still there.
    let late = json!({ "fields": [["content", text], ["act", "draft"]], "address": "/admin/24-compulsory-education/gone" });
    let refusal = host.send(page, &late).await?;
    ensure!(refusal.status == 404 && refusal.kept.as_deref() == Some(&text), "{refusal:?}");
    ensure!(host.stored().await? == before, "something was stored");

    page.replace_text("textarea[name=content]", &text.replace("内部", "内部二")).await?;
    page.click("#draft").await?;
    page.wait_for_text("#draft", "Yes, take offline and save as draft").await?;
    page.click("#draft").await?;
    page.wait_for("location.pathname === '/admin'").await?;
    ensure!(host.stored().await?.len() == before.len() - 1, "it is still public");
    page.open(&editing).await?;
    let kept = page.value("textarea[name=content]").await?;
    ensure!(kept.contains("内部二"), "the draft is {kept}");
    Ok(())
}
