//! Periods: a number with its unit.

use super::words::Words;
use crate::time_limit::Unit;

/// Longer than any limit; larger numbers are two that have run together, or years.
const MAX_AMOUNT: u32 = 999;

/// A period in a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Duration {
    /// Index of its first character.
    pub(super) from: usize,
    /// Index behind its last character.
    pub(super) to: usize,
    /// None: masked.
    pub(super) amount: Option<u32>,
    /// None: not printed.
    pub(super) unit: Option<Unit>,
}

/// Units with the ways of writing them; the first that fits counts.
const UNITS: &[(&str, Unit)] = &[
    ("个工作日", Unit::WorkingDays),
    ("工作日", Unit::WorkingDays),
    ("个自然日", Unit::Days),
    ("自然日", Unit::Days),
    ("个日历日", Unit::Days),
    ("日历日", Unit::Days),
    ("个小时", Unit::Hours),
    ("小时", Unit::Hours),
    ("个星期", Unit::Weeks),
    ("星期", Unit::Weeks),
    ("个季度", Unit::Quarters),
    ("季度", Unit::Quarters),
    // Without 个 it may be the name of a month.
    ("个月", Unit::Months),
    ("周年", Unit::Years),
    ("周", Unit::Weeks),
    ("天", Unit::Days),
    ("日", Unit::Days),
    ("年", Unit::Years),
];

/// All periods; `None` when a number is one end of a range, part of a larger one, or none of those that limits have.
pub(super) fn durations(words: Words<'_>) -> Option<Vec<Duration>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let run = run_length(words, at);
        let Some(duration) = duration(words, at, run) else {
            at += run.max(1);
            continue;
        };
        let joins = |char: char| "-~～—–至到或、，./第约近".contains(char) || is_number(char);
        let is_joined = at.checked_sub(1).and_then(|before| words.at(before)).is_some_and(joins);
        // 、and ， before a number only join two numbers.
        let is_list = |at: usize| {
            matches!(words.at(at - 1), Some('、' | '，'))
                && !at.checked_sub(2).and_then(|before| words.at(before)).is_some_and(is_number)
        };
        if duration.amount == Some(0) || (is_joined && !is_list(at)) {
            return None;
        }
        at = duration.to;
        found.push(duration);
    }
    Some(found)
}

/// The period at a place, given the length of the number there.
fn duration(words: Words<'_>, at: usize, run: usize) -> Option<Duration> {
    let rest = words.skip(at);
    if let Some(after) = rest.after(&["半年"]) {
        let is_part = at.checked_sub(1).and_then(|before| words.at(before)).is_some_and(is_number);
        return (!is_part).then(|| Duration {
            from: at,
            to: words.len() - after.len(),
            amount: Some(1),
            unit: Some(Unit::HalfYears),
        });
    }
    if run == 0 {
        // 之日起　个工作日内: the number was left open, to be filled in by hand.
        let is_open =
            at.checked_sub(1).and_then(|before| words.at(before)).is_some_and(|char| "起后".contains(char));
        let after =
            rest.after(&["个工作日", "工作日"]).filter(|after| is_open && after.after(&["内"]).is_some())?;
        let to = words.len() - after.len();
        return Some(Duration { from: at, to, amount: None, unit: Some(Unit::WorkingDays) });
    }
    let number = rest.to(run);
    let after = rest.skip(run);
    let is_masked = number.chars().all(is_mask);
    // Too large or no number: an amount that no limit has, which the caller refuses.
    // 2 0 is a broken 20, but 1 20 may be two numbers, and 02 a 20 whose digits changed places.
    let is_one = (run <= 2 || number.is_unbroken()) && number.at(0) != Some('0');
    let amount = if is_masked { None } else { Some(value(number).filter(|_| is_one).unwrap_or(0)) };
    let unit = UNITS.iter().find_map(|(name, unit)| Some((*unit, after.after(&[name])?)));
    let (unit, after) = match unit {
        Some((unit, after)) => (Some(unit), after),
        // 20内: a number without its unit.
        None if after.after(&["内", "个内", "以内", "之内"]).is_some() && !is_masked => {
            (None, after.after(&["个"]).unwrap_or(after))
        }
        None => return None,
    };
    Some(Duration { from: at, to: words.len() - after.len(), amount, unit })
}

/// How many characters of a number stand at a place: digits, numerals or masks, not mixed.
fn run_length(words: Words<'_>, at: usize) -> usize {
    let kinds: [fn(char) -> bool; 3] = [|char| char.is_ascii_digit(), is_numeral, is_mask];
    let kind = words.at(at).and_then(|char| kinds.iter().find(|kind| kind(char)));
    kind.map_or(0, |kind| words.skip(at).chars().take_while(|char| kind(*char)).count())
}

