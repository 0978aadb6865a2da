//! JSON documents one behind the other; of an array each element is an entry, and no more than one is held at a time.
//!
//! Only strings and brackets are told apart here, to find where an entry ends; whether it is JSON the check says.

use std::io::Read;

use super::syntax::{behind, is_document};
use super::{Appetite, BYTE_ORDER_MARK, InputError, InputFault, MAX_ENTRY_BYTES, Place, Span, Texts};

/// Reads JSON documents.
pub struct Documents<R> {
    source: R,
    appetite: Appetite,
    buffer: Vec<u8>,
    scan: Scan,
    /// Place of the first byte of the buffer; its number is that of the entry that comes next.
    place: Place,
    started: bool,
    ended: bool,
    failure: Option<InputError>,
}

/// How far the buffer is understood.
struct Scan {
    state: State,
    /// The byte that comes next.
    at: usize,
    /// The first byte of the entry that is being read.
    start: usize,
    in_array: bool,
}

#[derive(Clone, Copy)]
enum State {
    /// Before a document or an element; `after_comma`: an element has to come.
    Before { after_comma: bool },
    /// In an array behind an element.
    Behind,
    /// In an object or array that is an entry, so many brackets deep.
    Nested(u64),
    /// In a text.
    Text { depth: u64, escaped: bool },
    /// In a number or a word.
    Word,
}

/// What a step of the scan found.
enum Found {
    Entry,
    /// The rest cannot be cut into entries.
    Stop,
    Fault(&'static str),
    More,
}

impl<R: Read> Documents<R> {
    /// Reads from here.
    pub fn new(source: R) -> Self {
        let scan = Scan { state: State::Before { after_comma: false }, at: 0, start: 0, in_array: false };
        let place = Place { number: 1, line: 1, column: 0 };
        Documents {
            source,
            appetite: Appetite::new(),
            buffer: Vec::new(),
            scan,
            place,
            started: false,
            ended: false,
            failure: None,
        }
    }

    fn read(&mut self) -> Result<Texts, InputError> {
        self.ended = self.appetite.read(&mut self.source, &mut self.buffer)? == 0;
        if !self.started && (self.ended || self.buffer.len() >= BYTE_ORDER_MARK.len()) {
            self.started = true;
            if self.buffer.starts_with(BYTE_ORDER_MARK) {
                self.buffer.drain(..BYTE_ORDER_MARK.len());
            }
        }
        let mut spans = Vec::new();
        // Up to where places were counted.
        let mut counted = 0;
        while self.started {
            let found = self.scan.step(&self.buffer, self.ended);
            let from = self.scan.start;
            match found {
                Found::More => break,
                Found::Entry | Found::Stop => {
                    let place = self.advance(counted, from);
                    spans.push(Span { place, start: from, end: self.scan.at });
                    counted = from;
                    self.place.number += 1;
                    if matches!(found, Found::Stop) {
                        self.ended = true;
                        break;
                    }
                }
                Found::Fault(reason) => {
                    let place = self.advance(counted, self.scan.at);
                    let (line, column) = (place.line, place.column + 1);
                    let fault = InputFault::NotJson { line, column, reason: reason.to_owned() };
                    self.failure = Some(fault.at(place.number));
                    self.ended = true;
                    break;
                }
            }
        }
        if self.ended {
            return Ok(Texts { bytes: std::mem::take(&mut self.buffer), spans });
        }
        let keep = if self.scan.is_in_entry() { self.scan.start } else { self.scan.at };
        self.advance(counted, keep);
        let rest = self.buffer.split_off(keep);
        if rest.len() > MAX_ENTRY_BYTES {
            self.ended = true;
            self.failure = Some(InputFault::TooLong { max_bytes: MAX_ENTRY_BYTES }.at(self.place.number));
        }
        self.scan.start = 0;
        self.scan.at -= keep;
        let bytes = std::mem::replace(&mut self.buffer, rest);
        Ok(Texts { bytes, spans })
    }

