//! The rows of every shipped guideline, printed in a thousand mixtures of what counties do, are understood as meant.

use std::collections::BTreeSet;

use fastrand::Rng;
use gongkai_core::guideline::{Method, Row};
use gongkai_core::import::reader::{self, Limits};
use gongkai_core::import::report::{ImportedItem, Outcome};
use gongkai_core::import::{ImportReport, Knowledge, understand};
use gongkai_tests::mixtures::{self, Mixture};

/// Mixtures of each domain.
const ROUNDS: u64 = 40;

/// Tables that cannot be told from ones that mean something else, with the reason.
const KNOWN: &[(&str, u64, &str)] = &[(
    "扶贫",
    24,
    "one element is broken over two lines, as a list of two would be, and nothing else in its table shows what line ends mean",
)];

fn read(html: &str, domains: &[String]) -> ImportReport {
    let document =
        reader::read("table.html", html.as_bytes(), &Limits::default()).expect("it is a page with a table");
    understand(document, &Knowledge::new(gongkai::table_words(), gongkai::lexicon()).with_domains(domains))
}

/// Texts without blanks, of one width.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|char| !char.is_whitespace())
        .map(|char| match char {
            '（' => '(',
            '）' => ')',
            '；' => ';',
            '：' => ':',
            '，' => ',',
            other => other,
        })
        .collect::<String>()
        .trim_end_matches(['。', ';', '、', '.'])
        .to_owned()
}

fn bag<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    texts.into_iter().map(plain).collect()
}

/// What differs between a row that was printed and the item that was read.
fn differences(row: &Row, number: &str, item: &ImportedItem, levels: [&'static str; 2]) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |field: &str, want: String, got: String| {
        if want != got {
            found.push(format!("{field}: want {want}, got {got}"));
        }
    };
    let text = |text: &Option<String>| text.as_deref().map(plain).unwrap_or_default();
    compare("row", number.to_owned(), item.row.clone().unwrap_or_default());
    compare("level1", plain(&row.category), text(&item.level1));
    compare("level2", text(&row.name), text(&item.level2));
    let mut wanted: Vec<String> = Vec::new();
    for element in &row.elements {
        let name = plain(element.name());
        if !wanted.contains(&name) {
            wanted.push(name);
        }
    }
    let elements: Vec<String> = item.elements.iter().map(|name| plain(name)).collect();
    compare("elements", format!("{wanted:?}"), format!("{elements:?}"));
    let basis =
        |entries: &[String]| format!("{:?}", entries.iter().map(|entry| plain(entry)).collect::<Vec<_>>());
    compare("basis", basis(&row.basis), basis(&item.basis));
    compare("time_limit", text(&row.time_limit), text(&item.time_limit));
    compare("publisher", plain(&row.publisher), text(&item.subject));
    let channels = item.channels.clone().unwrap_or_default();
    compare(
        "channels",
        format!("{:?}", bag(row.channels.iter().map(String::as_str))),
        format!("{:?}", bag(channels.iter().map(String::as_str))),
    );
    compare("everyone", format!("{:?}", Some(row.audience.everyone)), format!("{:?}", item.audience.all));
    compare("group", text(&row.audience.group), text(&item.audience.specific));
    let methods: Vec<&str> = row
        .methods
        .iter()
        .map(|method| if *method == Method::Proactive { "主动" } else { "依申请" })
        .collect();
    compare("methods", format!("{methods:?}"), format!("{:?}", item.method.clone().unwrap_or_default()));
    let printed = row.levels.iter().map(|level| if level == "县级" { levels[0] } else { levels[1] });
    let read = item.levels.clone().unwrap_or_default();
    compare("levels", format!("{:?}", bag(printed)), format!("{:?}", bag(read.iter().map(String::as_str))));
    found
}

fn judge(mixture: &Mixture, name: &str, domains: &[String]) -> Vec<String> {
    let report = read(&mixture.html, domains);
    if report.outcome != Outcome::Ok || report.domains.len() != 1 {
        return vec![format!("{:?} with {} domains: {:?}", report.outcome, report.domains.len(), report.why)];
    }
    let domain = &report.domains[0];
    let mut found = Vec::new();
    if domain.name != name {
        found.push(format!("domain: want {name}, got {}", domain.name));
    }
    if domain.items.len() != mixture.rows.len() {
        found.push(format!("want {} items, got {}", mixture.rows.len(), domain.items.len()));
    }
    for ((row, number), item) in mixture.rows.iter().zip(&mixture.numbers).zip(&domain.items) {
        found.extend(differences(row, number, item, mixture.levels));
    }
    found
}

#[test]
fn every_mixture_is_understood_as_meant() {
    let domains: Vec<String> = gongkai::guidelines().iter().map(|guideline| guideline.name.clone()).collect();
    let mut wrong = Vec::new();
    let (mut tables, mut rows) = (0, 0);
    for (index, guideline) in gongkai::guidelines().iter().enumerate() {
        for round in 0..ROUNDS {
            let mut rng = Rng::with_seed(index as u64 * ROUNDS + round);
            let Some(mixture) = mixtures::print(guideline, &mut rng) else { continue };
            tables += 1;
            rows += mixture.rows.len();
            let differences = judge(&mixture, &guideline.name, &domains);
            let is_known = KNOWN.iter().any(|(name, known, _)| *name == guideline.name && *known == round);
            assert!(
                !is_known || !differences.is_empty(),
                "{} round {round} is understood now",
                guideline.name
            );
            if !differences.is_empty() && !is_known {
                wrong.push(format!(
                    "{} round {round}: {}\n    {:?}",
                    guideline.name,
                    differences.iter().take(3).cloned().collect::<Vec<_>>().join("\n    "),
                    mixture.style
                ));
            }
        }
    }
    println!("{tables} tables, {rows} rows, {} tables with differences", wrong.len());
    assert!(tables > 900, "only {tables} tables could be printed");
    assert!(
        wrong.is_empty(),
        "{} of {tables} tables:\n{}",
        wrong.len(),
        wrong.iter().take(12).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn names_of_unknown_domains_are_found_as_well() {
    for (index, guideline) in gongkai::guidelines().iter().enumerate() {
        let mut rng = Rng::with_seed(5000 + index as u64);
        let Some(mixture) = mixtures::print(guideline, &mut rng) else { continue };
        assert_eq!(read(&mixture.html, &[]).domains[0].name, guideline.name, "{:?}", mixture.style);
    }
}
