//! Ids and keys against the lock: none vanishes, none names something else, none is forgotten.

use super::report::{Findings, LintCode, Place};
use super::subject::Subject;
use crate::ids_lock::IdsLock;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let (Some(lock), Ok(pack)) = (subject.lock, &subject.compiled) else {
        return;
    };
    let locked = lock.of_pack(&pack.id);
    // A pack of which nothing is locked has not been released.
    if locked.lines.is_empty() {
        return;
    }
    let now = IdsLock::of([pack]);
    for change in locked.broken_by(&now) {
        let place = place(subject, &change.id);
        let params = [("id", change.id.as_str()), ("locked", change.locked.as_str())];
        match &change.now {
            None => findings.add(LintCode::IdVanished, place, &params),
            Some(now) => findings.add(LintCode::IdRenamed, place, &[params[0], params[1], ("now", now)]),
        }
    }
    let known = locked.by_id();
    for (id, _) in now.lines.iter().filter(|(id, _)| !known.contains_key(id.as_str())) {
        findings.add(LintCode::IdUnlocked, place(subject, id), &[("id", id)]);
    }
}

/// The row that an address (`pack/item` or `pack/item/key`) lies in, as far as it still exists.
fn place(subject: &Subject<'_>, address: &str) -> Place {
    let mut parts = address.split('/').skip(1);
    let (item, key) = (parts.next().unwrap_or_default(), parts.next());
    let Some(row) = subject.rows().find(|row| row.item.is_some_and(|found| found.id == item)) else {
        return Place { item: Some(item.to_owned()), ..subject.place() };
    };
    let field = row.item.and_then(|found| found.fields.iter().find(|field| Some(&*field.key) == key));
    match field {
        Some(field) => row.element(&field.name),
        None => row.place(),
    }
}
