//! The pages as they are read: includes put in, blocks and links taken out.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use gongkai_tests::workspace;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The languages of the handbook, each a folder.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];
const INCLUDE: &str = "{{#include ";

/// A page with what it includes.
pub struct Page {
    pub language: &'static str,
    pub name: String,
    written: String,
}

/// A fenced block.
pub struct Block {
    pub kind: String,
    pub text: String,
    /// The file that all of it comes from, from the root of the workspace.
    pub included: Option<String>,
}

/// The folder of the handbook.
pub fn folder() -> PathBuf {
    workspace::root().join("examples/handbook")
}

/// All pages of both languages.
pub fn pages() -> Vec<Page> {
    LANGUAGES.into_iter().flat_map(pages_of).collect()
}

/// The pages of one language, sorted, without the summary.
pub fn pages_of(language: &'static str) -> Vec<Page> {
    let files = workspace::files_below(&folder().join(language)).expect("the folder can be read");
    let names = files.iter().filter_map(|file| file.file_name()?.to_str());
    let pages = names.filter(|name| name.ends_with(".md") && *name != "SUMMARY.md");
    pages.map(|name| Page::read(language, name)).collect()
}

impl Page {
    pub fn read(language: &'static str, name: &str) -> Self {
        let file = folder().join(language).join(name);
        let written = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        Self { language, name: name.to_owned(), written }
    }

    pub fn file(&self) -> PathBuf {
        folder().join(self.language).join(&self.name)
    }

    /// The text as mdBook makes it.
    fn text(&self) -> String {
        expanded(&self.written, &self.file())
    }

    /// The fenced blocks; one that is indented counts too.
    pub fn blocks(&self) -> Vec<Block> {
        // A page that is an include has its blocks there; of all others is to be known what a block includes.
        let whole = if self.written.contains("```") { self.written.clone() } else { self.text() };
        let mut blocks = Vec::new();
        let mut open: Option<(String, String)> = None;
        for event in Parser::new_ext(&whole, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                    open = Some((kind.into_string(), String::new()));
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                    open = Some(("indented".to_owned(), String::new()));
                }
                Event::Text(text) => {
                    if let Some((_, block)) = &mut open {
                        block.push_str(&text);
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    let (kind, text) = open.take().expect("a block that ends has begun");
                    let included = included(text.trim()).map(|(path, _)| self.in_workspace(path));
                    blocks.push(Block { kind, text: expanded(&text, &self.file()), included });
                }
                _ => {}
            }
        }
        blocks
    }

    fn in_workspace(&self, path: &str) -> String {
        let file = self.file().parent().expect("a page lies in a folder").join(path);
        let file = file.canonicalize().unwrap_or_else(|error| panic!("{self}: {path}: {error}"));
        file.strip_prefix(workspace::root()).expect("within the workspace").display().to_string()
    }

    /// Where links and pictures lead.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        let links = Parser::new_ext(&text, Options::ENABLE_TABLES).filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                Some(dest_url.into_string())
            }
            _ => None,
        });
        links.collect()
    }

    /// Paths of the repository that stand in the text as code.
    pub fn paths(&self) -> Vec<String> {
        let tops = ["core/", "examples/", "guideline-schemas/", "tests/", "wasm-widgets/"];
        let text = self.text();
        let paths = Parser::new_ext(&text, Options::ENABLE_TABLES).filter_map(|event| match event {
            Event::Code(code) => Some(code.into_string()),
            _ => None,
        });
        let is_path = |code: &String| {
            let is_plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte));
            is_plain && tops.iter().any(|top| code.starts_with(top)) && !code.contains("NN-")
        };
        // What a build makes is not there before it.
        paths.filter(is_path).filter(|path| !path.starts_with("wasm-widgets/dist")).collect()
    }
}

impl fmt::Display for Page {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.language, self.name)
    }
}

/// Path and anchor of a line that includes something.
fn included(line: &str) -> Option<(&str, Option<&str>)> {
    let inner = line.strip_prefix(INCLUDE)?.strip_suffix("}}")?;
    Some(match inner.split_once(':') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (inner, None),
    })
}

fn expanded(text: &str, page: &Path) -> String {
    let lines = text.lines().map(|line| match included(line.trim()) {
        Some((path, anchor)) => {
            let file = page.parent().expect("a page lies in a folder").join(path);
            let whole = fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {}: {error}", page.display(), file.display()));
            anchor.map_or_else(|| without_anchors(&whole), |anchor| between(&whole, anchor, &file))
        }
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn between(text: &str, anchor: &str, file: &Path) -> String {
    let is = |line: &str, mark: &str| {
        line.split_once(mark).is_some_and(|(_, name)| name.split_whitespace().next() == Some(anchor))
    };
    let lines = text.lines().skip_while(|line| !is(line, "ANCHOR: ")).skip(1);
    let part: Vec<&str> = lines.take_while(|line| !is(line, "ANCHOR_END: ")).collect();
    assert!(!part.is_empty(), "{} has no part {anchor}", file.display());
    without_anchors(&part.join("\n"))
}

/// The text without the lines that name its parts.
pub fn without_anchors(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.contains("ANCHOR: ") && !line.contains("ANCHOR_END: "));
    lines.collect::<Vec<_>>().join("\n")
}
