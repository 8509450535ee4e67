//! Findings from outside in English.

use crate::wording::areas::{Intake, Noun, Plural};

pub(super) const INTAKE: Intake = Intake {
    label: "Type or paste what you know",
    hint: "haloperidol, lead-pipe, T 41.3, HR 150, BP 84/40, CK 48000, no clonus",
    read: "Read",
    reading: "Reading …",
    failed: "This could not be read: {why}. The text stays in the field.",
    understood: Plural { one: "1 understood", many: "{count} understood" },
    not_understood: Plural { one: "1 not understood", many: "{count} not understood" },
    to_decide: Plural { one: "1 to decide", many: "{count} to decide" },
    take: "Enter it",
    nothing: "Nothing of this was understood. The text stays in the field.",
    was: "was {value}",
    replaces: "replaces {value}",
    take_back: ": take back",
    take_all_back: "Take all back",
    which_unit: "which unit?",
    in_unit: "{answer} in {unit}",
    quoted: "“{text}”",
    close: "Close",
    from_record: Plural { one: "1 answer in this record", many: "{count} answers in this record" },
    nothing_entered: "Nothing is entered yet. Look at each, and untick what is not this patient's state now.",
    record_entered: Plural { one: "1 answer entered from a record", many: "{count} answers entered from a record" },
    record_empty: "This record holds no answer that can be used.",
    enter: Plural { one: "Enter 1 answer", many: "Enter {count} answers" },
    enter_none: "Enter none",
    minutes_ago: Plural { one: "1 min ago", many: "{count} min ago" },
    hours_ago: Plural { one: "1 h ago", many: "{count} h ago" },
    days_ago: Plural { one: "1 day ago", many: "{count} days ago" },
    not_used: Plural { one: "1 not used", many: "{count} not used" },
    not_mapped: Noun {
        one: " resource is about something that is not asked here",
        many: " resources are about things that are not asked here",
    },
};
