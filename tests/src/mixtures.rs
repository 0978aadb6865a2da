//! Official tables in many mixtures: the rows of a guideline printed as counties print them, one way after the other,
//! as web pages.

mod cells;
mod style;

use std::fmt::Write as _;

use fastrand::Rng;
use gongkai_core::guideline::{Guideline, Method, Row};

pub use style::Style;

use cells::{basis, channels, elements, ticked};

/// A table that was made.
pub struct Mixture {
    /// The web page.
    pub html: String,
    /// How it was printed, for messages.
    pub style: Style,
    /// The rows in it.
    pub rows: Vec<Row>,
    /// The numbers of the rows as printed.
    pub numbers: Vec<String>,
    /// The headings of the two levels.
    pub levels: [&'static str; 2],
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Items,
    Elements,
    Basis,
    TimeLimit,
    Publisher,
    Channels,
    Audience,
    Method,
    Levels,
    Extra,
}

/// Prints some rows of a guideline; None where none of its rows fills every column.
pub fn print(guideline: &Guideline, rng: &mut Rng) -> Option<Mixture> {
    let usable: Vec<&Row> = guideline.items.iter().filter(|row| is_printable(row)).collect();
    if usable.is_empty() {
        return None;
    }
    let from = rng.usize(..usable.len());
    let count = rng.usize(3..=24).min(usable.len() - from);
    let rows: Vec<Row> = usable[from..from + count].iter().map(|row| (*row).clone()).collect();
    let style = Style::random(rng);
    let mut columns = vec![Column::Number, Column::Items, Column::Elements, Column::Basis, Column::TimeLimit];
    columns.extend([Column::Publisher, Column::Channels, Column::Audience, Column::Method, Column::Levels]);
    if style.shuffles_columns {
        rng.shuffle(&mut columns[2..]);
    }
    if style.has_extra_column {
        columns.insert(rng.usize(3..=columns.len()), Column::Extra);
    }
    let first = if style.starts_late { rng.usize(2..40) } else { 1 };
    let numbers: Vec<String> = (first..first + rows.len()).map(|number| number.to_string()).collect();
    let levels = style.levels;
    let mut html = String::from("<!doctype html><meta charset=\"utf-8\"><body>");
    let _ = write!(html, "<p>{}{}领域基层政务公开标准目录</p><table border=1>", style.place, guideline.name);
    let width = columns.iter().map(|column| width(*column, &style)).sum::<usize>();
    if style.has_title_row {
        let _ = write!(html, "<tr><td colspan={width}>填报单位：某某局　填报时间：2021年5月</td></tr>");
    }
    head(&mut html, &columns, &style);
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 && style.repeats_heading && index % 7 == 0 {
            if style.has_page_numbers {
                let _ = write!(html, "<tr><td colspan={width}>― {} ―</td></tr>", index / 7);
            }
            head(&mut html, &columns, &style);
        }
        if style.has_blank_rows && index % 5 == 4 {
            let _ = write!(html, "<tr>{}</tr>", "<td></td>".repeat(width));
        }
        body_row(&mut html, &rows, index, number, &columns, &style, rng);
    }
    html.push_str("</table></body>");
    Some(Mixture { html, style, rows, numbers, levels })
}

/// Rows that a table can say unambiguously.
fn is_printable(row: &Row) -> bool {
    let bare = |text: &str| !text.contains('《') && text.contains(['、', '；', '，', '。']);
    row.audience.group.as_deref().is_none_or(|group| !group.contains('（'))
        && !row.basis.iter().any(|basis| bare(basis))
        && !row.elements.is_empty()
        && row.time_limit.is_some()
        && !row.channels.is_empty()
        && !row.levels.is_empty()
        && (row.audience.everyone || row.audience.group.is_some())
        && !row.methods.is_empty()
}

/// How many columns of the page a column of the table takes.
fn width(column: Column, style: &Style) -> usize {
    match column {
        Column::Items | Column::Levels => 2,
        Column::Audience | Column::Method if !style.says_in_words => 2,
        _ => 1,
    }
}

fn head(html: &mut String, columns: &[Column], style: &Style) {
    let mut lower = String::new();
    html.push_str("<tr>");
    for column in columns {
        let name = style.name(*column);
        let below: &[&str] = match column {
            Column::Items => &["一级事项", "二级事项"],
            Column::Audience if !style.says_in_words => &["全社会", "特定群体"],
            Column::Method if !style.says_in_words => &["主动", "依申请公开"],
            Column::Levels => &style.levels,
            _ => &[],
        };
        if below.is_empty() {
            let _ = write!(html, "<td rowspan=2>{}</td>", style.broken(name));
        } else {
            let _ = write!(html, "<td colspan=2>{}</td>", style.broken(name));
            for name in below {
                let _ = write!(lower, "<td>{name}</td>");
            }
        }
    }
    let _ = write!(html, "</tr><tr>{lower}</tr>");
}

