//! Forms drawn into texts: what a browser without scripts posts is the entry with which they were drawn.

use gongkai_core::blank::without_blanks;
use gongkai_core::text::Lang;
use gongkai_core::{ItemRef, Kind, Stage};
use gongkai_tests::expect::for_every_item;
use gongkai_tests::judges::{TODAY, address, check, items};
use gongkai_widgets::form::drawn::{Answer, Sheet};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

/// What a browser posts when the form around the text is submitted without a button.
fn posted(document: &Html) -> Vec<(String, String)> {
    let controls = Selector::parse("input, select, textarea").expect("a selector");
    document.select(&controls).filter_map(successful).collect()
}

fn successful(control: ElementRef<'_>) -> Option<(String, String)> {
    let element = control.value();
    let name = element.attr("name")?.to_owned();
    let text = match element.name() {
        "textarea" => control.text().collect::<String>().replace('\n', "\r\n"),
        "select" => {
            let options: Vec<ElementRef<'_>> =
                control.select(&Selector::parse("option").expect("a selector")).collect();
            let chosen = options.iter().rev().find(|option| option.value().attr("selected").is_some());
            let chosen = chosen.or(options.first())?;
            chosen.value().attr("value").map_or_else(|| chosen.text().collect(), str::to_owned)
        }
        _ if matches!(element.attr("type"), Some("checkbox" | "radio")) => {
            element.attr("checked")?;
            element.attr("value").unwrap_or("on").to_owned()
        }
        _ => element.attr("value").unwrap_or_default().to_owned(),
    };
    Some((name, text))
}

#[test]
fn what_is_posted_is_the_entry_that_was_drawn() {
    for_every_item(|item, wrong| {
        let example = item.example(TODAY);
        let html = Sheet::new(item, TODAY, Lang::Zh).with_entry(&example).draw();
        let document = Html::parse_fragment(&html);
        let answer = Answer::read(item, &posted(&document), Lang::Zh);
        let read = answer.map(|answer| answer.output(item));
        // Lists without anything in them are not handed over.
        if read != without_blanks(example.clone()) {
            wrong.push(format!("{}: {}\n  instead of {}", address(item), json!(read), example));
        }
    });
}

fn document(html: &str) -> Html {
    Html::parse_fragment(html)
}

fn all<'d>(document: &'d Html, selector: &str) -> Vec<ElementRef<'d>> {
    document.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// Presses a button: what is posted, and the form that comes back.
fn press(item: ItemRef<'_>, html: &str, button: &str) -> (Answer, String) {
    let drawn = document(html);
    let buttons = all(&drawn, button);
    let button = buttons.first().unwrap_or_else(|| panic!("no `{button}` in {html}")).value();
    let mut pairs = posted(&drawn);
    pairs.push((
        button.attr("name").expect("a name").to_owned(),
        button.attr("value").expect("a value").to_owned(),
    ));
    let answer = Answer::read(item, &pairs, Lang::Zh).expect("the form is posted");
    assert!(answer.is_asking);
    let again = Sheet::new(item, TODAY, Lang::Zh).with_answer(&answer).draw();
    (answer, again)
}

#[test]
fn links_of_the_summary_lead_to_controls_and_names_are_posted_once() {
    for_every_item(|item, wrong| {
        let nothing = json!({});
        let html = Sheet::new(item, TODAY, Lang::Zh).with_entry(&nothing).with_issues(true).draw();
        let drawn = document(&html);
        let ids: Vec<&str> = all(&drawn, "[id]").iter().filter_map(|element| element.attr("id")).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if sorted.len() != ids.len() {
            wrong.push(format!("{}: an id is given twice", address(item)));
        }
        let links = all(&drawn, "a[href^='#']");
        if links.is_empty() {
            wrong.push(format!("{}: an empty entry has no issue", address(item)));
        }
        for link in links {
            let target = link.attr("href").unwrap_or_default().trim_start_matches('#');
            if !ids.contains(&target) {
                wrong.push(format!(
                    "{}: `{}` leads to `{target}`, which is not there",
                    address(item),
                    link.text().collect::<String>()
                ));
            }
        }
        let mut names: Vec<(String, String)> = posted(&drawn);
        names.retain(|(name, _)| name.starts_with('/'));
        names.sort();
        for pair in names.windows(2) {
            if pair[0].0 == pair[1].0 && pair[0].1 == pair[1].1 {
                wrong.push(format!("{}: `{}` is posted twice", address(item), pair[0].0));
            }
        }
    });
}

