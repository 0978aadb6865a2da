//! What is known while the element is at work, and what follows from the fields as they stand now.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

use gongkai_core::compile::FormModel;
use gongkai_core::{Calendar, Context, Issue, IssueCode, ItemRef, Local, Pack, Report, Stage};
use jiff::civil::Date;
use serde_json::Value;

use super::entry::{Known, assemble};
use super::fields::{Fields, Home, Scope};
use crate::boundary::{Hooks, attribute};

/// What the guard does with a form that may not be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Holds it back.
    Block,
    /// Holds it back once.
    Warn,
    /// Lets it go.
    Report,
}

impl Mode {
    fn of(hooks: &Hooks) -> Self {
        match attribute(hooks.host(), "mode").as_deref() {
            Some("warn") => Mode::Warn,
            Some("report") => Mode::Report,
            _ => Mode::Block,
        }
    }
}

/// Everything that a check needs. Listeners ask it at once, without waiting for the next drawing.
///
/// No cell stays borrowed while the page is called: what the page does then may ask again.
pub(super) struct Desk {
    pub hooks: Hooks,
    pack: Rc<Pack>,
    item: String,
    model: FormModel,
    calendar: Option<Rc<Calendar>>,
    local: RefCell<Rc<Local>>,
    today: Date,
    mapping: RefCell<Vec<(String, String)>>,
    fields: RefCell<Rc<Fields>>,
    /// Whether all issues are shown: after an attempt to publish.
    pub shows_all: Cell<bool>,
    touched: RefCell<Vec<String>>,
    /// What the editor was asked about and may send as it is.
    asked: RefCell<Vec<(String, IssueCode)>>,
    number: u32,
    /// Whether a button of the mouse is down: nothing moves meanwhile, so that a click hits what it aims at.
    pub pressed: Cell<bool>,
}

/// The fields of the page at one moment.
pub(super) struct Look {
    pub fields: Rc<Fields>,
    pub entry: Value,
    pub report: Report,
}

impl Look {
    /// The issues that keep the entry from being published and can be mended on this page.
    pub fn blocking(&self) -> impl Iterator<Item = (&Issue, Home)> {
        let issues = self.report.issues.iter().filter(|issue| issue.blocks);
        issues.map(|issue| (issue, self.fields.home(&issue.path))).filter(|(_, home)| *home != Home::Nowhere)
    }
}

impl Desk {
    /// `None` when the pack does not hold the item.
    pub fn new(
        hooks: Hooks,
        pack: Rc<Pack>,
        item: String,
        calendar: Option<Rc<Calendar>>,
        today: Date,
    ) -> Option<Self> {
        let model = pack.item(&item)?.form();
        Some(Desk {
            hooks,
            model,
            pack,
            item,
            calendar,
            local: RefCell::default(),
            today,
            mapping: RefCell::default(),
            fields: RefCell::default(),
            shows_all: Cell::new(false),
            touched: RefCell::default(),
            asked: RefCell::default(),
            number: next_number(),
            pressed: Cell::new(false),
        })
    }

    /// A number that no other element of the page has.
    pub fn number(&self) -> u32 {
        self.number
    }

    pub fn item(&self) -> ItemRef<'_> {
        self.pack.item(&self.item).expect("the item was found when the pack came")
    }

    /// Whether the page has no field for the title and one for the element that the title is taken from: what is wrong
    /// with that is said there.
    pub fn borrows_title(&self, fields: &Fields) -> bool {
        let has = |pointer: &str| matches!(fields.home(pointer), Home::Field(_));
        !has("/title") && self.model.title_from.as_deref().is_some_and(has)
    }

    pub fn scope(&self) -> Scope {
        Scope::around(self.hooks.host(), attribute(self.hooks.host(), "for").as_deref())
    }

    pub fn mode(&self) -> Mode {
        Mode::of(&self.hooks)
    }

    /// Judges by these local parameters from now on.
    pub fn set_local(&self, local: Rc<Local>) {
        self.local.replace(local);
    }

    pub fn set_mapping(&self, mapping: Vec<(String, String)>) {
        self.mapping.replace(mapping);
    }

    /// Looks for the fields of the page; whether they are others than before.
    pub fn find_fields(&self) -> bool {
        let mapping = self.mapping.borrow().clone();
        let found = self.scope().fields(&self.item().fields, &mapping);
        let is_new = **self.fields.borrow() != found;
        if is_new {
            self.fields.replace(Rc::new(found));
        }
        is_new
    }

    pub fn fields(&self) -> Rc<Fields> {
        self.fields.borrow().clone()
    }

    /// Reads all fields and judges what they mean.
    pub fn look(&self) -> Look {
        let fields = self.fields();
        let text = |name| attribute(self.hooks.host(), name).map(|value| value.to_string());
        let known = Known { publisher: text("publisher"), region: text("region") };
        let entry = assemble(self.item(), &self.model, &known, &fields.written());
        let is_draft = attribute(self.hooks.host(), "stage").as_deref() == Some("draft");
        let local = self.local.borrow().clone();
        let stage = if is_draft { Stage::Draft } else { Stage::Publish };
        let mut context = Context::new(stage, self.today).with_local(&local);
        if let Some(calendar) = &self.calendar {
            context = context.with_calendar(calendar);
        }
        let report = self.item().check(&entry, &context);
        Look { fields, entry, report }
    }

    /// The editor has left a field: from now on its issues are shown.
    pub fn touch(&self, pointer: String) {
        let mut touched = self.touched.borrow_mut();
        if !touched.contains(&pointer) {
            touched.push(pointer);
        }
    }

    /// Nothing was typed yet, as far as the element is concerned.
    pub fn forget(&self) {
        self.touched.borrow_mut().clear();
        self.asked.borrow_mut().clear();
        self.shows_all.set(false);
    }

    /// Whether there is nothing yet that could be shown, so that nothing has to be read while somebody types.
    pub fn is_silent(&self) -> bool {
        !self.shows_all.get() && self.touched.borrow().is_empty()
    }

    /// Whether an issue at a field is to be shown.
    pub fn shows(&self, field: &str) -> bool {
        self.shows_all.get() || self.touched.borrow().iter().any(|touched| touched == field)
    }

    /// Whether the form has to stay; `skips` names fields whose values may still change on the way.
    pub fn holds_back(&self, look: &Look, skips: impl Fn(usize) -> bool) -> bool {
        let issues = look.blocking().filter(|(_, home)| !matches!(home, Home::Field(field) if skips(*field)));
        let issues: Vec<(String, IssueCode)> =
            issues.map(|(issue, _)| (issue.path.clone(), issue.code)).collect();
        match self.mode() {
            Mode::Report => false,
            Mode::Block => !issues.is_empty(),
            Mode::Warn => {
                let mut asked = self.asked.borrow_mut();
                let is_new = issues.iter().any(|issue| !asked.contains(issue));
                asked.extend(issues);
                is_new
            }
        }
    }
}

fn next_number() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}
