//! One page in the browser: finding, typing, clicking, reading, looking.
//!
//! Wherever a selector is asked for, ` >>> ` enters an open shadow root:
//! `gongkai-form >>> input[name=title]` is the input inside the first `gongkai-form`.

use std::future::Future;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{Key, TypingData, WebDriver, WebElement};

use crate::driver::Kind;
use crate::wait;

/// Defines `find`, which returns all matches: each `>>>` goes on in the shadow roots of what is found.
const FIND: &str = "
    const find = selector => {
        // Old libraries have an `entries` of their own for lists.
        let roots = [document];
        let found = [];
        for (const step of selector.split('>>>')) {
            found = roots.flatMap(root => [...root.querySelectorAll(step.trim())]);
            roots = found.map(host => host.shadowRoot).filter(root => root);
        }
        return found;
    };";

/// The page in the browser's tab.
pub struct Page {
    session: WebDriver,
    kind: Kind,
}

impl Page {
    pub(crate) fn new(session: WebDriver, kind: Kind) -> Self {
        Self { session, kind }
    }

    /// Which browser the page is in.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The underlying session, for what is not covered here.
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Goes to the address and waits until it is loaded.
    ///
    /// # Errors
    /// The address cannot be reached.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.session.goto(url).await.with_context(|| format!("cannot open {url}"))
    }

    /// The first element, as soon as it is there.
    ///
    /// It is a handle to one node; when a component may draw itself anew, better call by selector.
    ///
    /// # Errors
    /// It does not appear in time.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.until(&format!("an element `{selector}`"), || async {
            Ok(self.find_all(selector).await?.into_iter().next())
        })
        .await
    }

    /// All elements that are there now, in every matching shadow root.
    ///
    /// # Errors
    /// The selector cannot be parsed.
    pub async fn find_all(&self, selector: &str) -> Result<Vec<WebElement>> {
        let script = format!("{FIND} return find(arguments[0]);");
        self.until(selector, || async {
            let found = self.session.execute(script.clone(), vec![json!(selector)]).await?;
            // Firefox answers nothing while the page is being replaced.
            if found.json().is_null() { Ok(None) } else { Ok(Some(found.elements()?)) }
        })
        .await
    }

    /// Asks again and again until the answer is `Some`; says what the console reports when the time is up.
    ///
    /// A page that is just being replaced is no failure but no answer.
    ///
    /// # Errors
    /// The question fails or is not answered in time.
    pub async fn until<T, F>(&self, what: &str, mut question: impl FnMut() -> F) -> Result<T>
    where
        F: Future<Output = Result<Option<T>>>,
    {
        let result = wait::until(what, || {
            let answer = question();
            async {
                match answer.await {
                    Err(error) if is_passing(&error) => Ok(None),
                    other => other,
                }
            }
        });
        match result.await {
            Ok(answer) => Ok(answer),
            Err(error) => {
                let console = self.console_errors().await?;
                bail!("{error:#}; errors in the console: {console:#?}")
            }
        }
    }

    /// Runs the body of a JavaScript function and returns its result; promises are awaited.
    ///
    /// # Errors
    /// The script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let result = self.session.execute(script, arguments).await?;
        Ok(result.json().clone())
    }

    /// Runs the body of a JavaScript function in which `element` is the first match, as soon as it is there.
    ///
    /// # Errors
    /// There is no such element, or the script throws.
    pub async fn run_on(&self, selector: &str, script: &str) -> Result<Value> {
        let script = format!(
            "{FIND}
            let [element] = find(arguments[0]);
            if (!element) return null;
            return Promise.resolve((() => {{ {script} }})()).then(result => ({{ result: result ?? null }}));"
        );
        self.until(&format!("an element `{selector}`"), || async {
            let answer = self.run(&script, vec![json!(selector)]).await?;
            Ok(answer.get("result").cloned())
        })
        .await
    }

    /// Waits until the JavaScript expression is true.
    ///
    /// # Errors
    /// It does not become true in time, or it throws.
    pub async fn wait_for(&self, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression});");
        self.until(expression, || async {
            let holds = self.run(&script, Vec::new()).await?;
            Ok((holds == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Waits until the rendered text of the element contains this.
    ///
    /// # Errors
    /// It does not in time; the message holds the text it has instead.
    pub async fn wait_for_text(&self, selector: &str, expected: &str) -> Result<()> {
        let result = self
            .until(&format!("`{expected}` in `{selector}`"), || async {
                Ok(self.text(selector).await?.contains(expected).then_some(()))
            })
            .await;
        match result {
            Ok(()) => Ok(()),
            Err(error) => bail!("{error:#}; it says `{}`", self.text(selector).await?),
        }
    }

    /// Waits until nothing matches any more.
    ///
    /// # Errors
    /// Something still matches when the time is up.
    pub async fn wait_until_gone(&self, selector: &str) -> Result<()> {
        self.until(&format!("no element `{selector}`"), || async {
            Ok(self.find_all(selector).await?.is_empty().then_some(()))
        })
        .await
    }

    /// Clicks as a mouse does: scrolls there and fails when something lies on top.
    ///
    /// # Errors
    /// There is no such element, or it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.until(&format!("a click on `{selector}`"), || async {
            self.bring_to_rest(selector).await?;
            match self.find(selector).await?.click().await {
                Err(error) if self.kind == Kind::WebKit && is_intercepted(&error) => {
                    self.click_in_the_middle(selector).await?;
                }
                other => other?,
            }
            Ok(Some(()))
        })
        .await
    }

    /// Clicks where the element is, when it is on top there.
    ///
    /// WebKit's driver takes the host of a shadow root to lie on top of the text fields inside.
    async fn click_in_the_middle(&self, selector: &str) -> Result<()> {
        let place = self
            .run_on(
                selector,
                "const box = element.getBoundingClientRect();
                 const [x, y] = [Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)];
                 let top = document.elementFromPoint(x, y);
                 for (let inner; (inner = top?.shadowRoot?.elementsFromPoint(x, y).find(one => one !== top)); ) top = inner;
                 return element.contains(top) ? [x, y] : null;",
            )
            .await?;
        let (Some(x), Some(y)) = (place[0].as_i64(), place[1].as_i64()) else {
            bail!("something lies on top of `{selector}`");
        };
        Ok(self.session.action_chain().move_to(x, y).click().perform().await?)
    }

    /// Scrolls to the element and waits until it stays where it is.
    ///
    /// What comes into view for the first time is laid out only then, and moves what a driver aims at: a person waits
    /// for that, a driver does not.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn bring_to_rest(&self, selector: &str) -> Result<()> {
        self.run_on(
            selector,
            "element = element.closest('select') ?? element; // its options have no place of their own
             element.scrollIntoView({ block: 'center', behavior: 'instant' });
             const place = () => { const box = element.getBoundingClientRect(); return `${box.x} ${box.y} ${box.width} ${box.height}`; };
             const frame = () => new Promise(requestAnimationFrame);
             return (async () => {
                 for (let last = '', same = 0, frames = 0; same < 2 && frames < 120; frames++) {
                     const now = place();
                     same = now === last ? same + 1 : 0;
                     last = now;
                     await frame();
                     element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
                 }
             })();",
        )
        .await
        .map(drop)
    }

    /// Focuses the field and types key by key, after what it already holds.
    ///
    /// # Errors
    /// There is no such element, or it takes no text.
    pub async fn type_text(&self, selector: &str, text: &str) -> Result<()> {
        self.until(&format!("typing into `{selector}`"), || async {
            self.find(selector).await?.send_keys(keys_of(text)).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Replaces what the field holds, as a person who selects all and types.
    ///
    /// # Errors
    /// There is no such element, or it takes no text.
    pub async fn replace_text(&self, selector: &str, text: &str) -> Result<()> {
        // Not with `send_keys`: in a shadow root it moves the caret to the end each time.
        self.focus(selector).await?;
        self.until(&format!("all of `{selector}` selected"), || async {
            self.press_with(Key::Control, "a").await?;
            let script = "const { value, selectionStart: start, selectionEnd: end } = element;
                 return start == null || (start === 0 && end === value.length);";
            Ok((self.run_on(selector, script).await? == Value::Bool(true)).then_some(()))
        })
        .await?;
        self.press(Key::Delete + keys_of(text))
            .await
            .with_context(|| format!("cannot type into `{selector}`"))
    }

    /// Presses keys one after the other, wherever the focus is: `Key::Tab`, `"x"`, `Key::Down + Key::Enter`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.session.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses keys while the modifier is held, wherever the focus is: `press_with(Key::Control, "s")`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_with(&self, modifier: Key, keys: impl Into<TypingData>) -> Result<()> {
        let chain = self.session.action_chain().key_down(modifier.clone()).send_keys(keys);
        Ok(chain.key_up(modifier).perform().await?)
    }

    /// Moves the focus to the element without a click.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn focus(&self, selector: &str) -> Result<()> {
        self.run_on(selector, "element.focus();").await.map(drop)
    }

    /// Waits until the focus is where it belongs: it is moved when what was asked for has been drawn.
    ///
    /// # Errors
    /// It stays elsewhere; the message says where.
    pub async fn expect_focused(&self, expected: &str) -> Result<()> {
        let moved = self
            .until(&format!("the focus on {expected}"), || async {
                Ok((self.focused().await? == expected).then_some(()))
            })
            .await;
        match moved {
            Err(error) => bail!("{error:#}; it is on {}", self.focused().await?),
            Ok(()) => Ok(()),
        }
    }

    /// The element with the focus, looked up through open shadow roots, as `tag#id.class` or with its name.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn focused(&self) -> Result<String> {
        let focused = self
            .run(
                "let element = document.activeElement;
                 while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
                 if (!element) return '';
                 const name = element.getAttribute('name');
                 return element.localName + (element.id ? '#' + element.id : '') + (name ? `[name=${name}]` : '');",
                Vec::new(),
            )
            .await?;
        Ok(focused.as_str().unwrap_or_default().to_owned())
    }

    /// Saves what is visible as `target/screenshots/NAME.png`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let folder = screenshots();
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(name).with_extension("png");
        self.session.screenshot(&file).await?;
        Ok(file)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        self.session.cdp().send_raw(method, parameters).await.with_context(|| format!("{method} is refused"))
    }
}

/// A line break is typed with Enter; as a character, not every driver types it.
fn keys_of(text: &str) -> String {
    text.replace('\n', &Key::Enter.value().to_string())
}

/// Whether the error only says that the node or the page was replaced while we looked at it.
fn is_passing(error: &anyhow::Error) -> bool {
    let Some(error) = error.downcast_ref::<WebDriverError>() else {
        return false;
    };
    match error.as_inner() {
        // WebKit's driver, when a script runs while the page goes.
        WebDriverErrorInner::StaleElementReference(_) | WebDriverErrorInner::NoSuchFrame(_) => true,
        WebDriverErrorInner::UnknownError(_) => error.to_string().contains("aborted by navigation"),
        _ => false,
    }
}

fn is_intercepted(error: &WebDriverError) -> bool {
    use WebDriverErrorInner::{ElementClickIntercepted, ElementNotInteractable};
    matches!(error.as_inner(), ElementClickIntercepted(_) | ElementNotInteractable(_))
}

fn screenshots() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => PathBuf::from(folder).join("screenshots"),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/screenshots"),
    }
}
