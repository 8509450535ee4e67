//! After recovery (S55 to S57). Data only.

use crate::engine::beyond::RechallengeInputs;
use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, absent, all, any, definition, finding, present, under};

/// What the rechallenge gate is computed from.
pub const GATE: RechallengeInputs = RechallengeInputs {
    in_question: any(&[present("suspected"), definition("recovery")]),
    resolved: present("resolved"),
    sign_left: any(&[
        present("hyperthermic"),
        present("rigid"),
        present("alteredMentalStatus"),
        present("bloodPressureLabile"),
        present("bloodPressureRise"),
        present("diaphoresis"),
        present("incontinence"),
        present("hypermetabolic"),
        above("creatineKinaseMultiple", 2.0),
        all(&[absent("childUnder12"), above("heartRate", 100.0)]),
        definition("renal-injury"),
    ]),
    resolved_on: finding("resolvedOn"),
    long_acting: present("depot"),
    antagonist: present("antagonistTaken"),
    days: 14,
};

/// After recovery (S55 to S57), in order.
pub const RECHALLENGE: &[Rule] = &[
    Rule {
        id: "delay-rechallenge",
        section: Section::Aftercare,
        urgency: Urgency::Warning,
        when: all(&[any(&[present("suspected"), definition("recovery")]), present("triggerPossible")]),
        headline: "An antipsychotic within 2\u{a0}weeks of full recovery",
        detail: "At least 2\u{a0}weeks after complete resolution; longer after a depot. That the time has passed is no advice to restart: a specialist decides.",
        folds_under: &[under("step-down")],
        source: article(&["S55"])
            .and(&["bmj-nms", "rosebush-1989"])
            .read_as("The article does not say from when to count; complete resolution is from the literature."),
        ..Rule::AVOID
    },
    Rule {
        id: "obtain-consent-for-rechallenge",
        section: Section::Aftercare,
        urgency: Urgency::Info,
        when: all(&[any(&[present("suspected"), definition("recovery")]), present("triggerPossible")]),
        headline: "Before any antipsychotic: informed consent",
        folds_under: &[under("step-down")],
        source: article(&["S56"]).and(&["sarkar-gupta-2017"]),
        ..Rule::DO
    },
    Rule {
        id: "educate-patient-and-family",
        section: Section::Aftercare,
        urgency: Urgency::Info,
        when: any(&[present("suspected"), definition("recovery")]),
        headline: "Explain the episode to patient and family",
        detail: "So that future prescribers and anaesthetists hear of it.",
        folds_under: &[under("step-down")],
        source: article(&["S57"]),
        ..Rule::DO
    },
    Rule {
        id: "record-the-reaction",
        section: Section::Aftercare,
        urgency: Urgency::Info,
        basis: Basis::Literature,
        when: all(&[any(&[present("suspected"), definition("recovery")]), present("triggerEstablished")]),
        headline: "Record the reaction: drug and class",
        folds_under: &[under("step-down")],
        source: literature(&["bmj-nms"]),
        ..Rule::DO
    },
    Rule {
        id: "plan-any-later-antipsychotic",
        section: Section::Aftercare,
        basis: Basis::Literature,
        when: all(&[any(&[present("suspected"), definition("recovery")]), present("triggerPossible")]),
        headline: "If one is needed again: how, and how often it recurs",
        detail: "Alternatives first, ECT among them. Then a different drug with less dopamine affinity, by mouth, lowest dose, slowly, well hydrated, no depot first, lithium reviewed; temperature, pulse, tone and CK followed. Recurrence: 5 of 119 (4.2\u{a0}%) in Finland, after a median of 795\u{a0}days; about a third in an early review; of 15 patients 87\u{a0}% tolerated one eventually, and time since recovery counted.",
        folds_under: &[under("step-down")],
        source: literature(&[
            "guinart-2021-finland",
            "rosebush-1989",
            "pileggi-cook-2016",
            "pearlman-1986",
            "sarkar-gupta-2017",
        ]),
        ..Rule::NOTE
    },
];
