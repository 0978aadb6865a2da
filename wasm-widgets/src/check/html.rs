//! The text of HTML: what editors of CMS keep in their fields, without its markup.

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];
/// Elements whose content nobody sees.
const UNSEEN: &[&str] = &["head", "script", "style", "template", "textarea", "title"];
/// Names of characters that editors write; others are left as they stand.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", '\u{3000}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("hellip", '…'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("permil", '‰'),
    ("yen", '¥'),
    ("copy", '©'),
];
/// The longest name of a character that is looked for.
const LONGEST_NAME_BYTES: usize = 10;

/// The text of some HTML: blocks become lines, blank lines go, names of characters become the characters.
pub(super) fn text(html: &str) -> String {
    let mut lines = Lines::default();
    let mut rest = html;
    while let Some(next) = rest.chars().next() {
        let opens = |char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!' | '?');
        if rest.strip_prefix('<').is_some_and(|inner| inner.starts_with(opens)) {
            rest = tag(rest, &mut lines);
        } else if let Some((char, after)) = (next == '&').then(|| named(rest)).flatten() {
            lines.push(char);
            rest = after;
        } else {
            lines.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    lines.end_line();
    lines.text
}

/// Takes a tag, a comment or what nobody sees; the answer is what follows.
fn tag<'h>(html: &'h str, lines: &mut Lines) -> &'h str {
    if let Some(comment) = html.strip_prefix("<!--") {
        return comment.split_once("-->").map_or("", |(_, after)| after);
    }
    let is_end = html.starts_with("</");
    let inner = html.trim_start_matches(['<', '/']);
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = inner[..length].to_ascii_lowercase();
    let after = behind_tag(&inner[length..]);
    if BLOCKS.contains(&name.as_str()) {
        lines.end_line();
    } else if matches!(name.as_str(), "td" | "th") {
        lines.push(' ');
    } else if !is_end && UNSEEN.contains(&name.as_str()) {
        let end = format!("</{name}");
        // ASCII letters alone change, so that places stay the same.
        let start = after.to_ascii_lowercase().find(&end);
        return start.map_or("", |start| behind_tag(&after[start + end.len()..]));
    }
    after
}

/// What follows a tag; quoted values may hold its end sign.
fn behind_tag(inner: &str) -> &str {
    let mut quote = None;
    for (place, char) in inner.char_indices() {
        match (quote, char) {
            (None, '>') => return &inner[place + 1..],
            (None, '"' | '\'') => quote = Some(char),
            (Some(open), _) if open == char => quote = None,
            _ => {}
        }
    }
    ""
}

/// The character that a name or number at the beginning stands for, and what follows.
fn named(html: &str) -> Option<(char, &str)> {
    let end = html.bytes().take(LONGEST_NAME_BYTES).position(|byte| byte == b';')?;
    let name = &html[1..end];
    let char = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']);
            let code = hexadecimal.map_or_else(|| number.parse(), |digits| u32::from_str_radix(digits, 16));
            char::from_u32(code.ok()?)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((char, &html[end + 1..]))
}

/// Text that grows line by line; white space within a line counts once.
#[derive(Default)]
struct Lines {
    text: String,
    line: String,
}

impl Lines {
    fn push(&mut self, char: char) {
        match char {
            // Editors put these where the caret has to stand.
            '\u{200b}' | '\u{feff}' => {}
            '\u{a0}' => self.line.push(' '),
            '\t' | '\n' | '\r' | ' ' if self.line.is_empty() || self.line.ends_with(' ') => {}
            '\t' | '\n' | '\r' => self.line.push(' '),
            _ => self.line.push(char),
        }
    }

    fn end_line(&mut self) {
        let line = self.line.trim();
        if !line.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(line);
        }
        self.line.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn blocks_become_lines_and_markup_goes() {
        for (html, wanted) in [
            ("武陵区第一小学", "武陵区第一小学"),
            ("<p>一</p><p><br></p><p>二<br/>三</p>", "一\n二\n三"),
            ("<div>甲<strong>乙</strong> \n 丙</div>", "甲乙 丙"),
            ("<P CLASS='a>b'>文</P>尾", "文\n尾"),
            ("a &lt;b&gt; &amp;&nbsp;c&#12290;&#x4e00;", "a <b> & c。一"),
            ("1 < 2 & 3; &未知; &", "1 < 2 & 3; &未知; &"),
            ("<script>let a = '<p>';</script><style>p{}</style>留", "留"),
            ("<!-- <p>注</p> -->文<!--未完", "文"),
            ("<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>", "甲 乙\n丙"),
            ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙"),
            ("<p>\u{200b}138\u{a0}0013\u{a0}8000</p>", "138 0013 8000"),
            ("<p", ""),
            ("<p title=\"未完", ""),
            ("&#x110000;&#xd800;", "&#x110000;&#xd800;"),
            ("", ""),
        ] {
            assert_eq!(text(html), wanted, "{html}");
        }
    }
}
