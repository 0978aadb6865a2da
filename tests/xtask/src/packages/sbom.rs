//! Bills of materials in CycloneDX 1.5: what compiled code is made of.

use anyhow::{Context, Result, anyhow, ensure};
use cyclonedx_bom::models::component::Classification;
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::prelude::{
    Bom, Component, Components, DateTime, Metadata, NormalizedString, Purl, SpdxExpression, SpecVersion,
    UrnUuid, Validate,
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::crates::{About, Crate, Crates};
use super::licenses;

/// What a bill is about.
pub struct Subject<'a> {
    /// Name of what is shipped.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// What it is.
    pub description: &'a str,
    /// Whether somebody starts it; a library otherwise. Defaults to false.
    pub is_program: bool,
    /// The release of Rust whose standard library is in it.
    pub rust_release: &'a str,
}

/// The bill as JSON; the same for the same crates and moment.
///
/// # Errors
/// A crate has no licence that SPDX knows, or the bill does not hold to its standard.
pub fn bill(subject: &Subject<'_>, crates: &Crates, moment: Timestamp) -> Result<String> {
    let top = format!("{}@{}", subject.name, subject.version);
    let class = if subject.is_program { Classification::Application } else { Classification::Library };
    let mut main = Component::new(class, subject.name, subject.version, Some(top.clone()));
    main.description = Some(NormalizedString::new(subject.description));
    main.licenses = Some(license("Apache-2.0")?);

    // A program is its own package; modules are made of several.
    let is_main = |known: &Crate| subject.is_program && known.name == subject.name;
    let reference = |known: &Crate| {
        if is_main(known) { top.clone() } else { format!("{}@{}", known.name, known.version) }
    };
    let standard_library = standard_library(subject.rust_release)?;
    let mut components = Vec::new();
    let mut dependencies = Vec::new();
    for (known, about) in &crates.all {
        let mut needs: Vec<String> = about.needs.iter().map(reference).collect();
        needs.extend(standard_library.bom_ref.clone());
        needs.sort();
        dependencies.push(Dependency { dependency_ref: reference(known), dependencies: needs });
        if !is_main(known) {
            components.push(component(known, about, reference(known))?);
        }
    }
    if !subject.is_program {
        let roots = crates.roots.iter().map(reference).collect();
        dependencies.push(Dependency { dependency_ref: top, dependencies: roots });
    }
    components.push(standard_library);
    dependencies.sort_by(|one, other| one.dependency_ref.cmp(&other.dependency_ref));

    let timestamp = DateTime::try_from(moment.to_string()).map_err(|error| anyhow!("{error}"))?;
    let mut bom = Bom {
        serial_number: None,
        metadata: Some(Metadata { timestamp: Some(timestamp), component: Some(main), ..Metadata::default() }),
        components: Some(Components(components)),
        dependencies: Some(Dependencies(dependencies)),
        ..Bom::default()
    };
    // A number that is the content's own: another content has another one, the same content the same.
    let digest = Sha256::digest(json(&bom)?);
    let bytes: [u8; 16] = digest[..16].try_into().context("a digest is longer")?;
    bom.serial_number = Some(UrnUuid::from(uuid::Builder::from_custom_bytes(bytes).into_uuid()));
    let validity = bom.validate_version(SpecVersion::V1_5);
    ensure!(validity.passed(), "the bill of {} is no CycloneDX 1.5: {validity:?}", subject.name);
    json(&bom)
}

fn json(bom: &Bom) -> Result<String> {
    let mut bytes = Vec::new();
    bom.clone().output_as_json_v1_5(&mut bytes).map_err(|error| anyhow!("{error}"))?;
    bytes.push(b'\n');
    Ok(String::from_utf8(bytes)?)
}

