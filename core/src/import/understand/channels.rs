//! Channels as cells print them: with boxes, or as names alone.

use crate::Lexicon;
use crate::import::words::TableWords;

use super::boxes::boxed;
use super::listing;
use super::plain::{clean, key, trim_end_marks};
use super::script::is_ideograph;

/// What a cell says about channels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ChannelCell {
    /// The ticked ones; standard ones by their standard names.
    pub ticked: Vec<String>,
    /// Ticked ones that are not standard.
    pub unknown: Vec<String>,
    /// Misprints that were understood, as printed.
    pub misprints: Vec<String>,
    /// Notes inside the cell.
    pub notes: Vec<String>,
    /// All standard channels stand there without boxes.
    pub boxes_lost: bool,
    /// A name without a box of its own follows one with a box.
    pub is_ambiguous: bool,
}

/// With so many of the standard channels named and none ticked, the heading's list was copied and its boxes are lost.
const WHOLE_LIST: usize = 11;

/// Reads channels.
pub(crate) struct ChannelReader<'a> {
    words: &'a TableWords,
    /// Standard channels: what they are compared by, and their names; longer ones first.
    standard: Vec<(String, &'a str)>,
}

impl<'a> ChannelReader<'a> {
    pub fn new(lexicon: &'a Lexicon, words: &'a TableWords) -> Self {
        let mut standard: Vec<(String, &str)> = lexicon
            .channels
            .iter()
            .filter(|channel| channel.standard)
            .map(|channel| (bare(&channel.name), channel.name.as_str()))
            .collect();
        standard.sort_by_key(|(bare, _)| std::cmp::Reverse(bare.len()));
        ChannelReader { words, standard }
    }

    /// Reads a cell.
    pub fn read(&self, text: &str) -> ChannelCell {
        let mut cell = ChannelCell::default();
        let text = self.without_notes(text, &mut cell.notes);
        let known = |rest: &str| {
            let rest = bare(&rest.chars().take(40).collect::<String>());
            self.standard.iter().any(|(bare, _)| rest.starts_with(bare.as_str())) || self.misprint_at(&rest)
        };
        match boxed(&text, known) {
            Some(boxes) => {
                for boxed in boxes {
                    let (mut first, others) = self.alone(&boxed.name);
                    if let Some((name, note)) =
                        first.split_once(['*', '※']).map(|(name, note)| (name.to_owned(), note.to_owned()))
                        && !name.trim().is_empty()
                        && !note.trim().is_empty()
                    {
                        cell.notes.push(note);
                        first = name;
                    }
                    cell.is_ambiguous |= others;
                    if boxed.is_ticked {
                        self.take(&first, &mut cell);
                    }
                }
            }
            None => {
                for name in self.names(&text) {
                    self.take(&name, &mut cell);
                }
                let named = self
                    .standard
                    .iter()
                    .filter(|(_, name)| cell.ticked.iter().any(|found| found == name))
                    .count();
                if named >= WHOLE_LIST {
                    cell = ChannelCell { boxes_lost: true, notes: cell.notes, ..ChannelCell::default() };
                }
            }
        }
        cell
    }

    /// Whether a cell names any standard channel at all.
    pub fn knows_any(&self, text: &str) -> bool {
        let text = bare(text);
        self.standard.iter().any(|(bare, name)| *name != "其他" && text.contains(bare.as_str()))
            || text.contains("其他")
    }

    fn misprint_at(&self, rest: &str) -> bool {
        self.words.misprints.keys().any(|wrong| rest.starts_with(&bare(wrong)))
    }

    /// Lines that explain instead of naming.
    fn without_notes(&self, text: &str, notes: &mut Vec<String>) -> String {
        let mut kept: Vec<&str> = Vec::new();
        let mut in_note = false;
        for line in text.lines() {
            let plain = clean(line);
            let begins = self.words.lines.legend.iter().any(|mark| plain.starts_with(mark.as_str()))
                || plain.starts_with("*注")
                || plain.starts_with("（注")
                || plain.starts_with("(注");
            // A note ends where boxes begin again.
            in_note = begins || (in_note && !plain.contains(['■', '□', '☑', '☐']));
            if in_note {
                notes.push(plain);
            } else {
                kept.push(line);
            }
        }
        let mut text = kept.join("\n");
        for mark in ["（注：", "(注：", "注：", "注:"] {
            if let Some(at) = text.find(mark) {
                notes.push(clean(&text[at..]));
                text.truncate(at);
            }
        }
        text
    }

    /// A name behind a box, and whether others follow it without a box of their own.
    fn alone(&self, name: &str) -> (String, bool) {
        let whole = clean(name);
        let plain = bare(&whole);
        let Some((first, standard)) = self.standard.iter().find(|(bare, _)| plain.starts_with(bare.as_str()))
        else {
            return (whole, false);
        };
        let rest = &plain[first.len()..];
        if *standard != "其他" && !rest.is_empty() {
            let follows =
                self.standard.iter().any(|(bare, name)| *name != "其他" && rest.starts_with(bare.as_str()));
            if follows {
                return ((*standard).to_owned(), true);
            }
        }
        (whole, false)
    }

