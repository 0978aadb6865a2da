//! Where the grid meets the page: what has the focus, how tall what is not drawn is, how far it is scrolled.
//!
//! Policies of content security refuse styles in markup, so that sizes are set here.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ShadowRoot};

use super::state::{After, State};
use gongkai_core::Kind;
use gongkai_core::template::Column;

/// The id of the control in the active cell.
pub(super) const CONTROL: &str = "control";
/// Rows drawn beyond those on the screen, above and below.
const MARGIN_ROWS: usize = 12;

/// The rows to draw, in stretches of which each end is left out.
pub(super) fn stretches(state: &State) -> Vec<(usize, usize)> {
    let (first, count) = state.window;
    let rows = state.row_count();
    let (start, end) = (first.saturating_sub(MARGIN_ROWS), (first + count + MARGIN_ROWS).min(rows));
    let active = state.active.row;
    // The active row is always there: what has the focus must not go.
    let is_outside = active < rows && !(start..end).contains(&active);
    match is_outside {
        true if active < start => vec![(active, active + 1), (start, end)],
        true => vec![(start, end), (active, active + 1)],
        false => vec![(start.min(end), end)],
    }
}

/// The rows that are not drawn: how many before each stretch, and behind the last one.
pub(super) fn gaps(stretches: &[(usize, usize)], rows: usize) -> Vec<usize> {
    let mut at = 0;
    let mut gaps = Vec::new();
    for (start, end) in stretches {
        gaps.push(start - at);
        at = *end;
    }
    gaps.push(rows.saturating_sub(at));
    gaps
}

/// Whether so much was scrolled that other rows have to be drawn.
pub(super) fn needs_other_rows(before: (usize, usize), now: (usize, usize)) -> bool {
    before.1 != now.1 || before.0.abs_diff(now.0) >= MARGIN_ROWS / 2 || now.0 == 0 && before.0 != 0
}

/// The first row on the screen and how many fit.
pub(super) fn window(root: &ShadowRoot, row_px: f64) -> Option<(usize, usize)> {
    let scroller = root.query_selector(".scroller").ok()??;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both are small and not negative"
    )]
    let rows = |px: i32| (f64::from(px) / row_px).floor().max(0.0) as usize;
    Some((rows(scroller.scroll_top()), rows(scroller.client_height()) + 2))
}

/// Sets what the policy of the page does not let markup set. The answer: rows are taller or lower than was thought.
pub(super) fn fit(root: &ShadowRoot, state: &State) -> Option<f64> {
    let row_px = root
        .query_selector(".body > .row")
        .ok()
        .flatten()
        .map(|row| row.get_bounding_client_rect().height())
        .filter(|height| *height > 1.0);
    let row_px = row_px.unwrap_or(state.row_px);
    let gaps = gaps(&stretches(state), state.row_count());
    let found = root.query_selector_all(".gap").ok()?;
    for (index, rows) in (0..).zip(gaps) {
        if let Some(gap) = found.get(index).and_then(|gap| gap.dyn_into::<HtmlElement>().ok()) {
            #[expect(clippy::cast_precision_loss, reason = "there are not that many rows")]
            let height = format!("{}px", rows as f64 * row_px);
            let _ = gap.style().set_property("height", &height);
        }
    }
    if let Some(grid) = root.get_element_by_id("grid").and_then(|grid| grid.dyn_into::<HtmlElement>().ok()) {
        let mut widths = String::from("var(--_number)");
        for (at, column) in state.visible.iter().enumerate() {
            let own = width(&state.grid.columns[*column]);
            // The first one stays when the others scroll: on phones it takes less room.
            let parts = if at == 0 { [" var(--_first,", own, ")"] } else { [" ", own, ""] };
            widths.extend(parts);
        }
        let _ = grid.style().set_property("--_columns", &widths);
    }
    ((row_px - state.row_px).abs() > 0.1).then_some(row_px)
}

/// How wide a column is, by what stands in it.
fn width(column: &Column) -> &'static str {
    match &column.kind {
        Kind::LongText { .. } | Kind::Table { .. } | Kind::List { .. } => "var(--_long)",
        Kind::Date | Kind::Boolean | Kind::Number { .. } => "var(--_least)",
        Kind::Choice { .. } | Kind::Phone => "var(--_short)",
        _ => "var(--_usual)",
    }
}

/// Whether something in the grid has the focus.
pub(super) fn has_focus(root: &ShadowRoot) -> bool {
    let focused = root.active_element().and_then(|focused| focused.closest("#grid").ok().flatten());
    focused.is_some()
}

