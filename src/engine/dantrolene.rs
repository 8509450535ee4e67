//! The volume of a dantrolene dose, worked out line by line: milligrams, vials, water, mannitol and the running total.
//!
//! Arithmetic on a dose that the reader states; it never chooses one. It holds for vials of 20 mg that are
//! reconstituted with 60 mL of water and carry 3 g of mannitol, in adults; everything else is withheld with the reason.

use super::decimal::Decimal;

/// What one vial holds and takes: 20 mg of dantrolene and 3 g of mannitol in 60 mL of water.
const VIAL_MILLIGRAM: Decimal = Decimal::literal(20.0);
const VIAL_WATER_MILLILITRE: u32 = 60;
const VIAL_MANNITOL_GRAM: u32 = 3;
/// The published ceiling in 24 h, in milligrams a kilogram.
const CEILING_PER_KILOGRAM: Decimal = Decimal::literal(10.0);

/// What the working needs; `None` is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Milligrams a kilogram, as the reader states.
    pub dose_per_kilogram: Option<Decimal>,
    /// Body weight in kilograms.
    pub weight: Option<Decimal>,
    /// Whether the 20 mg vial was confirmed.
    pub formulation: Option<bool>,
    /// Whether doses may be shown: a known adult, male or known not to be pregnant.
    pub adult: bool,
    /// Whether a volatile anaesthetic puts malignant hyperthermia first, whose regimen is its own.
    pub malignant_hyperthermia: bool,
    /// Whether something known speaks against dantrolene.
    pub withheld: bool,
    /// Milligrams given in the last 24 h.
    pub given: Option<Decimal>,
}

/// The outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Volume {
    /// The line that was worked out.
    Worked(Worked),
    /// The dose with what was given exceeds the ceiling: no volume is shown.
    AboveCeiling {
        /// The ceiling in milligrams for this weight.
        ceiling: Decimal,
    },
    /// Withheld, and why.
    Withheld(Reason),
}

/// Why there is no volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Age below 18 or not known, or pregnancy not ruled out.
    NotAKnownAdult,
    /// Malignant hyperthermia has a regimen of its own.
    MalignantHyperthermia,
    /// Something known speaks against dantrolene.
    SpokenAgainst,
    /// The weight is not known.
    NoWeight,
    /// The formulation is not confirmed, or another one.
    OtherFormulation,
    /// No dose was stated.
    NoDose,
}

impl Reason {
    /// In a sentence.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::NotAKnownAdult => {
                "Only for a known adult who is male or known not to be pregnant: otherwise doses and arithmetic belong to a specialist."
            }
            Self::MalignantHyperthermia => {
                "After a volatile anaesthetic or succinylcholine: the regimen of malignant hyperthermia is its own."
            }
            Self::SpokenAgainst => "Something known speaks against dantrolene: see its line.",
            Self::NoWeight => "The weight is not known.",
            Self::OtherFormulation => {
                "Only for vials of 20\u{a0}mg reconstituted with 60\u{a0}mL of water: confirm the formulation."
            }
            Self::NoDose => "State a dose in mg/kg to see its volume.",
        }
    }

    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotAKnownAdult => "not-a-known-adult",
            Self::MalignantHyperthermia => "malignant-hyperthermia",
            Self::SpokenAgainst => "spoken-against",
            Self::NoWeight => "no-weight",
            Self::OtherFormulation => "formulation",
            Self::NoDose => "no-dose",
        }
    }
}

/// A worked line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worked {
    /// Milligrams a kilogram.
    pub per_kilogram: Decimal,
    /// Kilograms.
    pub weight: Decimal,
    /// Milligrams of this dose.
    pub dose: Decimal,
    /// Vials that have to be opened.
    pub vials: u32,
    /// Millilitres of water to reconstitute them.
    pub water: u32,
    /// Grams of mannitol in them.
    pub mannitol: u32,
    /// Milligrams in 24 h with this dose; `None` while what was given is not known.
    pub total: Option<Decimal>,
    /// The ceiling in milligrams for this weight.
    pub ceiling: Decimal,
}

/// Works out the volume of a stated dose, or says why not.
#[must_use]
pub fn volume(asked: &Asked) -> Volume {
    if asked.malignant_hyperthermia {
        return Volume::Withheld(Reason::MalignantHyperthermia);
    }
    if asked.withheld {
        return Volume::Withheld(Reason::SpokenAgainst);
    }
    if !asked.adult {
        return Volume::Withheld(Reason::NotAKnownAdult);
    }
    let Some(weight) = asked.weight else { return Volume::Withheld(Reason::NoWeight) };
    if asked.formulation != Some(true) {
        return Volume::Withheld(Reason::OtherFormulation);
    }
    let Some(per_kilogram) = asked.dose_per_kilogram else { return Volume::Withheld(Reason::NoDose) };
    let (dose, ceiling) = (per_kilogram.times(weight), CEILING_PER_KILOGRAM.times(weight));
    let total = asked.given.map(|given| given.plus(dose));
    if total.unwrap_or(dose) > ceiling {
        return Volume::AboveCeiling { ceiling };
    }
    let vials = dose.parts_to_cover(VIAL_MILLIGRAM);
    Volume::Worked(Worked {
        per_kilogram,
        weight,
        dose,
        vials,
        water: vials.saturating_mul(VIAL_WATER_MILLILITRE),
        mannitol: vials.saturating_mul(VIAL_MANNITOL_GRAM),
        total,
        ceiling,
    })
}
