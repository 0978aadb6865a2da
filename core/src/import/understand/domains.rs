//! Where one domain ends and the next begins.

use crate::import::report::ImportedDomain;
use crate::import::table::Table;

use super::plain::clean;
use super::{Reader, marker, title};

impl Reader<'_> {
    pub(super) fn domain_is_empty(&self) -> bool {
        self.domains.last().is_none_or(|domain| domain.items.is_empty())
    }

    /// The last line above a heading that is a title.
    pub(super) fn title(&self, lines: &[String], table: &Table) -> Option<String> {
        let words = &self.knowledge.words.titles;
        let mut titles =
            lines.iter().flat_map(|text| text.lines()).filter(|line| title::is_title(line, words));
        let last = titles.next_back().map(|line| line.trim().to_owned());
        // Titles break over two lines of a cell.
        let whole = lines
            .iter()
            .rev()
            .find(|text| text.contains('\n') && title::is_title(text, words))
            .map(|text| clean(text));
        last.or(whole).or_else(|| table.sheet.clone().filter(|sheet| title::is_title(sheet, words)))
    }

    pub(super) fn begin_domain(&mut self, title: Option<String>, table: &Table) {
        let words = &self.knowledge.words.titles;
        let named =
            title.as_deref().and_then(|title| title::domain_name(title, self.knowledge.domains, words));
        let is_default_sheet =
            |sheet: &String| sheet.to_lowercase().starts_with("sheet") || sheet.starts_with("工作表");
        let name = named
            .or_else(|| {
                table.sheet.as_ref().filter(|sheet| !is_default_sheet(sheet)).map(|sheet| sheet_name(sheet))
            })
            .unwrap_or_default();
        // One domain in several tables under the same title, or in several sheets.
        if let Some(last) = self.domains.last().filter(|last| !name.is_empty() && last.name == name) {
            let same_title = last.title == title || title.is_none();
            if same_title {
                return;
            }
        }
        self.close_domain();
        if let Some(last) = self.domains.last_mut().filter(|last| last.items.is_empty()) {
            last.name = name;
            last.title = title;
            last.sheet.clone_from(&table.sheet);
        } else {
            self.domains.push(ImportedDomain { name, title, sheet: table.sheet.clone(), items: Vec::new() });
        }
        self.notebook.begin(self.domains.last().map(|domain| domain.name.clone()));
    }

    /// A column names the domain of each row.
    pub(super) fn name_domain(&mut self, name: &str, table: &Table) {
        let name = marker::without_number(name).unwrap_or_else(|| name.to_owned());
        let name = name.strip_suffix("领域").unwrap_or(&name).to_owned();
        let Some(last) = self.domains.last_mut() else { return };
        if last.items.is_empty() {
            last.name.clone_from(&name);
            self.notebook.begin(Some(name));
        } else if last.name != name {
            let title = last.title.clone();
            self.close_domain();
            self.domains.push(ImportedDomain {
                name: name.clone(),
                title,
                sheet: table.sheet.clone(),
                items: Vec::new(),
            });
            self.notebook.begin(Some(name));
        }
    }

    pub(super) fn close_domain(&mut self) {
        if let Some(domain) = self.domains.last() {
            self.notebook.close(domain);
        }
    }
}

/// The domain that a sheet is called after.
fn sheet_name(sheet: &str) -> String {
    let name = clean(sheet);
    let name = marker::without_number(&name).unwrap_or(name);
    name.strip_suffix("领域").map_or(name.clone(), str::to_owned)
}
