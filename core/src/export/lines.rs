//! How many lines a text takes in a column of some width, since a workbook has to be told how high its rows are.

/// Lines that a text takes where a line is as wide as so many Chinese characters.
pub(super) fn lines(text: &str, width_chars: f64) -> usize {
    text.split('\n').map(|line| lines_of_one(line, width_chars)).sum()
}

fn lines_of_one(line: &str, width_chars: f64) -> usize {
    let (mut lines, mut used) = (1, 0.0);
    // Runs of Latin letters and digits are not broken, so they are taken as a whole.
    let mut run = 0.0;
    for char in line.chars() {
        let width = width(char);
        if char.is_ascii_alphanumeric() {
            run += width;
            continue;
        }
        for piece in [std::mem::take(&mut run), width] {
            place(piece, width_chars, &mut lines, &mut used);
        }
    }
    place(run, width_chars, &mut lines, &mut used);
    lines
}

fn place(piece: f64, width_chars: f64, lines: &mut usize, used: &mut f64) {
    if *used + piece > width_chars && *used > 0.0 {
        *lines += 1;
        *used = 0.0;
    }
    *used += piece;
    while *used > width_chars {
        *lines += 1;
        *used -= width_chars;
    }
}

/// Width of a character, in Chinese characters; a little more than most fonts take.
fn width(char: char) -> f64 {
    if char.is_ascii() { 0.56 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_by_width() {
        assert_eq!(lines("", 5.0), 1);
        assert_eq!(lines("一二三四五", 5.0), 1);
        assert_eq!(lines("一二三四五六", 5.0), 2);
        assert_eq!(lines("一\n\n二", 5.0), 3);
        assert_eq!(lines("一二三abcd", 5.0), 2);
        assert_eq!(lines("abcdefghijklmnopqrst", 5.0), 3);
    }
}
