//! The pages for everybody.

use axum::http::StatusCode;
use serde_json::json;

use crate::harness::{SCHOOLS, Site};

#[tokio::test]
async fn the_home_page_lists_all_domains() {
    let mut site = Site::new();
    let home = site.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    for pack in gongkai::packs() {
        assert!(home.has(&format!("href=\"/d/{}\">{}</a>", pack.id, pack.name)), "{}", pack.id);
    }
    assert!(home.has("已公开3条") && home.has("暂无公开内容") && home.has("演示站点"));
    assert!(home.has("<meta name=\"SiteName\" content=\"示例县人民政府\">"));
    assert!(home.has("<meta name=\"ColumnName\" content=\"基层政务公开\">"));
}

#[tokio::test]
async fn every_domain_and_item_has_its_pages() {
    let mut site = Site::new();
    for pack in gongkai::packs() {
        let page = site.get(&format!("/d/{}", pack.id)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", pack.id);
        for item in pack.items() {
            let page = site.get(&format!("/d/{}/{}", pack.id, item.id)).await;
            assert_eq!(page.status, StatusCode::OK, "{}/{}", pack.id, item.id);
            assert!(page.has("公开依据") && page.has("公开层级"), "{}/{}", pack.id, item.id);
        }
    }
}

#[tokio::test]
async fn an_item_without_entries_says_so() {
    let mut site = Site::new();
    let page = site.get("/d/24-compulsory-education/zhao-sheng-fan-wei").await;
    assert!(page.has("本事项暂无公开内容") && !page.has("entry-list"));
    let page = site.get(&format!("/d/{SCHOOLS}")).await;
    assert!(!page.has("本事项暂无公开内容"));
    assert_eq!(page.body.matches("badge-sample").count(), 2);
}

#[tokio::test]
async fn samples_say_that_they_are_samples() {
    let mut site = Site::new();
    for id in 1..=7 {
        let page = site.get(&format!("/entries/{id}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has("<h1 lang=\"zh-CN\">【示例】") && page.has("badge-sample"), "{id}");
        assert!(page.has("本条为示例内容"), "{id}");
    }
    assert_eq!(site.get("/entries/8").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_kind_has_its_rendering() {
    let mut site = Site::new();
    let budget = site.get("/entries/1").await;
    for text in [
        "<p>6.40 万元</p>",
        "<th scope=\"col\" class=\"number\">金额（万元）</th>",
        "<td class=\"number\"><p>45.6</p></td>",
        "<a href=\"https://example.org/\" rel=\"noopener\">",
        "<time datetime=\"",
        "<meta name=\"ArticleTitle\" content=\"【示例】示例县示例局部门预算\">",
        "<meta name=\"PubDate\" content=\"2026-09-15 ",
        "<meta name=\"ContentSource\" content=\"示例县财政局\">",
    ] {
        assert!(budget.has(text), "{text}");
    }
    let licence = site.get("/entries/3").await;
    for text in ["<a href=\"tel:12315\">12315</a>", "2025年3月1日至2030年2月28日", "<li>预包装食品销售</li>"]
    {
        assert!(licence.has(text), "{text}");
    }
    let english = site.get("/entries/3?lang=en").await;
    assert!(english.has("1 March 2025 to 28 February 2030"));
}

#[tokio::test]
async fn a_statement_of_nothing_is_shown() {
    let mut site = Site::signed_in().await;
    let changes = [("/elements", json!({}))];
    let mut entry = crate::harness::school(&changes);
    entry["nil"] = json!({ "kind": "no-update", "reason": "本期没有新设学校" });
    let saved = site.save(&format!("/admin/{SCHOOLS}/new"), &entry.to_string(), "publish").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let page = site.get(&saved.location().replace("/admin", "")).await;
    assert!(page.has("本期无更新") && page.has("本期没有新设学校"));
}

#[tokio::test]
async fn the_search_finds_words_names_and_pinyin() {
    let mut site = Site::new();
    // Values: a street, a number, two words at once, Latin letters in any case.
    for (query, expected) in [
        ("%E5%AD%A6%E5%BA%9C%E8%B7%AF", "示例县第一小学"),
        ("12315", "示例食品店"),
        ("%E7%A4%BA%E4%BE%8B%20%E5%AD%A6%E5%BA%9C%E8%B7%AF", "示例县第一小学"),
        ("jy0000", "示例食品店"),
    ] {
        let page = site.get(&format!("/search?q={query}")).await;
        assert!(page.has(expected) && page.has("找到1条公开内容"), "{query}: {}", page.body);
    }
    for query in ["xxml", "xuexiaominglu", "%E5%AD%A6%E6%A0%A1%E5%90%8D%E5%BD%95"] {
        let page = site.get(&format!("/search?q={query}")).await;
        assert!(page.has(&format!("href=\"/d/{SCHOOLS}\"")), "{query}");
    }
    assert!(site.get("/search?q=zzzz").await.has("没有找到相关内容"));
    assert!(site.get("/search?q=%25%25").await.has("没有找到相关内容"), "no wildcards");
    let empty = site.get("/search").await;
    assert!(empty.has("请输入要查找的内容") && !empty.has("找到"));
}

#[tokio::test]
async fn unknown_addresses_get_a_page() {
    let mut site = Site::new();
    for path in ["/nowhere", "/d/99-nothing", "/d/24-compulsory-education/nothing", "/entries/99999"] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.has("未找到页面") && answer.has("返回首页"), "{path}");
    }
}
