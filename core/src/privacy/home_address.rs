//! Addresses of homes finer than the township. Offices, schools and works have addresses of the same form,
//! so that the words around decide, or a flat or a house in a village group that hardly anything else has.

use super::words::{NUMERALS, PLACE_ENDS, Topics};
use super::{Certainty, PrivacyKind, Scan};
use crate::date::narrow;
use crate::identifier::{is_dash, is_invisible};

/// No address is longer, in characters.
const MAX_CHARS: usize = 64;
/// Longest name between two numbers of an address, in characters.
const MAX_NAME_CHARS: usize = 12;

/// What the numbers of an address count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// 组, 社: a group of a village.
    Group,
    /// 号: a house, or a room behind an entrance.
    House,
    /// 栋, 幢, 号楼.
    Block,
    /// 单元.
    Entrance,
    /// 室, 房, 户, a bare number behind a block or an entrance, or all in one as in 3-2-501.
    Room,
    /// 楼, 层.
    Floor,
}

/// A number with its unit.
#[derive(Debug, Clone, Copy)]
struct Part {
    unit: Unit,
    start: usize,
    end: usize,
    /// Characters since the part before.
    gap: usize,
}

pub(super) fn find(scan: &mut Scan<'_>) {
    let text = scan.text;
    let mut chars = text.char_indices().peekable();
    let mut parts = Vec::new();
    while let Some((start, first)) = chars.next() {
        if !is_of_address(first) {
            continue;
        }
        let (mut end, mut count) = (start + first.len_utf8(), 1);
        while let Some((place, char)) = chars.next_if(|(_, char)| count < MAX_CHARS && is_of_address(*char)) {
            end = place + char.len_utf8();
            count += 1;
        }
        judge(scan, start, end, &mut parts);
    }
}

/// Judges a stretch without punctuation.
fn judge(scan: &mut Scan<'_>, start: usize, end: usize, parts: &mut Vec<Part>) {
    let text = scan.text;
    let stretch = &text[start..end];
    read(stretch, parts);
    let label = scan.surroundings.label();
    let home = home_word(stretch).filter(|place| parts.last().is_none_or(|part| part.start > *place));
    if parts.is_empty() && home.is_none() && !label.has(Topics::HOME) {
        return;
    }
    let has = |unit: Unit| parts.iter().any(|part| part.unit == unit);
    let is_flat = has(Unit::Room) && (has(Unit::Block) || has(Unit::Entrance))
        || has(Unit::Entrance) && has(Unit::House);
    let is_village_house = has(Unit::Group) && has(Unit::House);
    let named = scan.surroundings.topics(start).without(label);
    let is_home =
        home.is_some() || label.has(Topics::HOME) || named.has(Topics::HOME) && follows_colon(text, start);
    if !is_home && !is_flat && !is_village_house {
        return;
    }
    let inside = super::words::topics(stretch);
    if !is_home && (named.or(label).has(Topics::PLACE) || inside.has(Topics::SITE)) {
        return;
    }
    let from = home.unwrap_or(0);
    let is_whole = label.has(Topics::HOME) && home.is_none();
    let first_part = parts.iter().find(|part| part.start >= from).map(|part| part.start);
    let last_part = parts.iter().rfind(|part| part.start >= from).map(|part| part.end);
    let kept = from + township(&stretch[from..first_part.unwrap_or(stretch.len())]);
    let last_name =
        if is_whole || is_home { last_place(&stretch[kept..]).map(|place| kept + place) } else { None };
    let Some(last) = (if is_whole { last_part.max(last_name) } else { last_part.or(last_name) }) else {
        return;
    };
    let certainty = if is_home { Certainty::Certain } else { Certainty::Likely };
    let masked = format!("{}***", &stretch[from..kept]);
    scan.add(PrivacyKind::HomeAddress, start + from, start + last, certainty, masked);
}