#[test]
fn every_control_and_button_can_be_posted() {
    for_every_item(|item, wrong| {
        let html = Sheet::new(item, TODAY, Lang::En).draw();
        for control in all(&document(&html), "input, select, textarea") {
            if control.attr("name").is_none_or(|name| !name.starts_with(['/', '?'])) {
                wrong.push(format!("{}: a control without a name: {}", address(item), control.html()));
            }
        }
        for button in all(&document(&html), "button[type=submit]") {
            if button.attr("name") != Some("?act") || button.attr("value").is_none() {
                wrong.push(format!("{}: a button that asks for nothing: {}", address(item), button.html()));
            }
        }
    });
}

#[test]
fn a_button_says_what_is_wrong_and_saves_nothing() {
    let item = one_with(|kind| matches!(kind, Kind::Document { .. }));
    let html = Sheet::new(item, TODAY, Lang::Zh).draw();
    assert!(all(&document(&html), ".issue").is_empty(), "nothing is wrong before anybody asks");
    let (answer, again) = press(item, &html, "button.check");
    assert!(answer.shows_issues);
    let shown = all(&document(&again), ".summary li").len();
    let blocking = check(item, &answer.output(item), Stage::Publish, TODAY)
        .issues
        .iter()
        .filter(|issue| issue.blocks)
        .count();
    assert_eq!(shown, blocking);
    // What was once asked for stays, also when the next button asks for something else.
    let (answer, _) = press(item, &again, "button.add");
    assert!(answer.shows_issues);
}

#[test]
fn rows_are_added_moved_and_removed_by_the_server() {
    let item = one_with(|kind| matches!(kind, Kind::Document { .. }));
    let key = &item
        .fields
        .iter()
        .find(|field| matches!(field.kind, Kind::Document { .. }))
        .expect("a document")
        .key;
    let example = item.example(TODAY);
    let mut entry = example.clone();
    entry["elements"][key] = json!([{ "title": "甲" }, { "title": "乙" }]);
    let html = Sheet::new(item, TODAY, Lang::Zh).with_entry(&entry).draw();
    let rows = format!("#f-elements-{key}");
    let titles = |answer: &Answer| -> Vec<Value> {
        let rows = answer.entry["elements"][key].as_array().cloned().unwrap_or_default();
        rows.iter().map(|row| row["title"].clone()).collect()
    };
    let (answer, moved) = press(item, &html, &format!("{rows}-1-up"));
    assert_eq!(titles(&answer), ["乙", "甲"]);
    let (answer, longer) = press(item, &moved, &format!("{rows} .add"));
    assert_eq!(titles(&answer), [json!("乙"), json!("甲"), Value::Null]);
    let focused = document(&longer);
    let focused = all(&focused, "[autofocus]");
    assert_eq!(focused.len(), 1);
    assert_eq!(focused[0].attr("name"), Some(format!("/elements/{key}/2/title").as_str()));
    let (answer, _) = press(item, &longer, &format!("{rows}-0 .remove"));
    assert_eq!(titles(&answer), [json!("甲"), Value::Null]);
    assert_eq!(
        answer.output(item)["elements"][key],
        json!([{ "title": "甲" }]),
        "rows that nobody filled in are not handed over"
    );
}

