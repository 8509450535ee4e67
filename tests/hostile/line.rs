//! A typed line or a pasted text: nothing of it is lost, nothing is answered that does not stand in it.

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::data_in::Given;
use nms_advisor::data_in::text::{FromText, Read, TextOptions, TextReason, TextWhy, from_text};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::letters::{ascii, digit};
use nms_advisor::guideline::NMS;

/// Words that change nothing and are not quoted beside something that was understood.
const PLAIN: &str = "a an the pt pat patient this with and plus also und mit on has have is are he she shows showing presents presenting noted now currently current today blood serum plasma venous arterial taking takes receiving received given clinically marked obvious meds med medication medications drugs drug labs lab laboratory bloods vitals vital signs obs observations exam examination o e physical results neuro neurology general clinical labor befund parameters vitalparameter vitalzeichen abg vbg bga gas gases cbc fbc coag coagulation chemistry biochemistry haematology hematology electrolytes lfts lft enzymes renal cardiac raised elevated high increased erhoht but however though aber";

/// What a no stands on.
const DENIES: [&str; 15] = [
    "no", "not", "denies", "without", "absent", "-", "negative", "neg", "none", "nil", "denied", "room", "ra", "air",
    "\u{2212}",
];

pub(crate) fn check(text: &str) {
    for conventional in [false, true] {
        let read = from_text(&NMS, text, &TextOptions { conventional });
        if read.not_used.iter().any(|left| left.reason == TextReason::TooLong) {
            assert!(text.len() > 100_000 && read.used.is_empty() && read.findings.is_empty());
            continue;
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        for (from, to, sent) in pieces(&read) {
            let piece = units.get(from..to).unwrap_or_else(|| panic!("{text:?}: {from} to {to} is no piece"));
            assert_eq!(String::from_utf16_lossy(piece), sent, "{text:?}: the piece stands where it says");
            assert!(!sent.trim().is_empty(), "{text:?}: a piece without letters");
        }
        nothing_is_lost(text, &read, units.len());
        read.used.iter().for_each(|row| stands_in_its_piece(text, row));
        is_usable(text, &read);
    }
}

fn pieces(read: &FromText) -> Vec<(usize, usize, &str)> {
    let used = read.used.iter().map(|row| (row.from, row.to, row.sent.as_str()));
    used.chain(read.not_used.iter().map(|left| (left.from, left.to, left.sent.as_str()))).collect()
}

fn nothing_is_lost(text: &str, read: &FromText, length: usize) {
    let mut covered = vec![false; length];
    for (from, to, _) in pieces(read) {
        covered[from..to].fill(true);
    }
    let mut at = 0;
    let mut word = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_alphanumeric() && !covered[at] {
            word.push(ascii(letter).to_ascii_lowercase());
        } else if !word.is_empty() {
            // the reader looks at letters without their accents
            let plain: String = word.chars().map(bare).collect();
            assert!(PLAIN.split(' ').any(|listed| listed == plain), "{text:?}: `{word}` is lost: {read:?}");
            word.clear();
        }
        at += letter.len_utf16();
    }
}

fn bare(letter: char) -> char {
    const ACCENTS: [(char, &str); 6] =
        [('a', "àáâãäå"), ('e', "èéêë"), ('i', "ìíîï"), ('o', "òóôõö"), ('u', "ùúûü"), ('n', "ñ")];
    ACCENTS.iter().find(|(_, all)| all.contains(letter)).map_or(letter, |(bare, _)| *bare)
}

fn stands_in_its_piece(text: &str, row: &Read) {
    let digits = |text: &str| text.chars().map(ascii).filter(char::is_ascii_digit).collect::<String>();
    let because = |why: TextWhy| row.why.iter().any(|remark| remark.why == why);
    match &row.given {
        Given::Number { value, .. } | Given::AtLeast { value, .. } | Given::AtMost { value, .. } => {
            let bound = !matches!(row.given, Given::Number { .. });
            assert!(!bound || because(TextWhy::Bound) || because(TextWhy::WordAlone) || because(TextWhy::Multiple));
            let made = [TextWhy::Sum, TextWhy::WordAlone, TextWhy::Multiple].into_iter().any(because);
            let number = digits(&value.to_string());
            assert!(
                made || digits(&row.sent).contains(number.trim_matches('0')),
                "{text:?}: {value} in {:?}",
                row.sent
            );
            assert!(*value >= Decimal::ZERO, "{text:?}");
        }
        Given::No => {
            let sent = row.sent.to_ascii_lowercase();
            let mut words =
                sent.split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '\u{2212}');
            let denies =
                |word: &str| DENIES.iter().any(|denies| word == *denies || (*denies == "-" && word.starts_with('-')));
            assert!(words.any(denies), "{text:?}: {} is no by {:?}", row.finding, row.sent);
        }
        Given::Yes | Given::Choice(_) | Given::Names(_) | Given::Day(_) => {}
    }
    assert_eq!(row.ticked, !row.why.iter().any(|remark| remark.why.leaves_it()), "{text:?}: {row:?}");
    assert!(row.ask.is_empty() || !row.ticked, "{text:?}: what is asked is not ticked");
    assert!(row.sent.chars().any(|letter| letter.is_alphabetic() || digit(letter).is_some()));
}

fn bound(side: &'static str, value: f64, unit: &str) -> Sent {
    Sent::measured(vec![(side, Sent::Number(value))], Sent::Text(unit.into()))
}

/// What is ticked can be sent as it is.
fn is_usable(text: &str, read: &FromText) {
    let mut reading = Reading::new(&NMS);
    let ticked: Vec<&str> = read.findings.iter().map(|(id, _)| *id).collect();
    for (id, given) in &read.findings {
        assert!(read.used.iter().any(|row| row.ticked && row.finding == *id), "{text:?}: {id} is used");
        let text_of = |id: &str| Sent::Text(id.to_string());
        let sent = match given {
            Given::Yes => Sent::Boolean(true),
            Given::No => Sent::Boolean(false),
            Given::Choice(id) => text_of(id),
            Given::Number { value, unit } => {
                Sent::Quantity(Box::new(Sent::Number(value.to_f64())), Box::new(text_of(unit)))
            }
            Given::Names(names) => Sent::List(names.iter().map(|name| text_of(name)).collect()),
            Given::Day(day) => text_of(day),
            Given::AtLeast { value, unit, above } => {
                bound(if *above { "above" } else { "atLeast" }, value.to_f64(), unit)
            }
            Given::AtMost { value, unit, below } => {
                bound(if *below { "below" } else { "atMost" }, value.to_f64(), unit)
            }
        };
        reading.take(&NMS, id, &sent);
    }
    if !ticked.contains(&"weight") {
        // what is divided by the weight waits for it
        reading.take(&NMS, "weight", &Sent::Number(70.0));
    }
    reading.settle(&NMS);
    assert_eq!(reading.issues, [], "{text:?}: {:?}", read.findings);
}
