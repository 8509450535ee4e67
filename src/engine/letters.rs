//! Letters that are not what they seem: unseen ones, and other forms of digits, signs and spaces.

/// Whether a letter cannot be seen: a control, a joiner, a mark of direction, a selector, a tag.
#[must_use]
pub const fn is_unseen(letter: char) -> bool {
    letter.is_ascii_control()
        || matches!(letter,
            '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a letter turns the direction of what follows, so that what is seen is not what is there.
#[must_use]
pub const fn is_turning(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text without the spaces and the harmless unseen letters around it.
#[must_use]
pub fn bare(text: &str) -> &str {
    let harmless = |letter: char| is_unseen(letter) && !is_turning(letter) && !letter.is_control();
    text.trim_matches(|letter: char| letter.is_whitespace() || harmless(letter))
}

/// The zeros of the scripts that write numbers in ten digits.
const ZEROS: [u16; 30] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa8d0, 0xff10,
];

/// The zero of the script of a digit, and its value; `None` for any other letter.
#[must_use]
pub fn digit(letter: char) -> Option<(u32, u8)> {
    let code = u32::from(letter);
    let zero = if letter.is_ascii_digit() {
        0x30
    } else {
        ZEROS.into_iter().map(u32::from).find(|zero| (*zero..*zero + 10).contains(&code))?
    };
    Some((zero, u8::try_from(code - zero).ok()?))
}

/// The ASCII letter for another form of it: digits of any script, full-width letters, spaces, dashes, separators.
#[must_use]
pub fn ascii(letter: char) -> char {
    match letter {
        _ if letter.is_ascii_graphic() => letter,
        _ if letter.is_whitespace() => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2032}' | '\u{66c}' => '\'',
        '\u{66b}' | '\u{b7}' => '.',
        '\u{60c}' => ',',
        '\u{66a}' => '%',
        _ => match (digit(letter), u32::from(letter)) {
            (Some((_, value)), _) => char::from(b'0' + value),
            (None, code @ 0xff01..=0xff5e) => char::from_u32(code - 0xfee0).unwrap_or(letter),
            (None, _) => letter,
        },
    }
}
