//! Files that the host takes in for the documents of an entry.

use web_sys::HtmlInputElement;

use super::app::Form;
use super::row_edit::RowEdit;
use super::words;
use crate::boundary::Hooks;

/// A file on its way, or one that did not arrive.
#[derive(Clone, PartialEq)]
pub(super) struct Upload {
    pub id: u32,
    /// The document that it belongs to.
    pub path: String,
    pub name: String,
    /// How much of it has arrived, where the host tells.
    pub percent: Option<u32>,
    /// Why it did not arrive.
    pub failure: Option<String>,
}

impl Form {
    /// The editor chose a file for a document.
    pub(super) fn upload(&mut self, hooks: &Hooks, path: String, input: &HtmlInputElement) -> bool {
        self.last_upload += 1;
        let id = self.last_upload;
        let Some(name) = hooks.upload(id, &path, input) else {
            return false;
        };
        // Another file for the same document takes the place of one that failed.
        self.uploads.retain(|upload| upload.path != path || upload.failure.is_none());
        self.say(words::uploading(&name, self.lang));
        self.uploads.push(Upload { id, path, name, percent: None, failure: None });
        true
    }

    /// Another try with the same file.
    pub(super) fn upload_again(&mut self, hooks: &Hooks, id: u32) -> bool {
        let Some(upload) = self.uploads.iter_mut().find(|upload| upload.id == id) else {
            return false;
        };
        (upload.percent, upload.failure) = (None, None);
        let name = upload.name.clone();
        self.say(words::uploading(&name, self.lang));
        hooks.upload_again(id);
        true
    }

    pub(super) fn upload_progressed(&mut self, id: u32, percent: u32) -> bool {
        let upload = self.uploads.iter_mut().find(|upload| upload.id == id);
        upload.is_some_and(|upload| {
            upload.percent = Some(percent);
            true
        })
    }

    pub(super) fn upload_failed(&mut self, id: u32, reason: &str) -> bool {
        let Some(upload) = self.uploads.iter_mut().find(|upload| upload.id == id) else {
            return false;
        };
        let reason = if reason.is_empty() { words::upload_unanswered(self.lang) } else { reason };
        upload.failure = Some(reason.to_owned());
        let words = words::upload_failed(&upload.name, reason, self.lang);
        self.say(words);
        true
    }

    /// The file has arrived: its address goes into the document, and a title where there is none.
    pub(super) fn upload_done(&mut self, hooks: &Hooks, id: u32, link: &str, title: Option<&str>) -> bool {
        let Some(place) = self.uploads.iter().position(|upload| upload.id == id) else {
            return false;
        };
        let upload = self.uploads.remove(place);
        let stem = upload.name.rsplit_once('.').map_or(upload.name.as_str(), |(stem, _)| stem);
        self.edit(hooks, |state| state.attach(&upload.path, link, title.unwrap_or(stem)));
        self.say(words::uploaded(&upload.name, self.lang));
        self.focus = Some(format!("{}/link", upload.path));
        true
    }

    /// Rows were changed: files go along with theirs, or are forgotten with it.
    pub(super) fn rows_edited(&mut self, hooks: &Hooks, edit: &RowEdit) {
        self.uploads.retain_mut(|upload| {
            let place = edit.place_after(&upload.path);
            if place.is_none() {
                hooks.forget_upload(upload.id);
            }
            place.map(|place| upload.path = place).is_some()
        });
    }
}

/// The files of one field.
pub(super) fn of_field(uploads: &[Upload], path: &str) -> Vec<Upload> {
    let is_own = |upload: &&Upload| row(&upload.path).is_some_and(|(field, _)| field == path);
    uploads.iter().filter(is_own).cloned().collect()
}

/// The field and the number of a row.
fn row(path: &str) -> Option<(&str, usize)> {
    let (field, index) = path.rsplit_once('/')?;
    Some((field, index.parse().ok()?))
}
