//! Word files of before 2007, turned by LibreOffice into ones that are read.
//!
//! The program runs without a window, in a folder of its own that is removed afterwards: it knows nothing of the user's
//! settings, runs no macros, fetches nothing that the file refers to, and is ended when it takes too long.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use gongkai_core::text::Lang;

/// How long the program may take, its first start included.
const USUAL_TIME_LIMIT: Duration = Duration::from_secs(120);

/// How often it is looked at.
const STEP: Duration = Duration::from_millis(50);

/// Names of the program.
const NAMES: &[&str] = &["soffice", "libreoffice"];

/// Where it lies when it is not on the path.
const PLACES: &[&str] = &[
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
    "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe",
];

/// Settings of the program: no macros, no links, no questions.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"#;

/// Why a file cannot be turned into another. Its `Display` is English.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConvertError {
    /// LibreOffice is not installed.
    #[error(
        "a Word 97–2003 file (DOC) is read through LibreOffice, which is not installed; install it or save the file as DOCX"
    )]
    Missing,
    /// It took too long and was ended.
    #[error("LibreOffice did not finish within {seconds} seconds; save the file as DOCX")]
    TimedOut {
        /// How long it was allowed to take.
        seconds: u64,
    },
    /// It made nothing of the file.
    #[error("LibreOffice cannot read the file ({status}); save it as DOCX with Word or WPS")]
    Failed {
        /// How the program ended.
        status: ExitStatus,
    },
    /// A file could not be read or written, or the program not started.
    #[error("LibreOffice cannot be used: {0}")]
    Unusable(#[from] io::Error),
}

impl ConvertError {
    /// What it says in a language, with what to do.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        match self {
            ConvertError::Missing => {
                "读取 Word 97–2003 文件（DOC）需要 LibreOffice，但没有安装；请安装，或另存为 DOCX".to_owned()
            }
            ConvertError::TimedOut { seconds } => {
                format!("LibreOffice 未能在{seconds}秒内完成；请另存为 DOCX")
            }
            ConvertError::Failed { status } => {
                format!("LibreOffice 不能读取该文件（{status}）；请用 Word 或 WPS 另存为 DOCX")
            }
            ConvertError::Unusable(error) => format!("无法使用 LibreOffice：{error}"),
        }
    }
}

/// Turns a Word file of before 2007 into DOCX.
///
/// # Errors
/// - LibreOffice is not installed, cannot be started, or does not finish in time.
/// - The file cannot be read, by this program or by LibreOffice.
pub fn legacy_word(path: &Path) -> Result<Vec<u8>, ConvertError> {
    Converter::find()?.docx(&fs::read(path)?)
}

/// A program that turns Word files into others, and how long it may take.
#[derive(Debug, Clone)]
pub struct Converter {
    /// Where the program lies.
    pub program: PathBuf,
    /// How long it may take. Defaults to two minutes.
    pub time_limit: Duration,
}

impl Converter {
    /// LibreOffice, where it is installed.
    ///
    /// # Errors
    /// It is not installed.
    pub fn find() -> Result<Self, ConvertError> {
        let path = env::var_os("PATH").unwrap_or_default();
        let on_path = env::split_paths(&path).flat_map(|folder| {
            NAMES.iter().map(move |name| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
        });
        let program = on_path.chain(PLACES.iter().map(PathBuf::from)).find(|place| place.is_file());
        Ok(Converter { program: program.ok_or(ConvertError::Missing)?, time_limit: USUAL_TIME_LIMIT })
    }

    /// Turns the bytes of a Word file into those of a DOCX file.
    ///
    /// # Errors
    /// As for [`legacy_word`].
    pub fn docx(&self, bytes: &[u8]) -> Result<Vec<u8>, ConvertError> {
        let folder = tempfile::Builder::new().prefix("gongkai-").tempdir()?;
        let profile = folder.path().join("profile");
        fs::create_dir_all(profile.join("user"))?;
        fs::write(profile.join("user").join("registrymodifications.xcu"), SETTINGS)?;
        // A name of our own: what the file is called cannot be taken for an option.
        let source = folder.path().join("document.doc");
        fs::write(&source, bytes)?;
        let mut user_installation = OsString::from("-env:UserInstallation=");
        user_installation.push(file_address(&profile));
        let mut command = Command::new(&self.program);
        command
            .arg(user_installation)
            .args(["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"])
            .args(["--convert-to", "docx", "--outdir"])
            .arg(folder.path())
            .arg(&source)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        own_group(&mut command);
        let status = self.wait(command.spawn()?)?;
        match fs::read(folder.path().join("document.docx")) {
            Ok(docx) if status.success() => Ok(docx),
            _ => Err(ConvertError::Failed { status }),
        }
    }

    fn wait(&self, mut child: Child) -> Result<ExitStatus, ConvertError> {
        let start = Instant::now();
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            if start.elapsed() >= self.time_limit {
                end_group(&mut child)?;
                child.wait()?;
                return Err(ConvertError::TimedOut { seconds: self.time_limit.as_secs() });
            }
            thread::sleep(STEP);
        }
    }
}

