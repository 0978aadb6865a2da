//! The entry that is being edited, what the editor has touched, and what is wrong with it.

use std::cell::RefCell;
use std::rc::Rc;

use gongkai_core::compile::Control;
use gongkai_core::report::is_at_or_below;
use gongkai_core::text::Lang;
use gongkai_core::{Calendar, Context, Issue, ItemRef, Local, Pack, Report, Stage, blank};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::history::History;
use super::nil;
use super::output::{output, without_hidden};
use super::places::{Model, Places};
use super::pointer;
use super::shown::{Shown, ShownIssues};
use super::title;
use crate::boundary::now_ms;
use crate::start::{Defaults, start};

/// Everything about the entry that is being edited.
pub(super) struct State {
    pub pack: Rc<Pack>,
    pub item: String,
    pub model: Model,
    pub places: Places,
    pub calendar: Option<Rc<Calendar>>,
    /// What the county lays down for itself.
    local: Rc<Local>,
    pub today: Date,
    /// The last statement that there is nothing to publish, should the editor come back to it.
    pub kept_statement: Rc<RefCell<Value>>,
    /// The entry as typed: rows keep their places even when blank.
    pub entry: Value,
    /// How often the entry has changed.
    pub changes: u32,
    pub report: Report,
    /// Places that the editor has left at least once.
    pub(super) touched: Vec<String>,
    /// Whether all issues are shown: after an attempt to publish or with a report of the server.
    pub shows_all: bool,
    /// Issues of the server on values that have not been changed since.
    pub(super) server: Vec<Issue>,
    /// Messages of the host on values that have not been changed since.
    pub(super) told: Vec<Shown>,
    /// What the editor can take back.
    pub(super) history: History,
}

impl State {
    pub fn new(
        pack: Rc<Pack>,
        item: String,
        calendar: Option<Rc<Calendar>>,
        today: Date,
        value: Option<&str>,
        defaults: &Defaults,
    ) -> Option<Self> {
        let item_ref = pack.item(&item)?;
        let model = Model::new(item_ref.form());
        let places = Places::new(&model);
        let entry = start(&model, value, defaults);
        let local = Rc::<Local>::default();
        let shown = without_hidden(&entry, &model);
        let report = judged(item_ref, &shown, &context(calendar.as_deref(), &local, today));
        Some(State {
            pack,
            item,
            model,
            places,
            calendar,
            local,
            today,
            kept_statement: Rc::default(),
            entry,
            changes: 0,
            report,
            touched: Vec::new(),
            shows_all: false,
            server: Vec::new(),
            told: Vec::new(),
            history: History::default(),
        })
    }

    /// Replaces the whole entry, as when the form is reset.
    pub fn replace(&mut self, value: Option<&str>, defaults: &Defaults) {
        self.entry = start(&self.model, value, defaults);
        self.touched.clear();
        self.shows_all = false;
        self.server.clear();
        self.told.clear();
        self.history = History::default();
        self.judge();
    }

    pub(super) fn judge(&mut self) {
        if let Some(item) = self.pack.item(&self.item) {
            let entry = without_hidden(&self.entry, &self.model);
            self.report = judged(item, &entry, &self.context());
        }
    }

