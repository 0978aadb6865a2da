//! What assistive technology is told, read from the browser's accessibility tree; and the order of the focus.

use anyhow::{Context, Result, ensure};
use gongkai_tests::page::Page;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{PHONE, opened, school};

/// One node of the tree.
struct Node {
    role: String,
    name: String,
    description: String,
    properties: Vec<(String, Value)>,
}

impl Node {
    fn property(&self, name: &str) -> &Value {
        let found = self.properties.iter().find(|(known, _)| known == name);
        found.map_or(&Value::Null, |(_, value)| value)
    }
}

async fn tree(page: &Page) -> Result<Vec<Node>> {
    page.devtools("Accessibility.enable", json!({})).await?;
    let tree = page.devtools("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().context("nodes")?;
    let text = |node: &Value, key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
    let is_seen = nodes.iter().filter(|node| node["ignored"] != json!(true));
    Ok(is_seen
        .map(|node| Node {
            role: text(node, "role"),
            name: text(node, "name"),
            description: text(node, "description"),
            properties: node["properties"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|property| {
                    Some((property["name"].as_str()?.to_owned(), property["value"]["value"].clone()))
                })
                .collect(),
        })
        .collect())
}

const CONTROLS: &[&str] =
    &["textbox", "combobox", "radio", "checkbox", "button", "link", "group", "radiogroup"];

fn has_han(text: &str) -> bool {
    text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
}

#[tokio::test(flavor = "multi_thread")]
async fn controls_have_chinese_names_and_say_what_is_wrong() -> Result<()> {
    let item = school()?;
    let (browser, _site) = opened(item, "guidance ready-list").await?;
    if !browser.has_devtools("what the accessibility tree says of the controls") {
        return Ok(());
    }
    let page = browser.page();
    let nodes = tree(page).await?;
    let controls: Vec<&Node> = nodes.iter().filter(|node| CONTROLS.contains(&node.role.as_str())).collect();
    ensure!(controls.len() > 20, "{} controls", controls.len());
    for node in &controls {
        ensure!(has_han(&node.name), "a {} is called “{}”", node.role, node.name);
    }
    let named = |nodes: &[Node], role: &str, name: &str| -> Result<usize> {
        nodes
            .iter()
            .position(|node| node.role == role && node.name == name)
            .with_context(|| format!("{role} {name}"))
    };
    let phone = &nodes[named(&nodes, "textbox", "办公电话")?];
    assert_eq!(phone.property("required"), &json!(true));
    assert_ne!(phone.property("invalid"), &json!("true"));
    let formed = &nodes[named(&nodes, "textbox", "信息形成日期")?];
    ensure!(formed.description.contains("公开时限从这一天起算"), "{}", formed.description);
    ensure!(
        nodes.iter().any(|node| node.role == "radio" && node.name == "本级无此事项"),
        "the statement is offered"
    );
    let guidance = &nodes[named(&nodes, "button", "指引原文")?];
    assert_eq!(guidance.property("expanded"), &json!(false));
    // Regions are there before anything is said in them.
    ensure!(
        nodes.iter().any(|node| node.role == "alert" && node.property("live") == &json!("assertive")),
        "alert"
    );
    ensure!(
        nodes.iter().any(|node| node.role == "status" && node.property("live") == &json!("polite")),
        "status"
    );

    page.type_text(&gongkai_tests::fill::control(PHONE), "12").await?;
    page.click("#publish").await?;
    page.find(&crate::inside(".summary")).await?;
    // The browser brings its tree up to date after the page, and in between parts are missing.
    let nodes = page
        .until("the tree to say what is wrong", || async {
            let nodes = tree(page).await?;
            let is_told = named(&nodes, "textbox", "办公电话")
                .is_ok_and(|phone| nodes[phone].property("invalid") == &json!("true"));
            Ok(is_told.then_some(nodes))
        })
        .await?;
    let phone = &nodes[named(&nodes, "textbox", "办公电话")?];
    ensure!(
        phone.description.contains("错误：") && phone.description.contains("不是有效电话号码"),
        "{}",
        phone.description
    );
    let heading = nodes.iter().any(|node| node.role == "heading" && node.name.ends_with("处需要修改"));
    ensure!(heading, "the summary has a heading");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_focus_goes_down_the_page() -> Result<()> {
    let (browser, _site) = opened(school()?, "guidance ready-list").await?;
    let page = browser.page();
    let mut last: Option<(f64, f64, String)> = None;
    let mut stops = 0;
    for _ in 0..120 {
        page.press(Key::Tab).await?;
        let place = page
            .run(
                "const host = document.querySelector('gongkai-form');
                 if (document.activeElement !== host) return null;
                 const place = () => {
                     const box = host.shadowRoot.activeElement.getBoundingClientRect();
                     return [box.top + scrollY, box.bottom + scrollY, box.left];
                 };
                 // What comes into view by the focus is laid out with the next frame.
                 return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(place()))));",
                vec![],
            )
            .await?;
        let Some([top, bottom, left]) = place.as_array().and_then(|place| {
            let numbers: Vec<f64> = place.iter().filter_map(Value::as_f64).collect();
            <[f64; 3]>::try_from(numbers).ok()
        }) else {
            break;
        };
        let name = page.focused().await?;
        if let Some((last_bottom, last_left, last_name)) = &last {
            // Below the last stop, or beside it to the right.
            let is_next = bottom > *last_bottom - 1.0 || (top < *last_bottom && left > *last_left);
            ensure!(is_next, "after {last_name} the focus goes up to {name}");
        }
        last = Some((bottom, left, name));
        stops += 1;
    }
    ensure!(stops > 15, "{stops} stops");
    Ok(())
}
