//! The detectors of personal data: precision and recall on a labelled corpus, what they may tell, and their speed.

use std::collections::BTreeMap;
use std::time::Instant;

use fastrand::Rng;
use gongkai_core::privacy::{Finding, PrivacyKind, ScanContext, masked, scan};
use gongkai_tests::privacy_corpus::{Cell, Planted, cells, template_count};

const SEED: u64 = 20_201_130;
/// Cells for each unit of weight of a template.
const SCALE: usize = 40;
const LEAST: f64 = 0.99;
/// A country code or a separator may belong to a finding, no more.
const SLACK_BYTES: usize = 5;

#[derive(Default, Clone, Copy)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Score {
    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

fn found(cell: &Cell) -> Vec<Finding> {
    scan(&cell.text, &ScanContext::new(cell.label))
}

/// Whether a finding is what was planted: the whole of it, and hardly more.
fn is_the(finding: &Finding, planted: &Planted) -> bool {
    let (start, end) = (planted.range.start, planted.range.end);
    finding.kind == planted.kind
        && if planted.kind == PrivacyKind::HomeAddress {
            // The part up to the township may stay, so that where it begins does not matter.
            finding.end == end && finding.start < end
        } else {
            finding.start <= start && finding.end == end && start - finding.start <= SLACK_BYTES
        }
}

#[test]
fn precision_and_recall() {
    let corpus = cells(SEED, SCALE);
    assert!(corpus.len() >= 8000 && template_count() >= 60);
    let mut scores: BTreeMap<PrivacyKind, Score> = BTreeMap::new();
    let mut faults: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    for cell in &corpus {
        let mut findings = found(cell);
        let mut fault = Vec::new();
        for planted in &cell.planted {
            let score = scores.entry(planted.kind).or_default();
            match findings.iter().position(|finding| is_the(finding, planted)) {
                Some(index) => {
                    findings.remove(index);
                    score.right += 1;
                }
                None => {
                    score.missed += 1;
                    fault.push(format!("missed {}", planted.kind.as_str()));
                }
            }
        }
        for finding in findings {
            scores.entry(finding.kind).or_default().wrong += 1;
            fault.push(format!("wrong {finding}"));
        }
        if !fault.is_empty() {
            let entry = faults.entry(cell.template).or_default();
            entry.0 += 1;
            entry.1 = format!("[{}] {} — {}", cell.label, cell.text, fault.join(", "));
        }
    }
    let mut all = Score::default();
    let empty = corpus.iter().filter(|cell| cell.planted.is_empty()).count();
    println!("{} cells, {empty} of them without personal data, {} templates", corpus.len(), template_count());
    println!("kind             right  wrong missed precision recall");
    let line = |name: &str, score: Score| {
        let (precision, recall) = (score.precision(), score.recall());
        println!(
            "{name:<15} {:>6} {:>6} {:>6}    {precision:.4} {recall:.4}",
            score.right, score.wrong, score.missed
        );
    };
    for (kind, score) in &scores {
        line(kind.as_str(), *score);
        all.right += score.right;
        all.wrong += score.wrong;
        all.missed += score.missed;
    }
    line("overall", all);
    for (template, (count, example)) in &faults {
        println!("template {template}: {count} cells, such as {example:?}");
    }
    assert!(all.precision() >= LEAST && all.recall() >= LEAST);
    assert_eq!(scores.len(), PrivacyKind::ALL.len());
}

#[test]
fn the_corpus_is_the_same_every_time_and_its_labels_fit() {
    let texts = |seed| cells(seed, 1).into_iter().map(|cell| cell.text).collect::<Vec<_>>();
    assert_eq!(texts(SEED), texts(SEED));
    assert_ne!(texts(SEED), texts(SEED + 1));
    for cell in cells(SEED, 1) {
        for planted in &cell.planted {
            assert!(cell.text.get(planted.range.clone()).is_some_and(|value| !value.is_empty()));
        }
    }
}

#[test]
fn findings_do_not_tell_the_value() {
    for cell in cells(SEED, 4) {
        for finding in found(&cell) {
            let value = &cell.text[finding.start..finding.end];
            let json = serde_json::to_string(&finding).expect("a finding is JSON");
            for told in [format!("{finding:?}"), format!("{finding:#?}"), finding.to_string(), json] {
                assert!(!told.contains(value), "{told}");
            }
        }
    }
}

/// How many characters of a value its mask may keep.
fn kept_at_most(kind: PrivacyKind) -> usize {
    match kind {
        PrivacyKind::Mobile => 7,
        PrivacyKind::ResidentId => 5,
        PrivacyKind::BankCard => 4,
        PrivacyKind::Passport => 3,
        PrivacyKind::VehiclePlate => 4,
        // The domain of a provider tells nothing; one character of the name stays.
        PrivacyKind::PersonalEmail => 1,
        _ => 0,
    }
}

