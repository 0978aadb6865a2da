//! Citations of laws and documents (公开依据) as tables print them: class, title, number, date.

use serde::{Deserialize, Serialize};

use crate::blank::is_blank_text;
use crate::date::{narrow, repair, write};

/// What class of instrument a citation says that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Class {
    /// 【法律】: of the National People's Congress.
    Law,
    /// 【法规】: administrative or local regulations.
    Regulation,
    /// 【规章】: rules of a ministry or a local government.
    Rule,
    /// 【文件】: any other document.
    Document,
}

/// One law or document as a table cites it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "meta", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Citation {
    /// The class printed before it.
    pub class: Option<Class>,
    /// Title, without its brackets.
    pub title: Option<String>,
    /// Number, with six-sided brackets round the year whatever brackets are printed: `国办发〔2019〕54号`, `令第711号`.
    pub number: Option<String>,
    /// Day of the instrument, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// As printed.
    pub text: String,
}

/// The marks of the classes.
const CLASSES: &[(&str, Class)] =
    &[("法律", Class::Law), ("法规", Class::Regulation), ("规章", Class::Rule), ("文件", Class::Document)];

/// How the names of instruments end; a name without title brackets is a title only with one of these.
const INSTRUMENTS: &[&str] = &[
    "法", "条例", "规定", "办法", "细则", "规则", "规范", "规程", "标准", "意见", "通知", "决定", "决议",
    "公告", "通告", "方案", "规划", "计划", "纲要", "要点", "目录", "指引", "解释", "批复",
];

/// Words that say which instruments are meant in general and name none.
const VAGUE: &[&str] = &["相关", "有关", "各地", "各省", "各级", "及其他", "等"];

/// The brackets round a year, as printed; the first pair is the right one.
const YEAR_BRACKETS: &[(char, char)] =
    &[('〔', '〕'), ('[', ']'), ('(', ')'), ('【', '】'), ('﹝', '﹞'), ('{', '}'), ('<', '>')];

impl Citation {
    /// Reads a citation as printed; what cannot be read is left out, never guessed.
    ///
    /// # Example
    /// ```
    /// use gongkai_core::citation::{Citation, Class};
    ///
    /// let law = Citation::parse("【法规】《示例条例》（国务院令第711号）");
    /// assert_eq!(law.class, Some(Class::Regulation));
    /// assert_eq!(law.title.as_deref(), Some("示例条例"));
    /// assert_eq!(law.number.as_deref(), Some("国务院令第711号"));
    ///
    /// let vague = Citation::parse("各地相关政策法规文件");
    /// assert!(!vague.is_readable());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let plain: String = text.chars().filter(|char| !is_line_break(*char)).collect();
        let (class, rest) = class(plain.trim());
        let (title, before, after) = match title(rest) {
            Some((title, before, after)) => (Some(title), before, after),
            None => (None, rest, ""),
        };
        // What stands behind the title comes first: a number inside the title may be that of another document.
        let number = number(after).or_else(|| number(before));
        let date = date(after).or_else(|| date(before));
        let title = title.map(str::to_owned).or_else(|| bare_title(rest, number.as_deref()));
        let number = number.or_else(|| title.as_deref().and_then(year_number));
        Citation { class, title, number, date, text: text.to_owned() }
    }

    /// Whether it says which instrument is meant.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.title.is_some() || self.number.is_some()
    }
}

fn is_line_break(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\t' | '\u{200b}' | '\u{feff}')
}

/// The class mark at the beginning; a mark of another kind is dropped.
fn class(text: &str) -> (Option<Class>, &str) {
    let Some((mark, rest)) = text.strip_prefix('【').and_then(|rest| rest.split_once('】')) else {
        return (None, text);
    };
    let class = CLASSES.iter().find(|(word, _)| mark.trim() == *word).map(|(_, class)| *class);
    (class, rest.trim_start())
}

