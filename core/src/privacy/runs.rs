//! Runs of letters and digits, half-width or full-width, with invisible characters between them or without,
//! and the numbers that people write in groups.

use crate::date::narrow;
use crate::identifier::{is_dash, is_invisible};

/// Longest run that can be anything.
const MAX_CHARS: usize = 24;
/// No number is written in more groups.
const MAX_GROUPS: usize = 5;
/// How people group numbers: mobile numbers, numbers of residents, cards.
/// Labels that are written without a gap.
const LABELS: &[&str] = &["TEL", "MOBILE", "PHONE", "MOB", "ID"];
const GROUPS: &[&[usize]] = &[
    &[3, 4, 4],
    &[6, 8, 4],
    &[6, 4, 4, 4],
    &[14, 4],
    &[4, 4, 4, 4, 3],
    &[4, 4, 4, 4, 2],
    &[4, 4, 4, 4, 1],
    &[4, 4, 4, 4],
    &[6, 13],
];

/// Letters and digits without a gap.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// First byte in the text.
    pub start: usize,
    /// First byte behind it.
    pub end: usize,
    chars: [u8; MAX_CHARS],
    length: usize,
}

impl Run {
    /// Half-width and upper case; empty when the run is too long to be anything.
    pub fn plain(&self) -> &str {
        let chars = self.chars.get(..self.length).unwrap_or_default();
        std::str::from_utf8(chars).expect("only ASCII is taken in")
    }

    /// Whether an address on the web begins here.
    pub fn starts_url(&self, text: &str) -> bool {
        match self.plain() {
            "HTTP" | "HTTPS" => text[self.end..].starts_with("://"),
            "WWW" => text[self.end..].starts_with('.'),
            _ => false,
        }
    }
}

/// A number of one run or of several groups.
#[derive(Debug)]
pub(super) struct Number {
    /// First byte in the text.
    pub start: usize,
    /// First byte behind it.
    pub end: usize,
    /// Half-width, upper case, without what stands between the groups.
    pub plain: String,
    /// How many runs it takes.
    pub runs: usize,
    /// Whether it is part of something longer with dashes.
    pub is_part: bool,
    /// Whether blanks stand between its groups, so that it may be a row of numbers.
    pub is_spaced: bool,
}

/// The runs of a text, a few of them ahead.
pub(super) struct Runs<'a> {
    text: &'a str,
    next: usize,
    /// End of the run before those ahead, and whether it is a country code.
    before: Option<(usize, bool)>,
    ahead: Vec<Run>,
}

