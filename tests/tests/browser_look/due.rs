//! The due day beside the date from which it counts, as it is typed; what cannot be counted says why.

use anyhow::{Context, Result};
use gongkai_core::{Pack, date};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{form_page, site};
use thirtyfour::Key;

use crate::{inside, item, opened, school, type_date};

/// The region below a date field.
async fn wait_for_due(page: &Page, words: &str) -> Result<()> {
    page.until(&format!("“{words}” beside a date"), || async {
        let regions = page
            .run_on(
                FORM,
                "return [...element.shadowRoot?.querySelectorAll('.due') ?? []].map(due => due.innerText).join('|');",
            )
            .await?;
        Ok(regions.as_str().unwrap_or_default().contains(words).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_day_is_counted_while_the_date_is_typed() -> Result<()> {
    let (browser, _site) = opened(school()?, "").await?;
    let page = browser.page();
    wait_for_due(page, "填写“信息形成日期”后计算到期日").await?;
    // Not left yet: the last character alone makes it a day.
    page.type_text(&control("/formed_on"), "2026-09-01").await?;
    wait_for_due(page, "应于 2026-09-29 前公开（含当日；自 2026-09-01 起 20个工作日）；还有 20 个工作日")
        .await?;
    axe::expect_accessible(page).await?;
    page.screenshot("form-due").await?;

    // Long ago: late, by as many working days as the calendar says.
    type_date(page, "/formed_on", "2026-07-01").await?;
    let due = gongkai::calendar().add_working_days(jiff::civil::date(2026, 7, 1), 20)?;
    let late = gongkai::calendar().working_days_between(due, TODAY)?;
    wait_for_due(page, &format!("应于 {} 前公开", date::write(due))).await?;
    wait_for_due(page, &format!("已超过 {late} 个工作日")).await?;
    page.find(&inside(".due .error svg")).await?;

    // A change starts the count anew, and is said beside its own date.
    type_date(page, "/changed_on", "2026-08-20").await?;
    wait_for_due(page, "自 2026-08-20 起").await?;
    let beside =
        page.run_on(&inside("[data-path='/changed_on'] + .due"), "return element.innerText;").await?;
    assert!(beside.as_str().unwrap_or_default().contains("应于"), "{beside}");
    // What is not published without being asked has no limit.
    page.click(&format!("{}-1", control("/attribute"))).await?;
    page.until("no word about a limit", || async {
        let regions =
            page.run_on(FORM, "return [...element.shadowRoot.querySelectorAll('.due p')].length;").await?;
        Ok((regions == serde_json::json!(0)).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_counted_says_why() -> Result<()> {
    let (browser, _site) = opened(school()?, "calendar=\"/nowhere.json\"").await?;
    let page = browser.page();
    type_date(page, "/formed_on", "2026-09-01").await?;
    wait_for_due(page, "没有工作日历，无法计算到期日").await?;
    drop(browser);

    let (browser, _site) = opened(school()?, "").await?;
    let page = browser.page();
    type_date(page, "/formed_on", "2026-12-20").await?;
    wait_for_due(page, "放假安排只有").await?;
    drop(browser);

    // The table names an event: its day decides, not that of the information.
    let is_event = |item: &gongkai_core::ItemRef<'_>| {
        item.counts_from_event()
            && item.duties.is_empty()
            && item.time_limit.as_ref().is_some_and(|limit| limit.clauses.len() == 1)
    };
    let event =
        gongkai::packs().iter().flat_map(Pack::items).find(is_event).context("a limit from an event")?;
    let (browser, _site) = opened(event, "").await?;
    let page = browser.page();
    type_date(page, "/formed_on", "2026-09-01").await?;
    wait_for_due(page, "填写“时限起算日期”后计算到期日").await?;
    page.type_text(&control("/triggered_on"), "2026-09-01").await?;
    wait_for_due(page, "应于 2026-09-").await
}

#[tokio::test(flavor = "multi_thread")]
async fn open_words_mean_what_the_county_says() -> Result<()> {
    let open = item("02/ban-li-guo-cheng-xin-xi")?;
    let local = r#"{"format":"gongkai-local/1","basis":"本县规定","open_words":[{"word":"及时","amount":5,"unit":"working-days"}]}"#;
    let pages = vec![
        ("/alone".to_owned(), form_page(open, "")),
        ("/local".to_owned(), form_page(open, "local=\"/local.json\"")),
        ("/local.json".to_owned(), local.to_owned()),
        ("/lost".to_owned(), form_page(open, "local=\"/nowhere.json\"")),
    ];
    let site = site(pages).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/alone")).await?;
    wait_for_due(page, "“及时”没有规定天数，本地也没有另行规定").await?;

    page.open(&site.url("/local")).await?;
    type_date(page, "/formed_on", "2026-08-03").await?;
    wait_for_due(page, "建议于 2026-08-10 前公开（“及时”在本地指 5个工作日）").await?;
    // The check judges by it too.
    page.press(Key::Tab).await?;
    page.until("the finding of the check", || async {
        let report = page.property(FORM, "report").await?;
        Ok(report.to_string().contains("open-limit-exceeded").then_some(()))
    })
    .await?;
    // Without the document the form goes on.
    page.open(&site.url("/lost")).await?;
    wait_for_due(page, "“及时”没有规定天数").await
}
