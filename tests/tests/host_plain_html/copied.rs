//! The files where the README has them copied to: no router, below a folder, with drafts, settings and order.

use anyhow::{Context, Result, ensure};
use gongkai_tests::fill::{control, fill};
use gongkai_tests::hosts::plain_html::PlainHtml;
use gongkai_tests::hosts::{self, Host};
use gongkai_tests::widgets::school;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_goes_its_way_where_the_files_were_copied() -> Result<()> {
    let host = PlainHtml::start_copied().await?;
    let browser = hosts::browser().await?;
    hosts::is_told(&host, browser.page()).await
}

/// The draft of a new entry.
const DRAFT: &str =
    "localStorage.getItem('gongkai-draft/new/24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu')";

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_stays_until_its_entry_is_stored() -> Result<()> {
    let mut host = PlainHtml::start_copied().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let item = school()?;
    let entry = item.example(hosts::today());
    for is_served in [true, false] {
        if !is_served {
            host.stop_service();
        }
        host.open_new(page).await?;
        fill(page, &item.form(), &entry).await?;
        host.publish(page).await?;
        if is_served {
            crate::the_stored(&host).await?;
            page.wait_for_text("h1", "已公开").await?;
            page.find("gongkai-form >>> section").await?;
            page.wait_for(&format!("{DRAFT} === null")).await.context("a draft stays for what is stored")?;
        } else {
            page.wait_for_text("main > [role=alert]", "GONGKAI_SERVICE").await?;
            page.find("gongkai-form >>> section").await?;
            let (name, field) = ("/elements/xue_xiao_ming_cheng", "gongkai-form");
            ensure!(
                Some(page.value(&control(name)).await?.as_str())
                    == entry.pointer(name).and_then(Value::as_str)
            );
            let kept = format!(
                "const form = document.querySelector('{field}'); return [form.getAttribute('draft-key'), \
                form.hasAttribute('guidance'), form.hasAttribute('ready-list'), {DRAFT} !== null];"
            );
            ensure!(
                page.run(&kept, vec![]).await? == json!(["new", true, true, true]),
                "the draft went without being stored"
            );
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_setting_is_named_and_loses_nothing() -> Result<()> {
    let browser = hosts::browser().await?;
    let page = browser.page();
    let item = school()?;
    let entry = item.example(hosts::today()).to_string();
    for setting in ["GONGKAI_DIST", "SITE_DATA"] {
        let host = PlainHtml::start_copied().await?;
        if setting == "GONGKAI_DIST" {
            host.forget_packs()?
        } else {
            host.spoil_data()?
        }
        page.open(&host.url(&format!("/item.php?pack={}&item={}", item.pack.id, item.id))).await?;
        page.wait_for_text("[role=alert]", setting).await?;
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus;";
        ensure!(
            page.run(status, vec![]).await? == json!(503),
            "{setting} is complained of with another status"
        );
        let refusal = host.post(page, &entry).await?;
        ensure!(
            refusal.status == 503 && refusal.kept.as_deref() == Some(entry.as_str()),
            "{setting}: {refusal:?}"
        );
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_entry_stands_first_by_the_clock_of_beijing() -> Result<()> {
    let host = PlainHtml::start().await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let item = school()?;
    let now = || jiff::tz::TimeZone::fixed(jiff::tz::offset(8)).to_datetime(jiff::Timestamp::now());
    let in_words = |moment: jiff::civil::DateTime| moment.strftime("%Y%m%d-%H%M%S").to_string();
    let began = in_words(now());
    host.open_new(page).await?;
    let mut titles = Vec::new();
    for number in ["甲", "乙", "丙", "丁", "戊"] {
        let mut entry = item.example(hosts::today());
        entry["title"] = json!(format!("{number}校名录"));
        ensure!(host.post(page, &entry.to_string()).await?.status == 200);
        titles.insert(0, entry["title"].clone());
    }
    let ended = in_words(now());
    page.open(&host.url(&format!("/item.php?pack={}&item={}", item.pack.id, item.id))).await?;
    let listed =
        page.run("return [...document.querySelectorAll('main li a')].map(a => a.textContent);", vec![]);
    ensure!(listed.await? == Value::Array(titles), "the newest does not stand first");
    for name in host.entry_names()? {
        let moment = name.get(..began.len()).unwrap_or_default();
        ensure!(began.as_str() <= moment && moment <= ended.as_str(), "{name} is not of {began} to {ended}");
    }
    Ok(())
}

#[test]
fn what_the_readme_shows_is_in_the_page() -> Result<()> {
    let folder = gongkai_tests::workspace::root().join("examples/plain-html");
    let read = |name: &str| -> Result<Vec<String>> {
        let text = std::fs::read_to_string(folder.join(name))?;
        Ok(text.lines().map(|line| line.trim().to_owned()).collect())
    };
    let lines = read("pages/new.html")?;
    for name in ["README.md", "README.zh-CN.md"] {
        let readme = read(name)?;
        let shown: Vec<_> = readme
            .iter()
            .skip_while(|line| *line != "```html")
            .skip(1)
            .take_while(|line| *line != "```")
            .collect();
        ensure!(shown.len() > 5, "{name} shows no form");
        ensure!(shown.iter().all(|line| lines.contains(line)), "{name} shows another form than the page has");
    }
    Ok(())
}
