//! The check that stops the build: a bad rule set for each kind of defect, changed in one place, and the sentence that it
//! gets. `UPDATE_EXPECT=1 cargo test --test logic defects` rewrites `defects.txt`.

use std::fmt::Write;

use nms_advisor::engine::beyond::Point;
use nms_advisor::engine::check::check;
use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::{Derivation, Derived};
use nms_advisor::engine::finding::{Finding, FindingIndex, FindingKind};
use nms_advisor::engine::rule::Fold;
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::engine::source::{Basis, Source};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::{above, absent, at_least_of, choose, define, find, finding, present};

/// The rule set with one mistake.
fn with(mistake: impl FnOnce(&mut RuleSet)) -> RuleSet {
    let mut rules = RuleSet { ..NMS };
    mistake(&mut rules);
    rules
}

fn list<T>(rows: Vec<T>) -> &'static [T] {
    Vec::leak(rows)
}

/// Changes the first row of a table.
fn first<T: Copy>(rows: &mut &'static [T], change: impl FnOnce(&mut T)) {
    let mut changed = rows.to_vec();
    change(&mut changed[0]);
    *rows = list(changed);
}

/// Adds a row to a table.
fn add<T: Copy>(rows: &mut &'static [T], row: T) {
    *rows = list([*rows, &[row]].concat());
}

/// Changes the last definition, which only the drug cards and the look-alikes ask for.
fn last_definition(rules: &mut RuleSet, when: Criterion) {
    let mut changed = rules.definitions.to_vec();
    changed.last_mut().unwrap().when = when;
    rules.definitions = list(changed);
}

/// Adds the first row of a table once more.
fn twice<T: Copy>(rows: &mut &'static [T]) {
    add(rows, rows[0]);
}

/// Adds a derived finding.
fn derive(derivation: Derivation) -> impl FnOnce(&mut RuleSet) {
    move |rules| add(&mut rules.derived, Derived { id: "another", derivation, ..NMS.derived[0] })
}

/// The condition that no place may hold: a computed number is asked for yes or no.
const BAD: Criterion = present("heartRateRise");
const WELL: Criterion = present("seizures");
const EXPOSURE: Criterion = present("exposure");
const SEVERE: Criterion = present("severe");
const NOWHERE: FindingIndex = FindingIndex(9_999);

/// What no condition may ask for.
fn conditions() -> Vec<(&'static str, Criterion)> {
    vec![
        ("a finding that is not there", Criterion::Present(NOWHERE)),
        ("a number asked for yes or no", present("temperature")),
        ("a yes or no asked for a number", above("seizures", 1.0)),
        ("a choice asked for yes or no", absent("rigidity")),
        ("a yes or no asked for an option", Criterion::Is(finding("seizures"), 0)),
        ("an option that is not there", Criterion::Is(finding("rigidity"), 40)),
        ("a list asked for yes or no", present("agents")),
        ("a computed number asked for yes or no", BAD),
        ("a derived yes or no asked for a number", Criterion::AtLeast(finding("exposure"), Decimal::ZERO)),
        ("a derived yes or no asked for an option", Criterion::AtLeastGrade(finding("exposure"), 1)),
        ("a threshold in another unit", above("temperature", 106.0)),
        ("a definition that is not there", Criterion::Definition(9_999)),
        ("more parts counted than there are", at_least_of(3, &[WELL, WELL])),
        ("none counted", at_least_of(0, &[WELL])),
        ("one within others", Criterion::Not(&Criterion::All(&[WELL, Criterion::Any(&[BAD])]))),
    ]
}

