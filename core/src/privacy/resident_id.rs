//! Numbers of residents: by check character and date, and by the words around where those fail.

use super::runs::Number;
use super::words::Topics;
use super::{Certainty, Finding, PrivacyKind, Scan, stars};
use crate::identifier::{credit_code, resident_id};

/// What people type in place of the letter X.
const LIKE_X: &[char] = &['×', 'Χ', 'Х', '✕'];

/// Serial numbers carry the date of the day; people born since are rarely in a list without a word before it.
const SERIALS_SINCE: &str = "2011";

pub(super) fn judge(number: &Number, scan: &Scan<'_>, is_in_url: bool) -> Option<Finding> {
    let behind = &scan.text[number.end..];
    let sign = behind.chars().next().filter(|char| LIKE_X.contains(char) && number.plain.len() == 17);
    let with_x = sign.map(|_| format!("{}X", number.plain));
    let plain = with_x.as_deref().unwrap_or(&number.plain);
    // Numbers of the disabled and of pupils are made of it.
    let (head, id) = match plain.len() {
        15 | 18 => (0, plain),
        19 if plain.starts_with(['G', 'L', 'J']) => (1, &plain[1..]),
        20 => (0, &plain[..18]),
        _ => return None,
    };
    let is_valid = resident_id::is_valid(id);
    let has_form = id.bytes().take(17).all(|byte| byte.is_ascii_digit()) && (is_valid || head == 0);
    if !has_form || (!is_valid && credit_code::is_valid(id) && credit_code::has_organisation_code(id)) {
        return None;
    }
    let topics = scan.surroundings.topics(number.start);
    let certainty = if topics.has(Topics::ID) {
        match (is_valid, id.len() == plain.len()) {
            (true, _) => Certainty::Certain,
            (false, true) if id.len() == 18 && ends_as_id(id) => Certainty::Likely,
            (false, true) if resident_id::is_valid_old(id) => Certainty::Certain,
            _ => return None,
        }
    } else {
        let is_other = topics.has(Topics::SERIAL.or(Topics::AMOUNT).or(Topics::PUBLIC));
        if !is_valid || is_other || is_in_url || number.is_part || plain.len() == 20 {
            return None;
        }
        if head == 0 && &id[6..10] < SERIALS_SINCE { Certainty::Certain } else { Certainty::Likely }
    };
    let start = if head == 0 { number.start } else { number.start + first_char(scan.text, number.start) };
    let end = if plain.len() == 20 {
        cut(scan.text, number, 2)
    } else {
        number.end + sign.map_or(0, char::len_utf8)
    };
    let masked = format!("{}{}{}", &id[..2], stars(id.len() - 5), &id[id.len() - 3..]);
    Some(Finding { kind: PrivacyKind::ResidentId, start, end, masked, certainty })
}

fn ends_as_id(id: &str) -> bool {
    id.ends_with(|char: char| char.is_ascii_digit() || char == 'X')
}

fn first_char(text: &str, place: usize) -> usize {
    text[place..].chars().next().map_or(0, char::len_utf8)
}

/// The end of a number without its last characters.
fn cut(text: &str, number: &Number, count: usize) -> usize {
    let places = text[number.start..number.end].char_indices().rev();
    places.take(count).last().map_or(number.end, |(place, _)| number.start + place)
}
