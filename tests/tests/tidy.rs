//! The rules of the house: what a file looks like, what a layer may know, and that the map of the code is true.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, str};

use gongkai_core::IssueCode;
use gongkai_core::rules::RULES;
use gongkai_core::text::{Lang, message};
use gongkai_tests::judges::items;
use gongkai_tests::{case, workspace};

/// Made by a build and not committed.
const BUILT: &[&str] = &["dist/", "wasm-widgets/dist/"];

/// The files of the workspace below a folder, without what is built or installed.
fn files_below(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![workspace::root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("the folder can be read").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !["target", "node_modules", "dist", ".git", "vendor"].contains(&name.as_str())
            {
                folders.push(path);
            } else if path.is_file() {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn rust_files(folder: &str) -> Vec<(PathBuf, String)> {
    files_below(folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("sources are text");
            (path, text)
        })
        .collect()
}

/// The lines of code: no comments, no unit tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .filter(|line| !line.trim_start().starts_with("//"))
}

fn short(path: &Path) -> String {
    path.strip_prefix(workspace::root()).unwrap_or(path).display().to_string()
}

#[track_caller]
fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is() {
    let files = rust_files("");
    assert!(files.len() > 50);
    assert_none(
        files
            .iter()
            .filter(|(_, text)| !text.starts_with("//! "))
            .map(|(path, _)| format!("{} does not start with //!", short(path)))
            .collect(),
    );
}

#[test]
fn files_are_short_or_say_why_not() {
    let is_excused = |text: &str| {
        text.lines().take_while(|line| line.starts_with("//!")).any(|line| line.contains("400 lines"))
    };
    assert_none(
        rust_files("")
            .iter()
            .filter(|(_, text)| text.lines().count() > 400 && !is_excused(text))
            .map(|(path, text)| format!("{}: {} lines", short(path), text.lines().count()))
            .collect(),
    );
}

#[test]
fn core_and_data_know_no_browser_and_no_runtime() {
    let forbidden = ["wasm-bindgen", "web-sys", "js-sys", "yew", "tokio", "reqwest", "chrono"];
    for manifest in ["core/Cargo.toml", "guideline-schemas/Cargo.toml"] {
        let text = fs::read_to_string(workspace::root().join(manifest)).expect("the manifest exists");
        let manifest: toml::Table = text.parse().expect("a manifest is TOML");
        let names: Vec<&String> = ["dependencies", "build-dependencies"]
            .iter()
            .filter_map(|kind| manifest.get(*kind)?.as_table())
            .flat_map(toml::Table::keys)
            .collect();
        for name in &names {
            assert!(!forbidden.contains(&name.as_str()) && !name.starts_with("gongkai"), "{name}");
        }
    }
    let data = fs::read_to_string(workspace::root().join("guideline-schemas/Cargo.toml"))
        .expect("the manifest exists");
    assert!(!data.contains("dependencies"), "the data depend on nothing");
}

#[test]
fn core_reads_no_files_clocks_or_networks() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant",
        "ZonedDateTime::now",
        "Timestamp::now",
        "println!",
    ];
    let mut wrong = Vec::new();
    for (path, text) in rust_files("core/src") {
        for line in code(&text) {
            wrong.extend(
                forbidden
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("{}: {word}", short(&path))),
            );
        }
    }
    assert_none(wrong);
}

#[test]
fn core_names_no_domain_channel_or_law() {
    let mut words = BTreeSet::new();
    words.extend(gongkai::packs().iter().map(|pack| pack.name.as_str()));
    for item in items() {
        let channels = item.item.channels.iter().map(|channel| channel.name.as_str());
        words.extend(channels.filter(|name| name.chars().count() >= 3));
        for basis in &item.item.basis {
            words.extend(basis.split('《').skip(1).filter_map(|part| Some(part.split_once('》')?.0)));
        }
    }
    assert!(words.len() > 200);
    let mut wrong = Vec::new();
    for (path, text) in rust_files("core/src") {
        // All sentences live there, and they speak of channels.
        if path.ends_with("text.rs") && !path.ends_with("field/text.rs") {
            continue;
        }
        for line in code(&text) {
            wrong.extend(
                words
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("{}: {word}", short(&path))),
            );
        }
    }
    assert_none(wrong);
}

