//! From what a person calls a guideline to its source: a shipped domain, a file, or a folder that holds one.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

use gongkai_core::ids_lock::IdsLock;
use gongkai_core::{CompileError, Guideline, Lexicon, Local};

use crate::failure::Failure;
use crate::find;

/// Name of a guideline in its folder.
const FILE: &str = "guideline.toml";

/// A guideline: a shipped one, or one out of a file.
pub type Source = Cow<'static, Guideline>;

/// The guideline meant. Names of domains come first; `./24` is the folder where `24` is the domain.
pub fn guideline(wanted: &str) -> Result<Source, Failure> {
    // What can only be a path is not looked for among the domains, which all have to be compiled for that.
    let unknown = match (!looks_like_a_path(wanted)).then(|| shipped(wanted)) {
        Some(Ok(guideline)) => return Ok(Cow::Borrowed(guideline)),
        Some(Err(failure)) => Some(failure),
        None => None,
    };
    let path = Path::new(wanted);
    if path.is_dir() {
        let file = path.join(FILE);
        if !file.is_file() {
            return Err(Failure::GuidelineMissing(path.to_owned()));
        }
        return read(&file, Guideline::from_toml).map(Cow::Owned);
    }
    match unknown {
        Some(Failure::DomainUnknown { wanted, near }) if !path.exists() => {
            Err(Failure::SourceUnknown { wanted, near })
        }
        _ => read(path, Guideline::from_toml).map(Cow::Owned),
    }
}

/// The source of a shipped domain.
fn shipped(wanted: &str) -> Result<&'static Guideline, Failure> {
    let pack = find::domain(wanted)?;
    let source = gongkai::guidelines().iter().find(|guideline| guideline.code == pack.code);
    source.ok_or_else(|| Failure::DomainUnknown { wanted: wanted.to_owned(), near: Vec::new() })
}

/// The lexicon in a file; without one the shipped lexicon.
pub fn lexicon(file: Option<&Path>) -> Result<Cow<'static, Lexicon>, Failure> {
    match file {
        None => Ok(Cow::Borrowed(gongkai::lexicon())),
        Some(file) => read(file, Lexicon::from_toml).map(Cow::Owned),
    }
}

/// The local parameters in a file, JSON or TOML.
pub fn local(file: &Path) -> Result<Local, Failure> {
    let text = text(file)?;
    let is_json = text.trim_start().starts_with('{');
    let json = if is_json {
        text
    } else {
        let table: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| malformed(file, in_one_line(&error.to_string())))?;
        serde_json::to_string(&table).map_err(|error| malformed(file, error.to_string()))?
    };
    Local::from_json(&json).map_err(|error| malformed(file, error.to_string()))
}

/// The lock of ids in a file.
pub fn ids_lock(file: &Path) -> Result<IdsLock, Failure> {
    IdsLock::parse(&text(file)?).map_err(|error| malformed(file, error.to_string()))
}

fn looks_like_a_path(wanted: &str) -> bool {
    wanted.contains(['/', '\\']) || Path::new(wanted).extension().is_some()
}

fn read<T>(file: &Path, parse: fn(&str) -> Result<T, CompileError>) -> Result<T, Failure> {
    parse(&text(file)?).map_err(|error| {
        let reason = match &error {
            CompileError::Unreadable(report) => in_one_line(report),
            other => other.to_string(),
        };
        malformed(file, reason)
    })
}

/// The text of a file.
pub fn text(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| {
        if error.kind() == io::ErrorKind::InvalidData {
            malformed(file, error.to_string())
        } else {
            Failure::SourceUnreadable { path: file.to_owned(), error }
        }
    })
}

fn malformed(file: &Path, reason: String) -> Failure {
    Failure::SourceMalformed { path: PathBuf::from(file), reason }
}

/// What a reader of TOML says over several lines, without the picture of the place.
fn in_one_line(report: &str) -> String {
    let is_picture = |line: &&str| {
        line.split('|')
            .next()
            .is_some_and(|number| number.trim().parse::<u32>().is_ok() || line.trim_start().starts_with('|'))
    };
    let lines: Vec<&str> =
        report.lines().filter(|line| !is_picture(line) && !line.trim().is_empty()).collect();
    lines.join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_and_the_reason_stay_in_one_line() {
        let error =
            Guideline::from_toml("format = \"gongkai-guideline/1\"\nnonsense\n").expect_err("no TOML");
        let CompileError::Unreadable(report) = error else { panic!("{error}") };
        let line = in_one_line(&report);
        assert!(line.contains("line 2") && !line.contains('|') && !line.contains('\n'), "{line}");
    }
}
