//! Mounting an element, and what its class passes on.

use wasm_bindgen::prelude::*;

use super::hooks::{Hooks, JsHooks};
use super::stage::{Drawn, Line, Mounted, Places};
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
pub struct Handle(Kind);

enum Kind {
    Form(Mounted<Form>),
    Nav(Mounted<Nav>),
}

thread_local! {
    static FORMS: Places<Form> = const { Places::new() };
    static NAVS: Places<Nav> = const { Places::new() };
}

impl Drawn for Form {
    fn props(hooks: Hooks, line: Line<Self>) -> FormProps {
        FormProps { hooks, line }
    }
}

impl Drawn for Nav {
    fn props(hooks: Hooks, line: Line<Self>) -> NavProps {
        NavProps { hooks, line }
    }
}

/// Draws an element and keeps it up to date until it is destroyed; `root` is used when no other is free.
#[wasm_bindgen]
pub fn mount(tag: &str, root: web_sys::Element, host: web_sys::Element, js: JsHooks) -> Handle {
    let hooks = Hooks { host, js };
    Handle(match tag {
        "gongkai-form" => Kind::Form(FORMS.with(|places| places.mount(root, hooks))),
        _ => Kind::Nav(NAVS.with(|places| places.mount(root, hooks))),
    })
}

#[wasm_bindgen]
impl Handle {
    /// What the element is drawn in.
    pub fn root(&self) -> web_sys::Element {
        match &self.0 {
            Kind::Form(form) => form.root(),
            Kind::Nav(nav) => nav.root(),
        }
    }

    /// An attribute of the element has changed.
    pub fn attribute_changed(&self, name: &str) {
        match &self.0 {
            Kind::Form(form) => form.send(FormMessage::Attribute(name.to_owned())),
            Kind::Nav(nav) => nav.send(NavMessage::Attribute),
        }
    }

    /// The current value of a property as JSON.
    pub fn property(&self, name: &str) -> Option<String> {
        match &self.0 {
            Kind::Form(form) => form.ask(|form| form.property(name)),
            Kind::Nav(_) => None,
        }
    }

    /// Sets a property from JSON.
    pub fn set_property(&self, name: &str, json: &str) {
        self.tell(|| FormMessage::Property(name.to_owned(), json.to_owned()));
    }

    /// A method was called, or something in the page concerns the element; the arguments are a JSON array.
    pub fn call(&self, name: &str, arguments: &str) {
        self.tell(|| FormMessage::Call(name.to_owned(), arguments.to_owned()));
    }

    /// Back to the default value.
    pub fn reset(&self) {
        self.tell(|| FormMessage::Reset);
    }

    /// Shows all issues and moves to the first one.
    pub fn show_issues(&self) {
        self.tell(|| FormMessage::ShowIssues);
    }

    /// Takes the element down.
    pub fn destroy(self) {
        match self.0 {
            Kind::Form(form) => FORMS.with(|places| places.free(form)),
            Kind::Nav(nav) => NAVS.with(|places| places.free(nav)),
        }
    }

    fn tell(&self, message: impl FnOnce() -> FormMessage) {
        if let Kind::Form(form) = &self.0 {
            form.send(message());
        }
    }
}
