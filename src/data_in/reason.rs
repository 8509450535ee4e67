//! The closed lists of reasons: why something was used, left to the reader, not used, or refused as a whole.

use crate::wording::outside::{Reasons, Refusals, Whys};

/// A closed list: variants, stable ids, and where their sentences stand.
macro_rules! closed {
    ($(#[$about:meta])* $name:ident by $words:ident { $($(#[$note:meta])* $variant:ident $id:literal $field:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$note])* $variant,)+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable id.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The text, with its places unfilled.
            #[must_use]
            pub const fn text(self, words: &$words) -> &'static str {
                match self { $(Self::$variant => words.$field,)+ }
            }
        }
    };
}

pub(super) use closed;

closed! {
    /// Why something was understood and not used.
    Reason by Reasons {
        /// The status says that the result is not one.
        Status "status" status,
        /// It belongs to another patient.
        OtherPatient "other-patient" other_patient,
        /// It is about something else than the patient: a fetus, a donor, a device.
        AboutAnother "about-another" about_another,
        /// A modifier that is not understood could turn its meaning.
        Modifier "modifier" modifier,
        /// Two codings name different things.
        CodesDisagree "codes-disagree" codes_disagree,
        /// The text beside the code names something else.
        DisplayDisagrees "display-disagrees" display_disagrees,
        /// A code that looks like the finding and is another quantity.
        AnotherQuantity "another-quantity" another_quantity,
        /// A part of a panel that is not on the list, or of none.
        Panel "panel" panel,
        /// A temperature from the laboratory.
        LaboratoryTemperature "laboratory-temperature" laboratory_temperature,
        /// Another fluid than blood.
        Specimen "specimen" specimen,
        /// There is no value, and a reason why.
        NoValue "no-value" no_value,
        /// A value of a kind that is not read.
        ValueType "value-type" value_type,
        /// A comparator that is none of the four.
        Comparator "comparator" comparator,
        /// No unit, where more than one could be meant.
        NoUnit "no-unit" no_unit,
        /// A unit that the finding does not have.
        Unit "unit" unit,
        /// The code and the text of the unit differ.
        UnitsDisagree "units-disagree" units_disagree,
        /// Beyond the limits of the finding.
        OutsideLimits "outside-limits" outside_limits,
        /// Before the window.
        TooOld "too-old" too_old,
        /// After now.
        Future "future" future,
        /// A newer version of the same resource replaces it.
        Superseded "superseded" superseded,
        /// Versions of one resource whose order is not known.
        VersionsUnclear "versions-unclear" versions_unclear,
        /// Urine without a period.
        NoPeriod "no-period" no_period,
        /// Urine without a weight.
        NoWeight "no-weight" no_weight,
        /// Several reference ranges, or one that does not fit.
        RangeUnclear "range-unclear" range_unclear,
        /// A pregnancy test.
        PregnancyTest "pregnancy-test" pregnancy_test,
        /// A drug that was not given, or not yet.
        NotTaken "not-taken" not_taken,
        /// A proposal or a plan, not an order.
        NotOrdered "not-ordered" not_ordered,
        /// A condition that is refuted or entered in error.
        Refuted "refuted" refuted,
        /// A condition that is over.
        NotActive "not-active" not_active,
        /// A date of which only the year or the month is known.
        PartialDate "partial-date" partial_date,
        /// Parts of a score that do not make a whole.
        IncompleteScore "incomplete-score" incomplete_score,
    }
}

