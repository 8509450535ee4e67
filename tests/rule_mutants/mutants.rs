//! Every mutant of the rule set: one row of one table changed or dropped, the rest as it is.

use std::collections::BTreeMap;

use nms_advisor::engine::criterion::{Criterion, Definition, NEVER};
use nms_advisor::engine::derived::{Derivation, Derived, SuspicionRow, SuspicionTable};
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::engine::rule::{Grade, Rule, SeverityCriterion};
use nms_advisor::engine::rule_set::{Conflict, RuleSet};
use nms_advisor::engine::source::Basis;
use nms_advisor::guideline::NMS;

use crate::criteria::{self, Changed, Kind};

/// A row in the place of the one at this position; `None` drops it.
#[derive(Clone, Copy)]
pub(crate) enum Change {
    Rule(usize, Option<Rule>),
    Severity(usize, Option<SeverityCriterion>),
    Definition(usize, Definition),
    Derived(usize, Derived),
    Suspicion(SuspicionTable),
    Domain(usize),
    Conflict(usize, Option<Conflict>),
}

/// One mutant.
pub(crate) struct Mutant {
    pub(crate) kind: Kind,
    /// Which row, and what became of it.
    pub(crate) what: String,
    /// The part of a condition that the change touches, where it touches one.
    pub(crate) part: Option<Criterion>,
    pub(crate) change: Change,
}

fn replaced<T: Copy>(table: &'static [T], at: usize, row: Option<T>) -> &'static [T] {
    let mut rows = table.to_vec();
    match row {
        Some(row) => rows[at] = row,
        None => drop(rows.remove(at)),
    }
    Box::leak(rows.into_boxed_slice())
}

impl Mutant {
    /// The rule set with the change. Only the changed table is new; it is never freed, which a test can afford.
    pub(crate) fn rule_set(&self) -> &'static RuleSet {
        let changed = match self.change {
            Change::Rule(at, row) => RuleSet { rules: replaced(NMS.rules, at, row), ..NMS },
            Change::Severity(at, row) => RuleSet { severity: replaced(NMS.severity, at, row), ..NMS },
            Change::Definition(at, row) => RuleSet { definitions: replaced(NMS.definitions, at, Some(row)), ..NMS },
            Change::Derived(at, row) => RuleSet { derived: replaced(NMS.derived, at, Some(row)), ..NMS },
            Change::Suspicion(suspicion) => RuleSet { suspicion, ..NMS },
            Change::Domain(at) => RuleSet { severity_domains: replaced(NMS.severity_domains, at, None), ..NMS },
            Change::Conflict(at, row) => RuleSet { conflicts: replaced(NMS.conflicts, at, row), ..NMS },
        };
        Box::leak(Box::new(changed))
    }
}

/// Collects mutants.
struct Found(Vec<Mutant>);

impl Found {
    #[expect(clippy::large_types_passed_by_value, reason = "it is moved into the list")]
    fn add(&mut self, kind: Kind, what: String, change: Change) {
        self.0.push(Mutant { kind, what, part: None, change });
    }

    fn conditions(&mut self, row: &str, changed: Vec<Changed>, change: impl Fn(Criterion) -> Change) {
        for Changed { kind, what, part, whole } in changed {
            let what = format!("{row}: {what}");
            self.0.push(Mutant { kind, what, part: Some(part), change: change(whole) });
        }
    }
}

/// Every mutant, in the order of the tables.
pub(crate) fn mutants() -> Vec<Mutant> {
    let mut found = Found(Vec::new());
    rules(&mut found);
    severity(&mut found);
    for (at, row) in NMS.definitions.iter().enumerate() {
        let change = |when| Change::Definition(at, Definition { when, ..*row });
        found.conditions(&format!("definition {}", row.id), criteria::of(&row.when), change);
    }
    for (at, row) in NMS.derived.iter().enumerate() {
        derived(&mut found, at, row);
    }
    suspicion(&mut found);
    for (at, row) in NMS.conflicts.iter().enumerate() {
        let ids: Vec<_> = row.findings.iter().map(|index| NMS.finding_id(*index)).collect();
        let name = format!("contradiction of {}", ids.join(", "));
        found.add(Kind::ContradictionDropped, format!("{name}: dropped"), Change::Conflict(at, None));
        let change = |when| Change::Conflict(at, Some(Conflict { when, ..*row }));
        found.conditions(&name, criteria::of(&row.when), change);
    }
    numbered(found.0)
}

