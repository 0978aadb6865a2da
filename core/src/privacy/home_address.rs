//! Addresses of homes finer than the township. Offices, schools and works have addresses of the same form,
//! so that the words around decide, or a flat or a house in a village group that hardly anything else has.

use super::words::{NUMERALS, PLACE_ENDS, Topics, VILLAGE_ENDS};
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
    let home = home_word(stretch, parts);
    if parts.is_empty() && home.is_none() && !label.has(Topics::HOME) {
        return;
    }
    let has = |unit: Unit| parts.iter().any(|part| part.unit == unit);
    let is_flat = has(Unit::Room) && (has(Unit::Block) || has(Unit::Entrance))
        || has(Unit::Entrance) && has(Unit::House);
    let is_village_house = has(Unit::Group) && has(Unit::House);
    let is_home = home.is_some() || label.has(Topics::HOME) || is_named(scan, start);
    if !is_home && !is_flat && !is_village_house {
        return;
    }
    let is_site = || super::words::topics(stretch).has(Topics::SITE);
    if !is_home && (scan.surroundings.topics(start).or(label).has(Topics::PLACE) || is_site()) {
        return;
    }
    let from = home.unwrap_or(0);
    let is_whole = label.has(Topics::HOME) && home.is_none();
    let first_part = parts.iter().find(|part| part.start >= from).map(|part| part.start);
    let last_part = parts.iter().rfind(|part| part.start >= from).map(|part| part.end);
    let kept = from + township(&stretch[from..first_part.unwrap_or(stretch.len())]);
    let rest = &stretch[kept..];
    let last = if is_whole {
        // A column of homes holds nothing else: what stands behind the last number is part of it.
        last_part.or_else(|| last_place(rest, PLACE_ENDS)).map(|_| stretch.len())
    } else {
        // In a sentence a home without a number is a village, right behind the township.
        let near = rest.char_indices().nth(MAX_NAME_CHARS).map_or(rest, |(place, _)| &rest[..place]);
        let village = || last_place(near, VILLAGE_ENDS).filter(|_| is_home).map(|place| kept + place);
        last_part.or_else(village)
    };
    // A form shows XX村XX组 where an address goes.
    let Some(last) = last.filter(|_| !rest.contains("XX")) else { return };
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
            // 第5号 is a document.
            '号' if !stretch[..start].ends_with('第') => Some((Unit::House, 1)),
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

/// Where the address begins behind a word such as 家住; 住 alone counts only before an address with numbers.
fn home_word(stretch: &str, parts: &[Part]) -> Option<usize> {
    const NOT_LIVING: &[char] = &[
        '房', '院', '宅', '建', '所', '户', '保', '宿', '民', '证', '人', '校', '率', '持', '改', '区', '环',
        '地',
    ];
    const NO_NAMES: &[char] = &['本', '农', '该', '其', '城', '乡'];
    const LIVING: &[char] = &['家', '现', '租', '居', '暂'];
    stretch.match_indices('住').find_map(|(place, word)| {
        let rest = &stretch[place + word.len()..];
        let follows = |word: &&&str| rest.starts_with(**word);
        let skipped = ["所地", "地址", "址", "在", "于"].iter().find(follows).map_or(0, |word| word.len());
        let is_said = skipped > 0 || stretch[..place].ends_with(LIVING);
        let start = place + word.len() + skipped;
        let has_number = parts.last().is_some_and(|part| part.start >= start);
        let is_living = skipped > 0 || !rest.starts_with(NOT_LIVING);
        (is_living
            && !stretch[start..].starts_with(NO_NAMES)
            && (is_said || has_number)
            && start < stretch.len())
        .then_some(start)
    })
}

/// Whether a name for homes stands right before, as in 家庭住址：.
fn is_named(scan: &Scan<'_>, start: usize) -> bool {
    let before = scan.surroundings.before(start);
    let before = before.trim_end_matches([':', '：']);
    let name = before.rsplit(|char| !is_of_address(char)).next().unwrap_or_default();
    name.chars().count() <= MAX_NAME_CHARS && super::words::topics(name).has(Topics::HOME)
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
fn last_place(rest: &str, ends: &str) -> Option<usize> {
    let is_end = |place: usize, char: char| {
        let before = &rest[..place];
        (ends.contains(char) && !before.ends_with(['农', '乡', '本', '全', '各']))
            || (char == '区' && before.ends_with(['小', '社']))
    };
    rest.char_indices()
        .rfind(|(place, char)| *place > 0 && is_end(*place, *char))
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
