//! What is said of a case that a learning platform keeps, and of its statements.

use crate::wording::wording;

wording! {
    /// What a learning platform gets, and what of it could not be read.
    Record {
        title,
        note,
        base,
        no_base,
        save,
        no_progress,
        no_case(id),
        open_first,
        no_action(id),
        no_stage(line),
        no_place,
    }
}