/// The same change of two like parts of one row is told apart by a number.
fn numbered(mut mutants: Vec<Mutant>) -> Vec<Mutant> {
    let mut seen = BTreeMap::new();
    for mutant in &mut mutants {
        let count = seen.entry(mutant.what.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            mutant.what = format!("{} ({count})", mutant.what);
        }
    }
    mutants
}

fn rules(found: &mut Found) {
    for (at, row) in NMS.rules.iter().enumerate() {
        let name = format!("rule {}", row.id);
        found.add(Kind::RuleDropped, format!("{name}: dropped"), Change::Rule(at, None));
        if row.basis != Basis::Article {
            let what = format!("{name}: {} the article's view", if row.safety { "left out of" } else { "kept in" });
            found.add(Kind::ViewChanged, what, Change::Rule(at, Some(Rule { safety: !row.safety, ..*row })));
        }
        found.conditions(&name, criteria::of(&row.when), |when| Change::Rule(at, Some(Rule { when, ..*row })));
        let against = |contraindicated_by| Change::Rule(at, Some(Rule { contraindicated_by, ..*row }));
        let first = |check_first_if| Change::Rule(at, Some(Rule { check_first_if, ..*row }));
        found.conditions(&format!("{name}, contraindicated by"), criteria::of(&row.contraindicated_by), against);
        found.conditions(&format!("{name}, check first if"), criteria::of(&row.check_first_if), first);
        if row.contraindicated_by != NEVER {
            found.add(Kind::GuardDropped, format!("{name}: contraindicated by nothing"), against(NEVER));
        }
        if row.check_first_if != NEVER {
            found.add(Kind::GuardDropped, format!("{name}: never check first"), first(NEVER));
        }
    }
}

fn severity(found: &mut Found) {
    for (at, row) in NMS.severity.iter().enumerate() {
        let name = format!("severity {}", row.id);
        let with = |row| Change::Severity(at, Some(row));
        found.add(Kind::RowDropped, format!("{name}: dropped"), Change::Severity(at, None));
        let basis = if row.basis == Basis::Article { Basis::Design } else { Basis::Article };
        let what =
            format!("{name}: counted to {} basis", if basis == Basis::Article { "the article's" } else { "our own" });
        found.add(Kind::ViewChanged, what, with(SeverityCriterion { basis, ..*row }));
        for grade in [Grade::Mild, Grade::Moderate, Grade::Severe] {
            if grade != row.grade {
                let what = format!("{name}: {} becomes {}", row.grade.id(), grade.id());
                found.add(Kind::GradeChanged, what, with(SeverityCriterion { grade, ..*row }));
            }
        }
        found.conditions(&name, criteria::of(&row.when), |when| with(SeverityCriterion { when, ..*row }));
    }
    for (at, index) in NMS.severity_domains.iter().enumerate() {
        let what = format!("bears on severity: {} dropped", NMS.finding_id(*index));
        found.add(Kind::DomainDropped, what, Change::Domain(at));
    }
}

fn suspicion(found: &mut Found) {
    let table = NMS.suspicion;
    let with = |rows| Change::Suspicion(SuspicionTable { rows, ..table });
    for (at, row) in table.rows.iter().enumerate() {
        let name = format!("suspicion, {}", row.label);
        found.add(Kind::SignDropped, format!("{name}: dropped"), with(replaced(table.rows, at, None)));
        let change = |when| with(replaced(table.rows, at, Some(SuspicionRow { when, ..*row })));
        found.conditions(&name, criteria::of(&row.when), change);
    }
}

