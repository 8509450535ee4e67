//! Changes of one answer, all others equal: answered where it was unknown, or worse than it was.
//!
//! Numbers computed from the changed answer move with it; every other answer stays.

#![expect(clippy::disallowed_types, reason = "what is remembered is looked up by its key; no order is read")]

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use biodivine_lib_bdd::{Bdd, BddVariable};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind};
use nms_advisor::guideline::NMS;

use crate::classes::{Class, computed, parts};
use crate::prove::matters;
use crate::space::Space;
use crate::support::clinical::{NO_SIGN, NORMAL};
use crate::witness::{change_of_one, example, fewest_known, json};

/// A change of one answer.
pub(crate) struct Step {
    /// In words.
    pub(crate) name: String,
    /// The classes before, of the finding and of what is computed from it.
    pub(crate) from: Bdd,
    /// The classes after.
    pub(crate) to: Bdd,
    /// The axes that change.
    pub(crate) moving: Vec<usize>,
}

/// Answers before and after a change that break a claim.
pub(crate) struct Broken {
    finding: FindingIndex,
    from: Bdd,
    to: Bdd,
    others: Bdd,
}

impl Broken {
    /// Both as JSON.
    pub(crate) fn shown(&self, space: &Space) -> String {
        let [from, to] = [&self.from, &self.to].map(|side| side.and(&self.others));
        let pair = change_of_one(space, self.finding, &from, &to);
        pair.map_or_else(
            || {
                format!(
                    "no change of one answer was found for {} becomes {}",
                    example(space, &from),
                    example(space, &to)
                )
            },
            |[was, is]| format!("{} becomes {}", json(&was), json(&is)),
        )
    }
}

impl Step {
    fn new(space: &Space, index: FindingIndex, name: &str, from: &Bdd, to: &Bdd) -> Self {
        let [from, to] = [from, to].map(|side| side.and(&space.well_formed));
        Self { name: format!("{}{name}", NMS.finding_id(index)), from, to, moving: moving(space, index) }
    }

    /// The same with both sides narrowed.
    fn narrowed(&self, from: &Bdd, to: &Bdd) -> Self {
        Self { name: self.name.clone(), from: self.from.and(from), to: self.to.and(to), moving: self.moving.clone() }
    }

    /// Answers where a line holds, and does not hold once the change is made, all others equal.
    pub(crate) fn breaks(&self, space: &Space, line: &mut Watched) -> Option<Broken> {
        let bits: Vec<BddVariable> = self.moving.iter().flat_map(|place| space.bits(*place)).copied().collect();
        // a change that the line does not read leaves it where it was
        if line.kept && !bits.iter().any(|bit| line.reads.contains(bit)) {
            return None;
        }
        let was = line.was(&self.from, &bits).clone();
        if was.is_false() {
            return None;
        }
        let against = was.and(line.is_lost(&self.to, &bits));
        if against.is_false() {
            return None;
        }
        let (from, to) = (self.from.and(line.before), self.to.and_not(line.after));
        let others = fewest_known(space, &against, &self.moving);
        Some(Broken { finding: space.axes[self.moving[0]].finding, from, to, others })
    }
}

/// A line that is held against many steps: what several of them ask of it is worked out once.
pub(crate) struct Watched<'a> {
    before: &'a Bdd,
    after: &'a Bdd,
    /// Whether it holds afterwards wherever it held, while no answer changes.
    kept: bool,
    /// The variables that bear on it.
    reads: HashSet<BddVariable>,
    /// All other answers with which it held, and with which it is lost, by the classes of what moves.
    was: HashMap<(Bdd, Vec<BddVariable>), Bdd>,
    lost: HashMap<(Bdd, Vec<BddVariable>), Bdd>,
}

impl<'a> Watched<'a> {
    /// Where it held and where it must hold afterwards.
    pub(crate) fn new(before: &'a Bdd, after: &'a Bdd) -> Self {
        let kept = before.and_not(after).is_false();
        let reads = before.support_set().into_iter().chain(after.support_set()).collect();
        Self { before, after, kept, reads, was: HashMap::new(), lost: HashMap::new() }
    }

