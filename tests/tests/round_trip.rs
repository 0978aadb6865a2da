//! A guideline written as an official table and read again is the same guideline, as far as the table has a place for
//! it: in every domain and every format that is read. Blanks inside texts are layout to a reader of tables.

use std::collections::BTreeSet;

use gongkai_core::Guideline;
use gongkai_core::export::{self, Format, Options};
use gongkai_core::guideline::{ElementSource, Row};
use gongkai_core::import::draft::row as drafted;
use gongkai_core::import::reader::{self, Limits};
use gongkai_core::import::report::Outcome;
use gongkai_core::import::{ImportReport, Knowledge, understand};

/// Formats that are read; Markdown is for people.
const READ: [Format; 4] = [Format::Xlsx, Format::Docx, Format::Html, Format::Csv];

/// What does not come back, and why: domain, row, field.
const KNOWN: &[(&str, usize, &str, &str)] = &[
    (
        "work-safety",
        7,
        "audience",
        "特定群众（未写明）: a reader takes what stands in brackets for the group",
    ),
    ("agricultural-subsidies", 1, "basis", "XX省 is masked, and what is masked is left to a person"),
];

fn imported(guideline: &Guideline, format: Format) -> ImportReport {
    let bytes =
        export::write(guideline, gongkai::lexicon(), format, &Options::default()).expect("it is written");
    let name = format!("{}.{}", guideline.slug, format.extension());
    let document =
        reader::read(&name, &bytes, &Limits::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
    let domains: Vec<String> = gongkai::guidelines().iter().map(|guideline| guideline.name.clone()).collect();
    let knowledge = Knowledge::new(gongkai::table_words(), gongkai::lexicon()).with_domains(&domains);
    understand(document, &knowledge)
}

/// What a row says that a table has a place for; channels in whatever order.
fn printed(row: &Row) -> Vec<(&'static str, String)> {
    let channels: BTreeSet<&String> = row.channels.iter().collect();
    let elements: Vec<&str> = row.elements.iter().map(|element| element.name()).collect();
    vec![
        ("category", row.category.clone()),
        ("name", format!("{:?}", row.name)),
        ("elements", format!("{elements:#?}")),
        ("basis", format!("{:#?}", row.basis)),
        // A full stop at the end says nothing, and readers drop it.
        ("time limit", format!("{:?}", row.time_limit.as_deref().map(|limit| limit.trim_end_matches('。')))),
        ("publisher", row.publisher.clone()),
        ("channels", format!("{channels:?}")),
        ("audience", format!("{:?}", row.audience)),
        ("methods", format!("{:?}", row.methods)),
        ("levels", format!("{:?}", row.levels)),
    ]
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|char| *char != ' ').collect()
}

/// Compares what comes back of a guideline with what should.
fn check(guideline: &Guideline, wanted: &Guideline, format: Format, wrong: &mut Vec<String>) {
    let place = format!("{} {format:?}", guideline.slug);
    let report = imported(guideline, format);
    assert_eq!(report.outcome, Outcome::Ok, "{place}: {:?}", report.why);
    let [domain] = report.domains.as_slice() else {
        wrong.push(format!("{place}: {} domains", report.domains.len()));
        return;
    };
    if domain.name != guideline.name {
        wrong.push(format!("{place}: named {}", domain.name));
    }
    if domain.items.len() != guideline.items.len() {
        wrong.push(format!("{place}: {} items of {}", domain.items.len(), guideline.items.len()));
        return;
    }
    for (number, (item, row)) in (1..).zip(domain.items.iter().zip(&wanted.items)) {
        let back = drafted(item, &report.document, domain.sheet.as_deref());
        for ((name, wanted), (_, found)) in printed(row).into_iter().zip(printed(&back)) {
            let is_same = without_blanks(&wanted) == without_blanks(&found);
            let is_known = KNOWN
                .iter()
                .any(|known| (known.0, known.1, known.2) == (guideline.slug.as_str(), number, name));
            if is_same && is_known {
                wrong.push(format!("{place} {number} {name} comes back, and is said not to"));
            } else if !is_same && !is_known {
                wrong.push(format!("{place} {number} {name}: {wanted} came back as {found}"));
            }
        }
    }
}

#[test]
fn every_domain_comes_back_from_every_format() {
    let mut wrong = Vec::new();
    for guideline in gongkai::guidelines() {
        for format in READ {
            check(guideline, guideline, format, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn signs_that_mean_something_to_a_format_are_texts() {
    let mut guideline = gongkai::guidelines()[0].clone();
    guideline.items.truncate(2);
    let row = &mut guideline.items[0];
    row.name = Some("甲<乙>&“丙”|丁\\*戊*".to_owned());
    row.elements = ["一；二、三等信息", "=1+1", "<br>", "a\u{1}b, \"c\""]
        .map(|name| ElementSource::Name(name.to_owned()))
        .into();
    row.channels.push("其他：&lt;大厅".to_owned());
    row.audience.group = Some("申请人（\"本人\"）".to_owned());
    row.levels.push("村级".to_owned());
    let mut wanted = guideline.clone();
    // No document can hold a control character.
    wanted.items[0].elements[3] = ElementSource::Name("ab, \"c\"".to_owned());
    for format in READ {
        let mut wrong = Vec::new();
        check(&guideline, &wanted, format, &mut wrong);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
