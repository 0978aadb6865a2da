//! Numbers before entries and names.

/// A number before an entry: its value, its style, and how many bytes it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    pub value: u32,
    pub style: Style,
    pub length: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `1.`, `1、`
    Digits,
    /// `（1）`, `⑴`
    InBrackets,
    /// `①`
    Circled,
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseInBrackets,
}

/// A number before an entry at the beginning of a text.
pub(crate) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let code = u32::from(first);
    match first {
        '①'..='⑳' => return Some(Marker { value: code - 0x2460 + 1, style: Style::Circled, length: 3 }),
        '⑴'..='⒇' => {
            return Some(Marker { value: code - 0x2474 + 1, style: Style::InBrackets, length: 3 });
        }
        '⒈'..='⒛' => return Some(Marker { value: code - 0x2488 + 1, style: Style::Digits, length: 3 }),
        _ => {}
    }
    let (open, rest) = match first {
        '（' | '(' => (first.len_utf8(), &text[first.len_utf8()..]),
        _ => (0, text),
    };
    let blank = rest.len() - rest.trim_start().len();
    let inner = &rest[blank..];
    let digits: String = inner.chars().take_while(|char| digit(*char).is_some()).collect();
    let numerals: String = inner.chars().take_while(|char| "一二三四五六七八九十".contains(*char)).collect();
    let (value, taken, is_digits) = if !digits.is_empty() && digits.chars().count() <= 2 {
        (digits.chars().filter_map(digit).fold(0, |sum, digit| sum * 10 + digit), digits.len(), true)
    } else if !numerals.is_empty() && numerals.chars().count() <= 3 {
        (numeral(&numerals)?, numerals.len(), false)
    } else {
        return None;
    };
    let behind = &inner[taken..];
    let gap = behind.len() - behind.trim_start_matches([' ', '\u{3000}', '\u{a0}', '\n']).len();
    let mark = behind[gap..].chars().next()?;
    let length = open + blank + taken + gap + mark.len_utf8();
    let style = match (open > 0, mark, is_digits) {
        (true, '）' | ')', true) => Style::InBrackets,
        (true, '）' | ')', false) => Style::ChineseInBrackets,
        (false, '.' | '．' | '、' | '）' | ')' | '。' | ':' | '：' | ',' | '，', true) => Style::Digits,
        (false, '、' | '.' | '．', false) => Style::Chinese,
        _ => return None,
    };
    // `2.5` is no number before an entry.
    let follows = text[length..].chars().next();
    if style == Style::Digits
        && matches!(mark, '.' | '．' | ',' | '，' | ':' | '：')
        && follows.is_some_and(|char| digit(char).is_some())
    {
        return None;
    }
    Some(Marker { value, style, length })
}

pub(crate) fn digit(char: char) -> Option<u32> {
    match char {
        '0'..='9' => char.to_digit(10),
        '０'..='９' => Some(u32::from(char) - 0xff10),
        _ => None,
    }
}

fn numeral(text: &str) -> Option<u32> {
    let digit = |char: char| {
        "零一二三四五六七八九"
            .chars()
            .position(|known| known == char)
            .and_then(|value| u32::try_from(value).ok())
    };
    let chars: Vec<char> = text.chars().collect();
    match chars.as_slice() {
        ['十'] => Some(10),
        ['十', one] => Some(10 + digit(*one)?),
        [ten, '十'] => Some(digit(*ten)? * 10),
        [ten, '十', one] => Some(digit(*ten)? * 10 + digit(*one)?),
        [one] => digit(*one),
        _ => None,
    }
}

/// The number before a text, dropped: `1.就业`, `03 卫生`, `（一）综合`. A digit that belongs to a name stays.
pub(crate) fn without_number(printed: &str) -> Option<String> {
    let mut text = printed.trim();
    let mut is_stripped = false;
    // 1.1 and 1.1.1
    let dotted: usize = text
        .chars()
        .take_while(|char| digit(*char).is_some() || matches!(char, '.' | '．'))
        .map(char::len_utf8)
        .sum();
    let is_dotted = {
        let parts: Vec<&str> = text[..dotted].split(['.', '．']).collect();
        parts.len() >= 2 && parts[0].chars().all(|char| digit(char).is_some()) && !parts[0].is_empty()
    };
    if is_dotted {
        text = text[dotted..].trim_start_matches(['、', ' ', '\u{3000}', '\u{a0}', '\n']);
        is_stripped = true;
    } else if let Some(marker) = marker(text) {
        text = &text[marker.length..];
        is_stripped = true;
    } else {
        let digits: usize = text.chars().take_while(|char| digit(*char).is_some()).map(char::len_utf8).sum();
        let behind = &text[digits..];
        let is_code = text.starts_with('0') && digits >= 2;
        let blank = behind.starts_with([' ', '\u{3000}', '\u{a0}', '\t']);
        if digits > 0 && is_code && blank {
            text = behind;
            is_stripped = true;
        }
    }
    (is_stripped && !text.trim().is_empty()).then(|| text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_before_names_go() {
        for (printed, name) in [
            ("1.就业信息服务", Some("就业信息服务")),
            ("1.1 就业政策", Some("就业政策")),
            ("03 公共卫生服务事项", Some("公共卫生服务事项")),
            ("（一）综合业务", Some("综合业务")),
            ("一、综合业务", Some("综合业务")),
            ("2型糖尿病患者健康管理", None),
            ("0～6岁儿童健康管理", None),
            ("十四五规划", None),
            ("12345热线", None),
        ] {
            assert_eq!(without_number(printed).as_deref(), name, "{printed}");
        }
    }
}
