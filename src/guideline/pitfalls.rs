//! What must not be done. Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, literature};

use super::terms::{above, all, any, definition, present, under};

/// What must not be done, in order.
pub const PITFALLS: &[Rule] = &[
    Rule {
        id: "avoid-dopamine-antagonists",
        section: Section::Pitfalls,
        basis: Basis::Literature,
        safety: true,
        when: present("suspected"),
        headline: "Any dopamine antagonist, for any purpose",
        detail: "Not for agitation, nausea, hiccups or shivering: haloperidol, droperidol, chlorpromazine, olanzapine, metoclopramide, prochlorperazine, promethazine. No depot.",
        folds_under: &[under("discontinue-dopamine-antagonists").while_advised()],
        source: literature(&["caroff-current-psychiatry", "bmj-nms"]),
        ..Rule::AVOID
    },
    Rule {
        id: "avoid-succinylcholine",
        section: Section::Pitfalls,
        basis: Basis::Literature,
        safety: true,
        when: any(&[
            definition("extreme-hyperthermia"),
            definition("malignant-hyperthermia-now"),
            definition("dangerous-potassium"),
            all(&[
                present("suspected"),
                any(&[
                    present("severeOverAll"),
                    definition("airway-at-risk"),
                    above("creatineKinase", 1000.0),
                    present("rhabdomyolysis"),
                    present("persistentDespiteTreatment"),
                ]),
            ]),
        ]),
        headline: "Suxamethonium (succinylcholine)",
        detail: "Rhabdomyolysis and immobility: dangerous hyperkalaemia. Use a non-depolarising relaxant.",
        folds_under: &[
            under("treat-as-malignant-hyperthermia"),
            under("secure-airway-and-breathing"),
            under("emergency-sedation"),
            under("treat-hyperkalaemia"),
            under("call-critical-care"),
            under("consider-electroconvulsive-therapy"),
            under("consider-ect-when-not-improving"),
            under("give-intravenous-fluids"),
            under("give-fluids-with-care"),
            under("start-supportive-care"),
            under("step-down"),
        ],
        source: literature(&["verdura-vizcaino-2011", "ramamoorthy-2011"]),
        ..Rule::AVOID
    },
    Rule {
        id: "avoid-verapamil-or-diltiazem-with-dantrolene",
        section: Section::Pitfalls,
        basis: Basis::Literature,
        safety: true,
        when: any(&[
            definition("malignant-hyperthermia-now"),
            definition("dantrolene-in-question"),
            all(&[present("suspected"), definition("calcium-channel-blocker-against-dantrolene")]),
        ]),
        headline: "Verapamil or diltiazem together with dantrolene",
        detail: "Hyperkalaemia and collapse. The Japanese label and the anaesthetic handbook avoid the whole class.",
        folds_under: &[
            under("treat-as-malignant-hyperthermia"),
            under("consider-dantrolene"),
            under("restart-dopaminergic-drug"),
        ],
        source: literature(&["tox-dantrolene", "dantrolene-ccb", "japan-dantrium-label"]),
        ..Rule::AVOID
    },
    Rule {
        id: "avoid-abrupt-dopaminergic-withdrawal",
        section: Section::Pitfalls,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        when: any(&[present("dopaminergicWithdrawal"), present("parkinsonDisease")]),
        headline: "Stopping a dopaminergic drug abruptly, ever",
        detail: "By tube, patch or infusion where nothing can be given by mouth. The same holds for baclofen.",
        folds_under: &[under("restart-dopaminergic-drug")],
        source: literature(&["pmc6278220", "pmc6536166", "coffey-2002"]),
        ..Rule::AVOID
    },
];
