//! Numbers as people, records and programs write them: read whole in the unit they were written in, or refused with the
//! spelling that would do.

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::FindingKind;
use nms_advisor::engine::unit::{plain, resolve};
use nms_advisor::guideline::NMS;
use proptest::prelude::*;

use super::support::{generated::config, key};
use super::{stored, typed};

/// A text typed with the unit at a position, and the stored number.
const READ: &[(&str, usize, &str, f64)] = &[
    ("platelets", 0, "150.000", 150.0),
    ("whiteCells", 0, "14.500", 14.5),
    ("ph", 0, "7.250", 7.25),
    ("inr", 0, "1.125", 1.125),
    ("urineOutput", 0, "0.150", 0.15),
    ("creatinine", 1, "1.125", 99.45),
    ("temperature", 0, "38.500", 38.5),
    ("temperature", 0, "+38.5", 38.5),
    ("temperature", 1, "39,5 ℃", 39.5),
    ("temperature", 1, "39.5 ° C", 39.5),
    ("temperature", 1, "39.5 degC", 39.5),
    ("temperature", 1, "39.5 Celsius", 39.5),
    ("temperature", 0, "104 deg F", 40.0),
    ("temperature", 0, "104 ℉", 40.0),
    ("temperature", 0, "104°F", 40.0),
    ("temperature", 0, "\u{200e}39.5\u{200f}", 39.5),
    ("temperature", 0, "\u{feff}39.5\u{ad}", 39.5),
    ("temperature", 0, "39.5\u{202f}°C", 39.5),
    ("temperature", 0, "٣٩٫٥", 39.5),
    ("temperature", 0, "۳۹٫۵", 39.5),
    ("temperature", 0, "３９．５", 39.5),
    ("temperature", 0, "३९.५ °C", 39.5),
    ("temperature", 0, "৩৯.৫", 39.5),
    ("temperature", 0, "๓๙.๕", 39.5),
    ("creatineKinase", 0, "12450 IU/L", 12450.0),
    ("creatineKinase", 0, "12450 U/l", 12450.0),
    ("creatineKinase", 0, "12450 units/L", 12450.0),
    ("creatineKinase", 0, "10 μkat/L", 600.0),
    ("creatineKinase", 0, "10 mckat/l", 600.0),
    ("platelets", 2, "150 x10^9/L", 150.0),
    ("platelets", 2, "150x10^9/L", 150.0),
    ("platelets", 2, "150 10^9/L", 150.0),
    ("platelets", 2, "150 10*9/l", 150.0),
    ("platelets", 2, "150 10*3/ul", 150.0),
    ("platelets", 2, "150 G/L", 150.0),
    ("platelets", 2, "150 K/uL", 150.0),
    ("platelets", 2, "150 thou/uL", 150.0),
    ("platelets", 2, "150 /nL", 150.0),
    ("platelets", 0, "99000 /μl", 99.0),
    ("platelets", 0, "99000/mm³", 99.0),
    ("weight", 0, "154 lbs", 69.853_224_98),
    ("weight", 1, "70 kgs", 70.0),
    ("weight", 0, "154 pounds", 69.853_224_98),
    ("heartRate", 0, "128 bpm", 128.0),
    ("heartRate", 0, "128/min", 128.0),
    ("heartRate", 0, "128 beats/min", 128.0),
    ("respiratoryRate", 0, "28 breaths/min", 28.0),
    ("systolic", 1, "172 mm Hg", 172.0),
    ("systolic", 1, "172 mm[hg]", 172.0),
    ("creatinine", 0, "2 MG/DL", 176.8),
    ("creatinine", 0, "2 mg%", 176.8),
    ("creatinine", 1, "177 μmol/l", 177.0),
    ("creatinine", 1, "177 mcmol/L", 177.0),
    ("potassium", 0, "5.5 mEq/L", 5.5),
    ("hoursSinceLastDose", 0, "2 days", 48.0),
    ("hoursSinceLastDose", 1, "36 hrs", 36.0),
    ("coolingMinutes", 0, "30 mins", 30.0),
    ("ageYears", 0, "40 yrs", 40.0),
    ("oxygenSaturation", 0, "94 %", 94.0),
    ("glasgowComaScale", 0, "9/15", 9.0),
    ("estimatedGfr", 0, "45 mL/min/1.73m^2", 45.0),
];

