//! Typing through an input method: unfinished pinyin is in the field before the characters are.

use anyhow::Result;
use serde_json::json;

use crate::page::Page;

impl Page {
    /// Shows unfinished text, such as pinyin, in the field that has the focus; replaces earlier unfinished text.
    ///
    /// The page sees `compositionstart`, `compositionupdate` and `input` with `isComposing`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn compose(&self, unfinished: &str) -> Result<()> {
        let length = unfinished.encode_utf16().count();
        let composition = json!({ "text": unfinished, "selectionStart": length, "selectionEnd": length });
        self.devtools("Input.imeSetComposition", composition).await.map(drop)
    }

    /// Puts the chosen characters in place of the unfinished text; the page sees `compositionend`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn commit_composition(&self, characters: &str) -> Result<()> {
        self.devtools("Input.insertText", json!({ "text": characters })).await.map(drop)
    }

    /// Gives the unfinished text up, as Escape does.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn cancel_composition(&self) -> Result<()> {
        self.compose("").await
    }
}
