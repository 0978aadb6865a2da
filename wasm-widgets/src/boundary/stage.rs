//! Places to draw in, used by one element after the other.
//!
//! Yew leaves its listeners on the root of an application for good, and with them the root and all that belongs to it.
//! So roots are kept, and as many exist as elements were ever on the page at once.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use web_sys::Element;
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

use super::hooks::Hooks;
use super::mount::Widget;

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
    fn new() -> Self {
        Line(Rc::new(RefCell::new(Talk::Waiting(Vec::new()))))
    }

    /// The component is there.
    pub fn open(&self, scope: &Scope<C>) {
        if let Talk::Waiting(messages) = self.0.replace(Talk::Open(scope.clone())) {
            scope.send_message_batch(messages);
        }
    }

    /// Tells the component something.
    pub fn send(&self, message: C::Message) {
        match &mut *self.0.borrow_mut() {
            Talk::Waiting(messages) => messages.push(message),
            Talk::Open(scope) => scope.send_message(message),
            Talk::Closed => {}
        }
    }

    /// Asks the component, when it is there.
    pub fn ask<T>(&self, question: impl FnOnce(&C) -> Option<T>) -> Option<T> {
        let Talk::Open(scope) = &*self.0.borrow() else {
            return None;
        };
        question(&*scope.get_component()?)
    }
}

/// What is drawn in a root: a widget, or nothing.
struct Stage<W>(PhantomData<W>);

#[derive(Properties)]
struct StageProps<W: Widget> {
    /// Number, element and line of what is drawn now.
    act: Option<(u32, Hooks, Line<W>)>,
}

// Each change is meant.
impl<W: Widget> PartialEq for StageProps<W> {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl<W: Widget> Component for Stage<W> {
    type Message = ();
    type Properties = StageProps<W>;

    fn create(_: &Context<Self>) -> Self {
        Stage(PhantomData)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some((number, hooks, line)) = &ctx.props().act else {
            return Html::default();
        };
        let props = W::props(hooks.clone(), line.clone());
        VComp::new::<W>(Rc::new(props), Some(Key::from(*number))).into()
    }
}

thread_local! {
    /// The places that are free.
    static FREE: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// A root with an application in it, and the element that is drawn there.
pub(super) struct Place<W: Widget> {
    pub root: Element,
    pub line: Line<W>,
    app: AppHandle<Stage<W>>,
    /// How many elements have been drawn here.
    acts: u32,
}

impl<W: Widget> Place<W> {
    /// Draws an element in a free place, or in the new root when there is none.
    pub fn take(root: Element, hooks: Hooks) -> Self {
        let free = FREE.with_borrow_mut(|free| {
            let found = free.iter().rposition(|place| place.is::<Self>())?;
            free.swap_remove(found).downcast::<Self>().ok()
        });
        let mut place = match free {
            Some(place) => *place,
            None => Place {
                root: root.clone(),
                line: Line::new(),
                app: yew::Renderer::<Stage<W>>::with_root_and_props(root, StageProps { act: None }).render(),
                acts: 0,
            },
        };
        place.line = Line::new();
        place.acts = place.acts.wrapping_add(1);
        place.app.update(StageProps { act: Some((place.acts, hooks, place.line.clone())) });
        place
    }

    /// Takes the element down; the place is free again.
    pub fn free(mut self) {
        self.line.0.replace(Talk::Closed);
        self.app.update(StageProps { act: None });
        FREE.with_borrow_mut(|free| free.push(Box::new(self)));
    }
}
