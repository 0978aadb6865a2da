//! A text without its layout: blanks dropped, digits and punctuation of one width, each character with its place.

use std::ops::Range;

/// One character that is not layout.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    /// What the grammar compares: simplified script.
    plain: char,
    /// What is shown to people: the script printed.
    shown: char,
    /// Where it stands in the text, in bytes.
    from: usize,
    to: usize,
    /// Whether a line begins here.
    pub(super) begins_line: bool,
}

/// The characters of a text that are not layout.
pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    let mut begins_line = true;
    let mut glyphs = Vec::new();
    for (from, char) in text.char_indices() {
        if matches!(char, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}') {
            begins_line = true;
        }
        if is_layout(char) {
            continue;
        }
        let shown = one_width(char);
        glyphs.push(Glyph { plain: simplified(shown), shown, from, to: from + char.len_utf8(), begins_line });
        begins_line = false;
    }
    glyphs
}

/// Blanks and characters without a glyph. Characters that turn the direction of reading are none of them: what is
/// shown would not be what is read.
fn is_layout(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn one_width(char: char) -> char {
    match crate::date::narrow(char) {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '､' => '、',
        '｡' => '。',
        '｢' => '「',
        '｣' => '」',
        other => other,
    }
}

/// Characters of the grammar as traditional script writes them.
const TRADITIONAL: &[(char, char)] = &[
    ('個', '个'),
    ('內', '内'),
    ('後', '后'),
    ('從', '从'),
    ('規', '规'),
    ('開', '开'),
    ('實', '实'),
    ('時', '时'),
    ('長', '长'),
    ('動', '动'),
    ('態', '态'),
    ('調', '调'),
    ('變', '变'),
    ('獲', '获'),
    ('製', '制'),
    ('該', '该'),
    ('產', '产'),
    ('佈', '布'),
    ('結', '结'),
    ('終', '终'),
    ('發', '发'),
    ('週', '周'),
    ('應', '应'),
    ('當', '当'),
    ('於', '于'),
    ('為', '为'),
    ('爲', '为'),
    ('須', '须'),
    ('隨', '随'),
    ('與', '与'),
    ('請', '请'),
    ('項', '项'),
    ('報', '报'),
    ('會', '会'),
    ('進', '进'),
    ('況', '况'),
    ('見', '见'),
    ('間', '间'),
    ('過', '过'),
    ('兩', '两'),
    ('達', '达'),
    ('簽', '签'),
    ('訂', '订'),
    ('審', '审'),
    ('關', '关'),
    ('處', '处'),
    ('單', '单'),
    ('決', '决'),
    ('確', '确'),
    ('條', '条'),
    ('準', '准'),
    ('復', '复'),
    ('複', '复'),
];

fn simplified(char: char) -> char {
    TRADITIONAL
        .iter()
        .find(|(traditional, _)| *traditional == char)
        .map_or(char, |(_, simplified)| *simplified)
}

/// A stretch of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a>(&'a [Glyph]);

impl<'a> Words<'a> {
    pub(super) fn new(glyphs: &'a [Glyph]) -> Self {
        Words(glyphs)
    }

    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn glyphs(self) -> &'a [Glyph] {
        self.0
    }

    /// The character that the grammar compares.
    pub(super) fn at(self, index: usize) -> Option<char> {
        self.0.get(index).map(|glyph| glyph.plain)
    }

    pub(super) fn chars(self) -> impl Iterator<Item = char> {
        self.0.iter().map(|glyph| glyph.plain)
    }

    pub(super) fn slice(self, range: Range<usize>) -> Self {
        Words(&self.0[range])
    }

    pub(super) fn to(self, end: usize) -> Self {
        Words(&self.0[..end])
    }

    pub(super) fn skip(self, start: usize) -> Self {
        Words(&self.0[start..])
    }

    /// As printed, without blanks.
    pub(super) fn shown(self) -> String {
        self.0.iter().map(|glyph| glyph.shown).collect()
    }

    /// Where it stands in the text, in bytes; `None` when it is empty.
    pub(super) fn place(self) -> Option<Range<usize>> {
        Some(self.0.first()?.from..self.0.last()?.to)
    }

    /// Whether no layout stands between its characters.
    pub(super) fn is_unbroken(self) -> bool {
        self.0.windows(2).all(|pair| pair[0].to == pair[1].from)
    }

    pub(super) fn is(self, text: &str) -> bool {
        self.chars().eq(text.chars())
    }

    pub(super) fn is_any(self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.is(text))
    }

    /// How many characters the text has that stands at the beginning.
    fn starts(self, text: &str) -> Option<usize> {
        let mut count = 0;
        for char in text.chars() {
            if self.at(count) != Some(char) {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    /// What follows the first of the texts that stands at the beginning.
    pub(super) fn after(self, texts: &[&str]) -> Option<Self> {
        texts.iter().find_map(|text| self.starts(text)).map(|count| self.skip(count))
    }

    /// What follows the texts as often as one stands at the beginning.
    pub(super) fn after_all(self, texts: &[&str]) -> Self {
        let mut rest = self;
        while let Some(next) = rest.after(texts) {
            rest = next;
        }
        rest
    }

    /// What stands before the first of the texts that stands at the end.
    pub(super) fn before(self, texts: &[&str]) -> Option<Self> {
        texts.iter().find_map(|text| {
            let start = self.len().checked_sub(text.chars().count())?;
            self.skip(start).is(text).then(|| self.to(start))
        })
    }

    /// What stands before the texts as often as one stands at the end.
    pub(super) fn before_all(self, texts: &[&str]) -> Self {
        let mut rest = self;
        while let Some(next) = rest.before(texts) {
            rest = next;
        }
        rest
    }

    pub(super) fn ends(self, texts: &[&str]) -> bool {
        self.before(texts).is_some()
    }

    /// What stands before and after the first occurrence of one of the texts.
    pub(super) fn split(self, texts: &[&str]) -> Option<(Self, Self)> {
        (0..self.len()).find_map(|at| Some((self.to(at), self.skip(at).after(texts)?)))
    }

    pub(super) fn contains(self, texts: &[&str]) -> bool {
        self.split(texts).is_some()
    }

    /// What stands before the brackets at the end, and in them.
    pub(super) fn split_brackets(self) -> Option<(Self, Self)> {
        let inside = self.before(&["）"])?;
        let open = (0..inside.len()).rev().find(|at| matches!(inside.at(*at), Some('（' | '）')))?;
        (inside.at(open) == Some('（')).then(|| (inside.to(open), inside.skip(open + 1)))
    }
}
