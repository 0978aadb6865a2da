//! The page that shows what accepting a domain would do, and asks for consent.

use askama::Template;
use axum::http::StatusCode;
use gongkai_core::Severity;
use gongkai_core::diff::{ItemChange, Outcome};
use gongkai_core::import::places;
use gongkai_core::lint::Finding;
use gongkai_core::text::Lang;

use super::notes::{self, RowLink};
use super::plan::{Comparison, Plan};
use super::{Opened, domain_name, row_name};
use crate::app::App;
use crate::failure::Answer;
use crate::page::{Crumb, Page, html_with};
use crate::sidebar::Sidebar;
use crate::store::lists::Counts;
use crate::texts;
use crate::texts::import::Texts;

/// Things listed of one kind at most; the others are counted.
const MAX_LISTED: usize = 200;

#[derive(Template)]
#[template(path = "admin/imports/confirm.html")]
struct ConfirmPage {
    page: Page,
    sidebar: Sidebar,
    crumbs: Vec<Crumb>,
    i: &'static Texts,
    address: String,
    version: i64,
    alert: Option<&'static str>,
    head: Vec<HeadField>,
    replaces: Option<String>,
    rows: String,
    comparison: Option<Compared>,
    errors: Vec<String>,
    warnings: Vec<String>,
    warning_count: String,
    about: Vec<String>,
    open_rows: Vec<RowLink>,
    asks_for_consent: bool,
}

struct HeadField {
    id: &'static str,
    name: &'static str,
    hint: Option<&'static str>,
    value: String,
    fault: Option<String>,
}

/// What becomes of the items of the guideline in force.
struct Compared {
    kept: usize,
    changed: usize,
    new: usize,
    gone: usize,
    changed_items: Vec<ComparedItem>,
    new_items: Vec<ComparedItem>,
    gone_items: Vec<ComparedItem>,
    kept_items: Vec<ComparedItem>,
}

struct ComparedItem {
    name: String,
    lines: Vec<String>,
}

/// What the page is about.
pub(super) struct ConfirmParts {
    pub opened: Opened,
    pub plan: Plan,
    pub counts: Counts,
    /// Why nothing was accepted.
    pub alert: Option<&'static str>,
}

/// Whether there is something besides the rows that a person has to have read.
pub(super) fn asks_for_consent(plan: &Plan, opened: &Opened) -> bool {
    let has_errors = plan.findings.iter().any(|finding| finding.severity == Severity::Error);
    has_errors || !about(opened, Lang::Zh).is_empty()
}

/// What a person has to look at in the document and the table as a whole.
fn about(opened: &Opened, lang: Lang) -> Vec<String> {
    let doubts = &opened.stored.report.not_understood;
    let on_table = places::sort(doubts, opened.domain()).whole;
    notes::whole(&[places::on_document(doubts), on_table].concat(), lang)
}

pub(super) fn answer(app: &App, status: StatusCode, mut page: Page, parts: ConfirmParts) -> Answer {
    let ConfirmParts { opened, plan, counts, alert } = parts;
    let lang = page.lang;
    let words = texts::import::of(lang);
    let domain = opened.domain();
    page.has_problem = alert.is_some();
    let address = opened.place.address();
    let mut crumbs = opened.crumbs(lang);
    crumbs.push(Crumb::new(domain_name(domain, lang), &address));
    let (errors, warnings): (Vec<&Finding>, Vec<&Finding>) = plan
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Advice)
        .partition(|finding| finding.severity == Severity::Error);
    let open_rows = plan.open_rows.iter().filter_map(|index| {
        let item = domain.items.get(*index)?;
        Some(RowLink { number: index + 1, name: row_name(item, *index, lang) })
    });
    let pack = format!("{}-{}", plan.guideline.code, plan.guideline.slug);
    html_with(
        status,
        &ConfirmPage {
            sidebar: Sidebar::for_admin(
                &app.catalogue(),
                plan.comparison.as_ref().map(|_| pack.as_str()),
                None,
            ),
            crumbs,
            i: words,
            address,
            version: opened.stored.version,
            alert,
            head: head(&plan, lang),
            replaces: plan.comparison.as_ref().map(|comparison| {
                texts::import::will_replace(&comparison.existing.name, &comparison.existing.edition, lang)
            }),
            rows: texts::import::rows_taken(plan.guideline.items.len(), plan.left_out, lang),
            comparison: plan.comparison.as_ref().map(|comparison| compared(comparison, &pack, &counts, lang)),
            errors: found(&errors, lang),
            warning_count: texts::import::warning_count(warnings.len(), lang),
            warnings: found(&warnings, lang),
            about: about(&opened, lang),
            open_rows: open_rows.collect(),
            asks_for_consent: asks_for_consent(&plan, &opened),
            page,
        },
    )
}

