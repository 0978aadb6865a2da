//! Channels that are known by another name, or nearly so.

use super::report::{Findings, LintCode};
use super::subject::Subject;
use crate::date::narrow;
use crate::lexicon::Lexicon;

/// How alike two names have to be, from 0 to 1.
const ALIKE: f64 = 0.75;

/// Names with fewer characters are alike by chance.
const MIN_CHARS: usize = 4;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for row in subject.rows() {
        let channels = &row.row.channels;
        for (index, channel) in channels.iter().enumerate() {
            let known = subject.lexicon.channel(channel);
            let canonical = |name: &str| subject.lexicon.channel(name).map(|known| known.name.clone());
            let is_repeated = channels[..index].iter().any(|earlier| {
                earlier == channel || (known.is_some() && canonical(earlier) == canonical(channel))
            });
            if is_repeated {
                findings.add(LintCode::ChannelRepeated, row.place(), &[("channel", channel)]);
            }
            match known {
                Some(known) if known.name == *channel => {}
                Some(known) => {
                    let params = [("channel", channel.as_str()), ("known", known.name.as_str())];
                    findings.add(LintCode::ChannelAlias, row.place(), &params);
                }
                None => {
                    if let Some(near) = near(channel, subject.lexicon) {
                        let params = [("channel", channel.as_str()), ("known", near)];
                        findings.add(LintCode::ChannelNear, row.place(), &params);
                    }
                }
            }
        }
    }
}

/// The known channel whose name is most like this one, if any is.
fn near<'a>(channel: &str, lexicon: &'a Lexicon) -> Option<&'a str> {
    // `Others: …` names a channel of its own behind the colon.
    let own = match channel.split_once(['：', ':']) {
        Some((head, tail)) if lexicon.channel(head.trim()).is_some() => tail,
        _ => channel,
    };
    let own = bare(own);
    let likeness = |name: &str| {
        let name = bare(name);
        let is_short = own.chars().count().min(name.chars().count()) < MIN_CHARS;
        if own == name {
            1.0
        } else if is_short {
            0.0
        } else {
            strsim::normalized_levenshtein(&own, &name)
        }
    };
    lexicon
        .channels
        .iter()
        .map(|known| {
            let names = std::iter::once(&known.name).chain(&known.aliases);
            (names.map(|name| likeness(name)).fold(0.0, f64::max), known.name.as_str())
        })
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name)
}

/// A name without blanks and what stands in brackets.
fn bare(name: &str) -> String {
    let mut depth = 0_usize;
    name.chars()
        .map(narrow)
        .filter(|char| {
            match char {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => return depth == 0 && !char.is_whitespace(),
            }
            false
        })
        .collect()
}
