//! What comes first: the trigger, supportive care, and the pitfalls around them (S06-S15, S45-S49). Data only.

use crate::engine::rule::{Kind, Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, absent, all, any, at_least, below, definition, is, not, present};

use Basis::Literature;
use Section::{Background, Immediate, Pitfalls};
use Urgency::{Critical, Warning};

/// Immediate actions, in order.
pub const IMMEDIATE: &[Rule] = &[
    Rule {
        id: "treat-as-malignant-hyperthermia",
        urgency: Critical,
        basis: Literature,
        safety: true,
        when: present("volatileAnaesthetic"),
        text: "Malignant hyperthermia: treat by the local protocol now",
        detail: "A volatile anaesthetic or succinylcholine within 24\u{a0}h puts malignant hyperthermia first. Its dantrolene regimen is its own: the label's statement, the ceiling in 24\u{a0}h and never alone speak of neuroleptic malignant syndrome only. Never verapamil or diltiazem with dantrolene here either, and never succinylcholine.",
        source: literature(&["boyer-shannon-2005", "chun-2016"]),
        ..Rule::DO
    },
    Rule {
        id: "discontinue-dopamine-antagonists",
        urgency: Critical,
        when: all(&[present("suspected"), present("antagonistPossible")]),
        check_first_if: present("onlyWithdrawal"),
        question: "Is a dopamine antagonist on the chart? A dopaminergic drug was withdrawn, and no antagonist is known yet.",
        text: "Antipsychotics and every other dopamine antagonist: stop now, whatever the psychiatric status",
        detail: "The single most critical step; it comes before any drug treatment. It covers antiemetics such as metoclopramide, prochlorperazine, promethazine and droperidol, and any further depot injection. A depot already given cannot be removed: expect a longer course.",
        source: article(&["S06", "S08", "S09", "S10"]).and(&["bmj-nms", "caroff-current-psychiatry"]).read_as(
            "The article says antipsychotics. Antiemetics and depot injections are added from the literature: the same drug class causes the syndrome.",
        ),
        ..Rule::DO
    },
    Rule {
        id: "restart-dopaminergic-drug",
        urgency: Critical,
        basis: Literature,
        safety: true,
        when: all(&[present("suspected"), present("dopaminergicWithdrawal")]),
        text: "Dopaminergic drug or stimulation: restart now",
        detail: "Withdrawal of levodopa, a dopamine agonist or amantadine, or failure of deep brain stimulation, causes the same picture and needs the opposite of a stop. If swallowing is unsafe, by tube; if it is not absorbed (tube feeds, ileus, a failing pump), ask neurology for another route. Continuous dyskinesia speaks of too much of it: ask neurology first. Amantadine accumulates when the kidneys fail: check renal function first.",
        source: literature(&["pmc6278220", "pmc6536166", "jpd-223362", "bmj-nms", "amantadine-renal"]),
        ..Rule::DO
    },
    Rule {
        id: "restore-baclofen",
        urgency: Critical,
        basis: Literature,
        safety: true,
        when: present("baclofenWithdrawal"),
        text: "Baclofen: restore it, and check the pump",
        detail: "Baclofen withdrawal, above all of an intrathecal pump, can look the same: fever, rebound spasticity, itch without rash.",
        source: literature(&["coffey-2002"]),
        ..Rule::DO
    },
    Rule {
        id: "find-the-exposure",
        basis: Literature,
        safety: true,
        when: all(&[present("suspected"), absent("exposureEstablished")]),
        text: "The trigger: look for it while acting as if it were there",
        detail: "Drug chart, depot record, antiemetics, drugs for Parkinson disease and whether any was stopped.",
        source: literature(&["bmj-nms"]),
        ..Rule::DO
    },
    Rule {
        id: "look-for-another-cause",
        urgency: Critical,
        basis: Literature,
        safety: true,
        when: definition("differential-first"),
        text: "Another cause comes first: neither exposure nor withdrawal was found",
        detail: "Infection of the brain or elsewhere, serotonin toxicity, malignant hyperthermia, heat stroke, anticholinergic or stimulant toxicity, catatonia. Hyperthermia is treated all the same. This does not exclude the syndrome: ask again for antiemetics and depot injections.",
        source: literature(&["bmj-nms", "sarkar-gupta-2017"]),
        ..Rule::DO
    },
    Rule {
        id: "start-supportive-care",
        urgency: Critical,
        when: present("suspected"),
        text: "Supportive care: aggressive, from the start",
        detail: "With the action on the trigger, this is the cornerstone; other drugs are only added to it.",
        source: article(&["S07", "S08"]),
        ..Rule::DO
    },
    Rule {
        id: "cool-externally",
        urgency: Critical,
        when: present("hyperthermic"),
        text: "External cooling: ice packs, cooling blankets, evaporation",
        detail: "Ice packs alone may be too slow; a core probe (rectal or bladder) shows whether cooling works. Antipyretics do not treat this hyperthermia.",
        source: article(&["S13"]).and(&["critcare-2007-hyperthermia", "cmdt-hyperthermia"]),
        ..Rule::DO
    },
    Rule {
        id: "call-critical-care",
        urgency: Critical,
        basis: Literature,
        safety: true,
        when: any(&[
            at_least("temperature", 40.0),
            all(&[above("temperature", 38.5), present("risingDespiteCooling")]),
            all(&[present("suspected"), present("moderateOrWorse")]),
        ]),
        text: "Critical care: call now",
        detail: "Asked for in moderate and severe cases, and at any temperature that rises above 38.5\u{a0}°C despite cooling. From 40\u{a0}°C, be ready to sedate, paralyse and ventilate; the article's 41.1\u{a0}°C is not a reason to wait.",
        source: literature(&["bmj-nms", "cmdt-hyperthermia", "poisoning-drug-overdose"]),
        ..Rule::DO
    },
    Rule {
        id: "give-intravenous-fluids",
        urgency: Critical,
        when: present("suspected"),
        text: "Intravenous fluids: for dehydration and to protect the kidneys",
        detail: "To support renal function and prevent renal failure from rhabdomyolysis. In heart failure or with little urine, watch the volume.",
        source: article(&["S14"]),
        ..Rule::DO
    },
    Rule {
        id: "give-benzodiazepine",
        when: present("suspected"),
        check_first_if: definition("airway-at-risk"),
        question: "Is the airway secured? Breathing or consciousness is impaired, and a benzodiazepine can depress both.",
        text: "Benzodiazepine: for agitation or rigidity, if the airway is safe",
        detail: "Instead of physical restraint.",
        source: article(&["S11", "S50"]).and(&["critcare-2007-hyperthermia"]).read_as(
            "The article names agitation; use for rigidity and the condition on the airway are added.",
        ),
        ..Rule::DO
    },
    Rule {
        id: "stabilise-vital-signs",
        when: present("suspected"),
        text: "Blood pressure and heart rate: normalise them if unstable",
        detail: "The article names no drug. A short-acting, titratable agent by local protocol; never verapamil or diltiazem if dantrolene is given or likely.",
        source: article(&["S15"]).and(&["tox-dantrolene"]),
        ..Rule::DO
    },
    Rule {
        id: "treat-without-waiting",
        urgency: Critical,
        when: present("suspected"),
        text: "Treatment: start before the diagnosis is confirmed",
        detail: "Treat, and look for other causes in parallel.",
        source: article(&["S46"]),
        section: Immediate,
        ..Rule::DO
    },
];

