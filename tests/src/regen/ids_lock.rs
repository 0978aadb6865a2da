//! `ids.lock`: which id names which item and which key names which element, for good.

use gongkai_core::ids_lock::IdsLock;

use super::{Mode, Output};

/// What the ids and keys name now, in the order of the tables.
#[must_use]
pub fn current() -> IdsLock {
    IdsLock::of(gongkai::packs())
}

/// What the ids and keys named when they were locked.
#[must_use]
pub fn locked() -> &'static IdsLock {
    gongkai::ids_lock()
}

pub(super) fn generate(mode: Mode) -> Result<Output, String> {
    let current = current();
    let broken = locked().broken_by(&current);
    if !broken.is_empty() && mode != (Mode::Write { accept_id_changes: true }) {
        let broken: Vec<String> = broken.iter().map(ToString::to_string).collect();
        return Err(format!(
            "{} locked ids or keys would change; before they are released, `cargo run -p gongkai-tests --bin regen -- --accept-id-changes` allows it:\n{}",
            broken.len(),
            broken.join("\n")
        ));
    }
    Ok(Output::file("guideline-schemas/ids.lock", current.write()))
}
