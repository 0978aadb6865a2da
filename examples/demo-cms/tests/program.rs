//! The program itself: says where it listens, answers there, ends in good order.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

#[test]
#[cfg(unix)]
fn it_listens_answers_and_ends() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut program = Command::new(env!("CARGO_BIN_EXE_demo-cms"))
        .args(["--listen", "127.0.0.1:0", "--today", "2026-09-15", "--database"])
        .arg(folder.path().join("new/demo.sqlite"))
        .arg("--dist")
        .arg(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(program.stdout.take().expect("piped")).lines();
    let mut line = || lines.next().expect("a line").expect("text");
    assert!(line().starts_with("password of editor: "));
    let line = line();
    let address = line.strip_prefix("listening on http://").expect("the address");

    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("基层政务公开"));

    let id = program.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill is there").success());
    assert!(program.wait().expect("it ends").success());
}

#[test]
fn a_bad_call_is_told() {
    for arguments in [["--listen", "somewhere"], ["--today", "tomorrow"], ["--password", ""]] {
        let output = Command::new(env!("CARGO_BIN_EXE_demo-cms")).args(arguments).output();
        assert_eq!(output.expect("the program starts").status.code(), Some(2), "{arguments:?}");
    }
}