/// Every place in which a condition stands.
fn places() -> Vec<(&'static str, RuleSet)> {
    let point = list(vec![Point { label: "a point", when: BAD }]);
    let fold = list(vec![Fold { under: NMS.rules[1].id, when: BAD, advised_only: false }]);
    vec![
        ("alternatives", with(derive(Derivation::Alternatives(&[WELL, BAD])))),
        ("raised by", with(derive(Derivation::RaisedBy(&WELL, &BAD)))),
        ("not ruled out", with(derive(Derivation::NotRuledOut(&BAD)))),
        ("established", with(derive(Derivation::Established(&BAD)))),
        ("if answered", with(derive(Derivation::IfAnswered(&BAD)))),
        ("limited", with(derive(Derivation::Limited(&WELL, &WELL, &BAD)))),
        ("definition", with(|rules| first(&mut rules.definitions, |row| row.when = BAD))),
        ("exposure", with(|rules| rules.suspicion.exposure = BAD)),
        ("withdrawal", with(|rules| rules.suspicion.withdrawal = BAD)),
        ("sign", with(|rules| rules.suspicion.signs = &[WELL, BAD])),
        ("suspicion", with(|rules| first(&mut rules.suspicion.rows, |row| row.when = BAD))),
        ("severity", with(|rules| first(&mut rules.severity, |row| row.when = BAD))),
        ("rule", with(|rules| first(&mut rules.rules, |row| row.when = BAD))),
        ("contraindication", with(|rules| first(&mut rules.rules, |row| row.contraindicated_by = BAD))),
        ("check first", with(|rules| first(&mut rules.rules, |row| row.check_first_if = BAD))),
        ("fold", with(|rules| first(&mut rules.rules, |row| row.folds_under = fold))),
        ("conflict", with(|rules| first(&mut rules.conflicts, |row| row.when = BAD))),
        ("aftercare", with(|rules| rules.aftercare_shown_if = BAD)),
        ("score", with(|rules| first(&mut rules.beyond.score.items, |row| row.when = BAD))),
        ("feature", with(|rules| first(&mut rules.beyond.features, |row| row.when = BAD))),
        ("look-alike, for", with(|rules| first(&mut rules.beyond.look_alikes, |row| row.speaks_for = point))),
        ("look-alike, against", with(|rules| first(&mut rules.beyond.look_alikes, |row| row.speaks_against = point))),
        ("look-alike, first", with(|rules| first(&mut rules.beyond.look_alikes, |row| row.first_if = BAD))),
        (
            "dose",
            with(|rules| {
                first(&mut rules.beyond.drugs, |row| first(&mut row.doses, |dose| dose.withheld_if = BAD));
            }),
        ),
        (
            "caution",
            with(|rules| first(&mut rules.beyond.drugs, |row| first(&mut row.cautions, |caution| caution.when = BAD))),
        ),
        ("contact", with(|rules| first(&mut rules.beyond.contacts, |row| row.when = BAD))),
        ("doses", with(|rules| rules.beyond.doses_shown_if = BAD)),
        ("volume", with(|rules| rules.beyond.dantrolene.overload = BAD)),
        ("form", with(|rules| first(&mut rules.beyond.dantrolene.forms, |form| form.confirmed = BAD))),
        ("gate", with(|rules| rules.beyond.rechallenge.antagonist = BAD)),
    ]
}

/// What no derived finding may be computed from.
fn computations() -> Vec<(&'static str, Derivation)> {
    let itself = FindingIndex(u16::try_from(NMS.findings.len() + NMS.derived.len()).unwrap());
    let at = finding;
    vec![
        ("a ratio with a yes or no", Derivation::Ratio(at("creatinine"), at("seizures"))),
        ("a difference with a choice", Derivation::Difference(at("rigidity"), at("creatinine"))),
        ("a rise of what is not there", Derivation::PercentAbove(at("heartRate"), NOWHERE)),
        ("a mean with what is computed", Derivation::MeanPressure(at("systolic"), at("pulsePressure"))),
        ("a rise of itself", Derivation::PercentAbove(itself, at("heartRate"))),
        ("two units", Derivation::Difference(at("temperature"), at("heartRate"))),
        ("drugs in a number", Derivation::ListsAntagonist(at("temperature"))),
        ("a depot in a yes or no", Derivation::ListsDepot(at("longActingInjection"))),
        ("drugs in what is derived", Derivation::ListsDopaminergic(list(vec![at("listedDepot")]))),
        ("a drug in a day", Derivation::Names(at("resolvedOn"), "clozapine")),
        ("a drug that is not there", Derivation::Names(at("agents"), "clozapin")),
        ("no way to answer", Derivation::Alternatives(&[])),
    ]
}

