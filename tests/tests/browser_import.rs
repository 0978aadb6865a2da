//! An editor brings in the county's own table: uploads it, answers what it leaves open, accepts it, and works by it.
#![cfg(feature = "browser")]

use anyhow::{Context, Result, ensure};
use gongkai_core::Pack;
use gongkai_tests::axe;
use gongkai_tests::demo::Demo;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{control, fill};
use gongkai_tests::judges::TODAY;
use gongkai_tests::page::Page;
use gongkai_tests::workspace;
use serde_json::json;

const NAV: &str = "gongkai-nav >>>";
/// Two sheets with a domain each; in the second one the publishers are masked.
const TABLE: &str = "tests/importer-corpus/11-housing-and-employment.xlsx";
/// An item that the county adds on the way.
const ADDED: &str = "零工市场名录";
const ADDED_PAGE: &str = "/admin/18-employment/ling-gong-shi-chang-ming-lu";

/// Judges the page at the width of a desk and of a small telephone, and takes a picture of each.
async fn look(page: &Page, name: &str) -> Result<()> {
    for (width, height) in [(320, 1600), (1366, 1800)] {
        page.set_viewport(width, height).await?;
        axe::expect_accessible(page).await.with_context(|| format!("{name} at {width} px"))?;
        let overflow = page.run("return document.documentElement.scrollWidth - innerWidth;", vec![]).await?;
        ensure!(
            overflow.as_i64().is_some_and(|pixels| pixels <= 0),
            "{name} at {width} px: {overflow} px too wide"
        );
        page.screenshot(&format!("import-{name}-{width}")).await?;
    }
    Ok(())
}

async fn expect_end_of_address(page: &Page, end: &str) -> Result<()> {
    page.until(&format!("a page …{end}"), || async {
        let path = page.run("return location.pathname;", vec![]).await?;
        Ok(path.as_str().unwrap_or_default().ends_with(end).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_uploaded_corrected_accepted_and_worked_by() -> Result<()> {
    let demo = Demo::start()?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.set_viewport(1366, 900).await?;
    demo.sign_in(page).await?;

    page.click(".admin-bar a[href=\"/admin/imports\"]").await?;
    page.wait_for_text("main", "还没有导入过文件").await?;
    look(page, "list").await?;
    page.click("main a[href=\"/admin/imports/new\"]").await?;
    page.find("#file").await?;
    look(page, "upload").await?;

    // What is no table is refused in place, with the reason.
    let refused = workspace::root().join("Cargo.lock");
    page.type_text("#file", &refused.to_string_lossy()).await?;
    page.click("main form button").await?;
    page.wait_for_text(".alert", "文件未能读取").await?;
    look(page, "refused").await?;

    page.type_text("#file", &workspace::root().join(TABLE).to_string_lossy()).await?;
    page.click("main form button").await?;
    page.wait_for_text("main", "文件已读取").await?;
    page.wait_for_text("main", "保障性住房").await?;
    page.wait_for_text("main", "就业").await?;
    look(page, "overview").await?;

    // The masked publisher is a question, once for all the rows that print it.
    page.click("main .row:nth-child(2) .row-title").await?;
    page.wait_for_text(".told", "12行相同").await?;
    page.wait_for_text(".told", "**区人力资源和社会保障局").await?;
    look(page, "review").await?;
    let review = page.run("return location.href;", vec![]).await?;
    let review = review.as_str().context("pages have an address")?;
    page.open(&format!("{review}?lang=en")).await?;
    page.wait_for_text(".told", "in 12 rows").await?;
    look(page, "review-en").await?;
    page.open(&format!("{review}?lang=zh-CN")).await?;
    page.click(".told .row-links a").await?;
    page.find("#f-subject").await?;
    look(page, "row").await?;
    page.replace_text("#f-subject", " ").await?;
    page.click("button[value=stay]").await?;
    page.wait_for_text(".alert", "请填写公开主体").await?;
    look(page, "row-refused").await?;
    page.replace_text("#f-subject", "示例县人力资源和社会保障局").await?;
    page.click("input[name=same][value=subject]").await?;
    page.click("button.button").await?;
    page.wait_for_text("main", "没有待确认的问题").await?;

    // The county's own item in place of one of the national ones.
    page.click("#row-9 .row-actions a").await?;
    page.replace_text("#f-level2", ADDED).await?;
    page.replace_text("#f-level1", "零工市场").await?;
    page.replace_text("#f-elements", "市场名称\n市场地址\n服务内容").await?;
    page.click("button.button").await?;
    page.wait_for_text("#row-9", ADDED).await?;
    page.wait_for_text("#row-9", "已由人确认").await?;
    look(page, "review-decided").await?;

    page.click("main .title-line a.button").await?;
    page.wait_for_text("main", "将替代“就业”现行目录").await?;
    look(page, "confirm").await?;
    if !page.find_all("input[name=acknowledged]").await?.is_empty() {
        page.click("input[name=acknowledged]").await?;
    }
    page.click("form[action$=\"/accept\"] button").await?;
    expect_end_of_address(page, "/admin/18-employment").await?;
    page.wait_for_text("main", ADDED).await?;

    // The menu knows it, found by initials, and its form has its fields.
    page.type_text(&format!("{NAV} #filter"), "lgscml").await?;
    page.click(&format!("{NAV} a[href=\"{ADDED_PAGE}\"]")).await?;
    page.click(&format!("main a[href=\"{ADDED_PAGE}/new\"]")).await?;
    page.find(&control("/elements/shi_chang_ming_cheng")).await?;
    look(page, "form").await?;
    let pack = page
        .run(
            "return fetch(document.querySelector('gongkai-form').getAttribute('pack')).then(answer => answer.text());",
            vec![],
        )
        .await?;
    let pack = Pack::from_json(pack.as_str().context("the pack is served")?)?;
    let item = pack.items().find(|item| item.name == ADDED).context("the pack has the item")?;
    assert_eq!(item.publisher, "示例县人力资源和社会保障局");
    let names: Vec<&str> = item.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["市场名称", "市场地址", "服务内容"]);
    let mut entry = item.example(TODAY);
    entry["title"] = json!("示例县城关零工市场");
    fill(page, &item.form(), &entry).await?;
    page.click("button[value=publish]").await?;
    page.wait_for_text("main", "已发布").await?;
    page.open(&demo.url(&ADDED_PAGE.replace("/admin", "/d"))).await?;
    page.wait_for_text("main", "示例县城关零工市场").await?;
    page.find(&format!("{NAV} #filter")).await?;
    axe::expect_accessible(page).await.context("public page of the item")?;
    // The refused upload is the only thing that went wrong.
    let errors = page.console_errors().await?;
    ensure!(errors.iter().all(|error| error.contains("422")), "{errors:#?}");
    Ok(())
}
