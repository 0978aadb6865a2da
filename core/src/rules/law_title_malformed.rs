//! `law-title-malformed`: book-title marks that do not go together.
//!
//! ## What it checks
//! Each 《 has its 》 behind it, and a title inside a title stands in 〈〉. A line that is the title of a law has such marks.
//!
//! ## Why
//! Titles of laws and documents are found by their marks; one that does not end swallows the rest of the sentence.
//!
//! ## Example
//! `《政府信息公开条例第二十条`: `law-title-malformed`. `《关于贯彻《条例》的通知》`: repair `《关于贯彻〈条例〉的通知》`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::LawTitleMalformed, Severity::Warning)
    .says("书名号不成对或嵌套有误", "book-title marks that do not go together")
    .hints("文件名用《》，其中的文件名用〈〉", "titles stand in 《》, titles inside them in 〈〉");

/// Judges the marks of any text.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) {
    match marks(text) {
        Marks::Right => {}
        Marks::Wrong => judge.find(&RULE, path, Params::default()),
        Marks::Nested(repaired) => {
            judge.find_with_repair(&RULE, path, Params::default(), Some(json!(repaired)));
        }
    }
}

/// Judges a line that is the title of a law, without its marks if it has any; says too whether it is malformed.
pub(crate) fn check_format(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let is_bare = !text.contains(['《', '》']);
    if is_bare {
        judge.find(&RULE, path, Params::default());
    }
    is_bare
}

#[derive(Debug, PartialEq, Eq)]
enum Marks {
    Right,
    Wrong,
    /// The text with marks of the inner kind inside others.
    Nested(String),
}

fn marks(text: &str) -> Marks {
    let mut repaired = String::with_capacity(text.len());
    let mut depth = 0_u32;
    let mut is_nested = false;
    for char in text.chars() {
        let mark = match char {
            '《' => {
                depth += 1;
                if depth == 2 { '〈' } else { '《' }
            }
            '》' => {
                let Some(outer) = depth.checked_sub(1) else {
                    return Marks::Wrong;
                };
                depth = outer;
                if depth == 1 { '〉' } else { '》' }
            }
            other => other,
        };
        is_nested |= depth > 1;
        repaired.push(mark);
    }
    match (depth, is_nested) {
        (0, false) => Marks::Right,
        (0, true) => Marks::Nested(repaired),
        _ => Marks::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_together_or_not() {
        for text in ["", "《甲》第一条、《乙》", "《关于贯彻〈甲〉的通知》", "甲"] {
            assert_eq!(marks(text), Marks::Right, "{text}");
        }
        for text in ["《甲", "甲》", "》《", "《甲《乙》"] {
            assert_eq!(marks(text), Marks::Wrong, "{text}");
        }
        assert_eq!(marks("《关于《甲》的通知》"), Marks::Nested("《关于〈甲〉的通知》".to_owned()));
    }
}