    /// The place of a byte of the buffer, counted on from another.
    fn advance(&mut self, from: usize, to: usize) -> Place {
        let (line, column) = behind(&self.buffer[from..to], self.place);
        self.place = Place { line, column, ..self.place };
        self.place
    }
}

impl<R: Read> Iterator for Documents<R> {
    type Item = Result<Texts, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.read() {
                Ok(texts) if texts.is_empty() => {}
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
                found => return Some(found),
            }
        }
        self.failure.take().map(Err)
    }
}

impl Scan {
    fn is_in_entry(&self) -> bool {
        !matches!(self.state, State::Before { .. } | State::Behind)
    }

    /// Goes on to the end of the next entry, or of what is there.
    fn step(&mut self, buffer: &[u8], is_all: bool) -> Found {
        while let Some(byte) = buffer.get(self.at) {
            match self.state {
                State::Before { .. } | State::Behind if byte.is_ascii_whitespace() => self.at += 1,
                State::Before { after_comma } => match byte {
                    b'[' if !self.in_array => {
                        self.in_array = true;
                        self.at += 1;
                    }
                    b']' if self.in_array && !after_comma => self.leave_array(),
                    b']' if self.in_array => return Found::Fault("trailing comma"),
                    b',' if self.in_array => return Found::Fault("expected value"),
                    _ => {
                        self.start = self.at;
                        self.state = match byte {
                            b'{' | b'[' => State::Nested(0),
                            b'"' => State::Text { depth: 0, escaped: false },
                            _ => State::Word,
                        };
                        self.at += usize::from(*byte == b'"');
                    }
                },
                State::Behind => match byte {
                    b',' => {
                        self.at += 1;
                        self.state = State::Before { after_comma: true };
                    }
                    b']' => self.leave_array(),
                    _ => return Found::Fault("expected `,` or `]`"),
                },
                State::Nested(depth) => {
                    let rest = &buffer[self.at..];
                    let Some(offset) = rest.iter().position(|byte| b"\"{}[]".contains(byte)) else {
                        self.at = buffer.len();
                        break;
                    };
                    self.at += offset + 1;
                    self.state = match rest[offset] {
                        b'"' => State::Text { depth, escaped: false },
                        b'{' | b'[' => State::Nested(depth + 1),
                        _ if depth == 1 => return self.end_of_entry(),
                        _ => State::Nested(depth - 1),
                    };
                }
                State::Text { depth, escaped: true } => {
                    self.at += 1;
                    self.state = State::Text { depth, escaped: false };
                }
                State::Text { depth, escaped: false } => {
                    let Some(offset) = memchr::memchr2(b'"', b'\\', &buffer[self.at..]) else {
                        self.at = buffer.len();
                        break;
                    };
                    self.at += offset + 1;
                    match (buffer[self.at - 1], depth) {
                        (b'\\', _) => self.state = State::Text { depth, escaped: true },
                        (_, 0) => return self.end_of_entry(),
                        _ => self.state = State::Nested(depth),
                    }
                }
                State::Word => {
                    if byte.is_ascii_whitespace() || b",[]{}\"".contains(byte) {
                        if !is_document(&buffer[self.start..self.at]) {
                            // Too far off to be cut into entries: one complaint is enough.
                            self.at = self.at.max(self.start + 1);
                            return Found::Stop;
                        }
                        return self.end_of_entry();
                    }
                    self.at += 1;
                }
            }
        }
        if !is_all {
            return Found::More;
        }
        match self.state {
            State::Before { .. } | State::Behind if self.in_array => {
                self.in_array = false;
                Found::Fault("EOF while parsing a list")
            }
            State::Before { .. } | State::Behind => Found::More,
            _ => Found::Stop,
        }
    }

    fn leave_array(&mut self) {
        self.at += 1;
        self.in_array = false;
        self.state = State::Before { after_comma: false };
    }

    fn end_of_entry(&mut self) -> Found {
        self.state = if self.in_array { State::Behind } else { State::Before { after_comma: false } };
        Found::Entry
    }
}
