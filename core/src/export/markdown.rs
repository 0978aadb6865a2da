//! The table in Markdown: one row of headings, line breaks as `<br>`, what is merged is said in every row.

use super::Layout;

pub(super) fn write(layout: &Layout) -> String {
    let mut text = format!("# {}\n\n", escaped(&layout.title));
    let grid = layout.grid();
    let headings = (0..layout.columns.len()).map(|column| {
        let mut parts: Vec<&str> =
            grid.iter().take(layout.header_rows).map(|places| places[column].text.as_str()).collect();
        parts.dedup();
        escaped(&parts.join("："))
    });
    push_row(&mut text, headings);
    push_row(&mut text, layout.columns.iter().map(|_| "---".to_owned()));
    for (row, places) in grid.iter().enumerate().skip(layout.header_rows) {
        let texts = places.iter().enumerate();
        push_row(&mut text, texts.map(|(column, cell)| escaped(layout.unmerged(cell, row, column))));
    }
    text
}

fn push_row(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.push_str(&format!(" {cell} |"));
    }
    text.push('\n');
}

/// A text whose signs mean nothing in Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' => escaped.push_str("<br>"),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '~' => escaped.extend(['\\', char]),
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_the_format_are_text() {
        assert_eq!(escaped("a|b\\c\n<d>*"), "a\\|b\\\\c<br>&lt;d>\\*");
    }
}
