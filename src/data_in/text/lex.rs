//! A text in words, numbers and signs, each with its place. Nothing is lost: what is none of the three is a sign.

use crate::engine::letters::{ascii, digit, is_turning, is_unseen};

/// The kind of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with digits within.
    Word,
    /// Digits with points, commas and apostrophes between them.
    Number,
    /// One letter that is neither.
    Sign,
    /// The end of a line.
    Break,
}

/// A piece of the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Its place in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// In small plain letters.
    pub(super) text: String,
    /// Whether nothing stands between it and the piece before.
    pub(super) glued: bool,
    /// The phrases that may begin with it, by row.
    pub(super) begins: Vec<u16>,
}

/// The pieces of a text. `is_label` says of which words a number may stand right behind, as in `HR128`.
pub(super) fn tokens(text: &str, is_label: &dyn Fn(&str) -> bool) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let behind = found.last().is_some_and(|token| token.end == at && token.kind != Kind::Break);
        let paired = letter == '\r' && text.get(at + 1..).is_some_and(|rest| rest.starts_with('\n'));
        let (kind, end) = if !paired && matches!(letter, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            (Kind::Break, at + letter.len_utf8())
        } else if letter.is_whitespace() || letter == '\u{feff}' {
            at += letter.len_utf8();
            continue;
        } else if digit(letter).is_some() || (letter == '.' && !behind && starts_with_digit(text, at + 1)) {
            number(text, at)
        } else if is_of_word(letter) {
            (Kind::Word, word(text, at, is_label))
        } else {
            (Kind::Sign, at + letter.len_utf8())
        };
        let raw = text.get(at..end).unwrap_or_default();
        let mut text = folded(raw);
        if kind == Kind::Word {
            text.retain(|letter| letter != '.');
        }
        found.push(Token { kind, start: at, end, text, glued: behind, begins: Vec::new() });
        at = end;
    }
    found
}

fn starts_with_digit(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(|letter| digit(letter).is_some())
}

fn is_of_word(letter: char) -> bool {
    !is_unseen(letter) && !is_turning(letter) && (is_letter(letter) || ('\u{2080}'..='\u{2089}').contains(&letter))
}

/// Whether a letter belongs to a word. The tables of all alphabets would be a tenth of this reader: signs are sorted out
/// by their ranges instead, and what is left is a letter.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || !(letter.is_ascii()
            || letter.is_whitespace()
            || digit(letter).is_some()
            || matches!(letter, '\u{80}'..='\u{b4}' | '\u{b6}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{660}'..='\u{66d}'
                | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fe10}'..='\u{fe6f}'
                | '\u{ff00}'..='\u{ff20}' | '\u{1f000}'..='\u{1faff}'))
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}')
}

/// The end of a number. Digits of two scripts are no number.
fn number(text: &str, start: usize) -> (Kind, usize) {
    let mut end = start;
    let (mut zero, mut mixed) = (None, false);
    for letter in text.get(start..).unwrap_or_default().chars() {
        let next = end + letter.len_utf8();
        if let Some((script, _)) = digit(letter) {
            mixed |= zero.is_some_and(|first| first != script);
            zero = Some(script);
        } else if !(is_grouping(letter) && starts_with_digit(text, next)) {
            break;
        }
        end = next;
    }
    (if mixed { Kind::Word } else { Kind::Number }, end)
}

/// A point, a comma, an apostrophe, or one of the narrow spaces that hold the digits of one number together.
fn is_grouping(letter: char) -> bool {
    matches!(ascii(letter), '.' | ',' | '\'') || matches!(letter, '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// The end of a word. Where a label has a number right behind it, the number is a piece of its own.
fn word(text: &str, start: usize, is_label: &dyn Fn(&str) -> bool) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let (mut end, mut letters, mut plain) = (start, None, true);
    let mut coming = rest.chars().peekable();
    while let Some(letter) = coming.next() {
        if digit(letter).is_some() {
            letters = letters.or(Some(end));
        } else if is_of_word(letter) {
            plain &= letters.is_none();
        } else {
            let apostrophe = is_apostrophe(letter) && coming.peek().is_some_and(|next| is_letter(*next));
            if apostrophe || (letter == '.' && is_initial(text, start, end)) {
                end += letter.len_utf8();
                continue;
            }
            break;
        }
        end += letter.len_utf8();
    }
    // the last point of `i.v.` is its own, and ends no sentence
    if text.get(start..end).is_some_and(|word| word.contains('.'))
        && text.get(end..).is_some_and(|rest| rest.starts_with('.'))
    {
        end += 1;
    }
    let front = letters.and_then(|split| text.get(start..split).map(|front| (front, split)));
    match front {
        Some((front, split))
            if plain && is_label(&folded(front)) && !is_label(&folded(text.get(start..end).unwrap_or_default())) =>
        {
            split
        }
        _ => end,
    }
}

/// Whether a point stands between two single letters, as in `i.v.`
fn is_initial(text: &str, start: usize, point: usize) -> bool {
    let single = |part: Option<&str>| {
        part.is_some_and(|part| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
    };
    let before = text.get(start..point).and_then(|front| front.rsplit('.').next());
    let behind = text.get(point + 1..).map(|rest| {
        rest.split(|letter: char| !is_letter(letter) && digit(letter).is_none()).next().unwrap_or_default()
    });
    single(before) && single(behind)
}

/// In small plain letters: without accents, the apostrophe of an owner and other forms of digits. Any other apostrophe stays,
/// as what it joins is no word that is known here.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let plain = match letter {
            // marks above a letter stand apart from it in some texts
            '\u{300}'..='\u{36f}' => continue,
            _ if is_apostrophe(letter) => {
                let rest = text.get(at + letter.len_utf8()..).unwrap_or_default();
                if rest.eq_ignore_ascii_case("s") {
                    continue;
                }
                '\''
            }
            '\u{c0}'..='\u{c5}' | '\u{e0}'..='\u{e5}' => 'a',
            '\u{c7}' | '\u{e7}' => 'c',
            '\u{c8}'..='\u{cb}' | '\u{e8}'..='\u{eb}' => 'e',
            '\u{cc}'..='\u{cf}' | '\u{ec}'..='\u{ef}' => 'i',
            '\u{d1}' | '\u{f1}' => 'n',
            '\u{d2}'..='\u{d6}' | '\u{f2}'..='\u{f6}' => 'o',
            '\u{d9}'..='\u{dc}' | '\u{f9}'..='\u{fc}' => 'u',
            '\u{b5}' | '\u{3bc}' => 'u',
            '\u{df}' => {
                out.push('s');
                's'
            }
            '\u{2080}'..='\u{2089}' => char::from_u32(u32::from(letter) - 0x2080 + 0x30).unwrap_or(letter),
            _ => ascii(letter).to_ascii_lowercase(),
        };
        out.push(plain);
    }
    out
}
