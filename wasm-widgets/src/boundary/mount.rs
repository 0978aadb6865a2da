//! Mounting an element, and what its class passes on.

use wasm_bindgen::prelude::*;
use yew::Component;

use super::hooks::{Hooks, JsHooks};
use super::stage::{Line, Place};

/// What the class behind an element passes on.
pub(crate) enum Told {
    /// An attribute of this name has changed.
    Attribute(String),
    /// A property was set, as JSON.
    Property(String, String),
    /// Back to the default value.
    Reset,
    /// Show all issues and move to the first one.
    ShowIssues,
    /// A method was called, with its arguments as a JSON array.
    Call(String, String),
}

/// A component that stands behind a custom element.
pub(crate) trait Widget: Component {
    /// Its properties: what it asks of the element, and the line that it opens when it is there.
    fn props(hooks: Hooks, line: Line<Self>) -> Self::Properties;

    /// The message for what the class passes on; `None` when the element does not care.
    fn told(told: Told) -> Option<Self::Message>;

    /// The current value of a property as JSON.
    fn property(&self, _name: &str) -> Option<String> {
        None
    }
}

/// A mounted element, whichever it is.
trait Mounted {
    fn root(&self) -> web_sys::Element;
    fn tell(&self, told: Told);
    fn property(&self, name: &str) -> Option<String>;
    fn destroy(self: Box<Self>);
}

impl<W: Widget> Mounted for Place<W> {
    fn root(&self) -> web_sys::Element {
        self.root.clone()
    }

    fn tell(&self, told: Told) {
        if let Some(message) = W::told(told) {
            self.line.send(message);
        }
    }

    fn property(&self, name: &str) -> Option<String> {
        self.line.ask(|widget| widget.property(name))
    }

    fn destroy(self: Box<Self>) {
        self.free();
    }
}

/// Draws a widget and keeps it up to date until it is destroyed; `root` is used when no other is free.
pub(crate) fn mount<W: Widget>(root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    Handle(Box::new(Place::<W>::take(root, Hooks { host, js })))
}

/// A mounted element.
#[wasm_bindgen]
pub struct Handle(Box<dyn Mounted>);

#[wasm_bindgen]
impl Handle {
    /// What the element is drawn in.
    pub fn root(&self) -> web_sys::Element {
        self.0.root()
    }

    /// An attribute of the element has changed.
    pub fn attribute_changed(&self, name: String) {
        self.0.tell(Told::Attribute(name));
    }

    /// The current value of a property as JSON.
    pub fn property(&self, name: &str) -> Option<String> {
        self.0.property(name)
    }

    /// Sets a property from JSON.
    pub fn set_property(&self, name: String, json: String) {
        self.0.tell(Told::Property(name, json));
    }

    /// Back to the default value.
    pub fn reset(&self) {
        self.0.tell(Told::Reset);
    }

    /// Shows all issues and moves to the first one.
    pub fn show_issues(&self) {
        self.0.tell(Told::ShowIssues);
    }

    /// Calls a method with its arguments as a JSON array.
    pub fn call(&self, name: String, arguments: String) {
        self.0.tell(Told::Call(name, arguments));
    }

    /// Takes the element down.
    pub fn destroy(self) {
        self.0.destroy();
    }
}
