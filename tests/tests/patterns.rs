//! Dates, telephone numbers, addresses, amounts, region codes: the matcher in the check and the pattern in the JSON Schema take the same strings.

use fastrand::Rng;
use gongkai_core::{Context, Guideline, Lexicon, Pack, Stage, compile};
use gongkai_tests::judges::{TODAY, schema_should_reject, validator};
use serde_json::{Value, json};

const STRINGS: usize = 20_000;

/// An item with one field of each kind.
fn pack() -> Pack {
    let guideline = Guideline::from_toml(
        r#"
        format = "gongkai-guideline/1"
        code = "90"
        slug = "patterns"
        name = "格式"
        title = "示例指引"
        issuer = "示例机关"
        edition = "1"
        [[items]]
        id = "item"
        category = "概况"
        name = "事项"
        elements = [
          { name = "日期", key = "date", kind = "date" },
          { name = "电话", key = "phone", kind = "phone" },
          { name = "网址", key = "url", kind = "url" },
          { name = "金额", key = "money", kind = "money" },
          { name = "邮箱", key = "email" },
          { name = "邮编", key = "postal" },
        ]
        publisher = "示例机关"
        audience = { everyone = true }
        provenance = { mark = "recalled" }
        "#,
    )
    .expect("the source is a guideline");
    let lexicon = Lexicon::from_toml(
        r#"
        format = "gongkai-lexicon/1"
        [[elements]]
        id = "email"
        exact = ["邮箱"]
        kind = "text"
        format = "email"
        [[elements]]
        id = "postal"
        exact = ["邮编"]
        kind = "text"
        format = "postal-code"
        "#,
    )
    .expect("the source is a lexicon");
    compile(&guideline, &lexicon).expect("the guideline compiles")
}

/// Compares both on generated strings; `wrap` puts a string into a value, `key` is its field.
fn compare(key: &str, seeds: &[&str], letters: &str, wrap: impl Fn(&str) -> Value) {
    let pack = pack();
    let item = pack.item("item").expect("the item is in the source");
    let schema = item.json_schema();
    let (pointer, definition) = match key {
        "region" => ("/region".to_owned(), &schema["properties"]["region"]["anyOf"][0]),
        key if schema["$defs"][key].is_object() => (format!("/elements/{key}"), &schema["$defs"][key]),
        key => (format!("/elements/{key}"), &schema["properties"]["elements"]["properties"][key]),
    };
    let mut definition = definition.clone();
    definition["$defs"] = schema["$defs"].clone();
    let judge = validator(&definition);
    let mut entry = item.example(TODAY);
    entry["region"] = json!("430703");
    let letters: Vec<char> = letters.chars().collect();
    let mut rng = Rng::with_seed(20_190_401);
    let (mut taken, mut refused) = (0, 0);
    for round in 0..STRINGS {
        let mut text: Vec<char> = rng.choice(seeds).expect("not empty").chars().collect();
        // The seeds themselves come first.
        let edits = if round < seeds.len() { 0 } else { rng.usize(1..4) };
        if edits == 0 {
            text = seeds[round].chars().collect();
        }
        for _ in 0..edits {
            let place = rng.usize(0..=text.len());
            let letter = *rng.choice(&letters).expect("not empty");
            match rng.u8(0..4) {
                0 => text.insert(place, letter),
                1 if place < text.len() => drop(text.remove(place)),
                2 if place + 1 < text.len() => text.swap(place, place + 1),
                _ if place < text.len() => text[place] = letter,
                _ => text.push(letter),
            }
        }
        let text: String = text.into_iter().collect();
        let value = wrap(&text);
        let pattern_takes = judge.is_valid(&value);
        *entry.pointer_mut(&pointer).expect("the example is filled in") = value;
        let report = item.check(&entry, &Context::new(Stage::Publish, TODAY));
        // A blank region is none, which the definition alone does not say.
        if key == "region" && gongkai_core::blank::is_blank_text(&text) {
            continue;
        }
        assert_eq!(!schema_should_reject(&report), pattern_takes, "{text:?}: {:?}", report.issues);
        *if pattern_takes { &mut taken } else { &mut refused } += 1;
    }
    println!("{key}: {taken} taken, {refused} refused");
    assert!(taken > STRINGS / 50 && refused > STRINGS / 50, "{key}: {taken} taken, {refused} refused");
}

#[test]
fn dates() {
    let seeds =
        ["2026-09-01", "1900-01-01", "2099-12-31", "2024-02-29", "2100-02-29", "2026-10-31", "2026-11-30"];
    compare("date", &seeds, "0123456789-- /.年T\n１", |text| json!(text));
}

#[test]
fn telephone_numbers() {
    let seeds = [
        "0736-7111111",
        "07367111111",
        "010-12345678",
        "01012345678",
        "0736-7111111-123",
        "010-12345678、0736-7111111",
        "13907360000",
        "12345",
        "110",
        "123456",
        "95588",
        "96123456",
        "400-800-1234",
        "4008001234",
        "800-8001234",
        "400800-1234",
        "07367111111-1",
        "12345、400-800-1234、110",
    ];
    compare("phone", &seeds, "0123456789-01459、--、 +()—，\n１", |text| json!(text));
}

#[test]
fn web_addresses() {
    let seeds = [
        "https://www.example.gov.cn/",
        "http://a.b",
        "https://a.b.c/d/e.html?f=g#h",
        "http://a.b?c",
        "http://a.b#c",
        "https://例子.政务/甲",
        "http://1.2.3.4:8080/a",
        "https://user@a.b/",
        "http://a.b//",
        "http://-a.b",
    ];
    compare("url", &seeds, "ab./?#:-@hts \\\"<>\u{a0}\u{3000}\u{feff}\n\0\u{7f}\u{85}\u{2028}例", |text| {
        json!(text)
    });
}

#[test]
fn amounts_of_money() {
    let seeds = ["0", "0.5", "12.50", "123456789012345", "999999999999999.9999", "1000", "10.0001"];
    compare("money", &seeds, "0123456789.,-+e 元１\n", |text| json!({ "amount": text, "unit": "元" }));
}

#[test]
fn email_addresses() {
    let seeds = ["a@b.cn", "xxgk@example.gov.cn", "a.b+c_d@e-f.g.h", "!#$%&'*+/=?^_`{|}~-@x.y", "A1@B2.C3"];
    compare("email", &seeds, "ab1.@-_+ @..#例＠\n\"(),", |text| json!(text));
}

#[test]
fn postal_codes() {
    compare("postal", &["415000", "100000", "000000", "999078"], "0123456789４ \n-a", |text| json!(text));
}

#[test]
fn region_codes() {
    compare("region", &["430703", "110000", "659001"], "0123456789４ \n-", |text| json!(text));
}
