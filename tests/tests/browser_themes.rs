//! The grid, the menu and the check of a CMS's own fields in each theme, on a desk and on a telephone.
//!
//! Those of the form, and the colours that all share, are in `browser_look`.
#![cfg(feature = "browser")]

use anyhow::{Context, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::grid::{GRID, TABLE, school_item, schools, table_page};
use gongkai_tests::host_form::{note, school_form};
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{page as around, site};
use serde_json::{Value, json};

/// With the grounds that they stand on.
const THEMES: [(&str, &str); 3] =
    [("light", "rgba(0, 0, 0, 0)"), ("dark", "rgb(18, 22, 27)"), ("contrast", "rgb(255, 255, 255)")];
const DOMAIN: &str = "24-compulsory-education";

/// Looks at what is in the page now, on a desk and on a telephone, and takes a picture of each.
async fn look(page: &Page, name: &str, theme: &str) -> Result<()> {
    for width in [1280, 320] {
        page.set_viewport(width, 900).await?;
        axe::expect_accessible(page).await.with_context(|| format!("{name} in {theme} at {width}"))?;
        page.expect_no_sideways_scroll().await.with_context(|| format!("{name} in {theme} at {width}"))?;
        page.screenshot(&format!("{name}-{theme}-{width}")).await?;
    }
    page.set_viewport(1280, 900).await
}

async fn expect_ground(page: &Page, element: &str, ground: &str) -> Result<()> {
    let seen = page.run_on(element, "return getComputedStyle(element).backgroundColor;").await?;
    ensure!(seen == json!(ground), "{element} stands on {seen}, not on {ground}");
    Ok(())
}

fn pages(of: impl Fn(&str) -> String) -> Vec<(String, String)> {
    THEMES.iter().map(|(theme, _)| (format!("/{theme}"), of(theme))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_grid_has_its_themes() -> Result<()> {
    let item = school_item()?;
    let site = site(pages(|theme| table_page(item, &format!("theme=\"{theme}\"")))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    let mut entries = schools(12);
    entries[1]["elements"]["ban_gong_dian_hua"] = json!("12");
    entries[2]["elements"]["xue_xiao_ming_cheng"] = json!("第 ３ 小学");
    entries[4]["elements"]["xue_xiao_ming_cheng"] = entries[3]["elements"]["xue_xiao_ming_cheng"].clone();
    for (theme, ground) in THEMES {
        page.set_viewport(1280, 900).await?;
        page.open(&site.url(&format!("/{theme}"))).await?;
        page.find(GRID).await?;
        page.run("document.querySelector('gongkai-table').value = arguments[0];", vec![entries.clone()])
            .await?;
        page.wait_for_text(&format!("{TABLE} >>> .counts"), "共12行").await?;
        page.click("#publish").await?;
        page.find(&format!("{TABLE} >>> .body .cell.error")).await?;
        page.find(&format!("{TABLE} >>> .body .warning")).await?;
        expect_ground(page, TABLE, ground).await?;
        look(page, "table", theme).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_has_its_themes() -> Result<()> {
    let site = site(pages(|theme| {
        around(&format!(
            r#"<gongkai-nav src="/widgets/navigation.json" href-template="/d/{{domain}}/{{item}}" theme="{theme}"
            axes="domain department" current="{DOMAIN}/zhao-sheng-zheng-ce"></gongkai-nav>"#
        ))
    }))
    .await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    let states: Value = json!({
        format!("{DOMAIN}/yi-wu-jiao-yu-xue-xiao-ming-lu"): { "count": 36, "state": "complete" },
        format!("{DOMAIN}/zhao-sheng-zheng-ce"): { "count": 2, "state": "late" },
        format!("{DOMAIN}/zhao-sheng-ji-hua"): { "count": 0, "state": "blank" },
        format!("{DOMAIN}/jiao-yu-fa-lv"): { "count": 0, "state": "nil" },
    });
    for (theme, ground) in THEMES {
        page.open(&site.url(&format!("/{theme}"))).await?;
        page.find("gongkai-nav >>> a[aria-current=page]").await?;
        page.run("document.querySelector('gongkai-nav').states = arguments[0];", vec![states.clone()])
            .await?;
        page.find("gongkai-nav >>> .state.late").await?;
        page.replace_text("gongkai-nav >>> #filter", "招生").await?;
        page.find("gongkai-nav >>> mark").await?;
        expect_ground(page, "gongkai-nav", ground).await?;
        look(page, "nav", theme).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_check_has_its_themes_and_its_notes_follow() -> Result<()> {
    let site = site(pages(|theme| around(&school_form(&format!("theme=\"{theme}\""))))).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    for (theme, ground) in THEMES {
        page.open(&site.url(&format!("/{theme}"))).await?;
        page.find("gongkai-check >>> .state").await?;
        page.type_text("#dh", "（0736）７１１１１１１").await?;
        page.click("#publish").await?;
        page.find("gongkai-check >>> .summary").await?;
        page.find(&note("#dh")).await?;
        expect_ground(page, "gongkai-check", ground).await?;
        look(page, "check", theme).await?;
    }
    Ok(())
}
