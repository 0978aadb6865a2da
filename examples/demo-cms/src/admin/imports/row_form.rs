//! The page with the form of one row: the same whether it is read, refused or no longer open.

use askama::Template;
use axum::http::StatusCode;
use gongkai_core::import::decide::ItemDecisions;
use gongkai_core::import::places;
use gongkai_core::import::questions::{Question, open_questions, same_printed};
use gongkai_core::import::report::Field;

use super::fields::{ShownField, shown};
use super::notes::field_of;
use super::typed::{Fault, METHODS, Typed, standard_channels};
use super::{Opened, domain_name, row_name};
use crate::app::App;
use crate::failure::{Answer, Failure};
use crate::page::{Crumb, Page, html_with};
use crate::sidebar::Sidebar;
use crate::texts;
use crate::texts::import::Texts;

#[derive(Template)]
#[template(path = "admin/imports/row.html")]
struct RowPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    i: &'static Texts,
    heading: String,
    /// Where the form is posted to, and where the other pages are.
    action: String,
    back: String,
    previous: Option<usize>,
    next: Option<usize>,
    fields: Vec<FormField>,
    /// What concerns the row as a whole.
    remarks: Vec<String>,
    asks_whether_seen: bool,
    is_seen: bool,
    is_left_out: bool,
    is_open: bool,
    has_other_questions: bool,
    faults: Vec<ShownFault>,
    alert: Option<&'static str>,
}

struct FormField {
    id: &'static str,
    shown: ShownField,
    control: Control,
    is_decided: bool,
    /// Ticked, when it can be ticked.
    confirm: Option<bool>,
    undo: bool,
    same: Option<(String, bool)>,
    fault: Option<&'static str>,
}

enum Control {
    Line(String),
    Lines { text: String, rows: usize, hint: &'static str },
    Channels { options: Vec<(&'static str, bool)>, other: String },
    Audience { is_for_everybody: bool, group: String },
    Method(Vec<(&'static str, &'static str, bool)>),
}

struct ShownFault {
    id: &'static str,
    name: &'static str,
    message: &'static str,
}

/// What the page is about.
pub(super) struct RowParts {
    pub opened: Opened,
    /// From 0.
    pub row: usize,
    /// What was typed, when it was not stored.
    pub typed: Option<Typed>,
    pub faults: Vec<Fault>,
    pub alert: Option<&'static str>,
    /// Whether the import can still be changed.
    pub is_open: bool,
}

pub(super) fn answer(app: &App, status: StatusCode, mut page: Page, parts: RowParts) -> Answer {
    let RowParts { opened, row, typed, faults, alert, is_open } = parts;
    let lang = page.lang;
    let words = texts::import::of(lang);
    let (report, domain, work) = (&opened.stored.report, opened.domain(), opened.work());
    let item = domain.items.get(row).ok_or(Failure::NOT_FOUND)?;
    let decisions = work.decisions.item(row);
    let all_open = open_questions(report, domain, &work.decisions);
    let open: Vec<Question<'_>> = all_open.iter().filter(|question| question.item == row).cloned().collect();
    let has_other_questions = all_open.iter().any(|question| question.item != row);
    let doubts = places::sort(&report.not_understood, domain);
    let assumed = places::sort(&report.assumed, domain);
    let notes: Vec<_> =
        [&doubts, &assumed].into_iter().flat_map(|sorted| &sorted.items[row]).copied().collect();
    let typed = typed.unwrap_or_else(|| Typed::of(item, decisions));
    let fields = shown(item, decisions, &open, &notes, lang).into_iter().map(|field| {
        let others = same_printed(domain, row, field.field);
        form_field(field, &typed, decisions, others.len(), &faults, lang)
    });
    let whole = doubts.items[row].iter().filter(|note| field_of(note).is_none());
    let whole: Vec<_> = whole.copied().collect();
    let shown_faults = faults.iter().map(|fault| ShownFault {
        id: fault.field.name(),
        name: texts::import::field(fault.field, lang),
        message: fault.message,
    });
    let heading = row_name(item, row, lang);
    page.title = texts::import::correct_row(&heading, lang);
    page.has_problem = !faults.is_empty() || alert.is_some();
    let back = opened.place.address();
    let mut crumbs = opened.crumbs(lang);
    crumbs.push(Crumb::new(domain_name(domain, lang), &back));
    let page_of_row = row / super::review::PAGE_SIZE + 1;
    html_with(
        status,
        &RowPage {
            sidebar: Sidebar::for_admin(&app.catalogue(), None, None),
            crumbs,
            i: words,
            action: format!("{back}/rows/{}", row + 1),
            previous: (row > 0).then_some(row),
            next: (row + 1 < domain.items.len()).then_some(row + 2),
            fields: fields.collect(),
            remarks: super::notes::whole(&whole, lang),
            asks_whether_seen: !whole.is_empty(),
            is_seen: typed.is_seen,
            is_left_out: typed.is_left_out,
            is_open,
            has_other_questions,
            faults: shown_faults.collect(),
            alert,
            heading,
            back: format!("{back}?page={page_of_row}#row-{}", row + 1),
            page,
        },
    )
}

fn form_field(
    shown: ShownField,
    typed: &Typed,
    decisions: &ItemDecisions,
    others: usize,
    faults: &[Fault],
    lang: gongkai_core::text::Lang,
) -> FormField {
    let field = shown.field;
    let id = field.name();
    let is_decided = decisions.field(field).is_some();
    let is_sure = matches!(shown.sureness.class, "understood" | "decided");
    let is_ticked = |names: &[String]| names.iter().any(|name| name == id);
    FormField {
        id,
        control: control(field, typed, lang),
        is_decided,
        confirm: (!is_sure).then(|| is_ticked(&typed.confirm)),
        undo: is_ticked(&typed.undo),
        same: (others > 0).then(|| (texts::import::apply_same(others, lang), is_ticked(&typed.same))),
        fault: faults.iter().find(|fault| fault.field == field).map(|fault| fault.message),
        shown,
    }
}

fn control(field: Field, typed: &Typed, lang: gongkai_core::text::Lang) -> Control {
    let (words, around) = (texts::import::of(lang), texts::of(lang));
    let lines = |text: &String, hint| Control::Lines {
        rows: text.lines().count().clamp(3, 16),
        text: text.clone(),
        hint,
    };
    match field {
        Field::Elements => lines(&typed.elements, words.one_per_line),
        Field::Basis => lines(&typed.basis, words.one_per_line),
        Field::Levels => lines(&typed.levels, words.levels_hint),
        Field::Channels => {
            let options =
                standard_channels().map(|name| (name, typed.channels.iter().any(|ticked| ticked == name)));
            Control::Channels { options: options.collect(), other: typed.other_channels.clone() }
        }
        Field::Audience => {
            Control::Audience { is_for_everybody: typed.is_for_everybody, group: typed.group.clone() }
        }
        Field::Method => {
            let names = [around.method_proactive, around.method_on_request];
            let options = METHODS
                .into_iter()
                .zip(names)
                .map(|((_, value), name)| (value, name, typed.methods.iter().any(|ticked| ticked == value)));
            Control::Method(options.collect())
        }
        Field::Level1 => Control::Line(typed.level1.clone()),
        Field::Level2 => Control::Line(typed.level2.clone()),
        Field::TimeLimit => Control::Line(typed.time_limit.clone()),
        _ => Control::Line(typed.subject.clone()),
    }
}
