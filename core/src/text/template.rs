//! Sentences out of templates: `{name}` stands for a parameter, `[…]` is left out when a parameter in it is not set.

use super::{Lang, json, part_name, value_name};
use crate::report::Issue;

/// The sentence that a template makes of an issue.
pub(super) fn render(template: &str, issue: &Issue, lang: Lang) -> String {
    let mut sentence = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('[') {
        fill(&rest[..at], issue, lang, &mut sentence);
        let (inside, behind) = rest[at + 1..].split_once(']').unwrap_or((&rest[at + 1..], ""));
        let length = sentence.len();
        if !fill(inside, issue, lang, &mut sentence) {
            sentence.truncate(length);
        }
        rest = behind;
    }
    fill(rest, issue, lang, &mut sentence);
    sentence
}

/// Writes a stretch without brackets; false when a parameter in it is not set.
fn fill(template: &str, issue: &Issue, lang: Lang, sentence: &mut String) -> bool {
    let mut is_complete = true;
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        sentence.push_str(&rest[..at]);
        let (name, behind) = rest[at + 1..].split_once('}').unwrap_or((&rest[at + 1..], ""));
        match value(name, issue, lang) {
            Some(value) => sentence.push_str(&value),
            None => is_complete = false,
        }
        rest = behind;
    }
    sentence.push_str(rest);
    is_complete
}

/// A parameter as people read it.
fn value(name: &str, issue: &Issue, lang: Lang) -> Option<String> {
    let params = &issue.params;
    let named = |text: &Option<String>| text.as_deref().map(|text| value_name(text, lang).to_owned());
    let count = |count: Option<u32>| count.map(|count| count.to_string());
    let number = |number: Option<f64>| number.map(|number| json(&crate::field::plain_number(number)));
    match name {
        "element" => issue.element.clone(),
        "expected" => named(&params.expected),
        "found" => named(&params.found),
        "max_length_chars" => count(params.max_length_chars),
        "length_chars" => count(params.length_chars),
        "min" => number(params.min),
        "max" => number(params.max),
        "allowed" => {
            let names: Vec<&str> = params.allowed.iter().map(|value| value_name(value, lang)).collect();
            (!names.is_empty()).then(|| names.join(if lang == Lang::Zh { "、" } else { ", " }))
        }
        "part" => params.part.as_deref().map(|part| part_name(part, lang).to_owned()),
        "row" => count(params.row),
        "channel" => params.channel.clone(),
        "amount" => count(params.amount),
        "unit" => named(&params.unit),
        "event" => params.event.clone(),
        "kind" => named(&params.kind),
        "from" => params.from.clone(),
        "due_on" => params.due_on.clone(),
        "published_on" => params.published_on.clone(),
        "days_late" => count(params.days_late),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{IssueCode, Params, Severity};
    use crate::rules::RULES;

    fn issue(params: Params) -> Issue {
        Issue {
            code: IssueCode::NumberOutOfRange,
            severity: Severity::Error,
            blocks: true,
            path: String::new(),
            element: Some("面积".to_owned()),
            params,
            basis: None,
            repair: None,
        }
    }

    #[test]
    fn what_is_not_set_is_left_out() {
        let min = issue(Params { min: Some(2.0), ..Params::default() });
        let both = issue(Params { min: Some(2.0), max: Some(3.5), ..Params::default() });
        let template = "范围[，不小于{min}][，不大于{max}]。";
        assert_eq!(render(template, &min, Lang::Zh), "范围，不小于2。");
        assert_eq!(render(template, &both, Lang::Zh), "范围，不小于2，不大于3.5。");
    }

    #[test]
    fn templates_name_parameters_that_exist() {
        let text = || Some("x".to_owned());
        let full = issue(Params {
            expected: text(),
            found: text(),
            max_length_chars: Some(1),
            length_chars: Some(1),
            min: Some(1.0),
            max: Some(1.0),
            allowed: vec!["x".to_owned()],
            part: text(),
            row: Some(1),
            channel: text(),
            amount: Some(1),
            unit: text(),
            event: text(),
            kind: text(),
            from: text(),
            due_on: text(),
            published_on: text(),
            days_late: Some(1),
        });
        for rule in RULES {
            for sentence in [Some(rule.message), rule.hint].into_iter().flatten() {
                for lang in [Lang::Zh, Lang::En] {
                    let template = sentence.pick(lang).replace(['[', ']'], "");
                    assert!(!template.is_empty(), "{} says nothing", rule.code.as_str());
                    let is_complete = fill(&template, &full, lang, &mut String::new());
                    assert!(is_complete, "{}: {template}", rule.code.as_str());
                }
            }
        }
    }
}
