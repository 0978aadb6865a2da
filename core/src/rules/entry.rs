//! Applies the rules to an entry, in the order of the form.

use super::{
    audience_exceeded, catalogue_row_incomplete, channel_missing, channel_undated, channel_unknown,
    channel_unproven, channel_unused, date_in_future, dates_out_of_order, edition_not_in_force,
    elements_blank, expired_shown_valid, first_channel_late, ground_missing, item_mismatch, level_mismatch,
    limits, nil_unapproved, nil_with_elements, notice_too_short, publisher_not_named, reason_missing,
    region_invalid, review_missing, review_overdue, reviewer_is_author, revoked_not_withdrawn, summary_long,
    type_mismatch, withheld_published,
};
use crate::check::{Judge, RuleSet};
use crate::entry::{DisclosureAttribute, FORMAT};
use crate::envelope::{self, Properties};
use crate::field::{Members, check_members, check_values, name_unknown};
use crate::node::{Node, Object};
use crate::path::Path;

pub(crate) fn check_entry(entry: &Properties<'_>, judge: &mut Judge<'_>) {
    let root = Path::ROOT;
    let (pack, item) = (judge.item.pack, judge.item.item);
    item_mismatch::check(entry.get("format"), FORMAT, &root.key("format"), judge);
    item_mismatch::check(entry.get("pack"), &pack.id, &root.key("pack"), judge);
    item_mismatch::check(entry.get("item"), &item.id, &root.key("item"), judge);

    let attribute = judge.attribute;
    check_envelope(entry, attribute, &root, judge);
    check_nil_or_elements(entry, &root, judge);
    check_channels(entry, attribute, &root, judge);
    if judge.context.rules == RuleSet::All {
        if attribute.is_none_or(|attribute| attribute == DisclosureAttribute::Proactive) {
            limits::check(entry, &root, judge);
        }
        revoked_not_withdrawn::check(entry, &root, judge);
        #[cfg(feature = "json-schema")]
        if let Some(extensions) = judge.context.extensions {
            extensions.check(entry, &root, judge);
        }
    }
}

/// Title, dates and the rest of what stands around the elements.
fn check_envelope(
    entry: &Properties<'_>,
    attribute: Option<DisclosureAttribute>,
    root: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    let fields = envelope::fields();
    check_values(entry.values(), fields, Members::Parts, None, root, judge);
    name_unknown(entry.unknown(), Members::Parts, root, judge);

    let place = root.key("region");
    if let Some(region) = entry.get("region").filter(|region| !region.is_blank())
        && let Some(text) = type_mismatch::string(region, &place, judge)
    {
        region_invalid::check(text, &place, judge);
        #[cfg(feature = "compile")]
        super::region_unknown::check(text, &place, judge);
    }
    let is_withheld = attribute == Some(DisclosureAttribute::Withheld);
    let is_proactive = attribute.is_none_or(|attribute| attribute == DisclosureAttribute::Proactive);
    let ground = entry.get("ground").filter(|ground| !ground.is_blank());
    let ground = ground.filter(|ground| type_mismatch::string(*ground, &root.key("ground"), judge).is_some());
    ground_missing::check(ground, is_withheld, &root.key("ground"), judge);
    let has_reason = entry.get("reason").is_some_and(|reason| !reason.is_blank());
    reason_missing::check(is_proactive || has_reason, &root.key("reason"), judge);
    if judge.context.rules == RuleSet::All {
        check_record(entry, is_proactive, root, judge);
    }
}

/// What no JSON Schema says about the properties of an entry.
fn check_record(entry: &Properties<'_>, is_proactive: bool, root: &Path<'_>, judge: &mut Judge<'_>) {
    edition_not_in_force::check(entry.get("edition"), &root.key("edition"), judge);
    let text = |key| entry.get(key).and_then(Node::as_str);
    if let Some(summary) = text("summary") {
        summary_long::check(summary, &root.key("summary"), judge);
    }
    if let Some(publisher) = text("publisher") {
        publisher_not_named::check(publisher, &root.key("publisher"), judge);
    }
    if let Some(level) = text("level").filter(|level| !crate::blank::is_blank_text(level)) {
        level_mismatch::check(level, &root.key("level"), judge);
    }
    for key in ["formed_on", "changed_on", "triggered_on", "revoked_on", "withdrawn_on", "reviewed_on"] {
        date_in_future::check(entry.get(key), &root.key(key), judge);
    }
    for (first, second) in [
        ("formed_on", "changed_on"),
        ("formed_on", "effective_on"),
        ("effective_on", "expires_on"),
        ("formed_on", "revoked_on"),
        ("revoked_on", "withdrawn_on"),
    ] {
        dates_out_of_order::check(entry.get(first), entry.get(second), &root.key(second), judge);
    }
    if is_proactive {
        review_missing::check(entry, root, judge);
        catalogue_row_incomplete::check(entry, root, judge);
    } else {
        review_overdue::check(entry.get("review_on"), &root.key("review_on"), judge);
    }
    reviewer_is_author::check(entry, root, judge);
}