pub(super) fn is_number(char: char) -> bool {
    char.is_ascii_digit() || is_numeral(char) || is_mask(char)
}

fn is_numeral(char: char) -> bool {
    "零〇一二三四五六七八九十百两".contains(char)
}

fn is_mask(char: char) -> bool {
    "*×XxNn_□?？".contains(char)
}

/// The number; `None` when it is none, or too large.
pub(super) fn value(number: Words<'_>) -> Option<u32> {
    let digits = |sum: u32, char: char| sum.checked_mul(10)?.checked_add(char.to_digit(10)?);
    let value = if number.chars().all(|char| char.is_ascii_digit()) {
        number.chars().try_fold(0, digits)?
    } else {
        numeral(&number.chars().collect::<Vec<_>>())?
    };
    (value <= MAX_AMOUNT).then_some(value)
}

/// Chinese numerals below a thousand: 七, 十五, 二十, 一百二十, 一百零五; digits one by one (二〇) are none.
fn numeral(chars: &[char]) -> Option<u32> {
    let digit = |char: char| {
        "一二三四五六七八九"
            .chars()
            .position(|known| known == char)
            .and_then(|at| u32::try_from(at + 1).ok())
            .or((char == '两').then_some(2))
    };
    let below_ten = |chars: &[char]| match chars {
        [] => Some(0),
        [char] if *char != '两' => digit(*char),
        _ => None,
    };
    let below_hundred = |chars: &[char]| match chars.iter().position(|char| *char == '十') {
        None => below_ten(chars),
        Some(0) => Some(10 + below_ten(&chars[1..])?),
        Some(1) if chars[0] != '两' => Some(digit(chars[0])? * 10 + below_ten(&chars[2..])?),
        Some(_) => None,
    };
    match chars {
        [] => None,
        ['两'] => Some(2),
        [hundreds, '百'] => Some(digit(*hundreds)? * 100),
        [hundreds, '百', '零' | '〇', rest] => Some(digit(*hundreds)? * 100 + below_ten(&[*rest])?),
        // 一百五 is a hundred and fifty to a speaker, so it has to be written out.
        [hundreds, '百', rest @ ..] if rest.contains(&'十') && rest[0] != '十' => {
            Some(digit(*hundreds)? * 100 + below_hundred(rest)?)
        }
        rest => below_hundred(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::glyphs;
    use super::*;

    #[test]
    fn numerals_are_read_as_written() {
        for (text, number) in [
            ("7", Some(7)),
            ("015", Some(15)),
            ("七", Some(7)),
            ("两", Some(2)),
            ("十", Some(10)),
            ("十五", Some(15)),
            ("二十", Some(20)),
            ("三十一", Some(31)),
            ("一百", Some(100)),
            ("一百零五", Some(105)),
            ("一百八十", Some(180)),
            ("一百一十五", Some(115)),
            ("", None),
            ("1000", None),
            ("99999999999", None),
            ("二〇", None),
            ("十十", None),
            ("一百五", None),
            ("百", None),
            ("两十", None),
            ("五二", None),
        ] {
            let glyphs = glyphs(text);
            let read = if text.is_empty() { None } else { value(Words::new(&glyphs)) };
            assert_eq!(read, number, "{text}");
        }
    }

    #[test]
    fn a_number_left_open_is_masked() {
        let open = |text: &str| {
            let durations = durations(Words::new(&glyphs(text)))?;
            Some(durations.iter().map(|found| (found.amount, found.unit)).collect::<Vec<_>>())
        };
        assert_eq!(open("信息形成之日起 个工作日内"), Some(vec![(None, Some(Unit::WorkingDays))]));
        assert_eq!(open("形成后工作日内"), Some(vec![(None, Some(Unit::WorkingDays))]));
        assert_eq!(open("每个工作日"), Some(Vec::new()));
    }

    #[test]
    fn ranges_and_ordinals_are_no_periods() {
        for text in [
            "15-20个工作日",
            "5至7日",
            "二、三十日",
            "第5个工作日",
            "1.5个月",
            "2020年",
            "0日",
            "02日",
            "1 20日",
        ] {
            assert_eq!(durations(Words::new(&glyphs(text))), None, "{text}");
        }
        for text in ["20余个工作日", "5（含）日", "3月", "第一", "20"] {
            assert_eq!(durations(Words::new(&glyphs(text))), Some(Vec::new()), "{text}");
        }
    }
}
