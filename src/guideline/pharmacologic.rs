//! Drugs beside the supportive care (S16-S26, S51), and what speaks against them. Data only.

use crate::engine::beyond::DantroleneInputs;
use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{all, any, at_least, at_most, below, definition, finding, is, present};

use Basis::{Design, Literature};
use Section::Adjunctive;
use Urgency::Warning;

/// What the dantrolene volume is worked out from.
pub const DANTROLENE: DantroleneInputs = DantroleneInputs {
    in_question: definition("drugs-in-question"),
    spoken_against: definition("calcium-channel-blocker-against-dantrolene"),
    malignant_hyperthermia: present("volatileAnaesthetic"),
    vial_confirmed: is("dantroleneFormulation", "20mg-60ml"),
    weight: finding("weight"),
    given: finding("dantroleneGiven24h"),
};

/// Adjunctive drugs, in order.
pub const PHARMACOLOGIC: &[Rule] = &[
    Rule {
        id: "consider-bromocriptine-or-dantrolene",
        section: Adjunctive,
        when: definition("drugs-in-question"),
        contraindicated_by: present("oneDrugAgainst"),
        question: "Something speaks against one of the two: see the lines of each drug.",
        text: "Bromocriptine and/or dantrolene: may be added to supportive care",
        detail: "Adjuncts: they never replace the action on the trigger, cooling and fluids, and never come before them. The article is not of one mind on when: see the note on timing.",
        source: article(&["S16", "S51"])
            .and(&["kuhlwilm-2020"])
            .read_as("By the article severe includes the moderate regimen."),
        ..Rule::CONSIDER
    },
    Rule {
        id: "note-drug-timing",
        section: Adjunctive,
        when: definition("drugs-in-question"),
        text: "When to add these drugs: the article gives two answers",
        detail: "In one place it keeps them for severe cases with significant rigidity and hyperthermia; in its list by severity it adds them at moderate. In 405 published cases specific therapy went with lower mortality in severe disease only.",
        source: article(&["S16", "S17", "S51"]).and(&["kuhlwilm-2020"]),
        ..Rule::NOTE
    },
    Rule {
        id: "consider-bromocriptine",
        section: Adjunctive,
        when: definition("drugs-in-question"),
        contraindicated_by: definition("bromocriptine-contraindicated"),
        check_first_if: any(&[present("volatileAnaesthetic"), present("heatExposure")]),
        question: "Malignant hyperthermia or heat stroke, which it may worsen? Uncontrolled hypertension, myocardial infarction, angina or stroke in the history, sensitivity to ergot alkaloids, pre-eclampsia, or signs of serotonin toxicity?",
        text: "Bromocriptine: an option against the lack of dopamine",
        detail: "By mouth or tube only; it works within hours to days, so never first against hyperthermia: from 40\u{a0}°C it comes after cooling and the emergency measures. It may worsen malignant hyperthermia and heat stroke. Hypotension, vomiting and psychosis can follow. Its nausea must not be treated with metoclopramide or another dopamine antagonist.",
        source: article(&["S18", "S51"]).and(&[
            "bromocriptine-label",
            "quebec-bromocriptine-2024",
            "poisoning-drug-overdose",
        ]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "consider-dantrolene",
        section: Adjunctive,
        when: definition("drugs-in-question"),
        contraindicated_by: definition("calcium-channel-blocker-against-dantrolene"),
        question: "Does the patient take verapamil or diltiazem?",
        text: "Dantrolene, intravenous: an option against rigidity and hyperthermia",
        detail: "For rigidity with hyperthermia, not for the grade alone. Widely used, not indicated on its label. The volume of diluent can cause pulmonary oedema. It weakens muscles, the diaphragm included. Never the only therapy.",
        source: article(&["S21", "S24", "S25", "S26", "S51"]).and(&["tox-dantrolene", "reulbach-2007"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "know-the-dantrolene-label",
        section: Adjunctive,
        urgency: Warning,
        when: definition("drugs-in-question"),
        text: "Dantrolene: its FDA label says that it is not indicated here and that patients may die despite it",
        detail: "It is nevertheless widely used off label. Given intravenously; the diluent volume carries a risk of pulmonary oedema, more so with heart failure, little urine or low oxygen saturation.",
        source: article(&["S22", "S23", "S24", "S25", "S26"]).and(&["dantrium-iv-label"]),
        ..Rule::NOTE
    },
    Rule {
        id: "watch-the-dantrolene-volume",
        section: Adjunctive,
        urgency: Warning,
        basis: Design,
        safety: true,
        when: all(&[
            definition("drugs-in-question"),
            any(&[
                present("heartFailure"),
                definition("renal-injury"),
                below("oxygenSaturation", 94.0),
                at_least("ageYears", 65.0),
            ]),
        ]),
        text: "Dantrolene: here its diluent volume is a particular risk",
        detail: "Heart failure, failing kidneys, low oxygen saturation or age from 65: the risk of pulmonary oedema is higher.",
        source: literature(&["modi-2016"])
            .read_as("The article warns of the volume; for whom it matters most is our own choice."),
        ..Rule::NOTE
    },
    Rule {
        id: "check-the-liver-before-dantrolene",
        section: Adjunctive,
        urgency: Warning,
        basis: Literature,
        safety: true,
        when: all(&[definition("drugs-in-question"), present("liverDisease")]),
        text: "Dantrolene: hepatotoxic; contraindicated by mouth in active hepatitis or cirrhosis",
        detail: "The warning is on the oral form. Weigh it with toxicology before the intravenous one.",
        source: literature(&["dantrium-capsules-label"]),
        ..Rule::NOTE
    },
    Rule {
        id: "consider-amantadine",
        section: Adjunctive,
        basis: Literature,
        when: definition("drugs-in-question"),
        text: "Amantadine: another dopaminergic option",
        detail: "By mouth or tube only. Amantadine accumulates when the kidneys fail: check renal function first, and take it as reduced while it is not known. Seizures and psychosis are described. Never stopped abruptly afterwards. In an older analysis 5.9\u{a0}% died with it, 7.8\u{a0}% with bromocriptine, 8.6\u{a0}% with dantrolene and 21\u{a0}% untreated; in 405 newer cases no drug made an overall difference.",
        source: literature(&[
            "msd-nms",
            "sarkar-gupta-2017",
            "amantadine-renal",
            "sakkas-1991",
            "kuhlwilm-2020",
            "pmc6278220",
        ]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "check-the-kidneys-before-amantadine",
        section: Adjunctive,
        urgency: Warning,
        basis: Literature,
        when: all(&[
            definition("drugs-in-question"),
            any(&[at_most("estimatedGfr", 50.0), definition("renal-injury")]),
        ]),
        text: "Amantadine: renal function is reduced here, so a smaller dose or another drug",
        source: literature(&["amantadine-renal"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-amantadine-and-epilepsy",
        section: Adjunctive,
        urgency: Warning,
        basis: Literature,
        when: all(&[definition("drugs-in-question"), present("epilepsy")]),
        text: "Amantadine: seizures are described, and this patient has epilepsy",
        detail: "It also accumulates when the kidneys fail.",
        source: literature(&["amantadine-renal"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-bromocriptine-and-cyp3a4",
        section: Adjunctive,
        urgency: Warning,
        basis: Literature,
        when: all(&[definition("drugs-in-question"), present("cyp3a4Inhibitor")]),
        text: "Bromocriptine: a CYP3A4 inhibitor raises its level",
        detail: "Its label lists a change of dose.",
        source: literature(&["bromocriptine-label"]),
        ..Rule::NOTE
    },
    Rule {
        id: "consider-levodopa-carbidopa",
        section: Adjunctive,
        urgency: Urgency::Info,
        when: definition("drugs-in-question"),
        text: "Levodopa with carbidopa: an alternative dopaminergic option",
        detail: "No dose for this use was found. When a dopaminergic drug was withdrawn, restarting it is not an option but the first action.",
        source: article(&["S19"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "know-the-anticholinergic-dispute",
        section: Adjunctive,
        urgency: Warning,
        safety: true,
        when: definition("drugs-in-question"),
        text: "Anticholinergics such as benztropine: disputed, not recommended here",
        detail: "For: the article reports that they may enhance bromocriptine, and a review of 77 children found them effective. Against: the rigidity usually does not respond to antiparkinsonian drugs, and anticholinergics reduce sweating and can themselves cause hyperthermia. Discuss with toxicology.",
        source: article(&["S20"]).and(&["silva-1999", "bmj-nms", "boyer-shannon-2005"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-bromocriptine-and-serotonin-toxicity",
        section: Adjunctive,
        urgency: Warning,
        basis: Literature,
        safety: true,
        when: definition("hunter"),
        text: "Serotonin toxicity: the Hunter rule is met, beside neuroleptic malignant syndrome",
        detail: "Stop the serotonergic drugs too; benzodiazepines and cooling serve both; ask a poison centre. Bromocriptine is withheld, and so is chlorpromazine. The urgency stays as it is.",
        source: literature(&["hunter-2003", "boyer-shannon-2005", "poisoning-drug-overdose"]),
        ..Rule::NOTE
    },
];
