//! `law-unknown`: the title of a law that the list of laws does not have.
//!
//! ## What it checks
//! Where the list of laws is at hand, which is not so in the browser: a field whose format is the title of a law, and the title of a document whose row names a law of the list. Other texts are not judged: the list has what the guidelines name, not every law there is.
//!
//! ## Why
//! Titles are mistyped or shortened, and what is cited is then not found.
//!
//! ## Example
//! `示例义务法` where the row asks for 《示例法》: `law-unknown` at `…/0/title`.

use super::Rule;
use crate::report::IssueCode;

pub(crate) const RULE: Rule = Rule::advice(IssueCode::LawUnknown)
    .says("法规目录中没有“{found}”", "the list of laws has no {found}")
    .hints("核对名称是否完整、准确", "see whether the title is whole and exact");

#[cfg(feature = "compile")]
pub(crate) use applied::check;

#[cfg(feature = "compile")]
mod applied {
    use super::RULE;
    use crate::check::Judge;
    use crate::citation::Citation;
    use crate::field::{Field, Kind, TextFormat};
    use crate::laws::Laws;
    use crate::node::{Node, Object};
    use crate::path::Path;
    use crate::report::Params;

    pub(crate) fn check(elements: Object<'_>, laws: &Laws, path: &Path<'_>, judge: &mut Judge<'_>) {
        let fields = &judge.item.item.fields;
        for (index, field) in fields.iter().enumerate() {
            if let Some(value) = elements.get(&field.key) {
                judge.field = Some(index);
                check_field(field, value, laws, &path.key(&field.key), judge);
            }
        }
        judge.field = None;
    }

    fn check_field(field: &Field, value: Node<'_>, laws: &Laws, path: &Path<'_>, judge: &mut Judge<'_>) {
        let rows = || value.as_array().unwrap_or_default().iter().enumerate();
        match &field.kind {
            Kind::Text { format: Some(TextFormat::LawTitle), .. } => {
                check_title(value, laws, path, judge);
            }
            Kind::Document { title: Some(title) } if laws.find(title).is_some() => {
                for (index, document) in rows() {
                    let title = document.get("title").unwrap_or(Node::NULL);
                    check_title(title, laws, &path.index(index).key("title"), judge);
                }
            }
            Kind::Group { fields } => check_parts(fields, value, laws, path, judge),
            Kind::Table { columns } => {
                for (index, row) in rows() {
                    check_parts(columns, row, laws, &path.index(index), judge);
                }
            }
            _ => {}
        }
    }

    fn check_parts(fields: &[Field], value: Node<'_>, laws: &Laws, path: &Path<'_>, judge: &mut Judge<'_>) {
        for field in fields {
            if let Some(part) = value.get(&field.key) {
                check_field(field, part, laws, &path.key(&field.key), judge);
            }
        }
    }

    fn check_title(value: Node<'_>, laws: &Laws, path: &Path<'_>, judge: &mut Judge<'_>) {
        let Some(text) = value.as_str().map(str::trim).filter(|text| !crate::blank::is_blank_text(text))
        else {
            return;
        };
        let marked = text.contains('《').then(|| Citation::parse(text).title).flatten();
        let title = marked.unwrap_or_else(|| text.to_owned());
        if laws.find(&title).is_none() {
            judge.find(&RULE, path, Params { found: Some(title), ..Params::default() });
        }
    }
}
