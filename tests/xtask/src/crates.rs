//! Which crates the code of a module comes from: what its size is made of.
//!
//! The functions of the module as the glue generator leaves it, which still have names; optimising takes another part away
//! from each. A generic function counts for the crate of the type that it is made for, as its name begins with it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::glue;
use crate::wasm;
use crate::workspace::Workspace;

/// What is counted with the data.
const DATA: &str = "(data: texts, tables)";
/// Functions whose names tell of no crate.
const OTHER: &str = "(other)";
/// Crates with less are told together.
const LEAST_SHARE_PERCENT: usize = 1;

/// Prints a table for each module.
///
/// # Errors
/// The modules are not built, or cannot be read.
pub fn report(workspace: &Workspace) -> Result<()> {
    for module in wasm::MODULES {
        let file = glue::folder(workspace, module).join(format!("{module}_bg.wasm"));
        let content = fs::read(&file)
            .with_context(|| format!("cannot read {}; run `cargo xtask build` first", file.display()))?;
        let counted = count(&content).with_context(|| format!("in {}", file.display()))?;
        let all: usize = counted.values().sum();
        println!("{module}: {all} bytes of code and data before optimising");
        let mut lines: Vec<(&String, &usize)> = counted.iter().collect();
        lines.sort_by_key(|(_, bytes)| Reverse(**bytes));
        let (large, small): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|(_, bytes)| **bytes * 100 >= all * LEAST_SHARE_PERCENT);
        for (name, bytes) in large {
            println!("{name:<28}{bytes:>9}{:>4} %", bytes * 100 / all.max(1));
        }
        let rest: usize = small.iter().map(|(_, bytes)| **bytes).sum();
        println!("{:<28}{rest:>9}{:>4} %\n", format!("{} others", small.len()), rest * 100 / all.max(1));
    }
    Ok(())
}

fn count(module: &[u8]) -> Result<BTreeMap<String, usize>> {
    let mut sizes = Vec::new();
    let mut imported = 0;
    let mut names = BTreeMap::new();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                let imports = imports.into_imports().collect::<Result<Vec<_>, _>>()?;
                imported = imports
                    .iter()
                    .filter(|import| {
                        matches!(import.ty, wasmparser::TypeRef::Func(_) | wasmparser::TypeRef::FuncExact(_))
                    })
                    .count();
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::DataSection(data) => {
                let bytes: usize =
                    data.into_iter().map(|part| Ok(part?.data.len())).sum::<Result<usize>>()?;
                *counted.entry(DATA.to_owned()).or_default() += bytes;
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        if let Name::Function(functions) = section? {
                            for function in functions {
                                let function = function?;
                                names.insert(function.index as usize, crate_of(function.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, bytes) in sizes.into_iter().enumerate() {
        let name = names.get(&(imported + index)).map_or(OTHER, String::as_str);
        *counted.entry(name.to_owned()).or_default() += bytes;
    }
    Ok(counted)
}

/// The crate that the name of a function begins with: `gongkai_core` of `<gongkai_core[26e5]::pack::Pack as …`.
fn crate_of(name: &str) -> String {
    // In front of a path may stand what a type is behind: `<&mut [alloc[5c0f]::string::String] as …>`.
    let mut start = name;
    while let Some(rest) =
        ["<", "&", "[", "(", "*", "mut ", "dyn ", "const "].iter().find_map(|mark| start.strip_prefix(mark))
    {
        start = rest;
    }
    let end = start.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '_')).unwrap_or(start.len());
    let (name, rest) = start.split_at(end);
    // Behind the name stands the hash of the crate.
    let rest = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(rest, |(_, rest)| rest);
    if rest.starts_with("::") && !name.is_empty() { name.to_owned() } else { OTHER.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{OTHER, crate_of};

    #[test]
    fn functions_count_for_the_crate_of_their_type() {
        for (name, owner) in [
            (
                "<gongkai_core[26e562ffa47a50cd]::pack::Pack as core[6411]::clone::Clone>::clone",
                "gongkai_core",
            ),
            (
                "<&mut serde_json[8d48e4]::de::Deserializer<R> as serde::Deserializer>::deserialize_map",
                "serde_json",
            ),
            ("core::ptr::drop_in_place::<yew::virtual_dom::VNode>", "core"),
            ("mount_bb8de854f1938f86", OTHER),
        ] {
            assert_eq!(crate_of(name), owner, "{name}");
        }
    }
}