#[test]
fn every_path_on_the_map_exists() {
    let text = fs::read_to_string(workspace::root().join("ARCHITECTURE.md")).expect("the map exists");
    let top: Vec<String> = fs::read_dir(workspace::root())
        .expect("the root can be read")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    let looks_like_a_path = |word: &str| {
        let first = word.split('/').next().unwrap_or_default();
        let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte));
        let ends = ["/", ".rs", ".toml", ".md"].iter().any(|end| word.ends_with(end));
        plain
            && !word.contains("NN")
            && (ends || (word.contains('/') && top.iter().any(|name| name == first)))
    };
    let exists = |word: &str| {
        ["", "core/src", "core/src/rules", "wasm-widgets/src", "examples"]
            .iter()
            .any(|base| workspace::root().join(base).join(word).exists())
    };
    let words: Vec<&str> =
        text.split('`').skip(1).step_by(2).filter(|word| looks_like_a_path(word)).collect();
    assert!(words.len() > 20, "{words:?}");
    for word in words {
        assert!(
            exists(word) || BUILT.contains(&word),
            "ARCHITECTURE.md names `{word}`, which does not exist"
        );
    }
}

#[test]
fn nothing_names_a_place_on_one_machine() {
    // Put together here, so that this file does not find itself.
    let mut forbidden = vec![["/ho", "me/"].concat(), ["/Us", "ers/"].concat(), ["/ro", "ot/"].concat()];
    forbidden.push(format!("{}/", workspace::root().display()));
    let mut wrong = Vec::new();
    for path in files_below("") {
        let Ok(bytes) = fs::read(&path) else { continue };
        let Ok(text) = str::from_utf8(&bytes) else { continue };
        for (number, line) in text.lines().enumerate() {
            // Addresses of published tables have such paths too.
            let is_address = line.contains("http://") || line.contains("https://");
            if !is_address && forbidden.iter().any(|place| line.contains(place.as_str())) {
                wrong.push(format!("{}:{}", short(&path), number + 1));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn every_code_is_one_rule_in_a_file_of_its_name() {
    assert_eq!(RULES.len(), IssueCode::ALL.len());
    for code in IssueCode::ALL {
        assert_eq!(RULES.iter().filter(|rule| rule.code == *code).count(), 1, "{}", code.as_str());
        let file = format!("core/src/rules/{}.rs", code.as_str().replace('-', "_"));
        let text = fs::read_to_string(workspace::root().join(&file))
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(text.starts_with(&format!("//! `{}`: ", code.as_str())), "{file}");
    }
    let others = ["mod.rs", "entry.rs", "limits.rs", "texts.rs"];
    for path in files_below("core/src/rules") {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let code = name.trim_end_matches(".rs").replace('_', "-");
        let is_rule = IssueCode::ALL.iter().any(|known| known.as_str() == code);
        assert!(is_rule || others.contains(&name.as_str()), "{name} is no rule");
    }
}

#[test]
fn every_issue_says_something_in_both_languages() {
    let mut said = BTreeSet::new();
    for case in case::all().unwrap_or_else(|error| panic!("{error}")) {
        for issue in case.report().unwrap_or_else(|error| panic!("{error}")).issues {
            let (zh, en) = (message(&issue, Lang::Zh), message(&issue, Lang::En));
            let has_han = |text: &str| text.chars().any(|char| ('\u{4e00}'..='\u{9fff}').contains(&char));
            let has_words = |text: &str| {
                text.split(' ').filter(|word| word.bytes().all(|b| b.is_ascii_alphabetic())).count() >= 2
            };
            assert!(has_han(&zh) && !has_words(&zh), "{}: {zh}", case.name);
            assert!(has_words(&en) && zh != en, "{}: {en}", case.name);
            assert!(!en.ends_with('.') && !zh.ends_with('。'), "{}: {zh} {en}", case.name);
            assert!(
                !zh.contains("“”") && !en.contains("“”"),
                "{}: a name is missing in {zh} {en}",
                case.name
            );
            said.insert(issue.code);
        }
    }
    assert_eq!(said.len(), IssueCode::ALL.len());
}

#[test]
fn generated_files_say_so() {
    for file in ["README.md", "rules.md", "ids.lock", "elements.tsv"] {
        let text = fs::read_to_string(workspace::root().join("guideline-schemas").join(file))
            .expect("the file exists");
        assert!(text.to_lowercase().contains("generated"), "{file}");
    }
    for path in files_below("guideline-schemas") {
        if path.to_string_lossy().ends_with(".schema.json") {
            let text = fs::read_to_string(&path).expect("the file was just listed");
            assert!(text.contains("\"$comment\": \"generated "), "{}", short(&path));
        }
    }
}
