//! The package for npm: the modules, what they load, what describes them.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::digests::{integrity, integrity_list};
use super::tree::Tree;
use crate::wasm;

/// Name of the package.
pub const NAME: &str = "gongkai";
const README: &str = include_str!("texts/npm.md");
/// What only shows the elements to people; it belongs to a server, not into a bundle.
const PLAYGROUND: &str = "playground.";
/// Where the readme lets a site put the files.
const ADDRESS: &str = "/widgets";

/// All files of the package.
///
/// # Errors
/// `dist/` lacks a script.
pub fn tree(built: &Tree, version: &str, license: &str, notices: &str) -> Result<Tree> {
    let mut tree = Tree::default();
    for (path, file) in built.files().filter(|(path, _)| !path.starts_with(PLAYGROUND)) {
        tree.add(path, file.bytes.clone());
    }
    tree.add("LICENSE", license);
    tree.add("THIRD-PARTY-LICENSES", notices);
    tree.add("README.md", readme(built, version)?);
    tree.add("integrity.json", integrity_list(&tree));
    tree.add("package.json", format!("{:#}\n", manifest(&tree, version)));
    Ok(tree)
}

fn manifest(tree: &Tree, version: &str) -> Value {
    let mut exports = Map::new();
    exports.insert(".".to_owned(), json!({ "types": "./gongkai.d.ts", "default": "./gongkai.js" }));
    exports.insert("./package.json".to_owned(), json!("./package.json"));
    let mut files: Vec<&str> = tree.files().map(|(path, _)| path).collect();
    let is_offered = |path: &&str| !path.starts_with("packs/") && has_extension(path);
    for path in files.iter().copied().filter(is_offered) {
        exports.insert(format!("./{path}"), json!(format!("./{path}")));
    }
    exports.insert("./packs/*.json".to_owned(), json!("./packs/*.json"));
    files.retain(|path| !path.starts_with("packs/"));
    files.push("packs/*.json");
    json!({
        "name": NAME,
        "version": version,
        "description": "Custom elements that enter, check and show what Chinese grassroots governments have to disclose (基层政务公开标准指引)",
        "keywords": ["web-components", "custom-elements", "form", "validation", "government", "wasm", "政务公开"],
        "license": "Apache-2.0",
        "type": "module",
        "exports": exports,
        "types": "./gongkai.d.ts",
        "customElements": "custom-elements.json",
        "sideEffects": ["./*.js", "./*.css"],
        "files": files,
    })
}

/// Whether a page or a program asks for such files by their name.
fn has_extension(path: &str) -> bool {
    ["js", "wasm", "json", "css"].iter().any(|extension| path.ends_with(&format!(".{extension}")))
}

fn readme(built: &Tree, version: &str) -> Result<String> {
    let digest =
        |file: &str| built.bytes(file).map(integrity).with_context(|| format!("{file} is not built"));
    let modules: Map<String, Value> = wasm::MODULES
        .iter()
        .map(|module| Ok((format!("{ADDRESS}/{module}.js"), json!(digest(&format!("{module}.js"))?))))
        .collect::<Result<_>>()?;
    Ok(README
        .replace("{{version}}", version)
        .replace("{{entry}}", &digest(wasm::ENTRY_SCRIPT)?)
        .replace("{{import map}}", &format!("{:#}", json!({ "integrity": modules }))))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::tree;
    use crate::packages::digests::integrity;
    use crate::packages::tree::Tree;
    use crate::wasm;

    fn built() -> Tree {
        let mut built = Tree::default();
        for module in wasm::MODULES {
            built.add(format!("{module}.js"), format!("// {module}"));
            built.add(format!("{module}.wasm"), *b"\0asm");
        }
        built.add("gongkai.js", *b"export {};");
        built.add("gongkai.d.ts", *b"export {};");
        built.add("elements.md", *b"# Elements");
        built.add("playground.html", *b"<!doctype html>");
        built.add("packs/24-compulsory-education.json", *b"{}");
        built
    }

    #[test]
    fn the_manifest_offers_what_is_in_and_runs_nothing() {
        let tree = tree(&built(), "1.2.3", "a licence", "others").expect("a package");
        let manifest: Value =
            serde_json::from_slice(tree.bytes("package.json").expect("it is in")).expect("JSON");
        assert_eq!(manifest["version"], "1.2.3");
        assert!(manifest.get("scripts").is_none() && manifest.get("dependencies").is_none());
        for (name, target) in manifest["exports"].as_object().expect("an object") {
            let target = target.as_str().or_else(|| target["default"].as_str()).expect("a path");
            let path = target.strip_prefix("./").expect("it is relative");
            assert!(name.contains('*') || tree.bytes(path).is_some(), "{name}");
        }
        assert!(tree.bytes("playground.html").is_none());
        assert!(tree.bytes("packs/24-compulsory-education.json").is_some());
    }

    #[test]
    fn the_digests_are_those_of_the_files() {
        let tree = tree(&built(), "1.2.3", "a licence", "others").expect("a package");
        let list: Value =
            serde_json::from_slice(tree.bytes("integrity.json").expect("it is in")).expect("JSON");
        for (path, file) in
            tree.files().filter(|(path, _)| !["integrity.json", "package.json"].contains(path))
        {
            assert_eq!(list["files"][path]["integrity"], integrity(&file.bytes), "{path}");
        }
        let readme = String::from_utf8_lossy(tree.bytes("README.md").expect("it is in")).into_owned();
        assert!(readme.contains(&format!("integrity=\"{}\"", integrity(b"export {};"))));
        assert!(readme.contains(&integrity(b"// gongkai-sheets")) && !readme.contains("{{"));
        assert!(tree_without_scripts().is_err());
    }

    fn tree_without_scripts() -> anyhow::Result<Tree> {
        tree(&Tree::default(), "1.2.3", "a licence", "others")
    }
}
