//! Accepting a domain as a local pack: what it would do is shown first, and done only as it was shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use gongkai_core::text::Lang;
use serde::Deserialize;

use super::super::page;
use super::confirm_page::{self, ConfirmParts};
use super::plan::{Plan, plan};
use super::{Opened, Place, head};
use crate::app::App;
use crate::csrf::Posted;
use crate::failure::{Answer, Failure};
use crate::session::Editor;
use crate::store::imports::{self, Head, State as ImportState};
use crate::store::local_packs::{self, NewLocalPack};
use crate::store::{lists, sessions};
use crate::texts;
use crate::visit::Visit;

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct HeadForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    slug: String,
    #[serde(default)]
    edition: String,
    #[serde(default)]
    issuer: String,
}

pub(crate) async fn show(State(app): State<Arc<App>>, visit: Visit, editor: Editor, place: Place) -> Answer {
    let (opened, plan) = make(&app, open(&app, place).await?, visit.lang).await?;
    answer(&app, &visit, editor, StatusCode::OK, opened, plan, None).await
}

/// Stores what was typed about the domain, right or wrong; the page says what is wrong with it.
pub(crate) async fn save_head(
    State(app): State<Arc<App>>,
    visit: Visit,
    place: Place,
    Posted { editor, form }: Posted<HeadForm>,
) -> Answer {
    let HeadForm { name, code, slug, edition, issuer } = form;
    let head = head::trimmed(&Head { name, code, slug, edition, issuer });
    let is_right = head::faults(&head, &app.catalogue(), visit.lang).is_empty();
    let (now, key) = (app.clock.now(), editor.session.key.clone());
    let kept = app.database.run(move |connection| {
        let kept = imports::work(connection, place.import, place.domain, now, |work| work.head = Some(head))?;
        if kept && is_right {
            sessions::set_flash(connection, &key, "head-saved")?;
        }
        Ok(kept)
    });
    if !kept.await? {
        return Err(Failure::NOT_FOUND);
    }
    if is_right {
        return Ok(Redirect::to(&format!("{}/accept", place.address())).into_response());
    }
    let (opened, plan) = make(&app, open(&app, place).await?, visit.lang).await?;
    let alert = texts::import::of(visit.lang).head_wrong;
    answer(&app, &visit, editor, StatusCode::UNPROCESSABLE_ENTITY, opened, plan, Some(alert)).await
}

/// What was posted to accept a domain.
#[derive(Debug, Default)]
struct Consent {
    version: i64,
    /// Rows to be left out, from 0.
    leave_out: BTreeSet<usize>,
    leaves_all_out: bool,
    is_acknowledged: bool,
}

impl Consent {
    fn posted(pairs: &[(String, String)]) -> Self {
        let mut consent = Consent::default();
        for (name, value) in pairs {
            match (name.as_str(), value.as_str()) {
                ("version", version) => consent.version = version.parse().unwrap_or_default(),
                ("leave_out", "all") => consent.leaves_all_out = true,
                ("leave_out", row) => {
                    consent.leave_out.extend(row.parse().ok().and_then(|row: usize| row.checked_sub(1)))
                }
                ("acknowledged", _) => consent.is_acknowledged = true,
                _ => {}
            }
        }
        consent
    }
}

pub(crate) async fn accept(
    State(app): State<Arc<App>>,
    visit: Visit,
    place: Place,
    Posted { editor, form }: Posted<Vec<(String, String)>>,
) -> Answer {
    let consent = Consent::posted(&form);
    let words = texts::import::of(visit.lang);
    let (mut opened, plan) = make(&app, open(&app, place).await?, visit.lang).await?;
    if opened.stored.version != consent.version {
        return answer(&app, &visit, editor, StatusCode::CONFLICT, opened, plan, Some(words.stale)).await;
    }
    let is_left_out = |row: &&usize| consent.leaves_all_out || consent.leave_out.contains(*row);
    let decisions = &mut opened.stored.work[place.domain].decisions;
    for row in plan.open_rows.iter().filter(is_left_out) {
        decisions.items.entry(*row).or_default().left_out = true;
    }
    let (opened, plan) = make(&app, opened, visit.lang).await?;
    if let Some(alert) = objection(&plan, &opened, &consent, visit.lang) {
        return answer(&app, &visit, editor, StatusCode::UNPROCESSABLE_ENTITY, opened, plan, Some(alert))
            .await;
    }
    let pack = format!("{}-{}", plan.guideline.code, plan.guideline.slug);
    let new = NewLocalPack {
        pack: pack.clone(),
        name: plan.guideline.name.clone(),
        edition: plan.guideline.edition.clone(),
        guideline: serde_json::to_string(&plan.guideline)?,
        import: (place.import, u32::try_from(place.domain)?),
        by: editor.name.clone(),
        now: app.clock.now(),
    };
    let (version, domains) = (consent.version, opened.stored.report.domains.len());
    let (work, key) = (opened.stored.work.clone(), editor.session.key.clone());
    let is_done = app.change_packs(move |transaction| {
        if !imports::set_work(transaction, place.import, version, &work, new.now)? {
            return Ok(false);
        }
        local_packs::put(transaction, &new)?;
        let accepted: BTreeSet<u32> = local_packs::of_import(transaction, place.import)?
            .into_iter()
            .map(|(domain, _)| domain)
            .collect();
        if accepted.len() == domains {
            imports::accept(transaction, place.import, new.now)?;
        }
        sessions::set_flash(transaction, &key, "pack-accepted")?;
        Ok(true)
    });
    if !is_done.await? {
        let (opened, plan) = make(&app, open(&app, place).await?, visit.lang).await?;
        return answer(&app, &visit, editor, StatusCode::CONFLICT, opened, plan, Some(words.stale)).await;
    }
    Ok(Redirect::to(&format!("/admin/{pack}")).into_response())
}

/// Why a domain cannot be accepted.
fn objection(plan: &Plan, opened: &Opened, consent: &Consent, lang: Lang) -> Option<&'static str> {
    let words = texts::import::of(lang);
    if !plan.open_rows.is_empty() {
        Some(words.still_open)
    } else if !plan.head_faults.is_empty() {
        Some(words.head_wrong)
    } else if plan.guideline.items.is_empty() {
        Some(words.no_rows_left)
    } else if !plan.is_usable {
        Some(words.not_compilable)
    } else if confirm_page::asks_for_consent(plan, opened) && !consent.is_acknowledged {
        Some(words.acknowledge_needed)
    } else {
        None
    }
}

/// The domain of an import that is still open.
async fn open(app: &App, place: Place) -> Result<Opened, Failure> {
    let opened = Opened::new(app, place).await?;
    if opened.stored.state == ImportState::Open { Ok(opened) } else { Err(Failure::NOT_FOUND) }
}

/// Plans where nobody else has to wait for it: comparing long tables takes its time.
async fn make(app: &App, opened: Opened, lang: Lang) -> Result<(Opened, Plan), Failure> {
    let (catalogue, today) = (app.catalogue(), app.clock.today());
    let work = move || {
        let plan = plan(&opened.stored, opened.domain(), opened.work(), &catalogue, today, lang);
        (opened, plan)
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

async fn answer(
    app: &App,
    visit: &Visit,
    editor: Editor,
    status: StatusCode,
    opened: Opened,
    plan: Plan,
    alert: Option<&'static str>,
) -> Answer {
    let counts = app.database.run(|connection| lists::counts(connection)).await?;
    let page = page(app, visit, editor, texts::import::of(visit.lang).accept_title).await?;
    confirm_page::answer(app, status, page, ConfirmParts { opened, plan, counts, alert })
}