#[test]
fn a_proposal_is_taken_with_a_button() {
    let item = one_with(|kind| matches!(kind, Kind::Date));
    let key = &item.fields.iter().find(|field| matches!(field.kind, Kind::Date)).expect("a date").key;
    let mut entry = item.example(TODAY);
    entry["elements"][key] = json!("２０２６年９月");
    entry["title"] = json!("示例 ：名称 ");
    let html = Sheet::new(item, TODAY, Lang::Zh).with_entry(&entry).with_issues(true).draw();
    let proposals = all(&document(&html), "button.repair").len();
    assert!(proposals > 0, "{html}");
    let (answer, again) = press(item, &html, "button.repair");
    assert_ne!(answer.entry, entry);
    assert_eq!(all(&document(&again), "button.repair").len(), proposals - 1);
}

#[test]
fn a_statement_stands_in_place_of_the_elements() {
    let item = items().next().expect("an item");
    let mut entry = item.example(TODAY);
    entry["nil"] = json!({ "kind": "no-update", "period": "2026年第三季度", "reason": "本期无更新" });
    let html = Sheet::new(item, TODAY, Lang::Zh).with_entry(&entry).draw();
    let answer = Answer::read(item, &posted(&document(&html)), Lang::Zh).expect("the form is posted");
    assert_eq!(answer.entry["nil"]["kind"], "no-update");
    assert_eq!(answer.entry["elements"], entry["elements"], "what was filled in comes back with it");
    assert!(answer.output(item)["elements"].as_object().is_some_and(serde_json::Map::is_empty));
}

#[test]
fn what_no_control_shows_comes_back() {
    let item = items().next().expect("an item");
    let mut entry = item.example(TODAY);
    entry["x-folder"] = json!({ "id": 7 });
    entry["elements"]["mei_you_de_yao_su"] = json!("值");
    let html = Sheet::new(item, TODAY, Lang::Zh).with_entry(&entry).draw();
    let answer = Answer::read(item, &posted(&document(&html)), Lang::Zh).expect("the form is posted");
    assert_eq!(answer.output(item), entry);
    let (answer, _) = press(item, &html, ".foreign .remove");
    assert_eq!(answer.entry["elements"]["mei_you_de_yao_su"], Value::Null);
}

#[test]
fn posts_that_are_no_form_are_told_from_those_that_are() {
    let item = items().next().expect("an item");
    let read = |pairs: &[(&str, &str)]| Answer::read(item, pairs, Lang::Zh);
    assert_eq!(read(&[("entry", "{}"), ("/title", "t")]), None);
    assert_eq!(read(&[("?entry", "[1]"), ("/title", "t")]), None);
    assert_eq!(read(&[("?entry", "{"), ("/title", "t")]), None);
    let whole = read(&[("?entry", "{}"), ("/title", "t"), ("?whole", r#"{"title":"w"}"#)]).expect("an entry");
    assert_eq!(whole.entry, json!({ "title": "w" }));
    let hostile = read(&[
        ("?entry", r#"{"elements":7}"#),
        ("/channels/99999999999999999999/channel", "x"),
        ("/elements", "y"),
        ("?act", "repair"),
    ]);
    assert_eq!(hostile.map(|answer| answer.is_asking), Some(false));
    let far = read(&[("?entry", "{}"), ("/title", "t"), ("?act", "move /elements/a 4000000000 9000000000")])
        .expect("an entry");
    assert!(!far.is_asking, "no form has so many rows");
    let deep = format!("repair {} 1", "/0".repeat(100_000));
    assert!(read(&[("?entry", "{}"), ("?act", &deep)]).is_some());
    let wide = read(&[("?entry", "{}"), ("?act", "repair /elements/a/4000000000/b 1")]).expect("an entry");
    assert!(wide.entry.to_string().len() < 1_000_000);
}

fn one_with(has: impl Fn(&Kind) -> bool) -> ItemRef<'static> {
    items().find(|item| item.fields.iter().any(|field| has(&field.kind))).expect("there is such an item")
}
