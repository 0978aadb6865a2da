//! What the guideline says about an item, as rows of a table.

use gongkai_core::ItemRef;
use gongkai_core::guideline::{Mark, Method};
use gongkai_core::text::Lang;

use crate::texts;

/// One row: a name and one or more lines.
#[derive(Debug, Clone)]
pub(crate) struct GuidanceRow {
    pub name: &'static str,
    pub lines: Vec<String>,
    /// Whether the lines are words of the guideline, which are Chinese in every language of the interface.
    pub is_original: bool,
}

/// The rows about an item, in the order of the official table.
pub(crate) fn rows(item: ItemRef<'_>, lang: Lang) -> Vec<GuidanceRow> {
    let texts = texts::of(lang);
    let original = |name, lines: Vec<String>| GuidanceRow { name, lines, is_original: true };
    let limit = item.time_limit.iter().map(|limit| limit.text.clone()).collect();
    let channels = item.channels.iter().map(|channel| {
        if channel.required { texts::necessary_channel(&channel.name, lang) } else { channel.name.clone() }
    });
    let everyone = item.audience.everyone.then(|| "全社会".to_owned());
    let audience = everyone.into_iter().chain(item.audience.group.clone()).collect();
    let methods = item.methods.iter().map(|method| match method {
        Method::Proactive => texts.method_proactive.to_owned(),
        Method::OnRequest => texts.method_on_request.to_owned(),
        _ => String::new(),
    });
    let provenance = match item.mark {
        Mark::Seen => texts::seen(item.sightings, lang),
        Mark::Recalled => texts.recalled.to_owned(),
    };
    let mut rows = vec![
        original(texts.basis, item.basis.clone()),
        original(texts.time_limit, limit),
        original(texts.publisher, vec![item.publisher.clone()]),
        original(texts.channels_row, channels.collect()),
        original(texts.audience, audience),
        GuidanceRow { name: texts.method, lines: methods.collect(), is_original: false },
        original(texts.levels, item.levels.clone()),
        GuidanceRow { name: texts.provenance, lines: vec![provenance], is_original: false },
    ];
    for row in &mut rows {
        if row.lines.is_empty() {
            row.lines.push(texts.not_stated.to_owned());
            row.is_original = false;
        }
    }
    rows
}
