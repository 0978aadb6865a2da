//! Cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, and quotation marks around
//! cells with either in them.

/// Reads rows of cells. A line end behind the last row makes no row of its own.
pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut rest = text;
    let mut at_start = true;
    while let Some(char) = rest.chars().next() {
        if at_start
            && char == '"'
            && let Some((cell, behind)) = quoted(rest)
        {
            push(&mut rows, &cell);
            rest = behind;
            at_start = false;
            continue;
        }
        rest = &rest[char.len_utf8()..];
        at_start = true;
        match char {
            '\t' => rows.last_mut().into_iter().for_each(|row| row.push(String::new())),
            '\r' | '\n' => {
                if char == '\r' {
                    rest = rest.strip_prefix('\n').unwrap_or(rest);
                }
                if !rest.is_empty() {
                    rows.push(vec![String::new()]);
                }
            }
            other => {
                push(&mut rows, other.encode_utf8(&mut [0; 4]));
                at_start = false;
            }
        }
    }
    rows
}

fn push(rows: &mut [Vec<String>], text: &str) {
    if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
        cell.push_str(text);
    }
}

/// The cell in quotation marks at the beginning, and what comes behind; `None` when it is a text that begins with one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let (piece, behind) = rest.split_once('"')?;
        cell.push_str(piece);
        match behind.chars().next() {
            Some('"') => {
                cell.push('"');
                rest = &behind[1..];
            }
            None | Some('\t' | '\r' | '\n') => return Some((cell.replace("\r\n", "\n"), behind)),
            Some(_) => return None,
        }
    }
}

/// Writes rows of cells.
pub(super) fn write(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let rows: Vec<String> =
        rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")).collect();
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        read(text)
    }

    #[test]
    fn what_spreadsheets_copy_is_read() {
        assert_eq!(cells("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(cells("a"), [["a"]]);
        assert_eq!(cells(""), [[""]]);
        assert_eq!(cells("\t\n\t\n"), [["", ""], ["", ""]]);
        assert_eq!(cells("\"一\n二\"\t\"说\"\"好\"\"\"\nx"), [vec!["一\n二", "说\"好\""], vec!["x"]]);
        assert_eq!(cells("\"一\r\n二\"\r\n"), [["一\n二"]]);
        assert_eq!(cells("5\" pipe\t\"open"), [["5\" pipe", "\"open"]]);
        assert_eq!(cells("\"a\"b\tc"), [["\"a\"b", "c"]]);
        assert_eq!(cells("a\rb"), [["a"], ["b"]]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        for rows in [vec![vec!["a", "b\nc"], vec!["\"", "\t"]], vec![vec!["", ""], vec!["", "x\"y"]]] {
            let rows: Vec<Vec<String>> =
                rows.into_iter().map(|row| row.into_iter().map(str::to_owned).collect()).collect();
            assert_eq!(read(&write(&rows)), rows);
        }
    }
}
