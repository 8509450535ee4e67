//! Claims over the whole input space: what always holds, and what a change of one answer never does.
//!
//! A claim fails with the smallest answers found that break it, and it fails as well if it speaks of no input at all.

use std::sync::LazyLock;

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::rule::Grade;

use crate::claims::CUTS;
use crate::model::Model;
use crate::space::Space;
use crate::steps::Step;
use crate::witness::example;

static SPACE: LazyLock<Space> = LazyLock::new(|| Space::new(&CUTS));
static MODELS: LazyLock<[Model<'static>; 2]> =
    LazyLock::new(|| [Scope::All, Scope::ArticleOnly].map(|scope| Model::new(&SPACE, scope, None)));

/// The input space.
pub(crate) fn space() -> &'static Space {
    &SPACE
}

/// The rule set in both views.
pub(crate) fn models() -> &'static [Model<'static>; 2] {
    &MODELS
}

/// The rule set in one view with the severity taken as given, so that nothing but the grade differs.
pub(crate) fn graded(scope: Scope) -> [Model<'static>; 3] {
    [Grade::Mild, Grade::Moderate, Grade::Severe].map(|grade| Model::new(&SPACE, scope, Some(grade)))
}

/// One claim with what came of it.
pub(crate) struct Claim {
    /// What is claimed, in words.
    pub(crate) says: String,
    /// The inputs that it speaks of.
    pub(crate) about: Bdd,
    /// What breaks it.
    pub(crate) broken: Vec<String>,
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
            claim.broken.push(format!("{what} ({:?}): {}", model.scope, example(&SPACE, &against)));
        }
        claim.about = claim.about.or(&about);
    }

    /// Whatever held before a change of one answer, all others equal, `after` holds after it.
    pub(crate) fn stays(&mut self, model: &Model, what: &str, step: &Step, before: &Bdd, after: &Bdd) {
        let from = SPACE.well_formed.and(&step.from).and(before);
        let to = SPACE.well_formed.and(&step.to).and_not(after);
        let bits = step.bits(&SPACE);
        let against = from.exists(&bits).and(&to.exists(&bits));
        let claim = self.now();
        if !against.is_false() {
            let others = crate::witness::fewest_known(&SPACE, &against);
            let [was, is] = [&from, &to].map(|side| example(&SPACE, &side.and(&others)));
            claim.broken.push(format!("{what} ({:?}), {}: {was} becomes {is}", model.scope, step.name));
        }
        claim.about = claim.about.or(&from);
    }

    /// Something that is seen in the tables and needs no input.
    pub(crate) fn seen(&mut self, what: &str, holds: bool) {
        let claim = self.now();
        if !holds {
            claim.broken.push(what.to_string());
        }
    }
}

/// Makes the claims and stops with everything that breaks one.
pub(crate) fn proved(make: fn(&mut Claims)) -> Vec<Claim> {
    let mut claims = Claims::default();
    make(&mut claims);
    let broken: Vec<String> = claims
        .made
        .iter()
        .flat_map(|claim| claim.broken.iter().map(move |broken| format!("{}\n    {broken}", claim.says)))
        .collect();
    assert!(broken.is_empty(), "{} counterexamples:\n{}", broken.len(), broken.join("\n"));
    for claim in &claims.made {
        assert!(!claim.about.is_false(), "this claim speaks of no input at all: {}", claim.says);
    }
    claims.made
}