/// What asks for something that is computed only after it.
fn upward() -> Vec<(&'static str, RuleSet)> {
    let (last, _) = NMS.definitions.iter().enumerate().next_back().unwrap();
    let below = Criterion::Definition(u16::try_from(last).unwrap());
    vec![
        ("a definition below", with(|rules| first(&mut rules.definitions, |row| row.when = below))),
        ("a definition itself", with(|rules| first(&mut rules.definitions, |row| row.when = Criterion::Definition(0)))),
        (
            "a derived finding below",
            with(|rules| {
                first(&mut rules.derived, |row| row.derivation = Derivation::Established(&EXPOSURE));
            }),
        ),
        (
            "a derived finding below, through a definition",
            with(|rules| {
                first(&mut rules.definitions, |row| row.when = present("exposure"));
                first(&mut rules.derived, |row| row.derivation = Derivation::Established(&Criterion::Definition(0)));
            }),
        ),
        ("the suspicion in its table", with(|rules| rules.suspicion.exposure = present("suspected"))),
        (
            "the check in the suspicion table",
            with(|rules| first(&mut rules.suspicion.rows, |row| row.when = present("toCheck"))),
        ),
        ("the grade in the suspicion table", with(|rules| rules.suspicion.signs = &[SEVERE])),
        ("the grade in its table", with(|rules| first(&mut rules.severity, |row| row.when = present("severe")))),
        (
            "a lower grade in the severity table",
            with(|rules| first(&mut rules.severity, |row| row.when = present("moderateOrWorse"))),
        ),
        (
            "the grade in its table, through a definition",
            with(|rules| {
                last_definition(rules, present("severeOverAll"));
                first(&mut rules.severity, |row| row.when = below);
            }),
        ),
        (
            "the score in the score",
            with(|rules| first(&mut rules.beyond.score.items, |row| row.when = above("consensusScoreKnown", 20.0))),
        ),
    ]
}

/// Ids that are there twice.
fn doubles() -> Vec<(&'static str, RuleSet)> {
    vec![
        ("finding", with(|rules| twice(&mut rules.findings))),
        ("derived finding", with(|rules| twice(&mut rules.derived))),
        ("asked and derived", with(|rules| first(&mut rules.derived, |row| row.id = "temperature"))),
        ("definition", with(|rules| twice(&mut rules.definitions))),
        ("severity row", with(|rules| twice(&mut rules.severity))),
        ("rule", with(|rules| twice(&mut rules.rules))),
        ("statement", with(|rules| twice(&mut rules.statements))),
        ("citation", with(|rules| twice(&mut rules.citations))),
        ("agent", with(|rules| twice(&mut rules.agents))),
        ("disagreement", with(|rules| twice(&mut rules.disagreements))),
        ("notice", with(|rules| twice(&mut rules.notices))),
        ("omission", with(|rules| twice(&mut rules.omissions))),
        ("retired", with(|rules| twice(&mut rules.retired))),
        ("score item", with(|rules| twice(&mut rules.beyond.score.items))),
        ("feature", with(|rules| twice(&mut rules.beyond.features))),
        ("look-alike", with(|rules| twice(&mut rules.beyond.look_alikes))),
        ("drug card", with(|rules| twice(&mut rules.beyond.drugs))),
        ("contact", with(|rules| twice(&mut rules.beyond.contacts))),
        ("no id", with(|rules| first(&mut rules.rules, |row| row.id = ""))),
        (
            "option",
            with(|rules| {
                first(&mut rules.findings, |row| {
                    row.kind =
                        FindingKind::Choice(list([NMS.finding(finding("rigidity")).unwrap().choices()[0]; 2].into()));
                });
            }),
        ),
    ]
}

