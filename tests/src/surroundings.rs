//! What stands around a page: the size of its window, what its reader prefers, paper, the clipboard.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::driver::Kind;
use crate::page::Page;

/// Argument: width and height.
const FIREFOX_VIEWPORT: &str = "
    const [width, height] = arguments;
    const { style } = gBrowser.selectedBrowser;
    for (const [name, length] of [['width', width], ['height', height]]) {
        for (const bound of [`min-${name}`, `max-${name}`]) style.setProperty(bound, `${length}px`);
    }";
/// Argument: pairs of names and values.
const FIREFOX_MEDIA: &str = "
    const settings = {
        'prefers-color-scheme: dark': { 'layout.css.prefers-color-scheme.content-override': 0 },
        'prefers-color-scheme: light': { 'layout.css.prefers-color-scheme.content-override': 1 },
        'prefers-reduced-motion: reduce': { 'ui.prefersReducedMotion': 1 },
        'prefers-reduced-motion: no-preference': { 'ui.prefersReducedMotion': 0 },
        // Colours of the system, which the page may replace.
        'prefers-contrast: more': { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 1 },
        'forced-colors: active': { 'browser.display.document_color_use': 2 },
    };
    for (const all of Object.values(settings)) Object.keys(all).forEach(name => Services.prefs.clearUserPref(name));
    for (const [feature, value] of arguments[0]) {
        const wanted = Object.entries(settings[`${feature}: ${value}`]);
        wanted.forEach(([name, number]) => Services.prefs.setIntPref(name, number));
    }";

impl Page {
    /// Sets the size of the visible area in CSS pixels; smaller than most real windows is possible, 320 everywhere.
    ///
    /// # Errors
    /// The browser refuses, or the area does not get the size.
    pub async fn set_viewport(&self, width: u32, height: u32) -> Result<()> {
        match self.kind() {
            Kind::Chromium => {
                let size =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
            }
            Kind::Firefox => {
                self.run_privileged(FIREFOX_VIEWPORT, vec![json!(width), json!(height)]).await?;
            }
            Kind::WebKit => return self.set_window(width, height).await,
        }
        self.wait_for(&format!("innerWidth === {width} && innerHeight === {height}")).await
    }

    /// Changes the window until the page in it has the size; there is a bar above the page.
    async fn set_window(&self, width: u32, height: u32) -> Result<()> {
        self.until(&format!("a page of {width} by {height}"), || async {
            let sizes =
                self.run("return [innerWidth, innerHeight, outerHeight - innerHeight];", Vec::new()).await?;
            if sizes[0] == json!(width) && sizes[1] == json!(height) {
                return Ok(Some(()));
            }
            let above = sizes[2].as_u64().and_then(|above| u32::try_from(above).ok()).unwrap_or(0);
            self.session().set_window_rect(0, 0, width, height + above).await?;
            Ok(None)
        })
        .await
    }

    /// Pretends that the reader prefers something: `("forced-colors", "active")`, `("prefers-reduced-motion", "reduce")`.
    ///
    /// # Errors
    /// The browser cannot be told.
    pub async fn set_media_features(&self, features: &[(&str, &str)]) -> Result<()> {
        match self.kind() {
            Kind::Chromium => {
                let features: Vec<Value> =
                    features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
            }
            Kind::Firefox => {
                self.run_privileged(FIREFOX_MEDIA, vec![json!(features)]).await?;
            }
            Kind::WebKit => bail!("the driver of WebKit changes no preference"),
        }
        for (name, value) in features {
            self.wait_for(&format!("matchMedia('({name}: {value})').matches")).await?;
        }
        Ok(())
    }

    /// Shows the page as it is on paper.
    ///
    /// # Errors
    /// The browser cannot be told.
    pub async fn show_as_printed(&self) -> Result<()> {
        match self.kind() {
            Kind::Chromium => {
                self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            }
            Kind::Firefox => {
                let script = "gBrowser.selectedBrowser.browsingContext.mediumOverride = 'print';";
                self.run_privileged(script, Vec::new()).await?;
            }
            Kind::WebKit => bail!("the driver of WebKit does not print"),
        }
        self.wait_for("matchMedia('print').matches").await
    }

    /// Lets scripts of the page use the clipboard, as a person allows it when asked.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn allow_clipboard(&self) -> Result<()> {
        // The others are started so that they do.
        if self.kind() == Kind::Chromium {
            let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            self.devtools("Browser.grantPermissions", permissions).await?;
        }
        Ok(())
    }

    /// Takes the last change in the editor that has the focus back, with the key of the browser for it.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn undo_in_editor(&self) -> Result<()> {
        if self.kind() != Kind::WebKit {
            return self.press_with(Key::Control, "z").await;
        }
        // Its driver presses keys that mean nothing to the browser itself.
        self.run("document.execCommand('undo');", Vec::new()).await.map(drop)
    }
}
