//! What the editor does, and what becomes of it.

use super::app::{Message, Table};
use super::command::Command;
use super::exchange::Preview;
use super::page;
use super::pull::Pulled;
use super::selection::Place;
use super::state::After;
use super::words;
use crate::boundary::Hooks;

impl Table {
    /// What the editor does.
    pub(super) fn act(&mut self, hooks: &Hooks, message: Message) {
        let root = hooks.host().shadow_root();
        let control = root.as_ref().and_then(page::Control::of);
        let mut caret_to_end = false;
        let pulled = &mut self.pulled;
        if let Some(state) = self.shared.borrow_mut().as_mut() {
            match message {
                Message::Run(Command::NewLine) => {
                    if let Some(control) = &control {
                        control.new_line();
                        state.type_text(control.value());
                    }
                }
                Message::Run(command) => {
                    caret_to_end = command == Command::Edit;
                    state.run(command);
                }
                Message::Typed => {
                    if let Some(control) = &control
                        && (state.typing.is_some() || control.value() != state.text_at(state.active))
                    {
                        state.type_text(control.value());
                    }
                }
                Message::Composing if state.typing.is_none() => {
                    // Unfinished pinyin is not data yet: the cell says what it said.
                    state.begin_typing(state.text_at(state.active), false);
                }
                Message::Paste(text) => state.paste(&text),
                Message::Pressed(hit, extend) => *pulled = state.press(&hit, extend).or(*pulled),
                Message::Dragged(place) if pulled.is_some() && state.typing.is_none() => {
                    let is_row = state.range().width() == state.visible.len() && place.column == 0;
                    state.to.row = place.row.min(state.row_count().saturating_sub(1));
                    if *pulled == Some(Pulled::Selection) && !is_row {
                        state.to.column = place.column;
                    }
                }
                // The row with the focus was drawn elsewhere, and has it again.
                Message::Left if root.as_ref().is_some_and(page::has_focus) => {}
                Message::Left => {
                    state.commit_typing();
                    state.leaving = false;
                    // Whoever submits the form leaves the grid first: nothing may be outstanding then.
                    while state.grid.judge(usize::MAX) {}
                }
                Message::ShowIssues => {
                    state.begun = None;
                    while state.grid.judge(usize::MAX) {}
                    if let Some(place) = state.problems().first() {
                        state.go_to(*place);
                    }
                }
                Message::OnlyWrong => {
                    state.commit_typing();
                    state.begun = None;
                    while state.grid.judge(usize::MAX) {}
                    state.only_wrong = !state.only_wrong;
                    state.arrange();
                    state.select(Place::default());
                }
                Message::FileRead(name, is_read, text) => {
                    state.notice = None;
                    state.preview = Some(if is_read {
                        Preview::of(state, name, &text)
                    } else {
                        Preview::failed(name, text)
                    });
                }
                Message::RemoveGone(removes) => {
                    state.preview.iter_mut().for_each(|preview| preview.removes_gone = removes);
                }
                Message::TakeFile => {
                    if let Some(preview) = state.preview.take() {
                        state.take_file(preview);
                    }
                }
                Message::DropFile => state.preview = None,
                Message::NotSaved(reason) => state.notice = Some(words::unreadable(&reason, state.grid.lang)),
                Message::Column(column, is_shown) => state.show_column(column, is_shown),
                Message::Repair(row, path, value) => {
                    let edit = state.repair(row, vec![(path, value)]);
                    state.make(edit.into_iter().collect());
                    state.after = After { focus: true, reveal: true };
                }
                _ => {}
            }
        }
        if caret_to_end && let Some(control) = control {
            control.caret_to_end();
        }
    }
}