/// Sources and names that lead nowhere, and rows that say nothing.
fn rows() -> Vec<(&'static str, RuleSet)> {
    let statement = Source { statements: &["S99"], ..Source::NONE };
    let citation = Source { citations: &["nobody-1900"], ..Source::NONE };
    vec![
        ("a rule without a source", with(|rules| first(&mut rules.rules, |row| row.source = Source::NONE))),
        (
            "a definition's statement",
            with(|rules| {
                first(&mut rules.definitions, |row| (row.basis, row.source) = (Basis::Article, statement));
            }),
        ),
        (
            "a suspicion row's citation",
            with(|rules| {
                first(&mut rules.suspicion.rows, |row| (row.basis, row.source) = (Basis::Literature, citation));
            }),
        ),
        ("a finding's citation", with(|rules| first(&mut rules.findings, |row| row.source = citation))),
        ("a disagreement's statement", with(|rules| first(&mut rules.disagreements, |row| row.source = statement))),
        (
            "a disagreement without a source",
            with(|rules| first(&mut rules.disagreements, |row| row.source = Source::NONE)),
        ),
        ("a disagreement's rule", with(|rules| first(&mut rules.disagreements, |row| row.rules = &["pray"]))),
        ("a notice's statement", with(|rules| first(&mut rules.notices, |row| row.statements = &["S99"]))),
        ("an omission's statement", with(|rules| first(&mut rules.omissions, |row| row.statement = "S99"))),
        ("an omission without a reason", with(|rules| first(&mut rules.omissions, |row| row.reason = ""))),
        ("a conflict's finding", with(|rules| first(&mut rules.conflicts, |row| row.findings = list(vec![NOWHERE])))),
        ("a conflict of nothing", with(|rules| first(&mut rules.conflicts, |row| row.findings = &[]))),
        ("a severity domain", with(|rules| rules.severity_domains = list(vec![NOWHERE]))),
        ("a finding that nothing reads", with(|rules| rules.findings = list(without_reasons()))),
        ("a headline too long", with(|rules| first(&mut rules.rules, |row| row.headline = TOO_LONG))),
        ("no question", with(|rules| first(&mut rules.rules, |row| (row.check_first_if, row.question) = (WELL, "")))),
        (
            "folded beneath itself",
            with(|rules| {
                let fold = list(vec![Fold { under: NMS.rules[0].id, when: WELL, advised_only: false }]);
                first(&mut rules.rules, |row| row.folds_under = fold);
            }),
        ),
        (
            "folded beneath nothing",
            with(|rules| {
                let fold = list(vec![Fold { under: "pray", when: WELL, advised_only: false }]);
                first(&mut rules.rules, |row| row.folds_under = fold);
            }),
        ),
        ("retired into nothing", with(|rules| first(&mut rules.retired, |row| row.into = &["pray"]))),
        ("retired and there", with(|rules| first(&mut rules.retired, |row| row.id = NMS.rules[0].id))),
        ("a score beyond 100", with(|rules| first(&mut rules.beyond.score.items, |row| row.points += 1))),
        (
            "a look-alike for which nothing speaks",
            with(|rules| first(&mut rules.beyond.look_alikes, |row| row.speaks_for = &[])),
        ),
        (
            "a dose without a source",
            with(|rules| {
                first(&mut rules.beyond.drugs, |row| first(&mut row.doses, |dose| dose.source = Source::NONE));
            }),
        ),
        ("a drug's rule", with(|rules| first(&mut rules.beyond.drugs, |row| row.rules = &["pray"]))),
        ("the line of a principle", with(|rules| rules.beyond.principle = "pray")),
        ("the card of a volume", with(|rules| rules.beyond.dantrolene.card = "pray")),
        ("a line with a stock", with(|rules| rules.beyond.dantrolene.mobilised_by = &["pray"])),
        ("the weight of a volume", with(|rules| rules.beyond.dantrolene.weight = finding("rigidity"))),
        ("the day of a gate", with(|rules| rules.beyond.rechallenge.resolved_on = finding("temperature"))),
    ]
}

fn without_reasons() -> Vec<Finding> {
    NMS.findings.iter().map(|row| Finding { reason: "", ..*row }).collect()
}

const TOO_LONG: &str = "A headline of more than fifty-two characters is too long";

