//! The grid for many entries, used as an editor does who comes from a spreadsheet.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::grid::{
    TABLE, active, cell, cell_text, names, opened, paste, school_item as school, schools, until_active,
    until_names, value,
};
use gongkai_tests::widgets::posted_entry;
use serde_json::{Value, json};
use thirtyfour::Key;

/// Columns of the item, as the grid shows them at first.
const NAME: usize = 0;

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_typed_judged_and_posted() -> Result<()> {
    let browser = Browser::start().await?;
    let site = opened(&browser, school()?, &Value::Null, r#"publisher="武陵区教育局""#).await?;
    let page = browser.page();
    axe::expect_accessible(page).await?;

    page.click(&cell(0, NAME)).await?;
    until_active(page, (0, 0)).await?;
    page.press("甲小学" + Key::Tab + "武陵区" + Key::Enter).await?;
    until_active(page, (1, 1)).await?;
    page.press(Key::Home + "乙小学").await?;
    page.press(Key::Enter).await?;
    until_names(page, &["甲小学", "乙小学"]).await?;
    let entries = value(page).await?;
    assert_eq!(entries[0]["title"], json!("甲小学"), "the title follows the name");
    assert_eq!(entries[0]["publisher"], json!("武陵区教育局"));
    assert_eq!(entries[0]["attribute"], json!("proactive"));
    // The rows were left, so that what is missing in them shows.
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "2行有错").await?;
    axe::expect_accessible(page).await?;

    page.click("#publish").await?;
    page.find(&format!("{TABLE} >>> .active:focus-within")).await?;
    assert!(site.posted().is_empty(), "entries with errors were posted");
    page.click("#draft").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    let posted = posted_entry(&site)?;
    assert_eq!(posted, entries);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_spreadsheet_copies_is_pasted_and_tidied() -> Result<()> {
    let item = school()?;
    let browser = Browser::start().await?;
    let _site = opened(&browser, item, &schools(1), "").await?;
    let page = browser.page();
    let day = item.fields.len();
    page.click(&cell(1, NAME)).await?;
    // Two lines in one cell, quotation marks, and a line end behind the last row.
    paste(page, "乙小学\t\"武陵区\n朗州路\"\r\n丙小学\t\"\"\"老\"\"校区\"\r\n").await?;
    until_names(page, &["第一小学", "乙小学", "丙小学"]).await?;
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "已粘贴2行，新增2行").await?;
    let entries = value(page).await?;
    let second = &item.fields[1].key;
    assert_eq!(entries[1]["elements"][second], json!("武陵区\n朗州路"));
    assert_eq!(entries[2]["elements"][second], json!("\"老\"校区"));

    // A day in the way of a spreadsheet, into a selection of several rows.
    page.run_on(&format!("{TABLE} >>> #h{day}"), "element.scrollIntoView();").await?;
    page.click(&cell(0, day)).await?;
    page.press_with(Key::Shift, Key::Down + Key::Down).await?;
    paste(page, "2026年9月1日").await?;
    page.until("the days", || async {
        let entries = value(page).await?;
        let days = entries.as_array().into_iter().flatten().map(|entry| entry["formed_on"].clone());
        Ok(days.eq([json!("2026-09-01"), json!("2026-09-01"), json!("2026-09-01")]).then_some(()))
    })
    .await?;
    // One step back takes all of them away.
    page.press_with(Key::Control, "z").await?;
    page.until("the days gone", || async {
        Ok((value(page).await?[2]["formed_on"] == Value::Null).then_some(()))
    })
    .await?;
    page.press_with(Key::Control, "z").await?;
    until_names(page, &["第一小学"]).await?;
    page.press_with(Key::Control, "y").await?;
    until_names(page, &["第一小学", "乙小学", "丙小学"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_move_as_in_a_spreadsheet() -> Result<()> {
    let browser = Browser::start().await?;
    let _site = opened(&browser, school()?, &schools(300), "").await?;
    let page = browser.page();
    page.click(&cell(0, NAME)).await?;
    page.press(Key::Down + Key::Right).await?;
    until_active(page, (1, 1)).await?;
    page.press(Key::Home).await?;
    until_active(page, (1, 0)).await?;
    page.press_with(Key::Control, Key::End).await?;
    page.until("the last row", || async { Ok((active(page).await?.0 == 299).then_some(())) }).await?;
    assert!(page.text(&format!("{TABLE} >>> [data-row=\"299\"]")).await?.contains("300"));
    page.press_with(Key::Control, Key::Home).await?;
    until_active(page, (0, 0)).await?;
    page.press(Key::PageDown).await?;
    page.until("a page further", || async {
        let (row, _) = active(page).await?;
        Ok((5..60).contains(&row).then_some(()))
    })
    .await?;
    page.press(Key::PageUp).await?;
    until_active(page, (0, 0)).await?;

    // Escape takes nothing of what was typed, and F2 goes on with what is there.
    page.press("x" + Key::Escape).await?;
    page.press(Key::F2 + "附属" + Key::Enter).await?;
    page.until("the longer name", || async {
        Ok(names(page).await?.first().is_some_and(|name| name == "第一小学附属").then_some(()))
    })
    .await?;
    until_active(page, (1, 0)).await?;

    // Up beyond the first row are the headings: Enter there sorts.
    page.press(Key::Up + Key::Up).await?;
    page.until("the heading", || async { Ok(page.focused().await?.contains("#h0").then_some(())) }).await?;
    page.press(Key::Enter).await?;
    page.find(&format!("{TABLE} >>> #h0[aria-sort=ascending]")).await?;
    page.press(Key::Down).await?;
    until_active(page, (0, 0)).await?;

    // One way in, and a way out.
    page.press(Key::Escape + Key::Tab).await?;
    page.until("the focus outside", || async {
        Ok((!page.focused().await?.contains("#control")).then_some(()))
    })
    .await?;
    let stops = page
        .run_on(TABLE, "return element.shadowRoot.querySelectorAll('#grid input:not([tabindex=\"-1\"]), #grid textarea, #grid [tabindex=\"0\"], #grid button').length;")
        .await?;
    assert_eq!(stops, json!(1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn ranges_are_copied_filled_cleared_and_rows_come_and_go() -> Result<()> {
    let browser = Browser::start().await?;
    let _site = opened(&browser, school()?, &schools(4), "").await?;
    let page = browser.page();
    page.click(&cell(0, NAME)).await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.find(&format!("{TABLE} >>> .selected-count")).await?;
    page.press_with(Key::Control, "c").await?;
    page.click(&cell(4, NAME)).await?;
    page.press_with(Key::Control, "v").await?;
    until_names(page, &["第一小学", "第二小学", "第三小学", "第四小学", "第一小学", "第二小学"]).await?;
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "2行名称重复或相近").await?;
    page.click(&cell(5, NAME)).await?;
    page.wait_for_text(&format!("{TABLE} >>> .status"), "与第2行名称相同").await?;

    // The first row of a selection is repeated in the others.
    page.click(&cell(2, NAME)).await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.press_with(Key::Control, "d").await?;
    until_names(page, &["第一小学", "第二小学", "第三小学", "第三小学", "第一小学", "第二小学"]).await?;
    page.press_with(Key::Control, "z").await?;
    until_names(page, &["第一小学", "第二小学", "第三小学", "第四小学", "第一小学", "第二小学"]).await?;

    // The corner of the selection is pulled down.
    page.click(&cell(0, NAME)).await?;
    let handle = page.find(&format!("{TABLE} >>> .handle")).await?;
    let target = page.find(&cell(1, NAME)).await?;
    page.session().action_chain().drag_and_drop_element(&handle, &target).perform().await?;
    until_names(page, &["第一小学", "第一小学", "第三小学", "第四小学", "第一小学", "第二小学"]).await?;
    page.press_with(Key::Control, "z").await?;

    page.click(&cell(4, NAME)).await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.press_with(Key::Control, Key::Delete).await?;
    until_names(page, &["第一小学", "第二小学", "第三小学", "第四小学"]).await?;
    page.click(&cell(1, NAME)).await?;
    page.press_with(Key::Alt, Key::Insert).await?;
    page.press("插入" + Key::Enter).await?;
    until_names(page, &["第一小学", "插入", "第二小学", "第三小学", "第四小学"]).await?;

    page.press_with(Key::Control, "a").await?;
    page.press(Key::Delete).await?;
    page.until("nothing but what new entries have", || async {
        Ok(names(page).await?.iter().all(String::is_empty).then_some(()))
    })
    .await?;
    page.press_with(Key::Control, "z").await?;
    until_names(page, &["第一小学", "插入", "第二小学", "第三小学", "第四小学"]).await?;
    // What is cut is on the clipboard.
    page.click(&cell(1, NAME)).await?;
    page.press_with(Key::Control, "x").await?;
    page.click(&cell(5, NAME)).await?;
    page.press_with(Key::Control, "v").await?;
    page.until("the cut name", || async {
        Ok(names(page).await?.last().is_some_and(|name| name == "插入").then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn input_methods_take_their_time() -> Result<()> {
    let browser = Browser::start().await?;
    let _site = opened(&browser, school()?, &schools(2), "").await?;
    let page = browser.page();
    page.run("window.inputs = 0; document.addEventListener('gongkai-input', () => window.inputs++);", vec![])
        .await?;
    page.click(&cell(0, NAME)).await?;
    until_active(page, (0, 0)).await?;
    // The pinyin takes the place of what the cell said, in the control that had the focus all along.
    page.compose("xue'xiao").await?;
    assert_eq!(page.value(&format!("{TABLE} >>> #control")).await?, "xue'xiao");
    // Enter while composing belongs to the input method.
    page.press_enter_while_composing().await?;
    assert_eq!(active(page).await?, (0, 0));
    assert_eq!(names(page).await?, ["第一小学", "第二小学"]);
    assert_eq!(page.run("return window.inputs;", vec![]).await?, json!(0));
    page.commit_composition("学校").await?;
    page.press(Key::Enter).await?;
    until_names(page, &["学校", "第二小学"]).await?;
    until_active(page, (1, 0)).await?;
    assert_eq!(page.run("return window.inputs;", vec![]).await?, json!(1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_are_found_explained_and_mended() -> Result<()> {
    let item = school()?;
    let browser = Browser::start().await?;
    let mut entries = schools(200);
    entries[150]["elements"]["ban_gong_dian_hua"] = json!("（0736）７１１１１１１");
    entries[199]["elements"]["ban_gong_dian_hua"] = json!("12");
    let _site = opened(&browser, item, &entries, "").await?;
    let page = browser.page();
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "2行有错，共2处").await?;
    let phone =
        item.fields.iter().position(|field| field.key == "ban_gong_dian_hua").context("it has one")?;
    let phone = u64::try_from(phone)?;

    page.click(&cell(0, NAME)).await?;
    page.press(Key::F8).await?;
    until_active(page, (150, phone)).await?;
    page.wait_for_text(&format!("{TABLE} >>> #said"), "是否应为：0736-7111111").await?;
    let described = page
        .run_on(&format!("{TABLE} >>> #control"), "return element.getAttribute('aria-describedby');")
        .await?;
    assert_eq!(described, json!("said"));
    page.find(&format!("{TABLE} >>> [data-row=\"150\"] [aria-invalid=true]")).await?;
    axe::expect_accessible(page).await?;
    page.click(&format!("{TABLE} >>> .status .repair")).await?;
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "1行有错，共1处").await?;
    assert_eq!(value(page).await?[150]["elements"]["ban_gong_dian_hua"], json!("0736-7111111"));
    until_active(page, (150, phone)).await?;

    // Wrong rows alone; mended ones stay until all are shown again.
    page.click(&format!("{TABLE} >>> [aria-pressed]")).await?;
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "共200行，显示1行").await?;
    page.press(Key::F8).await?;
    page.click(&cell(0, NAME)).await?;
    page.press(Key::F8).await?;
    page.press("0736-7222222" + Key::Enter).await?;
    page.wait_for_text(&format!("{TABLE} >>> .counts"), "没有发现错误").await?;
    assert!(cell_text(page, 0, usize::try_from(phone)?).await?.contains("7222222"));
    page.click(&format!("{TABLE} >>> [aria-pressed]")).await?;
    page.find(&format!("{TABLE} >>> [data-row=\"10\"]")).await?;
    assert_eq!(value(page).await?.as_array().map(Vec::len), Some(200));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sorting_is_stable_and_loses_nothing() -> Result<()> {
    let browser = Browser::start().await?;
    let mut entries = schools(12);
    for (index, entry) in entries.as_array_mut().context("they are an array")?.iter_mut().enumerate() {
        entry["formed_on"] = json!(format!("2026-0{}-01", 3 - index % 3));
        entry["x-own"] = json!(index);
    }
    let _site = opened(&browser, school()?, &entries, "").await?;
    let page = browser.page();
    page.click(&format!("{TABLE} >>> #h0")).await?;
    page.find(&format!("{TABLE} >>> #h0[aria-sort=ascending]")).await?;
    page.click(&format!("{TABLE} >>> #h0")).await?;
    page.find(&format!("{TABLE} >>> #h0[aria-sort=descending]")).await?;
    assert_eq!(value(page).await?, entries, "the entries stay in their order");
    let day = school()?.fields.len();
    page.click(&format!("{TABLE} >>> #h{day}")).await?;
    page.find(&format!("{TABLE} >>> #h{day}[aria-sort=ascending]")).await?;
    let shown = page
        .run_on(TABLE, "return [...element.shadowRoot.querySelectorAll('.body .row')].slice(0, 12).map(row => row.querySelector('[data-column=\"0\"]').textContent || row.querySelector('input')?.value);")
        .await?;
    assert_eq!(
        shown,
        json!([
            "第三小学",
            "第六小学",
            "第九小学",
            "第十二小学",
            "第二小学",
            "第五小学",
            "第八小学",
            "第十一小学",
            "第一小学",
            "第四小学",
            "第七小学",
            "第十小学"
        ])
    );
    // A row is changed and taken out where it is shown.
    page.click(&cell(0, NAME)).await?;
    page.press("改名小学" + Key::Enter).await?;
    page.until("the new name", || async { Ok((names(page).await?[2] == "改名小学").then_some(())) }).await?;
    page.press_with(Key::Control, Key::Delete).await?;
    page.until("one row fewer", || async {
        let names = names(page).await?;
        Ok((names.len() == 11 && !names.contains(&"第六小学".to_owned())).then_some(()))
    })
    .await?;
    assert_eq!(value(page).await?[0]["x-own"], json!(0), "what no column shows is kept");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn values_are_chosen_from_a_list() -> Result<()> {
    let item = gongkai::packs()
        .iter()
        .flat_map(gongkai_core::Pack::items)
        .find(|item| {
            let shown = item.fields.first().map(|field| &field.kind);
            matches!(shown, Some(gongkai_core::Kind::Choice { choices, .. }) if choices.len() > 1)
        })
        .or_else(|| {
            gongkai::packs().iter().flat_map(gongkai_core::Pack::items).find(|item| {
                item.fields.iter().take(3).any(|field| matches!(&field.kind, gongkai_core::Kind::Choice { choices, .. } if choices.len() > 1))
                    && item.fields.iter().take(3).all(|field| field.kind.fits_a_cell())
            })
        })
        .context("some item has a choice in front")?;
    let column = item
        .fields
        .iter()
        .position(
            |field| matches!(&field.kind, gongkai_core::Kind::Choice { choices, .. } if choices.len() > 1),
        )
        .context("it was just found")?;
    let gongkai_core::Kind::Choice { choices, .. } = &item.fields[column].kind else {
        anyhow::bail!("it was just found")
    };
    let key = &item.fields[column].key;
    let browser = Browser::start().await?;
    let _site = opened(&browser, item, &Value::Null, "").await?;
    let page = browser.page();
    let heading = page
        .run_on(TABLE, &format!("return [...element.shadowRoot.querySelectorAll('[data-heading]')].findIndex(heading => heading.querySelector('.name').textContent.startsWith({}));", json!(item.fields[column].name)))
        .await?;
    let at = usize::try_from(heading.as_u64().context("the column is shown")?)?;
    page.click(&cell(0, at)).await?;
    page.press(Key::F2 + Key::Down + Key::Down).await?;
    page.find(&format!("{TABLE} >>> [role=option][aria-selected=true]")).await?;
    axe::expect_accessible(page).await?;
    page.press(Key::Enter).await?;
    page.until("the second choice", || async {
        Ok((value(page).await?[0]["elements"][key] == json!(choices[1])).then_some(()))
    })
    .await?;
    page.click(&cell(0, at)).await?;
    page.press_with(Key::Alt, Key::Down).await?;
    page.click(&format!("{TABLE} >>> [role=option]:first-child")).await?;
    page.until("the first choice", || async {
        Ok((value(page).await?[0]["elements"][key] == json!(choices[0])).then_some(()))
    })
    .await
}