#[test]
fn masks_keep_no_more_than_the_style_allows() {
    let mut seen = 0;
    for cell in cells(SEED, 4) {
        for finding in found(&cell) {
            let value = &cell.text[finding.start..finding.end];
            let mask = &finding.masked;
            if finding.kind == PrivacyKind::HomeAddress {
                let kept = mask.strip_suffix("***").expect("an address is cut");
                let ends = ["", "镇", "乡", "街道", "区", "县", "市"];
                assert!(value.starts_with(kept) && ends.iter().any(|end| kept.ends_with(end)), "{mask}");
                assert!(kept.is_empty() || !kept.chars().any(|char| char.is_ascii_digit()), "{mask}");
            } else {
                let name = mask.split('@').next().unwrap_or_default();
                assert!(name.contains("***") || finding.kind == PrivacyKind::VehiclePlate, "{mask}");
                let kept = name.chars().filter(|char| *char != '*').count();
                assert!(kept <= kept_at_most(finding.kind), "{mask}");
            }
            seen += 1;
        }
    }
    assert!(seen > 400);
}

#[test]
fn masked_text_has_no_findings() {
    for cell in cells(SEED, 8) {
        let text = masked(&cell.text, &found(&cell));
        let again = scan(&text, &ScanContext::new(cell.label));
        assert!(again.is_empty(), "{} [{}] {text}: {again:?}", cell.text, cell.label);
    }
}

#[test]
fn nonsense_is_scanned_without_harm() {
    let mut rng = Rng::with_seed(SEED);
    let alphabet: Vec<char> =
        "0123456789０１２Xx-－— \u{200b}\u{feff}@＠.·+86G湘京AＪ号村组栋单元室住家路街道镇县区：，。\n\t#_é😀\u{301}"
            .chars()
            .collect();
    let labels = ["", "身份证号", "家庭住址", "银行卡号", "护照号", "联系电话", "编号"];
    for _ in 0..20_000 {
        let length = rng.usize(0..60);
        let text: String = (0..length).map(|_| alphabet[rng.usize(..alphabet.len())]).collect();
        let context = ScanContext::new(labels[rng.usize(..labels.len())]);
        let findings = scan(&text, &context);
        let mut end = 0;
        for finding in &findings {
            assert!(finding.start >= end && finding.start < finding.end, "{text:?} {findings:?}");
            assert!(text.get(finding.start..finding.end).is_some(), "{text:?} {findings:?}");
            end = finding.end;
        }
        let _ = masked(&text, &findings);
    }
}

/// Seconds for scanning this text repeated to a length.
fn seconds(piece: &str, bytes: usize) -> f64 {
    let text = piece.repeat(bytes / piece.len());
    let start = Instant::now();
    let findings = scan(&text, &ScanContext::default());
    let seconds = start.elapsed().as_secs_f64();
    assert!(findings.len() <= text.len());
    seconds
}

#[test]
fn time_grows_with_length_and_no_faster() {
    // Debug builds are slow, and what counts is how time grows: release builds read ten megabytes.
    const PIECE_BYTES: usize = if cfg!(debug_assertions) { 1 << 16 } else { 1 << 20 };
    let speed = |seconds: f64| (10 * PIECE_BYTES) as f64 / 1e6 / seconds;
    let pieces = [
        ("one long number", "1380013800"),
        ("numbers in groups", "138 0013 "),
        ("the same with dashes", "6222-"),
        ("invisible characters", "1\u{200b}\u{feff}"),
        ("only invisible characters", "\u{200b}"),
        ("nothing but at signs", "a@"),
        ("no punctuation", "武陵区河洑镇石板滩村三组"),
        ("units", "1号"),
        ("living", "住"),
        ("plates", "湘J"),
        ("blanks", " "),
        ("mobile numbers without end", "13800138000 "),
        ("an address without end", "https://"),
    ];
    for (name, piece) in pieces {
        // Whatever else the machine does makes some of the runs longer, and none shorter.
        let least = |bytes| (0..3).map(|_| seconds(piece, bytes)).fold(f64::INFINITY, f64::min);
        let small = least(PIECE_BYTES).max(0.001);
        let large = least(10 * PIECE_BYTES);
        println!("{name}: {:.1} MB/s", speed(large));
        assert!(large < small * 40.0, "{name}: {small} s for one, {large} s for ten");
    }
    let mixed: String =
        cells(SEED, 4).iter().map(|cell| format!("{}：{}\n", cell.label, cell.text)).collect();
    println!("the corpus as running text: {:.1} MB/s", speed(seconds(&mixed, 10 * PIECE_BYTES)));
}
