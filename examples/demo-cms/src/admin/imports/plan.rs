//! What accepting a domain would do: the guideline that it becomes, beside the one in force, with every objection.

use gongkai_core::guideline::{ElementOverride, ElementSource};
use gongkai_core::import::decide::draft;
use gongkai_core::import::questions::open_questions;
use gongkai_core::import::report::ImportedDomain;
use gongkai_core::import::{DraftHead, Reconciled, reconcile};
use gongkai_core::lint::{Finding, Options, lint};
use gongkai_core::text::Lang;
use gongkai_core::{Guideline, Pack, compile};
use jiff::civil::Date;

use super::head::{self, HeadFault};
use crate::catalogue::Catalogue;
use crate::store::imports::{DomainWork, Head, Stored};

/// What accepting a domain would do.
pub(super) struct Plan {
    pub head: Head,
    pub head_faults: Vec<HeadFault>,
    /// The rows with open questions, from 0, each once.
    pub open_rows: Vec<usize>,
    pub left_out: usize,
    pub guideline: Guideline,
    /// Whether the guideline can be used at all.
    pub is_usable: bool,
    pub findings: Vec<Finding>,
    /// Beside the guideline in force, when the domain has one.
    pub comparison: Option<Comparison>,
}

/// The guideline in force, and what becomes of it.
pub(super) struct Comparison {
    pub existing: Guideline,
    pub reconciled: Reconciled,
}

/// Plans the acceptance of a domain.
pub(super) fn plan(
    stored: &Stored,
    domain: &ImportedDomain,
    work: &DomainWork,
    catalogue: &Catalogue,
    today: Date,
    lang: Lang,
) -> Plan {
    let lexicon = gongkai::lexicon();
    let head = work.head.clone();
    let head = head.unwrap_or_else(|| head::suggest(domain, &stored.report.document.sha256, catalogue));
    let mut draft_head = DraftHead::new(&head.code, &head.slug, &head.issuer, &head.edition);
    draft_head.name = Some(head.name.clone());
    let drafted = draft(domain, &work.decisions, &stored.report.document, &draft_head);
    let mut open_rows: Vec<usize> = open_questions(&stored.report, domain, &work.decisions)
        .into_iter()
        .map(|question| question.item)
        .collect();
    open_rows.dedup();
    let existing = head::replaced(&head, catalogue);
    let reconciled = existing.and_then(|existing| {
        let reconciled = reconcile(existing, &drafted.guideline, lexicon).ok()?;
        Some(Comparison { existing: existing.clone(), reconciled })
    });
    let mut guideline = match &reconciled {
        Some(comparison) => comparison.reconciled.guideline.clone(),
        None => drafted.guideline,
    };
    let pack = compile(&guideline, lexicon);
    if let Ok(pack) = &pack {
        keep_names(&mut guideline, pack);
    }
    let options = Options::new(today).with_laws(gongkai::laws());
    let findings = lint(&[&guideline], lexicon, &options).findings;
    Plan {
        head_faults: head::faults(&head, catalogue, lang),
        head,
        open_rows,
        left_out: work.decisions.items.values().filter(|decisions| decisions.left_out).count(),
        is_usable: pack.is_ok() && !guideline.items.is_empty(),
        findings: of_guideline(findings, &guideline),
        guideline,
        comparison: reconciled,
    }
}

/// What is found in the guideline; the lexicon is not the editor's.
fn of_guideline(findings: Vec<Finding>, guideline: &Guideline) -> Vec<Finding> {
    let id = format!("{}-{}", guideline.code, guideline.slug);
    let open = findings.into_iter().filter(|finding| finding.accepted.is_none());
    open.filter(|finding| finding.place.pack.as_deref() == Some(id.as_str())).collect()
}

/// Writes down the ids and keys that were derived from names, so that no later change of the lexicon moves them
/// away from the entries that were made by them.
fn keep_names(guideline: &mut Guideline, pack: &Pack) {
    for (row, item) in guideline.items.iter_mut().zip(&pack.items) {
        row.id = Some(item.id.clone());
        if row.elements.len() != item.fields.len() {
            continue;
        }
        for (element, field) in row.elements.iter_mut().zip(&item.fields) {
            match element {
                ElementSource::Full(full) => full.key = Some(field.key.clone()),
                ElementSource::Name(name) => {
                    *element = ElementSource::Full(Box::new(ElementOverride {
                        name: name.clone(),
                        key: Some(field.key.clone()),
                        required: None,
                        field: None,
                    }));
                }
            }
        }
    }
}
