//! `law-repealed`: something cites a law that no longer held.
//!
//! ## What it checks
//! Where the list of laws is at hand, which is not so in the browser: no text of an element cites in 《》 a law, regulation or document that was repealed by the entry's day (last change, else formation), or a version by a number that was superseded; neither does the title of a document. What the text itself calls repealed (原, 已废止) is left alone, and so is what the list does not know.
//!
//! ## Why
//! A reader who follows the citation acts on rights and duties that have changed.
//!
//! ## Example
//! `《示例法》第十二条` in an entry formed after the repeal of that law: `law-repealed` at the element.

use super::Rule;
use crate::report::{IssueCode, Severity};

pub(crate) const RULE: Rule = Rule::hint(IssueCode::LawRepealed, Severity::Warning)
    .says(
        "{found}自{from}起已废止或被新版本取代[，现为{event}]",
        "{found} no longer holds since {from}[; its place was taken by {event}]",
    )
    .hints(
        "改引现行依据；如系历史说明，可注明“已废止”",
        "cite what is in force; in an account of the past, add that it was repealed",
    );

#[cfg(feature = "compile")]
pub(crate) use applied::check;

#[cfg(feature = "compile")]
mod applied {
    use super::RULE;
    use crate::check::Judge;
    use crate::citation::Citation;
    use crate::field::Kind;
    use crate::laws::{Laws, Repeal};
    use crate::node::{Node, Object};
    use crate::path::Path;
    use crate::report::Params;

    pub(crate) fn check(elements: Object<'_>, laws: &Laws, path: &Path<'_>, judge: &mut Judge<'_>) {
        let fields = &judge.item.item.fields;
        for (index, field) in fields.iter().enumerate() {
            let Some(value) = elements.get(&field.key) else {
                continue;
            };
            judge.field = Some(index);
            let place = path.key(&field.key);
            walk(value, laws, &place, judge);
            if let Kind::Document { .. } = field.kind {
                check_titles(value, laws, &place, judge);
            }
        }
        judge.field = None;
    }

    /// Every text of a value, however deep.
    fn walk(value: Node<'_>, laws: &Laws, path: &Path<'_>, judge: &mut Judge<'_>) {
        if let Some(text) = value.as_str() {
            for repeal in laws.repeals_in(text, judge.day) {
                find(repeal, path, judge);
            }
        } else if let Some(items) = value.as_array() {
            for (index, item) in items.iter().enumerate() {
                walk(item, laws, &path.index(index), judge);
            }
        } else if let Some(members) = value.as_object() {
            for (key, member) in members.members() {
                walk(member, laws, &path.key(key), judge);
            }
        }
    }

    /// Titles of documents stand without marks more often than not, and their number in a place of its own.
    fn check_titles(documents: Node<'_>, laws: &Laws, path: &Path<'_>, judge: &mut Judge<'_>) {
        for (index, document) in documents.as_array().unwrap_or_default().iter().enumerate() {
            let text = |key| document.get(key).and_then(Node::as_str).map(str::trim);
            let Some(title) = text("title").filter(|title| !title.contains('《')) else {
                continue;
            };
            let mut citation = Citation::parse(&format!("《{title}》"));
            citation.number = text("number").filter(|number| !number.is_empty()).map(str::to_owned);
            if let Some(repeal) = laws.repeal(&citation, judge.day) {
                find(repeal, &path.index(index).key("title"), judge);
            }
        }
    }

    fn find(repeal: Repeal, path: &Path<'_>, judge: &mut Judge<'_>) {
        let params = Params {
            found: Some(repeal.cited),
            event: repeal.by,
            from: Some(repeal.on),
            ..Params::default()
        };
        judge.find(&RULE, path, params);
    }
}
