//! Claims over the whole input space: what always holds, and what a change of one answer never does.
//!
//! A claim fails with the smallest answers found that break it, and it fails as well if it speaks of no input at all.

use std::sync::{LazyLock, OnceLock};

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::engine::rule::Grade;

use crate::PROOFS;
use crate::claims::CUTS;
use crate::classes::computed;
use crate::model::Model;
use crate::space::Space;
use crate::steps::{Step, Watched};
use crate::witness::example;

/// Whether the claims speak of bounds too: shown with `PROOFS_BOUNDS=1`, which takes several times as long.
static SPACE: LazyLock<Space> = LazyLock::new(|| Space::new(&CUTS, std::env::var_os("PROOFS_BOUNDS").is_some()));
static BOUNDED: LazyLock<Space> = LazyLock::new(|| Space::new(&CUTS, true));
static MODELS: LazyLock<[Model<'static>; 2]> =
    LazyLock::new(|| [Scope::All, Scope::ArticleOnly].map(|scope| Model::new(&SPACE, scope, None)));

/// The input space.
pub(crate) fn space() -> &'static Space {
    &SPACE
}

/// The rule set in both views, over numbers and over bounds of them.
pub(crate) fn bounded() -> [Model<'static>; 2] {
    [Scope::All, Scope::ArticleOnly].map(|scope| Model::new(&BOUNDED, scope, None))
}

/// The rule set in both views.
pub(crate) fn models() -> &'static [Model<'static>; 2] {
    &MODELS
}

/// The rule set in one view with the severity taken as given, so that nothing but the grade differs.
pub(crate) fn graded(scope: Scope) -> [Model<'static>; 3] {
    [Grade::Mild, Grade::Moderate, Grade::Severe].map(|grade| Model::new(&SPACE, scope, Some(grade)))
}

/// Whether some line or grade asks for this computed number; a contradiction alone does not count.
pub(crate) fn matters(number: FindingIndex) -> bool {
    MATTERING.contains(&number)
}

static MATTERING: LazyLock<Vec<FindingIndex>> = LazyLock::new(|| {
    let grades = models().iter().map(|model| model.grade_at_least(Grade::Moderate, Scope::All).met);
    let shown = models().iter().flat_map(Model::shown).flat_map(|(_, verdict)| [&verdict.called, &verdict.advised]);
    let diagrams: Vec<Bdd> = shown.cloned().chain(grades).collect();
    let asks = |number: &FindingIndex| {
        let bits = SPACE.bits(SPACE.place(*number).unwrap());
        diagrams.iter().any(|diagram| bits.iter().any(|bit| diagram.support_set_contains(bit)))
    };
    computed().filter(asks).collect()
});

/// One claim with what came of it.
pub(crate) struct Claim {
    /// What is claimed, in words.
    pub(crate) says: String,
    /// The inputs that it speaks of.
    pub(crate) about: Bdd,
    /// What breaks it.
    pub(crate) broken: Vec<String>,
}

impl Claim {
    /// Writes down what breaks it; of many, the first few are enough to work on.
    fn break_by(&mut self, broken: impl Fn() -> String) {
        let shown = self.broken.len() < 6;
        self.broken.push(if shown { broken() } else { "and another".into() });
    }
}

/// A line of advice, or a grade, that must not be lost.
pub(crate) struct Line {
    /// Its name.
    pub(crate) name: String,
    /// Where it held.
    pub(crate) before: Bdd,
    /// Where it must hold afterwards.
    pub(crate) after: Bdd,
}

impl Line {
    /// A line that must hold afterwards where it held before.
    pub(crate) fn kept(name: &str, held: &Bdd) -> Self {
        Self { name: name.into(), before: held.clone(), after: held.clone() }
    }
}

/// Lines with the same condition are one case.
fn distinct(lines: Vec<Line>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for line in lines {
        match found.iter_mut().find(|other| other.before == line.before && other.after == line.after) {
            Some(other) => other.name = format!("{}, {}", other.name, line.name),
            None => found.push(line),
        }
    }
    found
}

