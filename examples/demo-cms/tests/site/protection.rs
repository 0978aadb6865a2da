//! What protects the site: tokens in forms, headers, escaping, limits.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::harness::{PASSWORD, SCHOOLS, Site, school};

#[tokio::test]
async fn a_form_without_its_token_is_refused() {
    let mut site = Site::signed_in().await;
    let entry = school(&[]).to_string();
    let paths = [
        format!("/admin/{SCHOOLS}/new"),
        "/admin/entries/1".to_owned(),
        "/admin/entries/1/withdraw".to_owned(),
        "/admin/entries/1/delete".to_owned(),
        "/admin/sign-out".to_owned(),
    ];
    for path in &paths {
        for csrf in ["", "0000", "测"] {
            let form = [("csrf", csrf), ("version", "2"), ("action", "draft"), ("entry", &entry)];
            let answer = site.post(path, &form).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {csrf:?}");
            assert!(answer.has("测试小学"), "what was typed is given back");
        }
    }
    assert_eq!(site.get("/entries/1").await.status, StatusCode::OK);
    assert!(!site.get("/admin").await.has("测试小学"));
}

#[tokio::test]
async fn signing_in_needs_a_token_too() {
    let mut site = Site::new();
    let form = [("name", "editor"), ("password", PASSWORD)];
    assert_eq!(site.post("/admin/sign-in", &form).await.status, StatusCode::FORBIDDEN);
    assert_eq!(site.get("/admin").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_token_of_another_session_is_refused() {
    let mut site = Site::signed_in().await;
    let mut other = site.elsewhere();
    let csrf = other.get("/admin/sign-in").await.hidden("csrf");
    let answer = site.post("/admin/sign-out", &[("csrf", &csrf)]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_was_typed_survives_an_expired_session() {
    let mut site = Site::new();
    let entry = school(&[]).to_string();
    let form = [("csrf", "old"), ("version", "1"), ("action", "publish"), ("entry", &entry)];
    let answer = site.post("/admin/entries/1", &form).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.has("测试小学"));
    let answer = site.post("/admin/entries/1/withdraw", &[("csrf", "old"), ("version", "2")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let mut site = Site::signed_in().await;
    std::fs::write(site.folder.path().join("dist/gongkai_bg.wasm"), b"\0asm").expect("can be written");
    let pages = [
        ("/", StatusCode::OK),
        ("/search?q=x", StatusCode::OK),
        ("/entries/1", StatusCode::OK),
        ("/nowhere", StatusCode::NOT_FOUND),
        ("/entries/x", StatusCode::NOT_FOUND),
        ("/assets/site.css", StatusCode::OK),
        ("/widgets/gongkai_bg.wasm", StatusCode::OK),
        ("/widgets/nothing.js", StatusCode::NOT_FOUND),
        ("/widgets/../data/demo.sqlite", StatusCode::NOT_FOUND),
        ("/widgets/%2e%2e/data/demo.sqlite", StatusCode::NOT_FOUND),
        ("/admin", StatusCode::OK),
        ("/admin/entries/1", StatusCode::OK),
        ("/admin/nowhere", StatusCode::NOT_FOUND),
        ("/admin/sign-in", StatusCode::SEE_OTHER),
    ];
    for (page, status) in pages {
        let answer = site.get(page).await;
        assert_eq!(answer.status, status, "{page}");
        let policy = answer.headers[CONTENT_SECURITY_POLICY].to_str().expect("ASCII");
        assert_eq!(
            policy,
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
        );
        assert_eq!(answer.headers[X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(answer.headers[REFERRER_POLICY], "same-origin");
        if page.starts_with("/admin") {
            assert_eq!(answer.headers[CACHE_CONTROL], "no-store", "{page}");
        }
        for inline in ["<style", " style=", "<script>", " onclick=", "javascript:"] {
            assert!(!answer.has(inline), "{page}: {inline}");
        }
    }
}

#[tokio::test]
async fn widgets_have_their_types() {
    let mut site = Site::new();
    let dist = site.folder.path().join("dist");
    std::fs::create_dir_all(dist.join("packs")).expect("can be made");
    for (file, kind) in [
        ("gongkai.js", "text/javascript"),
        ("gongkai_bg.wasm", "application/wasm"),
        ("packs/24-compulsory-education.json", "application/json"),
    ] {
        std::fs::write(dist.join(file), "{}").expect("can be written");
        let answer = site.get(&format!("/widgets/{file}")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers["content-type"], kind);
        assert!(answer.headers.contains_key("etag"));
    }
}

#[tokio::test]
async fn markup_in_values_stays_text() {
    let mut site = Site::signed_in().await;
    let attack = "<script>alert(1)</script>\"'><img src=x>";
    let changes = [
        ("/title", json!(attack)),
        ("/publisher", json!(attack)),
        ("/elements/xue_xiao_ming_cheng", json!(attack)),
    ];
    let saved = site.new_school("publish", &changes).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let form = saved.location().to_owned();
    let public = form.replace("/admin", "");
    let raw = format!("{{\"a\": {attack}");
    let query = serde_urlencoded::to_string([("q", attack)]).expect("can be encoded");
    let mut answers = vec![site.save(&form, &raw, "draft").await];
    for page in [&*form, &*public, "/", "/admin", &format!("/d/{SCHOOLS}"), &format!("/search?{query}")] {
        answers.push(site.get(page).await);
    }
    for answer in answers {
        assert!(answer.has("alert(1)"));
        assert!(!answer.has("<script>alert") && !answer.has("<img src=x"), "{}", answer.body);
    }
}

#[tokio::test]
async fn addresses_that_are_no_web_addresses_are_no_links() {
    let mut site = Site::signed_in().await;
    let changes = [("/channels/0", json!({ "channel": "政府网站", "proof": "javascript:alert(1)" }))];
    let saved = site.new_school("publish", &changes).await;
    let page = site.get(&saved.location().replace("/admin", "")).await;
    assert!(page.has("javascript:alert(1)") && !page.has("href=\"javascript:"), "{}", page.body);
}

#[tokio::test]
async fn too_much_is_refused() {
    let mut site = Site::signed_in().await;
    let form = site.get(&format!("/admin/{SCHOOLS}/new")).await;
    let csrf = form.hidden("csrf");
    let path = format!("/admin/{SCHOOLS}/new");
    let long = "x".repeat(3 * 1024 * 1024);
    let fields = [("csrf", &*csrf), ("action", "draft"), ("entry", &*long)];
    let answer = site.post(&path, &fields).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.has("内容过大"));
    let long = json!({ "title": "x".repeat(1024 * 1024) }).to_string();
    let fields = [("csrf", &*csrf), ("action", "draft"), ("entry", &*long)];
    let answer = site.post(&path, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.has("超过 1 MB"));
}

#[tokio::test]
async fn other_methods_and_kinds_get_a_page() {
    let mut site = Site::signed_in().await;
    let answer = site.send(Method::PUT, "/admin/entries/1", None).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(answer.has("<h1>"));
    let answer = site.send(Method::POST, "/admin/entries/1", None).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(answer.has("<h1>"));
}

#[tokio::test]
async fn the_language_is_asked_for_and_kept() {
    let mut site = Site::new();
    assert!(site.get("/").await.has("<html lang=\"zh-CN\">"));
    let english = site.get("/search?q=a%26b&lang=en").await;
    assert!(english.has("<html lang=\"en\">") && english.has("Skip to main content"));
    assert!(english.has("/search?q=a%26b&#38;lang=zh-CN"), "{}", english.body);
    assert!(english.headers.contains_key(SET_COOKIE));
    assert!(site.get("/nowhere").await.has("Page not found"));
    assert!(site.get("/?lang=zh-CN").await.has("<html lang=\"zh-CN\">"));
}
