//! A list as cells print it: numbered, with bullets, or separated by punctuation.

use super::marker::{Marker, digit, marker};
use super::plain::{clean, trim_end_marks};

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Listing {
    pub entries: Vec<String>,
    /// The list ends in 等.
    pub is_open: bool,
    /// What stands before the first number.
    pub preface: Option<String>,
}

/// Characters that stand before an entry wherever it begins.
const BULLETS: &[char] = &[
    '●', '○', '〇', '■', '□', '◆', '◇', '▪', '•', '▲', '△', '◎', '➢', '►', '★', '☆', '※', '✓', '√', '☑', '☐',
    '◻', '▶', '\u{f06c}', '\u{f0b7}',
];

/// Characters that do so at the beginning of a line alone.
const LINE_BULLETS: &[char] = &['·', '-', '－', '–', '—', '・', '*'];

/// What line ends mean where nothing else separates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineEnds {
    /// They separate entries.
    Separate,
    /// They are where the cell was too narrow: other cells of the column break words there.
    Layout,
}

impl LineEnds {
    /// What they mean in a column of lists, given cells of the same table that are no lists.
    pub fn of<'t>(lists: &[&'t str], others: impl IntoIterator<Item = &'t str>) -> Self {
        if lists.iter().any(|text| breaks_entries(text)) {
            return LineEnds::Layout;
        }
        let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
        let are_lists =
            lists.iter().any(|text| lines(text) >= 3 && separated(text, LineEnds::Layout).len() == 1);
        let are_broken = others.into_iter().any(|text| lines(text) > 1);
        if are_broken && !are_lists { LineEnds::Layout } else { LineEnds::Separate }
    }
}

/// Whether a list that is separated otherwise has line ends inside its entries.
fn breaks_entries(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_separated = numbered(text.trim()).is_some_and(|(_, entries)| entries.len() > 1)
        || text.trim().starts_with(BULLETS)
        || [&['；', ';'][..], &['、']].iter().any(|separators| split(text, separators).len() > 1);
    is_separated
        && lines.windows(2).any(|pair| {
            let ends = pair[0].ends_with(|char| "；;、，,。：:.）)".contains(char));
            let begins = marker(pair[1]).is_some()
                || pair[1].starts_with(BULLETS)
                || pair[1].starts_with(LINE_BULLETS);
            !ends && !begins
        })
}

/// Reads a list.
pub(crate) fn listing(text: &str, line_ends: LineEnds) -> Listing {
    let text = text.trim();
    if text.is_empty() {
        return Listing::default();
    }
    let (preface, pieces) = numbered(text)
        .or_else(|| bulleted(text).map(|pieces| (None, pieces)))
        .unwrap_or_else(|| (None, separated(text, line_ends)));
    let mut listing = Listing { preface, ..Listing::default() };
    for piece in pieces {
        let entry = clean(&piece);
        let entry = trim_end_marks(entry.trim_start_matches(|char| "。；;、，,".contains(char)));
        if !entry.is_empty() {
            listing.entries.push(entry.to_owned());
        }
    }
    if let Some(last) = listing.entries.last_mut() {
        for open in ["等内容", "等等", "等"] {
            let Some(rest) = last.strip_suffix(open) else { continue };
            listing.is_open = true;
            *last = trim_end_marks(rest).to_owned();
            break;
        }
        if last.is_empty() {
            listing.entries.pop();
        }
    }
    listing
}

/// The entries of a numbered list as they stand; None where the text is none.
pub(crate) fn numbered_entries(text: &str) -> Option<Vec<String>> {
    numbered(text.trim()).map(|(preface, mut entries)| {
        entries.splice(0..0, preface);
        entries
    })
}

/// Depth of brackets and quotation marks, inside which nothing separates.
#[derive(Default)]
struct Depth(usize);

