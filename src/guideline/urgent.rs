//! What kills within minutes, whatever its cause. Data only.

use crate::engine::rule::{Rule, Urgency};
use crate::engine::source::{Basis, literature};

use super::terms::{absent, all, below, definition, present};

/// What kills within minutes, whatever its cause, in order.
pub const URGENT: &[Rule] = &[
    Rule {
        id: "treat-as-malignant-hyperthermia",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: definition("malignant-hyperthermia-now"),
        headline: "Malignant hyperthermia: start the local protocol now",
        detail: "Call for help; stop the volatile agent and suxamethonium (succinylcholine), hyperventilate with 100\u{a0}% oxygen, dantrolene by that protocol, cool, treat potassium, go to critical care. The limits written for neuroleptic malignant syndrome (label, daily ceiling) do not apply. No verapamil or diltiazem, no suxamethonium.",
        source: literature(&["emhg-2024", "qrh-3-8", "boyer-shannon-2005"]),
        ..Rule::DO
    },
    Rule {
        id: "secure-airway-and-breathing",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: all(&[definition("airway-at-risk"), absent("ventilatedNow")]),
        headline: "Open the airway, give oxygen, call for help",
        detail: "Support ventilation and plan intubation now: breathing can stop suddenly. Respiratory problems are among the strongest predictors of death. Intubate with a non-depolarising relaxant; avoid suxamethonium (succinylcholine).",
        source: literature(&["guinart-2021-mortality", "modi-2016", "dsm-5-tr", "bmj-nms"]).read_as("A saturation below 90\u{a0}% on air and a Glasgow Coma Scale of 8 or less are our own thresholds."),
        ..Rule::DO
    },
    Rule {
        id: "support-the-circulation",
        urgency: Urgency::Critical,
        basis: Basis::Design,
        safety: true,
        when: definition("circulation-fails"),
        headline: "Treat shock: fluids, vasopressor by protocol",
        detail: "Lactate, cultures and a search for sepsis, bleeding, arrhythmia and myocarditis. Bromocriptine waits.",
        source: literature(&["modi-2016"]).read_as("Our own thresholds: shock, a vasopressor, systolic pressure below 90 or mean pressure below 65\u{a0}mmHg."),
        ..Rule::DO
    },
    Rule {
        id: "treat-hyperkalaemia",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: definition("dangerous-potassium"),
        headline: "Treat the potassium now: ECG, calcium, insulin",
        detail: "In this order: ECG and monitor; intravenous calcium if the ECG shows changes (safe with dantrolene); insulin with glucose, then salbutamol; stop potassium and drugs that raise it; dialysis if it does not come down. Recheck potassium and glucose. No suxamethonium (succinylcholine).",
        source: literature(&["ukka-2023", "qrh-3-8", "tox-dantrolene"]).read_as("From 6.0\u{a0}mmol/L or with ECG changes: our own threshold."),
        ..Rule::DO
    },
    Rule {
        id: "treat-hypoglycaemia",
        urgency: Urgency::Critical,
        basis: Basis::Design,
        safety: true,
        when: below("glucose", 4.0),
        headline: "Treat the low glucose now",
        detail: "Below 4\u{a0}mmol/L: confusion, seizures and coma may be this alone. By mouth only if awake and swallowing. Recheck within 15\u{a0}minutes.",
        source: literature(&["jbds-2021", "critcare-2007-hyperthermia"]).read_as("The limit is that for inpatients with diabetes; without diabetes some sources say 2.8\u{a0}mmol/L. Our choice, as giving sugar does no harm."),
        ..Rule::DO
    },
    Rule {
        id: "treat-seizures",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: present("seizures"),
        headline: "Stop the seizure: benzodiazepine, airway, glucose",
        detail: "Then look for the cause: sodium, imaging, lumbar puncture. EEG if the patient does not wake: non-convulsive status resembles this syndrome.",
        source: literature(&["critcare-2007-hyperthermia", "bmj-nms"]),
        ..Rule::DO
    },
];
