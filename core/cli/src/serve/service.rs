//! What all requests share: packs, local parameters, widgets, figures.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use gongkai_core::{Context, Extensions, ItemRef, Local, Stage};
use jiff::civil::Date;
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::task;

use super::assets::Assets;
use super::metrics::Metrics;
use super::openapi;
use super::problem::Problem;
use crate::args::ServeOptions;
use crate::failure::Failure;
use crate::items::Items;
use crate::source;

/// Longer bodies are worked on beside the requests.
const SHORT: usize = 64 << 10;

/// Whether requests are still wanted.
#[derive(Debug, Clone)]
pub struct Ready(Arc<AtomicBool>);

impl Ready {
    pub fn is_true(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    pub fn end(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// What all requests share.
#[derive(Clone)]
pub struct Service(Arc<Shared>);

impl std::ops::Deref for Service {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Behind [`Service`].
pub struct Shared {
    pub items: Items,
    pub assets: Option<Assets>,
    pub metrics: Metrics,
    pub openapi: Value,
    pub navigation: Value,
    pub ready: Ready,
    local: Option<(Local, Extensions)>,
    /// One for each processor: work that takes long waits for its turn, and requests that do not are not kept waiting.
    processors: Arc<Semaphore>,
}

impl Service {
    /// Compiles the packs and reads the files named.
    pub fn open(options: &ServeOptions) -> Result<Self, Failure> {
        let local = match options.local.as_deref().map(source::local).transpose()? {
            Some(local) => {
                let extensions = Extensions::new(&local).map_err(Failure::Extension)?;
                Some((local, extensions))
            }
            None => None,
        };
        let assets = options.dist.as_deref().map(Assets::read).transpose()?;
        // Read on first use, which would be the first request.
        let _ = (gongkai::calendar(), gongkai::regions(), gongkai::laws());
        let processors = thread::available_parallelism().map_or(1, usize::from);
        Ok(Service(Arc::new(Shared {
            items: Items::new(),
            assets,
            metrics: Metrics::new(),
            openapi: openapi::document(),
            navigation: serde_json::json!(gongkai::navigation()),
            ready: Ready(Arc::new(AtomicBool::new(true))),
            local,
            processors: Arc::new(Semaphore::new(processors)),
        })))
    }

    /// Does what takes long when the body is long: short ones wait for nobody.
    pub async fn by_length<T: Send + 'static>(
        &self,
        bytes: usize,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        if bytes <= SHORT { Ok(work()) } else { self.at_length(work).await }
    }

    /// Does what takes longer than a moment, beside the requests.
    pub async fn at_length<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let turn = Arc::clone(&self.processors).acquire_owned().await;
        let turn = turn.map_err(|error| Problem::internal(&error))?;
        let done = task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        done.await.map_err(|_| Problem::internal(&"the work panicked"))
    }
}

impl Shared {
    /// What entries are judged by.
    pub fn context(&self, stage: Stage, today: Date) -> Context<'_> {
        let context = Context::new(stage, today)
            .with_calendar(gongkai::calendar())
            .with_regions(gongkai::regions())
            .with_laws(gongkai::laws());
        match &self.local {
            Some((local, extensions)) => context.with_local(local).with_extensions(extensions),
            None => context,
        }
    }

    /// What a county lays down for itself.
    pub fn local(&self) -> Option<&Local> {
        self.local.as_ref().map(|(local, _)| local)
    }

    /// The item with these ids or names.
    pub fn item(&self, domain: &str, item: &str) -> Result<ItemRef<'static>, Problem> {
        Ok(self.items.get(domain, item)?)
    }
}
