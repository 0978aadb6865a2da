//! A page that breaks what is drawn in it.

use anyhow::Result;
use serde_json::json;

use crate::page::Page;

/// Lets the next drawing in an element fail, as when an extension or an old library patches the DOM badly.
///
/// # Errors
/// There is no such element.
pub async fn break_in(page: &Page, host: &str) -> Result<()> {
    page.run(
        "const own = Node.prototype.insertBefore, root = document.querySelector(arguments[0]).shadowRoot;
         Node.prototype.insertBefore = function (...rest) {
             if (this.getRootNode() !== root) return own.apply(this, rest);
             Node.prototype.insertBefore = own;
             throw new Error('broken by the page');
         };",
        vec![json!(host)],
    )
    .await
    .map(drop)
}
