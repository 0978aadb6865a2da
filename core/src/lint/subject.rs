//! One guideline under the lint, with what it compiles to.

use jiff::civil::Date;

use super::{Options, Place};
use crate::compile::{CompileError, compile};
use crate::guideline::{Guideline, Row};
use crate::ids_lock::IdsLock;
use crate::laws::Laws;
use crate::lexicon::Lexicon;
use crate::pack::{Item, Pack};

/// One guideline under the lint.
pub(super) struct Subject<'a> {
    pub guideline: &'a Guideline,
    pub lexicon: &'a Lexicon,
    /// What it compiles to, or why it does not.
    pub compiled: Result<Pack, Vec<CompileError>>,
    pub lock: Option<&'a IdsLock>,
    pub laws: Option<&'a Laws>,
    pub today: Date,
}

/// One row with the item that it compiles to.
#[derive(Clone, Copy)]
pub(super) struct RowRef<'a> {
    index: usize,
    pack: &'a Guideline,
    pub row: &'a Row,
    pub item: Option<&'a Item>,
}

impl<'a> Subject<'a> {
    pub fn new(guideline: &'a Guideline, lexicon: &'a Lexicon, options: &Options<'a>) -> Self {
        Subject {
            guideline,
            lexicon,
            compiled: compile(guideline, lexicon).map_err(|errors| errors.0),
            lock: options.lock,
            laws: options.laws,
            today: options.today,
        }
    }

    /// Id of the pack.
    pub fn id(&self) -> String {
        id(self.guideline)
    }

    pub fn place(&self) -> Place {
        Place { pack: Some(self.id()), ..Place::default() }
    }

    /// The rows; items of a guideline that compiles stand in the same order.
    pub fn rows(&self) -> impl Iterator<Item = RowRef<'_>> {
        let items = self.compiled.as_ref().map(|pack| pack.items.as_slice()).unwrap_or_default();
        self.guideline.items.iter().enumerate().map(|(index, row)| RowRef {
            index,
            pack: self.guideline,
            row,
            item: items.get(index),
        })
    }
}

fn id(guideline: &Guideline) -> String {
    format!("{}-{}", guideline.code, guideline.slug)
}

impl RowRef<'_> {
    /// Name of the item; the category where the table prints none.
    pub fn name(&self) -> &str {
        self.row.name.as_deref().unwrap_or(&self.row.category)
    }

    pub fn place(&self) -> Place {
        Place {
            pack: Some(id(self.pack)),
            row: Some(self.index + 1),
            item: self.item.map(|item| item.id.clone()).or_else(|| self.row.id.clone()),
            name: Some(self.name().to_owned()),
            ..Place::default()
        }
    }

    pub fn element(&self, name: &str) -> Place {
        Place { element: Some(name.to_owned()), ..self.place() }
    }
}