    /// What publishing today would be judged by.
    pub fn context(&self) -> Context<'_> {
        context(self.calendar.as_deref(), &self.local, self.today)
    }

    /// Takes what the county lays down for itself.
    pub fn set_local(&mut self, local: Rc<Local>) {
        self.local = local;
        self.judge();
    }

    /// Takes a value that the editor typed.
    pub fn input(&mut self, path: &str, value: Value) {
        // Browsers differ in whether they say once more what was composed.
        if *pointer::get(&self.entry, path) == value {
            return;
        }
        self.history.begin(path, now_ms());
        self.suggest_title(path, &value);
        self.suggest_document_title(path, &value);
        self.forget_server_issues(path);
        self.put(path, value);
        self.judge();
    }

    /// Takes a proposed value, as a step of its own.
    pub fn repair(&mut self, path: &str, value: Value) {
        self.history.close();
        self.input(path, value);
        self.history.close();
    }

    /// Puts the address of a file into a document, and a title where there is none.
    pub fn attach(&mut self, path: &str, link: &str, title: &str) {
        let (link_path, title_path) = (format!("{path}/link"), format!("{path}/title"));
        self.repair(&link_path, json!(link));
        if blank::is_blank(pointer::get(&self.entry, &title_path)) {
            self.history.go_on();
            self.put(&title_path, json!(title));
            self.history.close();
            self.judge();
        }
    }

    fn put(&mut self, path: &str, value: Value) {
        if self.entry.pointer(path) == Some(&value) {
            return;
        }
        self.history.keep(&self.entry, path);
        self.changes += 1;
        pointer::set(&mut self.entry, path, value);
    }

    /// While the title is blank or still the one suggested, it follows the field that suggests it.
    fn suggest_title(&mut self, path: &str, value: &Value) {
        if self.model.title_from.as_deref() != Some(path) {
            return;
        }
        let title = pointer::get(&self.entry, "/title");
        if blank::is_blank(title) || title == pointer::get(&self.entry, path) {
            self.put("/title", value.clone());
        }
    }

    /// A document that the table names gets its title as soon as anything else of it is typed.
    fn suggest_document_title(&mut self, path: &str, value: &Value) {
        let Some((place, title)) = title::named(&self.model, path) else {
            return;
        };
        if path != place && !blank::is_blank(value) && blank::is_blank(pointer::get(&self.entry, &place)) {
            let title = json!(title);
            self.put(&place, title);
        }
    }

    /// The editor has left a control: its text takes the customary form, and from now on its issues are shown.
    pub fn commit(&mut self, path: &str, control: Control) {
        if !self.touched.iter().any(|touched| touched == path) {
            self.touched.push(path.to_owned());
        }
        if let Some(tidy) = tidied(pointer::get(&self.entry, path), control) {
            self.input(path, tidy);
        }
        self.history.close();
    }

    /// Removes a row or a member.
    pub fn remove(&mut self, path: &str) {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.touched.retain(|touched| !is_at_or_below(touched, parent));
        self.forget_server_issues(parent);
        self.history.close();
        self.history.begin(path, now_ms());
        self.history.keep(&self.entry, path);
        self.history.close();
        pointer::remove(&mut self.entry, path);
        self.changes += 1;
        self.judge();
    }

    /// Takes the last step back, or repeats it; tells where it was made.
    pub fn travel(&mut self, is_back: bool) -> Option<String> {
        let (place, parts) = self.history.travel(&mut self.entry, is_back)?;
        parts.iter().for_each(|part| self.forget_server_issues(part));
        self.changes += 1;
        self.judge();
        Some(place)
    }

    /// Takes parts over from another version of the entry, as one step.
    pub fn take(&mut self, other: &Value, parts: &[String]) {
        self.history.close();
        self.history.begin(parts.first().map_or("", String::as_str), now_ms());
        for part in parts {
            self.forget_server_issues(part);
            // Null counts as absent.
            self.put(part, pointer::get(other, part).clone());
        }
        self.history.close();
        self.judge();
    }

    /// Takes messages of the host.
    pub fn set_told(&mut self, told: Vec<Shown>) {
        self.told = told;
    }

    /// Whether the summary is due: after an attempt to publish, or when the server or the host says something.
    pub fn shows_summary(&self) -> bool {
        self.shows_all || !self.told.is_empty()
    }

    /// Takes the report of the server.
    pub fn set_server_report(&mut self, report: Report) {
        self.shows_all = !report.issues.is_empty();
        self.server = report.issues;
    }

    fn forget_server_issues(&mut self, path: &str) {
        let is_elsewhere = |issue: &str| !is_at_or_below(issue, path) && !is_at_or_below(path, issue);
        self.server.retain(|issue| is_elsewhere(&issue.path));
        self.told.retain(|told| is_elsewhere(&told.path));
    }

    /// The issues to show, in the order of the form.
    pub fn shown(&self, lang: Lang) -> ShownIssues {
        let is_shown = |issue: &Issue| {
            self.shows_all || self.touched.iter().any(|touched| is_left(touched, &issue.path))
        };
        let own = self.report.issues.iter().filter(|issue| is_shown(issue));
        let from_server = self.server.iter().filter(|issue| {
            !self.report.issues.iter().any(|own| own.code == issue.code && own.path == issue.path)
        });
        let shown = own.chain(from_server).map(|issue| Shown::new(issue, lang));
        let shown = shown.chain(self.told.iter().cloned()).map(|issue| {
            // Issues that no field shows come last.
            (self.places.field(&issue.path).unwrap_or(usize::MAX), issue)
        });
        ShownIssues::new(shown.collect())
    }

    /// How many issues keep the entry from being published.
    pub fn blocking(&self) -> usize {
        self.report.issues.iter().filter(|issue| issue.blocks).count()
    }

    /// The entry as it is handed over.
    pub fn output(&self) -> Value {
        output(&self.entry, &self.model)
    }
}

fn context<'a>(calendar: Option<&'a Calendar>, local: &'a Local, today: Date) -> Context<'a> {
    let context = Context::new(Stage::Publish, today).with_local(local);
    match calendar {
        Some(calendar) => context.with_calendar(calendar),
        None => context,
    }
}

/// What publishing the entry today would meet.
fn judged(item: ItemRef<'_>, entry: &Value, context: &Context<'_>) -> Report {
    item.check(&nil::handed_over(entry), context)
}

/// Whether leaving one place makes an issue at another one worth showing.
fn is_left(touched: &str, issue: &str) -> bool {
    // A part that was left blank may leave its whole element blank; whole sections are judged when publishing.
    let is_section = issue.matches('/').count() < 2;
    is_at_or_below(issue, touched) || (!is_section && is_at_or_below(touched, issue))
}

/// What was typed in its customary form, when that differs: dates and numbers.
fn tidied(value: &Value, control: Control) -> Option<Value> {
    let text = value.as_str()?;
    let tidy = match control {
        Control::Date | Control::DateRange => {
            json!(gongkai_core::date::write(gongkai_core::date::repair(text)?))
        }
        Control::Number => Value::Number(gongkai_core::field::parse_number(text)?),
        _ => return None,
    };
    (tidy != *value).then_some(tidy)
}
