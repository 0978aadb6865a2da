//! Requests past the pages: WordPress's REST API, the plugin's own routes, XML-RPC.

use anyhow::Result;
use serde_json::{Value, json};

use super::{PASSWORD, WordPress};
use crate::page::Page;

/// Status and body of an answer.
#[derive(Debug)]
pub struct Answer {
    /// Of HTTP.
    pub status: u64,
    /// The JSON document, or the text.
    pub body: Value,
}

impl Answer {
    /// The codes of the errors that the server has told.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        let issues = self.body["data"]["report"]["issues"].as_array();
        let errors = issues.into_iter().flatten().filter(|issue| issue["severity"] == "error");
        errors.filter_map(|issue| issue["code"].as_str()).map(str::to_owned).collect()
    }
}

impl WordPress {
    /// Posts JSON to a REST route with the session of the page's editor.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn rest(&self, page: &Page, route: &str, body: &Value) -> Result<Answer> {
        let script = "
            const [base, route, body] = arguments;
            const nonce = await (await fetch(base + '/wp-admin/admin-ajax.php?action=rest-nonce')).text();
            const answer = await fetch(base + '/?rest_route=' + encodeURIComponent(route), {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', 'X-WP-Nonce': nonce },
                body,
            });
            return { status: answer.status, body: await answer.json() };";
        let script = format!("return (async () => {{ {} }})();", script.replace("arguments", "given"));
        let script = format!("const given = arguments; {script}");
        let answer =
            page.run(&script, vec![json!(self.address), json!(route), json!(body.to_string())]).await?;
        Ok(Answer { status: answer["status"].as_u64().unwrap_or_default(), body: answer["body"].clone() })
    }

    /// Creates a post with an entry by WordPress's own route, as the block editor does.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn save_by_rest(&self, page: &Page, status: &str, entry: &Value) -> Result<Answer> {
        let post = json!({ "status": status, "meta": { "gongkai_entry": entry.to_string() } });
        self.rest(page, "/wp/v2/posts", &post).await
    }

    /// Creates a post with an entry by XML-RPC, as desktop programs do; answers with the document.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn save_by_xmlrpc(&self, page: &Page, status: &str, entry: &Value) -> Result<String> {
        let escaped = entry.to_string().replace('&', "&amp;").replace('<', "&lt;");
        let text = |value: &str| format!("<value><string>{value}</string></value>");
        let member = |name: &str, value: &str| format!("<member><name>{name}</name>{value}</member>");
        let field = format!(
            "<value><struct>{}{}</struct></value>",
            member("key", &text("gongkai_entry")),
            member("value", &text(&escaped))
        );
        let fields = format!("<value><array><data>{field}</data></array></value>");
        let post = format!(
            "<value><struct>{}{}</struct></value>",
            member("post_status", &text(status)),
            member("custom_fields", &fields)
        );
        let parameters = ["<value><int>1</int></value>".to_owned(), text("editor"), text(PASSWORD), post];
        let parameters: String = parameters.iter().map(|value| format!("<param>{value}</param>")).collect();
        let call = format!(
            "<?xml version=\"1.0\"?><methodCall><methodName>wp.newPost</methodName><params>{parameters}</params></methodCall>"
        );
        let script = "return fetch(arguments[0], { method: 'POST', headers: { 'Content-Type': 'text/xml' },
            body: arguments[1] }).then(answer => answer.text());";
        let answer = page.run(script, vec![json!(self.url("/xmlrpc.php")), json!(call)]).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }
}
