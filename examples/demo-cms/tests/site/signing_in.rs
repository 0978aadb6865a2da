//! Signing in: right, wrong, too often, and without it.

use axum::http::StatusCode;
use axum::http::header::{RETRY_AFTER, SET_COOKIE};

use crate::harness::{PASSWORD, SCHOOLS, Site};

#[tokio::test]
async fn the_right_password_leads_in_and_out() {
    let mut site = Site::new();
    let answer = site.sign_in("editor", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/admin");
    let cookie = answer.headers[SET_COOKIE].to_str().expect("cookies are ASCII");
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let home = site.get("/admin").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.has("editor"));

    let csrf = home.hidden("csrf");
    let answer = site.post("/admin/sign-out", &[("csrf", &csrf)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get("/admin").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn wrong_names_and_passwords_are_told_alike() {
    let mut site = Site::new();
    for (name, password) in [("editor", "wrong"), ("nobody", PASSWORD), ("editor", "")] {
        let answer = site.sign_in(name, password).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.has("用户名或密码不正确"));
    }
    assert_eq!(site.get("/admin").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_token_changes_on_signing_in() {
    let mut site = Site::new();
    let before = site.get("/admin/sign-in").await;
    let before = before.headers[SET_COOKIE].to_str().expect("cookies are ASCII").to_owned();
    let after = site.sign_in("editor", PASSWORD).await;
    let after = after.headers[SET_COOKIE].to_str().expect("cookies are ASCII");
    assert_ne!(before.split(';').next(), after.split(';').next());
}

#[tokio::test]
async fn the_eleventh_attempt_has_to_wait() {
    let mut site = Site::new();
    for _ in 0..10 {
        let answer = site.sign_in("editor", "wrong").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = site.sign_in("editor", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(answer.headers.contains_key(RETRY_AFTER));
    assert!(answer.has("尝试次数过多"));
}

#[tokio::test]
async fn strangers_are_sent_to_sign_in_and_led_back() {
    let mut site = Site::new();
    let pages = [
        "/admin",
        "/admin/24-compulsory-education",
        &format!("/admin/{SCHOOLS}"),
        &format!("/admin/{SCHOOLS}/new"),
        "/admin/entries/1",
        "/admin/entries/1/delete",
        "/admin/entries/1/withdraw",
    ];
    for page in pages {
        let answer = site.get(page).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{page}");
        assert!(answer.location().starts_with("/admin/sign-in?next=%2Fadmin"), "{page}");
    }
    let page = site.get("/admin/sign-in?next=%2Fadmin%2Fentries%2F1").await;
    let (csrf, next) = (page.hidden("csrf"), page.hidden("next"));
    let form = [("csrf", &*csrf), ("next", &*next), ("name", "editor"), ("password", PASSWORD)];
    assert_eq!(site.post("/admin/sign-in", &form).await.location(), "/admin/entries/1");
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let mut site = Site::new();
    for next in ["https://example.org/", "//example.org/", "/admin/../..//example.org", "/"] {
        let page = site.get("/admin/sign-in").await;
        let csrf = page.hidden("csrf");
        let form = [("csrf", &*csrf), ("next", next), ("name", "editor"), ("password", PASSWORD)];
        assert_eq!(site.post("/admin/sign-in", &form).await.location(), "/admin", "{next}");
        let home = site.get("/admin").await;
        let csrf = home.hidden("csrf");
        site.post("/admin/sign-out", &[("csrf", &csrf)]).await;
    }
}