/// How many rows from one on a merged cell reaches over; 0 where one from above does.
fn reach<T: PartialEq>(rows: &[Row], index: usize, style: &Style, of: impl Fn(&Row) -> T) -> usize {
    // Repeated headings cut merged cells.
    let page = |index: usize| if style.repeats_heading { index / 7 } else { 0 };
    let same = |one: usize, other: usize| page(one) == page(other) && of(&rows[one]) == of(&rows[other]);
    if index > 0 && same(index - 1, index) && !(style.has_blank_rows && index % 5 == 4) {
        return 0;
    }
    let mut count = 1;
    while index + count < rows.len()
        && same(index, index + count)
        && !(style.has_blank_rows && (index + count) % 5 == 4)
    {
        count += 1;
    }
    count
}

fn body_row(
    html: &mut String,
    rows: &[Row],
    index: usize,
    number: &str,
    columns: &[Column],
    style: &Style,
    rng: &mut Rng,
) {
    let row = &rows[index];
    html.push_str("<tr>");
    let merged = |html: &mut String, span: usize, text: String| {
        if !style.merges {
            let _ = write!(html, "<td>{text}</td>");
        } else if span > 0 {
            let _ = write!(html, "<td rowspan={span}>{text}</td>");
        }
    };
    for column in columns {
        match column {
            Column::Number => {
                let _ = write!(html, "<td>{number}</td>");
            }
            Column::Items => {
                merged(
                    html,
                    reach(rows, index, style, |row| row.category.clone()),
                    style.laid_out(&row.category, rng),
                );
                let name =
                    row.name.as_deref().map_or_else(|| "─".to_owned(), |name| style.laid_out(name, rng));
                let _ = write!(html, "<td>{name}</td>");
            }
            Column::Elements => {
                let names: Vec<&str> = row.elements.iter().map(|element| element.name()).collect();
                let _ = write!(html, "<td>{}</td>", elements(&names, style, rng));
            }
            Column::Basis => {
                let above = index > 0 && rows[index - 1].basis == row.basis;
                let text = if above && style.says_ditto && !style.merges {
                    "同上".to_owned()
                } else {
                    basis(&row.basis, style, rng)
                };
                merged(html, reach(rows, index, style, |row| row.basis.clone()), text);
            }
            Column::TimeLimit => {
                let text = style.laid_out(row.time_limit.as_deref().unwrap_or_default(), rng);
                merged(html, reach(rows, index, style, |row| row.time_limit.clone()), text);
            }
            Column::Publisher => {
                let text = style.laid_out(&row.publisher, rng);
                merged(html, reach(rows, index, style, |row| row.publisher.clone()), text);
            }
            Column::Channels => {
                let _ = write!(html, "<td>{}</td>", channels(&row.channels, style));
            }
            Column::Audience if style.says_in_words => {
                let mut said: Vec<String> = Vec::new();
                said.extend(row.audience.everyone.then(|| "全社会".to_owned()));
                said.extend(row.audience.group.clone().map(|group| format!("特定群体（{group}）")));
                let _ = write!(html, "<td>{}</td>", said.join("、"));
            }
            Column::Audience => {
                let group = row.audience.group.as_ref().map(|group| {
                    if group == "特定群众" {
                        style.tick.to_owned()
                    } else {
                        format!("{}{group}", style.tick)
                    }
                });
                let everyone = ticked(row.audience.everyone, style);
                let _ = write!(
                    html,
                    "<td>{everyone}</td><td>{}</td>",
                    group.unwrap_or_else(|| style.no_tick.into())
                );
            }
            Column::Method if style.says_in_words => {
                let said: Vec<&str> = row
                    .methods
                    .iter()
                    .map(|method| if *method == Method::Proactive { "主动公开" } else { "依申请公开" })
                    .collect();
                let _ = write!(html, "<td>{}</td>", said.join("、"));
            }
            Column::Method => {
                for method in [Method::Proactive, Method::OnRequest] {
                    let _ = write!(html, "<td>{}</td>", ticked(row.methods.contains(&method), style));
                }
            }
            Column::Levels => {
                for level in ["县级", "乡级"] {
                    let has = row.levels.iter().any(|found| found == level);
                    let _ = write!(html, "<td>{}</td>", ticked(has, style));
                }
            }
            Column::Extra => html.push_str("<td>审批股</td>"),
        }
    }
    html.push_str("</tr>");
}
