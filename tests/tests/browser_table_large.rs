//! The grid where it is hard: thousands of rows, a phone, and when it may only be read.
#![cfg(feature = "browser")]

use anyhow::Result;
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::grid::{
    GRID, TABLE, cell, names, opened, paste, school_item as school, schools, until_active, value,
};
use gongkai_tests::widgets::posted_entry;
use serde_json::{Value, json};
use thirtyfour::Key;

/// Columns of the item, as the grid shows them at first.
const NAME: usize = 0;

#[tokio::test(flavor = "multi_thread")]
async fn a_grid_that_may_not_be_changed_is_read_and_copied() -> Result<()> {
    let browser = Browser::start().await?;
    let site = opened(&browser, school()?, &schools(3), "readonly").await?;
    let page = browser.page();
    page.click(&cell(1, NAME)).await?;
    page.press("x" + Key::Enter).await?;
    page.press(Key::Delete).await?;
    paste(page, "乙\t丙").await?;
    until_active(page, (2, 0)).await?;
    assert_eq!(names(page).await?, ["第一小学", "第二小学", "第三小学"]);
    axe::expect_accessible(page).await?;
    page.click("#draft").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?.as_array().map(Vec::len), Some(3));

    let _site = opened(&browser, school()?, &json!([]), "readonly lang=en").await;
    page.wait_for_text(&format!("{TABLE} >>> .empty"), "Nothing here").await
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_rows_scroll_smoothly() -> Result<()> {
    let browser = Browser::start().await?;
    let _site = opened(&browser, school()?, &schools(5000), "").await?;
    let page = browser.page();
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "没有发现错误").await?;
    let measured = page
        .run_on(
            &format!("{TABLE} >>> .scroller"),
            "return (async () => {
                 const frame = () => new Promise(requestAnimationFrame);
                 await frame();
                 const times = [];
                 let most = 0;
                 for (let step = 0, last = performance.now(); step < 120; step++) {
                     element.scrollTop += 220;
                     await frame();
                     const now = performance.now();
                     times.push(now - last);
                     last = now;
                     most = Math.max(most, element.querySelectorAll('.body > .row').length);
                     const box = element.getBoundingClientRect();
                     const middle = element.getRootNode().elementFromPoint(box.x + 90, box.y + box.height / 2);
                     if (!middle?.closest('[data-row]')) throw new Error('nothing is drawn at ' + element.scrollTop);
                 }
                 times.sort((a, b) => a - b);
                 return { median: times[60], slow: times[114], most };
             })();",
        )
        .await?;
    println!("5,000 rows: a frame while scrolling takes {measured} ms");
    assert!(measured["most"].as_u64().is_some_and(|rows| rows < 90), "{measured}");
    // The row that has the focus is far away, and still the one that is typed into.
    page.press("x").await.ok();
    assert_eq!(page.run_on(GRID, "return element.getAttribute('aria-rowcount');").await?, json!("5002"));
    assert_eq!(value(page).await?.as_array().map(Vec::len), Some(5000));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_scrolls_within_the_grid() -> Result<()> {
    let browser = Browser::start().await?;
    let mut entries = schools(40);
    entries[1]["elements"]["ban_gong_dian_hua"] = json!("12");
    entries[3]["elements"]["xue_xiao_ming_cheng"] = json!("第 1 小学");
    let _site = opened(&browser, school()?, &entries, "").await?;
    let page = browser.page();
    page.click(&cell(1, NAME)).await?;
    page.press(Key::F8).await?;
    page.screenshot("table-1280").await?;
    page.set_viewport(320, 640).await?;
    page.click(&cell(1, NAME)).await?;
    page.press(Key::F8).await?;
    page.wait_for("document.documentElement.scrollWidth <= 320").await?;
    let is_seen = page
        .run_on(
            &format!("{TABLE} >>> #control"),
            "const box = element.getBoundingClientRect(); return box.left >= 0 && box.right <= 321;",
        )
        .await?;
    assert_eq!(is_seen, json!(true), "the cell that has the focus is on the screen");
    axe::expect_accessible(page).await?;
    page.screenshot("table-320").await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_rows_are_pasted_and_go_on_being_edited() -> Result<()> {
    let browser = Browser::start().await?;
    let _site = opened(&browser, school()?, &Value::Null, "").await?;
    let page = browser.page();
    // An eighth column.
    page.click(&format!("{TABLE} >>> .menu > summary")).await?;
    page.click(&format!("{TABLE} >>> .menu .option:not(:has(:checked))")).await?;
    page.click(&format!("{TABLE} >>> .menu > summary")).await?;
    page.until("an eighth column", || async {
        Ok((page.find_all(&format!("{TABLE} >>> [data-heading]")).await?.len() == 8).then_some(()))
    })
    .await?;
    page.run(
        "window.times = {};
         const painted = (name, start) => requestAnimationFrame(() => {
             const { port1, port2 } = new MessageChannel();
             port1.onmessage = () => { times[name] = performance.now() - start; };
             port2.postMessage(null);
         });
         addEventListener('paste', event => {
             painted('pasted_ms', event.timeStamp);
             addEventListener('gongkai-check', () => { times.judged_ms = performance.now() - event.timeStamp; }, { once: true });
         }, { capture: true, once: true });
         window.watchKeys = () => addEventListener('keydown', event => painted('key_ms', event.timeStamp), { capture: true });",
        vec![],
    )
    .await?;
    page.click(&cell(0, NAME)).await?;
    // Its title stands before the name of the school.
    let row = |number: usize| {
        let name = format!("第{number}小学");
        format!("{name}\t{name}\t武陵区朗州路{number}号\t小学\t小学\t0736-7111111\t2026-08-01\t2026-08-02")
    };
    let rows: Vec<String> = (1..=2000).map(row).collect();
    paste(page, &rows.join("\r\n")).await?;
    page.wait_for("window.times.judged_ms && window.times.pasted_ms").await?;
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "共2000行").await?;
    page.click(&cell(3, 1)).await?;
    page.run("watchKeys();", vec![]).await?;
    page.press("x").await?;
    page.wait_for("window.times.key_ms").await?;
    page.run("times.first_key_ms = times.key_ms; delete times.key_ms;", vec![]).await?;
    page.press("y").await?;
    page.wait_for("window.times.key_ms").await?;
    let times = page.run("return times;", vec![]).await?;
    println!("2,000 rows of 8 columns: {times}");
    page.press(Key::Enter).await?;
    page.until("what was typed", || async {
        Ok((value(page).await?[3]["elements"][&school()?.fields[0].key] == json!("xy")).then_some(()))
    })
    .await
}
