//! Input without end: memory does not grow with it, and whoever has read enough may leave.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;

const ITEM: &str = "24/yi-wu-jiao-yu-xue-xiao-ming-lu";

fn example() -> Value {
    let pack = gongkai::pack("24").expect("the pack is shipped");
    let item = pack.item("yi-wu-jiao-yu-xue-xiao-ming-lu").expect("the item is shipped");
    item.example(jiff::civil::date(2026, 9, 1))
}

fn start(arguments: &[&str]) -> Child {
    Command::cargo_bin("gongkai")
        .expect("the program was built for this test")
        .args(["check", "-", "--json", "--today", "2026-09-01"])
        .args(arguments)
        .env_remove("LANG")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// The most memory that a process had so far, in KiB.
fn peak_kib(process: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", process.id())).expect("the process runs");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("Linux says so");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("it is a number")
}

/// Sends a beginning, then a piece over and over; says how much memory there was on the way and at the end.
fn memory(arguments: &[&str], beginning: &str, piece: &str) -> (u64, u64) {
    const PIECES: usize = 20_000;
    let mut process = start(arguments);
    let mut input = process.stdin.take().expect("piped above");
    let mut output = process.stdout.take().expect("piped above");
    let reader = std::thread::spawn(move || {
        let mut answers = 0;
        let mut buffer = [0; 1 << 16];
        while let Ok(length @ 1..) = output.read(&mut buffer) {
            answers += buffer[..length].iter().filter(|byte| **byte == b'\n').count();
        }
        answers
    });
    input.write_all(beginning.as_bytes()).expect("the program reads");
    let mut early = 0;
    for number in 0..PIECES {
        input.write_all(piece.as_bytes()).expect("the program reads");
        // Buffers and tables have filled by then.
        if number == PIECES / 2 {
            early = peak_kib(&process);
        }
    }
    let late = peak_kib(&process);
    drop(input);
    process.wait().expect("the program ends");
    assert!(reader.join().expect("the reader ends") >= PIECES);
    (early, late)
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_input() {
    let entry = example();
    let line = format!("{entry}\n");
    let headings = "title,publisher,formed_on,办公电话\n";
    let row = "第一小学,示例教育局,2026年9月1日,0736-7111111\n";
    let with_comma = format!("{entry:#},");
    for (arguments, beginning, piece) in [
        (&["--format", "ndjson"][..], "", line.as_str()),
        (&["--format", "json"], "[", with_comma.as_str()),
        (&["--format", "csv", "--item", ITEM], headings, row),
    ] {
        let (early, late) = memory(arguments, beginning, piece);
        // The second half alone would be 5 MiB of text at least, and several times that as values.
        assert!(late < early + 6 * 1024, "{arguments:?}: {early} KiB, then {late} KiB");
    }
}

#[test]
fn a_reader_that_leaves_ends_it() {
    let mut process = start(&[]);
    let mut input = process.stdin.take().expect("piped above");
    let mut first = String::new();
    let mut output = BufReader::new(process.stdout.take().expect("piped above"));
    let line = format!("{}\n", example());
    input.write_all(line.as_bytes()).expect("the program reads");
    output.read_line(&mut first).expect("the program answers");
    assert!(first.contains("gongkai-report/1"));
    drop(output);
    // The program ends while there is input left, and that is how the one who sends learns of it.
    while input.write_all(line.as_bytes()).is_ok() {}
    let output = process.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}
