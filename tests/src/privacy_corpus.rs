//! A labelled corpus of table cells and sentences, for measuring the detectors of personal data.
//!
//! Labels come from the templates, never from a detector: what a template plants with `{+name}` is personal,
//! all the rest is not. Everything is made up by a seeded generator, with checksums computed here and not by
//! the library, so that both would have to be wrong in the same way to agree by mistake.
//! Left out is what a person could not decide either: a number of eleven digits alone in a column without a name.

mod addresses;
mod held_out;
mod numbers;
mod templates;
mod unforeseen;

use std::ops::Range;

use fastrand::Rng;
use gongkai_core::privacy::PrivacyKind;

/// Personal data that a template has put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    /// What it is.
    pub kind: PrivacyKind,
    /// Where it stands, in bytes.
    pub range: Range<usize>,
}

/// A cell of a table, or a line of running text.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Which template it comes from.
    pub template: usize,
    /// Name of the column, empty for running text.
    pub label: &'static str,
    /// What stands in it.
    pub text: String,
    /// The personal data in it, from left to right.
    pub planted: Vec<Planted>,
}

/// How many templates there are.
#[must_use]
pub fn template_count() -> usize {
    templates().count()
}

/// Those written before the detectors, those written against them, and those held out.
fn templates() -> impl Iterator<Item = &'static templates::Template> {
    templates::TEMPLATES.iter().chain(unforeseen::UNFORESEEN).chain(held_out::HELD_OUT)
}

/// The corpus: as many cells of each template as its weight says, times `scale`.
#[must_use]
pub fn cells(seed: u64, scale: usize) -> Vec<Cell> {
    let mut rng = Rng::with_seed(seed);
    let mut cells = Vec::new();
    for (template, (weight, label, pattern)) in templates().enumerate() {
        for _ in 0..weight * scale {
            let (text, planted) = fill(pattern, &mut rng);
            cells.push(Cell { template, label, text, planted });
        }
    }
    rng.shuffle(&mut cells);
    cells
}

/// Puts values into a pattern.
fn fill(pattern: &str, rng: &mut Rng) -> (String, Vec<Planted>) {
    let (mut text, mut planted) = (String::new(), Vec::new());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, behind) = after.split_once('}').expect("patterns close their braces");
        let start = text.len();
        match name.strip_prefix('+') {
            Some(name) => {
                text.push_str(&value(name, rng));
                planted.push(Planted { kind: kind(name), range: start..text.len() });
            }
            None => text.push_str(&value(name, rng)),
        }
        rest = behind;
    }
    text.push_str(rest);
    (text, planted)
}

fn value(name: &str, rng: &mut Rng) -> String {
    numbers::make(name, rng)
        .or_else(|| addresses::make(name, rng))
        .unwrap_or_else(|| panic!("no value is called {name}"))
}

/// The kind of a planted value, by the first word of its name.
fn kind(name: &str) -> PrivacyKind {
    match name.split('-').next().unwrap_or_default() {
        "id" => PrivacyKind::ResidentId,
        "mobile" => PrivacyKind::Mobile,
        "card" => PrivacyKind::BankCard,
        "passport" => PrivacyKind::Passport,
        "plate" => PrivacyKind::VehiclePlate,
        "home" => PrivacyKind::HomeAddress,
        "mail" => PrivacyKind::PersonalEmail,
        _ => panic!("{name} is not personal"),
    }
}

/// One of several.
fn pick<'a>(rng: &mut Rng, from: &[&'a str]) -> &'a str {
    from[rng.usize(..from.len())]
}