    fn was(&mut self, from: &Bdd, bits: &[BddVariable]) -> &Bdd {
        let known = self.was.entry((from.clone(), bits.to_vec()));
        known.or_insert_with(|| from.and(self.before).exists(bits))
    }

    fn is_lost(&mut self, to: &Bdd, bits: &[BddVariable]) -> &Bdd {
        let known = self.lost.entry((to.clone(), bits.to_vec()));
        known.or_insert_with(|| to.and_not(self.after).exists(bits))
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
    Step::new(space, index, "", &space.any(place, from), &space.any(place, to))
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

/// A number rises or falls within its class or to the next one.
///
/// What is computed from it moves along where that is worse too. Where it would be better, it stays in its class: a
/// pressure that falls from raised to shock also takes back the sign of a raised pressure, so that it is better in one
/// respect and worse in another.
pub(crate) fn shift(space: &Space, index: FindingIndex, up: bool, from: &Class) -> Vec<Step> {
    let place = space.place(index).unwrap();
    let classes = &space.axes[place].classes;
    let at = classes.iter().position(|class| class == from).unwrap();
    let next = if up { at + 1 } else { at - 1 };
    // class 0 is unknown
    let targets =
        [at, next].into_iter().filter(|to| classes.get(*to).is_some_and(|to| matches!(to, Class::Number(..))));
    let mut steps: Vec<Step> = targets
        .map(|to| {
            let name = if up { " rises" } else { " falls" };
            Step::new(space, index, name, &space.is(place, at), &space.is(place, to))
        })
        .collect();
    for number in computed() {
        let (a, b) = parts(number).unwrap();
        if (a != index && b != index) || !matters(number) {
            continue;
        }
        let mean = matches!(NMS.derivation(number).unwrap().derivation, Derivation::MeanPressure(..));
        // a ratio, a percentage and a difference rise with the first part and fall with the second; a mean rises with both
        let rises = (a == index || mean) == up;
        let order = match (rises, mean) {
            (true, false) => Ordering::Greater,
            // a low pressure is the worse one
            (false, true) => Ordering::Less,
            (true, true) | (false, false) => Ordering::Equal,
        };
        steps = steps.iter().flat_map(|step| moved(space, step, number, order)).collect();
    }
    steps.retain(|step| !step.from.is_false() && !step.to.is_false());
    steps
}

/// The step together with every move of a computed number within its class or in one direction. A computed number of which
/// only a bound is known does not move: what rises is a number, and the other part of what is computed from it is one too.
fn moved(space: &Space, step: &Step, number: FindingIndex, order: Ordering) -> Vec<Step> {
    let place = space.place(number).unwrap();
    let classes = &space.axes[place].classes;
    let count = classes.iter().filter(|class| !class.is_bound()).count();
    let pairs = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
    // class 0 is unknown: it stays so
    let fits = |(from, to): &(usize, usize)| from == to || (*from > 0 && *to > 0 && to.cmp(from) == order);
    pairs.filter(fits).map(|(from, to)| step.narrowed(&space.is(place, from), &space.is(place, to))).collect()
}

/// Every step by which a finding gets worse: yes where it was no or unknown, a higher option, a number further from its
/// normal value, and any answer where it was unknown.
pub(crate) fn worse(space: &Space, index: FindingIndex) -> Vec<Step> {
    let graded = matches!(NMS.finding(index).unwrap().kind, FindingKind::Choice(_) | FindingKind::Number(_));
    let given = graded.then(|| answered(space, index));
    known_to_worsen(space, index).into_iter().chain(given).collect()
}

/// The same for what was known already, and for a yes.
pub(crate) fn known_to_worsen(space: &Space, index: FindingIndex) -> Vec<Step> {
    let finding = NMS.finding(index).unwrap();
    match finding.kind {
        FindingKind::Boolean => vec![change(space, index, |class| *class != Class::Yes, |class| *class == Class::Yes)],
        FindingKind::Choice(options) => {
            let count = u8::try_from(options.len()).unwrap();
            let low = move |option: u8| options[usize::from(option)].spans.map_or(option, |(low, _)| low);
            let high = move |option: u8| options[usize::from(option)].spans.map_or(option, |(_, high)| high);
            let pairs = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
            // an option that leaves the degree open is worse only than what lies wholly below it
            let pairs = pairs.filter(|(from, to)| high(*from) <= low(*to));
            let to_higher = pairs.map(|(from, to)| {
                change(
                    space,
                    index,
                    move |class| *class == Class::Option(from),
                    move |class| *class == Class::Option(to),
                )
            });
            to_higher.collect()
        }
        FindingKind::Number(_) => further(space, index),
        FindingKind::Date | FindingKind::Agents | FindingKind::Rules => Vec::new(),
    }
}

fn further(space: &Space, index: FindingIndex) -> Vec<Step> {
    let classes = &space.axes[space.place(index).unwrap()].classes;
    let normal = normal(space, index);
    let at = classes.iter().position(|class| *class == normal).unwrap();
    let known = classes.iter().enumerate().skip(1).filter(|(_, class)| !class.is_bound());
    let sides = known.flat_map(|(class, from)| {
        let up = if class >= at { shift(space, index, true, from) } else { Vec::new() };
        let down = if class <= at { shift(space, index, false, from) } else { Vec::new() };
        up.into_iter().chain(down)
    });
    sides.collect()
}

/// The class of the normal value of a number.
fn normal(space: &Space, index: FindingIndex) -> Class {
    let id = NMS.finding_id(index);
    let value = NORMAL.iter().find(|(normal, _)| *normal == id);
    let (_, value) =
        value.unwrap_or_else(|| panic!("`{id}` bears on the grade; tests/support/clinical.rs must say what is normal"));
    class_at(space, index, Decimal::literal(*value))
}

/// From the normal answer to unknown: no, the first option, or the normal number beside a usual value like it.
/// `None` where no answer is normal.
pub(crate) fn forgotten(space: &Space, index: FindingIndex) -> Option<Step> {
    let id = NMS.finding_id(index);
    let normal = match NMS.finding(index)?.kind {
        FindingKind::Boolean if !NO_SIGN.contains(&id) => Class::No,
        FindingKind::Choice(_) if ["rigidity", "mentalStatus"].contains(&id) => Class::Option(0),
        FindingKind::Number(_) if NORMAL.iter().any(|(normal, _)| *normal == id) => normal(space, index),
        _ => return None,
    };
    let step = change(space, index, |class| *class == normal, |class| *class == Class::Unknown);
    let like = computed().filter_map(|number| Some((number, beside_its_like(number, index)?)));
    Some(like.fold(step, |step, (number, like)| {
        let normal = class_at(space, number, like);
        let usual = |class: &Class| *class == Class::Unknown || *class == normal;
        step.narrowed(&space.any(space.place(number).unwrap(), usual), &space.everything())
    }))
}

/// The computed number where its part `index` is normal and the other part is like it.
fn beside_its_like(number: FindingIndex, index: FindingIndex) -> Option<Decimal> {
    let (a, b) = parts(number)?;
    if a != index && b != index {
        return None;
    }
    let normal = |index| NORMAL.iter().find(|(id, _)| *id == NMS.finding_id(index)).map(|(_, value)| *value);
    match NMS.derivation(number)?.derivation {
        Derivation::Ratio(..) => Some(Decimal::literal(1.0)),
        Derivation::PercentAbove(..) => Some(Decimal::ZERO),
        // the patient's own usual value is like the value itself
        Derivation::Difference(..) => {
            Some(Decimal::literal(normal(b).map_or(0.0, |usual| normal(a).unwrap_or(usual) - usual)))
        }
        Derivation::MeanPressure(..) => Some(Decimal::literal(f64::midpoint(normal(b)?, normal(a)?))),
        _ => None,
    }
}
