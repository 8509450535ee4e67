//! Units of measurement (UCUM codes) and their exact conversion to the unit in which a finding is stored.

use super::decimal::Decimal;
use super::letters::{ascii, is_unseen};

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
    /// Other usual spellings, between bars, as [`plain`] leaves them; one with a capital counts only as it is written.
    pub also: &'static str,
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
        Self { code, label, numerator, denominator, offset: Decimal::ZERO, per_weight: false, also: "" }
    }

    /// The same unit with other spellings.
    #[must_use]
    pub const fn also(self, also: &'static str) -> Self {
        Self { also, ..self }
    }

    /// The same unit, for the whole patient.
    #[must_use]
    pub const fn whole_patient(self) -> Self {
        Self { per_weight: true, ..self }
    }

    /// Whether `text` is a spelling of this unit: its code, its label, or one of the others.
    #[must_use]
    pub fn is_spelt(&self, text: &str) -> bool {
        let exact = plain(text);
        let lower = exact.to_ascii_lowercase();
        let listed = |spelling: &str| {
            spelling == if spelling.bytes().any(|byte| byte.is_ascii_uppercase()) { &exact } else { &lower }
        };
        !lower.is_empty()
            && (plain(self.code).eq_ignore_ascii_case(&lower)
                || plain(self.label).eq_ignore_ascii_case(&lower)
                || self.also.split('|').any(listed))
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

/// The position of the unit that a text spells; `None` where none of these units is meant.
#[must_use]
pub fn resolve(units: &[Unit], text: &str) -> Option<usize> {
    let code = units.iter().position(|unit| unit.code == text);
    code.or_else(|| units.iter().position(|unit| unit.is_spelt(text)))
}

/// A spelling without what does not tell units apart: spaces, the sign of degrees, forms of micro and of powers.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().map(ascii) {
        match letter {
            ' ' | '\u{b0}' | '\u{ba}' | '\u{2da}' => {}
            _ if is_unseen(letter) => {}
            '\u{2103}' => out.push('C'),
            '\u{2109}' => out.push('F'),
            '\u{b5}' | '\u{3bc}' => out.push('u'),
            '^' => out.push('*'),
            '\u{d7}' => out.push('x'),
            '\u{b2}' => out.push('2'),
            '\u{b3}' | '\u{2079}' => out.push_str(if letter == '\u{b3}' { "*3" } else { "*9" }),
            _ => out.push(letter),
        }
    }
    out
}
