//! The one place where state changes: takes an action, asks `update`, lets the effects happen, and tells the
//! root to draw again. Lives as long as the widget; components hold it by reference.
use super::effects::Effects;
use super::event::Event;
use crate::app::{Action, Moment, Program, State, step};
use crate::ports::Ports;
use crate::session::cue::ahead;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

type Listener = Rc<dyn Fn()>;
type Host = Rc<dyn Fn(Event)>;

struct Inner {
    state: RefCell<Rc<State>>,
    ports: Ports,
    effects: Effects,
    queue: RefCell<VecDeque<Rc<Action>>>,
    held: RefCell<Vec<Rc<Action>>>,
    busy: Cell<bool>,
    redraw: RefCell<Option<Listener>>,
    touched: Cell<bool>,
    host: Host,
}

/// A handle to one widget's state.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

/// A handle that does not keep the widget alive.
pub struct WeakStore(Weak<Inner>);

impl WeakStore {
    /// The store, if it is still there.
    pub fn get(&self) -> Option<Store> {
        self.0.upgrade().map(Store)
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// A store over a fresh state. `key` is the namespace of what is kept; `host` hears the events.
    pub fn new(state: State, ports: Ports, key: &str, host: Host) -> Self {
        let effects = Effects::new(key);
        let store = Store(Rc::new(Inner {
            state: RefCell::new(Rc::new(state)),
            ports,
            effects,
            queue: RefCell::default(),
            held: RefCell::default(),
            busy: Cell::new(false),
            redraw: RefCell::default(),
            touched: Cell::new(false),
            host,
        }));
        if store.whole() {
            store.0.effects.load(&store);
        }
        store
    }

    /// Whether the whole program is here.
    pub fn whole(&self) -> bool {
        self.state().program == Program::Whole
    }

    /// The other half of the program has come: what was kept is read, and what waited happens.
    pub fn complete(&self) {
        if self.whole() {
            return;
        }
        self.dispatch(Action::Come(Program::Whole));
        self.0.effects.load(self);
        for action in self.0.held.take() {
            self.again(action);
        }
    }

    /// A handle that does not keep the widget alive.
    pub fn weak(&self) -> WeakStore {
        WeakStore(Rc::downgrade(&self.0))
    }

    /// The state now.
    pub fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// What the widget needs of the world.
    pub fn ports(&self) -> &Ports {
        &self.0.ports
    }

    /// The moment, for actions that carry one. Its day is that of the session's end when that is past: a massage that
    /// ran out before midnight belongs to the day it was done on, also when the page wakes up after.
    pub fn moment(&self) -> Moment {
        let clock = &self.0.ports.clock;
        let now = clock.now();
        let state = self.state();
        let end = state.session.as_ref().filter(|_| state.finished.is_none());
        let end = end.and_then(|s| s.ended().or_else(|| ahead(s).last().map(|cue| cue.at))).filter(|end| *end < now);
        Moment { now, day: clock.day(end.unwrap_or(now)), random: clock.random() }
    }

    /// Said before what a person does is dispatched, so that the focus can follow them.
    pub fn touch(&self) {
        self.0.touched.set(true);
        if !self.state().touched {
            self.dispatch(Action::Touch);
        }
    }

    /// Whether a person did something since the last drawing.
    pub fn touched(&self) -> bool {
        self.0.touched.take()
    }

    /// The day may have changed while the page stayed open.
    fn follow_the_day(&self) {
        let state = self.state();
        if !self.whole() {
            return;
        }
        let now = self.0.ports.clock.now();
        if !state.today.as_str().is_empty() && self.0.ports.clock.day(now) != state.today && state.live().is_none() {
            self.0.queue.borrow_mut().push_back(Rc::new(Action::Wake(self.moment())));
        }
    }

    /// Lets something happen. What follows from it may dispatch again; that waits its turn. What needs the half of the
    /// program that is still to come waits for that.
    pub fn dispatch(&self, action: Action) {
        self.again(Rc::new(action));
    }

    /// The same with one that may happen more than once, as a button's.
    pub fn again(&self, action: Rc<Action>) {
        if !action.is_early() && !self.whole() {
            self.0.held.borrow_mut().push(action);
            return self.dispatch(Action::Come(Program::Awaited));
        }
        self.0.queue.borrow_mut().push_back(action);
        if self.0.busy.replace(true) {
            return;
        }
        self.follow_the_day();
        loop {
            let Some(action) = self.0.queue.borrow_mut().pop_front() else { break };
            let before = self.state();
            let after = Rc::new(step(&before, &action));
            *self.0.state.borrow_mut() = after.clone();
            self.0.effects.run(&before, &after, self);
        }
        self.0.busy.set(false);
        let redraw = self.0.redraw.borrow().clone();
        if let Some(redraw) = redraw {
            redraw();
        }
    }

    /// Tells the host.
    pub fn tell(&self, event: Event) {
        (self.0.host)(event);
    }

    /// Who is to be called when the state has changed; none when nobody looks any more.
    pub fn on_change(&self, redraw: Option<Listener>) {
        *self.0.redraw.borrow_mut() = redraw;
    }

    /// Lets go of timers, sounds and the screen, when the widget goes away.
    pub fn release(&self) {
        self.on_change(None);
        self.0.effects.release(&self.0.ports);
    }
}
