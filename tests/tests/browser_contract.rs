//! What a page may rely on: properties, reset, moving about, several forms, the server's report.
#![cfg(feature = "browser")]

use anyhow::Result;
use gongkai_core::{Context as CheckContext, Stage};
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{form_page, json_attribute, page as around, posted_entry, school, site};
use serde_json::{Value, json};
use thirtyfour::Key;

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const PHONE: &str = "/elements/ban_gong_dian_hua";

async fn ready(page: &Page) -> Result<()> {
    page.find(&control(NAME)).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_survives_a_move_in_the_page() -> Result<()> {
    let site = site(vec![("/".to_owned(), form_page(school()?, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.run("document.querySelector('form').prepend(document.querySelector('gongkai-form'));", vec![])
        .await?;
    ready(page).await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校");
    // So do its steps, and a question that stood open is still there.
    page.run_on(FORM, "element.undo();").await?;
    page.until("the step taken back", || async {
        Ok(page.value(&control(NAME)).await?.is_empty().then_some(()))
    })
    .await?;
    page.run_on(FORM, "element.redo();").await?;
    // Into another shadow tree it is drawn anew.
    page.run(
        "const place = document.createElement('div');
         document.querySelector('form').append(place);
         place.attachShadow({ mode: 'open' }).append(document.querySelector('gongkai-form'));",
        vec![],
    )
    .await?;
    let inside = control(NAME).replace(FORM, "form > div >>> gongkai-form");
    page.until("the name in another tree", || async {
        Ok((page.find_all(&inside).await?.len() == 1 && page.value(&inside).await? == "甲校").then_some(()))
    })
    .await?;
    page.run(
        "document.querySelector('form').prepend(document.querySelector('form > div').shadowRoot.firstChild);",
        vec![],
    )
    .await?;
    ready(page).await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校");
    // Taken out and put back before the pack has come: still nothing is lost.
    page.run(
        "const form = document.querySelector('gongkai-form'); const place = form.parentNode;
         form.remove(); place.prepend(form); form.remove(); place.prepend(form);",
        vec![],
    )
    .await?;
    ready(page).await?;
    assert_eq!(page.value(&control(NAME)).await?, "甲校");
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_survives_another_calendar() -> Result<()> {
    let site = site(vec![("/".to_owned(), form_page(school()?, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME), "甲校").await?;
    page.run_on(
        FORM,
        "return new Promise(done => {
             element.addEventListener('gongkai-ready', () => done(true), { once: true });
             element.setAttribute('calendar', '/widgets/calendar.json?again');
         });",
    )
    .await?;
    assert_eq!(page.property(FORM, "value").await?["elements"]["xue_xiao_ming_cheng"], json!("甲校"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn reset_goes_back_to_the_default_value() -> Result<()> {
    let item = school()?;
    let entry = item.example(TODAY);
    let site = site(vec![("/".to_owned(), form_page(item, &json_attribute("value", &entry)))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    ready(page).await?;
    assert_eq!(page.property(FORM, "value").await?, entry, "an entry goes through the form unchanged");
    page.replace_text(&control(NAME), "乙校").await?;
    page.run("document.querySelector('form').reset();", vec![]).await?;
    page.until("the default name", || async {
        Ok((page.value(&control(NAME)).await? == "示例：学校名称").then_some(()))
    })
    .await?;
    assert_eq!(page.property(FORM, "value").await?, entry);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_property_set_before_the_element_is_defined_holds() -> Result<()> {
    let item = school()?;
    let entry = item.example(TODAY);
    let site = site(vec![(
        "/".to_owned(),
        form_page(item, "").replace("<script type=\"module\" src=\"/widgets/gongkai.js\"></script>", ""),
    )])
    .await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.run("document.querySelector('gongkai-form').value = arguments[0]; return import('/widgets/gongkai.js').then(() => null);", vec![entry.clone()]).await?;
    ready(page).await?;
    assert_eq!(page.property(FORM, "value").await?, entry);

    let mut wrong = entry.clone();
    wrong["elements"]["ban_gong_dian_hua"] = json!("1");
    let report = item.check(&wrong, &CheckContext::new(Stage::Publish, TODAY));
    page.run(
        "const form = document.createElement('gongkai-form');
         for (const name of ['pack', 'item']) form.setAttribute(name, document.querySelector('gongkai-form').getAttribute(name));
         [form.value, form.report] = arguments;
         form.id = 'second';
         document.querySelector('main').append(form);",
        vec![entry, serde_json::to_value(&report)?],
    )
    .await?;
    page.wait_for_text("#second >>> .summary", "办公电话").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_called_before_the_form_is_drawn_is_not_lost() -> Result<()> {
    let site = site(vec![("/".to_owned(), around(""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.wait_for("customElements.get('gongkai-form')").await?;
    let item = school()?;
    page.run(
        "const form = document.createElement('gongkai-form');
         form.setAttribute('pack', `/widgets/packs/${arguments[0]}.json`);
         form.setAttribute('item', arguments[1]);
         form.setValue('/elements/xue_xiao_ming_cheng', '早校');
         document.querySelector('main').append(form);
         form.setValue('/elements/xue_xiao_di_zhi', '文化路');",
        vec![json!(item.pack.id), json!(item.id)],
    )
    .await?;
    ready(page).await?;
    page.until("what was set before", || async {
        let elements = page.property(FORM, "value").await?["elements"].clone();
        let expected = json!({ "xue_xiao_ming_cheng": "早校", "xue_xiao_di_zhi": "文化路" });
        Ok((elements == expected).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_forms_on_a_page_keep_apart() -> Result<()> {
    let item = school()?;
    let one = |name: &str| {
        format!(
            r#"<gongkai-form name="{name}" pack="/widgets/packs/{}.json" item="{}"></gongkai-form>"#,
            item.pack.id, item.id
        )
    };
    let body = format!("<form id=a>{}</form><form id=b>{}</form>", one("a"), one("b"));
    let site = site(vec![("/".to_owned(), around(&body))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(NAME).replace(FORM, "#a gongkai-form"), "甲校").await?;
    page.type_text(&control(NAME).replace(FORM, "#b gongkai-form"), "乙校").await?;
    let names = page
        .run("return ['a', 'b'].map(id => JSON.parse(new FormData(document.getElementById(id)).get(id)).elements.xue_xiao_ming_cheng);", vec![])
        .await?;
    assert_eq!(names, json!(["甲校", "乙校"]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_servers_report_is_shown_until_the_value_changes() -> Result<()> {
    let item = school()?;
    let entry = item.example(TODAY);
    // The server knows something that the browser does not.
    let mut wrong = entry.clone();
    wrong["elements"]["ban_gong_dian_hua"] = json!("1");
    let report = item.check(&wrong, &CheckContext::new(Stage::Publish, TODAY));
    let attributes = format!(
        "{} {}",
        json_attribute("value", &entry),
        json_attribute("report", &serde_json::to_value(&report)?)
    );
    let site = site(vec![("/".to_owned(), form_page(item, &attributes))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.wait_for_text(&format!("{FORM} >>> .summary"), "办公电话").await?;
    page.replace_text(&control(PHONE), "0736-7222222").await?;
    page.wait_until_gone(&format!("{FORM} >>> .summary")).await?;
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?["elements"]["ban_gong_dian_hua"], json!("0736-7222222"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposed_value_is_taken_with_one_click() -> Result<()> {
    let site = site(vec![("/".to_owned(), form_page(school()?, ""))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.type_text(&control(PHONE), "（0736）７１１１１１１").await?;
    page.press(Key::Tab).await?;
    let field = format!("{FORM} >>> [data-path=\"{PHONE}\"]");
    page.wait_for_text(&field, "改为：0736-7111111").await?;
    page.click(&format!("{field} .repair")).await?;
    page.wait_until_gone(&format!("{field} .issue")).await?;
    assert_eq!(page.value(&control(PHONE)).await?, "0736-7111111");
    assert_eq!(page.focused().await?, "input#f-elements-ban_gong_dian_hua");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn values_without_a_field_are_shown_and_can_be_removed() -> Result<()> {
    let item = school()?;
    let mut entry = item.example(TODAY);
    entry["elements"]["lao_zi_duan"] = json!("旧值");
    let site = site(vec![("/".to_owned(), form_page(item, &json_attribute("value", &entry)))]).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.wait_for_text(&format!("{FORM} >>> .foreign"), "旧值").await?;
    page.click("#publish").await?;
    page.wait_for_text(&format!("{FORM} >>> .summary"), "lao_zi_duan").await?;
    page.click(&format!("{FORM} >>> .foreign .remove")).await?;
    page.wait_until_gone(&format!("{FORM} >>> .summary")).await?;
    page.click("#publish").await?;
    page.until("the post", || async { Ok((!site.posted().is_empty()).then_some(())) }).await?;
    assert_eq!(posted_entry(&site)?["elements"]["lao_zi_duan"], Value::Null);
    Ok(())
}
