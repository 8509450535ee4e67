//! The form in English.

use crate::wording::areas::Form;

/// What the form says.
pub(super) const FORM: Form = Form {
    title: "Findings",
    start: "Start with these",
    answered_of: "{answered} of {all} answered",
    some_of: "{answered} of {all}",
    answered: " answered",
    questions: " questions",
    entered: "{finding} {value}",
    entered_in: "{finding} {value}\u{a0}{unit}",
    pair: "{high}/{low}",
    denied: "no {finding}",
    follows: "Yes, from {answers}",
    no_name: "Where no name is known",
    about: "About: {finding}",
    drug_names: "names, separated by commas",
    used_as: "used as {quantity}",
    used_as_bound: "used as a bound: {bound}",
    raised: "{word}, no number: {bound}",
    not_used: "{count} not used",
    recorded: "Recorded with the case",
    yes: "Yes",
    no: "No",
    not_known: "Not known",
    day_pattern: "YYYY-MM-DD",
    unit_of: "Unit of {finding}",
    suggestions: "{finding}: suggestions",
    depot: ", also as a depot",
};
