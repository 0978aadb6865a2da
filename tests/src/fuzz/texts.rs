//! Texts of people: detectors of personal data point at whole characters, from left to right, and tell nothing.

use gongkai_core::privacy::{FieldKind, ScanContext, masked, scan};

/// Kinds of fields that a text may come from.
const FIELDS: &[FieldKind] =
    &[FieldKind::Text, FieldKind::Phone, FieldKind::Number, FieldKind::DocumentNumber, FieldKind::Url];

/// Looks for personal data: the first line is the name of a column, the rest is what stands in it.
///
/// # Panics
/// A finding is out of place, shows what it found, or masking changes something else.
pub fn privacy(data: &[u8]) {
    let Ok(input) = std::str::from_utf8(data) else { return };
    let (label, text) = input.split_once('\n').unwrap_or(("", input));
    for field in FIELDS {
        for label in [label, ""] {
            look(text, &ScanContext::new(label).with_field(*field));
        }
    }
}

fn look(text: &str, context: &ScanContext<'_>) {
    let findings = scan(text, context);
    let hidden = masked(text, &findings);
    let mut rest = hidden.as_str();
    let mut done = 0;
    for finding in &findings {
        assert!(done <= finding.start && finding.start < finding.end, "{finding} in {text:?}");
        let found = text.get(finding.start..finding.end).expect("characters are whole");
        assert!(finding.masked.contains('*') && finding.masked != found, "{finding} in {text:?}");
        let before = &text[done..finding.start];
        rest = rest.strip_prefix(before).expect("what stands between findings stays");
        rest =
            rest.strip_prefix(finding.masked.as_str()).expect("the mask stands in place of what was found");
        done = finding.end;
    }
    assert_eq!(rest, &text[done..]);
    assert_eq!(scan(text, context), findings);
}
