//! The entries of the grid: rows, what their cells say, and how they change.

use std::rc::Rc;
use std::sync::Arc;

use gongkai_core::compile::FormModel;
use gongkai_core::namesakes::Kinship;
use gongkai_core::rows::{Columns, Layout};
use gongkai_core::template::{Column, columns_in};
use gongkai_core::text::Lang;
use gongkai_core::{Calendar, Issue, ItemRef, Local, Pack, Severity, blank};
use jiff::civil::Date;
use serde_json::Value;

use super::history::{Edit, History};
use crate::json::to_json;
use crate::start::{Defaults, output, start};

/// One entry. Rows keep their numbers in [`Grid::all`] for good, wherever they stand and even when they are removed.
pub(super) struct Row {
    pub entry: Rc<Value>,
    /// How often anything that is shown of it has changed.
    pub version: u32,
    pub issues: Vec<Marked>,
    /// Issues of the server, until the row changes.
    pub server: Vec<Issue>,
    /// The worst of both.
    pub worst: Option<Severity>,
    pub kinship: Option<Kinship>,
    /// Whether it stands among the rows.
    pub is_in: bool,
    /// Which columns say something; counted in [`Grid::filled`].
    pub filled: Vec<bool>,
    /// Whether it says anything beyond what new entries say; those that do not are neither judged nor handed over.
    pub has_content: bool,
    /// The entry as it is handed over.
    json: Option<Rc<str>>,
}

impl Row {
    fn new(entry: Value) -> Self {
        Row {
            entry: Rc::new(entry),
            version: 0,
            issues: Vec::new(),
            server: Vec::new(),
            worst: None,
            kinship: None,
            is_in: false,
            filled: Vec::new(),
            has_content: false,
            json: None,
        }
    }
}

/// An issue and the column that shows it.
#[derive(Clone, PartialEq)]
pub(super) struct Marked {
    pub column: Option<usize>,
    pub issue: Issue,
}

/// All rows and columns.
pub(super) struct Grid {
    pub pack: Rc<Pack>,
    item: usize,
    pub model: FormModel,
    layout: Arc<Layout>,
    pub lang: Lang,
    pub columns: Vec<Column>,
    /// The column of the name of an entry: of the element that suggests the title, else of the title.
    pub naming: Option<usize>,
    pub calendar: Option<Rc<Calendar>>,
    pub local: Rc<Local>,
    pub today: Date,
    fresh: Value,
    fresh_output: Value,
    pub all: Vec<Row>,
    /// The rows in their order.
    pub rows: Vec<u32>,
    /// In how many rows each column says something.
    pub filled: Vec<usize>,
    pub history: History,
    /// Rows that are to be judged.
    pub pending: Vec<u32>,
    pub names_changed: bool,
}

impl Grid {
    /// None: the pack has no such item.
    pub fn new(
        pack: Rc<Pack>,
        item: &str,
        calendar: Option<Rc<Calendar>>,
        today: Date,
        lang: Lang,
        defaults: &Defaults,
    ) -> Option<Self> {
        let index = pack.items.iter().position(|known| known.id == item)?;
        let item = ItemRef { pack: &pack, item: &pack.items[index] };
        let model = item.form();
        let columns = columns_in(item, lang);
        let layout = Columns::new(columns.iter().map(|column| column.heading.as_str()), item).ok()?;
        let layout = layout.layout().clone();
        let name = model.title_from.as_deref().unwrap_or("/title");
        let naming = columns.iter().position(|column| column.path == name);
        let fresh = start(&model, None, defaults);
        let filled = vec![0; columns.len()];
        let fresh_output = output(&fresh);
        Some(Grid {
            item: index,
            model,
            layout,
            lang,
            columns,
            naming,
            calendar,
            local: Rc::default(),
            today,
            fresh,
            fresh_output,
            all: Vec::new(),
            rows: Vec::new(),
            filled,
            history: History::default(),
            pending: Vec::new(),
            names_changed: false,
            pack,
        })
    }