/// The first title in its outermost brackets, what stands before it and what behind.
fn title(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('《')?;
    let mut depth = 0_usize;
    for (at, char) in text[start..].char_indices() {
        match char {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            let (inside, after) = (&text[start + '《'.len_utf8()..start + at], start + at + '》'.len_utf8());
            let inside = inside.trim();
            return (!is_blank_text(inside)).then_some((inside, &text[..start], &text[after..]));
        }
    }
    None
}

/// A name without title brackets that is that of one instrument.
fn bare_title(text: &str, number: Option<&str>) -> Option<String> {
    let name = text
        .split(['（', '(', '〔', '《', '》'])
        .next()
        .unwrap_or_default()
        .trim_end_matches(['。', '；'])
        .trim();
    if number.is_some_and(|number| number.starts_with(name)) {
        return None;
    }
    let ends = INSTRUMENTS.iter().any(|word| name.ends_with(word) && name != *word);
    let is_one =
        !VAGUE.iter().any(|word| name.contains(word)) && !name.contains(['，', '。', '；', '、', '“']);
    (ends && is_one).then(|| name.to_owned())
}

/// The number of a document with its year, else that of an order.
fn number(text: &str) -> Option<String> {
    year_number(text).or_else(|| order_number(text))
}

/// `国办发〔2019〕54号`: letters of the organ, year in any brackets, number.
fn year_number(text: &str) -> Option<String> {
    let chars: Vec<char> = text
        .chars()
        .filter(|char| *char != ' ' && *char != '\u{3000}')
        // Brackets keep their width: they are looked for as printed.
        .map(|char| if matches!(char, '【' | '】' | '〔' | '〕' | '﹝' | '﹞') { char } else { narrow(char) })
        .collect();
    for (open, close) in YEAR_BRACKETS {
        for start in (0..chars.len()).filter(|at| chars[*at] == *open) {
            let Some(end) = chars.get(start + 5).filter(|char| *char == close).map(|_| start + 5) else {
                continue;
            };
            let year: String = chars[start + 1..end].iter().collect();
            if !(year.starts_with("19") || year.starts_with("20"))
                || !year.bytes().all(|b| b.is_ascii_digit())
            {
                continue;
            }
            let organ_from = chars[..start].iter().rposition(|char| !is_organ(*char)).map_or(0, |at| at + 1);
            let rest = &chars[end + 1..];
            let rest = rest.strip_prefix(&['第']).unwrap_or(rest);
            let digits: String = rest.iter().take_while(|char| char.is_ascii_digit()).collect();
            if organ_from < start && !digits.is_empty() && rest.get(digits.len()) == Some(&'号') {
                let organ: String = chars[organ_from..start].iter().collect();
                return Some(format!("{organ}〔{year}〕{digits}号"));
            }
        }
    }
    None
}

/// Whether a character may stand in the letters of an organ.
fn is_organ(char: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&char) || char.is_ascii_alphanumeric()
}

/// `国务院令第711号`, `公告2009年第1号`: the part of the text that ends with it.
fn order_number(text: &str) -> Option<String> {
    let parts = text.split(['（', '）', '(', ')', '，', ',', '、', '；', ';', '：', ' ', '　']);
    parts
        .filter_map(|part| Some(&part[..part.find('号')? + '号'.len_utf8()]))
        .map(without_day)
        .map(|part| part.chars().map(narrow).collect::<String>())
        .find(|part| {
            let digits = part.trim_end_matches('号').rsplit('第').next().unwrap_or_default();
            let is_number = |char: char| char.is_ascii_digit() || "零〇一二三四五六七八九十百".contains(char);
            part.contains('第') && !digits.is_empty() && digits.chars().all(is_number)
        })
}

/// The text without a day at its beginning.
fn without_day(text: &str) -> &str {
    match text.split_once('日') {
        Some((day, rest)) if repair(day).is_some() => rest,
        _ => text,
    }
}

