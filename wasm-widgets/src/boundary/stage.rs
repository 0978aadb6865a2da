//! Places to draw in, used by one element after the other.
//!
//! Yew leaves its listeners on the root of an application for good, and with them the root and all that belongs to it.
//! So roots are kept, and as many exist as elements were ever on the page at once.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

use super::hooks::Hooks;

/// A component that is drawn for an element.
pub(crate) trait Drawn: Component {
    /// Its properties: what it asks of the element, and the line to open when it is there.
    fn props(hooks: Hooks, line: Line<Self>) -> Self::Properties;
}

/// The line between an element and the component that is drawn for it.
pub(crate) struct Line<C: Component>(Rc<RefCell<Talk<C>>>);

enum Talk<C: Component> {
    /// The component is not there yet; this is what it has been told.
    Waiting(Vec<C::Message>),
    Open(Scope<C>),
    Closed,
}

impl<C: Component> Clone for Line<C> {
    fn clone(&self) -> Self {
        Line(self.0.clone())
    }
}

impl<C: Component> PartialEq for Line<C> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<C: Component> Line<C> {
    /// The component is there.
    pub fn open(&self, scope: &Scope<C>) {
        if let Talk::Waiting(messages) = self.0.replace(Talk::Open(scope.clone())) {
            scope.send_message_batch(messages);
        }
    }

    fn send(&self, message: C::Message) {
        match &mut *self.0.borrow_mut() {
            Talk::Waiting(messages) => messages.push(message),
            Talk::Open(scope) => scope.send_message(message),
            Talk::Closed => {}
        }
    }
}

struct Stage<C>(std::marker::PhantomData<C>);

#[derive(Properties)]
struct StageProps<C: Drawn> {
    /// Number, element and line of what is drawn now.
    act: Option<(u32, Hooks, Line<C>)>,
}

// Each change is meant.
impl<C: Drawn> PartialEq for StageProps<C> {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl<C: Drawn> Component for Stage<C> {
    type Message = ();
    type Properties = StageProps<C>;

    fn create(_: &Context<Self>) -> Self {
        Stage(std::marker::PhantomData)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some((number, hooks, line)) = &ctx.props().act else {
            return Html::default();
        };
        let props = C::props(hooks.clone(), line.clone());
        VComp::new::<C>(Rc::new(props), Some(Key::from(*number))).into()
    }
}

/// A root with the application in it.
struct Place<C: Drawn> {
    root: Element,
    app: AppHandle<Stage<C>>,
    /// How many elements have been drawn here.
    acts: u32,
}

/// The places of one kind of element that are free.
pub(super) struct Places<C: Drawn>(RefCell<Vec<Place<C>>>);

/// An element that is being drawn.
pub(super) struct Mounted<C: Drawn> {
    place: Place<C>,
    line: Line<C>,
}

impl<C: Drawn> Places<C> {
    pub const fn new() -> Self {
        Places(RefCell::new(Vec::new()))
    }

    /// Draws an element in a free place, or in the new root when there is none.
    pub fn mount(&self, new_root: Element, hooks: Hooks) -> Mounted<C> {
        let line = Line(Rc::new(RefCell::new(Talk::Waiting(Vec::new()))));
        let free = self.0.borrow_mut().pop();
        let mut place = free.unwrap_or_else(|| Place {
            root: new_root.clone(),
            app: yew::Renderer::<Stage<C>>::with_root_and_props(new_root, StageProps { act: None }).render(),
            acts: 0,
        });
        place.acts = place.acts.wrapping_add(1);
        place.app.update(StageProps { act: Some((place.acts, hooks, line.clone())) });
        Mounted { place, line }
    }

    /// Takes the element down; its place is free again.
    pub fn free(&self, mounted: Mounted<C>) {
        let Mounted { mut place, line } = mounted;
        line.0.replace(Talk::Closed);
        place.app.update(StageProps { act: None });
        self.0.borrow_mut().push(place);
    }
}

impl<C: Drawn> Mounted<C> {
    pub fn root(&self) -> Element {
        self.place.root.clone()
    }

    pub fn send(&self, message: C::Message) {
        self.line.send(message);
    }

    /// Asks the component, when it is there.
    pub fn ask<T>(&self, question: impl FnOnce(&C) -> Option<T>) -> Option<T> {
        let Talk::Open(scope) = &*self.line.0.borrow() else {
            return None;
        };
        question(&*scope.get_component()?)
    }
}
