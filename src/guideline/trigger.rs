//! The trigger: what to stop, to hold, to restart or to look for (S06, S08 to S10). Data only.

use crate::engine::rule::{Rule, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{absent, all, any, definition, present};

/// The trigger: what to stop, to hold, to restart or to look for (S06, S08 to S10), in order.
pub const TRIGGER: &[Rule] = &[
    Rule {
        id: "discontinue-dopamine-antagonists",
        urgency: Urgency::Critical,
        when: all(&[present("suspected"), present("antagonistPossible")]),
        check_first_if: present("onlyWithdrawal"),
        question: "Is a dopamine antagonist on the chart? A dopaminergic drug was withdrawn, and no antagonist is known yet.",
        headline: "Stop every antipsychotic and dopamine antagonist now",
        detail: "Whatever the psychiatric state, before any drug treatment.",
        beyond: "Antiemetics too: metoclopramide, prochlorperazine, promethazine, droperidol. No further depot. In 683 published cases not stopping went with four times the odds of death.",
        article_text: "Stop all antipsychotics now",
        source: article(&["S06", "S08", "S09", "S10"]).and(&["guinart-2021-mortality", "bmj-nms", "caroff-current-psychiatry"]).read_as("The article says antipsychotics. Antiemetics and depot injections are added from the literature: the same drug class causes the syndrome."),
        ..Rule::DO
    },
    Rule {
        id: "restart-dopaminergic-drug",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: all(&[present("dopaminergicWithdrawal"), any(&[present("suspected"), present("toCheck")])]),
        check_first_if: present("dyskinesia"),
        question: "Continuous dyskinesia suggests overdose: call neurology before giving more.",
        headline: "Restart the dopaminergic drug or stimulation now",
        detail: "The previous dose, now: dispersible levodopa by tube if swallowing is unsafe; rotigotine patch, or apomorphine with a Parkinson specialist, if the gut fails; amantadine infusion where licensed (kidneys, QTc first). Check the stimulator or pump. Use a nil-by-mouth converter. Never stop it abruptly again.",
        source: literature(&["pmc6278220", "pmc6536166", "newman-2009", "ggc-parkinson", "bmj-nms"]),
        ..Rule::DO
    },
    Rule {
        id: "restore-baclofen",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: present("baclofenWithdrawal"),
        headline: "Restore the baclofen and check the pump",
        detail: "Withdrawal, above all of an intrathecal pump, looks the same: fever, rebound spasticity, itch without rash.",
        source: literature(&["coffey-2002"]),
        ..Rule::DO
    },
    Rule {
        id: "stop-serotonergic-drugs",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: definition("hunter"),
        headline: "Stop every serotonergic drug: Hunter rule met",
        detail: "Antidepressants, tramadol, fentanyl, linezolid, methylene blue, stimulants. Benzodiazepines and cooling; ask a poison centre about cyproheptadine (by mouth or tube only). No bromocriptine, no dantrolene, no chlorpromazine.",
        source: literature(&["hunter-2003", "boyer-shannon-2005", "openanesthesia-serotonin"]),
        ..Rule::DO
    },
    Rule {
        id: "hold-dopamine-antagonists",
        basis: Basis::Design,
        safety: true,
        when: all(&[present("toCheck"), present("antagonistEstablished")]),
        headline: "Hold the next antipsychotic dose until examined",
        detail: "One sign only. Hours, not days: clozapine is re-titrated from 2\u{a0}days after the last dose, and stopping it abruptly can itself cause sweating, vomiting or catatonia. If a second sign appears, stop.",
        source: article(&["S06"]).and(&["bmj-nms", "gurrera-2011", "lander-2018", "clozapine-label"]).read_as("Our own: one sign prompts assessment, and the next dose waits for it."),
        ..Rule::DO
    },
    Rule {
        id: "examine-now",
        basis: Basis::Design,
        safety: true,
        when: present("toCheck"),
        headline: "Examine now: core temperature, tone, mind, pulse",
        detail: "With blood pressure, breathing, sweating; CK, potassium, creatinine, gas, glucose, ECG. Again in 1 to 2\u{a0}hours and at any change. This is no all-clear.",
        source: literature(&["bmj-nms"]).read_as("One feature prompts assessment; again in 1 to 2\u{a0}h is our own."),
        ..Rule::DO
    },
    Rule {
        id: "find-the-exposure",
        basis: Basis::Literature,
        safety: true,
        when: all(&[present("suspected"), absent("exposureEstablished")]),
        headline: "Find the trigger: drug chart, depot, antiemetics",
        detail: "And drugs for Parkinson disease: was one stopped, cut or not absorbed? Act meanwhile as if a trigger were there.",
        source: literature(&["bmj-nms"]),
        ..Rule::DO
    },
    Rule {
        id: "look-for-another-cause",
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: all(&[definition("differential-first"), absent("hyperthermiaOfAnaesthesia")]),
        headline: "Look for another cause first: no trigger found",
        detail: "Infection of the brain or elsewhere, serotonin toxicity, alcohol or sedative withdrawal, stimulants, anticholinergics, heat stroke, status epilepticus, autoimmune encephalitis, thyroid storm, phaeochromocytoma, catatonia. Ask again for antiemetics and depots: this does not exclude the syndrome.",
        source: literature(&["bmj-nms", "dsm-5-tr"]),
        ..Rule::DO
    },
    Rule {
        id: "step-down",
        basis: Basis::Design,
        safety: true,
        when: all(&[present("improving"), any(&[present("suspected"), present("resolved"), all(&[present("antagonistEstablished"), any(&[definition("cardinal-hyperthermia"), definition("cardinal-rigidity"), definition("cardinal-mental-status"), definition("muscle-sign")])])])]),
        headline: "Improving: step down, keep watching for relapse",
        detail: "Leave intensive care when breathing, pressure and consciousness hold without support; end active cooling; fluids until CK falls in two samples and is below about 1,000\u{a0}U/L with urine clear. No antipsychotic. Adjunct drugs are tapered, not stopped abruptly; longer after a depot. If fever or rigidity returns: back to the full plan.",
        source: literature(&["dsm-5-tr", "guinart-2021-depot"]).read_as("Our own, and what it takes to step down too."),
        ..Rule::DO
    },
];