#[test]
fn every_defect_stops_the_build_in_a_sentence() {
    let mut cases = Vec::new();
    let in_rule = conditions().into_iter().map(|(name, when)| {
        (format!("condition: {name}"), with(|rules| first(&mut rules.rules, |row| row.when = when)))
    });
    cases.extend(in_rule);
    let computed = computations().into_iter();
    cases.extend(computed.map(|(name, derivation)| (format!("computation: {name}"), with(derive(derivation)))));
    for (kind, rows) in [("place", places()), ("order", upward()), ("id", doubles()), ("row", rows())] {
        cases.extend(rows.into_iter().map(|(name, rules)| (format!("{kind}: {name}"), rules)));
    }
    let mut text = String::new();
    for (name, rules) in &cases {
        let said = check(rules).map_or_else(|defect| defect.as_str().to_string(), |()| "nothing is found".to_string());
        assert!(said.contains(": ") && !said.contains('?'), "{name}: no remedy, or cut off, in: {said}");
        // what is wrong in each place is the same
        let said = if name.starts_with("place") { said.split(" the finding").next().unwrap() } else { &said };
        writeln!(text, "{name}\n  {said}").unwrap();
    }
    expect_test::expect_file!["defects.txt"].assert_eq(&text);
}

/// Ids as they are misspelt, and what the build says.
#[test]
fn a_misspelt_id_is_named_beside_the_nearest() {
    let found = |id| find(id).map_err(|sentence| sentence.as_str().to_string());
    let chosen = |id, choice| choose(finding(id), choice).map_err(|sentence| sentence.as_str().to_string());
    let said = [
        found("temprature").unwrap_err(),
        found("exposur").unwrap_err(),
        found("heartRateRises").unwrap_err(),
        found("weather").unwrap_err(),
        define("full-patern").map_err(|sentence| sentence.as_str().to_string()).unwrap_err(),
        define("weather").map_err(|sentence| sentence.as_str().to_string()).unwrap_err(),
        chosen("rigidity", "sever").unwrap_err(),
        chosen("temperature", "high").unwrap_err(),
        chosen("exposure", "yes").unwrap_err(),
    ];
    let expected = [
        "a row names the finding `temprature`, which is not there; did you mean `temperature`?",
        "a row names the finding `exposur`, which is not there; did you mean `exposure`, which is derived?",
        "a row names the finding `heartRateRises`, which is not there; did you mean `heartRateRise`, which is derived?",
        "a row names the finding `weather`, which is not there; no id is near it: see the table of findings",
        "a row names the definition `full-patern`, which is not there; did you mean `full-pattern`?",
        "a row names the definition `weather`, which is not there; no id is near it: see the table of definitions",
        "a condition asks the finding `rigidity` for the option `sever`, which it does not offer: it offers `none`, `mild`, `moderate`, `severe`, `present`",
        "a condition asks the finding `temperature` for the option `high`, but it is no choice: it offers none",
        "a condition asks the finding `exposure` for the option `yes`, but it is no choice: it offers none",
    ];
    assert_eq!(said, expected);
    assert_eq!((found("exposure"), chosen("rigidity", "mild")), (Ok(finding("exposure")), Ok(1)));
}

#[test]
fn the_rule_set_as_it_is_has_no_defect() {
    assert_eq!(check(&NMS).map_err(|defect| defect.as_str().to_string()), Ok(()));
}

#[test]
fn each_place_of_a_condition_is_one_that_a_test_spoils() {
    let mut spoilt: Vec<_> = places().iter().flat_map(|(_, rules)| changed(rules)).collect();
    spoilt.sort_unstable();
    spoilt.dedup();
    let mut all: Vec<_> = NMS.conditions().map(|row| (row.table.row(), row.part)).collect();
    all.sort_unstable();
    all.dedup();
    // of the volume and of the gate one condition stands for the others, which one list names
    all.retain(|(table, part)| !["volume of", "gate of"].contains(table) || ["overload", "antagonist"].contains(part));
    assert_eq!(spoilt, all);
}

/// The places whose condition is the bad one.
fn changed(rules: &RuleSet) -> Vec<(&'static str, &'static str)> {
    let bad = rules.conditions().filter(|row| row.when == BAD);
    bad.map(|row| (row.table.row(), row.part)).collect()
}

#[test]
fn what_has_a_reason_for_being_asked_is_read_by_nothing() {
    let read = |at: &usize| nms_advisor::engine::check::is_read(&NMS, *at);
    for (at, row) in NMS.findings.iter().enumerate() {
        assert_eq!(read(&at), row.reason.is_empty(), "{}", row.id);
    }
}
