//! Fixed-point arithmetic, held against fractions of whole numbers: exact, rounded to the side that each comparison needs,
//! and saturating at the ends instead of wrapping.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

use nms_advisor::engine::decimal::{Decimal, Unread};

const ONE: i128 = 1_000_000_000;
const MOST: i128 = i64::MAX as i128;
const LEAST: i128 = i64::MIN as i128;

/// So many billionths, by way of the text.
fn of(billionths: i128) -> Decimal {
    let (whole, rest) = (billionths.abs() / ONE, billionths.abs() % ONE);
    let sign = if billionths < 0 { "-" } else { "" };
    Decimal::parse(&format!("{sign}{whole}.{rest:09}")).unwrap()
}

/// The billionths of a number, by way of the text.
fn billionths(number: Decimal) -> i128 {
    let text = number.to_string().replace(',', "");
    let (sign, digits) = text.strip_prefix('\u{2212}').map_or((1, text.as_str()), |digits| (-1, digits));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    sign * (whole.parse::<i128>().unwrap() * ONE + format!("{rest:0<9}").parse::<i128>().unwrap())
}

fn down(top: i128, bottom: i128) -> i128 {
    top.div_euclid(bottom).clamp(LEAST, MOST)
}

fn up(top: i128, bottom: i128) -> i128 {
    (-(-top).div_euclid(bottom)).clamp(LEAST, MOST)
}

/// Numbers with every kind of end: none, one billionth, a third, a half, round ones, and the ends of the range.
const GRID: [i128; 26] = [
    0,
    1,
    2,
    3,
    5,
    10,
    499_999_999,
    500_000_000,
    999_999_999,
    ONE,
    ONE + 1,
    1_500_000_000,
    3 * ONE,
    20 * ONE,
    33_333_333_333,
    41_100_000_000,
    41_100_000_001,
    100 * ONE,
    120 * ONE,
    99_999_999_990,
    1_234_567_890_123,
    8_000_000 * ONE,
    4_294_967_295 * ONE,
    4_294_967_296 * ONE,
    MOST - 1,
    MOST,
];

fn grid() -> impl Iterator<Item = i128> {
    GRID.into_iter().chain(GRID.into_iter().map(|number| -number))
}

#[test]
fn what_is_written_is_what_was_read() {
    for number in grid() {
        assert_eq!(billionths(of(number)), number);
    }
    for (number, text) in [
        (0, "0"),
        (1, "0.000000001"),
        (-1, "\u{2212}0.000000001"),
        (500_000_000, "0.5"),
        (41_100_000_000, "41.1"),
        (999 * ONE, "999"),
        (1_000 * ONE, "1,000"),
        (-12_345 * ONE - 600_000_000, "\u{2212}12,345.6"),
        (1_234_567 * ONE, "1,234,567"),
    ] {
        assert_eq!(of(number).to_string(), text);
    }
}

#[test]
fn one_number_alone() {
    for number in grid() {
        let decimal = of(number);
        assert_eq!(billionths(decimal.before()), (number - 1).max(LEAST));
        assert_eq!(billionths(decimal.after()), (number + 1).min(MOST));
        assert_eq!(billionths(decimal.half_up()), up(number, 2), "half of {decimal}");
        #[allow(clippy::cast_precision_loss, reason = "as near as a float comes")]
        let float = number as f64 / 1.0e9;
        assert!((decimal.to_f64() - float).abs() <= float.abs() * 1.0e-15, "{decimal}");
        for places in 0..=10_u32 {
            let step = 10_i128.pow(9_u32.saturating_sub(places));
            let raised = (number + if step > 1 { step / 2 } else { 0 }).min(MOST);
            let rounded = (raised.div_euclid(step) * step).clamp(LEAST, MOST);
            assert_eq!(billionths(decimal.rounded(places)), rounded, "{decimal} to {places} places");
        }
    }
    assert_eq!((Decimal::ZERO, Decimal::whole(255)), (of(0), of(255 * ONE)));
}

/// How many of the nine decimals are zeros at the end.
fn zeros(number: i128) -> u32 {
    (0..9).take_while(|places| number % 10_i128.pow(places + 1) == 0).count().try_into().unwrap()
}

#[test]
fn two_numbers_are_compared_added_and_multiplied() {
    for one in grid() {
        for other in grid() {
            let (a, b) = (of(one), of(other));
            assert_eq!(a.is_above(b), one > other);
            assert_eq!(a.is_rounder_than(b), zeros(one) > zeros(other), "{a} and {b}");
            assert_eq!(billionths(a.plus(b)), (one + other).clamp(LEAST, MOST));
            assert_eq!(billionths(a.minus(b)), (one - other).clamp(LEAST, MOST));
            assert_eq!(billionths(a.times(b)), down(one * other, ONE), "{a} times {b}");
            assert_eq!(billionths(a.mean_pressure(b)), down(one + 2 * other, 3), "{a} over {b}");
        }
    }
}

