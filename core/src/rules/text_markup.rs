//! `text-markup`: tags, entities or styles of HTML in a plain text.
//!
//! ## What it checks
//! Known tags (`<p>`, `<br/>`, `<span style="…">`), entities (`&nbsp;`, `&#160;`) and remnants of styles (`font-family:`, `mso-`). A formula such as `a < b` and 《》 are none.
//!
//! ## Why
//! What is pasted out of an editor or a web page is shown with its tags, or drawn as the tags say, which the site did not mean.
//!
//! ## Example
//! `<p>武陵区第一小学&nbsp;</p>`: `text-markup`, repair `武陵区第一小学`.

use serde_json::json;

use super::Rule;
use crate::blank::is_blank_text;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params};

pub(crate) const RULE: Rule = Rule::doubt(IssueCode::TextMarkup)
    .says("含有网页代码", "markup of web pages in a plain text")
    .hints("去掉网页代码，只留文字", "leave the text alone without the markup");

/// Tags after which another line begins.
const BREAKS: &[&str] = &["p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6"];

const TAGS: &[&str] = &[
    "a", "b", "i", "u", "em", "font", "span", "strong", "table", "td", "th", "tbody", "thead", "img", "ul", "ol", "style",
    "script", "o:p", "hr", "center", "sub", "sup", "input", "iframe", "section", "video", "label", "body", "html", "head",
];

const STYLES: &[&str] = &["mso-", "font-family:", "font-size:", "text-align:", "line-height:", "text-indent:"];

const ENTITIES: &[(&str, &str)] = &[
    ("nbsp", " "),
    ("ensp", " "),
    ("emsp", " "),
    ("lt", "<"),
    ("gt", ">"),
    ("amp", "&"),
    ("quot", "\""),
    ("apos", "'"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("middot", "·"),
    ("bull", "•"),
    ("times", "×"),
    ("deg", "°"),
    ("yen", "¥"),
];

pub(crate) fn check(text: &str, has_lines: bool, path: &Path<'_>, judge: &mut Judge<'_>) {
    let mut plain = strip(text, has_lines);
    let has_style = STYLES.iter().any(|style| text.contains(style));
    if plain.is_none() && !has_style {
        return;
    }
    // What was escaped twice becomes markup by stripping once.
    while let Some(again) = plain.as_deref().and_then(|plain| strip(plain, has_lines)) {
        plain = Some(again);
    }
    let repair = plain
        .map(|plain| plain.trim().to_owned())
        .filter(|plain| !is_blank_text(plain) && !STYLES.iter().any(|style| plain.contains(style)));
    judge.find_with_repair(&RULE, path, Params::default(), repair.map(|plain| json!(plain)));
}

/// The text without markup; `None` when it has none.
fn strip(text: &str, has_lines: bool) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let mut has_markup = false;
    while let Some(place) = rest.find(['<', '&']) {
        plain.push_str(&rest[..place]);
        rest = &rest[place..];
        let found = if rest.starts_with('<') { tag(rest) } else { entity(rest) };
        let Some((length, text)) = found else {
            plain.push_str(&rest[..1]);
            rest = &rest[1..];
            continue;
        };
        has_markup = true;
        match text {
            Plain::Break if has_lines && !plain.is_empty() && !plain.ends_with('\n') => plain.push('\n'),
            Plain::Break | Plain::Nothing => {}
            Plain::Char(char) => plain.push(char),
            Plain::Text(text) => plain.push_str(text),
        }
        rest = &rest[length..];
    }
    plain.push_str(rest);
    has_markup.then_some(plain)
}

/// What markup means in plain text.
enum Plain {
    Nothing,
    Break,
    Char(char),
    Text(&'static str),
}

/// The length of the tag that a text begins with, the contents of styles and scripts included.
fn tag(text: &str) -> Option<(usize, Plain)> {
    if text.starts_with("<!--") {
        return Some((text.find("-->")? + 3, Plain::Nothing));
    }
    let inside = text[1..].trim_start_matches('/');
    let is_closing = inside.len() + 1 < text.len();
    let length = inside.find(|char: char| !char.is_ascii_alphanumeric() && char != ':').unwrap_or(inside.len());
    let (name, behind) = inside.split_at(length);
    let name = name.to_ascii_lowercase();
    let is_break = BREAKS.contains(&name.as_str());
    if !(is_break || TAGS.contains(&name.as_str())) || !behind.starts_with(['>', '/', ' ', '\t', '\n', '\r']) {
        return None;
    }
    let mut end = text.len() - behind.len() + behind.find('>')? + 1;
    if matches!(name.as_str(), "style" | "script") && !is_closing {
        end = text.find(&format!("</{name}")).unwrap_or(end);
    }
    Some((end, if is_break && (is_closing || name == "br") { Plain::Break } else { Plain::Nothing }))
}

/// The length of the entity that a text begins with, and what it stands for.
fn entity(text: &str) -> Option<(usize, Plain)> {
    // None is longer.
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let plain = match name.strip_prefix('#') {
        None => Plain::Text(ENTITIES.iter().find(|(known, _)| *known == name)?.1),
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            let char = char::from_u32(code.ok()?)?;
            if char.is_control() { Plain::Nothing } else { Plain::Char(char) }
        }
    };
    Some((end + 1, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_taken_away() {
        for (text, lines, line) in [
            ("<p>甲</p><p>乙</p>", "甲\n乙\n", "甲乙"),
            ("甲<br/>乙&nbsp;丙", "甲\n乙 丙", "甲乙 丙"),
            ("<SPAN style=\"color:red\">甲</SPAN>", "甲", "甲"),
            ("&#30002;&#x4E59;", "甲乙", "甲乙"),
            ("<style>p{}</style>甲<!-- 乙 -->", "甲", "甲"),
            ("a &lt; b", "a < b", "a < b"),
        ] {
            assert_eq!(strip(text, true).as_deref(), Some(lines), "{text}");
            assert_eq!(strip(text, false).as_deref(), Some(line), "{text}");
        }
    }

    #[test]
    fn what_is_no_markup_stays() {
        for text in ["a < b", "a<b", "x<y>z", "《条例》", "<办法>", "A&B;", "a&b=1;", "<p", "&;", "<", "&#xffffffff;"] {
            assert_eq!(strip(text, true), None, "{text}");
        }
    }
}
