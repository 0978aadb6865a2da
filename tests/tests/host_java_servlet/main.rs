//! A site of the kind that most government CMS are: servlets, a template, a filter.
#![cfg(feature = "hosts")]

mod citizens;
mod jsp;

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

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way() -> Result<()> {
    // One site of several on a server: what names an address without that path leads away from it.
    let host = JavaServlet::start_below("/county")?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    hosts::is_told(&host, page).await?;
    page.screenshot("host-java-entry").await?;
    host.open_new(page).await?;
    let publisher = page.value(&control("/publisher")).await?;
    ensure!(publisher == "示例县教育局", "new entries are of {publisher}");
    page.click("#draft").await?;
    page.wait_for("location.pathname === '/county/admin'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_public_entry_goes_offline_when_it_is_asked_for_twice() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    host.sign_in(page).await?;
    let entry = school()?.example(hosts::today());
    let public = host.keep(&entry)?;
    let editing = host.editing(&public);

    page.open(&editing).await?;
    page.replace_text(&control(NAME), "午后小学").await?;
    ensure!(page.text("#draft").await? == "Take offline and save as draft");
    page.click("#draft").await?;
    page.wait_for_text("[role=alert]", "citizens do not see it until it is published again").await?;
    ensure!(page.value(&control(NAME)).await? == "午后小学", "what was typed is lost");
    page.click("[role=alert] a").await?;
    page.wait_for("document.activeElement.id === 'draft'").await?;
    ensure!(host.stored().await? == [entry.clone()], "it has gone offline, or was changed");
    page.screenshot("host-java-withdraw").await?;
    axe::expect_accessible(page).await?;

    // Who thinks better of it makes the change public.
    page.click("#publish").await?;
    page.wait_for("location.pathname === '/admin'").await?;
    let mut changed = entry;
    *changed.pointer_mut(NAME).context("schools have a name")? = json!("午后小学");
    ensure!(host.stored().await? == [changed.clone()], "the change is not public");

    // A page without scripts asks too, and a post that leaves the question out is not taken.
    let draft = json!({ "fields": [["content", changed.to_string()], ["act", "draft"]] });
    let refusal = host.send_from(page, &editing, &draft).await?;
    ensure!(refusal.status == 409, "{refusal:?}");
    ensure!(refusal.kept.as_deref() == Some(&changed.to_string()), "what was posted is lost: {refusal:?}");
    ensure!(host.stored().await?.len() == 1);

    page.open(&editing).await?;
    page.click("#draft").await?;
    page.wait_for_text("#draft", "Yes, take offline and save as draft").await?;
    page.click("#draft").await?;
    page.wait_for("location.pathname === '/admin'").await?;
    ensure!(host.stored().await?.is_empty(), "it is still public");
    ensure!(host.languages(page, &[public], "zh-CN").await?[0].starts_with("404"));
    page.open(&editing).await?;
    ensure!(page.value(&control(NAME)).await? == "午后小学", "the draft is lost");
    // What is no longer public is saved without a question.
    ensure!(page.text("#draft").await? == "Save as draft");
    page.click("#draft").await?;
    page.wait_for("location.pathname === '/admin'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_says_its_language() -> Result<()> {
    let host = JavaServlet::start()?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    host.sign_in(page).await?;
    let public = host.keep(&school()?.example(hosts::today()))?;
    let (list, _) = public.rsplit_once('/').context("an address has parts")?;
    let pages = [
        host.url("/"),
        list.to_owned(),
        public.clone(),
        host.url("/admin"),
        host.url("/admin/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu/new"),
        host.editing(&public),
    ];
    for (asked, lang) in [("en", "en"), ("en-GB", "en"), ("zh-CN", "zh-CN"), ("fr", "zh-CN")] {
        let said = host.languages(page, &pages, asked).await?;
        let is_right = said.len() == pages.len() && said.iter().all(|said| *said == format!("200 {lang}"));
        ensure!(is_right, "asked for {asked}, they say {said:?}");
    }
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
