//! `gongkai diff`: says what became of the items from one guideline to another.

use std::io::{self, Write};

use gongkai_core::diff::{
    Aspect, Change, Diff, Direction, ElementChange, ElementOutcome, ItemChange, ItemPlace,
    Outcome as ItemOutcome, Side, diff,
};
use gongkai_core::text::Lang;
use serde_json::json;

use super::write_pretty;
use crate::Outcome;
use crate::failure::Failure;
use crate::source;
use crate::table::{Align, Table, plain};
use crate::words::Words;

/// The outcomes in the order in which they are counted.
const OUTCOMES: [ItemOutcome; 7] = [
    ItemOutcome::Kept,
    ItemOutcome::Renamed,
    ItemOutcome::Moved,
    ItemOutcome::Split,
    ItemOutcome::Merged,
    ItemOutcome::Added,
    ItemOutcome::Removed,
];

/// Compares two guidelines.
pub fn run(
    old: &str,
    new: &str,
    as_json: bool,
    words: Words,
    out: &mut dyn Write,
) -> Result<Outcome, Failure> {
    let (older, newer) = (source::guideline(old)?, source::guideline(new)?);
    let diff = diff(&older, &newer, gongkai::lexicon()).map_err(|error| Failure::SourceMalformed {
        path: match error.side {
            Side::Old => old,
            Side::New => new,
        }
        .into(),
        reason: error.errors.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
    })?;
    if as_json {
        write_pretty(&json!(diff), out)?;
    } else {
        write_diff(&diff, words, out)?;
    }
    Ok(if diff.is_equal() { Outcome::Fine } else { Outcome::Findings })
}

fn write_diff(diff: &Diff, words: Words, out: &mut dyn Write) -> io::Result<()> {
    let edition =
        |side: &gongkai_core::diff::Edition| format!("{} {} ({})", side.pack, side.name, side.edition);
    writeln!(out, "{}", plain(&format!("{} → {}", edition(&diff.old), edition(&diff.new))))?;
    for change in &diff.head {
        let line = format!("  {}: {}", change.property, arrow(&change.before, &change.after, words));
        writeln!(out, "{}", plain(&line))?;
    }
    for item in diff.items.iter().filter(|item| !item.is_unchanged()) {
        write_item(item, words, out)?;
    }
    let counts: Vec<String> = OUTCOMES
        .iter()
        .map(|outcome| (self::outcome(*outcome, words), diff.count(*outcome)))
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| match words.lang() {
            Lang::Zh => format!("{word}{count}项"),
            Lang::En => format!("{count} {word}"),
        })
        .collect();
    let going = |direction| diff.items.iter().filter(|item| item.goes(direction)).count();
    let (stricter, looser) = (going(Direction::Stricter), going(Direction::Looser));
    match words.lang() {
        Lang::Zh => writeln!(out, "{}；要求提高{stricter}项，降低{looser}项", counts.join("，")),
        Lang::En => writeln!(out, "{}; {stricter} stricter, {looser} looser", counts.join(", ")),
    }
}

fn write_item(item: &ItemChange, words: Words, out: &mut dyn Write) -> io::Result<()> {
    let outcomes: Vec<&str> = item.outcomes.iter().map(|found| outcome(*found, words)).collect();
    let places = |places: &[ItemPlace]| {
        let names: Vec<String> =
            places.iter().map(|place| format!("{}/{}", place.category, place.name)).collect();
        names.join(words.pick("、", ", "))
    };
    let (old, new) = (places(&item.old), places(&item.new));
    let names = match (old.is_empty(), new.is_empty()) {
        (true, _) => new,
        (_, true) => old,
        _ if old == new => new,
        _ => format!("{old} → {new}"),
    };
    let mut heading = format!("{}  {names}", outcomes.join(words.pick("、", ", ")));
    if let Some(score) = item.score.filter(|_| item.assumed) {
        heading.push_str(&match words.lang() {
            Lang::Zh => format!("（推定，相似度{score}，请核对）"),
            Lang::En => format!(" (assumed, likeness {score}; please confirm)"),
        });
    }
    writeln!(out, "{}", plain(&heading))?;
    if item.elements.is_empty() && item.changes.is_empty() {
        return Ok(());
    }
    let mut table = Table::new([
        (words.pick("方向", "direction"), Align::Left),
        (words.pick("方面", "aspect"), Align::Left),
        (words.pick("变化", "change"), Align::Left),
    ]);
    for change in &item.changes {
        let mut text = change_text(change, words);
        if let Some(of) = &change.item {
            text.push_str(&format!("  [{of}]"));
        }
        table.row([
            direction(change.direction, words).to_owned(),
            aspect(change.aspect, words).to_owned(),
            text,
        ]);
    }
    for element in &item.elements {
        table.row([
            direction(element.direction, words).to_owned(),
            element_word(element.outcome, words).to_owned(),
            element_text(element, words),
        ]);
    }
    table.write("  ", out)
}

