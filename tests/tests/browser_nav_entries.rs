//! Entries found in an index of 100,000 titles.
#![cfg(feature = "browser")]

use std::fs;

use anyhow::Result;
use gongkai_core::index::build;
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::index_corpus::entries;
use gongkai_tests::site::{Options, Site};
use gongkai_tests::widgets::{dist, page as around};
use serde_json::json;
use thirtyfour::Key;

const NAV: &str = "gongkai-nav >>>";
const MENU: &str = r#"<gongkai-nav src="/widgets/navigation.json" href-template="/d/{domain}/{item}" index="/search/"
    entry-href-template="/e/{domain}/{item}?id={id}"><a href="/plain">全部领域</a></gongkai-nav>"#;
const ENTRIES: usize = 100_000;

#[tokio::test(flavor = "multi_thread")]
async fn entries_are_found_under_the_items() -> Result<()> {
    let folder = tempfile::tempdir()?;
    for file in build(entries(ENTRIES, 1), gongkai::lexicon()) {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(folder.path()))?;
        fs::write(path, file.text)?;
    }
    let folders = vec![("/widgets".to_owned(), dist()), ("/search".to_owned(), folder.path().to_owned())];
    let pages = vec![
        ("/".to_owned(), around(MENU)),
        ("/broken".to_owned(), around(&MENU.replace("/search/", "/nowhere"))),
    ];
    let site = Site::start(Options { folders, pages, ..Options::default() }).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.find(&format!("{NAV} #filter")).await?;
    // From the last file that came to the first entry on the screen, by the clock of the page.
    page.run(
        "const root = document.querySelector('gongkai-nav').shadowRoot;
         window.watch = () => { window.first = 0; performance.clearResourceTimings(); };
         new MutationObserver(() => {
             if (!window.first && root.querySelector('.entries a')) window.first = performance.now();
         }).observe(root, { subtree: true, childList: true });
         performance.setResourceTimingBufferSize(1000);",
        Vec::new(),
    )
    .await?;
    for (typed, wanted) in [
        ("武陵区丹洲乡第五小学", "武陵区丹洲乡第五小学"),
        ("最低生活保障", "最低生活保障"),
        ("wulingqudanzhou", "武陵区丹洲乡"),
        ("wlqdzx", "武陵区丹洲乡"),
        ("环境影晌评价", "环境影响评价"),
        ("wulingqudanzouxiang", "武陵区丹洲乡"),
    ] {
        page.run("watch();", Vec::new()).await?;
        page.replace_text(&format!("{NAV} #filter"), typed).await?;
        page.wait_for_text(&format!("{NAV} .entries a"), wanted).await?;
        let figures = page
            .run(
                "const files = performance.getEntriesByType('resource').filter((file) => file.name.includes('/search/'));
                 const last = Math.max(...files.map((file) => file.responseEnd).filter((end) => end <= first));
                 return { files: files.length, bytes: files.reduce((sum, file) => sum + file.decodedBodySize, 0),
                     first_after_last_file_ms: Math.round(first - last) };",
                Vec::new(),
            )
            .await?;
        println!("{typed}: {figures}");
        let links = page.find_all(&format!("{NAV} .entries a")).await?.len();
        assert!(links <= 10, "{links}");
    }
    axe::expect_accessible(page).await?;

    page.replace_text(&format!("{NAV} #filter"), "丹洲乡征收土地公告").await?;
    page.wait_for_text(&format!("{NAV} .entries a"), "丹洲乡征收土地公告").await?;
    page.wait_for_text(&format!("{NAV} .found"), "条目约").await?;
    page.wait_for_text(&format!("{NAV} .entries mark"), "丹洲乡征收土地公告").await?;
    page.screenshot("nav-entries").await?;
    let href = page.run_on(&format!("{NAV} .entries a"), "return element.getAttribute('href');").await?;
    assert!(href.as_str().is_some_and(|href| href.starts_with("/e/") && href.contains("?id=")), "{href}");
    page.click(&format!("{NAV} .entries button")).await?;
    page.find(&format!("{NAV} .entries li:nth-child(11)")).await?;
    page.focus(&format!("{NAV} #filter")).await?;
    page.press(Key::Down).await?;
    page.wait_for("document.activeElement.shadowRoot.activeElement.part.contains('entry')").await?;
    page.press(Key::Escape).await?;
    page.wait_until_gone(&format!("{NAV} .entries")).await?;

    // Without its index the menu is a menu all the same.
    page.open(&site.url("/broken")).await?;
    page.replace_text(&format!("{NAV} #filter"), "学校").await?;
    page.wait_for_text(&format!("{NAV} .entries"), "暂时不能").await?;
    let links = page.run(
        "return document.querySelector('gongkai-nav').shadowRoot.querySelectorAll('a[part=link]').length > 0;",
        Vec::new(),
    );
    assert_eq!(links.await?, json!(true));
    Ok(())
}
