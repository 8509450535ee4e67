//! Texts that nobody wrote: words, numbers and signs in any order. Nothing is lost, and long ones take no longer in turn.

use std::time::Instant;

use nms_advisor::data_in::text::{LONGEST_TEXT, TextReason};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::words;

use crate::line;
use crate::shown::read;

/// Numbers that come in turn: the same ones in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// Every word that means something, and much that does not.
fn pieces() -> Vec<String> {
    let lists =
        words::NUMBERS.iter().chain(words::SIGNS).chain(words::NARROWER).chain(words::DENIED).chain(words::PEAKS);
    let mut all: Vec<String> = lists.flat_map(|(_, list)| list.split('|')).map(String::from).collect();
    all.extend(words::PAIRS.iter().flat_map(|(.., list)| list.split('|')).map(String::from));
    all.extend(words::RAISED.iter().flat_map(|(.., list)| list.split('|')).map(String::from));
    for (_, labels, options) in words::CHOICES {
        let lists = options.iter().flat_map(|(_, alone, behind)| [*alone, *behind]).chain([*labels]);
        all.extend(lists.flat_map(|list| list.split('|')).map(String::from));
    }
    all.extend(NMS.agents.iter().map(|agent| agent.id.to_string()));
    all.extend(NMS.findings.iter().flat_map(|finding| match finding.kind {
        nms_advisor::engine::finding::FindingKind::Number(quantity) => {
            quantity.units.iter().map(|unit| unit.label.to_string()).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    }));
    let common = "no not denies without absent - + ( ) [ ] (+) (-) : = , ; . / ? ! > < >= \u{2265} ~ \u{b1} | \n \t \
        yesterday mother history pending allergic stopped raised or and but if ago was now to on with is of at the \
        1 2 5.8 39.8 41,3 128 172/98 12,450 150.000 28.900 1e5 0 -3 30-200 14:30 12.05.2026 2026-05-12 72-year-old 72yo y x \
        uln max H L \u{2191} h\u{e4}molytisch E2V3M4 2L RA room air mg mg/dl im po bid mmol \u{200b} \u{202e} \u{1f600} \u{0663} kein w/o \u{d8}";
    let signs = common.split(' ').filter(|piece| !piece.is_empty()).map(String::from);
    // signs and small words are as many as all names together
    let signs: Vec<String> = signs.chain(["\n".into(), "\r\n".into(), "\t".into(), "  ".into()]).collect();
    let times = all.len() / signs.len() + 1;
    all.extend(std::iter::repeat_n(signs, times).flatten());
    all.retain(|piece| !piece.is_empty());
    all
}

#[test]
fn nothing_is_lost_of_words_in_any_order() {
    let pieces = pieces();
    let mut dice = Dice(7);
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..=dice.below(9) {
            text.push_str(&pieces[dice.below(pieces.len())]);
            text.push_str(["", " ", " ", " "][dice.below(4)]);
        }
        line::check(&text);
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn a_text_of_the_greatest_length_is_read_and_a_longer_one_is_refused_in_words() {
    let parts = [
        "K 5 ",
        "a,",
        "T ",
        "(",
        "K 5 H H ",
        "- ",
        "no tremor, ",
        "tremor or ",
        "haloperidol 5 mg ",
        ":",
        "\u{e9}",
        "+",
        "1 ",
        "K 5 (",
        "CK 5x",
        "T is ",
    ];
    let mut slowest = (0, "");
    for part in parts {
        let text = part.repeat(LONGEST_TEXT / part.len());
        let start = Instant::now();
        let read = read(&text);
        slowest = slowest.max((start.elapsed().as_millis(), part));
        assert!(read.not_used.iter().all(|left| left.reason != TextReason::TooLong));
    }
    println!("the slowest takes {} ms: {:?}", slowest.0, slowest.1);
    assert!(slowest.0 < 5_000, "{slowest:?}");
    let read = read(&"a ".repeat(LONGEST_TEXT));
    assert_eq!(read.not_used.len(), 1);
    assert_eq!(read.not_used[0].reason, TextReason::TooLong);
    assert!(read.used.is_empty() && read.findings.is_empty());
}
