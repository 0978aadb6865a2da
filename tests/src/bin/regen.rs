//! Writes the generated files that are committed, or with `--check` compares them.

use std::process::ExitCode;

use gongkai_tests::regen::{GENERATORS, Mode, run};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mode = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => Mode::Write { accept_id_changes: false },
        ["--accept-id-changes"] => Mode::Write { accept_id_changes: true },
        ["--check"] => Mode::Check,
        _ => {
            eprintln!("usage: regen [--check | --accept-id-changes]");
            return ExitCode::from(2);
        }
    };
    let mut is_clean = true;
    for (name, generator) in GENERATORS {
        match run(*generator, mode) {
            Ok(changes) if changes.is_empty() => {}
            Ok(changes) => {
                is_clean = is_clean && mode != Mode::Check;
                let what = if mode == Mode::Check { "out of date" } else { "written" };
                println!("{name}: {} files {what}", changes.len());
                for change in &changes {
                    println!("  {change}");
                }
            }
            Err(error) => {
                is_clean = false;
                eprintln!("{name}: {error}");
            }
        }
    }
    if is_clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
