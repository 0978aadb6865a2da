//! Lists that need more than one page, and what survives a restart.

use std::path::Path;

use axum::http::StatusCode;
use demo_cms::{App, Cost, Options};
use serde_json::json;

use crate::harness::{PASSWORD, SCHOOLS, Site};

#[tokio::test]
async fn long_lists_have_pages() {
    let mut site = Site::signed_in().await;
    for number in 1..=21 {
        let title = json!(format!("编号{number}学校"));
        assert_eq!(site.new_school("publish", &[("/title", title)]).await.status, StatusCode::SEE_OTHER);
    }
    for list in [&*format!("/d/{SCHOOLS}"), &*format!("/admin/{SCHOOLS}")] {
        let first = site.get(list).await;
        assert!(first.has("第1页，共2页") && first.has("编号21学校") && first.has("rel=\"next\""));
        let second = site.get(&format!("{list}?page=2")).await;
        assert!(second.has("第2页，共2页") && second.has("编号1学校") && !second.has("rel=\"next\""));
    }
    for page in ["0", "-1", "99999999999", "x", "77"] {
        assert_eq!(site.get(&format!("/d/{SCHOOLS}?page={page}")).await.status, StatusCode::OK, "{page}");
    }
    let found = site.get("/search?q=%E7%BC%96%E5%8F%B7&page=2").await;
    assert!(found.has("找到21条公开内容") && found.has("?q=%E7%BC%96%E5%8F%B7&#38;page=1"));
}

#[tokio::test]
async fn editors_see_every_domain_and_item() {
    let mut site = Site::signed_in().await;
    let page = site.get("/admin/24-compulsory-education").await;
    assert!(page.has("已公开2条") && page.has("招生范围"));
    let page = site.get("/admin/24-compulsory-education/zhao-sheng-fan-wei").await;
    assert!(page.has("还没有内容") && page.has("/zhao-sheng-fan-wei/new"));
    assert!(
        page.has("<gongkai-nav src=\"/widgets/navigation.json\" href-template=\"/admin/{domain}/{item}\"")
    );
}

fn options(folder: &Path, password: Option<&str>) -> Options {
    Options {
        listen: ([127, 0, 0, 1], 0).into(),
        database: folder.join("deep/er/demo.sqlite"),
        dist: folder.to_owned(),
        password: password.map(str::to_owned),
        today: Some(crate::harness::TODAY),
        cost: Cost::Test,
    }
}

#[test]
fn a_password_is_made_once_and_changed_on_wish() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let open = |password| App::open(&options(folder.path(), password)).expect("the site opens").1;
    let made = open(None).expect("a password is made on first start");
    assert_eq!(made.len(), 24);
    assert_eq!(open(None), None);
    assert_eq!(open(Some(PASSWORD)), None);
    assert_eq!(open(None), None);
    let file = std::fs::read(folder.path().join("deep/er/demo.sqlite")).expect("the file is there");
    let log = std::fs::read(folder.path().join("deep/er/demo.sqlite-wal")).unwrap_or_default();
    for secret in [made.as_bytes(), PASSWORD.as_bytes()] {
        for content in [&file, &log] {
            assert!(!content.windows(secret.len()).any(|part| part == secret), "only the hash is kept");
        }
    }
}

#[test]
fn samples_pass_on_any_day() {
    for day in ["2024-02-29", "2026-01-01", "2027-06-01"] {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let mut options = options(folder.path(), None);
        options.today = Some(day.parse().expect("a date"));
        App::open(&options).unwrap_or_else(|error| panic!("{day}: {error:#}"));
    }
}
