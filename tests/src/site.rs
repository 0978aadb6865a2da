//! A site on this machine: folders and pages under a content security policy of one's choice.

use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::Result;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, Method, StatusCode};
use axum::response::Response;
use axum::serve::Listener;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The strictest policy under which WebAssembly runs, and the one that the widgets promise to work under.
pub const STRICT_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const LARGEST_POST_BYTES: usize = 16 << 20;

/// What a site serves. A path under no folder and with no page is not found.
#[derive(Default)]
pub struct Options {
    /// Folders by the path that they appear under, such as `/dist`. Defaults to none.
    pub folders: Vec<(String, PathBuf)>,
    /// HTML pages by path, such as `/form`. Defaults to none.
    pub pages: Vec<(String, String)>,
    /// `Content-Security-Policy`. Defaults to [`STRICT_POLICY`]; an empty text sends none.
    pub policy: Option<String>,
    /// Further headers of every answer. Defaults to none.
    pub headers: Vec<(String, String)>,
}

/// What a page sent with POST.
#[derive(Clone, Debug)]
pub struct Posted {
    /// The path it was sent to.
    pub path: String,
    /// The header `Content-Type`.
    pub content_type: String,
    /// The body, with broken UTF-8 replaced.
    pub body: String,
}

/// A running site; ends on drop. Every POST is recorded and answered with a small page.
pub struct Site {
    address: SocketAddr,
    state: Arc<Shared>,
    task: JoinHandle<()>,
}

struct Shared {
    options: Options,
    posted: Mutex<Vec<Posted>>,
    is_cut_off: AtomicBool,
}

/// Takes connections as long as the site can be reached; else they end before a word is said.
struct Line {
    listener: TcpListener,
    state: Arc<Shared>,
}

impl Listener for Line {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        loop {
            let connection = Listener::accept(&mut self.listener).await;
            if !self.state.is_cut_off.load(Ordering::Relaxed) {
                return connection;
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Site {
    /// Starts the site on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// No port is free.
    pub async fn start(options: Options) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let state =
            Arc::new(Shared { options, posted: Mutex::default(), is_cut_off: AtomicBool::new(false) });
        let line = Line { listener, state: Arc::clone(&state) };
        let router = Router::new().fallback(answer).with_state(Arc::clone(&state));
        let task = tokio::spawn(async move {
            axum::serve(line, router).await.expect("a listener that is bound keeps serving");
        });
        Ok(Self { address, state, task })
    }

    /// The whole address of a path that begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Lets new connections fail, as without a network, or takes them again.
    pub fn set_reachable(&self, reachable: bool) {
        self.state.is_cut_off.store(!reachable, Ordering::Relaxed);
    }

    /// Everything that was sent with POST so far.
    pub fn posted(&self) -> Vec<Posted> {
        self.state.posted.lock().expect("no holder of the lock panics").clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(State(site): State<Arc<Shared>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let (status, content_type, body) =
        if request.method() == Method::POST { record(&site, request).await } else { site.read(&path).await };
    let policy = site.options.policy.as_deref().unwrap_or(STRICT_POLICY);
    let mut response = Response::builder()
        .status(status)
        .header(CONTENT_TYPE, content_type)
        // A wrong content type must fail here as it does on a hardened server.
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff");
    if !policy.is_empty() {
        response = response.header(CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in &site.options.headers {
        let name: HeaderName = name.parse().expect("tests name valid headers");
        response = response.header(name, value);
    }
    response.body(Body::from(body)).expect("tests set valid headers")
}

async fn record(site: &Shared, request: Request) -> (StatusCode, &'static str, Vec<u8>) {
    let path = request.uri().path().to_owned();
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let content_type = content_type.unwrap_or_default().to_owned();
    let Ok(body) = to_bytes(request.into_body(), LARGEST_POST_BYTES).await else {
        return (StatusCode::PAYLOAD_TOO_LARGE, "text/plain", Vec::new());
    };
    let body = String::from_utf8_lossy(&body).into_owned();
    site.posted.lock().expect("no holder of the lock panics").push(Posted { path, content_type, body });
    let page = "<!doctype html><html lang=\"zh-CN\"><title>已收到</title><main><h1>已收到</h1></main></html>";
    (StatusCode::OK, "text/html; charset=utf-8", page.into())
}

impl Shared {
    async fn read(&self, path: &str) -> (StatusCode, &'static str, Vec<u8>) {
        // Chromium asks every site for it; a 404 would stand in the console as an error.
        if path == "/favicon.ico" {
            return (StatusCode::NO_CONTENT, "image/png", Vec::new());
        }
        if let Some((_, html)) = self.options.pages.iter().find(|(page, _)| page == path) {
            return (StatusCode::OK, "text/html; charset=utf-8", html.clone().into());
        }
        for (prefix, folder) in &self.options.folders {
            let Some(rest) = path.strip_prefix(prefix.trim_end_matches('/')) else {
                continue;
            };
            let Some(rest) = rest.strip_prefix('/').filter(|rest| stays_inside(rest)) else {
                continue;
            };
            let file = folder.join(if rest.is_empty() { "index.html" } else { rest });
            if let Ok(content) = tokio::fs::read(&file).await {
                return (StatusCode::OK, content_type(&file), content);
            }
        }
        (StatusCode::NOT_FOUND, "text/plain; charset=utf-8", b"not found".to_vec())
    }
}

fn stays_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
