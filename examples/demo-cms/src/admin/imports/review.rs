//! A domain of an import: how much was understood, the questions first, then the rows page by page.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use gongkai_core::import::places::{self, Sorted};
use gongkai_core::import::questions::{Question, open_questions};
use gongkai_core::import::report::Certainty;
use gongkai_core::text::Lang;
use serde::Deserialize;

use super::super::page;
use super::fields::{ShownField, shown};
use super::notes::{self, Told};
use super::{Opened, Place, domain_name, row_name};
use crate::app::App;
use crate::failure::Answer;
use crate::page::{Crumb, Page, PageNumber, Pager, html};
use crate::session::Editor;
use crate::sidebar::Sidebar;
use crate::store::imports::State as ImportState;
use crate::store::local_packs;
use crate::texts;
use crate::texts::import::Texts;
use crate::visit::Visit;

/// Rows on one page.
pub(super) const PAGE_SIZE: usize = 25;

#[derive(Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    only: String,
    #[serde(flatten)]
    number: PageNumber,
}

#[derive(Template)]
#[template(path = "admin/imports/review.html")]
struct ReviewPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    i: &'static Texts,
    address: String,
    title: Option<String>,
    counts: Counts,
    is_open: bool,
    /// The pack that it was accepted as.
    accepted: Option<String>,
    about_table: Vec<String>,
    questions: Vec<Told>,
    assumptions: Vec<Told>,
    only_questions: bool,
    rows: Vec<Row>,
    pager: Option<Pager>,
}

struct Counts {
    items: usize,
    understood: usize,
    assumed: usize,
    open: usize,
    decided: usize,
}

struct Row {
    /// From 1.
    number: usize,
    name: String,
    open: Option<String>,
    is_left_out: bool,
    remarks: Vec<String>,
    fields: Vec<ShownField>,
}

pub(crate) async fn show(
    State(app): State<Arc<App>>,
    visit: Visit,
    editor: Editor,
    place: Place,
    Query(wish): Query<Wish>,
) -> Answer {
    let lang = visit.lang;
    let opened = Opened::new(&app, place).await?;
    let accepted =
        app.database.run(move |connection| local_packs::of_import(connection, place.import)).await?;
    let (report, domain) = (&opened.stored.report, opened.domain());
    let open = open_questions(report, domain, &opened.work().decisions);
    let with_questions: BTreeSet<usize> = open.iter().map(|question| question.item).collect();
    let only_questions = wish.only == "questions";
    let chosen: Vec<usize> = if only_questions {
        with_questions.iter().copied().collect()
    } else {
        (0..domain.items.len()).collect()
    };
    // Without a wish, the page begins where there is something to decide.
    let first = with_questions.first().filter(|_| !only_questions).map_or(0, |row| row / PAGE_SIZE);
    let number = wish.number.asked().map_or(first, |page| page as usize - 1);
    let doubts = places::sort(&report.not_understood, domain);
    let assumed = places::sort(&report.assumed, domain);
    let rows = chosen.iter().skip(number * PAGE_SIZE).take(PAGE_SIZE);
    let rows = rows.map(|index| row(&opened, *index, &open, [&doubts, &assumed], lang)).collect();
    let kept: &[(&str, &str)] = if only_questions { &[("only", "questions")] } else { &[] };
    let total = u32::try_from(chosen.len())?;
    let name = domain_name(domain, lang);
    html(&ReviewPage {
        page: page(&app, &visit, editor, &name).await?,
        sidebar: Sidebar::for_admin(&app.catalogue(), None, None),
        crumbs: opened.crumbs(lang),
        i: texts::import::of(lang),
        address: place.address(),
        title: domain.title.clone(),
        counts: counts(&opened, open.len()),
        is_open: opened.stored.state == ImportState::Open,
        accepted: accepted.iter().rfind(|(of, _)| *of as usize == place.domain).map(|(_, pack)| pack.clone()),
        about_table: notes::whole(&[doubts.whole.as_slice(), assumed.whole.as_slice()].concat(), lang),
        questions: notes::questions(&open, domain, lang),
        assumptions: notes::assumptions(&assumed, domain, lang),
        only_questions,
        rows,
        pager: Pager::with_size(PAGE_SIZE as u32, u32::try_from(number + 1)?, total, kept, lang),
    })
}

/// Fields by what became of them; a field that was decided counts as nothing else.
fn counts(opened: &Opened, open: usize) -> Counts {
    let decisions = &opened.work().decisions;
    let mut counts =
        Counts { items: opened.domain().items.len(), understood: 0, assumed: 0, open, decided: 0 };
    for (index, item) in opened.domain().items.iter().enumerate() {
        let decided = decisions.item(index);
        counts.decided += decided.fields.len();
        for cell in item.source.cells.iter().filter(|cell| decided.field(cell.field).is_none()) {
            match cell.certainty {
                Certainty::Understood => counts.understood += 1,
                Certainty::Assumed => counts.assumed += 1,
                Certainty::NotUnderstood => {}
            }
        }
    }
    counts
}

fn row(opened: &Opened, index: usize, open: &[Question<'_>], sorted: [&Sorted<'_>; 2], lang: Lang) -> Row {
    let item = &opened.domain().items[index];
    let decisions = opened.work().decisions.item(index);
    let open: Vec<Question<'_>> = open.iter().filter(|question| question.item == index).cloned().collect();
    let notes: Vec<_> = sorted.iter().flat_map(|sorted| &sorted.items[index]).copied().collect();
    let whole: Vec<_> = notes.iter().filter(|note| notes::field_of(note).is_none()).copied().collect();
    Row {
        number: index + 1,
        name: row_name(item, index, lang),
        open: (!open.is_empty()).then(|| texts::import::open_count(open.len(), lang)),
        is_left_out: decisions.left_out,
        remarks: notes::whole(&whole, lang),
        fields: shown(item, decisions, &open, &notes, lang),
    }
}
