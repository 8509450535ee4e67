//! The bundled rule set: data only, assembled and checked when the crate is compiled.
//!
//! A clinician reviews `tests/review/review-sheet.md`, which is generated from these tables, never this code.

pub mod agents;
pub mod background;
pub mod citations;
pub mod codes;
pub mod conflicts;
pub mod consensus;
pub mod contacts;
pub mod course;
pub mod definitions;
pub mod derived;
pub mod differential;
pub mod disagreements;
pub mod drugs;
pub mod examples;
pub mod findings;
pub mod fluids;
pub mod form;
pub mod heat;
pub mod monitoring;
pub mod notices;
pub mod omissions;
pub mod pharmacologic;
pub mod pitfalls;
pub mod raised;
pub mod rechallenge;
pub mod schedule;
pub mod severity;
pub mod statements;
pub mod supportive;
pub mod suspicion;
pub mod terms;
pub mod trigger;
pub mod urgent;
pub mod words;

use crate::engine::beyond::Beyond;
use crate::engine::check::check;
use crate::engine::finding::Finding;
use crate::engine::rule::Rule;
use crate::engine::rule_set::{Retired, RuleSet};
use crate::engine::source::Source;

/// The plan, in the order of display.
const TABLES: [&[Rule]; 11] = [
    urgent::URGENT,
    trigger::TRIGGER,
    supportive::SUPPORTIVE,
    heat::HEAT,
    fluids::FLUIDS,
    monitoring::MONITORING,
    pitfalls::PITFALLS,
    pharmacologic::PHARMACOLOGIC,
    course::COURSE,
    rechallenge::RECHALLENGE,
    background::BACKGROUND,
];

#[expect(clippy::indexing_slicing, reason = "runs only while compiling, where a wrong index stops the build")]
const RULE_COUNT: usize = {
    let (mut count, mut table) = (0, 0);
    while table < TABLES.len() {
        count += TABLES[table].len();
        table += 1;
    }
    count
};

#[expect(clippy::indexing_slicing, reason = "runs only while compiling, where a wrong index stops the build")]
static RULES: [Rule; RULE_COUNT] = {
    let mut rules = [Rule::DO; RULE_COUNT];
    let (mut at, mut table) = (0, 0);
    while table < TABLES.len() {
        let mut row = 0;
        while row < TABLES[table].len() {
            rules[at] = with_text(TABLES[table][row]);
            at += 1;
            row += 1;
        }
        table += 1;
    }
    rules
};

/// A headline that says enough is the text too.
const fn with_text(rule: Rule) -> Rule {
    if rule.text.is_empty() { Rule { text: rule.headline, ..rule } } else { rule }
}

/// The treatment of neuroleptic malignant syndrome.
pub static NMS: RuleSet = CHECKED;

impl Default for &'static RuleSet {
    /// The guideline of whoever names none.
    fn default() -> Self {
        &NMS
    }
}

/// What can be asked, without what is said of it on screen: enough to read what comes from outside, in a program that does
/// not hold the rest.
#[expect(clippy::indexing_slicing, reason = "runs only while compiling, where a wrong index stops the build")]
pub static ASKED: [Finding; findings::FINDINGS.len()] = {
    let mut bare = [Finding { label: "", hint: "", reason: "", source: Source::NONE, ..findings::FINDINGS[0] };
        findings::FINDINGS.len()];
    let mut at = 0;
    while at < bare.len() {
        let finding = findings::FINDINGS[at];
        bare[at] = Finding { label: "", hint: "", reason: "", source: Source::NONE, ..finding };
        at += 1;
    }
    bare
};

const CHECKED: RuleSet = RuleSet {
    id: "nms",
    version: "0.3.0",
    reviewed: None,
    findings: findings::FINDINGS,
    derived: derived::DERIVED,
    definitions: definitions::DEFINITIONS,
    suspicion: suspicion::SUSPICION,
    severity: severity::SEVERITY,
    severity_domains: severity::SEVERITY_DOMAINS,
    rules: &RULES,
    statements: statements::STATEMENTS,
    citations: citations::CITATIONS,
    agents: agents::AGENTS,
    disagreements: disagreements::DISAGREEMENTS,
    notices: notices::NOTICES,
    omissions: omissions::OMISSIONS,
    conflicts: conflicts::CONFLICTS,
    retired: &[Retired {
        id: "consider-bromocriptine-or-dantrolene",
        into: &["consider-dantrolene", "consider-bromocriptine"],
    }],
    aftercare_shown_if: terms::definition("recovery"),
    beyond: Beyond {
        score: consensus::CONSENSUS,
        features: consensus::FEATURES,
        look_alikes: differential::LOOK_ALIKES,
        drugs: drugs::DRUGS,
        schedule: schedule::SCHEDULE,
        steps_down: "step-down",
        principle: "treat-without-waiting",
        calls: "call-critical-care",
        contacts: contacts::CONTACTS,
        doses_shown_if: drugs::DOSES_SHOWN_IF,
        doses_withheld: drugs::DOSES_WITHHELD,
        dantrolene: pharmacologic::DANTROLENE,
        rechallenge: rechallenge::GATE,
    },
};

const _: () = match check(&CHECKED) {
    Ok(()) => {}
    Err(defect) => panic!("{}", defect.as_str()),
};
