//! Text without its layout: blanks and line ends inside words go, widths become one.

use unicode_normalization::UnicodeNormalization;

/// The text as a person reads it: blanks inside words, line ends and invisible characters are layout.
///
/// A blank stays between two words in Latin letters or numbers, and in the title of a document behind the name of an
/// office: 《中共中央办公厅 国务院办公厅关于…》 names two that issued it together.
pub(crate) fn clean(text: &str) -> String {
    let chars: Vec<char> = text.chars().filter(|char| !is_invisible(*char)).map(one_form).collect();
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_usize;
    for (at, char) in chars.iter().enumerate() {
        match char {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !char.is_whitespace() {
            plain.push(*char);
            continue;
        }
        let (Some(before), Some(after)) = (
            plain.chars().next_back().filter(|char| *char != ' '),
            chars[at..].iter().find(|char| !char.is_whitespace()),
        ) else {
            continue;
        };
        let is_latin = |char: char| char.is_ascii_alphanumeric();
        let between_words =
            is_latin(before) && is_latin(*after) && !(before.is_ascii_digit() || after.is_ascii_digit());
        let between_offices = depth > 0
            && (*char == ' ' || *char == '\u{3000}')
            && !matches!(chars.get(at + 1), Some(next) if next.is_whitespace())
            && OFFICES_OF_TITLES.iter().any(|office| plain.ends_with(office));
        if between_words || between_offices {
            plain.push(' ');
        }
    }
    plain
}

/// How the names of those end that issue documents together.
const OFFICES_OF_TITLES: &[&str] = &[
    "中央",
    "国务院",
    "办公厅",
    "部",
    "委",
    "委员会",
    "局",
    "署",
    "厅",
    "总会",
    "高法院",
    "检察院",
    "办",
    "银行",
];

/// What texts are compared by: without blanks, of one width and case.
pub(crate) fn key(text: &str) -> String {
    text.chars()
        .filter(|char| !is_invisible(*char))
        .map(one_form)
        .nfkc()
        .filter(|char| !char.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The text without end punctuation.
pub(crate) fn trim_end_marks(text: &str) -> &str {
    text.trim_end_matches(|char: char| char.is_whitespace() || "。；;、，,.．:：".contains(char))
}

/// Characters that are not seen: marks of width zero, soft hyphens, directions.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fffc}')
        || (char.is_control() && !char.is_whitespace())
}

/// One form for characters that only look different: digits and letters of full width, radicals and compatibility
/// forms of ideographs, blanks of other kinds.
fn one_form(char: char) -> char {
    match char {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＊' | '＿' => narrow(char),
        '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' => {
            std::iter::once(char).nfkc().next().unwrap_or(char)
        }
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => ' ',
        other => other,
    }
}

fn narrow(char: char) -> char {
    char::from_u32(u32::from(char).saturating_sub(0xfee0)).unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_inside_words_are_layout() {
        for (printed, plain) in [
            ("20 个工作 日内", "20个工作日内"),
            ("出 生\n登记", "出生登记"),
            (
                "《中共中央办公厅 国务院办公厅关于推进的意见》",
                "《中共中央办公厅 国务院办公厅关于推进的意见》",
            ),
            ("《中华人民共和国政 府信息公开条例》", "《中华人民共和国政府信息公开条例》"),
            ("Open  Data", "Open Data"),
            ("１２３４５ 热线", "12345热线"),
            ("\u{feff}a\u{200b}b\u{ad}", "ab"),
            (" \u{3000}\n", ""),
        ] {
            assert_eq!(clean(printed), plain, "{printed:?}");
        }
    }

    #[test]
    fn widths_do_not_matter_in_comparisons() {
        assert_eq!(key("公开内容（要素）"), key("公开 内容\n(要素)"));
        assert_eq!(key("⼀级事项"), "一级事项");
    }
}
