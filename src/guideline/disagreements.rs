//! Where sources contradict each other, both sides once and calmly. Data only.

use crate::engine::rule_set::Disagreement;
use crate::engine::source::{article, literature};

/// Disagreements that bear on the advice of this version.
pub const DISAGREEMENTS: &[Disagreement] = &[
    Disagreement {
        id: "D1",
        question: "Anticholinergics such as benztropine?",
        one: "The article reports that they may enhance bromocriptine; a review of 77 children and adolescents found them effective.",
        other: "The rigidity usually does not respond to antiparkinsonian drugs, and anticholinergics reduce sweating and can themselves cause hyperthermia.",
        shown_as: "Never recommended; shown as disputed.",
        rules: &["know-the-anticholinergic-dispute"],
        source: article(&["S20"]).and(&["silva-1999", "bmj-nms", "boyer-shannon-2005"]),
    },
    Disagreement {
        id: "D2",
        question: "When are bromocriptine and dantrolene added?",
        one: "In severe cases with significant rigidity and hyperthermia (the article, on drugs); in 405 published cases lower mortality was seen in severe disease only.",
        other: "At moderate severity (the same article, in its list by severity).",
        shown_as: "To be considered from moderate on, always after stopping the drug and supportive care.",
        rules: &["consider-bromocriptine-or-dantrolene", "note-drug-timing"],
        source: article(&["S17", "S51"]).and(&["kuhlwilm-2020"]),
    },
    Disagreement {
        id: "D3",
        question: "At which temperature are sedation, paralysis and intubation called for?",
        one: "Above 41.1\u{a0}°C (the article).",
        other: "From 40\u{a0}°C, or when 30 to 40 minutes of cooling fail, or with marked rigidity (texts on toxic hyperthermia).",
        shown_as: "Emergency above 41.1\u{a0}°C; critical care and readiness from 40\u{a0}°C.",
        rules: &["emergency-sedation", "neuromuscular-paralysis", "intubate-and-ventilate", "call-critical-care"],
        source: article(&["S27", "S28", "S29", "S30"]).and(&[
            "cmdt-hyperthermia",
            "poisoning-drug-overdose",
            "bmj-nms",
        ]),
    },
    Disagreement {
        id: "D4",
        question: "How many patients need intensive care?",
        one: "About a quarter (the article).",
        other: "The syndrome is usually managed in intensive care; critical care is asked for from moderate severity on.",
        shown_as: "The share is background only, never an argument for triage.",
        rules: &["know-the-share-in-intensive-care", "call-critical-care"],
        source: article(&["S31"]).and(&["msd-nms", "bmj-nms"]),
    },
    Disagreement {
        id: "D7",
        question: "Does dantrolene help?",
        one: "It is widely used; an older analysis found 8.6\u{a0}% deaths with it against 21\u{a0}% untreated.",
        other: "Its label says not indicated; another analysis saw higher mortality when it was the only drug, and slower recovery in combination.",
        shown_as: "An option beside supportive care, with the label's sentence every time.",
        rules: &["consider-dantrolene", "know-the-dantrolene-label"],
        source: article(&["S21", "S22", "S23", "S24"]).and(&["sakkas-1991", "reulbach-2007", "dantrium-iv-label"]),
    },
    Disagreement {
        id: "D11",
        question: "How high is mortality?",
        one: "76\u{a0}% in the 1960s, below 10 to 15\u{a0}% now (the article).",
        other: "5.6\u{a0}% among United States inpatients 2002 to 2011; 10 to 20\u{a0}% in a textbook.",
        shown_as: "The range, with its years.",
        rules: &["know-early-treatment-lowers-mortality"],
        source: article(&["S48"]).and(&["modi-2016", "msd-nms"]),
    },
    Disagreement {
        id: "D12",
        question: "How high are the white cells?",
        one: "Typically 15,000 to 30,000/mm³ (the article).",
        other: "Other criteria begin at 11,000, and counts up to 40,000 are described.",
        shown_as: "A range; a lower count does not speak against the syndrome.",
        rules: &["monitor-blood-count"],
        source: article(&["S35"]).and(&["tse-2015"]),
    },
    Disagreement {
        id: "D18",
        question: "Diagnosis or treatment first?",
        one: "Treatment must not wait for confirmation (the article).",
        other: "The syndrome is a diagnosis of exclusion.",
        shown_as: "Treat and exclude in parallel.",
        rules: &["treat-without-waiting"],
        source: literature(&["bmj-nms"]),
    },
];
