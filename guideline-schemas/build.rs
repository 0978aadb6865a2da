//! Lists the domain folders, so that a further domain is a folder and nothing else.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets the manifest folder");
    let domains = Path::new(&root).join("domains");
    println!("cargo::rerun-if-changed={}", domains.display());
    let mut ids: Vec<String> = fs::read_dir(&domains)
        .expect("the folder of domains is part of the package")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|id| domains.join(id).join("guideline.toml").is_file())
        .collect();
    ids.sort_unstable();
    let mut list = String::from("&[\n");
    for id in ids {
        let path = domains.join(&id).join("guideline.toml");
        writeln!(list, "    Domain {{ id: {id:?}, guideline: include_str!({path:?}) }},")
            .expect("writing to a string does not fail");
    }
    list.push(']');
    let target = Path::new(&env::var("OUT_DIR").expect("cargo sets the output folder")).join("domains.rs");
    fs::write(target, list).expect("the output folder can be written to");
}
