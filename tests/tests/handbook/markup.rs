//! Blocks with HTML and CSS: they parse, and name only what the contract of the elements has.

use gongkai_core::ItemRef;
use scraper::{ElementRef, Html, Selector};

use crate::contract::{ELEMENTS, Element};

/// Attributes that every element of HTML has, and `name` of those that take part in forms.
const OF_HTML: &[&str] = &["id", "class", "slot", "hidden", "title", "name", "required"];
/// Files and formats with names like those of elements.
const FILES: &[&str] = &["gongkai-form.css"];

/// Markup of a page, or a part of it.
pub fn html(text: &str) -> Result<(), String> {
    let is_page = text.trim_start().to_lowercase().starts_with("<!doctype");
    let parsed = if is_page { Html::parse_document(text) } else { Html::parse_fragment(text) };
    if let Some(error) = parsed.errors.first() {
        return Err(error.to_string());
    }
    let all = Selector::parse("*").expect("a selector");
    for element in parsed.select(&all) {
        let tag = element.value().name();
        if tag.starts_with("gongkai-") {
            let contract = ELEMENTS.get(tag).ok_or_else(|| format!("there is no element {tag}"))?;
            attributes(element, contract)?;
        } else if tag == "script" {
            script(&element.text().collect::<String>())?;
        } else if tag == "style" {
            css(&element.text().collect::<String>())?;
        }
        if let Some(slot) = element.value().attr("slot") {
            slotted(element, slot)?;
        }
        if let Some(key) = element.value().attr("data-gongkai-element") {
            let check = Selector::parse("gongkai-check").expect("a selector");
            let item = parsed.select(&check).next().map(item).ok_or("fields without an element")??;
            has_field(item, key)?;
        }
    }
    Ok(())
}

fn attributes(element: ElementRef<'_>, contract: &Element) -> Result<(), String> {
    for (name, value) in element.value().attrs() {
        let is_known = contract.attributes.contains(name) || OF_HTML.contains(&name);
        if !is_known {
            return Err(format!("{} has no attribute {name}", element.value().name()));
        }
        if ["value", "report", "errors"].contains(&name) {
            serde_json::from_str::<serde_json::Value>(value).map_err(|error| format!("{name}: {error}"))?;
        }
    }
    if contract.attributes.contains("item") { item(element).map(drop) } else { Ok(()) }
}

/// The item that an element names.
fn item(element: ElementRef<'_>) -> Result<ItemRef<'static>, String> {
    let attribute = |name: &str| element.value().attr(name).unwrap_or_default();
    let id = attribute("pack").rsplit('/').next().unwrap_or_default().trim_end_matches(".json");
    let pack = gongkai::pack(id).ok_or_else(|| format!("there is no pack {id}"))?;
    pack.item(attribute("item")).ok_or_else(|| format!("there is no item {}", attribute("item")))
}

fn has_field(item: ItemRef<'_>, key: &str) -> Result<(), String> {
    let is_one = key.starts_with('/') || item.fields.iter().any(|field| field.key == key);
    if is_one { Ok(()) } else { Err(format!("{} has no element {key}", item.id)) }
}

fn slotted(element: ElementRef<'_>, slot: &str) -> Result<(), String> {
    let parent = element.parent().and_then(ElementRef::wrap).ok_or("a slot without an element")?;
    let contract = ELEMENTS.get(parent.value().name()).ok_or("a slot of another element")?;
    match slot.strip_prefix("field:") {
        Some(key) if contract.slots.contains("field:KEY") => has_field(item(parent)?, key),
        _ => Err(format!("there is no slot {slot}")),
    }
}

/// A style sheet: parts and custom properties are those of the contract.
pub fn css(text: &str) -> Result<(), String> {
    for word in words(text, "--gongkai-") {
        if !ELEMENTS.values().any(|element| element.properties.contains(&word)) {
            return Err(format!("there is no property {word}"));
        }
    }
    for rule in text.split("::part(").skip(1) {
        let part = rule.split(')').next().unwrap_or_default();
        if !ELEMENTS.values().any(|element| element.parts.contains(part)) {
            return Err(format!("there is no part {part}"));
        }
    }
    names(text)
}

/// A script: events and elements that it names are those of the contract, and so are members of `form`.
pub fn script(text: &str) -> Result<(), String> {
    for call in text.split("form.").skip(1) {
        let member: String = call.chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_known = ELEMENTS["gongkai-form"].members.contains(&member) || member == "addEventListener";
        if !is_known {
            return Err(format!("gongkai-form has no member {member}"));
        }
    }
    names(text)
}

fn names(text: &str) -> Result<(), String> {
    for word in words(text, "gongkai-") {
        let is_event = ELEMENTS.values().any(|element| element.events.contains(&word));
        let is_custom = text.contains(&format!("--{word}"));
        if !is_event && !is_custom && !ELEMENTS.contains_key(&word) && !FILES.contains(&word.as_str()) {
            return Err(format!("nothing is called {word}"));
        }
    }
    Ok(())
}

/// The words that begin so.
fn words(text: &str, beginning: &str) -> Vec<String> {
    let is_part = |char: &char| char.is_ascii_lowercase() || *char == '-';
    let rests = text.split(beginning).skip(1);
    rests.map(|rest| beginning.chars().chain(rest.chars().take_while(is_part)).collect()).collect()
}
