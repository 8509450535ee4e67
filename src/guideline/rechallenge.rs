//! After recovery (S55-S57). Data only.

use crate::engine::beyond::RechallengeInputs;
use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, all, any, finding, present};

use Section::Aftercare;
use Urgency::{Info, Warning};

/// What the rechallenge gate is computed from.
pub const GATE: RechallengeInputs = RechallengeInputs {
    in_question: any(&[present("suspected"), present("resolved")]),
    resolved: present("resolved"),
    sign_left: any(&[
        present("hyperthermic"),
        present("rigid"),
        present("alteredMentalStatus"),
        present("bloodPressureLabile"),
        present("bloodPressureRise"),
        present("diaphoresis"),
        present("incontinence"),
        present("hypermetabolic"),
        above("creatineKinaseMultiple", 2.0),
    ]),
    resolved_on: finding("resolvedOn"),
    long_acting: present("longActingInjection"),
    antagonist: present("exposure"),
    days: 14,
};

/// Aftercare, in order.
pub const RECHALLENGE: &[Rule] = &[
    Rule {
        id: "delay-rechallenge",
        section: Aftercare,
        urgency: Warning,
        when: any(&[all(&[present("suspected"), present("antagonistPossible")]), present("resolved")]),
        text: "An antipsychotic again before at least 2 weeks have passed",
        detail: "Counted from complete resolution; longer after a depot injection. The passing of 2 weeks is no advice to restart: that is a specialist's decision.",
        source: article(&["S55"])
            .and(&["bmj-nms", "rosebush-1989"])
            .read_as("The article does not say from when to count; complete resolution is from the literature."),
        ..Rule::AVOID
    },
    Rule {
        id: "obtain-consent-for-rechallenge",
        section: Aftercare,
        urgency: Info,
        when: any(&[all(&[present("suspected"), present("antagonistPossible")]), present("resolved")]),
        text: "Before any antipsychotic again: risks and benefits discussed, informed consent documented",
        source: article(&["S56"]).and(&["sarkar-gupta-2017"]),
        ..Rule::DO
    },
    Rule {
        id: "educate-patient-and-family",
        section: Aftercare,
        urgency: Info,
        when: any(&[present("suspected"), present("resolved")]),
        text: "Patient and family: explain the episode",
        detail: "So that future prescribers and anaesthetists hear of it.",
        source: article(&["S57"]),
        ..Rule::DO
    },
    Rule {
        id: "record-the-reaction",
        section: Aftercare,
        urgency: Info,
        basis: Basis::Literature,
        when: all(&[any(&[present("suspected"), present("resolved")]), present("antagonistEstablished")]),
        text: "Adverse-reaction record: add the drug and its class",
        source: literature(&["bmj-nms"]),
        ..Rule::DO
    },
    Rule {
        id: "plan-any-later-antipsychotic",
        section: Aftercare,
        urgency: Info,
        basis: Basis::Literature,
        when: any(&[all(&[present("suspected"), present("antagonistPossible")]), present("resolved")]),
        text: "If an antipsychotic is ever needed again: alternatives first, then a different one, slowly, under close watch",
        detail: "ECT is among the alternatives. In an early review about a third had a recurrence, more so if restarted soon; of 15 patients 87\u{a0}% tolerated one eventually. What counted was the time since recovery, not the potency. Temperature, pulse, blood pressure and CK are followed. A depot prolongs an episode.",
        source: literature(&[
            "sarkar-gupta-2017",
            "pileggi-cook-2016",
            "pearlman-1986",
            "rosebush-1989",
            "caroff-current-psychiatry",
        ]),
        ..Rule::NOTE
    },
    Rule {
        id: "avoid-abrupt-dopaminergic-withdrawal",
        section: Aftercare,
        urgency: Warning,
        basis: Basis::Literature,
        when: any(&[present("dopaminergicWithdrawal"), present("parkinsonDisease")]),
        text: "Stopping a dopaminergic drug abruptly, now or ever again",
        detail: "Levodopa and its like, and baclofen as well: their abrupt end causes the same picture. By tube or another route where nothing can be given by mouth.",
        source: literature(&["pmc6278220", "pmc6536166", "coffey-2002"]),
        ..Rule::AVOID
    },
    Rule {
        id: "watch-residual-signs",
        section: Aftercare,
        urgency: Info,
        basis: Basis::Literature,
        when: present("resolved"),
        text: "Catatonia or parkinsonism: can remain for weeks",
        detail: "Recovery takes 7 to 10 days on average after a drug by mouth, nearly always within 30 days, and longer after a depot. ECT is an option for what remains.",
        source: literature(&["dsm-5-tr", "morcos-2019"]),
        ..Rule::WATCH
    },
];