impl Depth {
    fn pass(&mut self, char: char) {
        match char {
            '（' | '(' | '《' | '〈' | '“' | '【' | '[' | '「' => self.0 += 1,
            '）' | ')' | '》' | '〉' | '”' | '】' | ']' | '」' => self.0 = self.0.saturating_sub(1),
            _ => {}
        }
    }

    fn is_top(&self) -> bool {
        self.0 == 0
    }
}

/// A numbered list, and what stands before it.
fn numbered(text: &str) -> Option<(Option<String>, Vec<String>)> {
    let (start, first) = first_marker(text)?;
    let mut starts = vec![(start, first.length)];
    let mut last = first;
    let mut depth = Depth::default();
    let mut before = '\n';
    let mut skip_to = start + first.length;
    for (at, char) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        if depth.is_top()
            && (digit(before).is_none() || digit(char).is_none())
            && before != '.'
            && before != '第'
            && let Some(found) = marker(&text[at..]).filter(|found| found.style == first.style)
        {
            let is_line_start = text[..at].trim_end_matches([' ', '\u{3000}']).ends_with('\n');
            let begins_anew = found.value == 1 && is_line_start && last.value > 1;
            let has_text = text[at + found.length..].chars().any(|char| !char.is_whitespace());
            if (found.value == last.value + 1 || begins_anew) && has_text {
                starts.push((at, found.length));
                last = found;
                skip_to = at + found.length;
                before = ' ';
                continue;
            }
        }
        depth.pass(char);
        before = char;
    }
    let mut pieces = Vec::with_capacity(starts.len());
    for (index, (at, length)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(text.len(), |next| next.0);
        pieces.push(text[at + length..end].to_owned());
    }
    let preface = clean(&text[..start]);
    let preface = trim_end_marks(&preface);
    Some(((!preface.is_empty()).then(|| preface.to_owned()), pieces))
}

/// The number 1 at the beginning of the text, or of a line where the number 2 begins another.
fn first_marker(text: &str) -> Option<(usize, Marker)> {
    if let Some(first) = marker(text).filter(|marker| marker.value == 1) {
        return Some((0, first));
    }
    let lines = text.match_indices('\n').map(|(at, _)| at + 1);
    let mut found = None;
    for at in lines {
        let blank = text[at..].len() - text[at..].trim_start().len();
        let Some(marker) = marker(&text[at + blank..]) else { continue };
        match (found, marker.value) {
            (None, 1) => found = Some((at + blank, marker)),
            (Some((start, first)), 2) if first.style == marker.style => return Some((start, first)),
            _ => {}
        }
    }
    None
}

/// A list with bullets.
fn bulleted(text: &str) -> Option<Vec<String>> {
    if text.starts_with(BULLETS) {
        return Some(text.split(BULLETS).map(str::to_owned).collect());
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let bullet = text.chars().next().filter(|char| LINE_BULLETS.contains(char))?;
    // A star before a name is a mark on it.
    if bullet == '*' || lines.iter().filter(|line| line.starts_with(bullet)).count() < 2 {
        return None;
    }
    let mut pieces: Vec<String> = Vec::new();
    for line in lines {
        match (line.strip_prefix(bullet), pieces.last_mut()) {
            (Some(rest), _) => pieces.push(rest.to_owned()),
            (None, Some(last)) => last.push_str(line),
            (None, None) => pieces.push(line.to_owned()),
        }
    }
    Some(pieces)
}

/// A list separated by the strongest punctuation that it has outside brackets.
fn separated(text: &str, line_ends: LineEnds) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let sentences = lines.len() > 1 && lines.iter().all(|line| line.ends_with('。'));
    for separators in [&['；', ';'][..], &['、'], &['，', ',']] {
        if sentences && separators[0] != '；' {
            break;
        }
        let pieces = split(text, separators);
        if pieces.len() > 1 {
            return pieces;
        }
    }
    if lines.len() > 1 && line_ends == LineEnds::Separate && !is_wrapped(&lines) {
        return lines.iter().map(|line| (*line).to_owned()).collect();
    }
    vec![text.to_owned()]
}

