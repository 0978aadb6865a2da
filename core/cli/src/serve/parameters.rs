//! Paths, queries and bodies as the handlers take them; what is wrong with them is told as a problem.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, StatusCode, header};
use gongkai_core::text::Lang;
use gongkai_core::{Stage, date};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de};

use super::clock;
use super::problem::Problem;

/// Parts of the path.
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub struct Path<T>(pub T);

/// The query; a parameter that there is not is no slip to be passed over.
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub struct Query<T>(pub T);

/// The body, as long as it may be.
#[derive(Debug)]
pub struct Body(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        Ok(Body(Bytes::from_request(request, state).await?))
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Problem::malformed(&rejection.body_text())
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Problem::malformed(&rejection.body_text())
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "提交的内容过大",
                "the body is larger than allowed",
            );
        }
        Problem::malformed("its body broke off")
    }
}

/// No parameters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// How an entry is judged.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckQuery {
    #[serde(default = "publish")]
    pub stage: Stage,
    #[serde(default = "clock::today", deserialize_with = "day")]
    pub today: Date,
    /// Each issue carries its sentences.
    #[serde(default)]
    pub told: bool,
}

fn publish() -> Stage {
    Stage::Publish
}

/// On which day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayQuery {
    #[serde(default = "clock::today", deserialize_with = "day")]
    pub today: Date,
}

/// What to count, and from when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueQuery {
    #[serde(deserialize_with = "day")]
    pub from: Date,
    pub limit: String,
}

/// From when to count.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FromQuery {
    #[serde(deserialize_with = "day")]
    pub from: Date,
}

/// How a form is drawn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormQuery {
    #[serde(default)]
    pub lang: Lang,
    #[serde(default = "clock::today", deserialize_with = "day")]
    pub today: Date,
    /// All issues are shown, as after an attempt to publish.
    #[serde(default)]
    pub issues: bool,
}

/// In which language an entry is read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingQuery {
    #[serde(default)]
    pub lang: Lang,
}

/// Which document is imported.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportQuery {
    /// Its name, whose end says what it is.
    pub name: String,
}

fn day<'de, D: Deserializer<'de>>(text: D) -> Result<Date, D::Error> {
    let text = String::deserialize(text)?;
    date::parse(&text).ok_or_else(|| de::Error::custom("a day is written YYYY-MM-DD"))
}

/// The media type of a body, without its parameters and in small letters.
pub fn media_type(headers: &HeaderMap) -> String {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// A body of another media type than those that are read.
pub fn other_media_type(wanted: &str) -> Problem {
    Problem::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "media-type",
        format!("Content-Type 应为 {wanted}"),
        format!("the Content-Type has to be {wanted}"),
    )
}
