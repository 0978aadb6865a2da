//! A running `gongkai serve`, and a client that asks it.

use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::cargo::CommandCargoExt;
use serde_json::Value;
use ureq::Agent;
use ureq::http::Response;

/// Longest wait for the program.
const LIMIT: Duration = Duration::from_secs(60);

/// The program on a free port; ends with the test.
pub struct Server {
    child: Child,
    pub address: String,
    agent: Agent,
}

/// An answer, read whole.
pub struct Answer {
    pub status: u16,
    pub kind: String,
    head: Response<()>,
    pub body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = String::from_utf8_lossy(&self.body).chars().take(300).collect();
        write!(formatter, "{} {} {start}", self.status, self.kind)
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.head.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("it is UTF-8")
    }

    /// Status and code of a problem, whose kind and shape are looked at too.
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.kind, "application/problem+json", "{self:?}");
        let document = self.json();
        assert_eq!(document["status"], self.status);
        for lang in ["zh-CN", "en"] {
            assert!(document["message"][lang].as_str().is_some_and(|text| !text.is_empty()), "{document}");
        }
        (self.status, document["code"].as_str().unwrap_or_default().to_owned())
    }
}

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        let mut command = Command::cargo_bin("gongkai").expect("the program was built for this test");
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(arguments);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut line).expect("it says so");
        let address = line.trim().strip_prefix("listening on ").expect("it says where").to_owned();
        let agent = Agent::config_builder().http_status_as_error(false).timeout_global(Some(LIMIT)).build();
        Server { child, address, agent: agent.into() }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask(path, &[])
    }

    pub fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.get(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        read(request.call().expect("it answers"))
    }

    pub fn post(&self, path: &str, kind: &str, body: impl AsRef<[u8]>) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.address)).header("content-type", kind);
        read(request.send(body.as_ref()).expect("it answers"))
    }

    pub fn put(&self, path: &str) -> Answer {
        read(self.agent.put(format!("{}{path}", self.address)).send_empty().expect("it answers"))
    }

    /// `127.0.0.1:PORT`.
    pub fn socket(&self) -> &str {
        self.address.trim_start_matches("http://")
    }

    /// Asks it to end, as a service manager does.
    pub fn ask_to_end(&self) {
        let id = self.child.id().to_string();
        let status = Command::new("kill").args(["-TERM", &id]).status().expect("there is kill");
        assert!(status.success());
    }

    /// How it ended.
    pub fn ended(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("it is ours") {
                return status;
            }
            assert!(start.elapsed() < LIMIT, "it does not end");
            std::thread::yield_now();
        }
    }

    /// All that it wrote to standard error; asks it to end first.
    pub fn log(mut self) -> String {
        self.ask_to_end();
        let mut stderr: ChildStderr = self.child.stderr.take().expect("it is piped");
        let mut log = String::new();
        stderr.read_to_string(&mut log).expect("it is text");
        log
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(response: Response<ureq::Body>) -> Answer {
    let (parts, body) = response.into_parts();
    let mut bytes = Vec::new();
    body.into_reader().read_to_end(&mut bytes).expect("the answer is whole");
    let kind = parts.headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.to_owned();
    Answer { status: parts.status.as_u16(), kind, head: Response::from_parts(parts, ()), body: bytes }
}
