//! Importing official tables: uploading, deciding, accepting, and what the site is like afterwards.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::harness::{SCHOOLS, Site, school};
use crate::import_forms::{TABLE, imported, post_form, post_row, removal, schools_again, upload};

#[tokio::test]
async fn files_that_cannot_be_read_are_refused_with_the_reason() {
    let mut site = Site::signed_in().await;
    let word: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (name, bytes, reason) in [
        ("a.pdf", b"%PDF-1.7\n%\xE2\xE3".as_slice(), "PDF"),
        ("a.docx", b"".as_slice(), "文件是空的"),
        ("a.csv", "今天天气很好\n".as_bytes(), "标准目录"),
        ("a.doc", word, "文件损坏或不完整"),
    ] {
        let answer = upload(&mut site, name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.has("role=\"alert\"") && answer.has("type=\"file\""), "{name}");
        assert!(answer.has(reason), "{name}: {}", answer.body);
    }
    let answer = upload(&mut site, "", b"").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.has("请选择文件"));
    let long = vec![b' '; 17 * 1024 * 1024];
    let answer = upload(&mut site, "long.csv", &long).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.has("文件超过 16 MB") && answer.has("type=\"file\""));
    site.get("/?lang=en").await;
    let answer = upload(&mut site, "a.pdf", b"%PDF-1.7\n").await;
    assert!(answer.has("This is a PDF file"), "{}", answer.body);
    assert!(site.get("/admin/imports").await.has("Nothing has been imported yet"));
}