#[test]
fn a_quotient_is_rounded_to_the_side_that_its_comparison_needs() {
    for one in grid() {
        for other in grid() {
            let (a, b) = (of(one), of(other));
            let when = |holds: bool, value: &dyn Fn() -> i128| holds.then(value);
            assert_eq!(a.ratio(b).map(billionths), when(other > 0, &|| down(one * ONE, other)), "{a} / {b}");
            let percent = || down((one - other) * 100 * ONE, other);
            assert_eq!(a.percent_above(b).map(billionths), when(other > 0, &percent), "{a} above {b}");
            assert_eq!(a.times_up(b).map(billionths), when(other > 0, &|| up(one * other, ONE)), "{a} of {b}");
            assert_eq!(a.last_divisor(b).map(billionths), when(other > 0, &|| down(one * ONE, other)), "{a} by {b}");
            let raised = || (other + -(-one * other).div_euclid(100 * ONE)).clamp(LEAST, MOST);
            assert_eq!(a.percent_of_up(b).map(billionths), when(other > 0, &raised), "{a} percent above {b}");
            let bottom = 100 * ONE + other;
            assert_eq!(a.last_base(b).map(billionths), when(bottom > 0, &|| down(one * 100 * ONE, bottom)), "{a}, {b}");
            let parts = if one > 0 && other > 0 { up(one, other).min(i128::from(u32::MAX)) } else { 0 };
            assert_eq!(i128::from(a.parts_to_cover(b)), parts, "{b} to cover {a}");
        }
    }
}

/// The boundaries that the panel names are the last that still reach: one step on, they do not.
#[test]
fn a_boundary_reaches_and_the_next_number_does_not() {
    for (limit, other) in [(1_500_000_000, 88 * ONE), (25 * ONE, 70 * ONE + 1), (5 * ONE, 163 * ONE), (ONE / 3, 7)] {
        let (limit, other) = (of(limit), of(other));
        let top = limit.times_up(other).unwrap();
        assert!(top.ratio(other).unwrap() >= limit && top.before().ratio(other).unwrap() < limit);
        let raised = limit.percent_of_up(other).unwrap();
        assert!(raised.percent_above(other).unwrap() >= limit && raised.before().percent_above(other).unwrap() < limit);
        let base = other.last_base(limit).unwrap();
        assert!(other.percent_above(base).unwrap_or(limit) >= limit || base == Decimal::ZERO);
    }
}

#[test]
fn a_factor_rounds_to_the_nearest_and_halves_away_from_zero() {
    for number in grid() {
        for (top, bottom) in
            [(1, 1), (5, 9), (9, 5), (1, 2), (1, 3), (-1, 2), (1, -2), (884, 10), (2, 4), (1_000_000, 7)]
        {
            let (product, divisor) = (number * i128::from(top), i128::from(bottom));
            let size = (product.abs() + divisor.abs() / 2) / divisor.abs();
            let expected = if (product < 0) == (divisor < 0) { size } else { -size };
            assert_eq!(
                billionths(of(number).scaled(top, bottom)),
                expected.clamp(LEAST, MOST),
                "{number} × {top} / {bottom}"
            );
        }
        assert_eq!(of(number).scaled(7, 0), of(number));
    }
}

#[test]
fn a_float_is_taken_to_the_nearest_billionth_within_the_range() {
    for (float, number) in [
        (0.0, 0),
        (41.1, 41_100_000_000),
        (-41.1, -41_100_000_000),
        (0.000_000_001_4, 1),
        (0.000_000_001_6, 2),
        (-0.000_000_001_6, -2),
        (4_000_000.000_000_001, 4_000_000 * ONE + 1),
        (-4_000_000.5, -4_000_000 * ONE - ONE / 2),
    ] {
        assert_eq!(Decimal::from_f64(float).map(billionths), Some(number), "{float}");
        assert_eq!(billionths(Decimal::literal(float)), number);
    }
    // so far out a float has no billionths, and is taken all the same
    assert!(Decimal::from_f64(8_999_999_999.0).is_some() && Decimal::from_f64(-8_999_999_999.0).is_some());
    for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 9.0e9, -9.0e9, 1.0e300, -1.0e300] {
        assert_eq!(Decimal::from_f64(float), None, "{float}");
        let stopped = std::panic::catch_unwind(|| Decimal::literal(float)).unwrap_err();
        assert!(stopped.downcast_ref::<&str>().unwrap().contains("beyond 9,000,000,000"), "{float}");
    }
}

#[test]
fn a_text_is_read_as_typed_or_refused() {
    for (text, number) in [
        ("41.1", 41_100_000_000),
        ("41,1", 41_100_000_000),
        (" +41.10 ", 41_100_000_000),
        ("-0.5", -500_000_000),
        ("\u{2212}.5", -500_000_000),
        ("5.", 5 * ONE),
        ("0,125", 125_000_000),
        (",125", 125_000_000),
        ("1.1234567899", 1_123_456_789),
        ("9223372036.854775807", MOST),
        ("-9223372036.854775807", -MOST),
    ] {
        assert_eq!(Decimal::parse(text).map(billionths), Ok(number), "{text}");
    }
    for (text, why) in [
        ("", Unread::Empty),
        (" ", Unread::Empty),
        ("1,234", Unread::Ambiguous),
        ("00,125", Unread::Ambiguous),
        ("-1,234", Unread::Ambiguous),
        (".", Unread::NotANumber),
        ("-", Unread::NotANumber),
        ("+-1", Unread::NotANumber),
        ("1.2.3", Unread::NotANumber),
        ("1,234.5", Unread::NotANumber),
        ("4l", Unread::NotANumber),
        ("1e3", Unread::NotANumber),
        ("9223372036.854775808", Unread::NotANumber),
        ("9999999999", Unread::NotANumber),
        ("10000000000", Unread::NotANumber),
    ] {
        assert_eq!(Decimal::parse(text), Err(why), "{text}");
    }
    assert_eq!(Decimal::parse("1,2345"), Ok(of(1_234_500_000)), "four digits cannot be thousands");
}
