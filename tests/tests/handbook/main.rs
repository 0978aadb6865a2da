//! The handbook: every snippet is run or held to what it names, links lead somewhere, both languages say the same.
//!
//! What each kind of block is held to stands in `examples/handbook/README.md`.

mod commands;
mod contract;
mod documents;
mod markup;
mod source;

use std::collections::BTreeSet;
use std::fs;

use gongkai_tests::workspace;
use source::{Block, LANGUAGES, Page, folder, pages};

#[path = "../../../examples/handbook/programs/judge.rs"]
mod judge;

/// Larger pictures make readers wait.
const LARGEST_PICTURE_BYTES: u64 = 150_000;

/// Where programs come from, by the kind of their block.
/// The one in Rust is run here, those in the folders of the wrappers by `cargo xtask test --only languages`.
const PROGRAMS: &[(&str, &str)] = &[
    ("rust", "examples/handbook/programs/judge.rs"),
    ("python", "core/portable/python/tests/test_example.py"),
    ("js", "core/portable/node/test/example.test.js"),
    ("js", SCRIPT),
    ("go", "core/portable/go/example_test.go"),
    ("java", "core/portable/java/src/test/java/gongkai/ExampleTest.java"),
];
/// The script of the page in the handbook; `tests/tests/browser_handbook.rs` runs it.
const SCRIPT: &str = "examples/handbook/programs/page.js";

#[track_caller]
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What `judge` finds wrong with each block, by its page.
#[track_caller]
fn assert_blocks(kind: &str, mut judge: impl FnMut(&Block) -> Result<(), String>) {
    let (mut wrong, mut count) = (Vec::new(), 0);
    for page in pages() {
        for block in page.blocks().iter().filter(|block| block.kind == kind) {
            count += 1;
            if let Err(reason) = judge(block) {
                wrong.push(format!("{page}: {reason}\n{}", block.text));
            }
        }
    }
    assert_none(&wrong);
    assert!(count > 0, "the handbook has no block of the kind {kind}");
}

#[test]
fn both_languages_have_the_same_pages_and_snippets() {
    let [zh, en] = LANGUAGES.map(source::pages_of);
    let names = |pages: &[Page]| pages.iter().map(|page| page.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&zh), names(&en));
    assert!(zh.len() > 15);
    let shape = |page: &Page| {
        // What a command prints is in the language of the page.
        let of = |block: &Block| match block.kind.as_str() {
            "console" => (block.kind.clone(), commands::calls(&block.text).join("\n")),
            "html" => (block.kind.clone(), String::new()),
            _ => (block.kind.clone(), block.text.clone()),
        };
        page.blocks().iter().map(of).collect::<Vec<_>>()
    };
    for (zh, en) in zh.iter().zip(&en) {
        if !page_is_another_text(zh) {
            assert_eq!(shape(zh), shape(en), "{}", zh.name);
        }
        assert_eq!(zh.links().len(), en.links().len(), "{} and {}", zh, en);
    }
}

/// Included whole: the examples in the two texts differ.
fn page_is_another_text(page: &Page) -> bool {
    page.name == "developers-serve.md"
}

#[test]
fn the_summary_names_every_page_once() {
    for language in LANGUAGES {
        let summary = Page::read(language, "SUMMARY.md");
        let mut named: Vec<String> = summary.links();
        let mut pages: Vec<String> = source::pages_of(language).into_iter().map(|page| page.name).collect();
        named.sort();
        pages.sort();
        assert_eq!(named, pages, "{language}");
    }
}

