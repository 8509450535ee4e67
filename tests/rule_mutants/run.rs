//! Runs every mutant against the vignettes, and sorts the survivors.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use nms_advisor::engine::assessment::{Scope, answers};
use nms_advisor::engine::criterion::Answers;
use nms_advisor::engine::finding::Findings;
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::guideline::NMS;

use crate::behaviour::{Behaviour, behaviour};
use crate::criteria::Kind;
use crate::mutants::{Mutant, mutants};
use crate::search::difference;
use crate::vignettes::{Case, cases};

/// A vignette with what the rule set says of it.
struct Vignette {
    case: Case,
    findings: Findings,
    scope: Scope,
    answers: Answers,
    behaviour: Behaviour,
}

fn vignettes() -> Vec<Vignette> {
    let prepared = cases().into_iter().map(|case| {
        let (findings, scope) = (case.findings(), case.scope());
        let answers = answers(&NMS, &findings, scope);
        let behaviour = Behaviour::of(&NMS, &answers, scope);
        Vignette { case, findings, scope, answers, behaviour }
    });
    prepared.collect()
}

impl Vignette {
    /// Whether an expectation fails. A vignette of which the mutant says the same is met as before.
    fn kills(&self, mutant: &Mutant, rules: &'static RuleSet) -> bool {
        mutant.touches(&NMS, &self.answers)
            && behaviour(rules, &self.findings, self.scope) != self.behaviour
            && !self.case.is_expected(&self.case.assess(rules)).is_empty()
    }
}

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// A vignette failed.
    Killed,
    /// No vignette failed, and no drawn answers told it from the rule set.
    Same,
    /// No vignette failed, and these answers tell it from the rule set.
    Gap(String),
}

/// A mutant by name, and what became of it.
pub(crate) struct Outcome {
    pub(crate) kind: Kind,
    pub(crate) what: String,
    pub(crate) fate: Fate,
}

/// Every mutant with its fate, in the order of the tables; survivors are tried on so many drawn answers.
pub(crate) fn outcomes(draws: u64) -> Vec<Outcome> {
    let (vignettes, mutants) = (vignettes(), mutants());
    let (next, found) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutant) = mutants.get(at) else { return };
            let rules = mutant.rule_set();
            let fate = if vignettes.iter().any(|vignette| vignette.kills(mutant, rules)) {
                Fate::Killed
            } else {
                difference(mutant, rules, draws).map_or(Fate::Same, |found| Fate::Gap(found.shown(rules)))
            };
            found.lock().unwrap().insert(at, fate);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let fates = found.into_inner().unwrap().into_values();
    mutants
        .into_iter()
        .zip(fates)
        .map(|(mutant, fate)| Outcome { kind: mutant.kind, what: mutant.what, fate })
        .collect()
}
