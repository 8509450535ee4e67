//! Answers that follow from others: where the rule set knows several ways to answer one question, and another way says yes.
//!
//! Nothing is written down as answered. A no does not follow: whoever is asked may still know of a reason to say yes.

use super::agent::Agent;
use super::criterion::{Answers, Criterion, Truth};
use super::derived::Derivation;
use super::describe;
use super::finding::{FindingIndex, Value};

impl Answers {
    /// Questions without an answer to which a yes follows from other answers, each with what it follows from: a drug
    /// that is named, else the findings behind it.
    #[must_use]
    pub fn following(&self) -> Vec<(FindingIndex, Vec<&'static str>)> {
        let mut found: Vec<(FindingIndex, Vec<&'static str>)> = Vec::new();
        for derived in self.rule_set.derived {
            let Derivation::Alternatives(ways) = derived.derivation else { continue };
            let from: Vec<_> = ways.iter().filter(|way| self.truth(way) == Truth::Met).collect();
            if from.is_empty() {
                continue;
            }
            for way in ways {
                let Criterion::Present(question) = *way else { continue };
                if self.rule_set.finding(question).is_some() && self.get(question).is_none() {
                    found.push((question, from.iter().flat_map(|way| self.grounds(way)).collect()));
                }
            }
        }
        found
    }

    /// A drug that a condition which is met goes back to; where it does not ask for any, the names of its findings.
    fn grounds(&self, met: &Criterion) -> Vec<&'static str> {
        let asked = if let Criterion::Present(finding) = *met { self.rule_set.derivation(finding) } else { None };
        let derivation = asked.map(|derived| derived.derivation);
        if let Some(Derivation::ListsAntagonist(list)) = derivation {
            return self.named(list, |agent| agent.class.implies_exposure());
        }
        if let Some(Derivation::ListsDepot(list)) = derivation {
            return self.named(list, |agent| agent.depot_only);
        }
        let mut reasons = Vec::new();
        self.explain(met, &mut reasons);
        reasons.iter().map(|reason| describe::label(self.rule_set, reason.finding)).collect()
    }

    /// The first agent of a list that fits, by name: one is enough.
    fn named(&self, list: FindingIndex, fits: impl Fn(&Agent) -> bool) -> Vec<&'static str> {
        let Some(Value::Rows(rows)) = self.get(list) else { return Vec::new() };
        let agents = rows.iter().filter_map(|row| self.rule_set.agents.get(row));
        agents.filter(|agent| fits(agent)).map(|agent| agent.id).take(1).collect()
    }
}