closed! {
    /// Why something was used, or was left to the reader.
    Why by Whys {
        /// The only one.
        Only "only" only,
        /// The latest of several.
        Latest "latest" latest,
        /// The highest of several.
        Highest "highest" highest,
        /// A higher one stands beside it.
        HigherBeside "higher-beside" higher_beside,
        /// Corrected or amended since.
        Corrected "corrected" corrected,
        /// Two readings above the threshold at different times.
        Twice "twice" twice,
        /// A comparator made it a bound.
        Bound "bound" bound,
        /// Of several sites the named one.
        NamedSite "named-site" named_site,
        /// The code says where it was taken.
        SiteByCode "site-by-code" site_by_code,
        /// The unit was read from its text.
        UnitText "unit-text" unit_text,
        /// The value was sent as a text.
        ValueText "value-text" value_text,
        /// The value is unusual.
        Unusual "unusual" unusual,
        /// The range that stood beside the result.
        RangeOfResult "range-of-result" range_of_result,
        /// It was computed.
        Computed "computed" computed,
        /// From the record of the patient.
        Administrative "administrative" administrative,
        /// The name was read from the text.
        NameRead "name-read" name_read,
        /// It was given.
        Administered "administered" administered,
        /// It was reported as taken.
        Reported "reported" reported,
        /// It was ordered.
        Ordered "ordered" ordered,
        /// Total carbon dioxide stands for bicarbonate.
        Convention "convention" convention,
        // from here on it is left to the reader
        /// A preliminary result.
        Preliminary "preliminary" preliminary,
        /// No time.
        NoTime "no-time" no_time,
        /// Only the time of release.
        IssuedOnly "issued-only" issued_only,
        /// Only the day is known.
        DayOnly "day-only" day_only,
        /// A time without its zone.
        NoZone "no-zone" no_zone,
        /// Nobody is named.
        NoSubject "no-subject" no_subject,
        /// A code that nobody has looked up.
        CodeUnsure "code-unsure" code_unsure,
        /// A code beside it that is not known here.
        CodeBeside "code-beside" code_beside,
        /// Another value of the same time.
        OrderUnclear "order-unclear" order_unclear,
        /// A specimen that is not understood.
        SpecimenUnclear "specimen-unclear" specimen_unclear,
        /// Two sites.
        SitesDisagree "sites-disagree" sites_disagree,
        /// A usual value.
        Baseline "baseline" baseline,
        /// A name that was known by its code alone.
        CodeAlone "code-alone" code_alone,
        /// A name beside words that are not read.
        NameUnsure "name-unsure" name_unsure,
        /// A drug that was stopped.
        Stopped "stopped" stopped,
        /// A drug on the list, with an old date.
        OldDate "old-date" old_date,
        /// A condition that is not confirmed.
        Unconfirmed "unconfirmed" unconfirmed,
    }
}

closed! {
    /// Why the input is not read at all.
    Refusal by Refusals {
        /// Longer than is read.
        TooLong "too-long" too_long,
        /// More resources than are read.
        TooMany "too-many" too_many,
        /// Nested deeper than is read.
        TooDeep "too-deep" too_deep,
        /// No JSON.
        NotJson "not-json" not_json,
        /// A name twice in one object.
        TwiceNamed "twice-named" twice_named,
        /// JSON that holds no FHIR resource.
        NotFhir "not-fhir" not_fhir,
        /// FHIR as XML.
        Xml "xml" xml,
        /// A clinical document of HL7 version 3.
        Ccda "c-cda" ccda,
        /// A message of HL7 version 2.
        Version2 "hl7-v2" version_2,
        /// FHIR release 3 or older.
        Stu3 "stu3" stu3,
        /// No `now`, or none that is an instant.
        Now "now" now,
        /// A window that is none.
        Window "window" window,
        /// An option that there is not.
        Option "option" option,
        /// A `patient` that is none.
        Patient "patient" patient,
        /// Several patients, and none chosen.
        SeveralPatients "several-patients" several_patients,
    }
}

impl Why {
    /// Whether it leaves the choice to the reader.
    #[must_use]
    pub fn leaves_it(self) -> bool {
        self >= Self::Preliminary
    }
}

/// A reason for a choice, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The reason.
    pub why: Why,
    /// What fills its place: a number, a range, a choice. May be empty.
    pub what: String,
}

impl Remark {
    /// The sentence in the words of a language.
    #[must_use]
    pub fn sentence(&self, words: &Whys) -> String {
        let text = self.why.text(words);
        let split = text.split_once('{').and_then(|(front, rest)| Some((front, rest.split_once('}')?.1)));
        split.map_or_else(|| text.into(), |(front, behind)| format!("{front}{}{behind}", self.what))
    }
}

impl From<Why> for Remark {
    fn from(why: Why) -> Self {
        Self { why, what: String::new() }
    }
}
