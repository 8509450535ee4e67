//! The international consensus criteria as a score, and the features of DSM-5-TR beside it. Neither may exclude the
//! syndrome. Data only.

use crate::engine::beyond::{Feature, Score, ScoreItem};
use crate::engine::criterion::Criterion;
use crate::engine::source::literature;

use super::terms::{above, all, any, at_least, at_least_of, at_most, present};

/// Within 72 h, or still releasing from a depot.
const EXPOSED_WITHIN_72_HOURS: Criterion =
    all(&[present("exposure"), any(&[at_most("hoursSinceLastDose", 72.0), present("depot")])]);

const WITHDRAWN_WITHIN_72_HOURS: Criterion =
    all(&[present("dopaminergicWithdrawal"), at_most("hoursSinceDopaminergicStopped", 72.0)]);

/// The consensus criteria with the points of the Delphi panel.
pub const CONSENSUS: Score = Score {
    id: "international-consensus-2011",
    label: "International consensus criteria (2011)",
    items: &[
        ScoreItem {
            id: "exposure",
            label: "Dopamine antagonist, or dopaminergic drug withdrawn, within 72\u{a0}h",
            points: 20,
            when: any(&[EXPOSED_WITHIN_72_HOURS, WITHDRAWN_WITHIN_72_HOURS]),
        },
        ScoreItem {
            id: "hyperthermia",
            label: "Above 38.0\u{a0}°C, by mouth, on at least two occasions",
            points: 18,
            when: present("hyperthermiaTwice"),
        },
        ScoreItem { id: "rigidity", label: "Rigidity", points: 17, when: present("rigid") },
        ScoreItem {
            id: "mental-status",
            label: "Altered mental status",
            points: 13,
            when: present("alteredMentalStatus"),
        },
        ScoreItem {
            id: "creatine-kinase",
            label: "CK at least 4 times its upper limit of normal",
            points: 10,
            when: at_least("creatineKinaseMultiple", 4.0),
        },
        ScoreItem {
            id: "sympathetic-lability",
            label: "Sympathetic lability: at least two of raised blood pressure, fluctuating blood pressure, sweating, urinary incontinence",
            points: 10,
            when: at_least_of(
                2,
                &[
                    present("bloodPressureAboveUsual"),
                    present("bloodPressureLabile"),
                    present("diaphoresis"),
                    present("incontinence"),
                ],
            ),
        },
        ScoreItem {
            id: "hypermetabolism",
            label: "Hypermetabolism: heart rate at least 25\u{a0}% and respiratory rate at least 50\u{a0}% above the usual ones",
            points: 5,
            when: present("hypermetabolic"),
        },
        ScoreItem {
            id: "negative-work-up",
            label: "Infectious, toxic, metabolic and neurological causes excluded",
            points: 7,
            when: present("workUpNegative"),
        },
    ],
    cut_off: "74 points is the cut-off reported by the validation study: 69.6\u{a0}% sensitive and 90.7\u{a0}% specific there. A lower score does not exclude the syndrome, and missing items are shown as a range, never as zero.",
    source: literature(&["gurrera-2011", "gurrera-2017"])
        .read_as("A depot injection that still releases drug counts as exposure within 72\u{a0}h: our own reading."),
};

/// What DSM-5-TR describes, without asking for a number of features.
pub const FEATURES: &[Feature] = &[
    Feature {
        id: "dsm-exposure",
        label: "A dopamine antagonist within 72\u{a0}h",
        when: EXPOSED_WITHIN_72_HOURS,
        source: literature(&["dsm-5-tr", "ngo-2019"]),
    },
    Feature {
        id: "dsm-hyperthermia",
        label: "Above 38.0\u{a0}°C on at least two occasions, with profuse sweating",
        when: all(&[present("hyperthermiaTwice"), present("diaphoresis")]),
        source: literature(&["dsm-5-tr", "ngo-2019"]),
    },
    Feature {
        id: "dsm-rigidity",
        label: "Generalised rigidity, lead-pipe in its most severe form",
        when: present("rigid"),
        source: literature(&["dsm-5-tr"]),
    },
    Feature {
        id: "dsm-mental-status",
        label: "Altered mental status, from delirium to coma",
        when: present("alteredMentalStatus"),
        source: literature(&["dsm-5-tr"]),
    },
    Feature {
        id: "dsm-creatine-kinase",
        label: "CK at least 4 times its upper limit of normal",
        when: at_least("creatineKinaseMultiple", 4.0),
        source: literature(&["dsm-5-tr"]),
    },
    Feature {
        id: "dsm-autonomic",
        label: "Autonomic signs: fast pulse, sweating, raised or fluctuating blood pressure, urinary incontinence",
        when: any(&[
            above("heartRateRise", 25.0),
            present("diaphoresis"),
            present("bloodPressureAboveUsual"),
            present("bloodPressureLabile"),
            present("incontinence"),
        ]),
        source: literature(&["dsm-5-tr"]),
    },
    Feature {
        id: "dsm-respiratory",
        label: "Fast breathing, more than 50\u{a0}% above the usual rate, or respiratory distress",
        when: any(&[
            above("respiratoryRateRise", 50.0),
            present("respiratoryFailure"),
            present("rigidityImpairsBreathing"),
        ]),
        source: literature(&["dsm-5-tr"]),
    },
];
