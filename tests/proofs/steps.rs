//! Changes of one answer, all others equal: answered where it was unknown, or worse than it was.
//!
//! Numbers computed from the changed answer move with it; every other answer stays.

use biodivine_lib_bdd::{Bdd, BddVariable};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::guideline::NMS;

use crate::space::{Class, Space, computed, parts};

/// A change of one answer.
pub(crate) struct Step {
    /// In words.
    pub(crate) name: String,
    /// The classes before, of the finding and of what is computed from it.
    pub(crate) from: Bdd,
    /// The classes after.
    pub(crate) to: Bdd,
    /// The axes that change.
    moving: Vec<usize>,
}

impl Step {
    /// The variables that change.
    pub(crate) fn bits(&self, space: &Space) -> Vec<BddVariable> {
        self.moving.iter().flat_map(|place| space.bits(*place)).copied().collect()
    }
}

/// The finding and the numbers computed from it.
fn moving(space: &Space, index: FindingIndex) -> Vec<usize> {
    let of = computed().filter(|number| parts(*number).is_some_and(|(a, b)| a == index || b == index));
    std::iter::once(index).chain(of).filter_map(|index| space.place(index)).collect()
}

/// The finding changes from one set of classes to another; what is computed from it may come out at anything.
pub(crate) fn change(
    space: &Space,
    index: FindingIndex,
    from: impl Fn(&Class) -> bool,
    to: impl Fn(&Class) -> bool,
) -> Step {
    let place = space.place(index).unwrap();
    Step {
        name: NMS.finding_id(index).to_string(),
        from: space.any(place, from),
        to: space.any(place, to),
        moving: moving(space, index),
    }
}

/// The finding was unknown and is answered.
pub(crate) fn answered(space: &Space, index: FindingIndex) -> Step {
    change(space, index, |class| *class == Class::Unknown, |class| *class != Class::Unknown)
}

/// The class of a number.
pub(crate) fn class_at(space: &Space, index: FindingIndex, value: Decimal) -> Class {
    let classes = &space.axes[space.place(index).unwrap()].classes;
    let holds = |class: &&Class| matches!(class, Class::Number(low, high) if *low <= value && value <= *high);
    *classes.iter().find(holds).unwrap()
}

/// A number rises or falls within its class or to the next one, and what is computed from it moves accordingly.
pub(crate) fn shift(space: &Space, index: FindingIndex, up: bool, from: &Class) -> Vec<Step> {
    let place = space.place(index).unwrap();
    let classes = &space.axes[place].classes;
    let at = classes.iter().position(|class| class == from).unwrap();
    let next = if up { at + 1 } else { at - 1 };
    // class 0 is unknown
    let targets = [at, next].into_iter().filter(|to| *to >= 1 && *to < classes.len());
    let mut steps: Vec<Step> = targets
        .map(|to| Step {
            name: format!("{} {}", NMS.finding_id(index), if up { "rises" } else { "falls" }),
            from: space.is(place, at),
            to: space.is(place, to),
            moving: moving(space, index),
        })
        .collect();
    for number in computed() {
        let (a, b) = parts(number).unwrap();
        if a != index && b != index {
            continue;
        }
        // a ratio, a percentage and a difference rise with the first part and fall with the second
        let rises = (a == index) == up;
        steps = steps.iter().flat_map(|step| moved(space, step, number, rises)).collect();
    }
    steps
}

/// The step together with every move of a computed number in one direction.
fn moved(space: &Space, step: &Step, number: FindingIndex, rises: bool) -> Vec<Step> {
    let place = space.place(number).unwrap();
    let count = space.axes[place].classes.len();
    let mut steps = Vec::new();
    for from in 0..count {
        for to in 0..count {
            let unknown = from == 0 || to == 0;
            let fits = if unknown {
                from == to
            } else if rises {
                from <= to
            } else {
                from >= to
            };
            if fits {
                steps.push(Step {
                    name: step.name.clone(),
                    from: step.from.and(&space.is(place, from)),
                    to: step.to.and(&space.is(place, to)),
                    moving: step.moving.clone(),
                });
            }
        }
    }
    steps
}
