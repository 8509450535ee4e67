//! The volume of a dantrolene dose, worked out line by line: milligrams, vials, water, mannitol and the running total.
//!
//! Arithmetic on a dose that the reader states; it never chooses one. It holds for the forms that the rule set names, in
//! adults; everything else is withheld with the reason.

use super::criterion::Criterion;
use super::decimal::Decimal;
use super::source::Source;

/// A form in which it is sold: what one vial holds and takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form {
    /// Its id: that of the answer that confirms it.
    pub id: &'static str,
    /// When it is the one at hand.
    pub confirmed: Criterion,
    /// Milligrams of dantrolene.
    pub milligram: u8,
    /// Millilitres of water.
    pub water: u32,
    /// Grams of mannitol; `None` where the maker does not say.
    pub mannitol: Option<u32>,
    /// Its source.
    pub source: Source,
}

/// The highest single dose published for this syndrome, in milligrams a kilogram.
pub const PUBLISHED_DOSE: Decimal = Decimal::literal(2.5);
/// The only licensed daily dose, in milligrams.
pub const LICENSED_DAY: Decimal = Decimal::literal(200.0);
/// The published ceiling in 24 h, in milligrams a kilogram.
const CEILING_PER_KILOGRAM: Decimal = Decimal::literal(10.0);

/// What the working needs; `None` is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, known to hold or not")]
pub struct Asked {
    /// Milligrams a kilogram, as the reader states.
    pub dose_per_kilogram: Option<Decimal>,
    /// Body weight in kilograms.
    pub weight: Option<Decimal>,
    /// The form that was confirmed.
    pub form: Option<Form>,
    /// Whether there is no rigidity.
    pub not_rigid: bool,
    /// Whether fluid is a risk.
    pub overload: bool,
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
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// There is no rigidity.
    NotRigid,
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
            Self::MalignantHyperthermia => "Malignant hyperthermia: its regimen is its own.",
            Self::SpokenAgainst => "Something known speaks against dantrolene: see its line.",
            Self::NotRigid => "No rigidity: dantrolene is for rigidity with heat.",
            Self::NoWeight => "The weight is not known.",
            Self::OtherFormulation => {
                "Only for vials of 20\u{a0}mg in 60\u{a0}mL, 120\u{a0}mg in 20\u{a0}mL or 250\u{a0}mg in 5\u{a0}mL: confirm the formulation."
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
            Self::NotRigid => "not-rigid",
            Self::NoWeight => "no-weight",
            Self::OtherFormulation => "formulation",
            Self::NoDose => "no-dose",
        }
    }
}

/// A worked line.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// Grams of mannitol in them; `None` where the maker does not say.
    pub mannitol: Option<u32>,
    /// The form.
    pub form: Form,
    /// Whether the dose is higher than any published for this syndrome.
    pub above_published: bool,
    /// Whether the total, or the dose while what was given is not known, is above the only licensed daily dose.
    pub above_licensed: bool,
    /// Whether fluid is a risk here.
    pub overload: bool,
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
    if asked.not_rigid {
        return Volume::Withheld(Reason::NotRigid);
    }
    if !asked.adult {
        return Volume::Withheld(Reason::NotAKnownAdult);
    }
    let Some(weight) = asked.weight else { return Volume::Withheld(Reason::NoWeight) };
    let Some(form) = asked.form else { return Volume::Withheld(Reason::OtherFormulation) };
    let Some(per_kilogram) = asked.dose_per_kilogram else { return Volume::Withheld(Reason::NoDose) };
    let (dose, ceiling) = (per_kilogram.times(weight), CEILING_PER_KILOGRAM.times(weight));
    let total = asked.given.map(|given| given.plus(dose));
    if total.unwrap_or(dose) > ceiling {
        return Volume::AboveCeiling { ceiling };
    }
    let vials = dose.parts_to_cover(Decimal::whole(form.milligram));
    Volume::Worked(Worked {
        per_kilogram,
        weight,
        dose,
        vials,
        water: vials.saturating_mul(form.water),
        mannitol: form.mannitol.map(|gram| vials.saturating_mul(gram)),
        form,
        above_published: per_kilogram > PUBLISHED_DOSE,
        above_licensed: total.unwrap_or(dose) > LICENSED_DAY,
        overload: asked.overload,
        total,
        ceiling,
    })
}