    pub fn item(&self) -> ItemRef<'_> {
        ItemRef { pack: &self.pack, item: &self.pack.items[self.item] }
    }

    pub fn cells(&self) -> Columns<'_> {
        Columns::laid_out(self.layout.clone(), self.item()).with_lang(self.lang)
    }

    pub fn row(&self, row: u32) -> &Row {
        &self.all[row as usize]
    }

    /// What a cell says.
    pub fn text(&self, row: u32, column: usize) -> String {
        self.cells().text(&self.row(row).entry, column)
    }

    /// Replaces everything; nothing of this can be undone.
    pub fn load(&mut self, entries: Vec<Value>) {
        self.all = entries.into_iter().map(|entry| Row { is_in: true, ..Row::new(entry) }).collect();
        let count = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.rows = (0..count).collect();
        self.filled.fill(0);
        self.history = History::default();
        self.pending = (0..count).rev().collect();
        self.names_changed = true;
    }

    /// A row that stands nowhere yet, for an entry or a new one.
    pub fn add(&mut self, entry: Option<Value>) -> u32 {
        self.all.push(Row::new(entry.unwrap_or_else(|| self.fresh.clone())));
        u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
    }

    /// The entry of a row with other texts in some cells.
    pub fn with_texts<'t>(&self, row: u32, texts: impl IntoIterator<Item = (usize, &'t str)>) -> Value {
        let cells = self.cells();
        let mut entry = Value::clone(&self.row(row).entry);
        for (column, text) in texts {
            let before = self.naming.filter(|naming| *naming == column).map(|_| cells.text(&entry, column));
            cells.put(&mut entry, column, text);
            if let Some(before) = before {
                self.suggest_title(&mut entry, &before);
            }
        }
        entry
    }

    /// While the title is blank or still the one suggested, it follows the element that suggests it.
    fn suggest_title(&self, entry: &mut Value, before: &str) {
        let Some(from) = &self.model.title_from else { return };
        let title = &entry["title"];
        if blank::is_blank(title) || title.as_str() == Some(before) {
            entry["title"] = entry.pointer(from).cloned().unwrap_or_default();
        }
    }

    /// Gives a row another entry. Whoever calls it keeps the way back.
    pub fn set(&mut self, row: u32, entry: Rc<Value>) {
        let own = &mut self.all[row as usize];
        own.entry = entry;
        own.json = None;
        own.server.clear();
        own.version += 1;
        self.pending.push(row);
        self.names_changed = true;
    }

    /// Makes a change that can be undone.
    pub fn change(&mut self, edits: Vec<Edit>) {
        for edit in &edits {
            self.apply(edit, true);
        }
        self.history.push(edits);
    }

    /// Applies an edit or takes it back.
    pub fn apply(&mut self, edit: &Edit, forward: bool) {
        match (edit, forward) {
            (Edit::Set { row, after, .. }, true) => self.set(*row, after.clone()),
            (Edit::Set { row, before, .. }, false) => self.set(*row, before.clone()),
            (Edit::Insert { at, row }, true) | (Edit::Remove { at, row }, false) => {
                self.rows.insert((*at).min(self.rows.len()), *row);
                self.all[*row as usize].is_in = true;
                self.pending.push(*row);
                self.names_changed = true;
            }
            (Edit::Insert { row, .. }, false) | (Edit::Remove { row, .. }, true) => {
                if let Some(at) = self.rows.iter().rposition(|known| known == row) {
                    self.rows.remove(at);
                }
                let own = &mut self.all[*row as usize];
                own.is_in = false;
                for (count, filled) in self.filled.iter_mut().zip(own.filled.drain(..)) {
                    *count -= usize::from(filled);
                }
                self.names_changed = true;
            }
        }
    }

    /// Notes which columns a row fills and whether it says anything.
    pub fn survey(&mut self, row: u32) {
        let cells = self.cells();
        let entry = self.row(row).entry.clone();
        let filled: Vec<bool> =
            (0..self.columns.len()).map(|column| !cells.text(&entry, column).is_empty()).collect();
        let given = output(&entry);
        let has_content = given != self.fresh_output
            && given.as_object().is_some_and(|entry| {
                entry.keys().any(|key| !self.fresh_output.get(key).is_some_and(|fresh| fresh == &given[key]))
            });
        let own = &mut self.all[row as usize];
        own.has_content = has_content;
        let filled = if has_content { filled } else { vec![false; filled.len()] };
        let before = std::mem::replace(&mut own.filled, filled);
        for (column, count) in self.filled.iter_mut().enumerate() {
            *count += usize::from(own.filled[column]);
            *count -= usize::from(before.get(column).copied().unwrap_or(false));
        }
    }

    /// The rows that say anything, in their order.
    pub fn with_content(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().copied().filter(|row| self.row(*row).has_content)
    }

    /// The entries as they are handed over, as a JSON array. Everything has to be judged before.
    pub fn output(&mut self) -> String {
        let rows: Vec<u32> = self.with_content().collect();
        let mut json = String::from("[");
        for row in rows {
            let own = &mut self.all[row as usize];
            let text = own.json.get_or_insert_with(|| to_json(&output(&own.entry)).into());
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(text);
        }
        json.push(']');
        json
    }
}
