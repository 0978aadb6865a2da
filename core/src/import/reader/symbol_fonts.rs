//! Characters of symbol fonts as the Unicode characters that look like them.
//!
//! The tables follow the mapping by which these fonts' characters came into Unicode; where few fonts have a character,
//! a common one that looks alike stands in its place.

/// A font whose characters are not what their codes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SymbolFont {
    Symbol,
    Webdings,
    Wingdings,
    Wingdings2,
    Wingdings3,
}

impl SymbolFont {
    /// The symbol font of this name.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim_matches([' ', '"', '\'', '\t']);
        // Most fonts are told by their first letter.
        if !matches!(name.as_bytes().first(), Some(b'S' | b's' | b'W' | b'w')) {
            return None;
        }
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        match () {
            () if is("Symbol") || is("Standard Symbols L") => Some(SymbolFont::Symbol),
            () if is("Webdings") => Some(SymbolFont::Webdings),
            () if is("Wingdings") => Some(SymbolFont::Wingdings),
            () if is("Wingdings 2") || is("Wingdings2") => Some(SymbolFont::Wingdings2),
            () if is("Wingdings 3") || is("Wingdings3") => Some(SymbolFont::Wingdings3),
            () => None,
        }
    }

    /// What a character of the font looks like. Its code is that of a single byte, or one of those set aside for
    /// symbol fonts, U+F020 to U+F0FF; others are of another font.
    pub fn look(self, char: char) -> char {
        let code = match u32::from(char) {
            code @ 0xf020..=0xf0ff => code - 0xf000,
            code @ 0x20..=0xff => code,
            _ => return char,
        };
        let rows = match self {
            SymbolFont::Symbol => SYMBOL,
            SymbolFont::Webdings => WEBDINGS,
            SymbolFont::Wingdings => WINGDINGS,
            SymbolFont::Wingdings2 => WINGDINGS_2,
            SymbolFont::Wingdings3 => WINGDINGS_3,
        };
        let (row, place) = ((code as usize - 0x20) / 32, code as usize % 32);
        let found = rows.get(row).and_then(|row| row.chars().nth(place));
        // A blank stands where the font has nothing.
        found.filter(|found| *found != ' ' || code == 0x20).unwrap_or(char)
    }

    /// Text in this font.
    pub fn text(self, text: &str) -> String {
        // Programs that took the codes for Windows-1252 wrote other characters for those from 0x80 to 0x9F.
        text.chars().map(|char| self.look(windows_1252(char))).collect()
    }
}

/// Text in a font that may be a symbol font; characters set aside for symbol fonts that no font explains are read as
/// Wingdings, the one they come from most often.
pub(super) fn text(text: &str, font: Option<SymbolFont>) -> std::borrow::Cow<'_, str> {
    match font {
        Some(font) => font.text(text).into(),
        None if text.contains(is_set_aside) => text
            .chars()
            .map(|char| if is_set_aside(char) { SymbolFont::Wingdings.look(char) } else { char })
            .collect::<String>()
            .into(),
        None => text.into(),
    }
}

fn is_set_aside(char: char) -> bool {
    matches!(char, '\u{f020}'..='\u{f0ff}')
}

/// The byte that Windows-1252 has for a character, as a character.
fn windows_1252(char: char) -> char {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    if char.is_ascii() || u32::from(char) <= 0xff {
        return char;
    }
    let place = FROM_80.chars().position(|known| known == char);
    place.and_then(|place| char::from_u32(0x80 + u32::try_from(place).ok()?)).unwrap_or(char)
}

const SYMBOL: &[&str] = &[
    " !∀#∃%&∍()*+,−./0123456789:;<=>?",
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~ ",
    "                                ",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ",
];

const WEBDINGS: &[&str] = &[
    " 🕷🕸🕲🕶🏆🎖🖇🗨🗩🗰🗱🌶🎗🙾🙼🗕🗖🗗⏴⏵⏶⏷⏪⏩⏮⏭⏸⏹⏺🗚🗳",
    "🛠🏗🏘🏙🏚🏜🏭🏛🏠🏖🏝🛣🔍🏔👁👂🏞🏕🛤🏟🛳🕬🕫🕨🔈🎔🎕🗬🙽🗭🗪🗫",
    "⮔✔🚲□🛡📦🛱■🚑🛈🛩🛰🟈🕴●🛥🚔🗘🗙❓🛲🚇🚍⛳⦸⊖🚭🗮⏐🗯🗲 ",
    "🚹🚺🛉🛊🚼👽🏋⛷🏂🏌🏊🏄🏍🏎🚘🗠🛢💰🏷💳👪🗡🗢🗣✯🖄🖅🖃🖆🖹🖺🖻",
    "🕵🕰🖽🖾📋🗒🗓🕮📚🗞🗟🗃🗂🖼🎭🎜🎘🎙🎧💿🎞📷🎟🎬📽📹📾📻🎚🎛📺💻",
    "🖥🖦🖧🕹🎮🕻🕼📟🖁🖀🖨🖩🖿🖪🗜🔒🔓🗝📥📤🕳🌣🌤🌥🌦☁🌨🌧🌩🌪🌬🌫",
    "🌜🌡🛋🛏🍽🍸🛎🛍Ⓟ♿🛆🖈🎓🗤🗥🗦🗧🛪🐿🐦🐟🐕🐈🙬🙮🙭🙯🗺🌍🌏🌎🕊",
];

