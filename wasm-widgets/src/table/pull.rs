//! What the pointer does to the grid: it selects, opens, sorts, and begins to pull.

use super::selection::Place;
use super::state::State;
use super::view::Hit;

/// What is pulled: a selection, or the corner that fills, with the rows that it repeats.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Pulled {
    Selection,
    Filling { first: usize, last: usize },
}

impl State {
    /// The pointer went down; what is pulled from here on.
    pub(super) fn press(&mut self, hit: &Hit, extend: bool) -> Option<Pulled> {
        if let Hit::Choice(choice) = hit {
            if let Some(typing) = &mut self.typing {
                (typing.text, typing.suggestion) = (choice.clone(), None);
            }
            self.commit_typing();
            self.after.focus = true;
            return None;
        }
        if *hit == Hit::Handle {
            let rows = self.range().rows;
            return Some(Pulled::Filling { first: rows.0, last: rows.1 });
        }
        self.commit_typing();
        self.after.focus = true;
        self.notice = None;
        match hit {
            Hit::Cell(place) if extend => self.to = *place,
            Hit::Cell(place) => self.select(*place),
            Hit::Row(place) => {
                if !extend {
                    self.select(*place);
                }
                self.to = Place { row: place.row, column: self.visible.len().saturating_sub(1) };
            }
            Hit::Opener(place) => {
                self.select(*place);
                self.begin_typing(self.text_at(*place), true);
                return None;
            }
            Hit::Heading(heading) => {
                self.sort(*heading);
                self.heading = Some(*heading);
                return None;
            }
            Hit::Handle | Hit::Choice(_) => {}
        }
        Some(Pulled::Selection)
    }
}
