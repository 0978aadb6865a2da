//! What the custom elements are to reach in the browser, and whether they do.

use std::fmt::Write as _;

use anyhow::Result;

use super::browser::Measured;

/// The candidate that is ours.
pub const OURS: &str = "gongkai";
/// The page written by hand.
pub const FLOOR: &str = "floor";

/// One thing to reach.
struct Target {
    form: &'static str,
    what: &'static str,
    /// The largest multiple of the best other candidate that is good enough.
    of_best: f64,
    /// Whether others count only while they do not validate.
    against_idle: bool,
    /// The largest multiple of the page written by hand that is good enough.
    of_floor: Option<f64>,
}

const fn target(form: &'static str, what: &'static str) -> Target {
    Target { form, what, of_best: 1.0, against_idle: false, of_floor: None }
}

const fn first_keystroke(form: &'static str, what: &'static str) -> Target {
    Target { of_floor: Some(1.5), ..target(form, what) }
}

/// A grid that draws what is on the screen has no excuse.
const fn first_edit(what: &'static str) -> Target {
    Target { of_best: 0.2, ..target("rows", what) }
}

const fn keystroke(form: &'static str, what: &'static str) -> Target {
    Target { against_idle: true, ..target(form, what) }
}

const TARGETS: &[Target] = &[
    target("one", "bytes@1"),
    first_keystroke("one", "first_keystroke_ms@1"),
    first_keystroke("one", "first_keystroke_ms@4"),
    target("one", "memory_mb@1"),
    target("many", "bytes@1"),
    first_keystroke("many", "first_keystroke_ms@1"),
    first_keystroke("many", "first_keystroke_ms@4"),
    keystroke("many", "keystroke_ms@1"),
    keystroke("many", "keystroke_ms@4"),
    target("many", "validation_ms@1"),
    target("many", "validation_ms@4"),
    target("many", "memory_mb@1"),
    target("rows", "bytes@1"),
    first_edit("first_keystroke_ms@1"),
    first_edit("first_keystroke_ms@4"),
    keystroke("rows", "keystroke_ms@1"),
    keystroke("rows", "keystroke_ms@4"),
    target("rows", "validation_ms@1"),
    target("rows", "validation_ms@4"),
    target("rows", "memory_mb@1"),
];

/// Adds a table of the targets that were measured; a miss is called one.
///
/// # Errors
/// Never: writing into a text does not fail.
pub fn judge(results: &[Measured], text: &mut String) -> Result<()> {
    let lines: Vec<String> = TARGETS.iter().filter_map(|target| line(target, results)).collect();
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(
        text,
        "\n| | gongkai | best other | ratio | by hand | ratio | |\n|---|--:|--:|--:|--:|--:|---|"
    )?;
    for line in lines {
        writeln!(text, "{line}")?;
    }
    Ok(())
}

fn line(target: &Target, results: &[Measured]) -> Option<String> {
    let measured = |result: &&Measured| result.form == target.form;
    let of =
        |name: &str| results.iter().filter(measured).find(|result| result.name == name)?.median(target.what);
    let ours = of(OURS)?;
    let floor = of(FLOOR);
    let others =
        results.iter().filter(measured).filter(|result| ![OURS, FLOOR].contains(&result.name.as_str()));
    let best = others
        .filter(|other| !(target.against_idle && other.live))
        .filter_map(|other| Some((other.median(target.what)?, other.name.as_str())))
        .min_by(|one, two| one.0.total_cmp(&two.0));
    let is_met = best.is_none_or(|(best, _)| ours <= target.of_best * best)
        && target.of_floor.zip(floor).is_none_or(|(limit, floor)| ours <= limit * floor);
    let scale = |value: f64| if target.what.starts_with("bytes") { value / 1000.0 } else { value };
    let figure = |value: f64| format!("{:.1}", scale(value));
    let best = best.map_or_else(
        || "– | –".to_owned(),
        |(best, name)| format!("{} ({name}) | {:.2}", figure(best), ours / best),
    );
    let floor =
        floor.map_or_else(|| "– | –".to_owned(), |floor| format!("{} | {:.2}", figure(floor), ours / floor));
    let verdict = if is_met { "met" } else { "**missed**" };
    Some(format!("| {} | {} | {best} | {floor} | {verdict} |", name(target), figure(ours)))
}

fn name(target: &Target) -> String {
    let form = match target.form {
        "one" => "S1",
        "many" => "S2",
        _ => "S3",
    };
    let (what, slowdown) = target.what.split_once('@').unwrap_or((target.what, "1"));
    match what {
        "bytes" => format!("{form} brotli KB"),
        "memory_mb" => format!("{form} memory MB"),
        "first_keystroke_ms" if form == "S3" => {
            format!("{form} first keystroke {slowdown}×, at most a fifth of the others")
        }
        "first_keystroke_ms" => format!("{form} first keystroke {slowdown}×, also ≤ 1.5 by hand"),
        "keystroke_ms" => format!("{form} keystroke {slowdown}×, others not validating"),
        _ => format!("{form} validation {slowdown}×"),
    }
}
