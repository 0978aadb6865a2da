//! Help and complaints about calls, in the language of the user.

mod complaint;
mod zh;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory, FromArgMatches, ValueEnum};
use gongkai_core::text::Lang;

use crate::Outcome;
use crate::args::{Arguments, LangArgument};
use crate::words::Words;

/// What is told in place of doing something: help, the version, or why the call is no good.
pub struct Said {
    text: StyledStr,
    is_complaint: bool,
}

impl Said {
    /// Tells it, help on standard output and complaints on standard error.
    pub fn tell(&self) -> ExitCode {
        let text = self.text.to_string();
        if self.is_complaint {
            eprint!("{text}");
            return ExitCode::from(Outcome::Unusable as u8);
        }
        // Whoever does not read it has no need of it.
        let _ = std::io::stdout().write_all(text.as_bytes());
        ExitCode::SUCCESS
    }
}

/// The arguments of a call.
pub fn parse(mut call: Vec<OsString>) -> Result<Arguments, Said> {
    // clap's own command of this name has no Chinese text.
    if call.get(1).is_some_and(|word| word == "help") {
        call.remove(1);
        call.push("--help".into());
    }
    let lang = Words::new(lang_of(&call)).lang();
    let command = command(lang);
    let parsed = command.clone().try_get_matches_from(call).and_then(|matches| {
        Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command.clone()))
    });
    parsed.map_err(|error| Said { is_complaint: error.use_stderr(), text: complaint::text(&error, lang) })
}

/// The command line with its help in one language.
pub fn command(lang: Lang) -> Command {
    let command = Arguments::command().disable_help_subcommand(true);
    match lang {
        Lang::En => command,
        Lang::Zh => translated(command, ""),
    }
}

/// The language that a call asks for, which has to be known before the call is understood.
fn lang_of(call: &[OsString]) -> Option<LangArgument> {
    let mut words = call.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next()?.into_owned(),
            Some(rest) => match rest.strip_prefix('=') {
                Some(value) => value.to_owned(),
                None => continue,
            },
            None if word == "--" => return None,
            None => continue,
        };
        return LangArgument::from_str(&value, false).ok();
    }
    None
}

/// The shape of a help page; clap's own has English headings in it.
const PAGE: &str = "{before-help}{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// The same command with Chinese help. `path`: how it is called.
fn translated(mut command: Command, path: &str) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| translated(sub, &name));
    }
    let arguments: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in arguments {
        command = command.mut_arg(&id, |arg| translated_argument(arg, path, &id));
    }
    let about = zh::text(path).unwrap_or_default();
    let long = zh::text(&format!("{path} …")).unwrap_or(about);
    command = command
        .about(about)
        .long_about(long)
        .help_template(PAGE)
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .disable_help_flag(true)
        .arg(help_flag());
    if path.is_empty() {
        let version = Arg::new("version").short('V').long("version").action(clap::ArgAction::Version);
        command = command.disable_version_flag(true).arg(version.help("显示版本").help_heading("选项"));
    }
    command
}

fn help_flag() -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help("显示帮助")
        .help_heading("选项")
}

fn translated_argument(arg: Arg, path: &str, id: &str) -> Arg {
    let key = format!("{path} {id}");
    let mut text = zh::text(key.trim()).unwrap_or_default().to_owned();
    let values: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let takes_value = arg.get_action().takes_values();
    if takes_value && !values.is_empty() {
        text.push_str(&format!("；可为 {}", values.join("、")));
    }
    if let Some(default) = arg.get_default_values().first().filter(|_| takes_value) {
        text.push_str(&format!("；默认为 {}", default.to_string_lossy()));
    }
    let heading = if arg.is_positional() { "参数" } else { "选项" };
    let value_name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let arg = arg.help(text).help_heading(heading);
    if !takes_value {
        return arg;
    }
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    match value_name.and_then(|name| zh::value_name(&name)) {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn the_language_of_a_bad_call_is_known() {
        let lang = |words: &[&str]| lang_of(&call(words)).map(Lang::from);
        assert_eq!(lang(&["gongkai", "nonsense", "--lang", "en"]), Some(Lang::En));
        assert_eq!(lang(&["gongkai", "--lang=zh-CN", "--lang"]), Some(Lang::Zh));
        assert_eq!(lang(&["gongkai", "--", "--lang=en"]), None);
        assert_eq!(lang(&["gongkai", "--language", "en"]), None);
    }

    /// The keys of all texts that a command needs.
    fn keys(command: &Command, path: &str, keys: &mut Vec<String>) {
        keys.push(path.to_owned());
        for arg in command.get_arguments() {
            keys.push(format!("{path} {}", arg.get_id()).trim().to_owned());
        }
        for sub in command.get_subcommands() {
            self::keys(sub, sub.get_name(), keys);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_chinese_text() {
        let mut wanted = Vec::new();
        keys(&Arguments::command(), "", &mut wanted);
        let missing: Vec<&String> = wanted.iter().filter(|key| zh::text(key).is_none()).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let left: Vec<&str> = zh::TEXTS
            .iter()
            .map(|(key, _)| *key)
            .filter(|key| !wanted.iter().any(|wanted| wanted == key.trim_end_matches(" …")))
            .collect();
        assert!(left.is_empty(), "{left:?}");
        command(Lang::Zh).debug_assert();
        command(Lang::En).debug_assert();
    }
}
