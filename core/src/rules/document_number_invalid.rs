//! `document-number-invalid`: the number of an official document, written in another way than the standard one.
//!
//! ## What it checks
//! Numbers of the form 机关代字〔年份〕序号号: six-sided brackets 〔〕 around a year of four digits, no 第, no leading zero, no blanks, half-width digits, 号 at the end. Several numbers are separated by 、. Other series (令第711号, 公告2020年第5号) are in order.
//!
//! ## Why
//! The number identifies a document in every list and search, which only works when all write it alike (党政机关公文格式, GB/T 9704).
//!
//! ## Example
//! `国办发[2019]054号`: `document-number-invalid`, repair `国办发〔2019〕54号`.

use serde_json::json;

use super::Rule;
use crate::check::Judge;
use crate::date::narrow;
use crate::path::Path;
use crate::report::{IssueCode, Params, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::DocumentNumberInvalid, Severity::Warning)
    .says("文号格式不规范，应如“国办发〔2019〕54号”", "a document number out of form, expected one like 国办发〔2019〕54号")
    .hints(
        "年份用四位数字和六角括号〔〕，序号不加“第”、不编虚位",
        "six-sided brackets around a year of four digits, no 第 and no leading zero",
    );

const OPENING: &[char] = &['〔', '[', '［', '(', '（', '【', '﹝', '〈', '「', '{', '<', '《'];
const CLOSING: &[char] = &['〕', ']', '］', ')', '）', '】', '﹞', '〉', '」', '}', '>', '》'];
/// What separates several numbers.
const SEPARATORS: &[char] = &['、', '；', ';', '，', ','];

/// What a text is as a number of documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// The standard form, or that of another series.
    Right,
    /// The standard form is meant; with the number in it, as far as that is known.
    Wrong(Option<String>),
    /// No form that is known.
    Unknown,
}

/// Says too whether it is malformed.
pub(crate) fn check(text: &str, path: &Path<'_>, judge: &mut Judge<'_>) -> bool {
    let Form::Wrong(repaired) = form(text) else {
        return false;
    };
    judge.find_with_repair(&RULE, path, Params::default(), repaired.map(|repaired| json!(repaired)));
    true
}

pub(super) fn form(text: &str) -> Form {
    let forms: Vec<(Form, &str)> = text.split(SEPARATORS).map(|one| (form_of_one(one), one)).collect();
    if forms.iter().all(|(form, _)| *form == Form::Right) {
        return Form::Right;
    }
    if forms.iter().any(|(form, _)| *form == Form::Unknown) {
        return Form::Unknown;
    }
    let repaired: Option<Vec<String>> = forms
        .into_iter()
        .map(|(form, one)| match form {
            Form::Wrong(repaired) => repaired,
            _ => Some(one.to_owned()),
        })
        .collect();
    Form::Wrong(repaired.map(|numbers| numbers.join("、")))
}

fn form_of_one(text: &str) -> Form {
    let plain: String = text.chars().filter(|char| !char.is_whitespace()).map(digit).collect();
    let Some((head, year, tail)) = split(&plain) else {
        return if is_other_series(text) { Form::Right } else { Form::Unknown };
    };
    let number = tail.strip_prefix('第').unwrap_or(tail);
    let number = number.strip_suffix('号').unwrap_or(number).trim_start_matches('0');
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') || !number.starts_with(|char: char| char.is_ascii_digit()) {
        // Series within a series: 武环罚〔2021〕武-5号.
        return if tail.ends_with('号') { Form::Right } else { Form::Unknown };
    }
    let is_full = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    let right = format!("{head}〔{year}〕{number}号");
    if !is_full {
        Form::Wrong(None)
    } else if right == text {
        Form::Right
    } else {
        Form::Wrong(Some(right))
    }
}

/// Who issued it, the year in brackets, the rest.
fn split(plain: &str) -> Option<(&str, &str, &str)> {
    let (place, _) = plain.match_indices(OPENING).find(|(place, _)| *place > 0 && year(&plain[*place..]).is_some())?;
    let (year, tail) = year(&plain[place..])?;
    let head = &plain[..place];
    head.chars().all(|char| char.is_alphanumeric() || matches!(char, '（' | '）' | '(' | ')' | '-' | '·')).then_some((head, year, tail))
}

/// The digits in brackets that a text begins with, and what is behind.
fn year(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(OPENING)?;
    let (year, tail) = inside.split_once(CLOSING)?;
    let year = year.strip_suffix('年').unwrap_or(year);
    (matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit())).then_some((year, tail))
}

/// Orders, announcements, registers, decisions of courts: numbered in their own way.
fn is_other_series(text: &str) -> bool {
    let text = text.trim();
    let has_number = text.contains(|char: char| char.is_ascii_digit() || "一二三四五六七八九十".contains(char));
    (text.ends_with('号') && has_number) || is_register(text)
}

/// Registers of normative documents: `PJDR-2020-01004`.
fn is_register(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.as_slice(), [organ, year, number]
        if (2..=6).contains(&organ.len())
            && organ.bytes().all(|byte| byte.is_ascii_uppercase())
            && is_digits(year, 4)
            && is_digits(number, 5))
}

/// Full-width digits in half width.
fn digit(char: char) -> char {
    Some(narrow(char)).filter(char::is_ascii_digit).unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_the_standard_form_and_of_other_series() {
        for text in [
            "湘政务公开办发〔2020〕1号",
            "国办发〔2019〕54号",
            "武市监处罚〔2021〕3-12号",
            "国发〔2020〕1号、湘政发〔2020〕2号",
            "国务院令第711号",
            "主席令第四十六号",
            "财政部公告2020年第5号",
            "国办发明电〔2020〕14号",
            "（2020）湘0703行审12号",
            "常环罚〔2021〕武-5号",
            "PJDR-2020-01004",
        ] {
            assert_eq!(form(text), Form::Right, "{text}");
        }
    }

    #[test]
    fn numbers_out_of_form_are_repaired() {
        for text in [
            "国办发[2019]54号",
            "国办发［2019］54号",
            "国办发(2019)54号",
            "国办发（2019）54号",
            "国办发【2019】54号",
            "国办发﹝2019﹞54号",
            "国办发〈2019〉54号",
            "国办发〔2019〕第54号",
            "国办发〔2019〕054号",
            "国办发〔2019〕54",
            "国办发〔２０１９〕５４号",
            "国办发 〔2019〕 54 号",
            "国办发〔2019年〕54号",
            " 国办发〔2019〕54号",
        ] {
            assert_eq!(form(text), Form::Wrong(Some("国办发〔2019〕54号".to_owned())), "{text}");
        }
        assert_eq!(form("国发[2020]1号，湘政发〔2020〕2号"), Form::Wrong(Some("国发〔2020〕1号、湘政发〔2020〕2号".to_owned())));
        assert_eq!(form("国办发〔19〕54号"), Form::Wrong(None));
    }

    #[test]
    fn what_fits_no_series_is_unknown() {
        for text in ["", "无", "关于印发方案的通知", "20190054", "号", "国办发〔2019〕"] {
            assert_eq!(form(text), Form::Unknown, "{text}");
        }
    }
}
