//! Editing: drafts keep everything, only what is right becomes public, nobody overwrites unknowingly.

use axum::http::StatusCode;
use serde_json::json;

use crate::harness::{SCHOOLS, Site, school};

#[tokio::test]
async fn a_draft_of_nonsense_is_kept() {
    let mut site = Site::signed_in().await;
    let changes = [
        ("/elements/ban_gong_dian_hua", json!("打不通")),
        ("/elements/ban_xue_ceng_ci", json!(42)),
        ("/formed_on", json!("昨天")),
        ("/title", json!(["不", "是", "文字"])),
    ];
    let saved = site.new_school("draft", &changes).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let form = site.get(saved.location()).await;
    assert_eq!(form.status, StatusCode::OK);
    for text in ["草稿已保存，其中有需要核对的内容", "打不通", "昨天", "不", "（无标题）"]
    {
        assert!(form.has(text), "{text}");
    }
    for code in ["phone-invalid", "date-invalid"] {
        assert!(form.has(&format!("&#34;code&#34;:&#34;{code}&#34;")), "{code} in the report");
    }
    for control in ["f-elements-ban_gong_dian_hua", "f-formed_on"] {
        assert!(
            form.has(&format!("id=\"{control}-issue\"")),
            "{control}: the form says without scripts what is wrong"
        );
    }
    assert!(form.has(" report=\"{"), "the widget is told");
    assert_eq!(site.get(&saved.location().replace("/admin", "")).await.status, StatusCode::NOT_FOUND);
    let list = site.get(&format!("/admin/{SCHOOLS}")).await;
    assert!(list.has("badge-draft") && list.has("处需修改"));
}

#[tokio::test]
async fn an_empty_draft_is_in_order() {
    let mut site = Site::signed_in().await;
    let entry = json!({ "pack": "24-compulsory-education", "item": "yi-wu-jiao-yu-xue-xiao-ming-lu" });
    let saved = site.save(&format!("/admin/{SCHOOLS}/new"), &entry.to_string(), "draft").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
}

#[tokio::test]
async fn the_form_of_a_new_entry_holds_what_can_be_saved() {
    let mut site = Site::signed_in().await;
    let form = site.get(&format!("/admin/{SCHOOLS}/new")).await;
    for text in [
        "<gongkai-form name=\"entry\" pack=\"/widgets/packs/24-compulsory-education.json\"",
        "item=\"yi-wu-jiao-yu-xue-xiao-ming-lu\" calendar=\"/widgets/calendar.json\"",
        "publisher=\"示例县教育局\"",
        "name=\"action\" value=\"draft\" formnovalidate",
        "<script type=\"module\" src=\"/widgets/gongkai.js\"></script>",
        "current=\"24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu\"",
        "公开时限",
    ] {
        assert!(form.has(text), "{text}");
    }
    assert!(!form.has(" report="), "nothing has been judged");
}

