//! What is said around findings that come from outside: a line of text, a record.

use crate::wording::wording;

use super::{Noun, Plural};

wording! {
    /// The line to type or paste into, and what was read of a record.
    Intake {
        label,
        /// What the line understands, by example.
        hint,
        read,
        reading,
        /// Why nothing came of it.
        failed(why),
        understood: Plural,
        not_understood: Plural,
        /// Of those that the reader has to decide.
        to_decide: Plural,
        /// On an answer that was left to the reader.
        take,
        /// Where nothing of a text was understood; it stays in the field.
        nothing,
        /// Behind an answer that took the place of another.
        was(value),
        /// Before the other, while a record waits.
        replaces(value),
        /// Behind an answer, for those who hear it.
        take_back,
        take_all_back,
        /// Behind a number that could be in several units.
        which_unit,
        /// A number in one of its units, for those who hear it.
        in_unit(answer, unit),
        /// A piece of the text as it stood there.
        quoted(text),
        close,
        from_record: Plural,
        /// While it waits.
        nothing_entered,
        record_entered: Plural,
        record_empty,
        enter: Plural,
        enter_none,
        /// Behind an answer of a record: its age.
        minutes_ago: Plural, hours_ago: Plural, days_ago: Plural,
        not_used: Plural,
        not_mapped: Noun,
    }
}
