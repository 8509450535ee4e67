//! The sentences about a pasted or typed text in English.

use crate::wording::Tag;
use crate::wording::line::{Line, LineReasons, LineWhys};

/// The sentences in English.
pub static LINE: Line = Line {
    lang: Tag("en"),
    reasons: LineReasons {
        not_understood: "This is not understood. Nothing was taken from it.",
        no_number: "No number that can be read stands behind this label.",
        unit: "The unit does not fit this finding. Write it with one of its own.",
        ambiguous: "The number could mean two things. Write it plainly, like 39.5.",
        several: "Two numbers stand behind one label. Write the one that counts.",
        outside_limits: "The number lies outside the limits of this finding.",
        needs_limit: "This is said against the upper limit of the laboratory. Write that limit as well.",
        other_context: "A word beside it points to another time, another person, a doubt or a plan.",
        denial_unclear: "It is not clear how far the denial reaches. Write “no” before each name.",
        which: "The word stands for several findings. Name the one that was seen.",
        stopped: "Whether the drug counts as taken is not clear. Write its name alone if it does.",
        replaced: "A later or closer answer of the same text replaces it.",
        too_long: "The text is longer than 100,000 letters. Paste less at once.",
    },
    whys: LineWhys {
        unit_by_value: "Only this unit makes the number plausible.",
        thousands: "The separator is read as one of thousands. As decimals the number would not be plausible.",
        bound: "Only a bound is known.",
        word_alone: "The word alone says this and nothing more.",
        multiple: "It is {what} times the upper limit that stands in the text.",
        unusual: "The value is unusual. Is it right?",
        flag: "The laboratory marked it: {what}.",
        range_of_result: "It is the upper end of the range beside the result.",
        sum: "It is the sum of {what}.",
        replaces: "It replaces an earlier answer of the same text: {what}.",
        which_unit: "The number fits more than one unit. Which one was meant?",
        thousands_unsure: "The number could also mean {what}. Is it right?",
        unit_unsure: "It has no unit, and could be in one that is not known here.",
        haemolysed: "The sample was haemolysed, which makes the value too high.",
        words_beside: "Words stand beside it that are not understood. Does it count?",
        context_unsure: "A word in the same sentence points to another time, another person, a doubt or a plan.",
        time_beside: "A time or a date stands beside it. Is it the value of now?",
        peak: "It is the highest value of some time. Is it the value of now?",
        part_of: "The word covers more than this. Was this looked for?",
        contradicted: "Another answer of the same text contradicts it.",
        beside_denial: "It stands beside something that is denied or stopped. Does it count?",
    },
};
