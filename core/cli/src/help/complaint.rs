//! What is wrong with a call, in the language of the user; clap says it in English.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use gongkai_core::text::Lang;

/// What to say: help and version as they are, complaints with what was probably meant and how the call goes.
pub(super) fn text(error: &Error, lang: Lang) -> StyledStr {
    let is_help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if lang == Lang::En {
        return error.render();
    }
    if is_help {
        return StyledStr::from(in_chinese(&error.render().to_string()));
    }
    let mut lines = vec![format!("gongkai: {}", sentence(error))];
    let meant: Vec<String> =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .filter_map(|kind| value(error, kind))
            .collect();
    if !meant.is_empty() {
        lines.push(format!("是否指：{}", meant.join("、")));
    }
    if let Some(usage) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        lines.push(format!("用法：{}", in_chinese(usage.trim_start_matches("Usage:").trim())));
    }
    lines.push("更多说明见 --help".to_owned());
    StyledStr::from(lines.join("\n") + "\n")
}

/// The word for options, which no setting of clap's changes.
fn in_chinese(usage: &str) -> String {
    usage.replace("[OPTIONS]", "[选项]")
}

fn value(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join("、")),
        ContextValue::Number(number) => Some(number.to_string()),
        other => Some(other.to_string()),
    }
    .filter(|text| !text.is_empty())
}

fn sentence(error: &Error) -> String {
    let said = |kind| value(error, kind);
    let arg = said(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("没有命令“{}”", said(ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::UnknownArgument => format!("没有选项或参数“{arg}”"),
        ErrorKind::InvalidValue => match (said(ContextKind::InvalidValue), said(ContextKind::ValidValue)) {
            (None, Some(values)) => format!("{arg} 缺少值，可为 {values}"),
            (None, None) => format!("{arg} 缺少值"),
            (Some(wrong), Some(values)) => format!("{arg} 的值“{wrong}”无效，可为 {values}"),
            (Some(wrong), None) => format!("{arg} 的值“{wrong}”无效"),
        },
        ErrorKind::ValueValidation => {
            let wrong = said(ContextKind::InvalidValue).unwrap_or_default();
            format!("{arg} 的值“{wrong}”无效，{}", expected(error, &arg))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {arg}"),
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::ArgumentConflict => {
            let prior = said(ContextKind::PriorArg).unwrap_or_default();
            if prior == arg {
                format!("{arg} 只能写一次")
            } else {
                format!("{arg} 不能与 {prior} 同时使用")
            }
        }
        ErrorKind::TooManyValues => format!("{arg} 的值太多"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => format!("{arg} 的值的个数不对"),
        ErrorKind::NoEquals => format!("{arg} 之后应为等号"),
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 编码".to_owned(),
        _ => error.to_string().trim().to_owned(),
    }
}

/// What a value that is looked at more closely ought to be, by the word for it in the call: days, addresses, kinds, numbers.
fn expected(error: &Error, argument: &str) -> String {
    if argument.contains("<日期>") {
        return "应为存在的日期，写作 年-月-日，例如 2026-09-01".to_owned();
    }
    if argument.contains("<地址>") {
        return "应为 IP 地址和端口，例如 127.0.0.1:8054".to_owned();
    }
    // clap says which numbers it takes, in English: `0 is not in 1..=1024`.
    let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    if let Some(kinds) = reason.strip_prefix("expected one of ") {
        return format!("可为 {}", kinds.replace(", ", "、"));
    }
    match reason.rsplit_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
        Some((least, most)) => format!("应为 {least} 到 {most} 的整数"),
        None => "应为整数".to_owned(),
    }
}
