//! What a row of cells says of an entry is read back as the same entry, for every item that is shipped.

use gongkai_core::blank::{is_blank, without_blanks};
use gongkai_core::rows::{Columns, WorkbookRows, csv};
use gongkai_core::template;
use gongkai_core::text::Lang;
use gongkai_tests::judges::{TODAY, items};
use serde_json::{Value, json};

#[test]
fn an_entry_written_into_cells_is_read_back() {
    for item in items() {
        let example = without_blanks(item.example(TODAY)).expect("an example says something");
        for lang in [Lang::Zh, Lang::En] {
            let headings = template::columns_in(item, lang);
            let headings = headings.iter().map(|column| column.heading.as_str());
            let columns = Columns::new(headings, item).expect("the headings are those of the item");
            let columns = columns.with_lang(lang);
            let cells: Vec<String> =
                (0..columns.len()).map(|column| columns.text(&example, column)).collect();
            let read = columns.entry(cells.iter().map(String::as_str));
            assert_eq!(read, example, "{}/{} from {cells:?}", item.pack.id, item.id);

            // Cell by cell, from nothing and back to nothing.
            let mut entry = json!({});
            for (column, cell) in cells.iter().enumerate() {
                columns.put(&mut entry, column, cell);
                assert_eq!(&columns.text(&entry, column), cell, "{}/{}", item.pack.id, item.id);
            }
            assert_eq!(entry["elements"], example["elements"], "{}/{}", item.pack.id, item.id);
            assert_eq!(entry["channels"], example["channels"], "{}/{}", item.pack.id, item.id);
            for column in 0..columns.len() {
                columns.put(&mut entry, column, " ");
                assert_eq!(columns.text(&entry, column), "", "{}/{}", item.pack.id, item.id);
            }
            assert!(is_blank(&entry), "{}/{}: {entry}", item.pack.id, item.id);
        }
    }
}

#[test]
fn a_cell_changes_nothing_that_it_does_not_speak_of() {
    let item =
        gongkai::pack("24").and_then(|pack| pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu")).expect("shipped");
    let columns = Columns::new(["公开渠道和载体", "公开日期", "凭证", "办公电话", "x-own"], item)
        .expect("they are known");
    let mut entry = json!({
        "summary": "s",
        "elements": { "ban_gong_dian_hua": "1", "other": [1] },
        "channels": [
            { "channel": "政府网站", "published_on": "2026-09-01", "note": 1 },
            { "channel": "公示栏", "published_on": "2026-09-02" },
        ],
    });
    assert_eq!(columns.text(&entry, 1), "2026-09-01\n2026-09-02");
    columns.put(&mut entry, 3, "0736-7111111");
    columns.put(&mut entry, 0, "公示栏\n政府网站\n广播");
    columns.put(&mut entry, 4, "y");
    assert_eq!(
        entry,
        json!({
            "summary": "s",
            "elements": { "ban_gong_dian_hua": "0736-7111111", "other": [1] },
            "channels": [
                { "channel": "公示栏", "published_on": "2026-09-02" },
                { "channel": "政府网站", "published_on": "2026-09-01", "note": 1 },
                { "channel": "广播" },
            ],
            "x-own": "y",
        })
    );
    columns.put(&mut entry, 1, "2026/9/3");
    let days = entry["channels"].as_array().into_iter().flatten().map(|channel| &channel["published_on"]);
    assert!(
        days.clone().eq([&json!("2026-09-03"); 3]),
        "one day is that of all: {:?}",
        days.collect::<Vec<_>>()
    );
    columns.put(&mut entry, 1, "");
    assert_eq!(entry["channels"][1], json!({ "channel": "政府网站", "note": 1 }));
}

#[test]
fn what_is_no_value_of_a_column_is_shown_all_the_same() {
    let item = gongkai::packs()
        .iter()
        .flat_map(gongkai_core::Pack::items)
        .find(|item| {
            item.fields.iter().any(|field| matches!(field.kind, gongkai_core::Kind::Document { .. }))
        })
        .expect("some item asks for documents");
    let headings = template::columns(item);
    let columns =
        Columns::new(headings.iter().map(|column| column.heading.as_str()), item).expect("they are its own");
    for value in [json!("见附件"), json!(7), json!([{ "title": "a\nb" }]), json!({ "title": 1 }), Value::Null]
    {
        let mut entry = json!({ "elements": {} });
        for field in &item.fields {
            entry["elements"][&field.key] = value.clone();
        }
        for column in 0..columns.len() {
            // Nothing panics, and what is blank says so.
            let text = columns.text(&entry, column);
            assert!(!value.is_null() || text.is_empty(), "{text}");
            columns.put(&mut entry, column, &text);
        }
    }
}

#[test]
fn entries_come_back_from_the_workbook_and_from_csv() {
    for item in items() {
        let example = without_blanks(item.example(TODAY)).expect("an example says something");
        let entries = [example.clone(), example.clone()];
        let written = template::filled_workbook(item, &entries).expect("the example fits into cells");
        let workbook = WorkbookRows::read(&written).expect("what was written is read");
        assert!(workbook.mark.as_ref().is_some_and(|mark| mark.is_of(item)));
        let records = workbook.records(item).expect("the headings are those of the item");
        let read: Vec<Value> =
            records.records.iter().map(|row| records.columns.entry(row.cells.iter())).collect();
        assert_eq!(read, entries, "{}/{}", item.pack.id, item.id);

        let written = template::csv(item, &entries).expect("memory can be written");
        let table = csv::Table::new(written.as_slice(), item, 1 << 20).expect("the headings are its own");
        let columns = table.columns().clone();
        let read: Vec<Value> =
            table.map(|row| columns.entry(row.expect("every row is read").cells.iter())).collect();
        assert_eq!(read, entries, "{}/{}", item.pack.id, item.id);
    }
}

#[test]
fn no_cell_of_csv_is_a_formula_for_spreadsheets() {
    let item =
        gongkai::pack("24").and_then(|pack| pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu")).expect("shipped");
    for text in ["=cmd|' /C calc'!A0", "@SUM(1)", "+A1", "-A1", "'=1"] {
        let entry = json!({ "title": text, "elements": { "xue_xiao_ming_cheng": text } });
        let written = template::csv(item, std::slice::from_ref(&entry)).expect("memory can be written");
        let plain = String::from_utf8(written.clone()).expect("CSV is UTF-8");
        for cell in plain.lines().nth(1).expect("a row").split(',') {
            assert!(!cell.trim_start_matches('"').starts_with(['=', '@', '+', '-']), "{cell}");
        }
        let table = csv::Table::new(written.as_slice(), item, 1 << 20).expect("the headings are its own");
        let columns = table.columns().clone();
        for row in table {
            let read = columns.entry(row.expect("every row is read").cells.iter());
            assert_eq!((&read["title"], &read["elements"]), (&entry["title"], &entry["elements"]));
        }
    }
}
