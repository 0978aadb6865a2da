//! What is written for offices, opened by LibreOffice: tables print on A3 with all their items, and templates that are
//! filled in come back as the entries that were meant.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use gongkai::input::{Batch, Batches};
use gongkai_core::export::{self, Format, Layout, Options};
use gongkai_core::{ItemRef, Kind, template};
use gongkai_tests::judges::items;
use gongkai_tests::workspace;
use jiff::civil::date;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The output of a program that must end well.
fn output(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| {
        panic!("{command:?}: {error}; `cargo xtask test` installs what these tests need")
    });
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Has LibreOffice print files, each to a PDF beside it.
fn print(folder: &TempDir, files: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir"]);
    output(command.arg(folder.path()).args(files));
}

fn without_space(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

/// Prints the tables of all domains and looks at every page.
fn check_printed(format: Format) {
    let folder = tempfile::tempdir().expect("there is room for files");
    let mut files = Vec::new();
    for guideline in gongkai::guidelines() {
        let file = folder.path().join(&guideline.code).with_extension(format.extension());
        let table = export::write(guideline, gongkai::lexicon(), format, &Options::default());
        fs::write(&file, table.expect("the table is written")).expect("there is room for files");
        files.push(file);
    }
    print(&folder, &files);
    for (guideline, file) in gongkai::guidelines().iter().zip(&files) {
        let pdf = file.with_extension("pdf");
        let about = output(Command::new("pdfinfo").args(["-l", "-1"]).arg(&pdf));
        let pages: usize = about
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .and_then(|count| count.trim().parse().ok())
            .expect("the number of pages is told");
        let sizes: Vec<&str> = about
            .lines()
            .filter(|line| line.contains(" size:"))
            .filter(|line| line.starts_with("Page "))
            .collect();
        assert_eq!(sizes.len(), pages, "{about}");
        assert!(pages > 0 && sizes.iter().all(|line| line.contains("(A3)")), "{}: {sizes:?}", guideline.slug);
        assert!(sizes.iter().all(|line| line.contains("1190.")), "landscape: {sizes:?}");

        let text = without_space(&output(Command::new("pdftotext").arg("-raw").arg(&pdf).arg("-")));
        for row in &guideline.items {
            let name = without_space(row.name.as_deref().unwrap_or(&row.category));
            assert!(text.contains(&name), "{} {format:?} does not print {name}", guideline.slug);
            for element in &row.elements {
                let name = without_space(element.name());
                assert!(text.contains(&name), "{} {format:?} does not print {name}", guideline.slug);
            }
        }
        assert_eq!(
            text.matches("公开内容（要素）").count(),
            pages,
            "{}: headings on each page",
            guideline.slug
        );
        assert!(text.contains(&Layout::new(guideline, gongkai::lexicon()).title), "{}", guideline.slug);
    }
}

#[test]
fn word_documents_print_all_their_items_on_a3() {
    check_printed(Format::Docx);
}

#[test]
fn workbooks_print_all_their_items_on_a3() {
    check_printed(Format::Xlsx);
}

/// Items that together have every kind of field.
fn items_of_every_kind() -> Vec<ItemRef<'static>> {
    let mut seen = BTreeSet::new();
    let mut chosen = Vec::new();
    for item in items() {
        let kinds: BTreeSet<String> =
            item.fields.iter().map(|field| json!(field.kind)["type"].to_string()).collect();
        if !kinds.is_subset(&seen) {
            seen.extend(kinds);
            chosen.push(item);
        }
    }
    assert_eq!(seen.len(), 15, "{seen:?}");
    chosen
}

/// Entries of an item that differ in more than their day.
fn entries(item: ItemRef<'_>) -> Vec<Value> {
    let mut entries = vec![item.example(date(2026, 9, 1)), item.example(date(2024, 2, 29))];
    // What looks like a number has to stay a text.
    entries[1]["title"] = json!("000123");
    for field in &item.fields {
        if matches!(field.kind, Kind::Phone) {
            entries[1]["elements"][&field.key] = json!("07367111111");
        }
    }
    for entry in &mut entries {
        if item.channels.is_empty() {
            entry.as_object_mut().expect("an entry is an object").remove("channels");
        }
    }
    entries
}

/// What a person types into the columns of a template for an entry.
fn typed(item: ItemRef<'_>, entry: &Value) -> Vec<String> {
    let all = |list: &Value, part: &str| {
        let values = list.as_array().into_iter().flatten().map(|one| text(&one[part]));
        values.collect::<Vec<_>>().join("\n")
    };
    let cell = |column: &template::Column| {
        let segments: Vec<&str> = column.path.split('/').skip(1).collect();
        let value = entry.pointer(&column.path).unwrap_or(&Value::Null);
        match (segments.as_slice(), &column.kind) {
            (["channels", part], _) => all(&entry["channels"], part),
            (["elements", element, part], _) if entry["elements"][*element].is_array() => {
                all(&entry["elements"][*element], part)
            }
            (["attribute"], _) => "主动公开".to_owned(),
            (_, Kind::Table { columns }) => {
                let line = |row: &Value| {
                    let cells: Vec<String> = columns.iter().map(|column| text(&row[&column.key])).collect();
                    cells.join(&template::CELL_SEPARATOR.to_string())
                };
                value.as_array().into_iter().flatten().map(line).collect::<Vec<_>>().join("\n")
            }
            (_, Kind::Period) if !value.is_null() => {
                format!("{}至{}", text(&value["start"]), text(&value["end"]))
            }
            (_, Kind::Money { .. }) if !value.is_null() => {
                format!("{}{}", text(&value["amount"]), text(&value["unit"]))
            }
            _ => text(value),
        }
    };
    template::columns(item).iter().map(cell).collect()
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "是".to_owned(),
        Value::Bool(false) => "否".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join("；"),
        other => other.to_string(),
    }
}

