//! What stands around the rows: the columns that a table has, and lines of the page.

use crate::import::notes::NoteKind;

use super::heading::{Heading, Role};
use super::plain::clean;
use super::{Reader, body, plain};

impl Reader<'_> {
    /// What the columns of a table say about it.
    pub(super) fn columns(&mut self, heading: &Heading) {
        for (name, roles) in OFFICIAL_COLUMNS {
            let has = heading.roles.iter().flatten().any(|role| {
                roles.contains(role)
                    || (*name == "公开层级" && matches!(role, Role::Level(_)))
                    || (*name == "公开渠道和载体" && matches!(role, Role::Channel(_)))
            });
            if !has {
                self.notebook.domain_column(NoteKind::ColumnMissing, name, None);
            }
        }
        for role in heading.roles.iter().flatten() {
            if let Role::Extra(name) = role {
                self.notebook.domain_column(NoteKind::ColumnExtra, name, None);
            }
        }
        for (column, legend) in &heading.legends {
            let name = heading
                .roles
                .get(*column)
                .and_then(Option::as_ref)
                .and_then(body::field)
                .map_or("", |field| field.heading().0);
            self.notebook.domain_column(NoteKind::Legend, name, Some(legend.clone()));
        }
        let usual = &self.knowledge.words.levels.usual;
        let unusual: Vec<String> = heading
            .roles
            .iter()
            .flatten()
            .filter_map(|role| match role {
                Role::Level(name) if !usual.contains(name) => Some(name.clone()),
                _ => None,
            })
            .collect();
        if !unusual.is_empty() {
            self.notebook.domain(NoteKind::LevelNames, Some(unusual.join("、")));
        }
    }

    /// Lines before a table that are no part of the document.
    pub(super) fn stray(&mut self, lines: &[String]) {
        for line in lines {
            let plain = plain::key(line);
            if self.knowledge.words.lines.stray.iter().any(|stray| plain.contains(plain::key(stray).as_str()))
            {
                self.notebook.document(NoteKind::StrayText, Some(clean(line)));
            }
        }
    }
}

/// The columns of the official table and what stands for each.
const OFFICIAL_COLUMNS: &[(&str, &[Role])] = &[
    ("公开事项", &[Role::Level1, Role::Level2]),
    ("公开内容（要素）", &[Role::Elements]),
    ("公开依据", &[Role::Basis]),
    ("公开时限", &[Role::TimeLimit]),
    ("公开主体", &[Role::Publisher]),
    ("公开渠道和载体", &[Role::Channels]),
    ("公开对象", &[Role::Audience, Role::AudienceEveryone, Role::AudienceGroup]),
    ("公开方式", &[Role::Method, Role::MethodProactive, Role::MethodOnRequest]),
    ("公开层级", &[Role::Levels]),
];
