//! Findings computed from the answers, and the suspicion table (evidence: decisions 3, 4 and 7). Data only.

use crate::engine::derived::{Derivation, Derived, SuspicionTable};
use crate::engine::rule::Grade;
use crate::engine::source::{Basis, article, design, literature};

use super::terms::{above, absent, all, any, at_least, at_least_grade, at_most, definition, finding, present, rows};

use Basis::{Article, Design, Literature};
use Derivation::{
    Alternatives, Difference, Established, GradeAtLeast, ListsAntagonist, MeanPressure, Names, NotRuledOut,
    PercentAbove, RaisedBy, Ratio, ScoreKnown, ScorePossible, Suspected,
};

rows! {
    /// Derived findings, in the order in which they are computed.
    DERIVED: [Derived], DERIVED_IDS;
    Derived {
        id: "listedAntagonist",
        label: "Drug named",
        formula: "yes if `agents` names a dopamine antagonist or depleter, else unknown",
        derivation: ListsAntagonist(finding("agents")),
        basis: Literature,
        source: literature(&["sarkar-gupta-2017", "caroff-current-psychiatry", "bmj-nms"]),
    },
    Derived {
        id: "exposure",
        label: "Exposure to a dopamine antagonist",
        formula: "yes if `dopamineAntagonist` or `listedAntagonist` is yes; no if `dopamineAntagonist` is no and none is named; else unknown",
        derivation: Alternatives(&[present("dopamineAntagonist"), present("listedAntagonist")]),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"]),
    },
    Derived {
        id: "heartRateRise",
        label: "Heart rate above the usual one",
        formula: "100 × (heartRate − heartRateBaseline) / heartRateBaseline",
        derivation: PercentAbove(finding("heartRate"), finding("heartRateBaseline")),
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
    Derived {
        id: "respiratoryRateRise",
        label: "Respiratory rate above the usual one",
        formula: "100 × (respiratoryRate − respiratoryRateBaseline) / respiratoryRateBaseline",
        derivation: PercentAbove(finding("respiratoryRate"), finding("respiratoryRateBaseline")),
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
    Derived {
        id: "systolicRise",
        label: "Systolic pressure above the usual one",
        formula: "100 × (systolic − systolicBaseline) / systolicBaseline",
        derivation: PercentAbove(finding("systolic"), finding("systolicBaseline")),
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
    Derived {
        id: "diastolicRise",
        label: "Diastolic pressure above the usual one",
        formula: "100 × (diastolic − diastolicBaseline) / diastolicBaseline",
        derivation: PercentAbove(finding("diastolic"), finding("diastolicBaseline")),
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
    Derived {
        id: "creatineKinaseMultiple",
        label: "CK against its upper limit of normal",
        formula: "creatineKinase / creatineKinaseUpperLimit",
        derivation: Ratio(finding("creatineKinase"), finding("creatineKinaseUpperLimit")),
        basis: Article,
        source: article(&["S36"]),
    },
    Derived {
        id: "creatinineMultiple",
        label: "Creatinine against the usual one",
        formula: "creatinine / creatinineBaseline",
        derivation: Ratio(finding("creatinine"), finding("creatinineBaseline")),
        basis: Literature,
        source: literature(&["kdigo-bmj"]),
    },
    Derived {
        id: "pulsePressure",
        label: "Pulse pressure",
        formula: "systolic − diastolic",
        derivation: Difference(finding("systolic"), finding("diastolic")),
        basis: Design,
        source: design("Finds a systolic and a diastolic pressure that were swapped."),
    },
    Derived {
        id: "meanArterialPressure",
        label: "Mean arterial pressure",
        formula: "(systolic + 2 × diastolic) / 3",
        derivation: MeanPressure(finding("systolic"), finding("diastolic")),
        basis: Design,
        source: design("The usual estimate from a cuff; below 65\u{a0}mmHg counts as shock, our own threshold."),
    },
    Derived {
        id: "creatinineRise",
        label: "Creatinine above the usual one",
        formula: "creatinine − creatinineBaseline",
        derivation: Difference(finding("creatinine"), finding("creatinineBaseline")),
        basis: Literature,
        source: literature(&["kdigo-bmj"]),
    },
    Derived {
        id: "clozapineNamed",
        label: "Clozapine named",
        formula: "yes if `agents` names clozapine, else unknown",
        derivation: Names(finding("agents"), "clozapine"),
        basis: Literature,
        source: literature(&["sarkar-gupta-2017"]),
    },
    Derived {
        id: "bloodPressureRise",
        label: "Blood pressure raised",
        formula: "yes if `bloodPressureRaised` is yes or either pressure is at least 25\u{a0}% above the usual one; otherwise no if `bloodPressureRaised` is no or both pressures are less than 25\u{a0}% above the usual ones; otherwise unknown",
        derivation: Alternatives(&[
            present("bloodPressureRaised"),
            any(&[at_least("systolicRise", 25.0), at_least("diastolicRise", 25.0)]),
        ]),
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
    Derived {
        id: "hypermetabolic",
        label: "Hypermetabolism",
        formula: "yes if `hypermetabolism` is yes, or heart rate is at least 25\u{a0}% and respiratory rate at least 50\u{a0}% above the usual ones; no if either is answered and neither is yes",
        derivation: Alternatives(&[
            present("hypermetabolism"),
            all(&[at_least("heartRateRise", 25.0), at_least("respiratoryRateRise", 50.0)]),
        ]),
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
    Derived {
        id: "hyperthermic",
        label: "Hyperthermia",
        formula: "yes if temperature is above 38.0\u{a0}°C or `hyperthermiaTwice` is yes; otherwise what the temperature says",
        derivation: RaisedBy(&above("temperature", 38.0), &present("hyperthermiaTwice")),
        basis: Article,
        source: article(&["S13", "S17"]).and(&["gurrera-2011"]).read_as(
            "The article gives no number for hyperthermia; above 38.0\u{a0}°C is that of the consensus criteria.",
        ),
    },
    Derived {
        id: "alteredMentalStatus",
        label: "Altered mental status",
        formula: "yes also at a Glasgow Coma Scale of 13 or less, whatever else is answered; otherwise what mental status, mutism and catatonia say",
        derivation: RaisedBy(
            &any(&[at_least_grade("mentalStatus", "confused"), present("mutism"), present("catatonia")]),
            &at_most("glasgowComaScale", 13.0),
        ),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"])
            .read_as("The coma scale cut-off is our own; beside the answer alert the more urgent of the two is used."),
    },
    Derived {
        id: "rigid",
        label: "Rigidity of any grade",
        formula: "yes from mild on, and whenever it is said to impair breathing",
        derivation: RaisedBy(&at_least_grade("rigidity", "mild"), &present("rigidityImpairsBreathing")),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"])
            .read_as("Rigidity that impairs breathing is rigidity; beside the answer none the more urgent of the two is used."),
    },
    Derived {
        id: "exposureEstablished",
        label: "Trigger established",
        formula: "yes only if exposure or dopaminergic withdrawal is answered yes; never unknown",
        derivation: Established(&any(&[present("exposure"), present("dopaminergicWithdrawal")])),
        basis: Literature,
        source: literature(&["bmj-nms"]),
    },
    Derived {
        id: "antagonistPossible",
        label: "Dopamine antagonist not ruled out",
        formula: "no only if exposure to a dopamine antagonist is answered no; never unknown",
        derivation: NotRuledOut(&present("exposure")),
        basis: Literature,
        source: literature(&["bmj-nms"]),
    },
    Derived {
        id: "antagonistEstablished",
        label: "Dopamine antagonist established",
        formula: "yes only if exposure to a dopamine antagonist is answered yes; never unknown",
        derivation: Established(&present("exposure")),
        basis: Literature,
        source: literature(&["bmj-nms"]),
    },
    Derived {
        id: "suspected",
        label: "Neuroleptic malignant syndrome suspected",
        formula: "the suspicion table: yes for suspected and possible, unknown for incomplete, no for not supported and no signs",
        derivation: Suspected,
        basis: Literature,
        source: literature(&["bmj-nms", "gurrera-2011"]),
    },
    Derived {
        id: "moderateOrWorse",
        label: "Severity at least moderate",
        formula: "the severity criteria of the basis in force: moderate or severe",
        derivation: GradeAtLeast(Grade::Moderate),
        basis: Article,
        source: article(&["S51", "S52"]),
    },
    Derived {
        id: "severe",
        label: "Severity severe",
        formula: "the severity criteria of the basis in force: severe",
        derivation: GradeAtLeast(Grade::Severe),
        basis: Article,
        source: article(&["S52"]),
    },
    Derived {
        id: "oneDrugAgainst",
        label: "Something known speaks against bromocriptine or dantrolene",
        formula: "yes only if the definition against bromocriptine or that against dantrolene is met; never unknown",
        derivation: Established(&any(&[
            definition("bromocriptine-contraindicated"),
            definition("calcium-channel-blocker-against-dantrolene"),
        ])),
        basis: Design,
        source: design("Once one of the two is known to be out, only the other one's own line stays; until then each line asks its questions."),
    },
    Derived {
        id: "onlyWithdrawal",
        label: "Withdrawal without a known dopamine antagonist",
        formula: "yes if dopaminergic withdrawal is answered yes and no dopamine antagonist is established; never unknown",
        derivation: Established(&all(&[present("dopaminergicWithdrawal"), absent("antagonistEstablished")])),
        basis: Design,
        source: design("The opposite first action for withdrawal makes the question worth asking before the stop is advised."),
    },
    Derived {
        id: "consensusScoreKnown",
        label: "Consensus score, known points",
        formula: "the points of the items of the consensus criteria that are met",
        derivation: ScoreKnown,
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
    Derived {
        id: "consensusScorePossible",
        label: "Consensus score, possible points",
        formula: "the points of the items that are met or still unknown",
        derivation: ScorePossible,
        basis: Literature,
        source: literature(&["gurrera-2011"]),
    },
}

/// Who is suspected: exposure or withdrawal against the five cardinal signs. A lone fast pulse is none of them.
pub const SUSPICION: SuspicionTable = SuspicionTable {
    exposure: present("exposure"),
    withdrawal: present("dopaminergicWithdrawal"),
    signs: &[
        definition("cardinal-hyperthermia"),
        definition("cardinal-rigidity"),
        definition("cardinal-mental-status"),
        definition("cardinal-sympathetic-lability"),
        definition("cardinal-hypermetabolism"),
    ],
    signs_if_unknown: 2,
};
