//! The fuzz targets on any toolchain: their stored inputs, then what a seeded mutator makes of them for a short while.
//!
//! `FUZZ_SECONDS` lengthens it, for each target; `FUZZ_SEED` starts elsewhere.

use std::panic::catch_unwind;
use std::time::{Duration, Instant};
use std::{env, fs};

use gongkai_tests::fuzz::{Mutator, TARGETS, Target, corpus};
use gongkai_tests::workspace;

/// How long each target is fuzzed, in seconds.
const USUAL_SECONDS: u64 = 2;

fn number(variable: &str) -> Option<u64> {
    env::var(variable).ok()?.parse().ok()
}

fn target(name: &str) -> Target {
    *TARGETS.iter().find(|target| target.name == name).expect("the target exists")
}

fn fuzz(name: &str) {
    let target = target(name);
    let files = workspace::files_below(&corpus(name)).expect("the corpus can be read");
    let seeds: Vec<Vec<u8>> =
        files.iter().map(|file| fs::read(file).expect("the corpus can be read")).collect();
    assert!(seeds.len() >= 3, "{name} has stored inputs");
    for (file, seed) in files.iter().zip(&seeds) {
        assert!(catch_unwind(|| (target.run)(seed)).is_ok(), "{}", file.display());
    }
    let time = Duration::from_secs(number("FUZZ_SECONDS").unwrap_or(USUAL_SECONDS));
    let mut mutator = Mutator::new(seeds, number("FUZZ_SEED").unwrap_or(2019));
    let start = Instant::now();
    let mut inputs = 0u64;
    while start.elapsed() < time {
        let input = mutator.next_input();
        let is_well = catch_unwind(|| (target.run)(&input)).is_ok();
        assert!(is_well, "{name}, input {inputs}: {:?}", String::from_utf8_lossy(&input));
        inputs += 1;
    }
    println!("{name}: {inputs} inputs");
    assert!(inputs > 10, "{name}: {inputs} inputs in {time:?}");
}

macro_rules! targets {
    ($($name:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            fuzz(stringify!($name));
        })*

        #[test]
        fn every_target_is_run_here_and_by_the_fuzzer() {
            let here = [$(stringify!($name)),*];
            let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, here);
            let manifest = fs::read_to_string(workspace::root().join("tests/fuzz/Cargo.toml")).expect("it exists");
            for name in names {
                let file = format!("fuzz_targets/{name}.rs");
                assert!(manifest.contains(&format!("path = \"{file}\"")), "{name}");
                let text = fs::read_to_string(workspace::root().join("tests/fuzz").join(file)).expect("it exists");
                assert!(text.contains(&format!("gongkai_tests::fuzz::{name}(data)")), "{name}");
            }
        }
    };
}

targets! {
    check_json, citation, documents, guideline, import_reader, input, lexicon, pack, privacy, time_limit, workbook
}