/// A Python that speaks with LibreOffice.
fn python() -> Command {
    let speaks = |name: &&str| {
        Command::new(name).args(["-c", "import uno"]).output().is_ok_and(|output| output.status.success())
    };
    let name = ["python3", "/usr/bin/python3"].into_iter().find(speaks);
    Command::new(name.expect("python3-uno is installed; `cargo xtask test` does it"))
}

#[test]
fn templates_filled_in_by_an_office_program_come_back() {
    let folder = tempfile::tempdir().expect("there is room for files");
    let path = |name: String| folder.path().join(name);
    let items = items_of_every_kind();
    let mut jobs = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let (open, save) = (path(format!("{number}.xlsx")), path(format!("{number}-filled.xlsx")));
        fs::write(&open, template::workbook(*item, 50).expect("it is made")).expect("there is room");
        let mut cells = Vec::new();
        // The second row is left empty.
        for (row, entry) in [1, 3].into_iter().zip(entries(*item)) {
            for (column, text) in typed(*item, &entry).iter().enumerate().filter(|(_, text)| !text.is_empty())
            {
                cells.push(json!({ "row": row, "column": column, "text": text }));
            }
        }
        jobs.push(json!({ "open": open, "save": save, "cells": cells }));
    }
    let list = path("jobs.json".to_owned());
    fs::write(&list, json!(jobs).to_string()).expect("there is room");
    output(
        python()
            .arg(workspace::root().join("tests/office/fill.py"))
            .arg(&list)
            .arg(path("profile".to_owned())),
    );

    for (item, job) in items.iter().zip(&jobs) {
        let file = PathBuf::from(job["save"].as_str().expect("a path"));
        let bytes = fs::read(&file).expect("it was saved");
        let batches = Batches::open(Cursor::new(bytes), &file, None, None).expect("it can be read");
        assert!(batches.workbook().is_some_and(|workbook| workbook.notes().is_empty()), "{}", item.id);
        let columns = batches.columns().expect("it is a table").clone();
        let mut found = Vec::new();
        for batch in batches {
            let Batch::Rows(rows) = batch.expect("it can be read") else { panic!("a workbook has rows") };
            found.extend(rows.iter().map(|row| (row.number, columns.entry(row.cells.iter()))));
        }
        let wanted: Vec<(u64, Value)> = [2, 4].into_iter().zip(entries(*item)).collect();
        // Amounts come back as the numbers that they are: 12.50 is 12.5.
        let plain = |mut entries: Vec<(u64, Value)>| {
            entries.iter_mut().for_each(|(_, entry)| plain_amounts(entry));
            entries
        };
        assert_eq!(plain(found), plain(wanted), "{}/{}", item.pack.id, item.id);
    }
}

fn plain_amounts(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(amount)) = object.get_mut("amount")
                && amount.contains('.')
            {
                *amount = amount.trim_end_matches('0').trim_end_matches('.').to_owned();
            }
            object.values_mut().for_each(plain_amounts);
        }
        Value::Array(values) => values.iter_mut().for_each(plain_amounts),
        _ => {}
    }
}

#[test]
fn containers_hold_well_formed_documents() {
    let check = |name: &str, bytes: Vec<u8>| {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a container");
        let parts: Vec<String> =
            archive.file_names().map(|name| name.expect("names are text").into_owned()).collect();
        assert!(parts.iter().any(|part| part == "[Content_Types].xml"), "{name}: {parts:?}");
        for part in parts.iter().filter(|part| has_markup(part)) {
            let mut text = String::new();
            let mut file = archive.by_name(part).expect("it was just listed");
            std::io::Read::read_to_string(&mut file, &mut text).expect("it is text");
            let mut reader = quick_xml::Reader::from_str(&text);
            reader.config_mut().check_end_names = true;
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{name} {part}: {error}"),
                }
            }
        }
    };
    for guideline in gongkai::guidelines() {
        for format in [Format::Docx, Format::Xlsx] {
            let table = export::write(guideline, gongkai::lexicon(), format, &Options::default());
            check(&guideline.slug, table.expect("the table is written"));
        }
    }
    for item in items_of_every_kind() {
        check(&item.id, template::workbook(item, 10).expect("it is made"));
    }
}

fn has_markup(part: &str) -> bool {
    [".xml", ".rels", ".vml"].iter().any(|end| part.ends_with(end))
}

#[test]
fn every_format_is_the_same_twice() {
    for guideline in gongkai::guidelines() {
        for format in Format::ALL {
            let write = || export::write(guideline, gongkai::lexicon(), *format, &Options::default());
            let (first, second) = (write().expect("it is written"), write().expect("it is written"));
            assert!(!first.is_empty() && first == second, "{} {format:?}", guideline.slug);
        }
    }
    assert_eq!(Format::of_extension("HTM"), Some(Format::Html));
    assert_eq!(Path::new("a.pdf").extension().and_then(|end| Format::of_extension(end.to_str()?)), None);
}
