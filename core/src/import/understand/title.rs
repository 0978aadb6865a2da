//! Titles of tables, and which domain they name.

use crate::import::words::TitleWords;

use super::marker::without_number;
use super::plain::{clean, key};

/// Longest title, in characters.
const LONGEST_TITLE_CHARS: usize = 70;

/// Longest name of a domain with its number, in characters.
const LONGEST_DOMAIN_CHARS: usize = 24;

/// Whether a line is the title of a table.
pub(crate) fn is_title(line: &str, words: &TitleWords) -> bool {
    let plain = clean(line);
    let length = plain.chars().count();
    // 一、义务教育领域 heads a part of a table of several domains.
    if plain.ends_with("领域") && (4..=LONGEST_DOMAIN_CHARS).contains(&length) {
        return true;
    }
    (4..=LONGEST_TITLE_CHARS).contains(&length)
        && !words.never.iter().any(|never| plain.starts_with(never.as_str()))
        && words.marks.iter().any(|mark| plain.contains(mark.as_str()))
        && !plain.contains('。')
        && (plain.contains("公开") || plain.contains("领域") || plain.contains("标准"))
}

/// The name of the domain in a title: without number, place, office, and what follows it.
pub(crate) fn domain_name(title: &str, known: &[String], words: &TitleWords) -> Option<String> {
    let plain = clean(title);
    let plain = without_number(&plain).unwrap_or(plain);
    let plain = without_year(plain.trim_start_matches(|char: char| "《〈“\"".contains(char)));
    let plain = about(plain);
    let end = words.ends.iter().filter_map(|end| plain.find(end.as_str())).filter(|at| *at > 0).min()?;
    let name = &plain[..end];
    // A name that is known ends what stands before.
    let known = known
        .iter()
        .filter(|known| key(name).ends_with(key(known).as_str()))
        .max_by_key(|known| known.chars().count());
    let rest = match known {
        Some(known) => known.clone(),
        None => without_place(name, words),
    };
    let rest = rest.trim_matches(|char: char| char.is_whitespace() || "：:-—·".contains(char)).to_owned();
    (!rest.is_empty()).then_some(rest)
}

/// A title without the year before it: 2021年, 2021年度, 2021版.
fn without_year(title: &str) -> &str {
    let digits = title.chars().take_while(char::is_ascii_digit).count();
    if digits != 4 {
        return title;
    }
    let rest = &title[digits..];
    ["年度", "年版", "年", "版"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(title)
}

/// From where on a title says what it is about: 基层政务公开标准目录（义务教育领域） says it behind.
fn about(title: &str) -> &str {
    let Some(end) = title.find("领域") else { return title };
    let before = &title[..end];
    let start = before
        .char_indices()
        .filter(|(_, char)| "（(【[—－-:：》·".contains(*char))
        .map(|(at, char)| at + char.len_utf8())
        .next_back();
    match start {
        Some(start) if end > start => &title[start..],
        _ => title,
    }
}

/// A name without the places and offices before it.
fn without_place(name: &str, words: &TitleWords) -> String {
    let mut rest = name;
    let mut has_place = false;
    while let Some(behind) = place(rest, words) {
        rest = behind;
        has_place = true;
    }
    if has_place {
        while let Some(behind) = office(rest, words).or_else(|| place(rest, words)) {
            rest = behind;
        }
    }
    rest.to_owned()
}

/// What stands behind a place name at the beginning.
fn place<'n>(name: &'n str, words: &TitleWords) -> Option<&'n str> {
    let mut nearest: Option<usize> = None;
    for ending in &words.place_endings {
        for (at, _) in name.match_indices(ending.as_str()) {
            let end = at + ending.len();
            let place = &name[..end];
            let stem = name[..at].chars().count();
            let is_place = (2..=6).contains(&stem)
                && end < name.len()
                && name[end..].chars().count() >= 2
                && !words.no_places.iter().any(|none| place.ends_with(none.as_str()));
            if is_place && nearest.is_none_or(|nearest| end < nearest) {
                nearest = Some(end);
            }
        }
    }
    nearest.map(|end| &name[end..])
}

/// What stands behind the name of an office at the beginning.
fn office<'n>(name: &'n str, words: &TitleWords) -> Option<&'n str> {
    let mut nearest: Option<usize> = None;
    for ending in &words.office_endings {
        if let Some(at) = name.find(ending.as_str()) {
            let end = at + ending.len();
            let is_office = (at == 0 || name[..at].chars().count() >= 2)
                && name[end..].chars().count() >= 2
                && name[..at].chars().count() <= 14;
            if is_office && nearest.is_none_or(|nearest| end < nearest) {
                nearest = Some(end);
            }
        }
    }
    nearest.map(|end| &name[end..])
}

/// Whether a line is a page number: `― 14 ―`, `第3页 共5页`, `3/20`.
pub(crate) fn is_page_number(line: &str) -> bool {
    let plain = key(line);
    let has_dashes = plain.starts_with(is_dash) && plain.ends_with(is_dash) && plain.chars().count() > 2;
    let inside = plain.trim_matches(is_dash);
    let digits = |text: &str| {
        !text.is_empty() && text.chars().count() <= 4 && text.chars().all(|char| char.is_ascii_digit())
    };
    if has_dashes && digits(inside) {
        return true;
    }
    if let Some((page, pages)) = plain.split_once('/')
        && digits(page)
        && digits(pages)
    {
        return true;
    }
    let Some(rest) = plain.strip_prefix('第') else { return false };
    let Some((page, rest)) = rest.split_once('页') else { return false };
    digits(page)
        && (rest.is_empty() || rest.trim_start_matches([',', '，', '、', '(', '/']).starts_with('共'))
}

fn is_dash(char: char) -> bool {
    matches!(char, '-' | '—' | '―' | '–' | '−' | '─' | '－' | '~' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::TableWords;

    fn words() -> TitleWords {
        TableWords::from_toml(gongkai_guidelines::TABLE_WORDS).expect("the shipped list").titles
    }

    #[test]
    fn the_domain_stands_between_place_and_purpose() {
        let known = ["农村集体土地征收".to_owned(), "城乡规划".to_owned()];
        for (title, name) in [
            ("（三）义务教育领域基层政务公开标准目录", "义务教育"),
            ("望川区农村集体土地征收基层政务公开标准目录", "农村集体土地征收"),
            ("税收管理领域政务公开标准目录", "税收管理"),
            ("南汀市生态环境局望川分局生态环境领域基层政务公开标准目录", "生态环境"),
            ("十七、城市综合执法领域基层政务公开标准目录", "城市综合执法"),
            ("云溪谷县城乡规划领域基层政务公开标准目录", "城乡规划"),
            ("保障性住房领域基层政务公开标准目录（2021年版）", "保障性住房"),
            ("安澜市市政服务领域基层政务公开标准指引", "市政服务"),
            ("老旧小区改造领域基层政务公开标准目录", "老旧小区改造"),
            ("松岭县基层政务公开标准目录（义务教育领域）", "义务教育"),
            ("2021年松岭县社会救助领域基层政务公开标准目录", "社会救助"),
            ("云台县应急管理局安全生产基层政务公开标准目录", "安全生产"),
            ("二、养老服务领域", "养老服务"),
        ] {
            assert!(is_title(title, &words()), "{title}");
            assert_eq!(domain_name(title, &known, &words()).as_deref(), Some(name), "{title}");
        }
    }

    #[test]
    fn page_numbers_are_told_from_text() {
        for line in ["― 14 ―", "- 3 -", "第3页 共5页", "3/20", "—12—"] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["14", "第3条", "1.政府网站", "", "—"] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
