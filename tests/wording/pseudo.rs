//! The language that nobody speaks: each text in brackets and longer by a third, each place in brackets of its own.

use std::sync::LazyLock;

use nms_advisor::engine::describe::Format;
use nms_advisor::guideline::NMS;
use nms_advisor::wording::room::{Lesson, ROOM, RoomWords};
use nms_advisor::wording::{EN, Edition, Map, Tag, Wording, Words};

/// Around a text of the language.
pub(crate) const TEXT: [char; 2] = ['⟦', '⟧'];
/// Around what is put into a place of it.
pub(crate) const PLACE: [char; 2] = ['⟨', '⟩'];

fn spoken(text: &'static str) -> &'static str {
    let longer = "~".repeat(text.chars().count().div_ceil(3));
    let marked = text.replace('{', &format!("{}{{", PLACE[0])).replace('}', &format!("}}{}", PLACE[1]));
    // as long as the test runs
    Box::leak(format!("{}{marked}{longer}{}", TEXT[0], TEXT[1]).into_boxed_str())
}

/// Any wording in it.
pub(crate) fn of<T: Wording>(words: &T) -> T {
    let mut map = |text: &'static str, _: &[&str]| spoken(text);
    words.mapped(&[], &mut map as &mut Map<'_>)
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    lang: Tag("en-XA"),
    format: Format { decimal: '·', thousands: '\'', day: "D/M/Y" },
    ..of(&EN)
});

/// The widget in it.
pub(crate) fn words() -> &'static Words {
    &WORDS
}

static ROOM_WORDS: LazyLock<RoomWords> = LazyLock::new(|| RoomWords { lang: Tag("en-XA"), ..of(&ROOM) });

/// The teaching room in it.
pub(crate) fn lesson() -> Lesson {
    Lesson { edition: Edition { rules: &NMS, words: words() }, room: &ROOM_WORDS }
}