/// A text that is refused, and what its sentence names.
const REFUSED: &[(&str, usize, &str, &[&str])] = &[
    // thousands or decimals, in the unit that was written or chosen
    ("platelets", 0, "150.000/µl", &["150000", "150;"]),
    ("platelets", 0, "150.000 /µL", &["150000", "150;"]),
    ("platelets", 2, "150.000", &["150000", "150;"]),
    ("platelets", 0, "1.250", &["1250", "1.25"]),
    ("whiteCells", 0, "14.500/µl", &["14500", "14.5"]),
    ("urineOutput", 0, "1.500 mL/h", &["1500", "1.5"]),
    ("urineOutput", 1, "1.500", &["1500", "1.5"]),
    ("fibrinogen", 1, "1.250", &["1250", "1.25"]),
    ("creatineKinase", 0, "12.450", &["12450", "12.45"]),
    ("creatineKinase", 0, "12,450", &["12450", "12.45"]),
    ("creatineKinase", 0, "256.020", &["256020", "256.02"]),
    ("dantroleneGiven24h", 0, "1.000", &["1000", "write 1000 or 1;"]),
    // clear thousands
    ("creatineKinase", 0, "12 450", &["12450"]),
    ("creatineKinase", 0, "12\u{a0}450 U/L", &["12450"]),
    ("creatineKinase", 0, "12\u{202f}450", &["12450"]),
    ("creatineKinase", 0, "12\u{2009}450", &["12450"]),
    ("creatineKinase", 0, "12'450", &["12450"]),
    ("creatineKinase", 0, "12\u{2019}450", &["12450"]),
    ("creatineKinase", 0, "١٢٬٤٥٠", &["12450"]),
    ("creatineKinase", 0, "1,234,567", &["1234567"]),
    ("creatineKinase", 0, "1.234.567", &["1234567"]),
    ("creatineKinase", 0, "1.234,5", &["1234.5"]),
    ("creatineKinase", 0, "1,234.5 U/L", &["1234.5"]),
    ("creatineKinase", 0, "12 450,5", &["12450.5"]),
    // bounds
    ("creatineKinase", 0, "> 22,000 U/L", &["> 22000", "> 22;"]),
    ("creatineKinase", 0, "> 22 000 U/L", &["> 22000;"]),
    ("creatineKinase", 0, "> ~22000", &["\">~\""]),
    ("creatineKinase", 0, "<>22000", &["\"<>\""]),
    ("creatineKinase", 0, "=>40", &["\"=>\""]),
    ("creatineKinase", 0, "at leastish 40", &["0 to 9"]),
    ("creatineKinase", 0, "max 40", &["\"max\""]),
    ("creatineKinase", 0, "up to 40", &["\"up to\""]),
    ("creatineKinase", 0, ">= 0", &["at least 0\u{a0}U/L leaves every value"]),
    ("temperature", 0, "> 47", &["above 47\u{a0}°C is outside"]),
    ("temperature", 0, "< 20 °C", &["below 20\u{a0}°C is outside"]),
    ("temperature", 0, "≥ 120 °F", &["at least 120\u{a0}°F is outside"]),
    ("temperature", 0, "> 39 - 40", &["is not one number"]),
    ("temperature", 0, "> 312 K", &["\"K\"", "°C, °F"]),
    ("temperature", 0, "> high", &["0 to 9"]),
    ("creatineKinase", 0, "~1000", &["\"~\""]),
    ("creatineKinase", 0, "≈1000", &["\"≈\""]),
    ("creatineKinase", 0, "ca. 1000", &["\"ca\""]),
    ("creatineKinase", 0, "about 1000", &["\"about\""]),
    ("creatineKinase", 0, "&gt;22000", &["\"&gt;\""]),
    ("creatineKinase", 0, "&#62;22000", &["\"&#62;\""]),
    ("creatineKinase", 0, "22000+", &["\"+\""]),
    ("creatineKinase", 0, "22000 >", &["\">\""]),
    // more than one number
    ("temperature", 0, "39-40", &["is not one number"]),
    ("temperature", 0, "39\u{2013}40", &["is not one number"]),
    ("temperature", 0, "39 to 40", &["is not one number"]),
    ("systolic", 0, "172/98", &["is not one number"]),
    ("ph", 0, "7 1", &["is not one number"]),
    // units that are none
    ("temperature", 0, "312 K", &["\"K\"", "°C, °F"]),
    ("platelets", 0, "150 g/l", &["\"g/l\"", "/µL"]),
    ("creatinine", 0, "0.2 mmol/L", &["µmol/L, mg/dL"]),
    ("estimatedGfr", 0, "45 mL/min", &["1.73"]),
    ("ph", 0, "7.2 mmHg", &["write the number alone"]),
    // no number
    ("creatineKinase", 0, "pending", &["0 to 9, like 39.5"]),
    ("creatineKinase", 0, "HI", &["0 to 9"]),
    ("creatineKinase", 0, "hemolyzed", &["0 to 9"]),
    ("creatineKinase", 0, "n/a", &["0 to 9"]),
    ("creatineKinase", 0, "-", &["0 to 9"]),
    ("creatineKinase", 0, "--", &["0 to 9"]),
    ("creatineKinase", 0, "½", &["0 to 9"]),
    ("temperature", 0, "39½", &["0 to 9"]),
    ("temperature", 0, "39.5.1", &["0 to 9"]),
    ("creatineKinase", 0, "1e3", &["like 39.5"]),
    ("creatineKinase", 0, "1E3", &["like 39.5"]),
    ("creatineKinase", 0, "0x10", &["like 39.5"]),
    ("creatineKinase", 0, "¹²³", &["0 to 9"]),
    ("creatineKinase", 0, "99999999999999999999", &["0 to 9"]),
    // digits that are not what they seem
    ("temperature", 0, "3٩.5", &["two scripts", "0 to 9"]),
    ("temperature", 0, "３9.5", &["two scripts"]),
    ("temperature", 0, "3\u{200b}9.5", &["cannot be seen", "3\u{fffd}9.5"]),
    ("temperature", 0, "\u{202e}5.93", &["cannot be seen"]),
    ("temperature", 0, "39\u{e0031}.5", &["cannot be seen"]),
    // signs
    ("creatineKinase", 0, "-5", &["is outside"]),
    ("creatineKinase", 0, "−5", &["is outside"]),
    ("creatineKinase", 0, "\u{2013}5", &["is outside"]),
];

