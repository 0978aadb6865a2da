//! One slip: a character or letter that is another, too many, missing, or two that changed places.

use super::letters::same;

/// Texts of fewer characters are near to too much.
const MIN_CHARACTERS: usize = 4;

/// Pinyin of fewer letters is.
pub(crate) const MIN_LETTERS: usize = 6;

/// Whether the text stands in a name but for one slip.
pub(super) fn in_characters(text: &str, name: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let name: Vec<char> = name.chars().collect();
    text.len() >= MIN_CHARACTERS
        // Of a shorter rest too much would have to be made up.
        && (0..name.len().saturating_sub(text.len() - 2))
            .any(|start| begins(&text, &name[start..], |one, other| one == other))
}

/// Whether the letters are pinyin from one of the syllables on, but for one slip behind the first letter.
pub(super) fn in_letters(text: &str, pinyin: &str) -> bool {
    let text = text.as_bytes();
    let letters: Vec<u8> = pinyin.bytes().filter(|byte| *byte != b' ').collect();
    let mut start = 0;
    text.len() >= MIN_LETTERS
        && pinyin.split(' ').any(|syllable| {
            let from = start;
            start += syllable.len();
            letters.get(from).is_some_and(|first| same(text[0], *first))
                && begins(text, &letters[from..], |one, other| same(*one, *other))
        })
}

/// Whether a syllable was typed with one slip, no more and no less.
pub(crate) fn is_one(typed: &str, meant: &str) -> bool {
    let common = typed.bytes().zip(meant.bytes()).take_while(|(one, other)| one == other).count();
    let (typed, meant) = (&typed.as_bytes()[common..], &meant.as_bytes()[common..]);
    match (typed, meant) {
        ([_, rest @ ..], [_, same @ ..]) if rest == same => true,
        ([one, other, rest @ ..], [second, first, same @ ..])
            if rest == same && one == first && other == second =>
        {
            true
        }
        ([_, rest @ ..], _) if rest == meant => true,
        (_, [_, rest @ ..]) => rest == typed,
        _ => false,
    }
}

/// Whether `whole` begins with `text` but for one slip.
fn begins<T>(text: &[T], whole: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    let starts = |text: &[T], whole: &[T]| {
        text.len() <= whole.len() && text.iter().zip(whole).all(|(one, other)| same(one, other))
    };
    let common = text.iter().zip(whole).take_while(|(one, other)| same(one, other)).count();
    let (text, whole) = (&text[common..], &whole[common..]);
    let (Some(typed), Some(meant)) = (text.first(), whole.first()) else {
        // All was as it should be but for the last, which is one too many.
        return text.len() <= 1;
    };
    let changed_places = || {
        let (Some(next_typed), Some(next_meant)) = (text.get(1), whole.get(1)) else { return false };
        same(typed, next_meant) && same(next_typed, meant) && starts(&text[2..], &whole[2..])
    };
    starts(&text[1..], &whole[1..])
        || starts(&text[1..], whole)
        || starts(text, &whole[1..])
        || changed_places()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "义务教育学校名录";
    const PINYIN: &str = "yi wu jiao yu xue xiao ming lu";

    #[test]
    fn one_slip_is_seen_through() {
        for text in
            ["义务叫育", "议务教育", "义教务育", "义务育学", "义务教教育", "教育学小名录", "学校名录录"]
        {
            assert!(in_characters(text, NAME), "{text}");
        }
        for text in [
            "yiwujaioyu",
            "yiwujioyu",
            "yiwujiiaoyu",
            "yiwwjiao",
            "xuexaiominglu",
            "jiaoyuxuw",
            "xiaomingluu",
        ] {
            assert!(in_letters(text, PINYIN), "{text}");
        }
    }

    #[test]
    fn a_syllable_is_another_but_for_one_slip() {
        for (typed, meant) in [
            ("xeu", "xue"),
            ("xe", "xue"),
            ("xuee", "xue"),
            ("xuw", "xue"),
            ("zong", "zhong"),
            ("lu", "lv"),
            ("e", "he"),
        ] {
            assert!(is_one(typed, meant), "{typed} {meant}");
        }
        for (typed, meant) in [
            ("xue", "xue"),
            ("eux", "xue"),
            ("x", "xue"),
            ("xuexx", "xue"),
            ("", "xue"),
            ("yi", "xue"),
            ("uex", "xue"),
        ] {
            assert!(!is_one(typed, meant), "{typed} {meant}");
        }
    }

    #[test]
    fn two_slips_and_short_texts_are_not() {
        for text in ["义务叫语", "议务叫育", "叫育", "义物教", "学校名", "医疗卫生", "录录录录"]
        {
            assert!(!in_characters(text, NAME), "{text}");
        }
        for text in ["yiwv", "yiwuk", "giwujiaoyu", "yuwijaio", "wxxyyzz", "minglukk"] {
            assert!(!in_letters(text, PINYIN), "{text}");
        }
        assert!(!in_letters("yiwujiaoyu", ""));
    }
}
