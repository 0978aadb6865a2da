//! What a request may cost: how long, how many at once; and what is told when it costs more.

use std::any::Any;

use axum::BoxError;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tower::load_shed::error::Overloaded;
use tower::timeout::error::Elapsed;

use super::problem::Problem;

/// A layer has given up on a request.
pub async fn given_up(error: BoxError) -> Problem {
    if error.is::<Overloaded>() {
        return Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "overloaded",
            "请求过多，请稍后再试",
            "too many requests at once; try again later",
        );
    }
    if error.is::<Elapsed>() {
        return Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "timeout",
            "处理超时",
            "the request took longer than allowed",
        );
    }
    Problem::internal(&error)
}

/// A handler has panicked; what it says may hold what the request was about.
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Problem::internal(&"a handler panicked").into_response()
}

/// There is nothing at this address.
pub async fn nothing_here() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "nothing-here", "此地址没有内容", "there is nothing at this address")
}

/// There is something, but not for this method.
pub async fn no_such_method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method",
        "此地址不支持该方法",
        "this address does not know the method",
    )
}
