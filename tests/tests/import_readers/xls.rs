//! What Excel 97–2003 files can say.

use gongkai_core::import::SourceFormat;
use gongkai_core::import::reader::ReadError;
use gongkai_core::import::table::ReaderNote;
use gongkai_tests::office::{record, xls};

use super::{document, refusal, seen};

fn units(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A text with its length before it.
fn text(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.encode_utf16().count()).expect("it is short").to_le_bytes();
    [&length[..], &[1], &units(text)].concat()
}

fn place(row: u16, column: u16, format: u16) -> Vec<u8> {
    [row, column, format].iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn number(row: u16, column: u16, format: u16, value: f64) -> Vec<u8> {
    record(0x0203, &[place(row, column, format), value.to_le_bytes().to_vec()].concat())
}

fn label(row: u16, column: u16, format: u16, shared: u32) -> Vec<u8> {
    record(0x00fd, &[place(row, column, format), shared.to_le_bytes().to_vec()].concat())
}

fn font(name: &str) -> Vec<u8> {
    let length = u8::try_from(name.encode_utf16().count()).expect("it is short");
    record(0x0031, &[vec![0; 14], vec![length, 1], units(name)].concat())
}

fn format(font: u16, code: u16) -> Vec<u8> {
    record(0x00e0, &[&font.to_le_bytes()[..], &code.to_le_bytes(), &[0; 16]].concat())
}

fn region(numbers: &[[u16; 4]]) -> Vec<u8> {
    let count = u16::try_from(numbers.len()).expect("they are few").to_le_bytes().to_vec();
    let numbers = numbers.iter().flatten().flat_map(|number| number.to_le_bytes()).collect();
    record(0x00e5, &[count, numbers].concat())
}

#[test]
fn values_merges_and_hidden_things_are_read() {
    let rich = [&3u16.to_le_bytes()[..], &[9, 1, 0, 2, 0], &[0, 0]].concat();
    // Length, flags (wide, with fonts), two fonts, the text, and from where each font holds.
    let _ = rich;
    let rich_text = [
        &3u16.to_le_bytes()[..],
        &[9],
        &2u16.to_le_bytes(),
        &units("选þþ"),
        &1u16.to_le_bytes(),
        &5u16.to_le_bytes(),
        &2u16.to_le_bytes(),
        &0u16.to_le_bytes(),
    ]
    .concat();
    let shared = [&[0u8; 8][..], &text("甲"), &rich_text].concat();
    // A text that goes on in the next record says anew how wide its characters are.
    let cut = [&4u16.to_le_bytes()[..], &[1], &units("一二")].concat();
    let workbook = vec![
        font("宋体"),
        font("宋体"),
        font("宋体"),
        font("宋体"),
        font("Wingdings"),
        record(0x041e, &[&200u16.to_le_bytes()[..], &text("0000")].concat()),
        format(0, 0),
        format(0, 200),
        format(0, 14),
        format(5, 0),
        record(0x00fc, &[shared, cut].concat()),
        record(0x003c, b"\0ab"),
    ];
    let formula = |row, column, value: [u8; 8]| {
        record(0x0006, &[place(row, column, 0), value.to_vec(), vec![0; 8]].concat())
    };
    let sheet = vec![
        record(0x007d, &[4, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0]),
        label(0, 0, 0, 0),
        label(0, 1, 0, 1),
        label(0, 2, 0, 2),
        label(0, 3, 0, 99),
        label(0, 4, 0, 0),
        number(1, 0, 0, 1.0),
        number(1, 1, 1, 301.0),
        number(1, 2, 2, 44348.0),
        // 20 as a whole number, 2.5 as hundredths.
        record(0x027e, &[place(2, 0, 0), (20u32 << 2 | 2).to_le_bytes().to_vec()].concat()),
        record(
            0x00bd,
            &[
                &2u16.to_le_bytes()[..],
                &1u16.to_le_bytes(),
                &0u16.to_le_bytes(),
                &(250u32 << 2 | 3).to_le_bytes(),
                &1u16.to_le_bytes(),
                &(7u32 << 2 | 2).to_le_bytes(),
                &2u16.to_le_bytes(),
            ]
            .concat(),
        ),
        formula(3, 0, 4f64.to_le_bytes()),
        formula(3, 1, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
        record(0x0207, &text("算")),
        formula(3, 2, [1, 0, 1, 0, 0, 0, 0xff, 0xff]),
        record(0x0204, &[place(4, 0, 3), text("þ目")].concat()),
        record(0x0205, &[place(4, 1, 0), vec![0x2a, 1]].concat()),
        record(0x0201, &place(4, 2, 0)),
        record(0x0208, &[&5u16.to_le_bytes()[..], &[0; 10], &0x20u32.to_le_bytes()].concat()),
        label(5, 0, 0, 0),
        label(6, 0, 0, 0),
        region(&[[6, 7, 0, 2], [5, 6, 1, 1]]),
    ];
    let document = document(&xls(&workbook, &[("表", 0, sheet), ("藏", 1, vec![label(0, 0, 0, 0)])]));
    assert_eq!(
        seen(&document),
        "[7x3 0,0:甲 0,1:选☑þ 0,2:一二ab 1,0:1 1,1:0301 1,2:2021-06-01 2,0:20 2,1:2.5 2,2:0007 3,0:4 3,1:算 3,2:TRUE 4,0:☑目 4,1:#N/A 4,2: 6,0+1x3:甲]"
    );
    assert_eq!(document.format, SourceFormat::Xls);
    assert_eq!(
        document.notes,
        [
            ReaderNote::RowsHidden { sheet: Some("表".to_owned()), count: 1 },
            ReaderNote::ColumnsHidden { sheet: "表".to_owned(), count: 1 },
            ReaderNote::SheetHidden { sheet: "藏".to_owned() },
        ]
    );
}

#[test]
fn a_password_is_an_error() {
    let locked = xls(&[record(0x002f, &[0; 6])], &[("表", 0, Vec::new())]);
    assert_eq!(refusal("a.xls", &locked), ReadError::Encrypted);
}