fn arrow(before: &Option<String>, after: &Option<String>, words: Words) -> String {
    let none = words.pick("（无）", "(none)").to_owned();
    format!("{} → {}", before.as_ref().unwrap_or(&none), after.as_ref().unwrap_or(&none))
}

fn change_text(change: &Change, words: Words) -> String {
    let spoken = |text: &String| match change.aspect {
        Aspect::Audience => text.replacen("everyone", words.pick("全社会", "everyone"), 1),
        Aspect::Method => gongkai_core::text::value_name(text, words.lang()).to_owned(),
        Aspect::Kind => match serde_json::from_value(json!(text)) {
            Ok(kind) => words.kind(kind).to_owned(),
            Err(_) => text.clone(),
        },
        _ => text.clone(),
    };
    arrow(&change.before.as_ref().map(spoken), &change.after.as_ref().map(spoken), words)
}

fn element_text(element: &ElementChange, words: Words) -> String {
    let name = |place: &Option<gongkai_core::diff::ElementPlace>| {
        place.as_ref().map(|place| {
            let required = match place.required {
                true => words.pick("必填", "required"),
                false => words.pick("选填", "optional"),
            };
            format!("{}（{required}）", place.name)
        })
    };
    let (old, new) = (name(&element.old), name(&element.new));
    let mut text = match (&old, &new) {
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        _ => new.or(old).unwrap_or_default(),
    };
    if let Some(score) = element.score.filter(|_| element.assumed) {
        text.push_str(&match words.lang() {
            Lang::Zh => format!("，推定，相似度{score}"),
            Lang::En => format!(", assumed, likeness {score}"),
        });
    }
    text
}

fn outcome(outcome: ItemOutcome, words: Words) -> &'static str {
    match outcome {
        ItemOutcome::Kept => words.pick("保留", "kept"),
        ItemOutcome::Renamed => words.pick("更名", "renamed"),
        ItemOutcome::Moved => words.pick("移动", "moved"),
        ItemOutcome::Split => words.pick("拆分", "split"),
        ItemOutcome::Merged => words.pick("合并", "merged"),
        ItemOutcome::Added => words.pick("新增", "added"),
        ItemOutcome::Removed => words.pick("删除", "removed"),
        _ => words.pick("其他", "other"),
    }
}

fn direction(direction: Direction, words: Words) -> &'static str {
    match direction {
        Direction::Stricter => words.pick("提高", "stricter"),
        Direction::Looser => words.pick("降低", "looser"),
        Direction::Other => words.pick("变化", "other"),
    }
}

fn element_word(outcome: ElementOutcome, words: Words) -> &'static str {
    match outcome {
        ElementOutcome::Added => words.pick("要素新增", "element added"),
        ElementOutcome::Removed => words.pick("要素删除", "element removed"),
        ElementOutcome::Renamed => words.pick("要素更名", "element renamed"),
        _ => words.pick("要素变化", "element changed"),
    }
}

fn aspect(aspect: Aspect, words: Words) -> &'static str {
    match aspect {
        Aspect::Name => words.pick("名称", "name"),
        Aspect::Category => words.pick("一级事项", "category"),
        Aspect::Position => words.pick("行", "row"),
        Aspect::Kind => words.pick("类型", "kind"),
        Aspect::RequiredElements => words.pick("必填要素数", "required elements"),
        Aspect::TimeLimit => words.pick("公开时限", "time limit"),
        Aspect::Publisher => words.pick("公开主体", "publisher"),
        Aspect::Audience => words.pick("公开对象", "audience"),
        Aspect::Method => words.pick("公开方式", "way of disclosure"),
        Aspect::Level => words.pick("公开层级", "level"),
        Aspect::Channel => words.pick("公开渠道", "channel"),
        Aspect::Basis => words.pick("公开依据", "legal basis"),
        _ => words.pick("其他", "other"),
    }
}
