//! Themes: enough contrast in each, nothing wider than a telephone, motion only for those who like it.

use anyhow::{Context, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::driver::Browser;
use gongkai_tests::fill::FORM;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{form_page, page as around, site};
use serde_json::{Value, json};

use crate::{inside, item, opened, school};

/// The tokens of the element as they hold now.
async fn tokens(page: &Page) -> Result<Value> {
    page.run_on(
        FORM,
        "const style = getComputedStyle(element);
         return Object.fromEntries(['main', 'text', 'muted', 'line', 'soft', 'ground', 'error', 'warning', 'page', 'edge']
             .map(name => [name, style.getPropertyValue('--_' + name).trim()]));",
    )
    .await
}

/// Relative luminance by WCAG of `#rgb` or `#rrggbb`.
fn luminance(colour: &str) -> Result<f64> {
    let digits = colour.strip_prefix('#').with_context(|| format!("{colour} is no colour"))?;
    let digits: String = if digits.len() == 3 {
        digits.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        digits.to_owned()
    };
    let channel = |place: usize| -> Result<f64> {
        let value = f64::from(u8::from_str_radix(&digits[place..place + 2], 16)?) / 255.0;
        Ok(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Ok(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

fn contrast(one: &str, other: &str) -> Result<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Ok((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

#[test]
fn contrast_is_that_of_the_guidelines() -> Result<()> {
    assert!((contrast("#000", "#ffffff")? - 21.0).abs() < 0.01);
    assert!((contrast("#767676", "#fff")? - 4.54).abs() < 0.01);
    assert!(luminance("transparent").is_err());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_theme_has_contrast_and_fits_a_telephone() -> Result<()> {
    let item = school()?;
    let themes = ["light", "dark", "contrast"];
    let pages = themes.map(|theme| {
        let attributes = format!("guidance ready-list theme=\"{theme}\"");
        (format!("/{theme}"), form_page(item, &attributes))
    });
    let site = site(pages.to_vec()).await?;
    let browser = Browser::start().await?;
    let page = browser.page();
    for theme in themes {
        page.set_viewport(1280, 1400).await?;
        page.open(&site.url(&format!("/{theme}"))).await?;
        page.find(&inside("section")).await?;
        let tokens = tokens(page).await?;
        let of = |name: &str| match tokens[name].as_str() {
            // The page below.
            Some("transparent") | None => "#fff",
            Some(colour) => colour,
        };
        for front in ["text", "muted", "main", "error", "warning"] {
            for back in ["ground", "soft", "page"] {
                let contrast = contrast(of(front), of(back))?;
                ensure!(contrast >= 4.5, "{theme}: {front} on {back} has {contrast:.2}");
                ensure!(theme != "contrast" || contrast >= 7.0, "{front} on {back} has {contrast:.2}");
            }
        }
        for back in ["ground", "page"] {
            let contrast = contrast(of("line"), of(back))?;
            ensure!(contrast >= 3.0, "{theme}: line on {back} has {contrast:.2}");
        }
        page.click("#publish").await?;
        page.find(&inside(".summary")).await?;
        page.click(&inside("[aria-controls=guidance]")).await?;
        page.click(&inside("[aria-controls=ready]")).await?;
        page.run("scrollTo(0, 0);", vec![]).await?;
        page.screenshot(&format!("form-theme-{theme}")).await?;
        for width in [1280, 320] {
            page.set_viewport(width, 900).await?;
            axe::expect_accessible(page).await.with_context(|| format!("{theme} at {width}"))?;
            page.expect_no_sideways_scroll().await.with_context(|| format!("{theme} at {width}"))?;
        }
        page.run("scrollTo(0, 0);", vec![]).await?;
        page.screenshot(&format!("form-theme-{theme}-320")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_readers_system_is_heard() -> Result<()> {
    let item = school()?;
    let pages = vec![
        ("/auto".to_owned(), form_page(item, "theme=\"auto\" guidance")),
        ("/dark".to_owned(), form_page(item, "theme=\"dark\"")),
        ("/plain".to_owned(), form_page(item, "")),
    ];
    let site = site(pages).await?;
    let browser = Browser::start().await?;
    if !browser.has_surroundings("dark, less motion, more contrast and forced colours by the system") {
        return Ok(());
    }
    let page = browser.page();
    let mut seen = Vec::new();
    for (address, scheme) in [("/plain", "dark"), ("/auto", "light"), ("/dark", "light"), ("/auto", "dark")] {
        page.set_media_features(&[("prefers-color-scheme", scheme)]).await?;
        page.open(&site.url(address)).await?;
        page.find(&inside("section")).await?;
        seen.push(tokens(page).await?);
    }
    assert_eq!(seen[0], seen[1], "light by default, and where the system is light");
    assert_eq!(seen[2], seen[3], "dark where the system is dark");
    assert_ne!(seen[1], seen[3]);

    let duration = "return getComputedStyle(element).transitionDuration;";
    page.set_media_features(&[("prefers-reduced-motion", "reduce")]).await?;
    assert_eq!(page.run_on(&inside(".disclose .sign"), duration).await?, json!("0s"));
    page.set_media_features(&[("prefers-reduced-motion", "no-preference")]).await?;
    assert_ne!(page.run_on(&inside(".disclose .sign"), duration).await?, json!("0s"));

    page.set_media_features(&[("prefers-contrast", "more")]).await?;
    let tokens = tokens(page).await?;
    assert_eq!((&tokens["muted"], &tokens["line"]), (&tokens["text"], &tokens["text"]));
    page.set_media_features(&[("forced-colors", "active")]).await?;
    page.screenshot("form-forced-colors").await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn zoomed_and_from_right_to_left_nothing_is_cut_off() -> Result<()> {
    let documents = item("01/jian-she-yong-di-gui-hua-xu-ke-zheng")?;
    let form = form_page(documents, "guidance ready-list").replace("<html lang", "<html dir=\"rtl\" lang");
    let (browser, _site) = opened(documents, "guidance ready-list").await?;
    let page = browser.page();
    // 1280 pixels at 200 and at 400 per cent.
    for width in [640, 320] {
        page.set_viewport(width, 500).await?;
        page.expect_no_sideways_scroll().await?;
    }
    let mirrored = site(vec![("/".to_owned(), form), ("/blank".to_owned(), around(""))]).await?;
    page.open(&mirrored.url("/")).await?;
    page.find(&inside("section")).await?;
    page.expect_no_sideways_scroll().await?;
    page.screenshot("form-rtl-320").await?;
    let physical = ["left", "right"].map(|side| format!("-{side}:"));
    for sheet in ["wasm-widgets/src/base.css", "wasm-widgets/src/form/style.css"] {
        let text = std::fs::read_to_string(gongkai_tests::workspace::root().join(sheet))?;
        ensure!(!physical.iter().any(|side| text.contains(side.as_str())), "{sheet} knows left and right");
    }
    Ok(())
}
