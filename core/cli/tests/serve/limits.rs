//! What the service stands: too much at once, senders that are slow, being asked to end; and what it tells of itself.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use crate::server::Server;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

const ENTRY: &str =
    r#"{"pack":"24-compulsory-education","item":"yi-wu-jiao-yu-xue-xiao-ming-lu","title":"张三丰"}"#;

fn connected(server: &Server) -> TcpStream {
    TcpStream::connect(server.socket()).expect("it listens")
}

/// A request whose body has begun and is not whole.
fn begun(server: &Server) -> TcpStream {
    let mut stream = connected(server);
    let head = format!(
        "POST /v1/check HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{{",
        ENTRY.len()
    );
    stream.write_all(head.as_bytes()).expect("it reads");
    while !server.get("/metrics").text().contains("gongkai_http_requests_in_flight 2") {
        std::thread::yield_now();
    }
    stream
}

fn rest(mut stream: TcpStream) -> String {
    stream.write_all(&ENTRY.as_bytes()[1..]).expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer
}

#[test]
fn one_request_more_than_allowed_is_refused_at_once() {
    let server = Server::start(&["--concurrency", "1"]);
    let stream = begun(&server);
    let refused = server.get("/v1/domains");
    assert_eq!(refused.problem(), (503, "overloaded".to_owned()));
    assert_eq!(refused.header("retry-after"), "1");
    assert_eq!(server.get("/healthz").status, 200);
    assert!(rest(stream).starts_with("HTTP/1.1 200"));
    assert_eq!(server.get("/v1/domains").status, 200);
}

#[test]
fn a_sender_that_is_too_slow_is_not_waited_for() {
    let server = Server::start(&["--timeout", "1"]);
    let mut stream = begun(&server);
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 503") && answer.contains("\"timeout\""), "{answer}");
}

#[test]
fn a_head_that_never_ends_is_not_waited_for() {
    let server = Server::start(&["--timeout", "1"]);
    for begun in ["", "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let mut stream = connected(&server);
        stream.write_all(begun.as_bytes()).expect("it listens");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the connection is closed in good order");
        assert!(!answer.contains("200"), "{answer}");
    }
    // The second request of a connection has no more time than the first.
    let mut stream = connected(&server);
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /he").expect("it listens");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the connection is closed in good order");
    assert_eq!(answer.matches("HTTP/1.1 200").count(), 1, "{answer}");
}

#[test]
fn what_has_begun_is_answered_before_the_end() {
    let mut server = Server::start(&[]);
    let stream = begun(&server);
    server.ask_to_end();
    assert!(rest(stream).starts_with("HTTP/1.1 200"));
    assert!(server.ended().success());
}

#[test]
fn who_never_finishes_does_not_hinder_the_end() {
    let mut server = Server::start(&["--grace", "0"]);
    let stream = begun(&server);
    server.ask_to_end();
    assert!(server.ended().success());
    drop(stream);
}

#[test]
fn figures_count_and_the_log_tells_nothing_of_what_was_asked() {
    let server = Server::start(&[]);
    for _ in 0..3 {
        assert_eq!(server.post("/v1/check", "application/json", ENTRY).status, 200);
    }
    assert_eq!(server.get("/v1/%E5%BC%A0%E4%B8%89%E4%B8%B0?name=%E5%BC%A0").status, 404);
    let figures = server.get("/metrics");
    assert_eq!(figures.kind, "application/openmetrics-text; version=1.0.0; charset=utf-8");
    let figures = figures.text();
    for line in [
        r#"gongkai_http_requests_total{route="/v1/check",status="200"} 3"#,
        r#"gongkai_http_requests_total{route="none",status="404"} 1"#,
        r#"gongkai_http_request_duration_seconds_count{route="/v1/check"} 3"#,
        r#"gongkai_checked_entries_total{verdict="blocked"} 3"#,
    ] {
        assert!(figures.contains(line), "{line} is not in\n{figures}");
    }
    assert!(figures.ends_with("# EOF\n"));
    let log = server.log();
    let lines: Vec<serde_json::Value> =
        log.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert!(lines.len() >= 5, "{log}");
    assert_eq!(lines[0]["route"], "/v1/check");
    assert_eq!(lines[0]["status"], 200);
    for told in ["张", "%E5", "xue-xiao", "127.0.0.1"] {
        assert!(!log.contains(told), "{told} is in\n{log}");
    }
}

#[test]
fn widgets_are_served_with_their_digests() {
    let folder = tempfile::tempdir().expect("there is room");
    let script = "export const answer = 42;\n".repeat(100);
    fs::create_dir(folder.path().join("packs")).expect("there is room");
    fs::write(folder.path().join("gongkai.js"), &script).expect("there is room");
    fs::write(folder.path().join("gongkai.wasm"), b"\0asm\x01\0\0\0").expect("there is room");
    fs::write(folder.path().join("packs/24.json"), "{}").expect("there is room");
    fs::write(folder.path().join("..hidden"), "x").expect("there is room");
    let server = Server::start(&["--dist", &folder.path().display().to_string()]);

    let manifest = server.get("/v1/assets").json();
    let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&script)));
    assert_eq!(manifest["files"]["gongkai.js"]["integrity"], integrity);
    assert_eq!(manifest["files"]["packs/24.json"]["bytes"], 2);
    let base = manifest["base"].as_str().expect("there is a base");

    let kept = server.get(&format!("{base}gongkai.js"));
    assert_eq!((kept.status, kept.text()), (200, script.clone()));
    assert_eq!(kept.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(kept.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(kept.header("access-control-allow-origin"), "*");
    assert_eq!(server.get(&format!("{base}gongkai.wasm")).kind, "application/wasm");
    assert_eq!(server.get(&format!("{base}packs/24.json")).kind, "application/json");

    let asked = server.get("/dist/gongkai.js");
    assert_eq!(asked.header("cache-control"), "no-cache");
    let etag = asked.header("etag").to_owned();
    let again = server.ask("/dist/gongkai.js", &[("if-none-match", &format!("\"x\", W/{etag}"))]);
    assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, etag.as_str()));

    let small = server.ask("/dist/gongkai.js", &[("accept-encoding", "gzip, br;q=0.5")]);
    assert_eq!((small.header("content-encoding"), small.header("vary")), ("br", "accept-encoding"));
    let mut unpacked = Vec::new();
    brotli::Decompressor::new(&small.body[..], 4096).read_to_end(&mut unpacked).expect("it is brotli");
    assert_eq!(unpacked, script.as_bytes());
    for refused in ["br;q=0", "gzip"] {
        let answer = server.ask("/dist/gongkai.js", &[("accept-encoding", refused)]);
        assert_eq!(answer.header("content-encoding"), "", "{refused}");
    }
    for path in ["/dist/nothing.js", "/dist/%2e%2e/Cargo.toml", "/dist/", "/dist/0000000000000000/gongkai.js"]
    {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}
