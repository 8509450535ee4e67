//! The call and supportive care (S07, S15, S46, S47, S49, S52, S53). Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, design, literature};

use super::terms::{absent, all, any, at_most, below, definition, present, under};

/// The call and supportive care (S07, S15, S46, S47, S49, S52, S53), in order.
pub const SUPPORTIVE: &[Rule] = &[
    Rule {
        id: "call-critical-care",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: all(&[
            any(&[
                definition("life-threat"),
                definition("acutely-severe"),
                all(&[present("suspected"), present("moderateOverAll")]),
            ]),
            absent("improving"),
            absent("ventilatedNow"),
        ]),
        headline: "Call critical care and anaesthesia now",
        detail: "For moderate or severe disease, from 40\u{a0}°C, above 38.5\u{a0}°C and rising despite cooling, for failing breathing, circulation or consciousness, and for dangerous potassium or acidosis. From a psychiatric ward: transfer to an acute hospital. Also call the poison centre and psychiatry.",
        source: literature(&["bmj-nms", "cmdt-hyperthermia", "mayo-2025"])
            .read_as("The list is our own where the sources name none."),
        ..Rule::DO
    },
    Rule {
        id: "call-obstetrics-or-paediatrics",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: all(&[
            any(&[below("ageYears", 18.0), present("pregnant")]),
            any(&[present("suspected"), present("toCheck"), definition("life-threat")]),
        ]),
        headline: "Child or pregnant: call paediatrics or obstetrics",
        detail: "The plan stands; doses belong to the specialist. In pregnancy: monitor the fetus; no amantadine (UK label); bromocriptine is not withheld if life is at risk (Quebec).",
        source: literature(&["quebec-bromocriptine-2024", "pregnancy-2019", "silva-1999"]),
        ..Rule::DO
    },
    Rule {
        id: "admit-to-intensive-care",
        section: Section::Advanced,
        urgency: Urgency::Critical,
        when: all(&[present("suspected"), present("severe")]),
        headline: "Admit to intensive care",
        detail: "Severe: extreme hyperthermia or complications.",
        folds_under: &[under("call-critical-care"), under("start-supportive-care")],
        source: article(&["S52"]),
        ..Rule::DO
    },
    Rule {
        id: "consider-paralysis-and-intubation",
        section: Section::Advanced,
        when: all(&[present("suspected"), present("severe"), absent("ventilatedNow")]),
        headline: "Consider paralysis and intubation",
        detail: "Severe cases. Non-depolarising relaxant; avoid suxamethonium (succinylcholine).",
        folds_under: &[under("emergency-sedation"), under("call-critical-care")],
        source: article(&["S53"]).and(&["cmdt-hyperthermia", "verdura-vizcaino-2011"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "start-supportive-care",
        urgency: Urgency::Critical,
        when: present("suspected"),
        headline: "Monitor, oxygen, IV access, core temperature",
        detail: "Supportive care, aggressive and at once, is the cornerstone with the action on the trigger.",
        article_text: "Start aggressive supportive care",
        folds_under: &[under("step-down")],
        source: article(&["S07", "S08"]).and(&["bmj-nms"]),
        ..Rule::DO
    },
    Rule {
        id: "treat-without-waiting",
        urgency: Urgency::Critical,
        when: present("suspected"),
        headline: "Treat before the diagnosis is confirmed",
        detail: "And look for other causes at the same time.",
        folds_under: &[under("start-supportive-care"), under("step-down")],
        source: article(&["S46"]),
        ..Rule::DO
    },
    Rule {
        id: "avoid-passive-approach",
        section: Section::Pitfalls,
        urgency: Urgency::Warning,
        when: present("suspected"),
        headline: "A passive approach",
        detail: "Active, aggressive management prevents deaths.",
        folds_under: &[under("start-supportive-care"), under("step-down")],
        source: article(&["S49"]),
        ..Rule::AVOID
    },
    Rule {
        id: "stabilise-vital-signs",
        when: present("suspected"),
        headline: "Control blood pressure swings and fast pulse",
        detail: "The article names no drug.",
        beyond: "Short-acting and titratable, by local protocol; clonidine has one small comparative series (9 against 7 patients). Never verapamil or diltiazem if dantrolene is given or likely.",
        folds_under: &[under("start-supportive-care"), under("step-down")],
        source: article(&["S15"]).and(&["gregorakos-2000", "tox-dantrolene"]),
        ..Rule::DO
    },
    Rule {
        id: "watch-aspiration",
        section: Section::Complications,
        basis: Basis::Design,
        safety: true,
        when: all(&[
            present("suspected"),
            any(&[present("dysphagia"), present("mutism"), at_most("glasgowComaScale", 12.0)]),
        ]),
        headline: "Nothing by mouth; drugs by tube",
        detail: "Dysphagia, mutism or a coma scale below 13.",
        folds_under: &[under("start-supportive-care"), under("step-down")],
        source: design("Dysphagia, mutism or a Glasgow Coma Scale below 13: our own threshold."),
        ..Rule::DO
    },
    Rule {
        id: "watch-thromboembolism",
        basis: Basis::Literature,
        when: present("suspected"),
        headline: "Thromboprophylaxis by local protocol",
        detail: "Rigid, still and dry; emboli kill, and have come in spite of it. Coagulation first; ask haematology with few platelets or a lumbar puncture planned.",
        folds_under: &[under("start-supportive-care"), under("step-down")],
        source: literature(&["dsm-5-tr", "vte-nms-2011", "susman-2001", "ggc-parkinson"])
            .read_as("The emboli are from the source; that prophylaxis is given is our own."),
        ..Rule::WATCH
    },
    Rule {
        id: "know-the-diagnosis-is-clinical",
        section: Section::Background,
        urgency: Urgency::Warning,
        when: present("suspected"),
        headline: "Clinical diagnosis: no test proves or excludes it",
        detail: "A normal or pending CK takes nothing off the plan.",
        folds_under: &[under("start-supportive-care"), under("step-down")],
        source: article(&["S47"]),
        ..Rule::NOTE
    },
];
