//! Generated files are up to date: `cargo xtask regen` would leave no diff.

use gongkai_core::IssueCode;
use gongkai_core::ids_lock::IdsLock;
use gongkai_tests::regen::{GENERATORS, Mode, ids_lock, run};
use gongkai_tests::workspace;

#[test]
fn nothing_is_out_of_date() {
    let mut differences = Vec::new();
    for (name, generator) in GENERATORS {
        match run(*generator, Mode::Check) {
            Ok(changes) => differences.extend(changes),
            Err(error) => differences.push(format!("{name}: {error}")),
        }
    }
    assert!(differences.is_empty(), "run `cargo xtask regen` and read the diff:\n{}", differences.join("\n"));
}

#[test]
fn the_page_of_demands_names_rules_that_exist() {
    let page =
        std::fs::read_to_string(workspace::root().join("guideline-schemas/coverage.md")).expect("a page");
    let named: Vec<&str> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| {
            code.contains('-') && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        })
        .collect();
    assert!(named.len() > 50);
    for code in named {
        assert!(IssueCode::ALL.iter().any(|known| known.as_str() == code), "{code}");
    }
}

#[test]
fn locked_ids_are_kept() {
    let broken: Vec<String> =
        ids_lock::locked().broken_by(&ids_lock::current()).iter().map(ToString::to_string).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_vanished_or_renamed_id_is_noticed() {
    let lock = |lines: &[(&str, &str)]| IdsLock {
        lines: lines.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect(),
    };
    let locked = lock(&[("p/kept", "甲/乙"), ("p/renamed", "甲/丙"), ("p/vanished", "甲/丁")]);
    let current = lock(&[("p/kept", "甲/乙"), ("p/renamed", "甲/戊"), ("p/new", "甲/己")]);
    let broken: Vec<String> = locked.broken_by(&current).iter().map(ToString::to_string).collect();
    assert_eq!(broken, ["p/renamed named 甲/丙, names 甲/戊 now", "p/vanished (甲/丁) has vanished"]);
    assert_eq!(IdsLock::parse(&locked.write()), Ok(locked));
}