/// Whether lines are one text that was too wide for its cell: a bracket stays open at the end of one.
fn is_wrapped(lines: &[&str]) -> bool {
    let mut depth = Depth::default();
    lines[..lines.len() - 1].iter().any(|line| {
        line.chars().for_each(|char| depth.pass(char));
        !depth.is_top()
    })
}

/// Splits at separators outside brackets; what is blank is left out.
pub(crate) fn split(text: &str, separators: &[char]) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut depth = Depth::default();
    let chars: Vec<char> = text.chars().collect();
    for (at, char) in chars.iter().enumerate() {
        let between_digits = *char == ','
            && at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(char::is_ascii_digit)
            && chars.get(at + 1).is_some_and(char::is_ascii_digit);
        if depth.is_top() && separators.contains(char) && !between_digits {
            pieces.push(String::new());
            continue;
        }
        depth.pass(*char);
        if let Some(last) = pieces.last_mut() {
            last.push(*char);
        }
    }
    pieces.retain(|piece| !trim_end_marks(piece.trim()).is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<String> {
        listing(text, LineEnds::Separate).entries
    }

    #[test]
    fn numbers_bullets_and_punctuation_separate() {
        for (text, expected) in [
            ("1.申报材料清单；\n2.批准流程；\n3.办理时限。", vec!["申报材料清单", "批准流程", "办理时限"]),
            ("1.甲2.乙3.标准（1.5米）", vec!["甲", "乙", "标准（1.5米）"]),
            ("（1）招标内容；（2）招标范围", vec!["招标内容", "招标范围"]),
            ("①甲、乙；②丙", vec!["甲、乙", "丙"]),
            ("●政策依据\n●补贴对象\n〇正文", vec!["政策依据", "补贴对象", "正文"]),
            ("事项名称；事项办理部门；办理进展。", vec!["事项名称", "事项办理部门", "办理进展"]),
            ("企业名称，工商注册号，违法行为", vec!["企业名称", "工商注册号", "违法行为"]),
            ("招聘单位\n岗位要求\n应聘方式", vec!["招聘单位", "岗位要求", "应聘方式"]),
            ("申请指南（包括对象、标准等）、补贴结果", vec!["申请指南（包括对象、标准等）", "补贴结果"]),
            ("受理环节：甲、乙；决定环节：丙", vec!["受理环节：甲、乙", "决定环节：丙"]),
            ("1.公共法律服务指南", vec!["公共法律服务指南"]),
            ("*农村住房标准；*流程图", vec!["*农村住房标准", "*流程图"]),
            ("", vec![]),
        ] {
            assert_eq!(entries(text), expected, "{text}");
        }
    }

    #[test]
    fn line_ends_mean_what_they_mean_in_the_column() {
        let wrapped = LineEnds::of(&["听证\n通知书；其他听证\n材料", "听\n证结果"], []);
        assert_eq!(wrapped, LineEnds::Layout);
        assert_eq!(listing("听\n证结果", wrapped).entries, ["听证结果"]);
        let clean = LineEnds::of(&["1.甲；\n2.乙", "招聘单位\n岗位要求"], []);
        assert_eq!(listing("招聘单位\n岗位要求", clean).entries, ["招聘单位", "岗位要求"]);
        assert_eq!(LineEnds::of(&["监督\n电话"], ["社会\n救助", "县民\n政局"]), LineEnds::Layout);
        assert_eq!(LineEnds::of(&["甲\n乙\n丙"], ["社会\n救助", "县民\n政局"]), LineEnds::Separate);
    }

    #[test]
    fn open_lists_are_told() {
        let list = listing("受理部门、办理条件、收费依据及标准等", LineEnds::Separate);
        assert_eq!(list.entries.last().map(String::as_str), Some("收费依据及标准"));
        assert!(list.is_open);
        assert_eq!(entries("条件、名单等信息"), ["条件", "名单等信息"]);
        assert!(!listing("条件、名单等信息", LineEnds::Separate).is_open);
    }
}
