//! Tables on a terminal: columns line up although Chinese characters are two cells wide.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

/// How a column lines up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// A table with a heading.
pub struct Table {
    columns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub fn new<'a>(headings: impl IntoIterator<Item = (&'a str, Align)>) -> Self {
        let (heading, columns): (Vec<String>, Vec<Align>) =
            headings.into_iter().map(|(text, align)| (text.to_owned(), align)).unzip();
        Table { columns, rows: vec![heading] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| plain(&cell)).collect());
    }

    /// Writes the table, each line behind `indent`.
    pub fn write(&self, indent: &str, out: &mut dyn Write) -> io::Result<()> {
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|column| self.rows.iter().map(|row| row[column].width()).max().unwrap_or_default())
            .collect();
        for row in &self.rows {
            let mut line = indent.to_owned();
            for ((cell, align), width) in row.iter().zip(&self.columns).zip(&widths) {
                let padding = " ".repeat(width - cell.width());
                match align {
                    Align::Left => line.extend([cell, &padding, "  "]),
                    Align::Right => line.extend([&padding, cell, "  "]),
                }
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// A text on one line and without control characters: what stands in an entry must not steer the terminal.
pub fn plain(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_line_up() {
        let mut table = Table::new([("名称", Align::Left), ("n", Align::Right), ("id", Align::Left)]);
        table.row(["义务教育".to_owned(), "18".to_owned(), "a".to_owned()]);
        table.row(["ab".to_owned(), "7".to_owned(), "b".to_owned()]);
        let mut out = Vec::new();
        table.write("", &mut out).expect("writing to memory does not fail");
        let text = String::from_utf8(out).expect("text was written");
        assert_eq!(text, "名称       n  id\n义务教育  18  a\nab         7  b\n");
    }
}
