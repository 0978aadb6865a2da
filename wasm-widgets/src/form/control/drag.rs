//! A handle that moves a row with mouse, pen or finger; the buttons beside it do the same for the keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

/// What a row looks like where the dragged one would come to lie.
const TARGET: &str = "target";

/// The handle of a row. `on_drop` is given the index that the row is to have.
pub(super) fn handle(index: usize, on_drop: Callback<usize>) -> Html {
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if event.button() == 0 {
            // Text is not to be marked on the way.
            event.prevent_default();
            let _ = event.target_unchecked_into::<Element>().set_pointer_capture(event.pointer_id());
        }
    });
    let onpointermove = Callback::from(move |event: PointerEvent| {
        let grip: Element = event.target_unchecked_into();
        if grip.has_pointer_capture(event.pointer_id()) {
            mark(&grip, target(&grip, index, event.client_y()).filter(|to| *to != index));
        }
    });
    let onpointerup = Callback::from(move |event: PointerEvent| {
        let grip: Element = event.target_unchecked_into();
        if grip.has_pointer_capture(event.pointer_id()) {
            mark(&grip, None);
            if let Some(to) = target(&grip, index, event.client_y()).filter(|to| *to != index) {
                on_drop.emit(to);
            }
        }
    });
    let onpointercancel =
        Callback::from(|event: PointerEvent| mark(&event.target_unchecked_into::<Element>(), None));
    html! {
        <span class="grip" aria-hidden="true" {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}></span>
    }
}

/// The rows around the handle, in their order.
fn rows(grip: &Element) -> Vec<Element> {
    let around = grip.closest(".rows").ok().flatten();
    let children = around.map(|around| around.children());
    let each =
        children.iter().flat_map(|children| (0..children.length()).filter_map(|index| children.item(index)));
    each.filter(|child| child.class_list().contains("row")).collect()
}

/// The index of the row for this height: that of the first other row whose middle lies below it.
fn target(grip: &Element, index: usize, y: i32) -> Option<usize> {
    let rows = rows(grip);
    let others = rows.iter().enumerate().filter(|(other, _)| *other != index);
    let above = others.filter(|(_, row)| {
        let place = row.get_bounding_client_rect();
        place.top() + place.height() / 2.0 < f64::from(y)
    });
    (!rows.is_empty()).then(|| above.count())
}

fn mark(grip: &Element, target: Option<usize>) {
    for (index, row) in rows(grip).iter().enumerate() {
        let _ = row.unchecked_ref::<Element>().class_list().toggle_with_force(TARGET, Some(index) == target);
    }
}
