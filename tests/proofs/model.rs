//! The rule set as decision diagrams: for every condition the inputs that meet it and those that rule it out.
//!
//! Built from the tables alone, by the same three-valued logic as the engine; `conformance.rs` compares the two.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::{Derivation, Suspicion};
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::engine::rule::Grade;
use nms_advisor::engine::source::Basis;
use nms_advisor::guideline::NMS;

use crate::classes::{Class, sought};
use crate::space::Space;
use crate::verdicts::Verdict;

/// A condition: where it is met and where it is not; unknown everywhere else.
#[derive(Clone, PartialEq)]
pub(crate) struct Both {
    /// The inputs that meet it.
    pub(crate) met: Bdd,
    /// The inputs that rule it out.
    pub(crate) not: Bdd,
}

impl Both {
    fn known(met: Bdd) -> Self {
        Self { not: met.not(), met }
    }

    fn negated(self) -> Self {
        Self { met: self.not, not: self.met }
    }

    /// Where it depends on a missing answer.
    pub(crate) fn open(&self) -> Bdd {
        self.met.or(&self.not).not()
    }
}

/// The rule set in one view.
pub(crate) struct Model<'a> {
    /// The space that it is over.
    pub(crate) space: &'a Space,
    /// Which advice is shown.
    pub(crate) scope: Scope,
    /// The severity taken as given instead of computed; `None` to compute it.
    grade: Option<Grade>,
    derived: Vec<Option<Both>>,
    definitions: Vec<Both>,
    pub(crate) verdicts: Vec<Verdict>,
}

impl<'a> Model<'a> {
    /// Every derived finding and definition as diagrams, in the order in which the engine computes them.
    pub(crate) fn new(space: &'a Space, scope: Scope, grade: Option<Grade>) -> Self {
        let mut model =
            Self { space, scope, grade, derived: Vec::new(), definitions: Vec::new(), verdicts: Vec::new() };
        for row in NMS.derived {
            let one = model.derive(&row.derivation);
            model.derived.push(one);
        }
        for row in NMS.definitions {
            let one = model.truth(&row.when);
            model.definitions.push(one);
        }
        model.verdicts = NMS.rules.iter().map(|rule| model.judge(rule)).collect();
        model
    }

    /// Where a derived finding is yes and where it is no; `None` for a computed number.
    pub(crate) fn derived(&self, position: usize) -> Option<Both> {
        self.derived[position].clone()
    }

    /// Where a condition is met and where it is not.
    pub(crate) fn truth(&self, criterion: &Criterion) -> Both {
        match *criterion {
            Criterion::Present(index) => self.boolean(index),
            Criterion::Absent(index) => self.boolean(index).negated(),
            Criterion::Is(index, option) => self.option(index, |low, high| {
                if low == high { Some(low == option) } else { (option < low || option > high).then_some(false) }
            }),
            Criterion::AtLeastGrade(index, option) => self
                .option(index, |low, high| if low >= option { Some(true) } else { (high < option).then_some(false) }),
            Criterion::Above(index, limit) => self.compare(index, |number| number > limit),
            Criterion::AtLeast(index, limit) => self.compare(index, |number| number >= limit),
            Criterion::Below(index, limit) => self.compare(index, |number| number < limit),
            Criterion::AtMost(index, limit) => self.compare(index, |number| number <= limit),
            Criterion::All(parts) => self.all(parts),
            Criterion::Any(parts) => self.any(parts),
            Criterion::Not(part) => self.truth(part).negated(),
            Criterion::AtLeastOf(wanted, parts) => self.at_least_of(usize::from(wanted), parts),
            Criterion::Definition(position) => match self.definitions.get(usize::from(position)) {
                Some(known) => known.clone(),
                // a derived finding names a definition before the definitions are computed
                None => self.truth(&NMS.definitions[usize::from(position)].when),
            },
        }
    }

    /// Every one holds.
    pub(crate) fn all(&self, parts: &[Criterion]) -> Both {
        parts.iter().map(|part| self.truth(part)).fold(Both::known(self.space.everything()), |known, part| Both {
            met: known.met.and(&part.met),
            not: known.not.or(&part.not),
        })
    }

    fn any(&self, parts: &[Criterion]) -> Both {
        parts.iter().map(|part| self.truth(part)).fold(Both::known(self.space.nothing()), |known, part| Both {
            met: known.met.or(&part.met),
            not: known.not.and(&part.not),
        })
    }

    fn at_least_of(&self, wanted: usize, parts: &[Criterion]) -> Both {
        let truths: Vec<Both> = parts.iter().map(|part| self.truth(part)).collect();
        let met: Vec<&Bdd> = truths.iter().map(|truth| &truth.met).collect();
        let possible: Vec<Bdd> = truths.iter().map(|truth| truth.not.not()).collect();
        let possible: Vec<&Bdd> = possible.iter().collect();
        Both { met: self.count(wanted, &met), not: self.count(wanted, &possible).not() }
    }

    /// Where at least so many of them hold.
    fn count(&self, wanted: usize, parts: &[&Bdd]) -> Bdd {
        let mut reached = vec![self.space.nothing(); wanted + 1];
        reached[0] = self.space.everything();
        for part in parts {
            for place in (1..=wanted).rev() {
                reached[place] = reached[place].or(&reached[place - 1].and(part));
            }
        }
        reached[wanted].clone()
    }

    fn boolean(&self, index: FindingIndex) -> Both {
        if let Some(place) = self.space.place(index) {
            let of = |wanted: Class| self.space.any(place, |class| *class == wanted);
            return Both { met: of(Class::Yes), not: of(Class::No) };
        }
        let position = usize::from(index.0) - NMS.findings.len();
        self.derived[position].clone().unwrap()
    }