fn head(plan: &Plan, lang: Lang) -> Vec<HeadField> {
    let words = texts::import::of(lang);
    let head = &plan.head;
    let fields = [
        ("name", words.head_name, None, &head.name),
        ("code", words.head_code, Some(words.head_code_hint), &head.code),
        ("slug", words.head_slug, Some(words.head_slug_hint), &head.slug),
        ("edition", words.head_edition, None, &head.edition),
        ("issuer", words.head_issuer, None, &head.issuer),
    ];
    let fields = fields.into_iter().map(|(id, name, hint, value)| HeadField {
        id,
        name,
        hint,
        value: value.clone(),
        fault: plan.head_faults.iter().find(|fault| fault.field == id).map(|fault| fault.message.clone()),
    });
    fields.collect()
}

fn found(findings: &[&Finding], lang: Lang) -> Vec<String> {
    let told = findings.iter().take(MAX_LISTED).map(|finding| {
        let place = [&finding.place.name, &finding.place.element];
        let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
        match (place.is_empty(), lang) {
            (true, _) => finding.message(lang),
            (false, Lang::Zh) => format!("{}：{}", place.join(" · "), finding.message(lang)),
            (false, Lang::En) => format!("{}: {}", place.join(" · "), finding.message(lang)),
        }
    });
    let more = (findings.len() > MAX_LISTED).then(|| texts::import::more(findings.len() - MAX_LISTED, lang));
    told.chain(more).collect()
}

fn compared(comparison: &Comparison, pack: &str, counts: &Counts, lang: Lang) -> Compared {
    let reconciled = &comparison.reconciled;
    let mut compared = Compared {
        kept: reconciled.counts.kept,
        changed: reconciled.counts.changed,
        new: reconciled.counts.new,
        gone: reconciled.counts.gone,
        changed_items: Vec::new(),
        new_items: Vec::new(),
        gone_items: Vec::new(),
        kept_items: Vec::new(),
    };
    for change in &reconciled.diff.items {
        let names = |places: &[gongkai_core::diff::ItemPlace]| -> Vec<String> {
            places.iter().map(|place| place.name.clone()).collect()
        };
        if change.outcomes.contains(&Outcome::Removed) {
            compared.gone_items.extend(change.old.iter().map(|place| {
                let count = counts.of_item(pack, &place.id);
                let entries = count.published.max(count.drafts);
                let lines = (entries > 0).then(|| texts::import::entries_kept(entries, lang));
                ComparedItem { name: place.name.clone(), lines: lines.into_iter().collect() }
            }));
        } else if change.outcomes.contains(&Outcome::Added) {
            let new = names(&change.new).into_iter().map(|name| ComparedItem { name, lines: Vec::new() });
            compared.new_items.extend(new);
        } else if change.is_unchanged() {
            let kept = names(&change.new).into_iter().map(|name| ComparedItem { name, lines: Vec::new() });
            compared.kept_items.extend(kept);
        } else {
            let name = names(&change.new).join("、");
            compared.changed_items.push(ComparedItem { name, lines: changes(change, lang) });
        }
    }
    for items in [
        &mut compared.changed_items,
        &mut compared.new_items,
        &mut compared.gone_items,
        &mut compared.kept_items,
    ] {
        if items.len() > MAX_LISTED {
            let name = texts::import::more(items.len() - MAX_LISTED, lang);
            items.truncate(MAX_LISTED);
            items.push(ComparedItem { name, lines: Vec::new() });
        }
    }
    compared
}

/// What differs, one thing in each line.
fn changes(change: &ItemChange, lang: Lang) -> Vec<String> {
    let colon = if lang == Lang::En { ": " } else { "：" };
    let beside = |before: Option<&str>, after: Option<&str>| match (before, after) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (Some(before), None) => format!("− {before}"),
        (None, Some(after)) => format!("+ {after}"),
        (None, None) => String::new(),
    };
    let assumed = change.assumed.then(|| texts::import::of(lang).similar.to_owned());
    let elements = change.elements.iter().map(|element| {
        let name =
            |place: &Option<gongkai_core::diff::ElementPlace>| place.as_ref().map(|place| place.name.clone());
        let (before, after) = (name(&element.old), name(&element.new));
        let what = if before == after {
            after.unwrap_or_default()
        } else {
            beside(before.as_deref(), after.as_deref())
        };
        format!("{}{colon}{what}", texts::import::element(element.outcome, lang))
    });
    let others = change.changes.iter().map(|other| {
        let what = beside(other.before.as_deref(), other.after.as_deref());
        format!("{}{colon}{what}", texts::import::aspect(other.aspect, lang))
    });
    assumed.into_iter().chain(elements).chain(others).collect()
}
