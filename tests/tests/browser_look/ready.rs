//! What is done and what is left before publishing, live.

use anyhow::Result;
use gongkai_tests::axe;
use gongkai_tests::fill::control;
use gongkai_tests::judges::TODAY;
use thirtyfour::Key;

use crate::{NAME, attribute, inside, opened, school, tab_to, type_date};

#[tokio::test(flavor = "multi_thread")]
async fn the_list_follows_what_is_typed() -> Result<()> {
    let item = school()?;
    let mut start = item.example(TODAY);
    start["elements"]["xue_xiao_ming_cheng"] = serde_json::Value::Null;
    start["title"] = serde_json::Value::Null;
    let (browser, _site) = opened(item, &format!("ready-list {}", attribute("value", &start))).await?;
    let page = browser.page();
    let button = inside("[aria-controls=ready]");
    page.wait_for_text(&button, "发布前检查：还有2处需要修改，暂不能发布").await?;
    page.focus(&button).await?;
    page.press(Key::Enter).await?;
    let list = inside("#ready");
    page.wait_for_text(&list, "请填写“学校名称”").await?;
    page.set_viewport(320, 900).await?;
    axe::expect_accessible(page).await?;
    page.expect_no_sideways_scroll().await?;
    page.set_viewport(1280, 900).await?;
    page.screenshot("form-ready").await?;

    // A link leads to what is missing; typing takes it off the list and puts it among what is done.
    page.click(&format!("{list} a[href=\"#f{}\"]", NAME.replace('/', "-"))).await?;
    page.expect_focused("input#f-elements-xue_xiao_ming_cheng").await?;
    page.press("甲校").await?;
    page.wait_for_text(&button, "发布前检查：可以发布").await?;
    page.wait_for_text(&inside(".done"), "学校名称").await?;
    assert!(!page.text(&list).await?.contains("请填写“学校名称”"));

    // Channels: used, dated, proven.
    let ticked = item.channels.iter().position(|channel| channel.required).expect("a necessary channel");
    let place = start["channels"]
        .as_array()
        .and_then(|channels| {
            channels.iter().position(|channel| channel["channel"] == item.channels[ticked].name.as_str())
        })
        .expect("the example uses it");
    type_date(page, &format!("/channels/{place}/published_on"), "2026-09-01").await?;
    page.replace_text(&control(&format!("/channels/{place}/proof")), "https://www.example.gov.cn/1").await?;
    page.wait_for_text(&list, "已于2026年9月1日公开，凭证已填").await?;
    let unused = item.channels.iter().position(|channel| !channel.required).expect("one more channel");
    page.click(&inside(&format!("#channel-{unused}"))).await?;
    let is_ticked = page.property(&inside(&format!("#channel-{unused}")), "checked").await?;
    let expected =
        if is_ticked == serde_json::json!(true) { "已选用，缺公开日期" } else { "尚未使用" };
    page.wait_for_text(&list, expected).await?;
    tab_to(page, "input#f-publisher").await
}