    fn option(&self, index: FindingIndex, holds: impl Fn(u8, u8) -> Option<bool>) -> Both {
        let place = self.space.place(index).unwrap();
        let options = NMS.finding(index).unwrap().choices();
        let of = |wanted: bool| {
            self.space.any(place, |class| match class {
                Class::Option(option) => {
                    let (low, high) = options[usize::from(*option)].spans.unwrap_or((*option, *option));
                    holds(low, high) == Some(wanted)
                }
                _ => false,
            })
        };
        Both { met: of(true), not: of(false) }
    }

    fn compare(&self, index: FindingIndex, holds: impl Fn(Decimal) -> bool) -> Both {
        let place = self.space.place(index).unwrap();
        let of = |wanted: bool| {
            self.space.any(place, |class| match class {
                Class::Number(low, high) => {
                    assert_eq!(
                        holds(*low),
                        holds(*high),
                        "the space is not cut at a threshold of {}",
                        NMS.finding_id(index)
                    );
                    holds(*low) == wanted
                }
                // met where every value that the bound leaves meets it: both ends speak for all of them
                Class::Bound((low, _), (_, high)) => holds(*low) == wanted && holds(*high) == wanted,
                _ => false,
            })
        };
        Both { met: of(true), not: of(false) }
    }

    fn derive(&self, derivation: &Derivation) -> Option<Both> {
        let nothing = || self.space.nothing();
        match *derivation {
            Derivation::Ratio(..) | Derivation::PercentAbove(..) | Derivation::Difference(..) => None,
            // no criterion reads the score
            Derivation::MeanPressure(..) | Derivation::ScoreKnown | Derivation::ScorePossible => None,
            Derivation::ListsAntagonist(list) | Derivation::Names(list, _) | Derivation::ListsDepot(list) => {
                Some(Both { met: self.lists(derivation, list), not: nothing() })
            }
            Derivation::ListsDopaminergic(lists) => {
                let met = lists.iter().fold(nothing(), |known, list| known.or(&self.lists(derivation, *list)));
                Some(Both { met, not: nothing() })
            }
            Derivation::Alternatives(ways) => {
                let ways: Vec<Both> = ways.iter().map(|way| self.truth(way)).collect();
                let met = ways.iter().fold(nothing(), |known, way| known.or(&way.met));
                let not = ways.iter().fold(nothing(), |known, way| known.or(&way.not));
                Some(Both { not: not.and_not(&met), met })
            }
            Derivation::RaisedBy(main, raise) => {
                let (main, raise) = (self.truth(main), self.truth(raise));
                Some(Both { met: main.met.or(&raise.met), not: main.not.and_not(&raise.met) })
            }
            Derivation::NotRuledOut(criterion) => Some(Both::known(self.truth(criterion).not.not())),
            Derivation::Established(criterion) | Derivation::IfAnswered(criterion) => {
                Some(Both::known(self.truth(criterion).met))
            }
            Derivation::Limited(main, no_if, open_if) => {
                let [main, no_if, open_if] = [main, no_if, open_if].map(|part| self.truth(part));
                Some(Both { met: main.met.and_not(&no_if.met).and_not(&open_if.met), not: main.not.or(&no_if.met) })
            }
            Derivation::Suspected => {
                let of = |states: [Suspicion; 2]| self.suspicion(states[0]).or(&self.suspicion(states[1]));
                Some(Both {
                    met: of([Suspicion::Suspected, Suspicion::Possible]),
                    not: of([Suspicion::NotSupported, Suspicion::NoSigns]),
                })
            }
            Derivation::ToCheck => {
                let check = self.suspicion(Suspicion::Check);
                Some(Both { not: check.or(&self.suspicion(Suspicion::Incomplete)).not(), met: check })
            }
            Derivation::GradeAtLeast(grade) => Some(self.graded(grade, self.scope)),
            Derivation::GradeOverAll(grade) => Some(self.graded(grade, Scope::All)),
        }
    }

    fn graded(&self, grade: Grade, scope: Scope) -> Both {
        match self.grade {
            Some(given) if given >= grade => Both::known(self.space.everything()),
            Some(_) => Both::known(self.space.nothing()),
            None => self.grade_at_least(grade, scope),
        }
    }

    /// Where the list names what this derivation looks for.
    fn lists(&self, derivation: &Derivation, list: FindingIndex) -> Bdd {
        let bit = sought(list).iter().position(|other| other == derivation).unwrap();
        let place = self.space.place(list).unwrap();
        self.space.any(place, |class| matches!(class, Class::Names(bits) if bits >> bit & 1 == 1))
    }

    /// Where the suspicion table gives this state: the first row that is met decides.
    pub(crate) fn suspicion(&self, state: Suspicion) -> Bdd {
        let (mut reached, mut decided) = (self.space.nothing(), self.space.nothing());
        for row in NMS.suspicion.rows {
            let here = self.truth(&row.when).met.and_not(&decided);
            decided = decided.or(&here);
            if row.state == state {
                reached = reached.or(&here);
            }
        }
        if state == Suspicion::Incomplete { decided.not() } else { reached }
    }

    /// Where the severity rows of a view reach this grade.
    pub(crate) fn grade_at_least(&self, grade: Grade, scope: Scope) -> Both {
        let counts = |basis| scope == Scope::All || basis == Basis::Article;
        let rows = NMS.severity.iter().filter(|row| row.grade >= grade && counts(row.basis));
        rows.map(|row| self.truth(&row.when)).fold(Both::known(self.space.nothing()), |known, row| Both {
            met: known.met.or(&row.met),
            not: known.not.and(&row.not),
        })
    }
}