/// The program starts others, which are to end with it.
#[cfg(unix)]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn own_group(_command: &mut Command) {}

#[cfg(unix)]
fn end_group(child: &mut Child) -> io::Result<()> {
    use rustix::process::{Pid, Signal, kill_process_group};
    match i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        Some(group) => Ok(kill_process_group(group, Signal::KILL)?),
        None => child.kill(),
    }
}

#[cfg(not(unix))]
fn end_group(child: &mut Child) -> io::Result<()> {
    child.kill()
}

/// The address of a folder.
fn file_address(path: &Path) -> String {
    let mut address = String::from("file://");
    let path = path.to_string_lossy().replace('\\', "/");
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b':' | b'-' | b'_' | b'.' => {
                address.push(char::from(byte))
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_folders_are_written_for_any_system() {
        assert_eq!(file_address(Path::new("/a b/目")), "file:///a%20b/%E7%9B%AE");
        assert_eq!(file_address(Path::new("C:\\Temp\\x")), "file:///C:/Temp/x");
    }

    #[cfg(unix)]
    fn program(folder: &Path, script: &str) -> Converter {
        use std::os::unix::fs::PermissionsExt;
        let program = folder.join("program");
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("there is room for a script");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("it can be made to run");
        Converter { program, time_limit: Duration::from_secs(1) }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_takes_too_long_is_ended_with_those_it_started() {
        let folder = tempfile::tempdir().expect("there is room");
        // Whoever reads a pipe is told when the last one who writes into it has ended.
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
        let reader = {
            let pipe = pipe.clone();
            thread::spawn(move || fs::read(pipe))
        };
        let start = Instant::now();
        let result = program(folder.path(), &format!("sleep 60 > {} &\nsleep 60", pipe.display())).docx(b"");
        assert!(matches!(result, Err(ConvertError::TimedOut { seconds: 1 })), "{result:?}");
        assert!(reader.join().is_ok_and(|read| read.is_ok()));
        assert!(start.elapsed() < Duration::from_secs(30));
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_makes_nothing_has_failed() {
        let folder = tempfile::tempdir().expect("there is room");
        for script in ["exit 0", "exit 77"] {
            let result = program(folder.path(), script).docx(b"");
            assert!(matches!(result, Err(ConvertError::Failed { .. })), "{result:?}");
        }
        let result =
            Converter { program: folder.path().join("none"), time_limit: Duration::from_secs(1) }.docx(b"");
        assert!(matches!(result, Err(ConvertError::Unusable(_))), "{result:?}");
    }

    #[test]
    fn each_failure_says_what_to_do_in_both_languages() {
        for error in [ConvertError::Missing, ConvertError::TimedOut { seconds: 120 }] {
            assert!(error.to_string().contains("DOCX") && error.told(Lang::Zh).contains("DOCX"), "{error}");
            assert_ne!(error.told(Lang::Zh), error.told(Lang::En));
        }
    }
}
