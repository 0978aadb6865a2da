//! Entries as NDJSON for measuring a stream, or the floor for reading it.
//!
//! `bench_stream write COUNT` writes entries, half of them wrong; `bench_stream parse` reads them with a plain JSON
//! reader and does nothing else.

use std::io::{self, BufRead, BufWriter, Write};

use gongkai_tests::judges::items;
use gongkai_tests::records;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", count] => write(count.parse().map_err(io::Error::other)?),
        ["parse"] => parse(),
        _ => Err(io::Error::other("expected `write COUNT` or `parse`")),
    }
}

fn write(count: usize) -> io::Result<()> {
    let item = items().find(|item| item.id == "yi-wu-jiao-yu-xue-xiao-ming-lu").expect("it is shipped");
    let lines: Vec<String> =
        records::half_wrong(item, 1000).iter().map(|record| format!("{record}\n")).collect();
    let mut out = BufWriter::new(io::stdout().lock());
    for number in 0..count {
        out.write_all(lines[number % lines.len()].as_bytes())?;
    }
    out.flush()
}

fn parse() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    let mut count = 0;
    while input.read_until(b'\n', &mut line)? > 0 {
        let value: serde_json::Value = serde_json::from_slice(&line)?;
        count += usize::from(std::hint::black_box(value).is_object());
        line.clear();
    }
    println!("{count}");
    Ok(())
}