const WINGDINGS: &[&str] = &[
    " ✏✂✁👓🕭🕮🕯☎✆✉🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍",
    "🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉",
    "♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□□❑❒◆◆◆❖◆⌧⮹⌘🏵🏶🙶🙷▯",
    "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟••",
    "▪○○○◉◎❍▪□✦✦★✶✷✹✵⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘",
    "🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋←",
    "→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭✗✓☒☑ ",
];

const WINGDINGS_2: &[&str] = &[
    " 🖊🖋🖌🖍✄✀🕾🕽🗅🗆🗇🗈🗉🗊🗋🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱🖒🖓🖘🖙",
    "🖚🖛👈👉🖜🖝🖞🖟🖠🖡👆👇🖢🖣🖑✗✓☒☑☒☒⮾⮿🛇⦸🙱🙴🙲🙳‽🙹🙺",
    "🙻🙦🙤🙥🙧🙚🙘🙙🙛⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿ ",
    "☉🌕☽☾⸿✝🕇🕜🕝🕞🕟🕠🕡🕢🕣🕤🕥🕦🕧🙨🙩⋅••●○○○○⊙◉▪",
    "▪■■□□□□□▣🞕🞖🞗🞘◆◆◇◇◈🞛🞜🞝🞞▪◆◊🞠◖◗⯊⯋⯀⯁",
    "⬟⯂⬣⬢⯃⯄🞡🞢🞣🞤🞥🞦🞧🞨🞩🞪🞫🞬🞭🞮🞯🞰🞱🞲🞳🞴🞵🞶🞷🞸🞹🞺",
    "🞻🞼🞽🞾🞿🟀🟂🟄🟆🟉🟊✶🟌🟎🟐🟒✹🟃🟇✯🟍🟔⯌⯍※⁂      ",
];

const WINGDINGS_3: &[&str] = &[
    " ←→↑↓⭦⭧⭩⭨⭰⭲⭱⭳⭶⭸⭻⭽⭤⭥⭪⭬⭫⭭⭍⮠⮡⮢⮣⮤⮥⮦⮧",
    "⮐⮑⮒⮓⮀⮃⭾⭿⮄⮆⮅⮇⮏⮍⮎⮌⭮⭯⎋⌤⌃⌥␣⍽⇪⮸🢠🢡🢢🢣🢤🢥",
    "🢦🢧🢨🢩🢪🢫←→↑↓🡔🡕🡗🡖🡘🡙▲▼△▽◀▶◁▷◣◢◤◥🞀🞂🞁 ",
    "🞃⯅⯆⯇⯈⮜⮞⮝⮟🠐🠒🠑🠓🠔🠖🠕🠗🠘🠚🠙🠛🠜🠞🠝🠟🠀🠂🠁🠃🠄🠆🠅",
    "🠇🠈🠊🠉🠋🠠🠢🠤🠦🠨🠪🠬🢜🢝🢞🢟🠮🠰🠲🠴🠶🠸🠺🠹🠻🢘🢚🢙🢛🠼🠾🠽",
    "🠿🡀🡂🡁🡃🡄🡆🡅🡇⮨⮩⮪⮫⮬⮭⮮⮯←→↑↓🡤🡥🡧🡦🡰🡲🡱🡳🡴🡵🡷",
    "🡶🢀🢂🢁🢃🢄🢅🢇🢆🢐🢒🢑🢓🢔🢖🢕🢗               ",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_has_a_character_for_each_code() {
        for rows in [SYMBOL, WEBDINGS, WINGDINGS, WINGDINGS_2, WINGDINGS_3] {
            assert_eq!(rows.len(), 7);
            for row in rows {
                assert_eq!(row.chars().count(), 32, "{row}");
            }
        }
    }

    #[test]
    fn boxes_and_ticks_are_what_they_look_like() {
        let look = |font: &str, char| SymbolFont::named(font).map(|font| font.look(char));
        for (font, char, looks) in [
            ("Wingdings", 'þ', '☑'),
            ("Wingdings", '\u{f0fe}', '☑'),
            ("Wingdings", 'ý', '☒'),
            ("Wingdings", '\u{f0fd}', '☒'),
            ("Wingdings", '¨', '□'),
            ("Wingdings", 'o', '□'),
            ("Wingdings", 'n', '■'),
            ("Wingdings", 'l', '●'),
            ("Wingdings", 'u', '◆'),
            ("Wingdings", 'ü', '✓'),
            ("\"Wingdings 2\"", 'R', '☑'),
            ("wingdings 2", '£', '□'),
            ("Wingdings 2", 'P', '✓'),
            ("Wingdings 2", 'S', '☒'),
            ("Wingdings 3", 'p', '▲'),
            ("Webdings", 'a', '✔'),
            ("Webdings", 'c', '□'),
            ("Symbol", '\u{f0b7}', '•'),
            ("Symbol", '\u{f0d6}', '√'),
            ("Wingdings", '目', '目'),
        ] {
            assert_eq!(look(font, char), Some(looks), "{font} {char}");
        }
        assert_eq!(look("宋体", 'R'), None);
        assert_eq!(text("\u{f0fe}县级", None), "☑县级");
    }
}
