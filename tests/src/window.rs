//! The window that a page is seen in, and what the reader's system prefers.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::driver::Kind;
use crate::page::Page;

impl Page {
    /// Sets the size of the visible area in CSS pixels; smaller than any real window is possible.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn set_viewport(&self, width: u32, height: u32) -> Result<()> {
        if self.kind() != Kind::Chromium {
            return self.set_window(width, height).await;
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    /// Makes the window as large as the visible area and what stands around it.
    async fn set_window(&self, width: u32, height: u32) -> Result<()> {
        let sizes = "return [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth, innerHeight];";
        let number = |sizes: &Value, at: usize| sizes[at].as_u64().unwrap_or_default() as u32;
        let around = self.run(sizes, vec![]).await?;
        self.session().set_window_rect(0, 0, width + number(&around, 0), height + number(&around, 1)).await?;
        let now = self.run(sizes, vec![]).await?;
        ensure!(
            number(&now, 2) == width,
            "{}: its window is not as narrow as {width} pixels",
            self.left_out()
        );
        Ok(())
    }

    /// Pretends that the reader prefers something: `("forced-colors", "active")`, `("prefers-reduced-motion", "reduce")`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn set_media_features(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }
}
