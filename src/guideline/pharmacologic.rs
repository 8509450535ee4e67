//! Drugs beside the supportive care (S16 to S26, S51), and what speaks against them. Data only.

use crate::engine::beyond::DantroleneInputs;
use crate::engine::dantrolene::Form;
use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, absent, all, any, at_least, at_most, below, definition, finding, is, present, under};

/// What the dantrolene volume is worked out from.
pub const DANTROLENE: DantroleneInputs = DantroleneInputs {
    card: "dantrolene",
    in_question: definition("dantrolene-in-question"),
    not_rigid: is("rigidity", "none"),
    spoken_against: any(&[definition("calcium-channel-blocker-against-dantrolene"), present("serotoninToxicity")]),
    malignant_hyperthermia: definition("malignant-hyperthermia-now"),
    overload: present("overloadRisk"),
    mobilised_by: &["treat-as-malignant-hyperthermia", "consider-dantrolene"],
    forms: &[
        Form {
            id: "20mg-60ml",
            confirmed: is("dantroleneFormulation", "20mg-60ml"),
            milligram: 20,
            water: 60,
            mannitol: Some(3),
            source: literature(&["dantrium-iv-about", "revonto-label"]),
        },
        Form {
            id: "120mg-20ml",
            confirmed: is("dantroleneFormulation", "120mg-20ml"),
            milligram: 120,
            water: 20,
            mannitol: Some(0),
            source: literature(&["agilus-label"]),
        },
        Form {
            id: "250mg-5ml",
            confirmed: is("dantroleneFormulation", "250mg-5ml"),
            milligram: 250,
            water: 5,
            mannitol: None,
            source: literature(&["ryanodex-faq"]),
        },
    ],
    weight: finding("weight"),
    given: finding("dantroleneGiven24h"),
};