/// What must not be done.
pub const PITFALLS: &[Rule] = &[
    Rule {
        id: "avoid-physical-restraint",
        section: Pitfalls,
        when: any(&[present("suspected"), present("agitation"), present("physicalRestraint")]),
        text: "Physical restraint",
        detail: "Never: straining against it adds muscle work, heat and lactic acidosis, and so raises mortality. A benzodiazepine instead, if the airway is safe.",
        source: article(&["S11", "S12", "S45"]).read_as(
            "The wording is very likely carried over from serotonin toxicity; the reasoning holds here too, but it is no trial evidence.",
        ),
        ..Rule::AVOID
    },
    Rule {
        id: "release-restraint",
        section: Immediate,
        urgency: Critical,
        when: present("physicalRestraint"),
        text: "Physical restraint: release it",
        detail: "Stay with the patient; a benzodiazepine if the airway is safe.",
        source: article(&["S11", "S45"]),
        ..Rule::DO
    },
    Rule {
        id: "avoid-dopamine-antagonists",
        section: Pitfalls,
        basis: Literature,
        safety: true,
        when: present("suspected"),
        text: "Any dopamine antagonist for agitation, nausea, hiccups or shivering",
        detail: "Haloperidol, droperidol and chlorpromazine; metoclopramide, prochlorperazine and promethazine. Also no depot injection.",
        source: literature(&["caroff-current-psychiatry", "critcare-2007-hyperthermia", "bmj-nms"]),
        ..Rule::AVOID
    },
    Rule {
        id: "avoid-succinylcholine",
        section: Pitfalls,
        basis: Literature,
        safety: true,
        when: any(&[present("suspected"), definition("paralysis-in-question"), present("volatileAnaesthetic")]),
        text: "Succinylcholine: for intubation or ECT, a non-depolarising agent instead",
        detail: "With rhabdomyolysis and immobility it carries a risk of dangerous hyperkalaemia.",
        source: literature(&["verdura-vizcaino-2011", "ramamoorthy-2011"]),
        ..Rule::AVOID
    },
    Rule {
        id: "avoid-verapamil-or-diltiazem-with-dantrolene",
        section: Pitfalls,
        basis: Literature,
        safety: true,
        when: any(&[
            definition("drugs-in-question"),
            present("volatileAnaesthetic"),
            not(&is("calciumChannelBlocker", "none")),
        ]),
        text: "Verapamil or diltiazem together with dantrolene",
        detail: "Hyperkalaemia and cardiovascular collapse. Some monographs warn of the whole class of calcium-channel blockers.",
        source: literature(&["tox-dantrolene", "dantrolene-ccb"]),
        ..Rule::AVOID
    },
    Rule {
        id: "avoid-antipyretics-as-treatment",
        section: Pitfalls,
        urgency: Warning,
        basis: Literature,
        when: present("hyperthermic"),
        text: "Antipyretics as the treatment of this hyperthermia",
        detail: "The heat comes from muscle, not from a raised set point.",
        source: literature(&["critcare-2007-hyperthermia"]),
        ..Rule::AVOID
    },
    Rule {
        id: "avoid-passive-approach",
        section: Pitfalls,
        urgency: Warning,
        when: present("suspected"),
        text: "Waiting and watching",
        detail: "Active, aggressive management is what prevents deaths.",
        source: article(&["S49"]),
        ..Rule::AVOID
    },
];

