//! The dantrolene that a site has, held against what a stated dose needs. Arithmetic on numbers that others state: the site
//! its vials, the reader the dose and how often. What nobody stated stays unknown, and no number is made up for it.

use super::dantrolene::Worked;
use super::decimal::Decimal;
use super::finding::Day;

/// One place of a site where dantrolene lies, or whom to ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its name, in the site's words.
    pub name: String,
    /// Vials by the id of their form; a form that is left out is not known, which is not none.
    pub vials: Vec<(&'static str, u32)>,
    /// Whom to call; empty where that is not stated.
    pub telephone: String,
    /// The day on which the vials were counted.
    pub counted: Option<Day>,
}

impl Place {
    /// Vials of a form; `None` where the site does not state them.
    #[must_use]
    pub fn of(&self, form: &str) -> Option<u32> {
        self.vials.iter().find(|(id, _)| *id == form).map(|(_, vials)| *vials)
    }
}

/// What is needed, and what is there, in vials of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// For this dose.
    pub now: u32,
    /// For 24 h.
    pub in_24h: In24h,
    /// Those that the places state, together.
    pub in_stock: u32,
    /// Whether every place states them.
    pub all_stated: bool,
    /// Too few for this dose, by so many.
    pub short_now: u32,
    /// Too few for 24 h, by so many; `None` where it is not known what they need.
    pub short_in_24h: Option<u32>,
}

impl Need {
    /// Whether there is too little for this dose or for 24 h, as far as is stated.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.short_now > 0 || self.short_in_24h.is_some_and(|short| short > 0)
    }
}

/// What 24 h need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In24h {
    /// Nobody stated how often.
    NotStated,
    /// As often as stated it is above the published ceiling: no number is worked out.
    AboveCeiling,
    /// So many vials. Each dose opens its own: what is left in a vial is not kept.
    Vials(u32),
}

/// The most doses that anyone may state for 24 h.
pub const MOST_DOSES: u8 = 24;

/// What a dose that was worked out needs, given so many times in 24 h.
#[must_use]
pub fn need(worked: &Worked, times: Option<u8>, places: &[Place]) -> Need {
    let in_24h = match times {
        None => In24h::NotStated,
        Some(times) if worked.dose.times(Decimal::whole(times)) > worked.ceiling => In24h::AboveCeiling,
        Some(times) => In24h::Vials(worked.vials.saturating_mul(times.into())),
    };
    let stated = || places.iter().map(|place| place.of(worked.form.id));
    let in_stock = stated().flatten().fold(0, u32::saturating_add);
    Need {
        now: worked.vials,
        in_24h,
        in_stock,
        all_stated: stated().all(|vials| vials.is_some()),
        short_now: worked.vials.saturating_sub(in_stock),
        short_in_24h: match in_24h {
            In24h::Vials(vials) => Some(vials.saturating_sub(in_stock)),
            In24h::NotStated | In24h::AboveCeiling => None,
        },
    }
}
