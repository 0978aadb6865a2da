//! Text as it looks: without what has no look, and without the empty lines around it.

/// Whether a character has neither look nor width.
fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
    ) || (char.is_control() && !matches!(char, '\n' | '\t'))
}

/// Adds text as it looks: no-break blanks are blanks, and all line ends are `\n`.
pub(super) fn push(text: &mut String, more: &str) {
    if more.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        text.push_str(more);
        return;
    }
    let mut chars = more.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    text.push('\n');
                }
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            '\u{a0}' => text.push(' '),
            char if is_invisible(char) => {}
            char => text.push(char),
        }
    }
}

/// The text of a cell or line: without white space at its ends and at the ends of its lines.
pub(super) fn tidy(text: &str) -> String {
    let text = text.trim_matches([' ', '\t', '\n', '\u{3000}']);
    if !text.contains(" \n") && !text.contains("\t\n") {
        return text.to_owned();
    }
    text.split('\n').map(|line| line.trim_end_matches([' ', '\t'])).collect::<Vec<_>>().join("\n")
}
