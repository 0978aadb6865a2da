//! Mounting an element, and what its class passes on.

use wasm_bindgen::prelude::*;
use yew::AppHandle;

use super::hooks::{Hooks, JsHooks};
use crate::form::{Form, FormMessage, FormProps};
use crate::nav::{Nav, NavMessage, NavProps};
use crate::spec::{ClassSpec, class};

const CLASSES: &[ClassSpec] = &[class!(crate::form::ELEMENT), class!(crate::nav::ELEMENT)];

/// What the classes behind the elements need to know, as JSON.
#[wasm_bindgen]
pub fn specs() -> String {
    let classes: Vec<String> = CLASSES.iter().map(ClassSpec::to_json).collect();
    format!("[{}]", classes.join(","))
}

/// The style sheet of an element.
#[wasm_bindgen]
pub fn style(tag: &str) -> String {
    let own = match tag {
        "gongkai-form" => include_str!("../form/style.css"),
        _ => include_str!("../nav/style.css"),
    };
    format!("{}{own}", include_str!("../base.css"))
}

/// A mounted element.
#[wasm_bindgen]
pub struct Handle(Mounted);

enum Mounted {
    Form(AppHandle<Form>),
    Nav(AppHandle<Nav>),
}

/// Draws an element into `root` and keeps it up to date until it is destroyed.
#[wasm_bindgen]
pub fn mount(tag: &str, root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    let hooks = Hooks { host, js };
    Handle(match tag {
        "gongkai-form" => {
            Mounted::Form(yew::Renderer::<Form>::with_root_and_props(root, FormProps { hooks }).render())
        }
        _ => Mounted::Nav(yew::Renderer::<Nav>::with_root_and_props(root, NavProps { hooks }).render()),
    })
}

#[wasm_bindgen]
impl Handle {
    /// An attribute of the element has changed.
    pub fn attribute_changed(&self, name: &str) {
        match &self.0 {
            Mounted::Form(app) => app.send_message(FormMessage::Attribute(name.to_owned())),
            Mounted::Nav(app) => app.send_message(NavMessage::Attribute),
        }
    }

    /// The current value of a property as JSON.
    pub fn property(&self, name: &str) -> Option<String> {
        match &self.0 {
            Mounted::Form(app) => app.get_component().and_then(|form| form.property(name)),
            Mounted::Nav(app) => app.get_component().and_then(|nav| nav.property(name)),
        }
    }

    /// Sets a property from JSON.
    pub fn set_property(&self, name: &str, json: &str) {
        match &self.0 {
            Mounted::Form(app) => {
                app.send_message(FormMessage::Property(name.to_owned(), json.to_owned()));
            }
            Mounted::Nav(app) => app.send_message(NavMessage::Property(name.to_owned(), json.to_owned())),
        }
    }

    /// Back to the default value.
    pub fn reset(&self) {
        if let Mounted::Form(app) = &self.0 {
            app.send_message(FormMessage::Reset);
        }
    }

    /// Shows all issues and moves to the first one.
    pub fn show_issues(&self) {
        if let Mounted::Form(app) = &self.0 {
            app.send_message(FormMessage::ShowIssues);
        }
    }

    /// Takes the element down.
    pub fn destroy(self) {
        match self.0 {
            Mounted::Form(app) => app.destroy(),
            Mounted::Nav(app) => app.destroy(),
        }
    }
}
