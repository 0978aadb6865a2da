//! Workbooks of entries: whatever stands in a part of the container, reading comes to an end.

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::LazyLock;

use gongkai::input::{Batch, Batches, Format};
use gongkai_core::template;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::judges::items;

/// The parts that a reader looks into; the first byte of an input says which one the rest is.
const PARTS: [&str; 5] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet2.xml",
];

/// The parts of a template.
static TEMPLATE: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let item = items().next().expect("there are items");
    let workbook = template::workbook(item, 5).expect("a template can be made");
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("it is a container");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("the part is there");
            let name = part.name().expect("names are text").into_owned();
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("it can be unpacked");
            (name, content)
        })
        .collect()
});

/// Reads a template one part of which is something else.
///
/// # Panics
/// The reader does.
pub fn workbook(data: &[u8]) {
    let Some((first, content)) = data.split_first() else { return };
    let replaced = PARTS[usize::from(*first) % PARTS.len()];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, own) in TEMPLATE.iter() {
        writer.start_file(name.as_str(), options).expect("memory can be written");
        let content = if name == replaced { content } else { own };
        writer.write_all(content).expect("memory can be written");
    }
    let bytes = writer.finish().expect("memory can be written").into_inner();
    let Ok(batches) = Batches::open(Cursor::new(bytes), Path::new("-"), Some(Format::Xlsx), None) else {
        return;
    };
    let columns = batches.columns().cloned().expect("a workbook has columns");
    for batch in batches {
        let Ok(Batch::Rows(rows)) = batch else { continue };
        for row in rows {
            let _ = columns.entry(row.cells.iter());
        }
    }
}
