//! What becomes of each rule, as diagrams, and the words in which the claims speak of a model.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::in_scope;
use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::rule::Rule;
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::present;

use crate::model::Model;

/// What becomes of a rule, as the engine's `verdict`.
pub(crate) struct Verdict {
    /// Called for: it stands in the plan, whatever its status.
    pub(crate) called: Bdd,
    /// Not called for.
    pub(crate) not_indicated: Bdd,
    /// Called for, and nothing known speaks against it.
    pub(crate) advised: Bdd,
    /// Called for, but something speaks against it.
    pub(crate) withheld: Bdd,
    /// Called for, and a question comes first.
    pub(crate) asks: Bdd,
}

impl Model<'_> {
    /// What becomes of a rule, by the engine's `verdict`.
    pub(crate) fn judge(&self, rule: &Rule) -> Verdict {
        let [when, against, check] =
            [&rule.when, &rule.contraindicated_by, &rule.check_first_if].map(|criterion| self.truth(criterion));
        let advised = when.met.and(&against.not).and_not(&check.met);
        let withheld = when.met.and(&against.met);
        Verdict {
            asks: when.met.and_not(&advised).and_not(&withheld),
            called: when.met,
            not_indicated: when.not,
            advised,
            withheld,
        }
    }

    /// What becomes of the rule at this position, whether or not the view shows it.
    pub(crate) fn verdict(&self, position: usize) -> &Verdict {
        &self.verdicts[position]
    }

    /// The rules that the view shows, in the order of display, with their verdicts.
    pub(crate) fn shown(&self) -> Vec<(&'static Rule, &Verdict)> {
        let all = NMS.rules.iter().zip(&self.verdicts);
        all.filter(|(rule, _)| in_scope(rule, self.scope)).collect()
    }

    fn of(&self, id: &str, what: impl Fn(&Verdict) -> &Bdd) -> Bdd {
        assert!(NMS.rule(id).is_some(), "no rule `{id}`");
        let found = self.shown().into_iter().find(|(rule, _)| rule.id == id);
        found.map_or_else(|| self.space.nothing(), |(_, verdict)| what(verdict).clone())
    }

    /// Where the rule is advised; nowhere if the view leaves it out.
    pub(crate) fn advised(&self, id: &str) -> Bdd {
        self.of(id, |verdict| &verdict.advised)
    }

    /// Where the rule stands in the plan: advised, withheld or asking.
    pub(crate) fn in_plan(&self, id: &str) -> Bdd {
        self.of(id, |verdict| &verdict.called)
    }

    /// Where the rule stands in the plan and is not withheld.
    pub(crate) fn stands(&self, id: &str) -> Bdd {
        self.in_plan(id).and_not(&self.of(id, |verdict| &verdict.withheld))
    }

    /// Where something speaks against the rule.
    pub(crate) fn withheld(&self, id: &str) -> Bdd {
        self.of(id, |verdict| &verdict.withheld)
    }

    /// Where the rule asks a question first.
    pub(crate) fn asks(&self, id: &str) -> Bdd {
        self.of(id, |verdict| &verdict.asks)
    }

    /// Where some advised rule carries the statement.
    pub(crate) fn shows(&self, statement: &str) -> Bdd {
        let shown = self.shown().into_iter().filter(|(rule, _)| rule.source.statements.contains(&statement));
        shown.fold(self.space.nothing(), |known, (_, verdict)| known.or(&verdict.advised))
    }

    /// Where the rule is the first one advised, but for those of `aside`.
    pub(crate) fn first(&self, id: &str, aside: &[&str]) -> Bdd {
        let shown = self.shown();
        let before = shown.iter().take_while(|(rule, _)| rule.id != id).filter(|(rule, _)| !aside.contains(&rule.id));
        before.fold(self.advised(id), |known, (_, verdict)| known.and_not(&verdict.advised))
    }

    /// Where a condition is met.
    pub(crate) fn met(&self, criterion: &Criterion) -> Bdd {
        self.truth(criterion).met
    }

    /// Where a yes-or-no question, asked or derived, is answered yes.
    pub(crate) fn yes(&self, id: &str) -> Bdd {
        self.truth(&present(id)).met
    }

    /// Where it is answered no.
    pub(crate) fn no(&self, id: &str) -> Bdd {
        self.truth(&present(id)).not
    }

    /// Where it is unknown.
    pub(crate) fn unknown(&self, id: &str) -> Bdd {
        self.truth(&present(id)).open()
    }
}
