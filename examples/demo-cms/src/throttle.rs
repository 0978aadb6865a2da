//! Slows down guessing: so many failures for one account name, then a pause.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Failures within the period after which nothing is compared any more.
const MAX_FAILURES: usize = 10;
const PERIOD: Duration = Duration::from_secs(5 * 60);
/// Names kept in memory at most; anybody can send names.
const MAX_NAMES: usize = 10_000;

/// Counts failures by account name.
#[derive(Debug, Default)]
pub(crate) struct Throttle {
    attempts: Mutex<HashMap<String, VecDeque<Instant>>>,
}

impl Throttle {
    /// Counts an attempt before it is judged, so that simultaneous ones count too.
    ///
    /// # Errors
    /// Too many failures; the value is how long to wait.
    pub fn begin(&self, name: &str, now: Instant) -> Result<(), Duration> {
        let mut attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        let is_recent = |at: &Instant| now.duration_since(*at) < PERIOD;
        if attempts.len() >= MAX_NAMES {
            attempts.retain(|_, times| times.back().is_some_and(is_recent));
            if attempts.len() >= MAX_NAMES {
                attempts.clear();
            }
        }
        let times = attempts.entry(name.to_owned()).or_default();
        times.retain(is_recent);
        match times.front() {
            Some(first) if times.len() >= MAX_FAILURES => Err(PERIOD - now.duration_since(*first)),
            _ => {
                times.push_back(now);
                Ok(())
            }
        }
    }

    /// Forgets the failures of somebody who got in.
    pub fn succeeded(&self, name: &str) {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_follows_ten_failures_and_ends() {
        let throttle = Throttle::default();
        let start = Instant::now();
        for _ in 0..MAX_FAILURES {
            assert!(throttle.begin("editor", start).is_ok());
        }
        assert_eq!(throttle.begin("editor", start), Err(PERIOD));
        assert!(throttle.begin("another", start).is_ok());
        assert!(throttle.begin("editor", start + PERIOD).is_ok());
    }

    #[test]
    fn success_starts_anew() {
        let throttle = Throttle::default();
        let start = Instant::now();
        for _ in 0..MAX_FAILURES {
            assert!(throttle.begin("editor", start).is_ok());
        }
        throttle.succeeded("editor");
        assert!(throttle.begin("editor", start).is_ok());
    }
}
