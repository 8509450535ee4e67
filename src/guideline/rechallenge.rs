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
        detail: "ECT is among the alternatives. Of 15 patients 87\u{a0}% tolerated one in the end; what counted was the time since recovery, not the potency. A depot is no first choice: it prolongs an episode.",
        source: literature(&["sarkar-gupta-2017", "pileggi-cook-2016", "rosebush-1989", "caroff-current-psychiatry"]),
        ..Rule::NOTE
    },
    Rule {
        id: "avoid-abrupt-dopaminergic-withdrawal",
        section: Aftercare,
        urgency: Warning,
        basis: Basis::Literature,
        when: present("dopaminergicWithdrawal"),
        text: "A dopaminergic drug, ever again, from one day to the next",
        detail: "After a withdrawal it is the abrupt end of the drug that must not happen again.",
        source: literature(&["pmc6278220", "pmc6536166"]),
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
