//! A page with three elements among things that were not made for them, and what an editor does there.

use anyhow::Result;
use thirtyfour::Key;

use crate::fill::{FORM, control};
use crate::host_form::{note, school_form};
use crate::page::Page;
use crate::site::{Options, Site};
use crate::widgets::{dist, page as around};
use crate::workspace;

const NAME: &str = "/elements/xue_xiao_ming_cheng";
const PHONE: &str = "/elements/ban_gong_dian_hua";
const MENU: &str =
    r#"<gongkai-nav src="/widgets/navigation.json" href-template="/d/{domain}/{item}"></gongkai-nav>"#;
const ENTRY: &str = r#"<gongkai-form name="entry" pack="/widgets/packs/24-compulsory-education.json"
item="yi-wu-jiao-yu-xue-xiao-ming-lu" today="2026-09-01"></gongkai-form>"#;

/// Serves pages with the widgets, the hostile files and libraries of other people.
///
/// # Errors
/// No port is free.
pub async fn site(pages: &[(&str, String)]) -> Result<Site> {
    site_with(pages, Options::default()).await
}

/// The same with further folders, and with a policy and headers of its own.
///
/// # Errors
/// No port is free.
pub async fn site_with(pages: &[(&str, String)], options: Options) -> Result<Site> {
    let tests = workspace::root().join("tests");
    let packages = tests.join("node_modules");
    let mut folders = options.folders;
    folders.extend([
        ("/widgets".to_owned(), dist()),
        ("/hostile".to_owned(), tests.join("hostile")),
        ("/jquery".to_owned(), packages.join("jquery/dist")),
        ("/bootstrap2".to_owned(), packages.join("bootstrap2/docs/assets/css")),
        ("/bootstrap3".to_owned(), packages.join("bootstrap3/dist/css")),
        ("/bootstrap5".to_owned(), packages.join("bootstrap5/dist/css")),
    ]);
    let pages = pages.iter().map(|(path, html)| ((*path).to_owned(), html.clone())).collect();
    Site::start(Options { folders, pages, ..options }).await
}

/// Menu, form and check on one page.
#[must_use]
pub fn all() -> String {
    format!(
        "{MENU}<form id=own method=post action=/posted>{ENTRY}<button id=send>发布</button></form>{}",
        school_form("")
    )
}

/// A page around some markup, with more in its head.
#[must_use]
pub fn with_head(body: &str, head: &str) -> String {
    around(body).replace("<script", &format!("{head}<script"))
}

/// Waits until all three are drawn.
///
/// # Errors
/// One of them is not in time.
pub async fn ready(page: &Page) -> Result<()> {
    page.find(&control(NAME)).await?;
    page.find("gongkai-check >>> .state").await?;
    page.find("gongkai-nav >>> .domain").await.map(drop)
}

/// Types a wrong telephone number into form and field, takes the proposal in both, and searches the menu.
///
/// # Errors
/// Something of it does not work.
///
/// # Panics
/// The proposal says something else.
pub async fn make_a_mistake_and_mend_it(page: &Page) -> Result<()> {
    page.type_text(&control(PHONE), "（0736）7111111").await?;
    page.press(Key::Tab).await?;
    let repair = format!("{FORM} >>> [data-path=\"{PHONE}\"] .repair");
    page.click(&repair).await?;
    page.wait_until_gone(&repair).await?;
    assert_eq!(page.value(&control(PHONE)).await?, "0736-7111111");
    page.type_text("#dh", "（0736）7111111").await?;
    page.press(Key::Tab).await?;
    page.click(&format!("{} .repair", note("#dh"))).await?;
    page.wait_until_gone("#dh + gongkai-note").await?;
    assert_eq!(page.value("#dh").await?, "0736-7111111");
    page.type_text("gongkai-nav >>> #filter", "ywjy").await?;
    page.wait_for_text("gongkai-nav >>> .found", "找到").await
}
