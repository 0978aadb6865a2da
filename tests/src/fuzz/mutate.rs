//! Makes new inputs of known ones, for where no fuzzer is at hand: a seed, a few changes, again.

use fastrand::Rng;

use super::trees;

/// Pieces that readers treat in their own way.
const PIECES: &[&str] = &[
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-",
    "0",
    "1e999",
    "99999999999999999999",
    "\\ud800",
    "\\u0000",
    "\u{feff}",
    "\u{202e}",
    "\u{3000}",
    "\r\n",
    "\n",
    "\t",
    ";",
    "；",
    "、",
    "：",
    "《",
    "》",
    "〔2019〕",
    "20个工作日内",
    "之日起",
    "每年",
    "2026-02-30",
    "２０２６",
    "=",
    "[[",
    "]]",
    "\"\"\"",
    "#",
    "'",
    "\0",
    "\u{10ffff}",
];

/// Longest input; longer ones take time and find nothing else.
const MAX_BYTES: usize = 1 << 16;

/// Makes inputs; the same ones for the same seed.
pub struct Mutator {
    random: Rng,
    seeds: Vec<Vec<u8>>,
}

impl Mutator {
    /// Begins with these inputs.
    #[must_use]
    pub fn new(seeds: Vec<Vec<u8>>, seed: u64) -> Self {
        Mutator { random: Rng::with_seed(seed), seeds }
    }

    /// The next input.
    pub fn next_input(&mut self) -> Vec<u8> {
        let mut input = self.seed();
        if self.random.bool() {
            let other = self.seed();
            if let Some(changed) = trees::changed(&input, &other, &mut self.random) {
                return changed;
            }
        }
        for _ in 0..=self.random.usize(..6) {
            self.change(&mut input);
        }
        input.truncate(MAX_BYTES);
        input
    }

    fn seed(&mut self) -> Vec<u8> {
        self.random.choice(&self.seeds).cloned().unwrap_or_default()
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let start = self.random.usize(..=input.len());
        let end = self.random.usize(start..=input.len().min(start + 40));
        match self.random.u8(..8) {
            0 if start < input.len() => input[start] ^= 1 << self.random.u8(..8),
            1 if start < input.len() => input[start] = self.random.u8(..),
            2 => drop(input.drain(start..end)),
            3 => {
                let piece = input[start..end].to_vec();
                let at = self.random.usize(..=input.len());
                input.splice(at..at, piece);
            }
            4 => {
                let other = self.seed();
                let from = self.random.usize(..=other.len());
                let to = self.random.usize(from..=other.len().min(from + 200));
                input.splice(start..end, other[from..to].iter().copied());
            }
            5 => input.truncate(start),
            _ => {
                let piece = PIECES[self.random.usize(..PIECES.len())];
                input.splice(start..end, piece.bytes());
            }
        }
    }
}
