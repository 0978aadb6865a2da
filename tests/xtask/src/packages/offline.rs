//! The archive for networks without a way out, such as those of governments: all that a server needs.

use super::digests::{integrity, integrity_list, sums};
use super::tree::Tree;
use crate::wasm;

/// Readmes, and what they are called in the archive.
const README: &[(&str, &str)] = &[
    ("README.md", include_str!("texts/offline.md")),
    ("README.zh-CN.md", include_str!("texts/offline.zh-CN.md")),
];

/// What goes in beside the modules.
pub struct Parts<'a> {
    /// Manual pages, completions, on request the program.
    pub command: Tree,
    /// Wrappers and connected sites.
    pub sources: Tree,
    /// Bills of materials by their file names.
    pub bills: Vec<(&'a str, String)>,
    /// Our licence, what users have to know, licences of others; by file names.
    pub texts: Vec<(&'a str, String)>,
}

/// All files of the archive, `SHA256SUMS` among them.
pub fn tree(built: &Tree, version: &str, parts: &Parts<'_>) -> Tree {
    let mut tree = Tree::default();
    tree.add_below("dist", built);
    for (path, file) in parts.command.files().chain(parts.sources.files()) {
        if file.executable {
            tree.add_program(path, file.bytes.clone());
        } else {
            tree.add(path, file.bytes.clone());
        }
    }
    for (name, bill) in &parts.bills {
        tree.add(format!("sbom/{name}"), bill.as_str());
    }
    for (name, text) in &parts.texts {
        tree.add(*name, text.as_str());
    }
    let entry = built.bytes(wasm::ENTRY_SCRIPT).map(integrity).unwrap_or_default();
    for (name, text) in README {
        tree.add(*name, text.replace("{{version}}", version).replace("{{entry}}", &entry));
    }
    tree.add("integrity.json", integrity_list(built));
    tree.add("SHA256SUMS", sums(&tree));
    tree
}

#[cfg(test)]
mod tests {
    use super::{Parts, tree};
    use crate::packages::tree::Tree;

    #[test]
    fn every_file_has_its_sum_and_every_text_is_filled_in() {
        let mut built = Tree::default();
        built.add("gongkai.js", *b"export {};");
        let mut command = Tree::default();
        command.add_program("bin/gongkai", vec![1]);
        let mut sources = Tree::default();
        sources.add("wrappers/python/gongkai/__init__.py", *b"");
        let bills = vec![("browser.cdx.json", "{}".to_owned())];
        let parts = Parts { command, sources, bills, texts: vec![("LICENSE", "a licence".to_owned())] };
        let tree = tree(&built, "1.2.3", &parts);
        let sums = String::from_utf8_lossy(tree.bytes("SHA256SUMS").expect("it is in")).into_owned();
        let paths: Vec<&str> = tree.files().map(|(path, _)| path).collect();
        for path in paths.iter().filter(|path| **path != "SHA256SUMS") {
            assert!(
                sums.lines().any(|line| line.split_once("  ").is_some_and(|(_, named)| named == *path)),
                "{path}"
            );
        }
        assert_eq!(sums.lines().count() + 1, paths.len());
        for path in
            ["dist/gongkai.js", "sbom/browser.cdx.json", "README.md", "README.zh-CN.md", "integrity.json"]
        {
            assert!(paths.contains(&path), "{path}");
        }
        let programs: Vec<&str> =
            tree.files().filter(|(_, file)| file.executable).map(|(path, _)| path).collect();
        assert_eq!(programs, ["bin/gongkai"]);
        for readme in ["README.md", "README.zh-CN.md"] {
            let text = String::from_utf8_lossy(tree.bytes(readme).expect("it is in")).into_owned();
            assert!(text.contains("1.2.3") && text.contains("sha384-") && !text.contains("{{"), "{readme}");
        }
    }
}