#[tokio::test]
async fn only_editors_with_the_token_import() {
    let mut site = Site::new();
    for page in ["/admin/imports", "/admin/imports/new", "/admin/imports/1", "/admin/imports/1/1/rows/1"] {
        assert_eq!(site.get(page).await.status, StatusCode::SEE_OTHER, "{page}");
    }
    let answer = site.upload("/admin/imports/new", "", "a.csv", TABLE.as_bytes()).await;
    assert!(answer.location().starts_with("/admin/sign-in"));
    let mut site = Site::signed_in().await;
    let answer = site.upload("/admin/imports/new", "guess", "a.csv", TABLE.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(site.get("/admin/imports").await.has("还没有导入过文件"));
    let import = imported(&mut site, "a.csv", TABLE).await;
    for to in [format!("{import}/discard"), format!("{import}/1/accept"), format!("{import}/1/rows/1")] {
        assert_eq!(site.post(&to, &[("csrf", "guess")]).await.status, StatusCode::FORBIDDEN, "{to}");
    }
    for missing in
        ["/admin/imports/9", &format!("{import}/0"), &format!("{import}/2"), &format!("{import}/1/rows/4")]
    {
        assert_eq!(site.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
}

#[tokio::test]
async fn a_question_is_decided_for_all_rows_alike_and_the_domain_works_at_once() {
    let mut site = Site::signed_in().await;
    let import = imported(&mut site, "养老.csv", TABLE).await;
    assert!(site.get(&import).await.has("示例养老"));
    let again = upload(&mut site, "养老.csv", TABLE.as_bytes()).await;
    assert_eq!(again.location(), import, "the same file goes on where it was");
    let domain = format!("{import}/1");
    let review = site.get(&domain).await;
    assert!(
        review.has("名称被遮盖") && review.has("2行相同") && review.has("<code>G4</code>"),
        "{}",
        review.body
    );
    assert_eq!(review.body.matches("class=\"import-row\"").count(), 3);
    let only = site.get(&format!("{domain}?only=questions")).await;
    assert_eq!(only.body.matches("class=\"import-row\"").count(), 2);

    // Accepting with open questions is refused with the rows.
    let accept = format!("{domain}/accept");
    let answer = post_form(&mut site, &accept, &accept, &[("acknowledged", "on")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.has("还有待确认的问题") && answer.has("养老机构评估结果"), "{}", answer.body);

    // A publisher that is nothing is refused, and what was typed stays.
    let row = format!("{domain}/rows/1");
    let answer = post_row(&mut site, &row, &[("subject", " "), ("level2", "养老机构一览")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.has("请填写公开主体") && answer.has("value=\"养老机构一览\""), "{}", answer.body);
    let changes = [("subject", "示例县民政局"), ("same", "subject"), ("action", "next")];
    let answer = post_row(&mut site, &row, &changes).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, domain.as_str()),
        "nothing is left to decide"
    );
    let review = site.get(&domain).await;
    assert!(review.has("没有待确认的问题") && review.has("已由人确认"), "{}", review.body);
    let second = site.get(&format!("{domain}/rows/2")).await;
    assert!(
        second.has("value=\"示例县民政局\"") && second.has("**区民政局"),
        "what is printed stays beside it"
    );
    // Nothing else counts as decided by having been posted.
    assert_eq!(review.body.matches("import-field is-decided").count(), 2);

    let page = site.get(&accept).await;
    assert!(
        page.has("这是新领域") && page.has("value=\"90\"") && page.has("value=\"示例养老\""),
        "{}",
        page.body
    );
    let answer = post_form(&mut site, &accept, &accept, &[("acknowledged", "on")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let pack = answer.location().trim_start_matches("/admin/").to_owned();
    assert!(pack.starts_with("90-"), "{pack}");

    // Menu, lists, forms, public pages and search know it without a restart.
    let list = site.get(&format!("/admin/{pack}")).await;
    assert!(list.has("养老机构名录") && list.has("已采用。表单和菜单"), "{}", list.body);
    let item = format!("{pack}/yang-lao-ji-gou-ming-lu");
    let form = site.get(&format!("/admin/{item}/new")).await;
    assert_eq!(form.status, StatusCode::OK);
    let address = form
        .body
        .split(" pack=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("the form has a pack");
    assert!(address.starts_with(&format!("/packs/{pack}.")), "{address}");
    let served = site.get(address).await;
    assert_eq!(served.headers[CONTENT_TYPE], "application/json");
    assert!(served.headers[CACHE_CONTROL].to_str().is_ok_and(|value| value.contains("immutable")));
    let served: Value = serde_json::from_str(&served.body).expect("packs are JSON");
    assert_eq!(served["items"].as_array().map(Vec::len), Some(3));
    let home = site.get("/").await;
    assert!(home.has(&format!("href=\"/d/{pack}\"")));
    let public = site.get(&format!("/d/{pack}")).await;
    let menu = public
        .body
        .split("<gongkai-nav src=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a menu");
    assert!(menu.starts_with("/navigation/"), "{menu}");
    assert!(site.get(menu).await.has("yang-lao-ji-gou-ming-lu"));
    assert_eq!(site.get("/navigation/0.json").await.status, StatusCode::TEMPORARY_REDIRECT);
    assert!(site.get("/search?q=yljg").await.has(&format!("href=\"/d/{item}\"")));
    assert!(site.get("/admin/imports").await.has("badge-published\">已采用"));
    assert_eq!(site.get(&accept).await.status, StatusCode::NOT_FOUND, "it is no longer open");
    let late = post_row(&mut site, &row, &[("subject", "另一个局")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.has("value=\"另一个局\""), "what was typed too late is kept");

    // It is there after a restart.
    let mut site = site.restarted();
    assert!(site.get(&format!("/d/{item}")).await.has("示例县民政局"));
}

#[tokio::test]
async fn a_local_table_takes_the_place_of_the_shipped_one_and_nothing_is_lost() {
    let mut site = Site::signed_in().await;
    let saved = site.new_school("publish", &[]).await;
    let (entry, form) = (saved.location().replace("/admin", ""), saved.location().to_owned());
    let import = imported(&mut site, "义务教育.csv", &schools_again()).await;
    let accept = format!("{import}/1/accept");
    let page = site.get(&accept).await;
    assert!(page.has("将替代“义务教育”现行目录") && page.has("条内容，保留"), "{}", page.body);
    assert!(page.has("公开时限："), "the changes are named: {}", page.body);
    let answer =
        post_form(&mut site, &accept, &accept, &[("acknowledged", "on"), ("leave_out", "all")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(answer.location(), "/admin/24-compulsory-education", "it keeps its address");

    let kept = "24-compulsory-education/zhao-sheng-ji-hua";
    assert!(site.get(&format!("/d/{kept}")).await.has("7个工作日"), "ids stay, limits are new");
    assert!(site.get(&format!("/admin/{kept}/new")).await.has(" pack=\"/packs/24-compulsory-education."));
    assert_eq!(site.get(&format!("/admin/{SCHOOLS}/new")).await.status, StatusCode::NOT_FOUND);
    // An entry made by the edition before shows all of its elements, in whichever edition they are.
    let plan = site.get("/entries/5").await;
    assert!(plan.has("各校本年度招生计划") && plan.has("示例县第一小学"), "{}", plan.body);
    // What was entered under the vanished item is readable, listed, and can still be changed.
    assert!(site.get(&entry).await.has("测试小学"));
    assert!(site.get(&format!("/d/{SCHOOLS}")).await.has("现行标准指引中已没有这一事项"));
    assert!(site.get("/d/24-compulsory-education").await.has("现行标准指引中已没有的事项"));
    assert!(site.get(&form).await.has("pack=\"/widgets/packs/24-compulsory-education.json\""));
    let changed = school(&[("/elements/xue_xiao_di_zhi", json!("示例县新街2号"))]).to_string();
    assert_eq!(site.save(&form, &changed, "publish").await.status, StatusCode::SEE_OTHER);
    assert!(site.get(&entry).await.has("示例县新街2号"));

    // The same table again clashes with nothing: the edition gets another name.
    let again = schools_again().replace("7个工作日", "10个工作日");
    let import = imported(&mut site, "义务教育.csv", &again).await;
    assert!(site.get(&format!("{import}/1/accept")).await.has("现行目录（版本local-"));

    // Removing it brings back the shipped one.
    let remove = removal(&mut site).await;
    assert!(site.get(&remove).await.has("恢复随附的标准指引"));
    let answer = post_form(&mut site, &remove, &remove, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(
        site.get(&format!("/admin/{SCHOOLS}/new")).await.has("/widgets/packs/24-compulsory-education.json")
    );
    assert!(site.get("/").await.has("义务教育"));
    assert_eq!(post_form(&mut site, "/admin/imports", &remove, &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_domain_of_its_own_leaves_its_entries_readable() {
    let mut site = Site::signed_in().await;
    let import = imported(&mut site, "养老.csv", TABLE).await;
    let accept = format!("{import}/1/accept");
    let head = format!("{import}/1/head");
    let wrong =
        [("name", "示例养老"), ("code", "24"), ("slug", "Yang Lao"), ("edition", ""), ("issuer", "示例县")];
    let answer = post_form(&mut site, &accept, &head, &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for text in ["代码24属于“义务教育”", "只能用小写拉丁字母", "请填写", "value=\"Yang Lao\""]
    {
        assert!(answer.has(text), "{text}: {}", answer.body);
    }
    let right = [
        ("name", "示例养老"),
        ("code", "91"),
        ("slug", "yang-lao"),
        ("edition", "2026"),
        ("issuer", "示例县"),
    ];
    assert_eq!(post_form(&mut site, &accept, &head, &right).await.status, StatusCode::SEE_OTHER);
    let answer = post_form(
        &mut site,
        &accept,
        &accept,
        &[("leave_out", "1"), ("leave_out", "2"), ("acknowledged", "on")],
    )
    .await;
    assert_eq!(answer.location(), "/admin/91-yang-lao", "{}", answer.body);
    let item = "91-yang-lao/yang-lao-fu-wu-zheng-ce";
    assert!(!site.get("/admin/91-yang-lao").await.has("养老机构名录"), "rows left out are left out");
    let entry = json!({ "pack": "91-yang-lao", "item": "yang-lao-fu-wu-zheng-ce", "edition": "2026", "title": "一份文件" });
    let saved = site.save(&format!("/admin/{item}/new"), &entry.to_string(), "draft").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let form = saved.location().to_owned();
    let remove = removal(&mut site).await;
    assert_eq!(post_form(&mut site, &remove, &remove, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(!site.get("/").await.has("示例养老"));
    assert_eq!(site.get("/d/91-yang-lao").await.status, StatusCode::NOT_FOUND, "nothing of it is public");
    assert!(site.get("/admin/91-yang-lao").await.has("养老服务政策"));
    assert!(site.get(&form).await.has("一份文件"));
    let mut site = site.restarted();
    site.sign_in("editor", crate::harness::PASSWORD).await;
    assert!(site.get(&form).await.has("一份文件"));
}

#[tokio::test]
async fn discarding_asks_first_and_ends_the_import() {
    let mut site = Site::signed_in().await;
    let import = imported(&mut site, "养老.csv", TABLE).await;
    let discard = format!("{import}/discard");
    assert!(site.get(&discard).await.has("放弃这次导入吗"));
    assert_eq!(post_form(&mut site, &discard, &discard, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(site.get("/admin/imports").await.has("已放弃"));
    assert_eq!(site.get(&discard).await.status, StatusCode::NOT_FOUND);
    let again = imported(&mut site, "养老.csv", TABLE).await;
    assert_ne!(again, import, "a discarded import is not gone on with");
}

#[tokio::test]
async fn a_stale_confirmation_accepts_nothing() {
    let mut site = Site::signed_in().await;
    let import = imported(&mut site, "养老.csv", TABLE).await;
    let accept = format!("{import}/1/accept");
    let page = site.get(&accept).await;
    let (csrf, version) = (page.hidden("csrf"), page.hidden("version"));
    post_row(&mut site, &format!("{import}/1/rows/3"), &[("left_out", "on")]).await;
    let fields = [("csrf", &*csrf), ("version", &*version), ("leave_out", "all"), ("acknowledged", "on")];
    let answer = site.post(&accept, &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.has("刚刚被修改"));
    let answer =
        post_form(&mut site, &accept, &accept, &[("leave_out", "all"), ("acknowledged", "on")]).await;
    assert!(answer.has("没有可采用的行"), "{}", answer.body);
}

#[tokio::test]
async fn six_hundred_rows_stay_pages_of_twenty_five() {
    let mut site = Site::signed_in().await;
    let mut table: String = TABLE.lines().take(3).flat_map(|line| [line, "\n"]).collect();
    for number in 1..=600 {
        let publisher = if number == 130 { "**区民政局" } else { "示例县民政局" };
        table.push_str(&format!(
            "{number},机构信息,事项{number}号,机构名称；地址,《养老机构管理办法》,20个工作日内,{publisher},■政府网站,全社会,主动,县级\n"
        ));
    }
    let import = imported(&mut site, "六百.csv", &table).await;
    let page = site.get(&format!("{import}/1")).await;
    assert_eq!(page.body.matches("class=\"import-row\"").count(), 25);
    assert!(
        page.has("id=\"row-130\"") && page.has("第6页，共24页"),
        "it opens where there is something to decide"
    );
    assert!(page.body.len() < 400_000, "{} bytes", page.body.len());
    let last = site.get(&format!("{import}/1?page=24")).await;
    assert!(last.has("id=\"row-600\""));
}