/// What helps to judge the rest.
pub const BACKGROUND: &[Rule] = &[
    Rule {
        id: "know-the-diagnosis-is-clinical",
        section: Background,
        urgency: Warning,
        when: present("suspected"),
        text: "The diagnosis is clinical: no laboratory finding proves or excludes it",
        detail: "A normal or pending CK takes nothing off the plan.",
        source: article(&["S47"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-early-treatment-lowers-mortality",
        section: Background,
        when: present("suspected"),
        text: "Mortality: 76\u{a0}% in the 1960s, below 10 to 15\u{a0}% now with early treatment",
        detail: "A United States inpatient series of 2002 to 2011 found 5.6\u{a0}%; textbooks give 10 to 20\u{a0}%.",
        source: article(&["S48"]).and(&["modi-2016", "msd-nms"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-share-in-intensive-care",
        section: Background,
        when: present("suspected"),
        text: "Intensive care: needed by about a quarter of patients, by the article",
        detail: "Background only, no argument for triage: textbooks manage the syndrome usually in intensive care.",
        source: article(&["S31"]).and(&["msd-nms", "bmj-nms"]),
        ..Rule::NOTE
    },
    Rule {
        id: "confirm-core-temperature",
        section: Background,
        urgency: Warning,
        basis: Literature,
        when: any(&[
            is("temperatureSite", "axillary"),
            is("temperatureSite", "tympanic"),
            is("temperatureSite", "other"),
        ]),
        text: "A peripheral temperature can be too low: confirm it with a core reading",
        detail: "Rectal or bladder probe. The grade is not lowered for the site.",
        source: literature(&["critcare-2007-hyperthermia"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-saturation-on-oxygen",
        section: Background,
        urgency: Warning,
        basis: Basis::Design,
        when: present("supplementalOxygen"),
        text: "Oxygen saturation on supplemental oxygen: it can hide respiratory failure",
        detail: "The threshold of 90\u{a0}% is meant on air. Judge breathing by the patient and the blood gas.",
        source: literature(&["modi-2016"])
            .read_as("The caution is our own; respiratory failure is the strongest published predictor of death."),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-limits-of-use",
        section: Background,
        urgency: Warning,
        basis: Literature,
        safety: true,
        when: any(&[below("ageYears", 18.0), present("pregnant")]),
        text: "Children and pregnancy: the plan stands, the drugs and doses need a specialist",
        detail: "Most of the evidence is from adults. In a review of 77 children and adolescents 9\u{a0}% died, 20\u{a0}% had serious sequelae, and dantrolene was not useful.",
        source: literature(&["silva-1999"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-course-after-a-depot",
        section: Background,
        basis: Literature,
        when: all(&[present("suspected"), present("longActingInjection")]),
        text: "After a depot injection: expect a longer course, it can last about a month",
        detail: "The drug cannot be removed.",
        source: literature(&["dsm-5-tr", "medscape-nms"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-picture-on-clozapine",
        section: Background,
        urgency: Warning,
        basis: Literature,
        when: all(&[present("exposure"), present("clozapineNamed")]),
        text: "With clozapine as the trigger: little rigidity, much sweating, and a CK that rises late or little",
        detail: "A mild or partial picture can still be the syndrome.",
        source: literature(&["sarkar-gupta-2017"]),
        ..Rule::NOTE
    },
    Rule {
        id: "review-lithium",
        section: Background,
        kind: Kind::Consider,
        basis: Literature,
        when: all(&[present("suspected"), present("lithium")]),
        text: "Lithium: review or stop it, it may contribute",
        source: literature(&["bmj-nms"]),
        ..Rule::NOTE
    },
];
