//! What is said of a pasted or typed text. It stands apart, so that only who loads the reader loads it.

pub mod en;

use std::fmt;

pub use en::LINE;

use crate::wording::{Tag, Words, wording};

/// The sentences in every language of the widget.
static LINES: [&Line; 1] = [&LINE];

/// The sentences beside the words of the widget.
#[must_use]
pub fn of(words: &Words) -> &'static Line {
    LINES.into_iter().find(|line| line.lang == words.lang).unwrap_or(&LINE)
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lang.fmt(f)
    }
}

wording! {
    /// All sentences in one language.
    Line {
        lang: Tag,
        reasons: LineReasons,
        whys: LineWhys,
    }

    /// Why a piece of the text is not used.
    LineReasons {
        not_understood,
        no_number,
        unit,
        ambiguous,
        several,
        outside_limits,
        needs_limit,
        other_context,
        denial_unclear,
        which,
        stopped,
        replaced,
        too_long,
    }

    /// Why an answer reads as it does, or is left to the reader.
    LineWhys {
        unit_by_value,
        thousands,
        bound,
        word_alone,
        multiple(what),
        unusual,
        flag(what),
        range_of_result,
        sum(what),
        /// What stood there before.
        replaces(what),
        which_unit,
        /// The other reading.
        thousands_unsure(what),
        unit_unsure,
        haemolysed,
        words_beside,
        context_unsure,
        time_beside,
        peak,
        part_of,
        contradicted,
        beside_denial,
    }
}
