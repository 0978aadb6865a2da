//! Waiting for something to become true: polling with a deadline, never a fixed pause.

use std::future::Future;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long anything may take before a test gives up on it.
pub const LIMIT: Duration = Duration::from_secs(15);
const INTERVAL: Duration = Duration::from_millis(25);

/// Asks again and again until the answer is `Some`.
///
/// # Errors
/// The question fails, or [`LIMIT`] passes; then the message says that `what` did not happen.
pub async fn until<T, F>(what: &str, mut question: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let deadline = Instant::now() + LIMIT;
    loop {
        if let Some(answer) = question().await? {
            return Ok(answer);
        }
        if Instant::now() >= deadline {
            bail!("waited {} s in vain: {what}", LIMIT.as_secs());
        }
        tokio::time::sleep(INTERVAL).await;
    }
}
