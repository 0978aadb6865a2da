//! What went wrong, as `application/problem+json` (RFC 9457) with a stable code and the sentence in both languages.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::answer;
use crate::args::LangArgument;
use crate::failure::Failure;
use crate::words::Words;

/// Why a request is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The status of the answer.
    pub status: StatusCode,
    /// Stable, such as `item-unknown`.
    pub code: &'static str,
    zh: String,
    en: String,
}

impl Problem {
    /// A problem with its sentence in both languages.
    pub fn new(status: StatusCode, code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Problem { status, code, zh: zh.into(), en: en.into() }
    }

    /// The request itself is malformed.
    pub fn malformed(reason: &str) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "request-malformed",
            format!("请求有误：{reason}"),
            format!("the request is malformed: {reason}"),
        )
    }

    /// A fault of ours. The sentence does not repeat what it was about.
    pub fn internal(error: &dyn std::fmt::Display) -> Self {
        tracing::error!(%error, "a fault of the program");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "程序出错", "a fault of the program")
    }

    /// What there is to say, in both languages.
    pub fn message(&self) -> serde_json::Value {
        json!({ "zh-CN": self.zh, "en": self.en })
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let (status, code) = match &failure {
            Failure::DomainUnknown { .. } => (StatusCode::NOT_FOUND, "domain-unknown"),
            Failure::ItemUnknown { .. } => (StatusCode::NOT_FOUND, "item-unknown"),
            Failure::ItemAmbiguous { .. } => (StatusCode::NOT_FOUND, "item-ambiguous"),
            Failure::AddressMalformed(_) => (StatusCode::NOT_FOUND, "item-malformed"),
            Failure::EntryWithoutItem => (StatusCode::UNPROCESSABLE_ENTITY, "item-missing"),
            Failure::Input(_) | Failure::NotJson(_) => (StatusCode::BAD_REQUEST, "entry-unreadable"),
            Failure::LimitUnreadable(_) => (StatusCode::UNPROCESSABLE_ENTITY, "limit-unreadable"),
            Failure::LimitMissing(_) => (StatusCode::UNPROCESSABLE_ENTITY, "limit-missing"),
            Failure::BeyondCalendar(_) => (StatusCode::UNPROCESSABLE_ENTITY, "beyond-calendar"),
            Failure::NoForm => (StatusCode::UNPROCESSABLE_ENTITY, "no-form"),
            _ => return Problem::internal(&failure.sentence(Words::new(Some(LangArgument::En)))),
        };
        let sentence = |lang| failure.sentence(Words::new(Some(lang)));
        Problem::new(status, code, sentence(LangArgument::Zh), sentence(LangArgument::En))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let document = json!({
            "type": "about:blank",
            "title": self.status.canonical_reason().unwrap_or_default(),
            "status": self.status.as_u16(),
            "code": self.code,
            "detail": self.en,
            "message": self.message(),
        });
        let mut response = answer::body("application/problem+json", document.to_string());
        *response.status_mut() = self.status;
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
