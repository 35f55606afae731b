//! The paths of what can be marked and of the zones, as text. Made once per drawing, because a finger that moves the map
//! has it drawn again with every step.
use crate::atlas::{Drawing, Ink};
use std::rc::Rc;
use yew::AttrValue;

/// The paths of one drawing.
#[derive(Default)]
pub struct Paths {
    of: Option<Rc<Drawing>>,
    all: Vec<(Ink, AttrValue)>,
}

impl Paths {
    /// Makes the paths, unless they are of this drawing already.
    pub fn follow(&mut self, drawing: Option<&Rc<Drawing>>) {
        let same = match (&self.of, drawing) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        if same {
            return;
        }
        self.of = drawing.cloned();
        self.all.clear();
        for shape in drawing.into_iter().flat_map(|d| &d.shapes) {
            let (Ink::Region(_) | Ink::Zone(..)) = shape.ink else { continue };
            let path = shape.form.path();
            match self.all.iter_mut().find(|(ink, _)| *ink == shape.ink) {
                Some((_, d)) => *d = AttrValue::from([d.as_str(), &path].concat()),
                None => self.all.push((shape.ink, AttrValue::from(path))),
            }
        }
    }

    /// The path of that; empty when it is not drawn.
    pub fn get(&self, ink: Ink) -> AttrValue {
        self.all.iter().find(|(of, _)| *of == ink).map_or(AttrValue::Static(""), |(_, d)| d.clone())
    }
}
