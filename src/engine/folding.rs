//! Which line of the plan is a row of the first screen, and which is folded beneath another or lies in a drawer.

use super::assessment::{Pending, Scope, Status, Verdict};
use super::criterion::{Answers, Truth};
use super::rule::{Place, Rule};

impl Verdict {
    /// Whether it stands in the plan: advised, withheld, or waiting for a contraindication to be cleared.
    #[must_use]
    pub fn in_plan(&self) -> bool {
        match self.status {
            Status::Advised | Status::Withheld => true,
            Status::CheckFirst => self.pending == Some(Pending::Contraindication),
            Status::NotIndicated => false,
        }
    }

    /// Whether it is a row of the first screen: folded beneath nothing, in no drawer, and not withheld.
    #[must_use]
    pub fn is_row(&self) -> bool {
        self.in_plan() && self.status != Status::Withheld && self.under.is_none() && self.place == Place::Screen
    }

    /// Whether it is a row that asks for an action.
    #[must_use]
    pub fn is_action_row(&self) -> bool {
        self.is_row() && self.rule.kind.is_action()
    }
}

/// Says of every line of the plan where it is shown, and beneath which other line.
pub(super) fn fold(answers: &Answers, verdicts: &mut [Verdict]) {
    let recovery = answers.truth(&answers.rule_set.aftercare_shown_if) == Truth::Met;
    let folded: Vec<_> =
        verdicts.iter().map(|row| (above(answers, verdicts, row, 0), row.rule.place(recovery))).collect();
    for (row, (under, place)) in verdicts.iter_mut().zip(folded) {
        (row.under, row.place) = (under, place);
    }
}

/// More turns than any chain of lines has: the check of the rule set rules longer ones out.
pub(crate) const DEEPEST_FOLD: usize = 4;

/// The line beneath which `row` is folded: the first of its list that is in the plan, not withheld and a row itself.
fn above(answers: &Answers, verdicts: &[Verdict], row: &Verdict, depth: usize) -> Option<&'static str> {
    if !row.in_plan() || depth > DEEPEST_FOLD {
        return None;
    }
    let found = row.rule.folds_under.iter().find(|fold| {
        let over = verdicts.iter().find(|over| over.rule.id == fold.under);
        let stands = over.filter(|over| over.in_plan() && over.status != Status::Withheld);
        stands.is_some_and(|over| {
            (over.status == Status::Advised || !fold.advised_only)
                && answers.truth(&fold.when) == Truth::Met
                && above(answers, verdicts, over, depth + 1).is_none()
        })
    });
    found.map(|fold| fold.under)
}

impl Rule {
    /// The bold line in a view: the headline, or what the article itself says where that alone is asked for.
    #[must_use]
    pub fn shown(&self, scope: Scope) -> &'static str {
        match scope {
            Scope::ArticleOnly if !self.article_text.is_empty() => self.article_text,
            Scope::All | Scope::ArticleOnly => self.headline,
        }
    }
}
