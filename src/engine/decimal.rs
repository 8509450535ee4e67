//! Fixed-point numbers: nine decimals in an `i64`, so that a comparison with a threshold is exact.
//!
//! Floating point would make "above 41.1" depend on the unit in which 41.1 was typed.

use std::fmt::{self, Write as _};

/// A number with nine decimals. The range is about ±9.2 thousand million; every hard limit of a finding lies far inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

const SCALE: i64 = 1_000_000_000;
const LIMIT: f64 = 9.0e9;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// A small whole number.
    #[must_use]
    pub const fn whole(value: u8) -> Self {
        Self(value as i64 * SCALE)
    }

    /// The number nearest to `value`; `None` for NaN, infinities and anything beyond ±9,000,000,000.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked just before")]
    pub const fn from_f64(value: f64) -> Option<Self> {
        if !(value > -LIMIT && value < LIMIT) {
            return None;
        }
        // 1e9 is exact in binary; the product is exact enough for every decimal with up to nine digits after the point
        Some(Self((value * 1.0e9 + 0.5_f64.copysign(value)) as i64))
    }

    /// A literal of a table, for constants only: one that cannot be stored stops the build.
    ///
    /// ```
    /// # use nms_advisor::engine::decimal::Decimal;
    /// const HOT: Decimal = Decimal::literal(41.1);
    /// ```
    /// ```compile_fail,E0080
    /// # use nms_advisor::engine::decimal::Decimal;
    /// const TOO_GREAT: Decimal = Decimal::literal(9_000_000_000.0);
    /// ```
    ///
    /// # Panics
    /// Where the number cannot be stored; a number that is not known while compiling goes through [`Self::from_f64`].
    #[must_use]
    #[expect(clippy::panic, reason = "runs only while compiling, where it is how the build is stopped")]
    pub const fn literal(value: f64) -> Self {
        match Self::from_f64(value) {
            Some(number) => number,
            None => panic!("a number of a table lies beyond 9,000,000,000, or is none: give one that can be stored"),
        }
    }

    /// `self` as a float, for charts and JSON. Exact to 15 significant digits.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "display only; verdicts compare the integer")]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 1.0e9
    }

    /// Whether `self` is greater; `>` is not yet usable in constants.
    #[must_use]
    pub const fn is_above(self, other: Self) -> bool {
        self.0 > other.0
    }

    /// `self - other`, saturating.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// `self + other`, saturating.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// `self × numerator / denominator`, to the nearest billionth, saturating; zero denominators give `self`.
    #[must_use]
    pub const fn scaled(self, numerator: i64, denominator: i64) -> Self {
        if denominator == 0 {
            return self;
        }
        let product = self.0 as i128 * numerator as i128;
        let bottom = denominator as i128;
        // the quotient is cut off towards zero, so the half is added away from it
        let half = bottom.abs() / 2 * product.signum();
        Self::saturate((product + half) / bottom)
    }

    /// `self / other`, rounded down to a billionth, so that `at_least` on a ratio is exact; `None` unless `other` is above zero.
    #[must_use]
    pub const fn ratio(self, other: Self) -> Option<Self> {
        if other.0 <= 0 {
            return None;
        }
        Some(Self::saturate((self.0 as i128 * SCALE as i128).div_euclid(other.0 as i128)))
    }

    /// How far `self` lies above `baseline`, in percent of it, rounded down to a billionth; `None` unless the baseline is above zero.
    #[must_use]
    pub const fn percent_above(self, baseline: Self) -> Option<Self> {
        if baseline.0 <= 0 {
            return None;
        }
        let rise = self.0 as i128 - baseline.0 as i128;
        Some(Self::saturate((rise * 100 * SCALE as i128).div_euclid(baseline.0 as i128)))
    }

    /// The mean of a systolic pressure (`self`) and a diastolic one, which counts twice; rounded down to a billionth, so
    /// that `below` is exact.
    #[must_use]
    pub const fn mean_pressure(self, diastolic: Self) -> Self {
        Self::saturate((self.0 as i128 + 2 * diastolic.0 as i128).div_euclid(3))
    }

    /// The next smaller stored number.
    #[must_use]
    pub const fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The next greater stored number.
    #[must_use]
    pub const fn after(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// Whether `self` has fewer decimals than `other`.
    #[must_use]
    pub const fn is_rounder_than(self, other: Self) -> bool {
        self.trailing_zeros() > other.trailing_zeros()
    }

    const fn trailing_zeros(self) -> u32 {
        let (mut rest, mut zeros) = (self.0, 0);
        while zeros < 9 && rest % 10 == 0 {
            rest /= 10;
            zeros += 1;
        }
        zeros
    }

    /// Half of it, rounded up.
    #[must_use]
    pub const fn half_up(self) -> Self {
        Self(self.0.div_euclid(2) + self.0.rem_euclid(2))
    }

    /// The smallest number whose [`Self::ratio`] to `bottom` reaches `self`; `None` unless `bottom` is above zero.
    #[must_use]
    pub const fn times_up(self, bottom: Self) -> Option<Self> {
        if bottom.0 <= 0 {
            return None;
        }
        Some(Self::saturate(-((-(self.0 as i128 * bottom.0 as i128)).div_euclid(SCALE as i128))))
    }

    /// The greatest divisor by which the [`Self::ratio`] of `self` still reaches `limit`; `None` unless `limit` is above zero.
    #[must_use]
    pub const fn last_divisor(self, limit: Self) -> Option<Self> {
        if limit.0 <= 0 {
            return None;
        }
        Some(Self::saturate((self.0 as i128 * SCALE as i128).div_euclid(limit.0 as i128)))
    }

    /// The smallest number that lies `self` percent or more above `base`; `None` unless the base is above zero.
    #[must_use]
    pub const fn percent_of_up(self, base: Self) -> Option<Self> {
        if base.0 <= 0 {
            return None;
        }
        let rise = -((-(self.0 as i128 * base.0 as i128)).div_euclid(100 * SCALE as i128));
        Some(Self::saturate(base.0 as i128 + rise))
    }

    /// The greatest base above which `self` still lies by `limit` percent; `None` at -100 percent and below.
    #[must_use]
    pub const fn last_base(self, limit: Self) -> Option<Self> {
        let bottom = 100 * SCALE as i128 + limit.0 as i128;
        if bottom <= 0 {
            return None;
        }
        Some(Self::saturate((self.0 as i128 * 100 * SCALE as i128).div_euclid(bottom)))
    }

    /// `self × other`, rounded down to a billionth, saturating.
    #[must_use]
    pub const fn times(self, other: Self) -> Self {
        Self::saturate((self.0 as i128 * other.0 as i128).div_euclid(SCALE as i128))
    }

    /// How many whole `part`s it takes to cover `self`; 0 for a negative number or a `part` that is not above zero.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked just before")]
    pub const fn parts_to_cover(self, part: Self) -> u32 {
        if part.0 <= 0 || self.0 <= 0 {
            return 0;
        }
        let whole = self.0 / part.0 + if self.0 % part.0 == 0 { 0 } else { 1 };
        if whole > u32::MAX as i64 { u32::MAX } else { whole as u32 }
    }

    #[expect(clippy::cast_possible_truncation, reason = "both ends are clamped first")]
    const fn saturate(value: i128) -> Self {
        if value > i64::MAX as i128 {
            Self(i64::MAX)
        } else if value < i64::MIN as i128 {
            Self(i64::MIN)
        } else {
            Self(value as i64)
        }
    }

    /// Reads a number as people type it: a point or a comma before the decimals, an optional sign, nothing else.
    ///
    /// A comma followed by exactly three digits could be a thousands separator or a decimal comma; it is refused as
    /// ambiguous rather than guessed. One that is too great to be stored is none: another would stand in its place.
    ///
    /// # Errors
    /// [`Unread::Empty`], [`Unread::Ambiguous`] or [`Unread::NotANumber`].
    pub fn parse(text: &str) -> Result<Self, Unread> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Unread::Empty);
        }
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = match digits.split_once(['.', ',']) {
            Some((whole, fraction)) => (whole, fraction),
            None => (digits, ""),
        };
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(fraction) || (whole.is_empty() && fraction.is_empty()) || whole.len() > 10 {
            return Err(Unread::NotANumber);
        }
        if digits.contains(',') && fraction.len() == 3 && !whole.is_empty() && whole != "0" {
            return Err(Unread::Ambiguous);
        }
        let mut value: i128 = 0;
        for byte in whole.bytes() {
            value = value * 10 + i128::from(byte - b'0');
        }
        let mut decimals = fraction.bytes().chain(std::iter::repeat(b'0'));
        for _ in 0..9 {
            value = value * 10 + i128::from(decimals.next().unwrap_or(b'0') - b'0');
        }
        let magnitude = i64::try_from(value).map_err(|_| Unread::NotANumber)?;
        Ok(Self(if negative { -magnitude } else { magnitude }))
    }
}