#[test]
fn what_can_be_read_is_read_in_the_unit_it_was_written_in() {
    for (id, unit, text, value) in READ {
        let reading = typed(id, text, *unit);
        assert_eq!(stored(&reading, id), Decimal::from_f64(*value), "{id} {text:?}: {:?}", reading.issues);
        assert_eq!(reading.issues, [], "{id} {text:?}");
    }
}

#[test]
fn what_could_be_another_number_is_refused_with_the_spelling_that_would_do() {
    for (id, unit, text, parts) in REFUSED {
        let reading = typed(id, text, *unit);
        assert!(reading.findings.is_empty(), "{id} {text:?} is used");
        let [issue] = &reading.issues[..] else { panic!("{id} {text:?}: {:?}", reading.issues) };
        for part in *parts {
            assert!(issue.problem.contains(part), "{id} {text:?}: {part:?} is not in: {}", issue.problem);
        }
        assert!(issue.problem.chars().count() < 180, "{}", issue.problem);
    }
}

#[test]
fn a_number_that_is_sent_as_a_text_is_refused_with_the_plain_spelling() {
    let told = |id: &str, value: Sent| {
        let mut reading = Reading::new(&NMS);
        reading.take(&NMS, id, &value);
        reading.settle(&NMS);
        assert!(reading.findings.is_empty(), "{value:?} is used");
        reading.issues[0].problem.clone()
    };
    let text = |text: &str| Sent::Text(text.into());
    let quantity = |value: Sent, unit: &str| Sent::Quantity(Box::new(value), Box::new(text(unit)));
    assert!(told("creatineKinase", text("12450")).contains("send the number 12450"));
    assert!(told("temperature", text("104 F")).contains("send the number { \"value\": 104, \"unit\": \"[degF]\" }"));
    assert!(told("temperature", quantity(text("104"), "[degF]")).contains("\"unit\": \"[degF]\""));
    assert!(told("creatineKinase", text("<1000")).contains("send the number { \"below\": 1000 };"));
    assert!(
        told("temperature", quantity(text("≥ 104"), "[degF]")).contains("{ \"atLeast\": 104, \"unit\": \"[degF]\" }")
    );
    assert!(told("creatineKinase", text("12,450")).contains("12450 or 12.45"));
    assert_eq!(told("creatineKinase", text("pending")), "\"pending\" is not a number; treated as unknown");
}

#[test]
fn a_unit_is_sent_in_any_usual_spelling() {
    let sent = |id: &str, value: f64, unit: &str| {
        let mut reading = Reading::new(&NMS);
        let sent = Sent::Quantity(Box::new(Sent::Number(value)), Box::new(Sent::Text(unit.into())));
        reading.take(&NMS, id, &sent);
        reading.settle(&NMS);
        stored(&reading, id).map(Decimal::to_f64)
    };
    for (id, value, unit, stored) in [
        ("temperature", 39.8, "degC", Some(39.8)),
        ("temperature", 104.0, "degF", Some(40.0)),
        ("systolic", 172.0, "mm[hg]", Some(172.0)),
        ("platelets", 150.0, "10*3/ul", Some(150.0)),
        ("creatineKinase", 12450.0, "u/l", Some(12450.0)),
        ("weight", 154.0, "lbs", Some(69.853_224_98)),
        ("inr", 1.2, "{INR}", Some(1.2)),
        ("ph", 7.2, "1", Some(7.2)),
        ("platelets", 150.0, "g/L", None),
        ("creatinine", 2.0, "g/dL", None),
        ("estimatedGfr", 45.0, "mL/min", None),
    ] {
        assert_eq!(sent(id, value, unit), stored, "{id} {unit}");
    }
}

