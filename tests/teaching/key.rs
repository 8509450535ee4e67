//! The keys of a presenter on the layouts of the world.

use nms_advisor::teaching::key::latin;

#[test]
fn a_key_is_known_on_every_layout() {
    for (key, code, shift, wanted, layout) in [
        ("w", "KeyW", false, "w", "QWERTY"),
        ("W", "KeyW", true, "w", "with Shift or Caps Lock"),
        ("ц", "KeyW", false, "w", "Cyrillic"),
        ("Ц", "KeyW", true, "w", "Cyrillic with Caps Lock"),
        ("ς", "KeyW", false, "w", "Greek"),
        ("'", "KeyW", false, "w", "Hebrew"),
        ("ص", "KeyW", false, "w", "Arabic"),
        ("&", "Digit1", false, "1", "AZERTY"),
        ("é", "Digit2", false, "2", "AZERTY"),
        ("2", "Digit2", true, "2", "AZERTY with Shift"),
        ("3", "Numpad3", false, "3", "the number pad"),
        ("!", "Digit1", true, "!", "QWERTY with Shift: no digit"),
        ("w", "Comma", false, "w", "Dvorak: by what is written on it"),
        ("q", "KeyA", false, "q", "AZERTY: by what is written on it"),
        ("?", "Slash", true, "?", "QWERTY"),
        ("?", "Minus", true, "?", "QWERTZ"),
        (".", "KeyE", false, ".", "Dvorak"),
        ("PageDown", "PageDown", false, "PageDown", "a remote control"),
        ("Dead", "KeyW", false, "Dead", "an accent that waits for its letter"),
        ("", "KeyW", false, "", "nothing"),
    ] {
        assert_eq!(latin(key, code, shift), wanted, "{layout}: {key}");
    }
}
