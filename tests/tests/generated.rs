//! Generated files are up to date: `cargo xtask regen` would leave no diff.

use std::collections::BTreeMap;

use gongkai_tests::regen::{GENERATORS, Mode, ids_lock, run};

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
fn locked_ids_are_kept() {
    let broken = ids_lock::broken(&ids_lock::locked(), &ids_lock::current());
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn a_vanished_or_renamed_id_is_noticed() {
    let locked = BTreeMap::from([
        ("p/kept".to_owned(), "甲/乙".to_owned()),
        ("p/renamed".to_owned(), "甲/丙".to_owned()),
        ("p/vanished".to_owned(), "甲/丁".to_owned()),
    ]);
    let current = [("p/kept", "甲/乙"), ("p/renamed", "甲/戊"), ("p/new", "甲/己")]
        .map(|(id, name)| (id.to_owned(), name.to_owned()));
    assert_eq!(
        ids_lock::broken(&locked, &current),
        ["p/renamed named 甲/丙, names 甲/戊 now", "p/vanished (甲/丁) has vanished"]
    );
}
