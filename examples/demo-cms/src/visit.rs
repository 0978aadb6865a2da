//! What a request says about its visitor: language, address, cookies.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Request};
use axum::http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{Method, Uri};
use axum::middleware::Next;
use axum::response::Response;
use gongkai_core::text::Lang;

/// Name of the cookie that keeps the language.
const COOKIE_NAME: &str = "lang";

/// The language and the address of a request.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub lang: Lang,
    /// Whether the page can be asked for again with another language and nothing is lost.
    pub is_repeatable: bool,
    pub uri: Uri,
}

impl Visit {
    /// The address of the same page in another language.
    pub fn in_language(&self, lang: Lang) -> String {
        let mut pairs = pairs(&self.uri);
        pairs.retain(|(key, _)| key != "lang");
        pairs.push(("lang".to_owned(), tag(lang).to_owned()));
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        format!("{}?{query}", self.uri.path())
    }
}

/// The BCP 47 tag of a language.
pub(crate) fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

/// Finds out the language: `?lang=` first, the cookie then, Chinese else.
pub(crate) async fn choose_language(mut request: Request, next: Next) -> Response {
    let asked = pairs(request.uri()).into_iter().find(|(key, _)| key == "lang");
    let asked = asked.map(|(_, value)| Lang::from_tag(&value));
    let kept = cookie(request.headers(), COOKIE_NAME).map(Lang::from_tag);
    let visit = Visit {
        lang: asked.or(kept).unwrap_or_default(),
        is_repeatable: matches!(*request.method(), Method::GET | Method::HEAD),
        uri: request.uri().clone(),
    };
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    if let Some(lang) = asked {
        let text = format!("{COOKIE_NAME}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax", tag(lang));
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

fn pairs(uri: &Uri) -> Vec<(String, String)> {
    serde_urlencoded::from_str(uri.query().unwrap_or_default()).unwrap_or_default()
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or(Visit {
            lang: Lang::default(),
            is_repeatable: false,
            uri: parts.uri.clone(),
        }))
    }
}
