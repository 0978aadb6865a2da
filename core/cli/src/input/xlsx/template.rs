//! The hidden sheet of a template: for which item and edition it was made.

use std::collections::BTreeMap;

use calamine::Reader;
use gongkai_core::ItemRef;
use gongkai_core::template::{FORMAT, SHEET};

use super::{Book, rows};
use crate::input::{InputError, InputFault};

/// What a template says of itself.
#[derive(Debug)]
pub(super) struct Mark {
    pack: String,
    item: String,
    pub(super) edition: String,
}

impl Mark {
    /// Reads the hidden sheet, where there is one.
    pub(super) fn of(book: &mut Book) -> Result<Option<Self>, InputError> {
        if !book.sheet_names().iter().any(|name| name == SHEET) {
            return Ok(None);
        }
        let said: BTreeMap<String, String> = rows(book, SHEET)?
            .into_values()
            .filter_map(|mut cells| Some((cells.remove(&0)?, cells.remove(&1)?)))
            .collect();
        let get = |name: &str| said.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
        let format = get("format");
        if format != FORMAT {
            return Err(InputFault::TemplateUnknown { found: format, expected: FORMAT }.into());
        }
        Ok(Some(Mark { pack: get("pack"), item: get("item"), edition: get("edition") }))
    }

    /// The item that it was made for.
    pub(super) fn item(&self) -> Result<ItemRef<'static>, InputError> {
        let item = crate::pack(&self.pack).and_then(|pack| pack.item(&self.item));
        item.ok_or_else(|| InputFault::TemplateItemUnknown(self.address()).into())
    }

    /// Whether it was made for this item.
    pub(super) fn is_of(&self, item: ItemRef<'_>) -> bool {
        self.pack == item.pack.id && self.item == item.id
    }

    /// The address of its item.
    pub(super) fn address(&self) -> String {
        format!("{}/{}", self.pack, self.item)
    }
}