#[test]
fn links_and_pictures_lead_somewhere() {
    let (mut wrong, mut shown) = (Vec::new(), BTreeSet::new());
    for page in pages() {
        let file = page.file();
        let here = file.parent().expect("a page lies in a folder");
        for link in page.links() {
            if link.contains("://") || link.starts_with('#') {
                continue;
            }
            let target = here.join(link.split('#').next().unwrap_or_default());
            // Pages and pictures alone: nothing else is copied into the site.
            let is_in_site = target.canonicalize().is_ok_and(|target| target.starts_with(folder()));
            if !target.is_file() || !is_in_site {
                wrong.push(format!("{page}: {link}"));
            }
            if link.ends_with(".png") {
                shown.insert(target.canonicalize().unwrap_or(target));
            }
        }
        wrong.extend(
            page.paths()
                .into_iter()
                .filter(|path| !workspace::root().join(path).exists())
                .map(|path| format!("{page}: `{path}` does not exist")),
        );
    }
    assert_none(&wrong);
    for picture in workspace::files_below(&folder().join("images")).expect("the folder can be read") {
        let bytes = fs::metadata(&picture).expect("the file was just listed").len();
        assert!(bytes < LARGEST_PICTURE_BYTES, "{}: {bytes} bytes", picture.display());
        assert!(shown.contains(&picture), "{} is on no page", picture.display());
    }
}

#[test]
fn every_block_is_of_a_kind_that_is_looked_at() {
    let known =
        ["console", "sh", "json", "toml", "html", "css", "rust", "python", "js", "go", "java", "http"];
    for page in pages() {
        for block in page.blocks() {
            assert!(known.contains(&block.kind.as_str()), "{page}: {}\n{}", block.kind, block.text);
        }
    }
}

#[test]
fn commands_print_what_is_shown() {
    let mut count = 0;
    for page in pages() {
        count += commands::run(&page).unwrap_or_else(|reason| panic!("{page}: {reason}"));
    }
    assert!(count > 20, "only {count} commands were run");
}

#[test]
fn lines_for_a_shell_name_what_there_is() {
    assert_blocks("sh", |block| commands::look_at(&block.text));
}

#[test]
fn documents_in_json_are_valid() {
    assert_blocks("json", |block| documents::json(&block.text));
}

#[test]
fn documents_in_toml_are_valid() {
    assert_blocks("toml", |block| documents::toml(&block.text));
}

#[test]
fn markup_uses_what_the_contract_has() {
    assert_blocks("html", |block| markup::html(&block.text));
    assert_blocks("css", |block| markup::css(&block.text));
}

#[test]
fn headers_are_those_that_the_widgets_promise_to_work_under() {
    let text = fs::read_to_string(workspace::root().join("tests/src/site.rs")).expect("sources are text");
    assert_blocks("http", |block| {
        let policy = block.text.trim().strip_prefix("Content-Security-Policy: ").ok_or("another header")?;
        // The browser tests serve every page under it.
        let promise = format!("STRICT_POLICY: &str = \"{policy}\"");
        text.contains(&promise).then_some(()).ok_or_else(|| "not the policy of the tests".to_owned())
    });
}

#[test]
fn programs_are_parts_of_files_that_are_run() {
    for kind in PROGRAMS.iter().map(|(kind, _)| kind).collect::<BTreeSet<_>>() {
        assert_blocks(kind, |block| {
            let file = block.included.as_deref().ok_or("typed instead of included")?;
            if !PROGRAMS.contains(&(kind, file)) {
                return Err(format!("{file} is not among the files that are run"));
            }
            if file == SCRIPT { markup::script(&block.text) } else { Ok(()) }
        });
    }
}

#[test]
fn programs_in_rust_do_what_their_page_says() -> Result<(), Box<dyn std::error::Error>> {
    let entry = fs::read(folder().join("files/entry.json"))?;
    let found = judge::problems(&entry)?;
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("/elements/ban_gong_dian_hua: not a telephone number"), "{found:?}");
    assert!(judge::problems(b"{").is_err());

    assert_eq!(judge::last_day(&entry)?, Some(jiff::civil::date(2026, 9, 17)));

    let guideline = fs::read_to_string(folder().join("files/village/guideline.toml"))?;
    let pack = gongkai_core::Pack::from_json(&judge::own_pack(&guideline)?)?;
    assert_eq!(pack.id, "27-village-affairs");
    assert!(judge::own_pack("format = \"gongkai-guideline/1\"").is_err());
    Ok(())
}
