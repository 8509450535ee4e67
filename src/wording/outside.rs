//! What is said of data from outside. It stands apart, so that only who loads the readers loads it.

pub mod en;

use std::fmt;

pub use en::OUTSIDE;

use crate::wording::{Tag, Words, wording};

/// The sentences in every language of the widget.
static OUTSIDES: [&Outside; 1] = [&OUTSIDE];

/// The sentences beside the words of the widget.
#[must_use]
pub fn of(words: &Words) -> &'static Outside {
    OUTSIDES.into_iter().find(|outside| outside.lang == words.lang).unwrap_or(&OUTSIDE)
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lang.fmt(f)
    }
}

wording! {
    /// All sentences in one language.
    Outside {
        lang: Tag,
        reasons: Reasons,
        whys: Whys,
        refusals: Refusals,
    }

    /// Why something was understood and not used.
    Reasons {
        status,
        other_patient,
        about_another,
        modifier,
        codes_disagree,
        display_disagrees,
        another_quantity,
        panel,
        laboratory_temperature,
        specimen,
        no_value,
        value_type,
        comparator,
        no_unit,
        unit,
        units_disagree,
        outside_limits,
        too_old,
        future,
        superseded,
        versions_unclear,
        no_period,
        no_weight,
        range_unclear,
        pregnancy_test,
        not_taken,
        not_ordered,
        refuted,
        not_active,
        partial_date,
        incomplete_score,
    }

    /// Why something was used, or was left to the reader.
    Whys {
        only,
        latest(what),
        highest(what),
        higher_beside(what),
        corrected,
        twice(what),
        bound,
        named_site(what),
        site_by_code,
        unit_text,
        value_text,
        unusual,
        range_of_result,
        computed(what),
        administrative,
        name_read,
        administered,
        reported,
        ordered,
        convention,
        preliminary,
        no_time,
        issued_only,
        day_only,
        no_zone,
        no_subject,
        code_unsure,
        code_beside,
        order_unclear,
        specimen_unclear,
        sites_disagree,
        baseline,
        code_alone,
        name_unsure,
        stopped,
        old_date,
        unconfirmed,
    }

    /// Why the input is not read at all.
    Refusals {
        too_long,
        too_many,
        too_deep,
        not_json,
        twice_named,
        not_fhir,
        xml,
        ccda,
        version_2,
        stu3,
        now,
        window,
        option,
        patient,
        several_patients,
    }
}
