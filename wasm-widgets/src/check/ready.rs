//! What the element shows while it is at work: which issues, and the notes beside the fields that have some.

use std::rc::Rc;

use gongkai_core::Severity;
use gongkai_core::text::{Lang, part_name};

use super::desk::{Desk, Look};
use super::fields::Home;
use super::listen::Ears;
use super::note::Note;
use super::panel::Line;
use super::place::{Holds, Place};
use super::write;
use crate::boundary::Hooks;
use crate::form::shown::Shown;
use crate::text;

/// What is there while the element is at work.
pub(super) struct Ready {
    pub desk: Rc<Desk>,
    pub ears: Ears,
    pub notes: Vec<Note>,
    /// How many notes there have been, so that each has an id of its own.
    count: u32,
    pub shown: Vec<Line>,
    pub absent: Vec<Line>,
    /// Whether the editor may send the form as it is.
    pub is_asked: bool,
}

impl Ready {
    pub fn new(desk: Rc<Desk>, ears: Ears) -> Self {
        Ready {
            desk,
            ears,
            notes: Vec::new(),
            count: 0,
            shown: Vec::new(),
            absent: Vec::new(),
            is_asked: false,
        }
    }

    /// Takes what the check found, as far as it is to be shown, and puts notes beside the fields.
    pub fn draw(&mut self, look: &Look, hooks: &Hooks, lang: Lang) {
        self.shown.clear();
        self.absent.clear();
        let borrows_title = self.desk.borrows_title(&look.fields);
        for issue in &look.report.issues {
            if borrows_title && issue.path == "/title" {
                continue;
            }
            let home = look.fields.home(&issue.path);
            let bound = match home {
                Home::Field(field) => look.fields.bound.get(field),
                _ => None,
            };
            let is_shown = match bound {
                Some(bound) => self.desk.shows(&bound.place.pointer),
                None => self.desk.shows_all.get(),
            };
            if !is_shown {
                continue;
            }
            let line = Line {
                field: bound.map(|bound| bound.place.pointer.clone()),
                anchor: bound.map(|bound| bound.control.element().id()).unwrap_or_default(),
                name: issue.element.clone().or_else(|| bound.map(|bound| name(&bound.place, lang))),
                is_private: write::is_privacy(issue),
                repair: bound.and_then(|bound| write::offered(issue, bound)),
                shown: Shown::new(issue, lang),
            };
            if home == Home::Nowhere { &mut self.absent } else { &mut self.shown }.push(line);
        }
        self.absent.retain(|line| line.shown.blocks);
        let place = |line: &Line| {
            let field = line.field.as_ref()?;
            look.fields.bound.iter().position(|bound| bound.place.pointer == *field)
        };
        // In the order of the page.
        self.shown.sort_by_key(|line| place(line).unwrap_or(usize::MAX));
        self.place_notes(look, hooks, lang);
    }

    fn place_notes(&mut self, look: &Look, hooks: &Hooks, lang: Lang) {
        let shown = &self.shown;
        let lines =
            |pointer: &str| shown.iter().filter(move |line| line.field.as_deref() == Some(pointer)).count();
        self.notes.retain(|note| note.is_there() && lines(&note.pointer) > 0);
        let Some(model) = hooks.host().shadow_root() else { return };
        let tag = match lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        };
        for bound in &look.fields.bound {
            let pointer = &bound.place.pointer;
            if lines(pointer) == 0 {
                continue;
            }
            if !self.notes.iter().any(|note| note.pointer == *pointer) {
                self.count += 1;
                // Two elements can stand on one page.
                let id = format!("gongkai-note-{}-{}", self.desk.number(), self.count);
                self.notes.extend(Note::beside(bound, &id, tag, &model));
            }
            let errors = |line: &&Line| line.field.as_deref() == Some(pointer.as_str());
            let is_wrong = shown.iter().filter(errors).any(|line| line.shown.severity == Severity::Error);
            if let Some(note) = self.notes.iter_mut().find(|note| note.pointer == *pointer) {
                note.describe(&bound.control, is_wrong);
            }
        }
    }
}

/// What a reader calls a place.
fn name(place: &Place, lang: Lang) -> String {
    match place.holds {
        Holds::Channels => text::channels(lang),
        _ => part_name(&place.name, lang),
    }
    .to_owned()
}