fn check_nil_or_elements(entry: &Properties<'_>, root: &Path<'_>, judge: &mut Judge<'_>) {
    let (place, nil_place) = (root.key("elements"), root.key("nil"));
    let elements = match entry.get("elements") {
        None => Some(Object::default()),
        Some(elements) if elements.is_null() => Some(Object::default()),
        Some(elements) => type_mismatch::object(elements, &place, judge),
    };
    if let Some(nil) = entry.get("nil").filter(|nil| !nil.is_blank()) {
        if let Some(nil) = type_mismatch::object(nil, &nil_place, judge) {
            check_members(nil, envelope::nil_fields(), Members::Parts, None, &nil_place, judge);
            nil_with_elements::check(elements, &nil_place, judge);
            nil_unapproved::check(nil, &nil_place, judge);
        }
    } else if let Some(elements) = elements {
        let fields = &judge.item.item.fields;
        check_members(elements, fields, Members::Elements, None, &place, judge);
        elements_blank::check(elements.values().all(Node::is_blank), &place, judge);
        if judge.context.rules == RuleSet::All {
            notice_too_short::check(entry, elements, root, judge);
            expired_shown_valid::check(entry, elements, &place, judge);
            #[cfg(feature = "compile")]
            if let Some(laws) = judge.context.laws {
                super::law_repealed::check(elements, laws, &place, judge);
                super::law_unknown::check(elements, laws, &place, judge);
            }
        }
    }
}

fn check_channels(
    entry: &Properties<'_>,
    attribute: Option<DisclosureAttribute>,
    root: &Path<'_>,
    judge: &mut Judge<'_>,
) {
    let place = root.key("channels");
    let used = entry.get("channels").filter(|used| !used.is_blank());
    let used = used.and_then(|used| type_mismatch::array(used, &place, judge)).unwrap_or_default();
    for (index, channel) in used.iter().enumerate().filter(|(_, channel)| !channel.is_blank()) {
        let place = place.index(index);
        if let Some(channel) = type_mismatch::object(channel, &place, judge) {
            let fields = envelope::channel_fields();
            check_members(channel, fields, Members::Parts, Some(index), &place, judge);
            if judge.context.rules == RuleSet::All {
                check_channel(channel, entry, &place, judge);
            }
        }
    }
    if judge.context.rules != RuleSet::All {
        return;
    }
    match attribute {
        Some(DisclosureAttribute::Withheld) => withheld_published::check(used, &place, judge),
        Some(DisclosureAttribute::OnRequest) => {}
        Some(DisclosureAttribute::Proactive) | None => {
            channel_missing::check(used, &place, judge);
            channel_unused::check(used, &place, judge);
            first_channel_late::check(used, &place, judge);
        }
    }
}

fn check_channel(channel: Object<'_>, entry: &Properties<'_>, place: &Path<'_>, judge: &mut Judge<'_>) {
    let published_on = channel.get("published_on");
    let day = place.key("published_on");
    date_in_future::check(published_on, &day, judge);
    dates_out_of_order::check(entry.get("formed_on"), published_on, &day, judge);
    if let Some(name) = channel.get("channel").and_then(Node::as_str) {
        channel_unknown::check(name, &place.key("channel"), judge);
        audience_exceeded::check(name, &place.key("channel"), judge);
        let is_blank = |value: Option<Node<'_>>| value.is_none_or(Node::is_blank);
        if is_blank(published_on) {
            channel_undated::find(name, &day, judge);
        } else if is_blank(channel.get("proof")) {
            channel_unproven::find(name, &place.key("proof"), judge);
        }
    }
}
