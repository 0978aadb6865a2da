//! Typing through an input method: unfinished pinyin is in the field before the characters are.
//!
//! Only the DevTools Protocol composes as an input method does. Elsewhere a script fills the field and dispatches the
//! events in the order of the standard (UI Events, composition events).

use anyhow::Result;
use serde_json::json;

use crate::driver::Kind;
use crate::page::Page;

/// Arguments: the text, and whether it is finished.
const DISPATCH: &str = "
    const [text, finished] = arguments;
    let field = document.activeElement;
    while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
    const fire = (Kind, name, more) => field.dispatchEvent(new Kind(name, { bubbles: true, composed: true, data: text, ...more }));
    // One that its field has gone with is over.
    if (window.composition?.field !== field) {
        const { value, selectionStart, selectionEnd } = field;
        window.composition = { field, before: value.slice(0, selectionStart), after: value.slice(selectionEnd) };
        fire(CompositionEvent, 'compositionstart', { data: '' });
    }
    const { before, after } = window.composition;
    fire(CompositionEvent, 'compositionupdate');
    field.value = before + text + after;
    field.setSelectionRange(before.length + text.length, before.length + text.length);
    fire(InputEvent, 'input', { inputType: 'insertCompositionText', isComposing: true });
    if (finished) {
        window.composition = null;
        fire(CompositionEvent, 'compositionend');
    }";

/// A key that the input method keeps to itself.
const DISPATCH_KEY: &str = "
    let field = document.activeElement;
    while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
    field.dispatchEvent(new KeyboardEvent('keydown', {
        key: 'Process', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, composed: true, cancelable: true,
    }));";

impl Page {
    /// Shows unfinished text, such as pinyin, in the field that has the focus; replaces earlier unfinished text.
    ///
    /// The page sees `compositionstart`, `compositionupdate` and `input` with `isComposing`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn compose(&self, unfinished: &str) -> Result<()> {
        if self.kind() != Kind::Chromium {
            return self.run(DISPATCH, vec![json!(unfinished), json!(false)]).await.map(drop);
        }
        let length = unfinished.encode_utf16().count();
        let composition = json!({ "text": unfinished, "selectionStart": length, "selectionEnd": length });
        self.devtools("Input.imeSetComposition", composition).await.map(drop)
    }

    /// Puts the chosen characters in place of the unfinished text; the page sees `compositionend`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn commit_composition(&self, characters: &str) -> Result<()> {
        if self.kind() != Kind::Chromium {
            return self.run(DISPATCH, vec![json!(characters), json!(true)]).await.map(drop);
        }
        self.devtools("Input.insertText", json!({ "text": characters })).await.map(drop)
    }

    /// Gives the unfinished text up, as Escape does.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn cancel_composition(&self) -> Result<()> {
        if self.kind() != Kind::Chromium {
            return self.commit_composition("").await;
        }
        self.compose("").await
    }

    /// Presses Enter while unfinished text is shown, as one takes the pinyin as it is; the input method keeps the key.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_enter_while_composing(&self) -> Result<()> {
        if self.kind() != Kind::Chromium {
            return self.run(DISPATCH_KEY, Vec::new()).await.map(drop);
        }
        let key =
            json!({ "type": "rawKeyDown", "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229 });
        self.devtools("Input.dispatchKeyEvent", key).await.map(drop)
    }
}
