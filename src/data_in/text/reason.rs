//! The closed lists of reasons of the text reader.

use crate::data_in::reason::closed;
use crate::wording::line::{LineReasons, LineWhys};

closed! {
    /// Why a piece of the text is not used.
    TextReason by LineReasons {
        /// Words that are not known here, or not clear.
        NotUnderstood "not-understood" not_understood,
        /// A label without a number that can be read.
        NoNumber "no-number" no_number,
        /// A unit that the finding does not have.
        Unit "unit" unit,
        /// A number that could be two.
        Ambiguous "ambiguous" ambiguous,
        /// Two numbers behind one label, or a range.
        Several "several" several,
        /// Beyond the limits of the finding.
        OutsideLimits "outside-limits" outside_limits,
        /// A multiple of a limit that is not given.
        NeedsLimit "needs-limit" needs_limit,
        /// A word beside it names another time, another person, a doubt or a plan.
        OtherContext "other-context" other_context,
        /// The reach of a `no` is not clear.
        DenialUnclear "denial-unclear" denial_unclear,
        /// The word stands for several findings.
        Which "which" which,
        /// A drug that was stopped, or of which that is not clear.
        Stopped "stopped" stopped,
        /// A later or closer answer replaces it.
        Replaced "replaced" replaced,
        /// Longer than is read.
        TooLong "too-long" too_long,
    }
}

closed! {
    /// Why an answer reads as it does, or is left to the reader.
    TextWhy by LineWhys {
        /// One unit alone makes the number plausible.
        UnitByValue "unit-by-value" unit_by_value,
        /// Separators of thousands.
        Thousands "thousands" thousands,
        /// A sign or a word makes it a bound.
        Bound "bound" bound,
        /// The word alone says no more than this.
        WordAlone "word-alone" word_alone,
        /// A multiple of the upper limit.
        Multiple "multiple" multiple,
        /// The value is unusual.
        Unusual "unusual" unusual,
        /// A flag of the laboratory.
        Flag "flag" flag,
        /// The upper end of the range beside the result.
        RangeOfResult "range-of-result" range_of_result,
        /// The sum of the parts of a score.
        Sum "sum" sum,
        /// It replaces an earlier answer of the text.
        Replaces "replaces" replaces,
        // from here on it is left to the reader
        /// Two units are possible.
        WhichUnit "which-unit" which_unit,
        /// The number could be thousands or decimals.
        ThousandsUnsure "thousands-unsure" thousands_unsure,
        /// No unit, and the value is unusual or could be in another one.
        UnitUnsure "unit-unsure" unit_unsure,
        /// A destroyed sample.
        Haemolysed "haemolysed" haemolysed,
        /// Words beside it that are not understood.
        WordsBeside "words-beside" words_beside,
        /// A word in the same sentence that could make it of another time or person.
        ContextUnsure "context-unsure" context_unsure,
        /// A time or a date beside it.
        TimeBeside "time-beside" time_beside,
        /// The highest value of some time.
        Peak "peak" peak,
        /// The word covers more than this finding.
        PartOf "part-of" part_of,
        /// Another answer of the text contradicts it.
        Contradicted "contradicted" contradicted,
        /// Beside something denied or stopped.
        BesideDenial "beside-denial" beside_denial,
    }
}

impl TextWhy {
    /// Whether it leaves the choice to the reader.
    #[must_use]
    pub fn leaves_it(self) -> bool {
        self >= Self::WhichUnit
    }
}

/// A reason for an answer, with what fills its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRemark {
    /// The reason.
    pub why: TextWhy,
    /// A number, a word, a piece of the text. May be empty.
    pub what: String,
}

impl TextRemark {
    /// The sentence in the words of a language.
    #[must_use]
    pub fn sentence(&self, words: &LineWhys) -> String {
        self.why.text(words).replace("{what}", &self.what)
    }
}

impl From<TextWhy> for TextRemark {
    fn from(why: TextWhy) -> Self {
        Self { why, what: String::new() }
    }
}
