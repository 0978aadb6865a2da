//! Archives whose bytes depend on nothing but names and contents of the files, and one moment.

use std::ffi::OsStr;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::tree::{File, Tree};

/// 1985-10-26T08:15:00Z, what `npm pack` gives every file.
const NPM_MOMENT: u64 = 499_162_500;
/// "Unknown": the operating system must not show.
const GZIP_NO_SYSTEM: u8 = 255;

fn mode(file: &File) -> u32 {
    if file.executable { 0o755 } else { 0o644 }
}

/// A `.tgz` as `npm pack` makes it: all below `package/`, with the same names, order, modes and times.
///
/// # Errors
/// A path is too long for the format.
pub fn npm_tarball(tree: &Tree) -> Result<Vec<u8>> {
    let gzip = GzBuilder::new().mtime(0).operating_system(GZIP_NO_SYSTEM);
    let mut archive = tar::Builder::new(gzip.write(Vec::new(), Compression::best()));
    let mut files: Vec<(&str, &File)> = tree.files().collect();
    files.sort_by_key(|(path, _)| npm_order(path));
    for (path, file) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(file.bytes.len() as u64);
        header.set_mode(mode(file));
        header.set_mtime(NPM_MOMENT);
        header.set_uid(0);
        header.set_gid(0);
        header.set_entry_type(tar::EntryType::Regular);
        archive
            .append_data(&mut header, format!("package/{path}"), file.bytes.as_slice())
            .with_context(|| format!("cannot pack {path}"))?;
    }
    Ok(archive.into_inner()?.finish()?)
}

/// npm's order: files of one kind side by side, which compresses better, then by name as a dictionary sorts.
fn npm_order(path: &str) -> [String; 3] {
    let in_path = Path::new(path);
    let sorted =
        |part: Option<&OsStr>| part.map(|part| collated(&part.to_string_lossy())).unwrap_or_default();
    [sorted(in_path.extension()), sorted(in_path.file_name()), collated(path)]
}

/// Sorts by its bytes as the root collation of Unicode does, for what names of files consist of.
fn collated(name: &str) -> String {
    let place = |sign| match sign {
        '_' => '\u{1}',
        '-' => '\u{2}',
        '.' => '\u{3}',
        '/' => '\u{4}',
        other => other.to_ascii_lowercase(),
    };
    name.chars().map(place).collect()
}

/// A `.zip` with all files below one folder, each as old as the moment.
///
/// # Errors
/// The moment lies outside of what the format can say (1980 to 2107).
pub fn zip(tree: &Tree, folder: &str, moment: Timestamp) -> Result<Vec<u8>> {
    let time = dos_time(moment)?;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, file) in tree.files() {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(time)
            .unix_permissions(mode(file));
        archive.start_file(format!("{folder}/{path}"), options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn dos_time(moment: Timestamp) -> Result<DateTime> {
    let time = TimeZone::UTC.to_datetime(moment);
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    DateTime::from_date_and_time(
        u16::try_from(time.year())?,
        part(time.month()),
        part(time.day()),
        part(time.hour()),
        part(time.minute()),
        part(time.second()),
    )
    .with_context(|| format!("a zip cannot say {moment}"))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use flate2::read::GzDecoder;
    use jiff::Timestamp;

    use super::{npm_tarball, zip};
    use crate::packages::tree::Tree;

    fn tree(order: &[&str]) -> Tree {
        let mut tree = Tree::default();
        for path in order {
            tree.add(*path, path.as_bytes());
        }
        tree
    }

    #[test]
    fn the_order_of_putting_in_does_not_show() {
        let moment: Timestamp = "2026-11-29T11:35:54Z".parse().expect("a moment");
        let (one, other) =
            (tree(&["b.js", "a/c.json", "package.json"]), tree(&["package.json", "a/c.json", "b.js"]));
        assert_eq!(npm_tarball(&one).expect("it packs"), npm_tarball(&other).expect("it packs"));
        assert_eq!(zip(&one, "x", moment).expect("it packs"), zip(&other, "x", moment).expect("it packs"));
    }

    #[test]
    fn the_tarball_is_what_npm_makes() {
        let packed = npm_tarball(&tree(&[
            "b.js",
            "README.md",
            "a/c.json",
            "package.json",
            "a-b.js",
            "a_b.js",
            "LICENSE",
        ]))
        .expect("it packs");
        assert_eq!(&packed[..10], &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
        let mut archive = tar::Archive::new(GzDecoder::new(packed.as_slice()));
        let mut found = Vec::new();
        for entry in archive.entries().expect("it is an archive") {
            let mut entry = entry.expect("it is an entry");
            let header = entry.header();
            assert_eq!(header.mtime().expect("a time"), 499_162_500);
            assert_eq!(header.mode().expect("a mode"), 0o644);
            assert_eq!(header.username().expect("a text"), Some(""));
            let path = entry.path().expect("a path").display().to_string();
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("it can be read");
            assert_eq!(path, format!("package/{text}"));
            found.push(path);
        }
        // As `npm pack` of npm 11 orders the same files.
        let order = ["LICENSE", "a_b.js", "a-b.js", "b.js", "a/c.json", "package.json", "README.md"];
        assert_eq!(found, order.map(|path| format!("package/{path}")));
    }

    #[test]
    fn the_zip_says_who_may_run_what_and_when_it_was_made() {
        let mut tree = tree(&["README.md"]);
        tree.add_program("bin/gongkai", vec![1, 2, 3]);
        let moment: Timestamp = "2026-11-29T11:35:54Z".parse().expect("a moment");
        let packed = zip(&tree, "gongkai-1", moment).expect("it packs");
        let mut archive = ::zip::ZipArchive::new(Cursor::new(packed)).expect("it is an archive");
        let program = archive.by_name("gongkai-1/bin/gongkai").expect("it is in");
        assert_eq!(program.unix_mode().map(|mode| mode & 0o777), Some(0o755));
        let time = program.last_modified().expect("a time");
        assert_eq!((time.year(), time.hour(), time.minute(), time.second()), (2026, 11, 35, 54));
        drop(program);
        let readme = archive.by_name("gongkai-1/README.md").expect("it is in");
        assert_eq!(readme.unix_mode().map(|mode| mode & 0o777), Some(0o644));
        let before: Timestamp = "1979-12-31T00:00:00Z".parse().expect("a moment");
        assert!(zip(&tree, "x", before).is_err());
    }
}
