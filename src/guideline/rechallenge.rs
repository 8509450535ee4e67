//! After recovery (S55-S57). Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{all, any, present};

use Section::Aftercare;
use Urgency::{Info, Warning};

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
];