impl<'a> Runs<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut runs = Runs { text, next: 0, before: None, ahead: Vec::with_capacity(MAX_GROUPS + 1) };
        runs.fill();
        runs
    }

    /// The next runs; empty at the end of the text.
    pub fn ahead(&self) -> &[Run] {
        &self.ahead
    }

    /// Goes on behind so many runs.
    pub fn advance(&mut self, count: usize) {
        for run in self.ahead.drain(..count) {
            self.before = Some((run.end, matches!(run.plain(), "86" | "0086" | "0")));
        }
        self.fill();
    }

    /// Whether the next run is the name of a mailbox.
    pub fn is_mailbox(&self) -> bool {
        self.text[self.ahead[0].end..].starts_with(['@', '＠'])
    }

    /// The numbers that begin with the next run, the longest first.
    pub fn numbers(&self) -> impl Iterator<Item = Number> {
        let grouped = GROUPS.iter().filter_map(|sizes| self.number(sizes));
        let alone = self.number(&[self.ahead[0].length]).filter(|number| number.plain.len() >= 11);
        grouped.chain(alone)
    }

    fn number(&self, sizes: &[usize]) -> Option<Number> {
        let groups = self.ahead.get(..sizes.len())?;
        if !groups.iter().zip(sizes).all(|(group, size)| group.length == *size && *size <= MAX_CHARS) {
            return None;
        }
        let separators = groups.windows(2).map(|pair| separator(self.text, pair[0].end, pair[1].start));
        let mut first = None;
        for separator in separators {
            let separator = separator?;
            let is_mixed = *first.get_or_insert(separator) != separator;
            if is_mixed || (separator == Separator::Dot && sizes[0] != 3) {
                return None;
            }
        }
        let (mut start, end) = (groups[0].start, groups[groups.len() - 1].end);
        if is_fraction(self.text, start, end) {
            return None;
        }
        let has_dash = |from, to| separator(self.text, from, to) == Some(Separator::Dash);
        let is_part = self.before.is_some_and(|(end, is_country)| !is_country && has_dash(end, start))
            || self.ahead.get(sizes.len()).is_some_and(|next| has_dash(end, next.start));
        if is_part && groups.len() > 1 {
            return None;
        }
        let mut plain: String = groups.iter().map(Run::plain).collect();
        if let Some(label) = LABELS.iter().find(|label| plain.starts_with(**label)) {
            plain.drain(..label.len());
            let places =
                self.text[start..].char_indices().filter(|(_, char)| narrow(*char).is_ascii_alphanumeric());
            start += places.map(|(place, _)| place).nth(label.len())?;
        }
        let is_spaced = first == Some(Separator::Blank);
        Some(Number { start, end, plain, runs: groups.len(), is_part, is_spaced })
    }

    fn fill(&mut self) {
        while self.ahead.len() <= MAX_GROUPS {
            let Some(run) = run(self.text, self.next) else { break };
            self.next = run.end;
            self.ahead.push(run);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Blank,
    Dash,
    Dot,
}

/// What stands between two runs, where it is one blank or one dash and no more.
fn separator(text: &str, from: usize, to: usize) -> Option<Separator> {
    let mut between = text[from..to].chars().filter(|char| !is_invisible(*char));
    let separator = match between.next()? {
        '\n' | '\r' | '\t' => return None,
        char if char.is_whitespace() => Separator::Blank,
        char if is_dash(char) => Separator::Dash,
        '.' | '．' | '·' => Separator::Dot,
        _ => return None,
    };
    between.next().is_none().then_some(separator)
}

/// Whether digits stand at the other side of a point.
fn is_fraction(text: &str, start: usize, end: usize) -> bool {
    let digit = |char: Option<char>| char.is_some_and(|char| narrow(char).is_ascii_digit());
    let mut before = text[..start].chars().rev();
    let mut behind = text[end..].chars();
    let is_point = |char: Option<char>| char.is_some_and(|char| narrow(char) == '.');
    (is_point(before.next()) && digit(before.next())) || (is_point(behind.next()) && digit(behind.next()))
}

/// The run at or behind a place.
fn run(text: &str, from: usize) -> Option<Run> {
    let bytes = text.as_bytes();
    let mut start = from;
    // Other characters than these are passed without being decoded; most of a text is Chinese.
    while !bytes.get(start)?.is_ascii_alphanumeric()
        && (bytes[start] != 0xef || alphanumeric(text, start).is_none())
    {
        start += 1;
    }
    let mut run = Run { start, end: start, chars: [0; MAX_CHARS], length: 0 };
    let mut place = start;
    loop {
        if let Some((char, length)) = alphanumeric(text, place) {
            if let Some(slot) = run.chars.get_mut(run.length) {
                *slot = char;
            }
            run.length += 1;
            place += length;
            run.end = place;
        } else {
            match text[place..].chars().next().filter(|char| is_invisible(*char)) {
                Some(char) => place += char.len_utf8(),
                None => return Some(run),
            }
        }
    }
}

/// The letter or digit at a place, half-width and upper case, and how many bytes it takes.
fn alphanumeric(text: &str, place: usize) -> Option<(u8, usize)> {
    let char = text.get(place..)?.chars().next()?;
    let plain = narrow(char);
    plain.is_ascii_alphanumeric().then(|| (plain.to_ascii_uppercase() as u8, char.len_utf8()))
}
