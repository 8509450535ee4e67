//! The bundled rule set: data only, assembled and checked when the crate is compiled.
//!
//! A clinician reviews `tests/review/review-sheet.md`, which is generated from these tables, never this code.

pub mod advanced;
pub mod agents;
pub mod citations;
pub mod conflicts;
pub mod consensus;
pub mod contacts;
pub mod definitions;
pub mod derived;
pub mod differential;
pub mod disagreements;
pub mod drugs;
pub mod examples;
pub mod findings;
pub mod immediate;
pub mod monitoring;
pub mod notices;
pub mod omissions;
pub mod pharmacologic;
pub mod rechallenge;
pub mod schedule;
pub mod severity;
pub mod statements;
pub mod terms;

use crate::engine::beyond::Beyond;
use crate::engine::check::check;
use crate::engine::rule::Rule;
use crate::engine::rule_set::RuleSet;

const TABLES: [&[Rule]; 9] = [
    immediate::IMMEDIATE,
    advanced::ADVANCED,
    immediate::PITFALLS,
    pharmacologic::PHARMACOLOGIC,
    monitoring::MONITORING,
    monitoring::FURTHER_TESTS,
    monitoring::COMPLICATIONS,
    rechallenge::RECHALLENGE,
    immediate::BACKGROUND,
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
const RULES: [Rule; RULE_COUNT] = {
    let mut rules = [Rule::DO; RULE_COUNT];
    let (mut at, mut table) = (0, 0);
    while table < TABLES.len() {
        let mut row = 0;
        while row < TABLES[table].len() {
            rules[at] = TABLES[table][row];
            at += 1;
            row += 1;
        }
        table += 1;
    }
    rules
};

/// The treatment of neuroleptic malignant syndrome.
pub static NMS: RuleSet = CHECKED;

const CHECKED: RuleSet = RuleSet {
    id: "nms",
    version: "0.2.0",
    reviewed: None,
    findings: findings::FINDINGS,
    derived: derived::DERIVED,
    definitions: definitions::DEFINITIONS,
    suspicion: derived::SUSPICION,
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
    beyond: Beyond {
        score: consensus::CONSENSUS,
        features: consensus::FEATURES,
        look_alikes: differential::LOOK_ALIKES,
        drugs: drugs::DRUGS,
        schedule: schedule::SCHEDULE,
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
