//! The answers over HTTP: the same as those of the command, and problems that say what they are.

use std::fs;
use std::path::Path;

use crate::server::Server;
use assert_cmd::Command;
use serde_json::{Value, json};

const SCHOOLS: &str = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu";
const TODAY: &str = "2026-09-01";
const JSON: &str = "application/json";
const NDJSON: &str = "application/x-ndjson";

fn example() -> Value {
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    item.example(jiff::civil::date(2026, 9, 1))
}

/// The example without area code in its telephone number.
fn wrong() -> Value {
    let mut entry = example();
    entry["elements"]["ban_gong_dian_hua"] = json!("7111111");
    entry
}

/// What the command says.
fn said(arguments: &[&str], input: &str) -> String {
    let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
    let output = command.args(arguments).env_remove("LANG").write_stdin(input).output().expect("it runs");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

fn said_json(arguments: &[&str]) -> Value {
    serde_json::from_str(&said(arguments, "")).expect("it is JSON")
}

#[test]
fn lookups_are_those_of_the_command() {
    let server = Server::start(&[]);
    let from = "2020-06-04";
    let limit = "信息形成或者变更之日起20个工作日内";
    let query: String = form_urlencoded::byte_serialize(limit.as_bytes()).collect();
    for (path, call) in [
        ("/v1/domains".to_owned(), vec!["domains", "--json"]),
        ("/v1/domains/24/items".to_owned(), vec!["items", "24", "--json"]),
        (format!("/v1/items/{SCHOOLS}/schema"), vec!["schema", SCHOOLS]),
        (format!("/v1/items/{SCHOOLS}/form"), vec!["form", SCHOOLS]),
        (format!("/v1/items/{SCHOOLS}/example?today={TODAY}"), vec!["example", SCHOOLS, "--today", TODAY]),
        (
            format!("/v1/due?from={from}&limit={query}"),
            vec!["due", "--json", "--from", from, "--limit", limit],
        ),
        (
            format!("/v1/items/{SCHOOLS}/due?from={from}"),
            vec!["due", "--json", "--from", from, "--item", SCHOOLS],
        ),
    ] {
        let answer = server.get(&path);
        assert_eq!((answer.status, answer.kind.as_str()), (200, JSON), "{path}");
        assert_eq!(answer.json(), said_json(&call), "{path}");
    }
    let names = format!(
        "/v1/items/{}/{}/schema",
        form_urlencoded::byte_serialize("义务教育".as_bytes()).collect::<String>(),
        form_urlencoded::byte_serialize("义务教育学校名录".as_bytes()).collect::<String>()
    );
    assert_eq!(server.get(&names).json(), server.get(&format!("/v1/items/{SCHOOLS}/schema")).json());
    assert_eq!(server.get("/v1/navigation").json(), json!(gongkai::navigation()));
}

#[test]
fn reports_are_those_of_the_command_byte_for_byte() {
    let server = Server::start(&[]);
    for (entry, stage) in [(example(), "publish"), (wrong(), "publish"), (wrong(), "draft")] {
        let entry = entry.to_string();
        let expected = said(&["check", "--json", "--today", TODAY, "--stage", stage, "-"], &entry);
        let query = format!("?today={TODAY}&stage={stage}&told=true");
        let answer = server.post(&format!("/v1/check{query}"), JSON, &entry);
        assert_eq!((answer.status, answer.kind.as_str()), (200, JSON));
        assert_eq!(answer.text(), expected.trim_end());
        let kind = "application/json; charset=UTF-8";
        let of_item = server.post(&format!("/v1/items/{SCHOOLS}/check{query}"), kind, &entry);
        assert_eq!(of_item.text(), answer.text());
        let lines = server.post(&format!("/v1/check{query}"), NDJSON, &entry);
        assert_eq!(lines.text(), expected);
    }
    let plain = server.post(&format!("/v1/check?today={TODAY}"), JSON, wrong().to_string()).json();
    assert!(plain["issues"][0]["code"].is_string() && plain["issues"][0]["message"].is_null(), "{plain}");
}

#[test]
fn readings_are_those_of_the_command() {
    let server = Server::start(&[]);
    let entry = wrong().to_string();
    let answer = server.post("/v1/reading?lang=en", JSON, &entry);
    assert_eq!((answer.status, answer.kind.as_str()), (200, JSON));
    let expected: Value = serde_json::from_str(&said(&["read", "--lang", "en"], &entry)).expect("it is JSON");
    assert_eq!(answer.json(), expected);
    assert_eq!(expected["format"], "gongkai-reading/1");
    let answer = server.post("/v1/reading/html", JSON, &entry);
    assert_eq!((answer.status, answer.kind.as_str()), (200, "text/html; charset=utf-8"));
    assert_eq!(answer.text(), said(&["read", "--html", "--item", SCHOOLS, "-"], &entry).trim_end());
    for (kind, entry, status, code) in [
        (JSON, "{ no json", 400, "entry-unreadable"),
        (JSON, "[null]", 400, "entry-unreadable"),
        (NDJSON, "{}", 415, "media-type"),
    ] {
        let answer = server.post("/v1/reading", kind, entry);
        assert_eq!((answer.status, &answer.json()["code"]), (status, &json!(code)), "{entry}");
    }
    let gone = r#"{"pack":"24-compulsory-education","item":"gone","elements":{"ming_cheng":"甲"}}"#;
    for entry in [gone, r#"{"elements":{"ming_cheng":"甲"}}"#] {
        let reading = server.post("/v1/reading", JSON, entry).json();
        assert_eq!(reading["elements"][0]["name"], "ming_cheng", "{reading}");
    }
}

#[test]
fn many_entries_are_judged_line_by_line() {
    let server = Server::start(&[]);
    let lines = format!("{}\n\n{{ no json\n{}\n{}", example(), json!({ "title": "x" }), wrong());
    let answer = server.post(&format!("/v1/check?today={TODAY}"), NDJSON, &lines);
    assert_eq!((answer.status, answer.kind.as_str()), (200, NDJSON));
    let reports: Vec<Value> =
        answer.text().lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let verdicts: Vec<(&Value, &Value)> =
        reports.iter().map(|report| (&report["verdict"], &report["failure"]["code"])).collect();
    let (null, pass, blocked) = (&Value::Null, &json!("pass"), &json!("blocked"));
    let (unreadable, missing) = (&json!("entry-unreadable"), &json!("item-missing"));
    assert_eq!(verdicts, [(pass, null), (null, unreadable), (null, missing), (blocked, null)]);
    assert_eq!(reports[2]["failure"]["line"], 4);

    let many = vec![wrong().to_string(); 5000].join("\n");
    let answer = server.post("/v1/check", NDJSON, many);
    assert_eq!(answer.text().lines().count(), 5000);
}

#[test]
fn a_form_is_drawn_and_what_it_posts_is_read() {
    let server = Server::start(&[]);
    let html = server.post(
        &format!("/v1/items/{SCHOOLS}/form/html?today={TODAY}&issues=true"),
        JSON,
        wrong().to_string(),
    );
    assert_eq!((html.status, html.kind.as_str()), (200, "text/html; charset=utf-8"));
    assert!(html.text().contains("7111111") && html.text().contains("aria-invalid"), "the issue is shown");
    let page = scraper::Html::parse_fragment(&html.text());
    let fields = scraper::Selector::parse("input:not([type=checkbox], [type=radio]), textarea");
    let fields = fields.expect("it is a selector");
    let pairs: Vec<(String, String)> = page
        .select(&fields)
        .filter_map(|field| {
            let value = field.attr("value").map(str::to_owned).unwrap_or_else(|| field.text().collect());
            Some((field.attr("name")?.to_owned(), value))
        })
        .collect();
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
    const POSTED: &str = "application/x-www-form-urlencoded";
    let posted = server.post(&format!("/v1/items/{SCHOOLS}/form/entry"), POSTED, &body).json();
    assert_eq!(posted["asking"], false);
    assert_eq!(posted["entry"]["elements"]["ban_gong_dian_hua"], "7111111", "{posted}");
    let again = server.post(&format!("/v1/items/{SCHOOLS}/form/html"), POSTED, &body);
    assert!(again.text().contains("7111111"), "nothing that was typed is lost");
    let new = server.post(&format!("/v1/items/{SCHOOLS}/form/html?lang=en"), JSON, "null");
    assert!(new.status == 200 && new.text().contains("Title"), "{}", new.text());
    assert_eq!(server.post(&format!("/v1/items/{SCHOOLS}/form/entry"), POSTED, "a=b").problem().1, "no-form");
}

#[test]
fn a_table_is_imported() {
    let server = Server::start(&[]);
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/importer-corpus/07-social-assistance.docx");
    let bytes = fs::read(&file).expect("the corpus is there");
    let path = "/v1/import?name=07-social-assistance.docx";
    let answer = server.post(path, "application/octet-stream", &bytes);
    let said = said_json(&["import", "--json", &file.display().to_string()]);
    assert_eq!(answer.json(), said);
    let refused = server.post("/v1/import?name=a.docx", "application/octet-stream", b"PK\x03\x04nonsense");
    assert_eq!(refused.problem(), (422, "document-unreadable".to_owned()));
}

#[test]
fn problems_say_what_they_are() {
    let server = Server::start(&["--max-body", "1"]);
    let entry = example().to_string();
    let get = |path: &str| server.get(path).problem();
    let is = |status: u16, code: &str| (status, code.to_owned());
    assert_eq!(get("/v1/domains/nein/items"), is(404, "domain-unknown"));
    assert_eq!(get("/v1/items/24/nein/schema"), is(404, "item-unknown"));
    assert_eq!(get("/v1/nein"), is(404, "nothing-here"));
    assert_eq!(get("/v1/domains?page=2"), is(400, "request-malformed"));
    assert_eq!(get("/v1/items/24/%FF/schema"), is(400, "request-malformed"));
    assert_eq!(get("/v1/due?from=yesterday&limit=x"), is(400, "request-malformed"));
    assert_eq!(get("/v1/due?from=2026-01-01"), is(400, "request-malformed"));
    assert_eq!(get("/v1/due?from=2026-01-01&limit=x"), is(422, "limit-unreadable"));
    assert_eq!(get(&format!("/v1/items/{SCHOOLS}/due?from=1990-01-01")), is(422, "beyond-calendar"));
    assert_eq!(get("/v1/assets"), is(404, "no-widgets"));
    let post = |path: &str, kind: &str, body: &str| server.post(path, kind, body).problem();
    assert_eq!(post("/v1/check", "text/plain", &entry), is(415, "media-type"));
    assert_eq!(post("/v1/check", JSON, "{ no json"), is(400, "entry-unreadable"));
    assert_eq!(post("/v1/check", JSON, "{}"), is(422, "item-missing"));
    assert_eq!(post("/v1/check?stage=printed", JSON, &entry), is(400, "request-malformed"));
    assert_eq!(post("/v1/check", JSON, &" ".repeat((1 << 20) + 1)), is(413, "too-large"));
    let refused = server.put("/v1/check");
    assert_eq!(refused.problem(), is(405, "method"));
    assert_eq!(refused.header("allow"), "POST");
}

#[test]
fn what_is_described_is_there() {
    let server = Server::start(&[]);
    let document = server.get("/openapi.json").json();
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let paths = document["paths"].as_object().expect("there are paths");
    assert!(paths.len() >= 18, "{}", paths.len());
    for (path, operations) in paths {
        let address = path
            .replace("{domain}", "24-compulsory-education")
            .replace("{item}", "yi-wu-jiao-yu-xue-xiao-ming-lu");
        for method in operations.as_object().expect("there are operations").keys() {
            let answer = match method.as_str() {
                "get" => server.get(&address),
                _ => server.post(&address, JSON, "{}"),
            };
            let is_route =
                answer.status == 200 || !["nothing-here", "method"].contains(&answer.problem().1.as_str());
            assert!(is_route, "{method} {path}: {answer:?}");
            let status = answer.status.to_string();
            assert!(!operations[method]["responses"][&status].is_null(), "{method} {path} answers {status}");
        }
    }
}
