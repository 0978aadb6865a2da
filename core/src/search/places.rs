//! Where in a name something stands that was typed, for marking it.

use std::ops::Range;

use super::plain_char;

/// Where a plain text stands in a name.
pub(super) fn of_text(text: &str, name: &str) -> Option<Range<usize>> {
    let chars: Vec<(usize, char, usize)> = name
        .char_indices()
        .filter_map(|(place, char)| Some((place, plain_char(char)?, place + char.len_utf8())))
        .collect();
    let length = text.chars().count();
    if length == 0 {
        return None;
    }
    let found =
        chars.windows(length).find(|window| window.iter().map(|(_, char, _)| *char).eq(text.chars()))?;
    Some(found[0].0..found[length - 1].2)
}

/// Where in a name some of its syllables are; `None` when it cannot be told which character each one belongs to.
pub(super) fn of_syllables(syllables: Range<usize>, pinyin: &str, name: &str) -> Option<Range<usize>> {
    let mut read: Vec<Range<usize>> = Vec::new();
    let mut is_word = false;
    for (place, char) in name.char_indices() {
        let end = place + char.len_utf8();
        let continues = std::mem::replace(&mut is_word, char.is_ascii_alphanumeric()) && is_word;
        match read.last_mut() {
            Some(last) if continues => last.end = end,
            _ if is_word || ('\u{3400}'..='\u{9fff}').contains(&char) => read.push(place..end),
            _ => {}
        }
    }
    if read.len() != pinyin.split(' ').count() {
        return None;
    }
    Some(read.get(syllables.start)?.start..read.get(syllables.end.checked_sub(1)?)?.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_what_is_not_compared() {
        let name = "Ａ 级《纳税人》 名单";
        assert_eq!(of_text("a级", name).map(|place| &name[place]), Some("Ａ 级"));
        assert_eq!(of_text("名单", name).map(|place| &name[place]), Some("名单"));
        assert_eq!(of_text("单名", name), None);
        assert_eq!(of_text("", name), None);
    }

    #[test]
    fn syllables_are_those_of_characters_and_words() {
        let (name, pinyin) = ("2型糖尿病（PM2.5）", "2 xing tang niao bing pm2 5");
        assert_eq!(of_syllables(1..3, pinyin, name).map(|place| &name[place]), Some("型糖"));
        assert_eq!(of_syllables(4..6, pinyin, name).map(|place| &name[place]), Some("病（PM2"));
        assert_eq!(of_syllables(0..1, "er xing", name), None);
    }
}
