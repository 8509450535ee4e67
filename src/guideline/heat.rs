//! Heat and infection (S13, S27 to S30). Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{absent, all, any, at_least, at_most, definition, present, under};

/// Heat and infection (S13, S27 to S30), in order.
pub const HEAT: &[Rule] = &[
    Rule {
        id: "emergency-sedation",
        section: Section::Advanced,
        urgency: Urgency::Critical,
        safety: true,
        when: definition("extreme-hyperthermia"),
        headline: "Above 41.1\u{a0}°C: sedate, paralyse, ventilate now",
        beyond: "One step, with cooling. Nobody waits for this number: from 40\u{a0}°C with rigidity the team already acts.",
        article_text: "Above 41.1\u{a0}°C: emergency sedation",
        source: article(&["S27", "S28"]).and(&["cmdt-hyperthermia", "etg-hyperthermia"]).read_as("The wording is very likely carried over from serotonin toxicity; texts on toxic hyperthermia support it here, some at a lower temperature. The article speaks of this syndrome; that it holds whatever the cause is from texts on toxic hyperthermia."),
        ..Rule::DO
    },
    Rule {
        id: "neuromuscular-paralysis",
        section: Section::Advanced,
        urgency: Urgency::Critical,
        safety: true,
        when: definition("extreme-hyperthermia"),
        headline: "Paralyse with a non-depolarising relaxant",
        detail: "Avoid suxamethonium (succinylcholine). Paralysis hides seizures: EEG.",
        folds_under: &[under("emergency-sedation")],
        source: article(&["S27", "S29"]).and(&["cmdt-hyperthermia", "verdura-vizcaino-2011"]).read_as("The wording is very likely carried over from serotonin toxicity; texts on toxic hyperthermia support it here, some at a lower temperature. The article speaks of this syndrome; that it holds whatever the cause is from texts on toxic hyperthermia."),
        ..Rule::DO
    },
    Rule {
        id: "intubate-and-ventilate",
        section: Section::Advanced,
        urgency: Urgency::Critical,
        safety: true,
        when: all(&[definition("extreme-hyperthermia"), absent("ventilatedNow")]),
        headline: "Intubate and ventilate",
        detail: "With sedation and paralysis, non-depolarising; avoid suxamethonium (succinylcholine).",
        folds_under: &[under("emergency-sedation")],
        source: article(&["S27", "S30"]).and(&["cmdt-hyperthermia"]).read_as("The wording is very likely carried over from serotonin toxicity; texts on toxic hyperthermia support it here, some at a lower temperature. The article speaks of this syndrome; that it holds whatever the cause is from texts on toxic hyperthermia."),
        ..Rule::DO
    },
    Rule {
        id: "escalate-when-cooling-fails",
        section: Section::Advanced,
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        when: all(&[any(&[present("suspected"), definition("drug-heat")]), at_least("coolingMinutes", 30.0), at_least("temperature", 39.5), at_most("temperature", 41.1), absent("ventilatedNow")]),
        headline: "Still 39.5\u{a0}°C after 30\u{a0}min: sedate and ventilate",
        detail: "With paralysis, non-depolarising; avoid suxamethonium (succinylcholine). Not while it is falling steadily. Marked rigidity is the other reason.",
        folds_under: &[under("emergency-sedation")],
        source: literature(&["cmdt-hyperthermia", "etg-hyperthermia"]).read_as("From 39.5\u{a0}°C and 30 minutes: our own."),
        ..Rule::CONSIDER
    },
    Rule {
        id: "treat-infection-now",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: definition("infection-to-treat"),
        headline: "Treat infection now: cultures, then antibiotics",
        detail: "Sepsis or an infection of the brain is treated before it is proved: blood cultures first, no waiting for imaging or lumbar puncture; aciclovir too where encephalitis is possible (altered mind, neck stiffness, focal signs). This goes on beside everything else.",
        source: literature(&["bmj-nms", "etg-encephalitis", "clinical-em-meningitis"]),
        ..Rule::DO
    },
    Rule {
        id: "treat-malignant-catatonia",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: all(&[present("catatonia"), any(&[present("hyperthermic"), definition("sympathetic-lability"), present("hypermetabolic"), definition("vital-signs-fast")]), absent("actedOn")]),
        headline: "Malignant catatonia: lorazepam now, ask for ECT",
        detail: "No antipsychotic. Lorazepam with breathing watched; call psychiatry and anaesthesia for ECT at once if it does not answer. Fluids, thromboprophylaxis, cultures, EEG, antibodies.",
        source: literature(&["bap-catatonia-2023", "nhs-scotland-catatonia"]),
        ..Rule::DO
    },
    Rule {
        id: "cool-externally",
        urgency: Urgency::Critical,
        when: definition("cooling-in-question"),
        headline: "Cool now: strip, mist and fan, cold fluid, ice",
        detail: "Ice packs, cooling blankets, evaporation.",
        beyond: "From 40\u{a0}°C immersion in cold water is fastest. Aim below 39\u{a0}°C within 30\u{a0}minutes; end active cooling at about 38 to 38.5\u{a0}°C. Core probe. Cold intravenous fluid (4\u{a0}°C) where volume is wanted.",
        article_text: "Cool: ice packs, blankets, evaporation",
        source: article(&["S13"]).and(&["sccm-heat-2025", "etg-hyperthermia", "critcare-2007-hyperthermia", "cmdt-hyperthermia"]).read_as("The article gives no number; outside the syndrome it is from 40.0\u{a0}°C, or 39.0\u{a0}°C in toxic heat."),
        ..Rule::DO
    },
    Rule {
        id: "avoid-antipyretics-as-treatment",
        section: Section::Pitfalls,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        when: all(&[present("suspected"), present("hyperthermic"), absent("septic")]),
        headline: "Antipyretics as the treatment of this heat",
        detail: "Where the heat comes from muscle they do not work. If an infection is possible it is treated all the same.",
        folds_under: &[under("cool-externally")],
        source: literature(&["critcare-2007-hyperthermia", "sccm-heat-2025"]),
        ..Rule::AVOID
    },
];
