//! Units of measurement (UCUM codes) and their exact conversion to the unit in which a finding is stored.

use super::decimal::Decimal;

/// A unit: stored value = (typed value − `offset`) × `numerator` / `denominator`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The UCUM code, as the JavaScript contract takes it: `Cel`, `[degF]`, `mg/dL`.
    pub code: &'static str,
    /// How it is written beside a number.
    pub label: &'static str,
    /// Top of the conversion factor.
    pub numerator: i64,
    /// Bottom of the conversion factor, above zero.
    pub denominator: i64,
    /// Subtracted before scaling: 32 for degrees Fahrenheit, else 0.
    pub offset: Decimal,
    /// Whether the typed value is for the whole patient and is divided by the weight before it is stored.
    pub per_weight: bool,
}

impl Unit {
    /// A unit that needs no conversion.
    #[must_use]
    pub const fn stored(code: &'static str, label: &'static str) -> Self {
        Self::factor(code, label, 1, 1)
    }

    /// A unit with a factor to the stored one.
    #[must_use]
    pub const fn factor(code: &'static str, label: &'static str, numerator: i64, denominator: i64) -> Self {
        Self { code, label, numerator, denominator, offset: Decimal::ZERO, per_weight: false }
    }

    /// The typed value in the stored unit.
    #[must_use]
    pub const fn to_stored(&self, value: Decimal) -> Decimal {
        value.minus(self.offset).scaled(self.numerator, self.denominator)
    }

    /// The stored value in this unit, for display.
    #[must_use]
    pub const fn from_stored(&self, value: Decimal) -> Decimal {
        value.scaled(self.denominator, self.numerator).plus(self.offset)
    }
}