/// Moves focus and scroll position to where the editor is.
pub(super) fn arrive(root: &ShadowRoot, state: &State, after: After) {
    if after.reveal {
        reveal(root, state);
    }
    let focused = match state.heading {
        Some(heading) => root.get_element_by_id(&format!("h{heading}")),
        None => root.get_element_by_id(CONTROL),
    };
    let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    if after.focus && root.active_element().as_ref() != Some(element.as_ref()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
    show_text(root, state);
}

/// The control holds what the cell says, all of it selected, until the editor types: what is typed then takes its place,
/// for input methods too.
fn show_text(root: &ShadowRoot, state: &State) {
    let Some(control) = Control::of(root) else { return };
    let is_focused = root.active_element().is_some_and(|focused| focused.id() == CONTROL);
    let text = match &state.typing {
        Some(typing) if typing.in_text => typing.text.clone(),
        // What is being typed is in the control already.
        Some(_) => return,
        None => state.text_at(state.active),
    };
    if control.value() != text {
        control.set_value(&text);
    }
    if is_focused && state.typing.is_none() {
        control.select();
    }
}

/// The control in the active cell.
pub(super) enum Control {
    Line(HtmlInputElement),
    Area(HtmlTextAreaElement),
}

impl Control {
    pub fn of(root: &ShadowRoot) -> Option<Self> {
        Self::from(root.get_element_by_id(CONTROL)?)
    }

    fn from(element: Element) -> Option<Self> {
        match element.dyn_into::<HtmlInputElement>() {
            Ok(input) => Some(Control::Line(input)),
            Err(element) => element.dyn_into().ok().map(Control::Area),
        }
    }

    pub fn value(&self) -> String {
        match self {
            Control::Line(input) => input.value(),
            Control::Area(area) => area.value(),
        }
    }

    fn set_value(&self, text: &str) {
        match self {
            Control::Line(input) => input.set_value(text),
            Control::Area(area) => area.set_value(text),
        }
    }

    fn select(&self) {
        match self {
            Control::Line(input) => input.select(),
            Control::Area(area) => area.select(),
        }
    }

    /// Puts the caret behind the text.
    pub fn caret_to_end(&self) {
        let end = u32::try_from(self.value().encode_utf16().count()).ok();
        let _ = match self {
            Control::Line(input) => {
                input.set_selection_start(end).and_then(|()| input.set_selection_end(end))
            }
            Control::Area(area) => area.set_selection_start(end).and_then(|()| area.set_selection_end(end)),
        };
    }

    /// Puts a new line where the caret is.
    pub fn new_line(&self) {
        if let Control::Area(area) = self {
            let _ = area.set_range_text("\n");
            let caret = area.selection_start().ok().flatten().map(|at| at + 1);
            let _ = area.set_selection_start(caret).and_then(|()| area.set_selection_end(caret));
        }
    }
}

/// Scrolls as little as possible so that the end of the selection is on the screen.
fn reveal(root: &ShadowRoot, state: &State) {
    let Some(scroller) = root.query_selector(".scroller").ok().flatten() else { return };
    let height = |selector: &str| {
        let found = root.query_selector(selector).ok().flatten();
        found.map_or(0.0, |element| element.get_bounding_client_rect().height())
    };
    let head = height(".head");
    #[expect(clippy::cast_precision_loss, reason = "there are not that many rows")]
    let top = state.to.row as f64 * state.row_px;
    let room = f64::from(scroller.client_height()) - head;
    let at = f64::from(scroller.scroll_top());
    #[expect(clippy::cast_possible_truncation, reason = "whole pixels")]
    let scroll_to = |px: f64| scroller.set_scroll_top(px.ceil() as i32);
    if state.heading.is_none() {
        if top < at {
            scroll_to(top.floor());
        } else if top + state.row_px > at + room {
            scroll_to(top + state.row_px - room + 1.0);
        }
    }
    // Sideways every heading is drawn, and the first ones stay.
    let column = state.heading.unwrap_or(state.to.column);
    let Some(heading) = root.get_element_by_id(&format!("h{column}")) else { return };
    if column == 0 {
        return scroller.set_scroll_left(0);
    }
    let (own, around) = (heading.get_bounding_client_rect(), scroller.get_bounding_client_rect());
    let right = |selector: &str| {
        let found = root.query_selector(selector).ok().flatten();
        found.map_or(around.left(), |element| element.get_bounding_client_rect().right())
    };
    let left_edge = right("#h0");
    let move_by = if own.left() < left_edge {
        own.left() - left_edge
    } else if own.right() > around.left() + f64::from(scroller.client_width()) {
        (own.right() - around.left() - f64::from(scroller.client_width())).min(own.left() - left_edge)
    } else {
        return;
    };
    #[expect(clippy::cast_possible_truncation, reason = "whole pixels")]
    scroller.set_scroll_left(scroller.scroll_left() + move_by.round() as i32);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_drawn_is_as_tall_as_its_rows() {
        assert_eq!(gaps(&[(0, 10)], 100), [0, 90]);
        assert_eq!(gaps(&[(3, 4), (50, 60)], 100), [3, 46, 40]);
        assert_eq!(gaps(&[(50, 60), (99, 100)], 100), [50, 39, 0]);
    }
}