/// The first day that the text names in full.
fn date(text: &str) -> Option<String> {
    let is_part =
        |char: char| narrow(char).is_ascii_digit() || matches!(char, '年' | '月' | '日' | '-' | '/' | '.');
    text.split(|char| !is_part(char)).find_map(repair).map(write)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str, title: &str, number: &str, date: &str) {
        let citation = Citation::parse(text);
        let found = [&citation.title, &citation.number, &citation.date];
        let found = found.map(|part| part.as_deref().unwrap_or_default());
        assert_eq!(found, [title, number, date], "{text}");
        assert_eq!(citation.text, text);
    }

    #[test]
    fn titles_are_read_with_what_stands_in_them() {
        read("《中华人民共和国义务教育法》", "中华人民共和国义务教育法", "", "");
        read(
            "《甲关于印发〈乙〉的通知》（甲办〔2016〕8号）",
            "甲关于印发〈乙〉的通知",
            "甲办〔2016〕8号",
            "",
        );
        read("《甲关于印发《乙规定》的通知》", "甲关于印发《乙规定》的通知", "", "");
        read("《甲规范》（试行）", "甲规范", "", "");
        read("《甲条例》及实施办法", "甲条例", "", "");
        read(" 《甲\n条例》 ", "甲条例", "", "");
    }

    #[test]
    fn classes_are_read() {
        for (text, class) in [
            ("【法律】《甲法》", Some(Class::Law)),
            ("【法规】《甲条例》", Some(Class::Regulation)),
            ("【 规章 】《甲办法》", Some(Class::Rule)),
            ("【文件】国办发〔2019〕54号", Some(Class::Document)),
            ("【其他】《甲》", None),
            ("《甲法》", None),
        ] {
            let citation = Citation::parse(text);
            assert_eq!(citation.class, class, "{text}");
            assert!(citation.is_readable(), "{text}");
        }
    }

    #[test]
    fn numbers_are_read_in_whatever_brackets() {
        for text in [
            "国办发〔2019〕54号",
            "国办发[2019]54号",
            "国办发（2019）54号",
            "国办发【2019】54号",
            "国办发﹝2019﹞第54号",
            "国办发〔２０１９〕５４号",
            "国办发 〔2019〕 54 号",
        ] {
            read(text, "", "国办发〔2019〕54号", "");
            read(&format!("《甲意见》（{text}）"), "甲意见", "国办发〔2019〕54号", "");
        }
        read("《甲条例》（国务院令第711号）", "甲条例", "国务院令第711号", "");
        read("《甲条例》（2007年4月5日国务院令第492号公布）", "甲条例", "国务院令第492号", "2007-04-05");
        read("《甲公告》（公告2009年第1号）", "甲公告", "公告2009年第1号", "");
        read("《甲办法》（第三十号）", "甲办法", "第三十号", "");
        read("《甲通知（甲发〔2001〕3号）》", "甲通知（甲发〔2001〕3号）", "甲发〔2001〕3号", "");
        read("《甲》（乙函〔2019〕981号，2019年6月10日）", "甲", "乙函〔2019〕981号", "2019-06-10");
    }

    #[test]
    fn names_without_brackets_are_titles_when_they_name_one_instrument() {
        read("信息公开规定", "信息公开规定", "", "");
        read("甲省实施办法（2012年修订）", "甲省实施办法", "", "");
        for text in
            ["各地相关政策法规文件", "甲审批有关规定", "规定", "", "　", "《》", "《甲", "长期公开", "54号"]
        {
            assert!(!Citation::parse(text).is_readable(), "{text}: {:?}", Citation::parse(text));
        }
    }

    #[test]
    fn no_text_breaks_it() {
        for text in [
            "《《《",
            "》》",
            "〔",
            "〔2019",
            "（）号",
            "号",
            "第号",
            "【",
            "【法律",
            "〔2019〕号",
            "〔19９9〕1号",
        ] {
            let _ = Citation::parse(text);
        }
    }
}
