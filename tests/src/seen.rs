//! What a person sees of an element, and what scripts read of it.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// The text of the element as a person sees it.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn text(&self, selector: &str) -> Result<String> {
        // Safari's engine takes what is drawn only when scrolled to for hidden, and ends blocks with a line break.
        let script = "const shown = element.innerText?.trim();
             return shown || (shown === '' && !element.checkVisibility()) ? shown : element.textContent;";
        let text = self.run_on(selector, script).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Whether a person sees the element.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn is_seen(&self, selector: &str) -> Result<bool> {
        Ok(self.run_on(selector, "return element.checkVisibility();").await? == Value::Bool(true))
    }

    /// A property of the element, `null` when it is undefined.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn property(&self, selector: &str, name: &str) -> Result<Value> {
        self.run_on(selector, &format!("return element[{}];", json!(name))).await
    }

    /// The property `value` of a field.
    ///
    /// # Errors
    /// There is no such element, or its value is no text.
    pub async fn value(&self, selector: &str) -> Result<String> {
        let value = self.property(selector, "value").await?;
        value.as_str().map(str::to_owned).with_context(|| format!("the value of `{selector}` is {value}"))
    }

    /// Fails when anything is wider than the window, so that readers would have to scroll sideways.
    ///
    /// # Errors
    /// Something is; the message says by how many pixels.
    pub async fn expect_no_sideways_scroll(&self) -> Result<()> {
        let script = "const root = document.documentElement; return root.scrollWidth - root.clientWidth;";
        let width = self.run(script, Vec::new()).await?;
        ensure!(width == json!(0), "the page is {width} pixels wider than the window");
        Ok(())
    }
}
