//! The words of the guideline on top of the form and beside its fields, opened by mouse and by keyboard.

use anyhow::Result;
use gongkai_tests::axe;
use thirtyfour::Key;

use crate::{inside, opened, school, tab_to};

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_the_guideline_open_on_demand() -> Result<()> {
    let item = school()?;
    let (browser, _site) = opened(item, "guidance").await?;
    let page = browser.page();
    let content = inside("#guidance");
    assert!(!page.is_seen(&content).await?, "closed at first");
    page.press(Key::Tab).await?;
    assert!(page.focused().await?.starts_with("button"), "the first stop opens the words");
    page.press(Key::Enter).await?;
    assert!(page.is_seen(&content).await?, "opened by Enter");
    let limit = item.time_limit.as_ref().expect("the row has a limit");
    for words in item.basis.iter().chain(&item.levels).chain([&limit.text, &item.publisher, &item.category]) {
        page.wait_for_text(&content, words).await?;
    }
    for channel in &item.channels {
        page.wait_for_text(&content, &channel.name).await?;
    }
    for element in &item.item.fields {
        page.wait_for_text(&content, &element.name).await?;
    }
    page.wait_for_text(&content, "全社会").await?;
    page.wait_for_text(&content, "主动公开").await?;
    let button = inside("[aria-controls=guidance]");
    assert_eq!(page.property(&button, "ariaExpanded").await?, serde_json::json!("true"));

    // Typing somewhere else does not close them.
    page.type_text(&gongkai_tests::fill::control(crate::NAME), "甲").await?;
    assert!(page.is_seen(&content).await?, "still open");
    page.set_viewport(320, 900).await?;
    axe::expect_accessible(page).await?;
    page.expect_no_sideways_scroll().await?;
    page.click(&button).await?;
    assert!(!page.is_seen(&content).await?, "closed again");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn beside_a_field_stand_the_words_about_it() -> Result<()> {
    let item = school()?;
    let (browser, _site) = opened(item, "guidance").await?;
    let page = browser.page();
    let content = inside("#guidance-publisher");
    tab_to(page, "input#f-publisher").await?;
    page.press(Key::Tab).await?;
    page.press(" ").await?;
    assert!(page.is_seen(&content).await?, "opened by the space bar");
    page.wait_for_text(&content, &item.publisher).await?;
    assert!(!page.text(&content).await?.contains(&item.basis[0]), "only what is about the field");
    page.click(&inside("[aria-controls=guidance-formed_on]")).await?;
    assert!(page.is_seen(&inside("#guidance-formed_on")).await?);
    page.wait_for_text(&inside("#guidance-formed_on"), &item.basis[0]).await
}
