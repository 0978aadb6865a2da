//! A site in a folder of its own, and a browser that keeps cookies.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use demo_cms::{App, Cost, Options, router};
use gongkai_core::ItemRef;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

pub const PASSWORD: &str = "correct horse";
pub const SCHOOLS: &str = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
pub const TODAY: Date = date(2026, 9, 15);

/// A running site with one browser.
pub struct Site {
    router: Router,
    cookies: BTreeMap<String, String>,
    pub folder: TempDir,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Where the answer leads on to.
    pub fn location(&self) -> &str {
        self.headers[LOCATION].to_str().expect("addresses are ASCII")
    }

    /// The value of a hidden field of the page's last form.
    pub fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let at = self.body.rfind(&start).unwrap_or_else(|| panic!("no field {name}")) + start.len();
        self.body[at..].split('"').next().unwrap_or_default().to_owned()
    }

    pub fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

impl Site {
    pub fn new() -> Self {
        let folder = TempDir::with_prefix("demo-cms-").expect("a folder can be made");
        std::fs::create_dir(folder.path().join("dist")).expect("a folder can be made");
        let (app, _) = App::open(&options(&folder)).expect("the site opens");
        Site { router: router(app), cookies: BTreeMap::new(), folder }
    }

    /// A site whose browser is signed in.
    pub async fn signed_in() -> Self {
        let mut site = Site::new();
        let answer = site.sign_in("editor", PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        site
    }

    pub async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        let page = self.get("/admin/sign-in").await;
        let csrf = page.hidden("csrf");
        self.post("/admin/sign-in", &[("csrf", &csrf), ("name", name), ("password", password)]).await
    }

    /// The same site in a browser that knows nothing.
    pub fn elsewhere(&self) -> Site {
        let folder = TempDir::with_prefix("demo-cms-").expect("a folder can be made");
        Site { router: self.router.clone(), cookies: BTreeMap::new(), folder }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let form = serde_urlencoded::to_string(form).expect("a form can be encoded");
        self.send(Method::POST, path, Some(form)).await
    }

    pub async fn send(&mut self, method: Method, path: &str, form: Option<String>) -> Answer {
        self.send_as(method, path, "application/x-www-form-urlencoded", form.map(String::into_bytes)).await
    }

    async fn send_as(&mut self, method: Method, path: &str, kind: &str, form: Option<Vec<u8>>) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(path);
        request = request.header(COOKIE, cookies.join("; "));
        if form.is_some() {
            request = request.header(CONTENT_TYPE, kind);
        }
        let request = request.body(form.map_or_else(Body::empty, Body::from));
        let request = request.expect("the request is well formed");
        let response = self.router.clone().oneshot(request).await.expect("handlers always answer");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let cookie = cookie.to_str().expect("cookies are ASCII");
            let (name, value) =
                cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a pair");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let body = to_bytes(body, usize::MAX).await.expect("the body can be read");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// Posts a form with a file.
    pub async fn upload(&mut self, path: &str, csrf: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = format!(
            "--border\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--border\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--border--\r\n");
        self.send_as(Method::POST, path, "multipart/form-data; boundary=border", Some(body)).await
    }

    /// The same database in a program that was started anew, and a browser that knows nothing.
    pub fn restarted(self) -> Site {
        let (app, _) = App::open(&options(&self.folder)).expect("the site opens again");
        Site { router: router(app), cookies: BTreeMap::new(), folder: self.folder }
    }

    /// Posts an entry from the form at `page`, as a browser would.
    pub async fn save(&mut self, page: &str, entry: &str, action: &str) -> Answer {
        let form = self.get(page).await;
        assert_eq!(form.status, StatusCode::OK);
        let (csrf, version) = (form.hidden("csrf"), form.hidden("version"));
        let fields = [("csrf", &*csrf), ("version", &*version), ("entry", entry), ("action", action)];
        self.post(page, &fields).await
    }

    /// Saves a new school with these changes and gives the address of its form.
    pub async fn new_school(&mut self, action: &str, changes: &[(&str, Value)]) -> Answer {
        let entry = school(changes).to_string();
        self.save(&format!("/admin/{SCHOOLS}/new"), &entry, action).await
    }
}

fn options(folder: &TempDir) -> Options {
    Options {
        listen: ([127, 0, 0, 1], 0).into(),
        database: folder.path().join("data/demo.sqlite"),
        dist: folder.path().join("dist"),
        password: Some(PASSWORD.to_owned()),
        today: Some(TODAY),
        cost: Cost::Test,
    }
}

pub fn school_item() -> ItemRef<'static> {
    let (pack, item) = SCHOOLS.split_once('/').expect("domain and item");
    gongkai::pack(pack).and_then(|pack| pack.item(item)).expect("the item is shipped")
}

/// A school that can be published, with values put at JSON Pointers.
pub fn school(changes: &[(&str, Value)]) -> Value {
    let mut entry = school_item().example(TODAY);
    entry["title"] = json!("测试小学");
    entry["elements"]["xue_xiao_ming_cheng"] = json!("测试小学");
    for (pointer, value) in changes {
        let place = entry.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
        *place = value.clone();
    }
    entry
}
