//! What was changed, so that it can be taken back and made again.

use std::rc::Rc;

use serde_json::Value;

/// The smallest change. A step of the editor is made of several.
pub(super) enum Edit {
    /// A row says something else.
    Set { row: u32, before: Rc<Value>, after: Rc<Value> },
    /// A row came in at this place.
    Insert { at: usize, row: u32 },
    /// The row at this place was taken out.
    Remove { at: usize, row: u32 },
}

/// Most steps that are kept.
const MAX_STEPS: usize = 200;

/// The steps.
#[derive(Default)]
pub(super) struct History {
    done: Vec<Rc<Vec<Edit>>>,
    undone: Vec<Rc<Vec<Edit>>>,
}

impl History {
    pub fn push(&mut self, step: Vec<Edit>) {
        if step.is_empty() {
            return;
        }
        if self.done.len() == MAX_STEPS {
            self.done.remove(0);
        }
        self.done.push(Rc::new(step));
        self.undone.clear();
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The step to take back.
    pub fn undo(&mut self) -> Option<Rc<Vec<Edit>>> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to make again.
    pub fn redo(&mut self) -> Option<Rc<Vec<Edit>>> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }
}