/// The parts of a stretch that lie close together.
fn read(stretch: &str, parts: &mut Vec<Part>) {
    parts.clear();
    let mut number: Option<usize> = None;
    let (mut gap, mut dashes) = (0, 0);
    let mut chars = stretch.char_indices().peekable();
    while let Some((place, char)) = chars.next() {
        if is_numeral(char) {
            if number.is_none() {
                (number, dashes) = (Some(place), 0);
            }
            continue;
        }
        let Some(start) = number else {
            gap += 1;
            continue;
        };
        if is_dash(char) || is_invisible(char) || char == '#' {
            dashes += usize::from(is_dash(char));
            continue;
        }
        let rest = &stretch[place..];
        let behind = parts.last().copied();
        let unit = match char {
            '组' | '社' if !rest.starts_with("社区") && !rest.starts_with("组织") => {
                Some((Unit::Group, 1))
            }
            '村' if rest.starts_with("村民小组") => Some((Unit::Group, 4)),
            '号' if rest.starts_with("号楼") => Some((Unit::Block, 2)),
            '号' => Some((Unit::House, 1)),
            '楼' if stretch[..place].ends_with('#') => Some((Unit::Block, 1)),
            '楼' | '层' => Some((Unit::Floor, 1)),
            '栋' | '幢' => Some((Unit::Block, 1)),
            '单' if rest.starts_with("单元") => Some((Unit::Entrance, 2)),
            '室' | '房' => Some((Unit::Room, 1)),
            '户' if behind.is_some_and(|part| part.unit == Unit::Entrance && part.end == start) => {
                Some((Unit::Room, 1))
            }
            _ if dashes >= 2 => Some((Unit::Room, 0)),
            _ => None,
        };
        number = None;
        if let Some((unit, count)) = unit {
            let length: usize = rest.chars().take(count).map(char::len_utf8).sum();
            parts.push(Part { unit, start, end: place + length, gap });
            for _ in 1..count {
                chars.next();
            }
            gap = usize::from(count == 0);
        } else {
            gap += 2;
        }
    }
    // A bare number at the end is a room: 3栋2单元501.
    let is_behind = |start: &usize| {
        parts
            .last()
            .is_some_and(|last| matches!(last.unit, Unit::Block | Unit::Entrance) && last.end == *start)
    };
    if let Some(start) = number.filter(|start| dashes >= 2 || is_behind(start)) {
        parts.push(Part { unit: Unit::Room, start, end: stretch.len(), gap: 0 });
    }
    // What lies far apart is not one address; the last one counts.
    if let Some(first) = parts.iter().skip(1).rposition(|part| part.gap > MAX_NAME_CHARS) {
        parts.drain(..=first);
    }
}

/// Where the address begins behind a word such as 家住.
fn home_word(stretch: &str) -> Option<usize> {
    const NOT_LIVING: &[char] = &['房', '院', '宅', '建', '所', '户', '保', '宿', '民', '在'];
    let behind = |place: usize| &stretch[place + '住'.len_utf8()..];
    let place = stretch.match_indices('住').map(|(place, _)| place).find(|place| {
        let rest = behind(*place);
        rest.starts_with('在') || !rest.is_empty() && !rest.starts_with(NOT_LIVING)
    })?;
    let rest = behind(place);
    let skipped = ["所地", "地址", "址", "在", "于"]
        .iter()
        .find(|word| rest.starts_with(**word))
        .map_or(0, |word| word.len());
    Some(stretch.len() - rest.len() + skipped)
}

/// Whether nothing but a colon or blanks stand between a word and this place.
fn follows_colon(text: &str, start: usize) -> bool {
    text[..start].trim_end().ends_with([':', '：', '(', '（'])
}

/// Length of the part of an address that may be published: up to the township, else the county or the city.
fn township(address: &str) -> usize {
    const NO_TOWN: &[&str] = &["市", "县", "区", "路", "街", "小", "花", "苑", "家", "名", "村"];
    let mut kept = 0;
    let mut before = None;
    for (place, char) in address.char_indices() {
        let end = place + char.len_utf8();
        let rest = &address[end..];
        match char {
            _ if before.is_none() => {}
            '市' | '县' | '区' | '旗'
                if !matches!(before, Some('小' | '社' | '园' | '片' | '城' | '红' | '校')) =>
            {
                kept = end
            }
            '镇' | '乡' if !NO_TOWN.iter().any(|word| rest.starts_with(word)) => return end,
            '街' if rest.starts_with('道') => return end + '道'.len_utf8(),
            _ => {}
        }
        before = Some(char);
    }
    kept
}

/// End of the last name of a place below a township.
fn last_place(rest: &str) -> Option<usize> {
    let is_end = |place: usize, char: char| {
        PLACE_ENDS.contains(char)
            || (char == '区' && rest[..place].ends_with(['小', '社']))
            || (char == '街' && !rest[place..].starts_with("街道"))
    };
    rest.char_indices()
        .filter(|(place, char)| *place > 0 && is_end(*place, *char))
        .last()
        .map(|(place, char)| place + char.len_utf8())
}

fn is_numeral(char: char) -> bool {
    narrow(char).is_ascii_alphanumeric() || NUMERALS.contains(char)
}

/// Whether an address goes on with this character: Chinese, numbers, dashes.
fn is_of_address(char: char) -> bool {
    matches!(char, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '#')
        || narrow(char).is_ascii_alphanumeric()
        || is_dash(char)
        || is_invisible(char)
}
