//! Undo and redo: each step keeps what stood in the parts of the entry that it changed.

use gongkai_core::blank::is_blank;
use serde_json::Value;

use super::{differences, pointer};

/// Typing in one place is one step until the place is left or nothing was typed for this long.
const PAUSE_MS: u64 = 2000;
/// How many steps can be taken back.
const MOST_STEPS: usize = 200;

/// What can be undone and redone.
#[derive(Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Where the change that is under way was made, and when.
    place: String,
    at_ms: u64,
    /// Whether the change belongs to the last step.
    is_open: bool,
}

/// What stood in the parts that one step changed; after it was undone, what it had put there.
struct Step {
    place: String,
    parts: Vec<(String, Option<Value>)>,
}

impl History {
    /// A change at a place begins. Typing on in the same place continues the last step.
    pub fn begin(&mut self, place: &str, now_ms: u64) {
        self.is_open &= self.place == place && now_ms.saturating_sub(self.at_ms) < PAUSE_MS;
        place.clone_into(&mut self.place);
        self.at_ms = now_ms;
    }

    /// Whatever comes next is a step of its own.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// What comes next belongs to the last step.
    pub fn go_on(&mut self) {
        self.is_open = !self.done.is_empty();
    }

    /// Keeps what stands in the entry, before something at this path or below it is changed.
    pub fn keep(&mut self, entry: &Value, path: &str) {
        self.undone.clear();
        if !self.is_open {
            if self.done.len() == MOST_STEPS {
                self.done.remove(0);
            }
            self.done.push(Step { place: self.place.clone(), parts: Vec::new() });
            self.is_open = true;
        }
        let part = differences::part_of(path);
        if let Some(step) = self.done.last_mut()
            && !step.parts.iter().any(|(known, _)| known == part)
        {
            step.parts.push((part.to_owned(), entry.pointer(part).cloned()));
        }
    }

    /// Takes the last step back, or takes the last one that was taken back again; tells where it was made and which
    /// parts it changed. `None` when there is none.
    pub fn travel(&mut self, entry: &mut Value, is_back: bool) -> Option<(String, Vec<String>)> {
        self.close();
        loop {
            let mut step = if is_back { self.done.pop() } else { self.undone.pop() }?;
            let mut changed = Vec::new();
            for (part, kept) in &mut step.parts {
                let now = entry.pointer(part).cloned();
                if !is_same(now.as_ref(), kept.as_ref()) {
                    changed.push(part.clone());
                }
                match kept.take() {
                    Some(value) => pointer::set(entry, part, value),
                    None => pointer::remove(entry, part),
                }
                *kept = now;
            }
            let place = step.place.clone();
            if is_back {
                self.undone.push(step)
            } else {
                self.done.push(step)
            }
            // A letter that was typed and removed again leaves a step without anything to see.
            if !changed.is_empty() {
                return Some((place, changed));
            }
        }
    }
}

fn is_same(one: Option<&Value>, other: Option<&Value>) -> bool {
    one == other
        || (one.is_none_or(is_blank) && other.is_none_or(is_blank) && !is_rows(one) && !is_rows(other))
}

/// Rows can be seen even when they are blank.
fn is_rows(value: Option<&Value>) -> bool {
    value.is_some_and(Value::is_array)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn typed(history: &mut History, entry: &mut Value, path: &str, value: Value, now_ms: u64) {
        history.begin(path, now_ms);
        history.keep(entry, path);
        pointer::set(entry, path, value);
    }

    #[test]
    fn typing_is_one_step_until_it_pauses_or_the_place_is_left() {
        let mut history = History::default();
        let mut entry = json!({});
        typed(&mut history, &mut entry, "/title", json!("甲"), 0);
        typed(&mut history, &mut entry, "/title", json!("甲乙"), 100);
        typed(&mut history, &mut entry, "/title", json!("甲乙丙"), 100 + PAUSE_MS);
        history.close();
        typed(&mut history, &mut entry, "/title", json!("丁"), 101 + PAUSE_MS);
        for expected in [json!("甲乙丙"), json!("甲乙"), Value::Null] {
            assert!(history.travel(&mut entry, true).is_some());
            assert_eq!(pointer::get(&entry, "/title"), &expected);
        }
        assert_eq!(entry, json!({}));
        assert_eq!(history.travel(&mut entry, true), None);
        for expected in ["甲乙", "甲乙丙", "丁"] {
            assert!(history.travel(&mut entry, false).is_some());
            assert_eq!(pointer::get(&entry, "/title"), &json!(expected));
        }
        assert_eq!(history.travel(&mut entry, false), None);
    }

    #[test]
    fn a_new_change_ends_what_could_be_redone() {
        let mut history = History::default();
        let mut entry = json!({});
        typed(&mut history, &mut entry, "/elements/a/0/x", json!("1"), 0);
        let undone = history.travel(&mut entry, true);
        assert_eq!(undone, Some(("/elements/a/0/x".to_owned(), vec!["/elements/a".to_owned()])));
        typed(&mut history, &mut entry, "/title", json!("2"), 0);
        assert_eq!(history.travel(&mut entry, false), None);
    }

    #[test]
    fn steps_without_anything_to_see_are_passed_over() {
        let mut history = History::default();
        let mut entry = json!({});
        typed(&mut history, &mut entry, "/title", json!("1"), 0);
        typed(&mut history, &mut entry, "/reason", json!("2"), 0);
        typed(&mut history, &mut entry, "/reason", json!(""), 0);
        assert_eq!(history.travel(&mut entry, true).map(|(place, _)| place), Some("/title".to_owned()));
    }
}
