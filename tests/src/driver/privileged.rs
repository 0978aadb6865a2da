//! Scripts that run with the rights of Firefox itself, for what pages may not do: its settings, its window, its console.

use anyhow::{Context, Result};
use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use crate::page::Page;

/// Whether scripts belong to the page or to the browser, from now on.
#[derive(Debug)]
enum Scope {
    Page,
    Browser,
}

impl FormatRequestData for Scope {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let name = match self {
            Self::Page => "content",
            Self::Browser => "chrome",
        };
        RequestData::new(Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": name }))
    }
}

impl Page {
    /// Runs the body of a JavaScript function with the rights of the browser itself and returns its result.
    ///
    /// # Errors
    /// The script throws, or the browser is not Firefox.
    pub(crate) async fn run_privileged(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let session = self.session();
        session.cmd(Scope::Browser).await.context("only Firefox runs privileged scripts")?;
        let result = session.execute(script, arguments).await;
        session.cmd(Scope::Page).await?;
        Ok(result?.json().clone())
    }
}
