//! `gongkai privacy`: looks for personal data in text, tables and documents, and tells places and masks, never values.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder};
use gongkai_core::privacy::{Certainty, Finding, ScanContext, scan};
use gongkai_core::text::Lang;
use serde_json::{Deserializer, Value, json};

use crate::Outcome;
use crate::args::{PrivacyOptions, TextFormat};
use crate::failure::Failure;
use crate::table::plain;
use crate::words::Words;

/// Longest stretch of text that is held at once, in bytes; a longer line is taken in pieces.
const MAX_PIECE_BYTES: u64 = 1 << 20;

/// Looks through every file; what cannot be read is named and the rest goes on.
pub fn run(
    options: &PrivacyOptions,
    as_json: bool,
    words: Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let mut teller = Teller { options, as_json, words, out, certain: 0, likely: 0 };
    let mut outcome = Outcome::Fine;
    for file in &options.files {
        let name = file.display().to_string();
        let result = match options.format.unwrap_or_else(|| format(file)) {
            TextFormat::Text => open(file).and_then(|source| teller.text(&name, source)),
            TextFormat::Csv => open(file).and_then(|source| teller.table(&name, source, b',')),
            TextFormat::Tsv => open(file).and_then(|source| teller.table(&name, source, b'\t')),
            TextFormat::Json => teller.documents(&name, file),
        };
        match result {
            Ok(()) => {}
            Err(Failure::Output(error)) => return Err(Failure::Output(error)),
            Err(failure) => {
                eprintln!("{}", plain(&format!("{name}: {}", failure.sentence(words))));
                outcome = Outcome::Unusable;
            }
        }
    }
    let has_findings = teller.certain + teller.likely > 0;
    teller.finish()?;
    Ok(if has_findings { outcome.max(Outcome::Findings) } else { outcome })
}

fn format(file: &Path) -> TextFormat {
    let extension = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match extension.as_str() {
        "csv" => TextFormat::Csv,
        "tsv" => TextFormat::Tsv,
        "json" | "ndjson" | "jsonl" => TextFormat::Json,
        _ => TextFormat::Text,
    }
}

fn open(file: &Path) -> Result<Box<dyn BufRead>, Failure> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(BufReader::new(File::open(file).map_err(Failure::Unreadable)?)))
}

/// How the bytes of a file become text: as UTF-8 until something is not, as tables from office programs often are.
#[derive(Default)]
struct Decoder {
    is_gb18030: bool,
}

impl Decoder {
    /// Takes a line or a row into account: short words can be both, a row hardly is.
    fn see(&mut self, bytes: &[u8]) {
        self.is_gb18030 |= str::from_utf8(bytes).is_err();
    }

    fn decode<'a>(&self, bytes: &'a [u8]) -> Result<Cow<'a, str>, Failure> {
        if self.is_gb18030 {
            let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
            return text.ok_or(Failure::NotText);
        }
        let text = str::from_utf8(bytes).map_err(|_| Failure::NotText)?;
        Ok(Cow::Borrowed(text.trim_start_matches('\u{feff}')))
    }
}

/// The next line, or as much of it as may be held at once; empty at the end.
fn piece(source: &mut dyn BufRead, piece: &mut Vec<u8>) -> Result<bool, Failure> {
    let room = MAX_PIECE_BYTES.saturating_sub(piece.len() as u64);
    let read = source.take(room).read_until(b'\n', piece).map_err(Failure::Unreadable)?;
    Ok(read > 0)
}

/// Where a piece that is not the end of its line may be cut: behind its last blank or comma, else between characters.
fn cut(piece: &[u8]) -> usize {
    if piece.last() == Some(&b'\n') || (piece.len() as u64) < MAX_PIECE_BYTES {
        return piece.len();
    }
    // None of these bytes is part of another character, in UTF-8 or in GB 18030.
    let blank =
        piece.iter().rposition(|byte| matches!(byte, b' ' | b',' | b';' | b'\t')).map(|place| place + 1);
    let comma = ["，", "。", "；"]
        .iter()
        .filter_map(|sign| {
            Some(piece.windows(sign.len()).rposition(|part| part == sign.as_bytes())? + sign.len())
        })
        .max();
    let whole = str::from_utf8(piece).map_or_else(|error| error.valid_up_to(), str::len);
    blank.max(comma).or(Some(whole).filter(|whole| *whole > 0)).unwrap_or(piece.len())
}

/// The name of the column with this number as spreadsheets have it: A, B, … Z, AA.
fn column(mut number: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + (number % 26) as u8));
        if number < 26 {
            return name.iter().rev().collect();
        }
        number = number / 26 - 1;
    }
}

/// Tells what is found, and counts it.
struct Teller<'a> {
    options: &'a PrivacyOptions,
    as_json: bool,
    words: Words,
    out: &'a mut dyn Write,
    certain: usize,
    likely: usize,
}

