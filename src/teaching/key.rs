//! The key that a presenter means, on whatever layout.

/// A Latin letter in lower case, a digit, or the name of the key. What a layout of another script writes, or the digits of one
/// that wants Shift for them, is known by its place on the board; Latin letters go by what is written on them.
#[must_use]
pub fn latin(key: &str, code: &str, shift: bool) -> String {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return key.into() };
    if letter.is_ascii_alphanumeric() || matches!(letter, '?' | '.') {
        return letter.to_ascii_lowercase().to_string();
    }
    let place = |row: &str| code.strip_prefix(row).filter(|place| place.len() == 1);
    // with Shift, a key of the row of digits writes a sign on purpose
    let digit = place("Digit").filter(|_| !shift);
    place("Key").or(digit).map_or_else(|| key.into(), str::to_ascii_lowercase)
}
