//! Legal bases as cells print them, one entry each.

use super::plain::{clean, trim_end_marks};
use super::{listing, marker};

/// Reads the legal bases of a cell: each title with the brackets behind it, whatever stands between two; where nothing
/// has the marks of a title, what separators part.
pub(crate) fn basis(text: &str) -> Vec<String> {
    let text = clean_lines(text);
    let mut entries: Vec<String> = Vec::new();
    for segment in segments(&text) {
        let titles = titles(&segment);
        if titles.is_empty() {
            let rest = bare(&segment);
            if !rest.is_empty() {
                entries.push(rest);
            }
        } else {
            entries.extend(titles);
        }
    }
    let mut seen = Vec::with_capacity(entries.len());
    for entry in entries {
        if !seen.contains(&entry) {
            seen.push(entry);
        }
    }
    seen
}

/// Lines are cleaned one by one, so that their ends can separate what has no title marks.
fn clean_lines(text: &str) -> String {
    let mut depth = 0_usize;
    let mut joined = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '《' | '（' | '(' | '〔' | '【' => depth += 1,
            '》' | '）' | ')' | '〕' | '】' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // A line end inside brackets is layout.
        joined.push(if char == '\n' && depth > 0 { ' ' } else { char });
    }
    joined.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// Cut at separators outside brackets. Lines are cut where the next one begins something of its own.
fn segments(text: &str) -> Vec<String> {
    let mut segments: Vec<String> = Vec::new();
    for piece in listing::split(text, &['；', ';', '、', '，', ',', '。']) {
        let lines: Vec<&str> = piece.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let mut current = String::new();
        for line in lines {
            let begins = line.starts_with(['《', '【']) || marker::without_number(line).is_some();
            // A line that is no title goes on with the one before, unless that one is a whole title.
            let is_whole =
                current.contains('《') && (current.ends_with('》') || current.ends_with(['）', ')']));
            if !current.is_empty() && (begins || (is_whole && !line.starts_with(['（', '(', '〔', '第'])))
            {
                segments.push(std::mem::take(&mut current));
            }
            current.push_str(line);
        }
        segments.push(current);
    }
    segments
}

/// The titles of a segment with the brackets behind them.
fn titles(segment: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = segment;
    while let Some(start) = rest.find('《') {
        let Some(end) = matching(&rest[start..], '《', '》') else {
            // A title that nobody closed is one all the same.
            found.push(trim_end_marks(&rest[start..]).to_owned());
            break;
        };
        let mut end = start + end;
        while let Some(bracket) =
            rest[end..].chars().next().filter(|char| matches!(char, '（' | '(' | '〔' | '['))
        {
            let close = match bracket {
                '（' | '(' => ['）', ')'],
                _ => ['〕', ']'],
            };
            let Some(length) = matching_any(&rest[end..], bracket, close) else { break };
            end += length;
        }
        let behind = &rest[end..];
        let has_more = behind.contains('《');
        let more = trim_end_marks(behind);
        // 《条例》及其实施细则 names both; an article says which part is meant.
        let belongs =
            !has_more && (more.starts_with('及') && more.chars().count() > 2 || more.starts_with('第'));
        found.push(format!("{}{}", &rest[start..end], if belongs { more } else { "" }));
        rest = behind;
    }
    found
}

/// Bytes up to and with the mark that closes the first one.
fn matching(text: &str, open: char, close: char) -> Option<usize> {
    matching_any(text, open, [close, close])
}

fn matching_any(text: &str, open: char, close: [char; 2]) -> Option<usize> {
    let opens = |char: char| char == open || (matches!(open, '（' | '(') && matches!(char, '（' | '('));
    let mut depth = 0_usize;
    for (at, char) in text.char_indices() {
        if opens(char) {
            depth += 1;
        } else if close.contains(&char) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at + char.len_utf8());
            }
        }
    }
    None
}

/// A segment without title marks: numbers and tags before it go, and words that only join.
fn bare(segment: &str) -> String {
    let mut text = clean(segment);
    if let Some(rest) =
        text.strip_prefix('【').and_then(|rest| rest.split_once('】')).map(|(_, rest)| rest.to_owned())
    {
        text = rest;
    }
    let text = marker::without_number(&text).unwrap_or(text);
    let text =
        text.trim_start_matches(|char: char| char.is_whitespace() || "、，,；;。.·●■-—".contains(char));
    let text = trim_end_marks(text);
    if matches!(text, "和" | "及" | "以及" | "与" | "等" | "或" | "等文件" | "等规定" | "等法律法规")
        || text.chars().all(|char| char.is_ascii_digit())
    {
        return String::new();
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::basis;

    #[test]
    fn titles_keep_their_brackets() {
        for (text, expected) in [
            (
                "《中华人民共和国政府信息公开条例》《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）",
                vec![
                    "《中华人民共和国政府信息公开条例》",
                    "《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）",
                ],
            ),
            ("1.《甲法》 2.《乙条例》", vec!["《甲法》", "《乙条例》"]),
            ("《甲意见》、各地相关政策法规文件", vec!["《甲意见》", "各地相关政策法规文件"]),
            ("【法律】《甲法》\n【规章】《乙规定》", vec!["《甲法》", "《乙规定》"]),
            (
                "《财政部关于印发〈操作规程〉的通知》（财预〔2016〕143号）；",
                vec!["《财政部关于印发〈操作规程〉的通知》（财预〔2016〕143号）"],
            ),
            ("《中华人民共\n和国甲法》和《乙法》等", vec!["《中华人民共和国甲法》", "《乙法》"]),
            ("《关于印发《甲办法》的通知》", vec!["《关于印发《甲办法》的通知》"]),
            ("《甲法》（2007年通过，2019年修订）", vec!["《甲法》（2007年通过，2019年修订）"]),
            ("《甲条例》及其实施细则、《乙法》第三十条", vec!["《甲条例》及其实施细则", "《乙法》第三十条"]),
            ("", vec![]),
        ] {
            assert_eq!(basis(text), expected, "{text}");
        }
    }
}