fn component(known: &Crate, about: &About, reference: String) -> Result<Component> {
    let mut component = Component::new(Classification::Library, &known.name, &known.version, Some(reference));
    let written = about.license.as_deref().with_context(|| format!("{} has no licence", known.name))?;
    component.licenses = Some(license(written)?);
    component.description = about.description.as_deref().map(|text| NormalizedString::new(text.trim()));
    component.purl = Some(Purl::new("cargo", &known.name, &known.version)?);
    component.hashes = about.checksum.as_ref().map(|checksum| {
        Hashes(vec![Hash { alg: HashAlgorithm::SHA_256, content: HashValue(checksum.clone()) }])
    });
    Ok(component)
}

/// It is compiled from sources of its own, which cargo does not list.
fn standard_library(release: &str) -> Result<Component> {
    let reference = Some(format!("rust-std@{release}"));
    let mut component = Component::new(Classification::Library, "rust-std", release, reference);
    component.description = Some(NormalizedString::new("The standard library of Rust"));
    component.licenses = Some(license("MIT OR Apache-2.0")?);
    component.purl = Some(Purl::new("generic", "rust-std", release)?);
    Ok(component)
}

fn license(written: &str) -> Result<Licenses> {
    let expression = licenses::expression(written)?.to_string();
    let expression = SpdxExpression::try_from(expression).map_err(|error| anyhow!("{written}: {error}"))?;
    Ok(Licenses(vec![LicenseChoice::Expression(expression)]))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::{Subject, bill};
    use crate::packages::shipped;
    use crate::workspace::Workspace;

    fn subject(is_program: bool) -> Subject<'static> {
        Subject {
            name: "gongkai",
            version: "0.1.0",
            description: "for a test",
            is_program,
            rust_release: "1.95.0",
        }
    }

    fn names(bill: &Value) -> BTreeSet<&str> {
        let components = bill["components"].as_array().expect("components");
        components.iter().filter_map(|component| component["name"].as_str()).collect()
    }

    #[test]
    fn the_bills_name_what_is_in_and_nothing_of_the_machine() {
        let workspace = Workspace::locate();
        let moment = "2026-11-29T11:35:54Z".parse().expect("a moment");
        let modules = shipped::in_modules(&workspace).expect("cargo knows");
        let command = shipped::in_command(&workspace).expect("cargo knows");
        let texts = [
            bill(&subject(false), &modules, moment).expect("a bill"),
            bill(&subject(true), &command, moment).expect("a bill"),
        ];
        assert_eq!(texts[0], bill(&subject(false), &modules, moment).expect("a bill"));
        let later = "2026-11-30T11:35:54Z".parse().expect("a moment");
        assert_ne!(texts[0], bill(&subject(false), &modules, later).expect("a bill"));

        let root = workspace.root().display().to_string();
        assert!(texts.iter().all(|text| !text.contains(&root)));
        let bills = texts.map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
        let (modules, command) = (names(&bills[0]), names(&bills[1]));
        for name in ["gongkai-core", "gongkai-portable", "gongkai-sheets", "yew", "wasm-bindgen", "rust-std"]
        {
            assert!(modules.contains(name), "{name}");
        }
        assert!(command.contains("axum") && !command.contains("gongkai"));
        // Macros and what belongs to tests or to servers.
        for name in ["serde_derive", "syn", "axum", "jsonschema", "tempfile"] {
            assert!(!modules.contains(name), "{name}");
        }
        for bill in &bills {
            assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
            let edges = bill["dependencies"].as_array().expect("a list");
            let known: BTreeSet<&str> = edges.iter().filter_map(|needs| needs["ref"].as_str()).collect();
            let top = bill["metadata"]["component"]["bom-ref"].as_str().expect("a reference");
            assert!(known.contains(top));
            for needs in edges.iter().filter_map(|needs| needs["dependsOn"].as_array()).flatten() {
                let name = needs.as_str().expect("a reference");
                assert!(known.contains(name) || name.starts_with("rust-std@"), "{name}");
            }
            for component in bill["components"].as_array().expect("a list") {
                let is_ours = component["name"].as_str().is_some_and(|name| name.starts_with("gongkai"));
                assert!(component["licenses"][0]["expression"].is_string(), "{component}");
                assert_eq!(component["hashes"].is_array(), !is_ours && component["name"] != "rust-std");
            }
        }
    }
}