#[tokio::test]
async fn publishing_faults_is_refused_and_the_draft_kept() {
    let mut site = Site::signed_in().await;
    let changes = [
        ("/elements/ban_gong_dian_hua", json!("7111111")),
        ("/elements/xue_xiao_di_zhi", json!("")),
        ("/channels", json!([])),
    ];
    let answer = site.new_school("publish", &changes).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for control in ["f-elements-ban_gong_dian_hua", "f-elements-xue_xiao_di_zhi", "f-channels"] {
        assert!(
            answer.has(&format!("id=\"{control}-issue\"")),
            "{control}: the form says without scripts what is wrong"
        );
    }
    for code in ["phone-invalid", "element-missing", "channel-missing"] {
        assert!(answer.has(&format!("&#34;code&#34;:&#34;{code}&#34;")), "{code} in the report");
    }
    assert!(answer.has("未能发布：有3处需要修改") && answer.has("7111111"));

    // The page goes on with the draft that was kept.
    let action = answer.body.split("action=\"/admin/entries/").nth(1).expect("the form's address");
    let id = action.split('"').next().expect("an id");
    assert_eq!(site.get(&format!("/entries/{id}")).await.status, StatusCode::NOT_FOUND);
    assert!(site.get(&format!("/admin/entries/{id}")).await.has("7111111"));
    let (csrf, version) = (answer.hidden("csrf"), answer.hidden("version"));
    let entry = school(&[]).to_string();
    let form = [("csrf", &*csrf), ("version", &*version), ("entry", &*entry), ("action", "publish")];
    let answer = site.post(&format!("/admin/entries/{id}"), &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(site.get(&format!("/entries/{id}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn publishing_shows_it_to_everybody() {
    let mut site = Site::signed_in().await;
    let changes = [("/channels", json!([{ "channel": "政府网站" }, { "channel": "两微一端" }]))];
    let saved = site.new_school("publish", &changes).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let form = site.get(saved.location()).await;
    assert!(form.has("已发布。"));
    assert_eq!(
        form.body.matches("&#34;published_on&#34;:&#34;2026-09-15&#34;").count(),
        1,
        "the site's own channel"
    );

    let mut visitor = site.elsewhere();
    let public = visitor.get(&saved.location().replace("/admin", "")).await;
    for text in ["测试小学", "学校地址", "tel:0736-7111111", "2026年9月15日", "政府网站"] {
        assert!(public.has(text), "{text}");
    }
    for page in ["/", "/search?q=测试小学", &format!("/d/{SCHOOLS}")] {
        let page = page.replace("测试小学", "%E6%B5%8B%E8%AF%95%E5%B0%8F%E5%AD%A6");
        assert!(visitor.get(&page).await.has("测试小学</a>"), "{page}");
    }
}

#[tokio::test]
async fn late_publication_is_told_but_not_held_up() {
    let mut site = Site::signed_in().await;
    let saved = site.new_school("publish", &[("/formed_on", json!("2026-01-05"))]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert!(site.get(saved.location()).await.has("检查结果中有需要留意的事项"));
}

#[tokio::test]
async fn what_is_no_entry_of_the_item_is_given_back() {
    let mut site = Site::signed_in().await;
    let page = format!("/admin/{SCHOOLS}/new");
    let other = school(&[("/item", json!("zhao-sheng-ji-hua"))]).to_string();
    let cases = [
        ("{\"pack\": 写到一半", "第1行第"),
        ("[1, 2]", "应为一个 JSON 对象"),
        (&*other, "属于另一个事项"),
        ("", "不是有效的 JSON"),
        ("\n\n{", "不是有效的 JSON"),
    ];
    for (text, message) in cases {
        for action in ["draft", "publish"] {
            let answer = site.save(&page, text, action).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            assert!(answer.has(message), "{text}");
            assert!(!answer.has("<gongkai-form"), "the widget could not show it");
            let escaped = text.replace('"', "&#34;");
            assert!(answer.has(&format!(">\n{escaped}</textarea>")), "{}", answer.body);
        }
    }
    assert!(site.get(&format!("/admin/{SCHOOLS}")).await.body.matches("class=\"row\"").count() == 2);
}

#[tokio::test]
async fn a_stale_save_is_told_and_loses_nothing() {
    let mut site = Site::signed_in().await;
    let path = site.new_school("draft", &[]).await.location().to_owned();
    let form = site.get(&path).await;
    let (csrf, version) = (form.hidden("csrf"), form.hidden("version"));
    let theirs = school(&[("/title", json!("先保存的标题"))]).to_string();
    assert_eq!(site.save(&path, &theirs, "draft").await.status, StatusCode::SEE_OTHER);

    let mine = school(&[("/title", json!("后保存的标题"))]).to_string();
    for action in ["draft", "publish"] {
        let fields = [("csrf", &*csrf), ("version", &*version), ("entry", &*mine), ("action", action)];
        let answer = site.post(&path, &fields).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{action}");
        assert!(answer.has("后保存的标题") && answer.has("已于"), "{}", answer.body);
        assert_ne!(answer.hidden("version"), version);
    }
    assert!(site.get(&path).await.has("先保存的标题"));
}

#[tokio::test]
async fn a_deleted_entry_can_be_saved_as_a_new_one() {
    let mut site = Site::signed_in().await;
    let path = site.new_school("draft", &[]).await.location().to_owned();
    let form = site.get(&path).await;
    let (csrf, version) = (form.hidden("csrf"), form.hidden("version"));
    let ask = site.get(&format!("{path}/delete")).await;
    assert!(ask.has("确定删除这份草稿吗"));
    let confirmed = [("csrf", &*ask.hidden("csrf")), ("version", &*ask.hidden("version"))];
    let gone = site.post(&format!("{path}/delete"), &confirmed).await;
    assert_eq!(gone.location(), format!("/admin/{SCHOOLS}"));
    assert!(site.get(gone.location()).await.has("草稿已删除"));
    assert_eq!(site.get(&path).await.status, StatusCode::NOT_FOUND);

    let entry = school(&[]).to_string();
    let fields = [("csrf", &*csrf), ("version", &*version), ("entry", &*entry), ("action", "draft")];
    let answer = site.post(&path, &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.has("测试小学") && answer.has(&format!("action=\"/admin/{SCHOOLS}/new\"")));
}

#[tokio::test]
async fn changes_to_a_public_entry_stay_hidden_until_published() {
    let mut site = Site::signed_in().await;
    let path = site.new_school("publish", &[]).await.location().to_owned();
    let public = path.replace("/admin", "");
    let changed = school(&[("/elements/xue_xiao_di_zhi", json!("新校区"))]).to_string();
    assert_eq!(site.save(&path, &changed, "draft").await.status, StatusCode::SEE_OTHER);
    assert!(!site.get(&public).await.has("新校区"));
    let form = site.get(&path).await;
    assert!(form.has("新校区") && form.has("有未发布的修改"));
    let refused = school(&[("/elements/xue_xiao_di_zhi", json!(""))]).to_string();
    assert_eq!(site.save(&path, &refused, "publish").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(site.get(&public).await.has("学校地址"), "what is public stays");

    let ask = site.get(&format!("{path}/delete")).await;
    assert!(ask.has("确定放弃未发布的修改吗"));
    let confirmed = [("csrf", &*ask.hidden("csrf")), ("version", &*ask.hidden("version"))];
    assert_eq!(site.post(&format!("{path}/delete"), &confirmed).await.location(), path);
    assert!(!site.get(&path).await.has("新校区"));

    assert_eq!(site.save(&path, &changed, "publish").await.status, StatusCode::SEE_OTHER);
    assert!(site.get(&public).await.has("新校区"));
}

#[tokio::test]
async fn a_withdrawn_entry_becomes_a_draft() {
    let mut site = Site::signed_in().await;
    let path = site.new_school("publish", &[]).await.location().to_owned();
    let public = path.replace("/admin", "");
    assert_eq!(site.get(&format!("{path}/delete")).await.status, StatusCode::NOT_FOUND);
    let ask = site.get(&format!("{path}/withdraw")).await;
    assert!(ask.has("确定撤回这条公开内容吗"));
    let csrf = ask.hidden("csrf");
    let stale = [("csrf", &*csrf), ("version", "1")];
    assert_eq!(site.post(&format!("{path}/withdraw"), &stale).await.status, StatusCode::CONFLICT);
    assert_eq!(site.get(&public).await.status, StatusCode::OK);

    let confirmed = [("csrf", &*csrf), ("version", &*ask.hidden("version"))];
    assert_eq!(site.post(&format!("{path}/withdraw"), &confirmed).await.location(), path);
    assert_eq!(site.get(&public).await.status, StatusCode::NOT_FOUND);
    assert!(site.get(&path).await.has("已撤回，内容保留为草稿"));
    let search = site.get("/search?q=%E6%B5%8B%E8%AF%95%E5%B0%8F%E5%AD%A6").await;
    assert!(search.has("没有找到相关内容"));
}
