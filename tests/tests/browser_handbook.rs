//! The page of the handbook with an editor of the site and files, as it is printed there, with its script.
#![cfg(feature = "browser")]

use anyhow::{Context, Result};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::{FORM, control};
use gongkai_tests::site::{Options, Site};
use gongkai_tests::widgets::{dist, page as around};
use gongkai_tests::workspace;
use serde_json::{Value, json};

const DOCUMENT: &str = "/elements/qu_yu_nei_yi_wu_jiao_yu_jie_duan_xue_sheng_xiu_xue_fu_xue_zhuan";
const TEXT: &str = "/elements/xue_ji_zheng_ming";

/// The block of the page that has the editor in it.
fn printed() -> Result<String> {
    let file = workspace::root().join("examples/handbook/zh-CN/vendors-fields.md");
    let text = std::fs::read_to_string(file)?;
    let blocks = text.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks
        .into_iter()
        .find(|block| block.contains("id=\"editor\""))
        .map(str::to_owned)
        .context("it is printed")
}

async fn expect(page: &gongkai_tests::page::Page, path: &str, expected: Value) -> Result<()> {
    page.until(&format!("{expected} at {path}"), || async {
        let entry = page.property(FORM, "value").await?;
        Ok((entry.pointer(path) == Some(&expected)).then_some(()))
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_editor_and_the_files_of_the_page_in_the_handbook_work() -> Result<()> {
    let script = "<script type=\"module\" src=\"/programs/page.js\"></script>";
    let programs = workspace::root().join("examples/handbook/programs");
    let site = Site::start(Options {
        folders: vec![("/widgets".to_owned(), dist()), ("/programs".to_owned(), programs)],
        pages: vec![("/".to_owned(), around(&format!("{}{script}", printed()?)))],
        ..Options::default()
    })
    .await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&control("/formed_on")).await?;
    axe::expect_accessible(page).await?;

    page.type_text("#editor", "凭户口簿到学校办理").await?;
    expect(page, TEXT, json!("凭户口簿到学校办理")).await?;

    // What the site answers to a file; where it is stored is its own affair.
    page.run(
        "window.fetch = async (address, { method, body }) => method === 'POST' && address === '/files'
             ? new Response(JSON.stringify({ link: `https://www.example.gov.cn/${body.size}.pdf` }), { status: window.status || 200 })
             : Response.error();
         window.status = 500;",
        vec![],
    )
    .await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("政策.pdf");
    std::fs::write(&file, "%PDF")?;
    let chooser = page.find(&control(&format!("{DOCUMENT}/0-file"))).await?;
    chooser.send_keys(file.to_str().context("a name that can be typed")?).await?;
    // Its own reason is told.
    page.wait_for_text(&control(DOCUMENT), "上传失败：政策.pdf: 500").await?;
    page.run("window.status = 200;", vec![]).await?;
    page.click(&format!("{} .repair", control(DOCUMENT))).await?;
    expect(
        page,
        &format!("{DOCUMENT}/0"),
        json!({ "link": "https://www.example.gov.cn/4.pdf", "title": "政策.pdf" }),
    )
    .await
}