impl Teller<'_> {
    /// Line by line; places are file:line:column.
    fn text(&mut self, name: &str, mut source: Box<dyn BufRead>) -> Result<(), Failure> {
        let (mut bytes, mut line, mut before) = (Vec::new(), 1, 0);
        let mut decoder = Decoder::default();
        while piece(&mut source, &mut bytes)? || !bytes.is_empty() {
            let rest = bytes.split_off(cut(&bytes));
            decoder.see(&bytes);
            let text = decoder.decode(&bytes)?;
            for finding in self.found(&text, "") {
                let column = before + text[..finding.start].chars().count() + 1;
                self.tell(&format!("{name}:{line}:{column}"), &finding)?;
            }
            if text.ends_with('\n') {
                (line, before) = (line + 1, 0);
            } else {
                before += text.chars().count();
            }
            bytes = rest;
        }
        Ok(())
    }

    /// Row by row; places are those of a spreadsheet, file:C3.
    fn table(&mut self, name: &str, source: Box<dyn BufRead>, delimiter: u8) -> Result<(), Failure> {
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(source);
        let mut decoder = Decoder::default();
        let mut labels: Vec<String> = Vec::new();
        let (mut record, mut row) = (ByteRecord::new(), 0);
        while reader.read_byte_record(&mut record).map_err(|error| Failure::Unreadable(error.into()))? {
            row += 1;
            decoder.see(record.as_slice());
            // Titles stand above the heading, in a cell of their own.
            let is_heading = labels.is_empty() && record.iter().filter(|cell| !cell.is_empty()).count() > 1;
            for (index, cell) in record.iter().enumerate() {
                let text = decoder.decode(cell)?;
                let label = labels.get(index).map_or("", String::as_str);
                for finding in self.found(&text, label) {
                    self.tell(&format!("{name}:{}{row}", column(index)), &finding)?;
                }
            }
            if is_heading {
                labels = record
                    .iter()
                    .map(|cell| decoder.decode(cell).map(Cow::into_owned))
                    .collect::<Result<_, _>>()?;
            }
        }
        Ok(())
    }

    /// Document by document; places are those of `gongkai check`, and a JSON Pointer.
    fn documents(&mut self, name: &str, file: &Path) -> Result<(), Failure> {
        let mut number = 0;
        for document in Deserializer::from_reader(open(file)?).into_iter::<Value>() {
            let document = document.map_err(|error| match error.is_io() {
                true => Failure::Unreadable(error.into()),
                false => Failure::NotJson(error),
            })?;
            let one = [document];
            let documents = one[0].as_array().map_or(&one[..], Vec::as_slice);
            for document in documents {
                number += 1;
                self.value(&format!("{name}:{number}#"), "", document)?;
            }
        }
        Ok(())
    }

    fn value(&mut self, place: &str, label: &str, value: &Value) -> Result<(), Failure> {
        match value {
            Value::String(text) => self.leaf(place, label, text),
            Value::Number(number) => self.leaf(place, label, &number.to_string()),
            Value::Array(values) => values
                .iter()
                .enumerate()
                .try_for_each(|(index, value)| self.value(&format!("{place}/{index}"), label, value)),
            Value::Object(members) => members.iter().try_for_each(|(key, value)| {
                let step = key.replace('~', "~0").replace('/', "~1");
                self.value(&format!("{place}/{step}"), key, value)
            }),
            Value::Null | Value::Bool(_) => Ok(()),
        }
    }

    fn leaf(&mut self, place: &str, label: &str, text: &str) -> Result<(), Failure> {
        self.found(text, label).iter().try_for_each(|finding| self.tell(place, finding))
    }

    fn found(&self, text: &str, label: &str) -> Vec<Finding> {
        let mut findings = scan(text, &ScanContext::new(label));
        findings
            .retain(|finding| self.options.kinds.is_empty() || self.options.kinds.contains(&finding.kind));
        findings
    }

    fn tell(&mut self, place: &str, finding: &Finding) -> Result<(), Failure> {
        let words = self.words;
        if self.as_json {
            let document = json!({
                "kind": finding.kind, "certainty": finding.certainty, "place": place, "masked": finding.masked,
            });
            writeln!(self.out, "{document}")?;
        } else {
            let certainty = match finding.certainty {
                Certainty::Certain => words.pick("确定", "certain"),
                Certainty::Likely => words.pick("可能", "likely"),
            };
            let kind = finding.kind.name(words.lang());
            writeln!(self.out, "{}", plain(&format!("{place}  {kind}  {}  {certainty}", finding.masked)))?;
        }
        match finding.certainty {
            Certainty::Certain => self.certain += 1,
            Certainty::Likely => self.likely += 1,
        }
        Ok(())
    }

    fn finish(self) -> Result<(), Failure> {
        let (certain, likely) = (self.certain, self.likely);
        let all = certain + likely;
        if !self.as_json {
            match self.words.lang() {
                Lang::Zh => writeln!(self.out, "共{all}处：确定{certain}处，可能{likely}处")?,
                Lang::En => writeln!(self.out, "{all} found: {certain} certain, {likely} likely")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(column), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn long_lines_are_cut_between_numbers() {
        assert_eq!(cut(b"13800138000 138\n"), 16);
        let mut long = vec![b'1'; MAX_PIECE_BYTES as usize];
        assert_eq!(cut(&long), long.len());
        long[100] = b' ';
        assert_eq!(cut(&long), 101);
        let chinese = "汉".repeat(MAX_PIECE_BYTES as usize);
        assert_eq!(cut(&chinese.as_bytes()[..MAX_PIECE_BYTES as usize]) % 3, 0);
        let sentence = format!("甲，{chinese}");
        assert_eq!(cut(&sentence.as_bytes()[..MAX_PIECE_BYTES as usize]), 6);
    }
}
