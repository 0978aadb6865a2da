//! What the bytes of each file have to be, for browsers and for people.

use std::fmt::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha384};

use super::tree::Tree;

/// The value of an attribute `integrity`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// `integrity.json`: every file with its digest and its size, in the form that `gongkai serve` tells them in.
pub fn integrity_list(tree: &Tree) -> String {
    let files: Map<String, Value> = tree
        .files()
        .map(|(path, file)| {
            (path.to_owned(), json!({ "integrity": integrity(&file.bytes), "bytes": file.bytes.len() }))
        })
        .collect();
    format!("{:#}\n", json!({ "files": files }))
}

/// `SHA256SUMS`, as `sha256sum --check` reads it.
pub fn sums(tree: &Tree) -> String {
    let mut text = String::new();
    for (path, file) in tree.files() {
        writeln!(text, "{}  {path}", hex(&Sha256::digest(&file.bytes))).expect("a text can be written to");
    }
    text
}

/// Bytes in small hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{integrity, integrity_list, sums};
    use crate::packages::tree::Tree;

    #[test]
    fn digests_are_those_that_others_compute() {
        // By `printf abc | openssl dgst -sha384 -binary | base64` and `sha256sum`.
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
        let mut tree = Tree::default();
        tree.add("a/b.txt", *b"abc");
        assert_eq!(
            sums(&tree),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/b.txt\n"
        );
        let list: serde_json::Value = serde_json::from_str(&integrity_list(&tree)).expect("it is JSON");
        assert_eq!(list["files"]["a/b.txt"]["bytes"], 3);
    }
}