#[test]
fn a_dose_with_a_comparator_or_a_range_is_none() {
    use nms_advisor::session::{Edit, Session};
    let dose = |text: &str| Session::default().reduce(&NMS, Edit::Dose(text.into())).dose_per_kilogram();
    assert_eq!(dose(" 2,5 "), Some(Decimal::literal(2.5)));
    for text in ["<1000", ">2", "≥2", "~2", "2-3", "1e3", "2+", "1,000", "٢", "\u{202e}5.2", "2 mg", "0", "-1"] {
        assert_eq!(dose(text), None, "{text}");
    }
}

/// Every spelling of every finding means one unit, whatever its case; two units may share one where they are the same.
#[test]
fn no_spelling_means_two_units_of_a_finding() {
    let mut seen = 0;
    for finding in NMS.findings {
        let FindingKind::Number(quantity) = finding.kind else { continue };
        for unit in quantity.units {
            let listed = unit.also.split('|').filter(|text| !text.is_empty());
            for spelling in listed.clone() {
                assert_eq!(plain(spelling), spelling, "{}: a spelling that nothing matches", finding.id);
            }
            for spelling in [unit.code, unit.label].into_iter().chain(listed).filter(|text| !text.is_empty()) {
                let upper = spelling.to_ascii_uppercase();
                for text in [spelling, &upper] {
                    let means: Vec<_> =
                        quantity.units.iter().filter(|other| other.is_spelt(text) || other.code == text).collect();
                    let same = |other: &&nms_advisor::engine::unit::Unit| {
                        (other.numerator, other.denominator, other.offset, other.per_weight)
                            == (unit.numerator, unit.denominator, unit.offset, unit.per_weight)
                    };
                    // a small g for cells is a gram, and its capital a giga: nothing else turns with its case
                    assert!(means.iter().all(same), "{}: {text} means {means:?}", finding.id);
                    seen += 1;
                }
                assert!(resolve(quantity.units, spelling).is_some(), "{}: {spelling}", finding.id);
            }
        }
    }
    assert!(seen > 200, "{seen} spellings");
}

/// A text with a number somewhere, and what people put around it.
fn around() -> impl Strategy<Value = String> {
    (
        prop::sample::select(vec![
            "", ">", "<", "≥", "~", "ca. ", "-", "about ", "\u{202e}", "\u{200b}", "(", "T ", "&lt;",
        ]),
        "[0-9]{1,6}([., '\u{a0}][0-9]{1,4}){0,2}",
        prop::sample::select(vec![
            "", " U/L", "/µL", " °C", " g/L", "+", " >", " H", " mg/dL", "\u{200b}", " (H)", "-7",
        ]),
    )
        .prop_map(|(front, number, behind)| format!("{front}{number}{behind}"))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_used_number_stands_in_the_text_and_a_comparator_never_gives_one(text in around(), at in 0..NMS.findings.len(), unit in 0..3_usize) {
        let FindingKind::Number(quantity) = NMS.findings[at].kind else { return Ok(()) };
        let id = NMS.findings[at].id;
        let reading = typed(id, &text, unit);
        if reading.findings.get(key(id)).is_some_and(|value| value.is_bound()) {
            let signs = [">", "<", "≥"].iter().filter(|sign| text.starts_with(**sign)).count();
            prop_assert!(signs == 1 && reading.issues.is_empty(), "{text:?} is read as a bound");
            return Ok(());
        }
        let Some(value) = stored(&reading, id) else {
            prop_assert!(!reading.issues.is_empty(), "{text:?} is dropped in silence");
            return Ok(());
        };
        for sign in [">", "<", "≥", "~", "ca.", "about", "&lt;", "+", "\u{202e}"] {
            prop_assert!(!text.contains(sign), "{text:?} is read as {value}");
        }
        let start: String = text.chars().skip_while(|letter| !letter.is_ascii_digit()).take_while(|letter| letter.is_ascii_digit() || ",.".contains(*letter)).collect();
        let number = Decimal::parse(&start).unwrap();
        prop_assert!(quantity.units.iter().any(|unit| unit.to_stored(number) == value), "{text:?} is read as {value}");
    }
}

#[test]
fn a_key_with_unseen_letters_is_no_finding_and_is_shown_with_them() {
    for unseen in ['\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ad}', '\u{e0041}', '\u{fe0f}', '\u{a0}', '\u{0}']
    {
        let mut reading = Reading::new(&NMS);
        reading.take(&NMS, &format!("temperature{unseen}"), &Sent::Number(41.0));
        reading.settle(&NMS);
        assert!(reading.findings.is_empty());
        assert_eq!(reading.issues[0].finding, "temperature\u{fffd}", "{unseen:?}");
    }
    assert_eq!(key("temperature").0, 3, "the key itself is one");
}