/// The claims made for one invariant.
#[derive(Default)]
pub(crate) struct Claims {
    /// Every claim, in order.
    pub(crate) made: Vec<Claim>,
}

impl Claims {
    /// Begins a claim; what follows is gathered under it.
    pub(crate) fn claim(&mut self, says: impl Into<String>) {
        self.made.push(Claim { says: says.into(), about: SPACE.nothing(), broken: Vec::new() });
    }

    fn now(&mut self) -> &mut Claim {
        self.made.last_mut().unwrap()
    }

    /// Wherever `premise` holds, `conclusion` holds.
    pub(crate) fn always(&mut self, model: &Model, what: &str, premise: &Bdd, conclusion: &Bdd) {
        let about = SPACE.well_formed.and(premise);
        let against = about.and_not(conclusion);
        let claim = self.now();
        if !against.is_false() {
            claim.break_by(|| format!("{what} ({:?}): {}", model.scope, example(&SPACE, &against)));
        }
        claim.about = claim.about.or(&about);
    }

    /// The same in both views: `holds` gives premise and conclusion.
    pub(crate) fn holds(&mut self, what: &str, holds: impl Fn(&Model) -> (Bdd, Bdd)) {
        for model in models() {
            let (premise, conclusion) = holds(model);
            self.always(model, what, &premise, &conclusion);
        }
    }

    /// Whatever held before a change of one answer, all others equal, holds after it: for each step and each line, in
    /// both views. `lines` gives for each line where it held and where it must hold afterwards.
    pub(crate) fn stays(&mut self, steps: &[Step], lines: impl Fn(&Model) -> Vec<Line>) {
        for model in models() {
            self.stays_in(model, steps, lines(model));
        }
    }

    /// The same in one view.
    pub(crate) fn stays_in(&mut self, model: &Model, steps: &[Step], lines: Vec<Line>) {
        let from = steps.iter().fold(SPACE.nothing(), |known, step| known.or(&step.from));
        let before = lines.iter().fold(SPACE.nothing(), |known, line| known.or(&line.before));
        let about = from.and(&before);
        let claim = self.now();
        claim.about = claim.about.or(&about);
        for line in distinct(lines) {
            let mut watched = Watched::new(&line.before, &line.after);
            for step in steps {
                if let Some(broken) = step.breaks(&SPACE, &mut watched) {
                    claim.break_by(|| {
                        format!("{} ({:?}), {}: {}", line.name, model.scope, step.name, broken.shown(&SPACE))
                    });
                }
            }
        }
    }

    /// Some input lies in `set`.
    pub(crate) fn occurs(&mut self, what: &str, set: &Bdd) {
        let about = SPACE.well_formed.and(set);
        let claim = self.now();
        if about.is_false() {
            claim.broken.push(format!("no input at all: {what}"));
        }
        claim.about = claim.about.or(&about);
    }

    /// Something that is seen in the tables and needs no input.
    pub(crate) fn seen(&mut self, what: &str, holds: bool) {
        let claim = self.now();
        if !holds {
            claim.broken.push(what.to_string());
        }
    }
}

/// The claims of each proof, made once for its test and for the safety case.
static MADE: [OnceLock<Vec<Claim>>; PROOFS.len()] = [const { OnceLock::new() }; PROOFS.len()];

/// Makes the claims of a proof and stops with everything that breaks one.
pub(crate) fn proved(name: &str) -> &'static [Claim] {
    let at = PROOFS.iter().position(|(proof, _)| *proof == name).unwrap();
    let made = MADE[at].get_or_init(|| {
        let mut claims = Claims::default();
        PROOFS[at].1(&mut claims);
        claims.made
    });
    let broken =
        made.iter().flat_map(|claim| claim.broken.iter().map(move |broken| format!("{}\n    {broken}", claim.says)));
    let broken: Vec<String> = broken.collect();
    assert!(broken.is_empty(), "{} counterexamples:\n{}", broken.len(), broken.join("\n"));
    for claim in made {
        assert!(!claim.about.is_false(), "this claim speaks of no input at all: {}", claim.says);
    }
    made
}