/// Why a typed number could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing was typed.
    Empty,
    /// A comma with three digits behind it: decimals or thousands?
    Ambiguous,
    /// Letters or signs that are no part of a number, or more digits than any quantity has.
    NotANumber,
}

impl Decimal {
    /// The number in ASCII without thousands, as JSON and a field have it: `-1234.5`.
    #[must_use]
    pub fn plain(self) -> String {
        self.to_string().replace(',', "").replace('\u{2212}', "-")
    }
}

impl fmt::Display for Decimal {
    /// No trailing zero, a leading zero, thousands separated by commas.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let whole = magnitude / SCALE.unsigned_abs();
        if self.0 < 0 {
            f.write_str("\u{2212}")?;
        }
        if whole < 1000 {
            write!(f, "{whole}")?;
        } else {
            let digits = whole.to_string();
            for (position, digit) in digits.chars().enumerate() {
                if position > 0 && (digits.len() - position).is_multiple_of(3) {
                    f.write_char(',')?;
                }
                f.write_char(digit)?;
            }
        }
        let mut fraction = magnitude % SCALE.unsigned_abs();
        if fraction > 0 {
            let mut places = 9;
            while fraction.is_multiple_of(10) {
                fraction /= 10;
                places -= 1;
            }
            write!(f, ".{fraction:0places$}")?;
        }
        Ok(())
    }
}

impl Decimal {
    /// `self` with at most `places` decimals (0 to 9), rounded half up, for display; comparisons never use it.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        let step = 10_i64.pow(9_u32.saturating_sub(places));
        let half = step / 2;
        Self(self.0.saturating_add(if step > 1 { half } else { 0 }).div_euclid(step).saturating_mul(step))
    }
}