/// Drugs beside the supportive care (S16 to S26, S51), and what speaks against them, in order.
pub const PHARMACOLOGIC: &[Rule] = &[
    Rule {
        id: "consider-dantrolene",
        section: Section::Adjunctive,
        when: all(&[definition("dantrolene-in-question"), absent("improving")]),
        contraindicated_by: any(&[
            definition("calcium-channel-blocker-against-dantrolene"),
            present("serotoninToxicity"),
        ]),
        check_first_if: any(&[
            present("heatExposure"),
            present("liverDisease"),
            is("calciumChannelBlocker", "dihydropyridine"),
            is("calciumChannelBlocker", "other"),
        ]),
        question: "Does the patient take verapamil, diltiazem or another calcium-channel blocker? Heat stroke, active hepatitis or cirrhosis, or signs of serotonin toxicity?",
        headline: "Rigid and hot: consider dantrolene IV",
        detail: "Reduces rigidity and hyperthermia; intravenous; the diluent volume can cause pulmonary oedema.",
        beyond: "For rigidity with heat; best supported in severe disease. Never alone, never before the stop, cooling and fluids. It weakens the diaphragm.",
        article_text: "Add dantrolene (moderate); use it in severe",
        folds_under: &[under("restart-dopaminergic-drug").only_if(present("onlyWithdrawal"))],
        source: article(&["S21", "S24", "S25", "S26", "S51"])
            .and(&["tox-dantrolene", "reulbach-2007", "japan-dantrium-label", "sccm-heat-2025"])
            .read_as(
                "By the article severe includes the moderate regimen; it is asked of the patient, not of the label.",
            ),
        ..Rule::CONSIDER
    },
    Rule {
        id: "know-the-dantrolene-label",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        when: definition("dantrolene-in-question"),
        headline: "Dantrolene: not indicated here on its US label",
        detail: "The FDA label: patients may die despite it. Widely used nevertheless; intravenous; risk of pulmonary oedema from the volume.",
        beyond: "In Japan it is licensed for this syndrome, at most 200\u{a0}mg a day.",
        folds_under: &[under("consider-dantrolene"), under("restart-dopaminergic-drug")],
        source: article(&["S22", "S23", "S24", "S25", "S26"]).and(&["dantrium-iv-label", "japan-dantrium-label"]),
        ..Rule::NOTE
    },
    Rule {
        id: "note-drug-timing",
        section: Section::Adjunctive,
        when: any(&[definition("dantrolene-in-question"), definition("dopaminergic-in-question")]),
        headline: "These drugs are adjuncts: when to add them",
        detail: "The article: for severe cases with rigidity and hyperthermia (in one place); added at moderate (in another). In 405 cases mortality was lower with specific therapy in severe disease only.",
        folds_under: &[
            under("consider-dantrolene"),
            under("consider-bromocriptine"),
            under("consider-amantadine"),
            under("restart-dopaminergic-drug"),
        ],
        source: article(&["S16", "S17", "S51"]).and(&["kuhlwilm-2020"]),
        ..Rule::NOTE
    },
    Rule {
        id: "watch-the-dantrolene-volume",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        basis: Basis::Design,
        safety: true,
        when: all(&[
            definition("dantrolene-in-question"),
            any(&[
                present("heartFailure"),
                definition("renal-injury"),
                present("dialysis"),
                below("oxygenSaturation", 94.0),
                at_least("ageYears", 65.0),
            ]),
        ]),
        headline: "Dantrolene: volume and mannitol are a risk here",
        detail: "Heart failure, failing kidneys, low saturation or age from 65. Concentrated forms carry far less.",
        folds_under: &[under("consider-dantrolene"), under("restart-dopaminergic-drug")],
        source: literature(&["modi-2016"])
            .read_as("The article warns of the volume; for whom it matters most is our own choice."),
        ..Rule::NOTE
    },
    Rule {
        id: "check-the-liver-before-dantrolene",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        safety: true,
        when: all(&[definition("dantrolene-in-question"), present("liverDisease")]),
        headline: "Dantrolene: hepatotoxic, liver disease present",
        detail: "By mouth it is contraindicated in active hepatitis or cirrhosis; weigh the intravenous form with toxicology.",
        folds_under: &[under("consider-dantrolene"), under("restart-dopaminergic-drug")],
        source: literature(&["dantrium-capsules-label"]),
        ..Rule::NOTE
    },
    Rule {
        id: "consider-bromocriptine",
        section: Section::Adjunctive,
        when: all(&[definition("dopaminergic-in-question"), absent("improving")]),
        contraindicated_by: definition("bromocriptine-contraindicated"),
        check_first_if: any(&[present("volatileAnaesthetic"), present("heatExposure")]),
        question: "Systolic pressure below 90\u{a0}mmHg? Uncontrolled hypertension, myocardial infarction, angina or stroke in the history, sensitivity to ergot alkaloids, pre-eclampsia, or signs of serotonin toxicity? Malignant hyperthermia or heat stroke, which it may worsen?",
        headline: "Dopaminergic drug: consider bromocriptine",
        detail: "Against the lack of dopamine.",
        beyond: "By mouth or tube. Works in hours to days, never first against heat. Lowers blood pressure; nausea, psychosis. No metoclopramide against its nausea. Not stopped abruptly.",
        article_text: "Add bromocriptine (moderate); use it in severe",
        folds_under: &[under("restart-dopaminergic-drug").only_if(present("onlyWithdrawal"))],
        source: article(&["S18", "S51"])
            .and(&["bromocriptine-label", "quebec-bromocriptine-2024", "poisoning-drug-overdose"])
            .read_as("By the article severe includes the moderate regimen; that low pressure withholds it is our own."),
        ..Rule::CONSIDER
    },
    Rule {
        id: "consider-amantadine",
        section: Section::Adjunctive,
        basis: Basis::Literature,
        when: all(&[definition("dopaminergic-in-question"), absent("improving")]),
        contraindicated_by: definition("amantadine-contraindicated"),
        check_first_if: any(&[above("qtc", 420.0), present("acuteRenalFailure"), below("potassium", 3.5)]),
        question: "QTc above 420\u{a0}ms, potassium below 3.5\u{a0}mmol/L, or kidneys that fail? Seizures, pregnancy, dialysis, or a GFR below 15\u{a0}mL/min?",
        headline: "Consider amantadine: ECG and kidneys first",
        detail: "By mouth or tube; as an infusion in Germany, Austria and Switzerland. Accumulates in renal failure. Not with seizures, in pregnancy or at a GFR below 15. Never stopped abruptly.",
        folds_under: &[
            under("restart-dopaminergic-drug").only_if(present("onlyWithdrawal")),
            under("consider-bromocriptine"),
        ],
        source: literature(&["msd-nms", "amantadine-label-de", "amantadine-label-uk", "sakkas-1991", "kuhlwilm-2020"])
            .read_as("The limits are those of several labels; a GFR below 15\u{a0}mL/min is our own reading."),
        ..Rule::CONSIDER
    },
    Rule {
        id: "check-the-kidneys-before-amantadine",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        when: all(&[
            definition("dopaminergic-in-question"),
            any(&[at_most("estimatedGfr", 50.0), definition("renal-injury")]),
        ]),
        headline: "Amantadine: kidneys impaired, less or none",
        folds_under: &[under("consider-bromocriptine"), under("consider-amantadine")],
        source: literature(&["amantadine-renal"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-amantadine-and-epilepsy",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        when: all(&[definition("dopaminergic-in-question"), any(&[present("epilepsy"), present("seizures")])]),
        headline: "Amantadine: contraindicated with seizures (UK)",
        detail: "It also accumulates when the kidneys fail.",
        folds_under: &[under("consider-bromocriptine"), under("consider-amantadine")],
        source: literature(&["amantadine-label-uk"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-bromocriptine-and-cyp3a4",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        when: all(&[definition("dopaminergic-in-question"), present("cyp3a4Inhibitor")]),
        headline: "Bromocriptine: a CYP3A4 inhibitor raises it",
        detail: "Its label lists a change of dose.",
        folds_under: &[under("consider-bromocriptine"), under("consider-amantadine")],
        source: literature(&["bromocriptine-label"]),
        ..Rule::NOTE
    },
    Rule {
        id: "consider-levodopa-carbidopa",
        section: Section::Adjunctive,
        urgency: Urgency::Info,
        when: all(&[definition("dopaminergic-in-question"), absent("withdrawn"), absent("improving")]),
        contraindicated_by: present("againstLevodopa"),
        question: "The Hunter rule is met, or there is continuous dyskinesia: no levodopa now.",
        headline: "Consider levodopa with carbidopa instead",
        detail: "No dose for this use was found.",
        folds_under: &[under("consider-bromocriptine"), under("consider-amantadine")],
        source: article(&["S19"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "know-the-anticholinergic-dispute",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        safety: true,
        when: definition("dopaminergic-in-question-over-all"),
        headline: "Anticholinergics: disputed, not recommended here",
        detail: "For: the article reports that they may enhance bromocriptine; a review of 77 children. Against: the rigidity rarely answers, they reduce sweating and can cause heat; in Finland co-treatment went with the syndrome (odds 2.3).",
        folds_under: &[
            under("consider-bromocriptine"),
            under("consider-amantadine"),
            under("consider-dantrolene"),
            under("restart-dopaminergic-drug"),
        ],
        source: article(&["S20"]).and(&[
            "silva-1999",
            "bmj-nms",
            "boyer-shannon-2005",
            "guinart-2021-finland",
            "susman-2001",
        ]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-bromocriptine-and-serotonin-toxicity",
        section: Section::Adjunctive,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        safety: true,
        when: definition("hunter"),
        headline: "Serotonin toxicity: drugs that make it worse",
        detail: "Bromocriptine, and chlorpromazine beside a possible NMS; dantrolene and propranolol are not recommended. Where NMS is also suspected its plan goes on without them.",
        folds_under: &[under("stop-serotonergic-drugs")],
        source: literature(&["hunter-2003", "boyer-shannon-2005", "poisoning-drug-overdose"]),
        ..Rule::NOTE
    },
    Rule {
        id: "review-lithium",
        section: Section::Adjunctive,
        urgency: Urgency::Info,
        basis: Basis::Literature,
        when: all(&[any(&[present("suspected"), present("toCheck")]), present("lithium")]),
        headline: "Review lithium: level, and stop if it contributes",
        detail: "Toxicity resembles this syndrome; it went with it in Finland (odds 2.2).",
        folds_under: &[
            under("discontinue-dopamine-antagonists"),
            under("restart-dopaminergic-drug"),
            under("hold-dopamine-antagonists"),
        ],
        source: literature(&["bmj-nms", "guinart-2021-finland"]),
        ..Rule::CONSIDER
    },
];
