//! The JSON of a text that was read, and the sentences in it.

use expect_test::expect;
use nms_advisor::data_in::text::{TextReason, TextWhy};
use nms_advisor::wire;
use nms_advisor::wording::EN;
use nms_advisor::wording::line::LINE;

use crate::shown::read;

#[test]
fn the_json_says_what_was_read_where_it_stands_and_why() {
    let read = read("\u{1f600} T 103, CK > 22000 U/L, Kreatinin pending");
    let json = serde_json::to_string_pretty(&wire::line(&read, &EN)).unwrap();
    expect![[r#"
        {
          "findings": {
            "creatineKinase": {
              "above": 22000.0,
              "unit": "U/L"
            }
          },
          "used": [
            {
              "finding": "temperature",
              "value": {
                "value": 103.0,
                "unit": "Cel"
              },
              "sent": "T 103",
              "from": 3,
              "to": 8,
              "of": 1,
              "why": [
                {
                  "id": "which-unit",
                  "message": "The number fits more than one unit. Which one was meant?"
                },
                {
                  "id": "words-beside",
                  "message": "Words stand beside it that are not understood. Does it count?"
                }
              ],
              "ask": [
                "Cel",
                "[degF]"
              ],
              "ticked": false
            },
            {
              "finding": "creatineKinase",
              "value": {
                "above": 22000.0,
                "unit": "U/L"
              },
              "sent": "CK > 22000 U/L",
              "from": 10,
              "to": 24,
              "of": 1,
              "why": [
                {
                  "id": "bound",
                  "message": "Only a bound is known."
                }
              ],
              "ticked": true
            }
          ],
          "notUsed": [
            {
              "sent": "😀",
              "from": 0,
              "to": 2,
              "reason": "not-understood",
              "message": "This is not understood. Nothing was taken from it."
            },
            {
              "sent": "Kreatinin pending",
              "from": 26,
              "to": 43,
              "finding": "creatinine",
              "reason": "other-context",
              "message": "A word beside it points to another time, another person, a doubt or a plan."
            }
          ]
        }"#]]
    .assert_eq(&json);
}

#[test]
fn every_reason_has_an_id_of_its_own_and_a_sentence() {
    let reasons = TextReason::ALL.iter().map(|reason| (reason.id(), reason.text(&LINE.reasons)));
    let whys = TextWhy::ALL.iter().map(|why| (why.id(), why.text(&LINE.whys)));
    let mut seen = Vec::new();
    for (id, sentence) in reasons.chain(whys) {
        assert!(!seen.contains(&id), "{id} twice");
        seen.push(id);
        assert!(id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{id}");
        for part in sentence.split_inclusive(['.', '?']).filter(|part| part.contains(' ')) {
            assert!(part.split_whitespace().count() <= 25, "{id}: {part}");
        }
        assert!(sentence.ends_with(['.', '?']) && sentence.starts_with(char::is_uppercase), "{id}: {sentence}");
    }
}
