//! Applies the rules to an entry, in the order of the form.

use super::{
    channel_missing, date_in_future, dates_out_of_order, elements_blank, item_mismatch, limits,
    nil_with_elements, notice_too_short, region_invalid, type_mismatch,
};
use crate::check::Judge;
use crate::entry::FORMAT;
use crate::envelope;
use crate::field::{Members, check_known, check_members, find_unknown};
use crate::node::{Node, Object};
use crate::path::Path;

pub(crate) fn check_entry(entry: Node<'_>, judge: &mut Judge<'_>) {
    let root = Path::ROOT;
    let Some(entry) = type_mismatch::object(entry, &root, judge) else {
        return;
    };
    let (pack, item) = (judge.item.pack, judge.item.item);
    item_mismatch::check(entry.get("format"), FORMAT, &root.key("format"), judge);
    item_mismatch::check(entry.get("pack"), &pack.id, &root.key("pack"), judge);
    item_mismatch::check(entry.get("item"), &item.id, &root.key("item"), judge);

    check_envelope(entry, &root, judge);
    check_nil_or_elements(entry, &root, judge);
    check_channels(entry, &root, judge);
    limits::check(entry, &root, judge);
}

/// Title, dates and the rest of what stands around the elements.
fn check_envelope(entry: Object<'_>, root: &Path<'_>, judge: &mut Judge<'_>) {
    let fields = envelope::fields();
    check_known(entry, fields, Members::Parts, None, root, judge);
    let is_known = |key: &str| envelope::NOT_FIELDS.contains(&key) || key.starts_with("x-");
    find_unknown(entry, fields, Members::Parts, is_known, root, judge);

    let place = root.key("region");
    if let Some(region) = entry.get("region").filter(|region| !region.is_blank())
        && let Some(text) = type_mismatch::string(region, &place, judge)
    {
        region_invalid::check(text, &place, judge);
    }
    let (formed, changed) = (entry.get("formed_on"), entry.get("changed_on"));
    date_in_future::check(formed, &root.key("formed_on"), judge);
    date_in_future::check(changed, &root.key("changed_on"), judge);
    dates_out_of_order::check(formed, changed, &root.key("changed_on"), judge);
}

fn check_nil_or_elements(entry: Object<'_>, root: &Path<'_>, judge: &mut Judge<'_>) {
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
        }
    } else if let Some(elements) = elements {
        let fields = &judge.item.item.fields;
        check_members(elements, fields, Members::Elements, None, &place, judge);
        notice_too_short::check(entry, elements, &place, judge);
        elements_blank::check(elements.values().all(Node::is_blank), &place, judge);
    }
}

fn check_channels(entry: Object<'_>, root: &Path<'_>, judge: &mut Judge<'_>) {
    let place = root.key("channels");
    let used = entry.get("channels").filter(|used| !used.is_blank());
    if let Some(used) = used
        && let Some(used) = type_mismatch::array(used, &place, judge)
    {
        for (index, channel) in used.iter().enumerate() {
            let place = place.index(index);
            if channel.is_blank() {
                continue;
            }
            if let Some(channel) = type_mismatch::object(channel, &place, judge) {
                let fields = envelope::channel_fields();
                check_members(channel, fields, Members::Parts, Some(index), &place, judge);
                date_in_future::check(channel.get("published_on"), &place.key("published_on"), judge);
            }
        }
    }
    channel_missing::check(used, &place, judge);
}
