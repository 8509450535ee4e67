//! Measures for life-threatening cases (S27-S33, S52-S54). Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, all, at_least, definition, present};

use Basis::Literature;
use Section::Advanced;
use Urgency::{Critical, Info};

const CARRIED_OVER: &str = "The wording is very likely carried over from serotonin toxicity; texts on toxic hyperthermia support it here, some at a lower temperature.";

/// Advanced interventions, in order.
pub const ADVANCED: &[Rule] = &[
    Rule {
        id: "emergency-sedation",
        section: Advanced,
        urgency: Critical,
        when: definition("extreme-hyperthermia"),
        text: "Emergency sedation",
        detail: "Extreme hyperthermia: above 41.1\u{a0}°C, whatever its cause.",
        source: article(&["S27", "S28"]).and(&["cmdt-hyperthermia"]).read_as(CARRIED_OVER),
        ..Rule::DO
    },
    Rule {
        id: "neuromuscular-paralysis",
        section: Advanced,
        urgency: Critical,
        when: definition("extreme-hyperthermia"),
        text: "Neuromuscular paralysis with a non-depolarising agent",
        detail: "Avoid succinylcholine. Paralysis hides seizures: watch the EEG.",
        source: article(&["S27", "S29"]).and(&["cmdt-hyperthermia", "verdura-vizcaino-2011"]).read_as(CARRIED_OVER),
        ..Rule::DO
    },
    Rule {
        id: "intubate-and-ventilate",
        section: Advanced,
        urgency: Critical,
        when: definition("extreme-hyperthermia"),
        text: "Intubation and mechanical ventilation",
        detail: "With sedation and paralysis, as one step.",
        source: article(&["S27", "S30"]).and(&["cmdt-hyperthermia"]).read_as(CARRIED_OVER),
        ..Rule::DO
    },
    Rule {
        id: "admit-to-intensive-care",
        section: Advanced,
        urgency: Critical,
        when: all(&[present("suspected"), present("severe")]),
        text: "Intensive care: admit",
        detail: "Severe: extreme hyperthermia or complications, on top of everything above.",
        source: article(&["S52"]),
        ..Rule::DO
    },
    Rule {
        id: "consider-paralysis-and-intubation",
        section: Advanced,
        when: all(&[present("suspected"), present("severe")]),
        text: "Neuromuscular paralysis and intubation, if the case asks for it",
        detail: "With a non-depolarising agent; avoid succinylcholine.",
        source: article(&["S53"]).and(&["cmdt-hyperthermia", "verdura-vizcaino-2011"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "escalate-when-cooling-fails",
        section: Advanced,
        basis: Literature,
        when: all(&[present("suspected"), at_least("coolingMinutes", 30.0), above("temperature", 38.0)]),
        text: "Paralysis, intubation and ventilation: cooling for 30 minutes or more has not brought the temperature to normal",
        detail: "Not while it is falling steadily: active cooling itself ends at 38 to 39\u{a0}°C. Marked rigidity is the other reason. With a non-depolarising agent; avoid succinylcholine. The article's 41.1\u{a0}°C is not a reason to wait.",
        source: literature(&["cmdt-hyperthermia", "critcare-2007-hyperthermia"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "consider-electroconvulsive-therapy",
        section: Advanced,
        when: all(&[present("suspected"), present("severe"), present("persistentDespiteTreatment")]),
        text: "Electroconvulsive therapy (ECT): second line, if severe and persistent",
        detail: "Led by anaesthesia, with potassium and CK checked first and a non-depolarising relaxant; avoid succinylcholine.",
        source: article(&["S32", "S54"]).and(&["morcos-2019", "kuhlwilm-2020", "verdura-vizcaino-2011"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "prefer-ect-with-a-psychiatric-condition",
        section: Advanced,
        urgency: Info,
        when: all(&[
            present("suspected"),
            present("severe"),
            present("persistentDespiteTreatment"),
            present("psychiatricConditionForEct"),
        ]),
        text: "ECT: more reason for it, as a concurrent psychiatric condition would benefit",
        detail: "Potassium and CK first; a non-depolarising relaxant, avoid succinylcholine.",
        source: article(&["S33"]).and(&["verdura-vizcaino-2011"]),
        ..Rule::CONSIDER
    },
];