    /// Names without boxes.
    fn names(&self, text: &str) -> Vec<String> {
        let numbered = listing::numbered_entries(text);
        let pieces = numbered.unwrap_or_else(|| vec![text.to_owned()]);
        let mut names = Vec::new();
        for piece in pieces {
            for piece in self.cut(&piece) {
                names.extend(self.lines(&piece));
            }
        }
        names
    }

    /// Cut at separators, except where these are part of a standard name.
    fn cut(&self, text: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let pieces = listing::split(text, &['、', '，', ',', '；', ';', '。', '|']);
        let mut at = 0;
        while at < pieces.len() {
            // 社区、企事业单位、村公示栏（电子屏） is one.
            let joined = (2..=4).rev().filter(|count| at + count <= pieces.len()).find_map(|count| {
                let joined = bare(&pieces[at..at + count].concat());
                self.standard.iter().find(|(bare, _)| *bare == joined).map(|(_, name)| (count, *name))
            });
            if let Some((count, name)) = joined {
                names.push(name.to_owned());
                at += count;
                continue;
            }
            let piece = &pieces[at];
            let or = piece.split('或').collect::<Vec<_>>();
            if or.len() > 1 && or.iter().all(|name| self.is_standard(name)) {
                names.extend(or.into_iter().map(str::to_owned));
            } else {
                names.push(piece.clone());
            }
            at += 1;
        }
        names
    }

    /// A piece whose line ends and blanks may separate names or be layout.
    fn lines(&self, piece: &str) -> Vec<String> {
        let whole = clean(piece);
        if self.is_standard(&whole) {
            return vec![whole];
        }
        let lines: Vec<String> = piece.lines().map(clean).filter(|line| !line.is_empty()).collect();
        if lines.len() > 1 {
            let mut names = Vec::new();
            let mut at = 0;
            while at < lines.len() {
                let joined = (2..=3).filter(|count| at + count <= lines.len()).find(|count| {
                    self.is_standard(&lines[at..at + count].concat())
                        && !lines[at..at + count].iter().any(|line| self.is_standard(line))
                });
                let count = joined.unwrap_or(1);
                names.push(lines[at..at + count].concat());
                at += count;
            }
            return names;
        }
        let words: Vec<&str> = piece.split_whitespace().collect();
        if words.len() > 1
            && words.iter().all(|word| self.is_standard(word) || bare(word).starts_with("其他"))
        {
            return words.into_iter().map(str::to_owned).collect();
        }
        vec![whole]
    }

    fn is_standard(&self, name: &str) -> bool {
        let name = bare(name);
        self.standard.iter().any(|(bare, _)| *bare == name)
            || self.words.misprints.keys().any(|wrong| bare(wrong) == name)
    }

    /// Takes a ticked name.
    fn take(&self, name: &str, cell: &mut ChannelCell) {
        let name = clean(name);
        let name = trim_end_marks(name.trim_start_matches(|char: char| "、，,；;。.·/ ".contains(char)));
        // 政府网站等 leaves open what else; the name before it is told.
        let open = name.strip_suffix("等渠道").or_else(|| name.strip_suffix('等'));
        let name = open.filter(|name| self.is_standard(name)).unwrap_or(name);
        let plain = bare(name);
        if name.is_empty() || (plain.is_empty() && !name.chars().any(char::is_alphanumeric)) {
            return;
        }
        let misprint = self
            .words
            .misprints
            .iter()
            .find(|(wrong, _)| key(wrong) == key(name))
            .map(|(_, right)| right.as_str());
        let taken = if let Some(right) = misprint {
            cell.misprints.push(name.to_owned());
            right.to_owned()
        } else if let Some((_, standard)) = self.standard.iter().find(|(bare, _)| *bare == plain) {
            (*standard).to_owned()
        } else if let Some(other) = name.strip_prefix("其他").or_else(|| name.strip_prefix("其它")) {
            let other = other
                .trim_matches(|char: char| "：:_＿—-－（）() ，,、".contains(char) || char.is_whitespace());
            if other.is_empty() { "其他".to_owned() } else { format!("其他：{}", balanced(other)) }
        } else {
            cell.unknown.push(name.to_owned());
            name.to_owned()
        };
        if !cell.ticked.contains(&taken) {
            cell.ticked.push(taken);
        }
    }
}

/// A text whose last bracket was cut off gets it back.
fn balanced(text: &str) -> String {
    let opens = text.chars().filter(|char| matches!(char, '（' | '(')).count();
    let closes = text.chars().filter(|char| matches!(char, '）' | ')')).count();
    if opens > closes { format!("{text}）") } else { text.to_owned() }
}

/// What names of channels are compared by: ideographs alone.
fn bare(name: &str) -> String {
    key(name).chars().filter(|char| is_ideograph(*char) || char.is_ascii_alphanumeric()).collect()
}
