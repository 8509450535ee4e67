//! Sentences and ids in `const` code: how a defect is named, and which id a misspelt one most likely means.

/// A sentence put together while compiling, at most 480 bytes long.
#[derive(Clone, Copy)]
pub struct Sentence {
    bytes: [u8; 480],
    length: usize,
}

impl Sentence {
    /// Joins the parts; what does not fit is cut off.
    #[must_use]
    pub const fn of(parts: &[&str]) -> Self {
        Self { bytes: [b' '; 480], length: 0 }.and(parts)
    }

    /// The same sentence going on with these parts.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "const fn: bounds are checked in the loop conditions")]
    pub const fn and(&self, parts: &[&str]) -> Self {
        let mut sentence = *self;
        let mut part = 0;
        while part < parts.len() {
            let text = parts[part].as_bytes();
            let mut at = 0;
            while at < text.len() && sentence.length < sentence.bytes.len() {
                // plain ASCII only, so that cutting never splits a character
                sentence.bytes[sentence.length] = if text[at].is_ascii() { text[at] } else { b'?' };
                sentence.length += 1;
                at += 1;
            }
            part += 1;
        }
        sentence
    }

    /// The sentence.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "a defect whose name is not plain text",
        }
    }
}

/// Whether two ids are the same.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "const fn: both lengths are equal when the loop runs")]
pub const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// The position of an id in a list.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
pub const fn position(ids: &[&str], id: &str) -> Option<usize> {
    let mut at = 0;
    while at < ids.len() {
        if same(ids[at], id) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// How many letters differ, roughly: the length difference plus the letters that do not match from either end.
#[expect(clippy::indexing_slicing, reason = "const fn: indices stay below both lengths")]
const fn distance(one: &str, other: &str) -> usize {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let shorter = if one.len() < other.len() { one.len() } else { other.len() };
    let longer = if one.len() < other.len() { other.len() } else { one.len() };
    let mut front = 0;
    while front < shorter && one[front] == other[front] {
        front += 1;
    }
    let mut back = 0;
    while back + front < shorter && one[one.len() - 1 - back] == other[other.len() - 1 - back] {
        back += 1;
    }
    longer - front - back
}

/// The id of the list that a misspelt one most likely means; the empty string if none is near.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
pub const fn nearest<'a>(ids: &[&'a str], id: &str) -> &'a str {
    let mut best = "";
    // a word of two letters is not nearly every other word of two letters
    let mut least = if id.len() < 4 { id.len() } else { 4 };
    let mut at = 0;
    while at < ids.len() {
        let letters = distance(ids[at], id);
        if letters < least {
            least = letters;
            best = ids[at];
        }
        at += 1;
    }
    best
}