fn derived(found: &mut Found, at: usize, row: &'static Derived) {
    let name = format!("derived {}", row.id);
    let with = |derivation| Change::Derived(at, Derived { derivation, ..*row });
    found.add(Kind::DerivedUnknown, format!("{name}: never known"), with(Derivation::Alternatives(&[])));
    let formula = |found: &mut Found, what: &str, derivation| {
        found.add(Kind::DerivedChanged, format!("{name}: {what}"), with(derivation));
    };
    let leak = |criterion| -> &'static Criterion { Box::leak(Box::new(criterion)) };
    match row.derivation {
        Derivation::Ratio(a, b) => formula(found, "turned round", Derivation::Ratio(b, a)),
        Derivation::PercentAbove(a, b) => formula(found, "turned round", Derivation::PercentAbove(b, a)),
        Derivation::Difference(a, b) => formula(found, "turned round", Derivation::Difference(b, a)),
        Derivation::MeanPressure(a, b) => {
            formula(found, "turned round", Derivation::MeanPressure(b, a));
            formula(found, "the difference instead", Derivation::Difference(a, b));
        }
        Derivation::ListsAntagonist(list) => {
            let other = dopaminergic_list();
            assert_ne!(list, other, "the other list is another one");
            formula(found, "reads the dopaminergic drugs", Derivation::ListsAntagonist(other));
        }
        Derivation::Names(list, _) => formula(found, "names haloperidol", Derivation::Names(list, "haloperidol")),
        Derivation::Alternatives(ways) => {
            formula(
                found,
                "the first way is only raised",
                Derivation::RaisedBy(&ways[0], leak(Criterion::Any(&ways[1..]))),
            );
            let change = |whole| {
                let Criterion::All(ways) = whole else { panic!("the ways come back as they went") };
                with(Derivation::Alternatives(ways))
            };
            found.conditions(&name, criteria::of_parts(ways, &Criterion::All), change);
        }
        Derivation::RaisedBy(main, raise) => {
            formula(found, "nothing raises it", Derivation::RaisedBy(main, &NEVER));
            formula(found, "only what raises it", Derivation::RaisedBy(&NEVER, raise));
            formula(found, "the two exchanged", Derivation::RaisedBy(raise, main));
            found.conditions(&name, criteria::of(main), |main| with(Derivation::RaisedBy(leak(main), raise)));
            found.conditions(&name, criteria::of(raise), |raise| with(Derivation::RaisedBy(main, leak(raise))));
        }
        Derivation::NotRuledOut(inner) => {
            formula(found, "only if established", Derivation::Established(inner));
            found.conditions(&name, criteria::of(inner), |inner| with(Derivation::NotRuledOut(leak(inner))));
        }
        Derivation::IfAnswered(inner) => {
            formula(found, "unless ruled out", Derivation::NotRuledOut(inner));
            found.conditions(&name, criteria::of(inner), |inner| with(Derivation::IfAnswered(leak(inner))));
        }
        Derivation::Limited(main, no_if, open_if) => {
            formula(found, "never ruled out", Derivation::Limited(main, &NEVER, open_if));
            formula(found, "never left open", Derivation::Limited(main, no_if, &NEVER));
            let limited = |no_if, open_if| with(Derivation::Limited(main, no_if, open_if));
            found.conditions(&name, criteria::of(no_if), |no_if| limited(leak(no_if), open_if));
            found.conditions(&name, criteria::of(open_if), |open_if| limited(no_if, leak(open_if)));
        }
        Derivation::ListsDepot(list) => formula(found, "any antagonist", Derivation::ListsAntagonist(list)),
        Derivation::ListsDopaminergic(lists) => {
            for left in lists {
                let rest: Vec<_> = lists.iter().copied().filter(|list| list != left).collect();
                let what = format!("{} not read", NMS.finding_id(*left));
                formula(found, &what, Derivation::ListsDopaminergic(rest.leak()));
            }
        }
        Derivation::GradeOverAll(grade) => {
            for other in [Grade::Mild, Grade::Moderate, Grade::Severe] {
                if other != grade {
                    formula(found, &format!("{} instead", other.id()), Derivation::GradeOverAll(other));
                }
            }
            formula(found, "by the basis in force", Derivation::GradeAtLeast(grade));
        }
        Derivation::Established(inner) => {
            formula(found, "unless ruled out", Derivation::NotRuledOut(inner));
            found.conditions(&name, criteria::of(inner), |inner| with(Derivation::Established(leak(inner))));
        }
        Derivation::GradeAtLeast(grade) => {
            for other in [Grade::Mild, Grade::Moderate, Grade::Severe] {
                if other != grade {
                    formula(found, &format!("{} instead", other.id()), Derivation::GradeAtLeast(other));
                }
            }
        }
        Derivation::ScoreKnown => formula(found, "the possible points", Derivation::ScorePossible),
        Derivation::ScorePossible => formula(found, "the known points", Derivation::ScoreKnown),
        Derivation::Suspected | Derivation::ToCheck => {}
    }
}

fn dopaminergic_list() -> FindingIndex {
    NMS.find("dopaminergicAgents").unwrap()
}
