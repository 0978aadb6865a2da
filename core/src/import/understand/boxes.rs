//! Boxes and ticks: which signs mean ticked, and what they stand at.

use super::plain::clean;
use super::script::is_ideograph;

/// Signs of a ticked box, whatever font they came in.
const TICKED: &[char] = &[
    '■', '▲', '◆', '●', '▄', '√', '✓', '✔', '☑', '☒', '▣', '◼', '⬛', '▪', '█', '★', '✅', '🗹', '◉', '☻',
    '▓', 'þ', '✗', '✘', '∨', '⊠', '▇', '◙', '☚',
];

/// Signs of an empty box.
const EMPTY: &[char] =
    &['□', '☐', '◻', '▢', '£', '¨', '〇', '○', '◇', '△', '⬜', '▫', '❑', '❒', '◯', '¡', '▯', '❏', '❐'];

/// Whether a sign at a place of a text is a box: ticked, empty, or none.
fn sign(chars: &[char], at: usize) -> Option<bool> {
    let char = chars[at];
    // A cross in a box among empty boxes is a tick; alone it says no.
    if TICKED.contains(&char) {
        return Some(true);
    }
    if EMPTY.contains(&char) {
        return Some(false);
    }
    // Letters that are ticks in symbol fonts, where the font was lost.
    if matches!(char, 'R' | 'Q' | 'P' | 'ü') {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let is_word = before.is_some_and(|before| before.is_ascii_alphanumeric());
        let next = chars[at + 1..].iter().find(|char| !char.is_whitespace());
        return (!is_word && next.is_some_and(|next| is_ideograph(*next))).then_some(true);
    }
    None
}

/// What stands in a cell of a column for ticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tick {
    /// Nothing, or an empty box.
    No,
    /// A tick alone.
    Yes,
    /// A tick with words.
    YesWith(String),
    /// Words without a tick.
    Words(String),
}

/// Reads a cell of a column for ticks.
pub(crate) fn tick(text: &str) -> Tick {
    let text = clean(text);
    let chars: Vec<char> = text.chars().collect();
    let Some(first) = chars.first() else { return Tick::No };
    if chars.len() == 1
        && matches!(
            first,
            'R' | 'P' | 'ü' | 'V' | 'v' | 'Y' | 'y' | '是' | '有' | '1' | '对' | 'ν' | '⊙' | '◎' | '√' | 'a'
        )
    {
        return Tick::Yes;
    }
    if matches!(
        text.as_str(),
        "口" | "×"
            | "✗"
            | "x"
            | "X"
            | "否"
            | "无"
            | "0"
            | "/"
            | "—"
            | "-"
            | "─"
            | "――"
            | "——"
            | "o"
            | "O"
    ) {
        return Tick::No;
    }
    if chars.len() == 1 && matches!(first, '☒' | '✗' | '✘') {
        return if *first == '☒' { Tick::Yes } else { Tick::No };
    }
    let is_sign = |char: char| TICKED.contains(&char) || EMPTY.contains(&char);
    let leads_with_letter = *first == 'R' && chars.get(1).is_some_and(|next| is_ideograph(*next));
    let has_tick = leads_with_letter || chars.iter().any(|char| TICKED.contains(char));
    let has_empty = *first == '口' || chars.iter().any(|char| EMPTY.contains(char));
    let unled = if leads_with_letter { &text[1..] } else { text.as_str() };
    let rest = unled.trim_matches(|char: char| is_sign(char) || "：:、，；。".contains(char)).to_owned();
    match (has_tick, has_empty, rest.is_empty()) {
        (true, _, true) => Tick::Yes,
        (true, _, false) => Tick::YesWith(rest),
        (false, true, _) => Tick::No,
        (false, false, true) => Tick::No,
        (false, false, false) => Tick::Words(text),
    }
}

/// Something with a box of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Boxed {
    pub is_ticked: bool,
    pub name: String,
}

/// Reads a text with boxes; None where it has none. `known` says whether a text begins with a name that a box may stand
/// before: the character 口 is a box only there.
pub(crate) fn boxed(text: &str, known: impl Fn(&str) -> bool) -> Option<Vec<Boxed>> {
    let chars: Vec<char> = text.chars().collect();
    let mut boxes: Vec<(usize, bool)> = Vec::new();
    let mut byte = 0;
    let mut bytes = Vec::with_capacity(chars.len() + 1);
    for (at, char) in chars.iter().enumerate() {
        bytes.push(byte);
        byte += char.len_utf8();
        if let Some(is_ticked) = sign(&chars, at) {
            boxes.push((at, is_ticked));
        } else if *char == '口' && known(&text[byte..]) {
            boxes.push((at, false));
        }
    }
    bytes.push(byte);
    if boxes.is_empty() {
        return None;
    }
    let slice = |from: usize, to: usize| text[bytes[from]..bytes[to]].trim();
    let leads = slice(0, boxes[0].0);
    let last = boxes[boxes.len() - 1].0;
    let mut found = Vec::with_capacity(boxes.len());
    if !leads.is_empty() && slice(last + 1, chars.len()).is_empty() {
        // Boxes behind the names.
        let mut from = 0;
        for (at, is_ticked) in boxes {
            found.push(Boxed { is_ticked, name: slice(from, at).to_owned() });
            from = at + 1;
        }
    } else {
        for (index, (at, is_ticked)) in boxes.iter().enumerate() {
            let end = boxes.get(index + 1).map_or(chars.len(), |next| next.0);
            found.push(Boxed { is_ticked: *is_ticked, name: slice(at + 1, end).to_owned() });
        }
    }
    found.retain(|boxed| !boxed.name.is_empty());
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_come_in_many_signs() {
        for text in ["√", " ✓ ", "■", "▲", "R", "þ", "☑", "是", "●"] {
            assert_eq!(tick(text), Tick::Yes, "{text}");
        }
        for text in ["", " \n", "□", "口", "£", "¨", "〇", "—", "×"] {
            assert_eq!(tick(text), Tick::No, "{text}");
        }
        assert_eq!(
            tick("√拟征收土地所在地的村集体成员"),
            Tick::YesWith("拟征收土地所在地的村集体成员".into())
        );
        assert_eq!(tick("项目单位"), Tick::Words("项目单位".into()));
    }

    #[test]
    fn boxes_stand_before_or_behind_names() {
        let known = |text: &str| text.starts_with("政府公报");
        let ticked = |text: &str| -> Vec<String> {
            boxed(text, known)
                .unwrap_or_default()
                .into_iter()
                .filter(|boxed| boxed.is_ticked)
                .map(|boxed| boxed.name)
                .collect()
        };
        assert_eq!(ticked("■政府网站□政府公报■两微一端"), ["政府网站", "两微一端"]);
        assert_eq!(ticked("R政府网站 £政府公报"), ["政府网站"]);
        assert_eq!(ticked("■政府网站口政府公报■窗口"), ["政府网站", "窗口"]);
        assert_eq!(ticked("政府网站√ 政府公报□"), ["政府网站"]);
        assert_eq!(boxed("政府网站、政府公报", known), None);
    }
}
