//! The wording of the interface: every place of a text is filled, and no text escaped. The second is seen in a language that
//! nobody speaks, in which the widget is drawn: whatever stands outside its brackets is of the rule set, or was typed, or is
//! a fault. What is said only after a click is looked for in the source.
#![cfg(feature = "widget")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

#[path = "wording/html.rs"]
mod html;
#[path = "wording/known.rs"]
mod known;
#[path = "wording/pseudo.rs"]
mod pseudo;
#[path = "wording/room.rs"]
mod room;
#[path = "wording/source.rs"]
mod source;
#[path = "wording/widget.rs"]
mod widget;

use nms_advisor::wording::{self, EN, Map, Wording};

/// Every text with the names of its places.
fn texts(words: &impl Wording) -> Vec<(&'static str, Vec<String>)> {
    let mut found = Vec::new();
    let mut map = |text: &'static str, places: &[&str]| {
        found.push((text, places.iter().map(ToString::to_string).collect()));
        text
    };
    let _ = words.mapped(&[], &mut map as &mut Map<'_>);
    found
}

/// Each place named in each language once or more, and no other name in braces.
fn check_places(words: &impl Wording) {
    let found = texts(words);
    assert!(found.iter().any(|(_, places)| places.len() > 1), "the walk finds them");
    for (text, places) in found {
        let mut named: Vec<&str> =
            text.split('{').skip(1).map(|rest| rest.split_once('}').expect("a closing brace").0).collect();
        named.sort_unstable();
        named.dedup();
        let mut wanted: Vec<&str> = places.iter().map(String::as_str).collect();
        wanted.sort_unstable();
        assert_eq!(named, wanted, "the places of: {text}");
    }
}

#[test]
fn every_place_of_a_text_is_filled_in_every_language() {
    for words in wording::LANGUAGES {
        check_places(words);
        check_places(wording::room::of(words));
    }
    check_places(pseudo::words());
    assert_eq!(
        EN.case.offered(&"a {ours} b", &3),
        "A link holds another case, with a {ours} b. Yours, with 3, stays until you choose."
    );
}

#[test]
fn no_text_is_empty_and_each_language_has_its_own_tag() {
    for words in wording::LANGUAGES {
        let room = wording::room::of(words);
        assert!(texts(words).iter().chain(&texts(room)).all(|(text, _)| !text.trim().is_empty()));
        assert_eq!(room.lang, words.lang, "the room speaks it too");
        assert!(std::ptr::eq(wording::of(words.lang.0), words));
    }
}

#[test]
fn a_language_is_found_by_its_tag_and_english_stands_for_the_others() {
    for tag in ["en", "en-GB", "EN", "xx", "", "-"] {
        assert_eq!(wording::of(tag).lang.0, "en", "{tag}");
    }
}

#[test]
fn a_number_and_a_day_are_written_as_the_language_has_it() {
    use nms_advisor::engine::{decimal::Decimal, finding::Day};
    let number = Decimal::literal(-12_345.5);
    let day = Day::parse("2026-11-20").unwrap();
    let of = |words: &wording::Words| (words.format.quantity(number, "U/L"), words.format.date(day));
    assert_eq!(of(&EN), ("\u{2212}12,345.5\u{a0}U/L".into(), "2026-11-20".into()));
    assert_eq!(of(pseudo::words()), ("\u{2212}12'345·5\u{a0}U/L".into(), "20/11/2026".into()));
}
