//! `gongkai completions` and `gongkai man`: what shells and manual readers know of the program.

use std::io::Write;

use clap_complete::Shell;

use crate::failure::Failure;
use crate::help;
use crate::words::Words;

/// Name of the program.
const NAME: &str = "gongkai";

/// How alike two names have to be, from 0 to 1.
const ALIKE: f64 = 0.8;

/// Prints a script that completes calls in a shell.
pub fn completions(shell: Shell, words: Words, out: &mut dyn Write) -> Result<(), Failure> {
    // The generator ends the program when it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(words.lang()), NAME, &mut script);
    Ok(out.write_all(&script)?)
}

/// Prints the manual page of the program, or of one of its commands.
pub fn page(command: Option<&str>, words: Words, out: &mut dyn Write) -> Result<(), Failure> {
    let mut whole = help::command(words.lang());
    whole.build();
    let page = match command {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => command.clone().name(format!("{NAME}-{name}")),
            None => {
                let near = whole.get_subcommands().map(clap::Command::get_name);
                let near = near.filter(|known| strsim::jaro_winkler(known, name) >= ALIKE);
                return Err(Failure::CommandUnknown {
                    wanted: name.to_owned(),
                    near: near.map(str::to_owned).collect(),
                });
            }
        },
    };
    Ok(clap_mangen::Man::new(page).render(&mut &mut *out)?)
}
