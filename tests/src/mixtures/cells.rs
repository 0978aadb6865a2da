//! The cells of a printed row.

use fastrand::Rng;

use super::style::{List, Style};

/// The channels that national tables list, in their order.
const MENU: [&str; 12] = [
    "政府网站",
    "政府公报",
    "两微一端",
    "发布会/听证会",
    "广播电视",
    "纸质媒体",
    "公开查阅点",
    "政务服务中心",
    "便民服务站",
    "入户/现场",
    "社区/企事业单位/村公示栏（电子屏）",
    "精准推送",
];

pub(super) fn ticked(is_ticked: bool, style: &Style) -> &'static str {
    if is_ticked { style.tick } else { style.no_tick }
}

/// Elements as a list in the county's style, or in the nearest that says them unambiguously.
pub(super) fn elements(names: &[&str], style: &Style, rng: &mut Rng) -> String {
    let has = |signs: &[char]| names.iter().any(|name| outside_brackets(name).contains(signs));
    let is_single = names.len() == 1;
    let list = match style.list {
        List::Semicolons if has(&['；', ';']) || (is_single && has(&['、', '，', ','])) => List::Digits,
        List::Commas if has(&['；', ';', '、']) || (is_single && has(&['，', ','])) => List::Digits,
        List::Lines if has(&['；', ';', '、', '，', ',']) || style.list_breaks_lines => List::Circles,
        other => other,
    };
    let text = |name: &str, rng: &mut Rng| {
        if style.list == List::Lines { style.spaced_out(name, rng) } else { style.laid_out(name, rng) }
    };
    let line_end = if style.list_breaks_lines { "<br>" } else { "" };
    let numbered = |rng: &mut Rng, number: fn(usize) -> String, end: &str| {
        let entries =
            names.iter().enumerate().map(|(index, name)| format!("{}{}", number(index), text(name, rng)));
        entries.collect::<Vec<_>>().join(end)
    };
    match list {
        List::Digits => numbered(rng, |index| format!("{}.", index + 1), &format!("；{line_end}")),
        List::Brackets => numbered(rng, |index| format!("（{}）", index + 1), &format!("；{line_end}")),
        List::Circles if names.len() <= 20 => numbered(
            rng,
            |index| {
                char::from_u32(0x2460 + u32::try_from(index).unwrap_or(0))
                    .map(String::from)
                    .unwrap_or_default()
            },
            line_end,
        ),
        List::Circles => numbered(rng, |index| format!("{}、", index + 1), "<br>"),
        List::Bullets => numbered(rng, |_| "●".to_owned(), line_end),
        List::Semicolons => numbered(rng, |_| String::new(), &format!("；{line_end}")) + "。",
        List::Commas => numbered(rng, |_| String::new(), "、"),
        List::Lines => numbered(rng, |_| String::new(), "<br>"),
    }
}

/// What of a text stands outside brackets, where punctuation separates.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for char in text.chars() {
        match char {
            '（' | '(' | '《' | '“' => depth += 1,
            '）' | ')' | '》' | '”' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(char),
            _ => {}
        }
    }
    outside
}

pub(super) fn basis(entries: &[String], style: &Style, rng: &mut Rng) -> String {
    let are_titles = entries.iter().all(|entry| entry.starts_with('《') && !entry.contains("》及"));
    let between = if are_titles { style.between_bases } else { "；" };
    entries.iter().map(|entry| style.laid_out(entry, rng)).collect::<Vec<_>>().join(between)
}

pub(super) fn channels(names: &[String], style: &Style) -> String {
    if !style.prints_boxes {
        return names.join("、");
    }
    let own = names.iter().filter(|name| !MENU.contains(&name.as_str()));
    let menu = MENU.iter().map(|name| (*name, names.iter().any(|found| found == name)));
    let all = menu.chain(own.map(|name| (name.as_str(), true)));
    all.map(|(name, is_ticked)| {
        format!("{}{name}", if is_ticked { style.box_ticked } else { style.box_empty })
    })
    .collect::<Vec<_>>()
    .join(style.between_channels)
}
