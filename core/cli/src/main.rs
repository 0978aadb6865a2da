//! The command `gongkai`: looks up domains and items, checks entries, writes tables and templates, lints and compares guidelines.

mod args;
mod command;
mod failure;
mod find;
mod help;
mod items;
#[cfg(feature = "serve")]
mod serve;
mod source;
mod table;
mod words;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use args::{Arguments, Command};
use command::check::Manner;
use failure::Failure;
use words::Words;

/// What the process says to the one that started it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing that is an error.
    Fine = 0,
    /// Errors were found.
    Findings = 1,
    /// A bad call or unreadable input.
    Unusable = 2,
}

fn main() -> ExitCode {
    let arguments = match help::parse(std::env::args_os().collect()) {
        Ok(arguments) => arguments,
        Err(said) => return said.tell(),
    };
    let words = Words::new(arguments.lang);
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = run(&arguments, words, &mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    let outcome = match outcome {
        Ok(outcome) => outcome,
        // Whoever reads has had enough, as `head` does.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Fine,
        Err(failure) => {
            eprintln!("gongkai: {}", table::plain(&failure.sentence(words)));
            Outcome::Unusable
        }
    };
    ExitCode::from(outcome as u8)
}

fn run(arguments: &Arguments, words: Words, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let manner = Manner { as_json: arguments.json, quiet: arguments.quiet, words };
    match &arguments.command {
        Command::Domains => command::list::domains(arguments.json, words, out)?,
        Command::Items { domain } => command::list::items(domain.as_deref(), arguments.json, words, out)?,
        Command::Schema { item } => command::show::schema(item, out)?,
        Command::Form(options) => command::form::run(options, words.lang(), out)?,
        Command::Read { file, item, html } => {
            command::read::run(file, item.as_deref(), *html, words.lang(), out)?;
        }
        Command::Example { item, today } => command::show::example(item, *today, out)?,
        Command::Due(options) => command::due::run(options, arguments.json, words, out)?,
        Command::Check(options) => return command::check::run(options, manner, out),
        Command::Lint(options) => return command::lint::run(options, arguments.json, words, out),
        Command::Diff { old, new } => return command::diff::run(old, new, arguments.json, words, out),
        Command::Privacy(options) => return command::privacy::run(options, arguments.json, words, out),
        Command::Export(options) => command::export::run(options, manner, out)?,
        Command::Template(options) => command::template::run(options, manner, out)?,
        Command::Index(options) => return command::index::run(options, manner, out),
        Command::Import(options) => return command::import::run(options, arguments.json, words, out),
        #[cfg(feature = "serve")]
        Command::Serve(options) => serve::run(options)?,
        Command::Completions { shell } => command::manual::completions(*shell, words, out)?,
        Command::Man { command } => command::manual::page(command.as_deref(), words, out)?,
    }
    Ok(Outcome::Fine)
}
