//! A site of the kind that most government CMS are: servlets, a template, a filter.
#![cfg(feature = "hosts")]

use anyhow::{Context as _, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::fill::control;
use gongkai_tests::hosts::java_servlet::JavaServlet;
use gongkai_tests::hosts::{self, Host};
use gongkai_tests::page::Page;
use gongkai_tests::widgets::school;
use serde_json::{Value, json};

const PHONE: &str = "/elements/ban_gong_dian_hua";
const NAME: &str = "/elements/xue_xiao_ming_cheng";
/// What asks whether a draft is to come back, and its button for all of it.
const QUESTION: &str = "gongkai-form >>> .other-version";
const ALL: &str = "gongkai-form >>> .other-version > .row-actions button:first-child";
/// Where the links of an entry lead to.
const LINKS: &str = "return [...document.querySelectorAll('.gongkai-entry a')].map(link => link.href);";

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    hosts::is_told(&host, page).await?;
    page.screenshot("host-java-entry").await?;
    host.open_new(page).await?;
    let publisher = page.value(&control("/publisher")).await?;
    ensure!(publisher == "示例县教育局", "new entries are of {publisher}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_comes_back_whole_and_drafts_are_kept() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = hosts::browser().await?;
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
        for act in [None, Some("publish"), Some("draft")] {
            let refusal = host.post(page, broken, act).await?;
            ensure!(refusal.status == 400, "{broken:?}, {act:?}: {refusal:?}");
            ensure!(refusal.kept.as_deref() == Some(broken), "{broken:?} is lost: {refusal:?}");
        }
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
    an_editor_whose_session_is_over_loses_nothing(&host, page).await
}

async fn an_editor_whose_session_is_over_loses_nothing(host: &JavaServlet, page: &Page) -> Result<()> {
    host.open_new(page).await?;
    page.type_text(&control(NAME), "午后小学").await?;
    page.session().delete_all_cookies().await?;
    page.click("#draft").await?;
    page.wait_until_gone("gongkai-form").await?;
    host.sign_in(page).await?;
    host.open_new(page).await?;
    page.click(ALL).await?;
    page.wait_until_gone(QUESTION).await?;
    ensure!(page.value(&control(NAME)).await? == "午后小学");
    // This time it arrives, and another new entry begins empty.
    page.click("#draft").await?;
    page.wait_for("location.pathname === '/admin'").await?;
    host.open_new(page).await?;
    page.find(&control(NAME)).await?;
    page.wait_for("Object.keys(localStorage).every(key => !key.startsWith('gongkai-draft/'))").await?;
    page.wait_until_gone(QUESTION).await?;
    ensure!(page.value(&control(NAME)).await?.is_empty());
    Ok(())
}

/// Ways to post an entry `wrong` so that one part of the site may take it for something else.
fn ways_round(wrong: &str, right: &str) -> Vec<Value> {
    let publish = ["act", "publish"];
    let home = "/admin/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
    let query = |name: &str, value: &str| {
        let value: String = value.bytes().map(|byte| format!("%{byte:02x}")).collect();
        format!("{home}?{name}={value}")
    };
    let mut ways = vec![
        json!({ "fields": [["content", wrong], ["act", "draft"], publish] }),
        json!({ "fields": [["content", wrong], publish, ["act", "draft"]] }),
        json!({ "fields": [["content", wrong], publish], "address": query("act", "draft") }),
        json!({ "fields": [["content", wrong], ["act", "draft,publish"]] }),
        json!({ "fields": [["content", right], ["content", wrong], publish] }),
        json!({ "fields": [["content", wrong], ["content", right], publish] }),
        json!({ "fields": [["content", wrong], publish], "address": query("content", right) }),
        json!({ "fields": [["!content", wrong], publish] }),
        json!({ "fields": [["content[]", wrong], publish] }),
        json!({ "fields": [["content", wrong], publish, ["_method", "PUT"]] }),
        json!({ "fields": [["content", wrong, true], publish], "kind": "multipart" }),
        json!({ "fields": [["content", wrong, true], ["content", right], publish], "kind": "multipart" }),
        json!({ "fields": [["content", wrong], publish], "kind": "multipart" }),
        json!({ "fields": [["content", wrong], ["act", "publish", true], ["act", "draft"]], "kind": "multipart" }),
        json!({ "fields": [["content", wrong], publish], "kind": "json" }),
    ];
    for method in ["PUT", "PATCH"] {
        ways.push(json!({ "fields": [["content", wrong], publish], "method": method }));
    }
    for address in [
        format!("{home}/"),
        format!("{home};jsessionid=1"),
        home.replace("admin", "admin;a=b"),
        home.replace("admin", "Admin"),
        home.replace("admin", "%61dmin"),
        home.replace("/admin", "/open/../admin"),
        home.replace("/admin", "/open/%2e%2e/admin"),
        home.replace("/admin", "/x/..;/admin"),
        home.replace("/admin", "/.//admin"),
        "/admin/refused".to_owned(),
    ] {
        ways.push(json!({ "fields": [["content", wrong], publish], "address": address }));
    }
    ways
}

#[tokio::test(flavor = "multi_thread")]
async fn no_way_leads_round_the_check() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    host.sign_in(page).await?;
    let entry = school()?.example(hosts::today());
    let right = entry.to_string();
    let mut wrong = entry;
    wrong["elements"] = json!({});
    let mut open = Vec::new();
    for way in ways_round(&wrong.to_string(), &right) {
        let before = host.stored().await?.len();
        let status = host.send(page, &way).await?.status;
        let is_public = host.stored().await?.len() > before;
        if is_public || !(400..500).contains(&status) {
            let way = way.to_string().replace(&json!(wrong).to_string(), "WRONG");
            open.push(format!("{status}, public: {is_public}: {way}"));
        }
    }
    ensure!(open.is_empty(), "{}", open.join("\n"));

    // An entry that is in order, of another item than the page that takes it.
    let pack = gongkai::pack("24").context("the pack is shipped")?;
    let other = pack.item("jiao-yu-shi-ye-fa-zhan-zhu-yao-qing-kuang").context("the item is shipped")?;
    let other = other.example(hosts::today()).to_string();
    let refusal = host.post(page, &other, Some("publish")).await?;
    ensure!(refusal.status == 400 && refusal.kept.as_deref() == Some(&other), "{refusal:?}");
    // What names no button of the page is neither published nor lost.
    let refusal = host.post(page, &right, None).await?;
    ensure!(refusal.status == 400 && refusal.kept.as_deref() == Some(&right), "{refusal:?}");
    ensure!(host.stored().await?.is_empty());

    ensure!(host.post(page, &right, Some("publish")).await?.status == 200);
    ensure!(host.stored().await?.len() == 1, "what is in order is not published");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_read_chinese_and_post_nothing() -> Result<()> {
    let host = JavaServlet::start()?;
    // To a program that names no language.
    let menu = host.bare("/")?;
    ensure!(menu.contains("lang=\"zh-CN\"") && menu.contains("示例县政务公开"), "{menu}");
    let module = host.bare("/widgets/gongkai-nav.wasm")?;
    let (head, _) = module.split_once("\r\n\r\n").context("an answer has a head")?;
    ensure!(head.lines().any(|line| line == "Content-Type: application/wasm"), "{head}");

    let browser = hosts::browser().await?;
    let page = browser.page();
    page.open(&host.url("/admin")).await?;
    page.wait_for("location.pathname === '/login'").await?;
    let status = page
        .run(
            "return fetch(arguments[0], { method: 'POST', body: new URLSearchParams({ content: arguments[1] }) })
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
    let browser = hosts::browser().await?;
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
