//! The import report as a page to read: what was printed beside what was understood, doubts first.

use std::fmt::Write as _;

use crate::text::{Lang, push_escaped};

use super::decide::DECIDABLE as FIELDS;
use super::report::{Certainty, Field, ImportReport, ImportedItem, Note, Outcome};

/// How the page looks: printable, without scripts, readable without colours.
const STYLE: &str = "body{font:16px/1.6 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:0 auto;max-width:1400px;padding:1rem;color:#1b1b1b;background:#fff}\
h1{font-size:1.5rem}h2{font-size:1.25rem;border-top:1px solid #bbb;padding-top:1rem}table{border-collapse:collapse;width:100%;margin:.5rem 0}\
th,td{border:1px solid #999;padding:.25rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}th{background:#f0f2f5}\
td pre{margin:0;white-space:pre-wrap;font:inherit}.assumed{border-inline-start:4px double #8a5a00}.not-understood{border-inline-start:6px solid #b00020}\
.mark{font-weight:600}.scroll{overflow-x:auto}@media print{body{max-width:none}h2{break-before:page}}";

/// The report as an HTML page of its own.
#[must_use]
pub fn page(report: &ImportReport, lang: Lang) -> String {
    let pick = |zh: &'static str, en: &'static str| if lang == Lang::En { en } else { zh };
    let mut html = String::new();
    let code = if lang == Lang::En { "en" } else { "zh-CN" };
    let title = format!("{} · {}", pick("导入报告", "Import report"), report.document.name);
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n<p>SHA-256 <code>{}</code></p>\n",
        escape(&title),
        escape(&title),
        report.document.sha256
    );
    if report.outcome == Outcome::Refused {
        let why = report.why.as_ref().map_or("", |why| why.in_language(lang));
        let _ = writeln!(
            html,
            "<p role=\"alert\" class=\"mark\">{} {}</p>",
            pick("未导入：", "Not imported:"),
            escape(why)
        );
    } else {
        let counts = &report.counts;
        let _ = writeln!(
            html,
            "<p>{}: {} · {}: {} · {}: {} · {}: {}</p>",
            pick("事项", "items"),
            counts.items,
            pick("已读懂的栏", "fields understood"),
            counts.understood,
            pick("推定", "assumed"),
            counts.assumed,
            pick("未读懂", "not understood"),
            counts.not_understood
        );
    }
    notes(
        &mut html,
        pick("未读懂，须由人确认", "Not understood: to be decided by a person"),
        &report.not_understood,
        lang,
    );
    notes(&mut html, pick("推定", "Assumed"), &report.assumed, lang);
    for domain in &report.domains {
        let _ = writeln!(html, "<h2>{}</h2>", escape(domain.title.as_deref().unwrap_or(&domain.name)));
        html.push_str("<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>");
        for heading in [
            pick("序号", "no."),
            pick("栏目", "field"),
            pick("单元格", "cell"),
            pick("原文", "printed"),
            pick("读作", "read as"),
            pick("把握", "certainty"),
        ] {
            let _ = write!(html, "<th scope=\"col\">{heading}</th>");
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for item in &domain.items {
            self::item(&mut html, item, lang);
        }
        html.push_str("</tbody></table></div>\n");
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn notes(html: &mut String, heading: &str, notes: &[Note], lang: Lang) {
    if notes.is_empty() {
        return;
    }
    let _ = writeln!(html, "<h2>{} ({})</h2>\n<ul>", escape(heading), notes.len());
    for note in notes {
        html.push_str("<li>");
        html.push_str(&escape(&line(note, lang)));
        html.push_str("</li>\n");
    }
    html.push_str("</ul>\n");
}

/// A note in one line.
#[must_use]
pub fn line(note: &Note, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(domain) = &note.domain {
        parts.push(domain.clone());
    }
    if let Some(row) = &note.row {
        parts.push(match lang {
            Lang::En => format!("no. {row}"),
            _ => format!("序号{row}"),
        });
    }
    parts.extend(note.item.clone());
    if let Some(column) = &note.column {
        let field = FIELDS.iter().find(|field| field.name() == column);
        parts.push(field.map_or_else(
            || column.clone(),
            |field| {
                if lang == Lang::En { field.heading().1.to_owned() } else { field.heading().0.to_owned() }
            },
        ));
    }
    if let Some(address) = &note.address {
        parts.push(
            address
                .sheet
                .as_ref()
                .map_or_else(|| address.cell.clone(), |sheet| format!("{sheet}!{}", address.cell)),
        );
    }
    let place = parts.join(" · ");
    let what = meaning(note, lang);
    match (place.is_empty(), lang) {
        (true, _) => what,
        (false, Lang::En) => format!("{place}: {what}"),
        (false, _) => format!("{place}：{what}"),
    }
}

/// What a note says, without its place.
#[must_use]
pub fn meaning(note: &Note, lang: Lang) -> String {
    let what = note.message.in_language(lang);
    match (&note.note, lang) {
        (None, _) => what.to_owned(),
        (Some(detail), Lang::En) => format!("{what} ({detail})"),
        (Some(detail), _) => format!("{what}（{detail}）"),
    }
}

fn item(html: &mut String, item: &ImportedItem, lang: Lang) {
    let row = item.row.as_deref().unwrap_or("");
    for (index, field) in FIELDS.into_iter().enumerate() {
        let cells: Vec<_> = item.source.cells.iter().filter(|cell| cell.field == field).collect();
        let certainty = cells.iter().map(|cell| cell.certainty).max().unwrap_or(Certainty::Understood);
        let (class, mark) = match (certainty, lang) {
            (Certainty::Understood, Lang::En) => ("", "understood"),
            (Certainty::Understood, _) => ("", "读懂"),
            (Certainty::Assumed, Lang::En) => (" class=\"assumed\"", "assumed"),
            (Certainty::Assumed, _) => (" class=\"assumed\"", "推定"),
            (Certainty::NotUnderstood, Lang::En) => (" class=\"not-understood\"", "not understood"),
            (Certainty::NotUnderstood, _) => (" class=\"not-understood\"", "未读懂"),
        };
        html.push_str("<tr>");
        if index == 0 {
            let _ = write!(html, "<th scope=\"rowgroup\" rowspan=\"{}\">{}</th>", FIELDS.len(), escape(row));
        }
        let heading = if lang == Lang::En { field.heading().1 } else { field.heading().0 };
        let names: Vec<&str> = cells.iter().map(|cell| cell.cell.as_str()).collect();
        let printed: Vec<&str> =
            cells.iter().map(|cell| cell.printed.as_str()).filter(|text| !text.trim().is_empty()).collect();
        let _ = writeln!(
            html,
            "<th scope=\"row\">{heading}</th><td>{}</td><td><pre>{}</pre></td><td><pre>{}</pre></td><td{class}><span class=\"mark\">{mark}</span></td></tr>",
            escape(&names.join(" ")),
            escape(&printed.join("\n")),
            escape(&value(item, field, lang))
        );
    }
}

/// What a field was read as, in words.
#[must_use]
pub fn value(item: &ImportedItem, field: Field, lang: Lang) -> String {
    let list = |texts: &[String]| texts.join("\n");
    match field {
        Field::Row => item.row.clone().unwrap_or_default(),
        Field::Level1 => item.level1.clone().unwrap_or_default(),
        Field::Level2 => item.level2.clone().unwrap_or_default(),
        Field::Elements => list(&item.elements),
        Field::Basis => list(&item.basis),
        Field::TimeLimit => item.time_limit.clone().unwrap_or_default(),
        Field::Subject => item.subject.clone().unwrap_or_default(),
        Field::Channels => item.channels.as_deref().map_or_else(String::new, list),
        Field::Audience => {
            let everyone = (item.audience.all == Some(true))
                .then(|| if lang == Lang::En { "everybody" } else { "全社会" });
            let parts: Vec<&str> = everyone.into_iter().chain(item.audience.specific.as_deref()).collect();
            parts.join("、")
        }
        Field::Method => item.method.as_deref().map_or_else(String::new, |methods| methods.join("、")),
        Field::Levels => item.levels.as_deref().map_or_else(String::new, |levels| levels.join("、")),
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped(&mut escaped, text);
    escaped
}
