//! Other files opened as a case: one sentence that names what it is, and nothing of it is read.

use nms_advisor::case_file::{read, write};
use nms_advisor::guideline::NMS;
use nms_advisor::note::note;

use super::typed;

const FHIR: &str = "{\n  \"resourceType\": \"Bundle\",\n  \"entry\": []\n}\n";
const CDA: &str = "<?xml version=\"1.0\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\">\n</ClinicalDocument>";
const HL7: &str = "MSH|^~\\&|LAB|A|||20260101||ORU^R01|1|P|2.5\rOBX|1|NM|2157-6^CK^LN||12450|U/L|||||F\r";

fn utf16(text: &str) -> String {
    let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn another_kind_of_file_is_named_in_one_sentence() {
    let long_bundle = format!("{{\"resourceType\":\"Bundle\",\"entry\":[\n{}]}}", "{\"a\": 1},\n".repeat(400));
    let table = format!("date,name,value,unit\n{}", "2026-01-01,CK,12450,U/L\n".repeat(300));
    let tabs = "date\tname\tvalue\n2026-01-01\tCK\t12450\n";
    let case = write(&NMS, &typed());
    let wide = utf16(&case);
    let wide_without_mark = wide.trim_start_matches('\u{fffd}').to_string();
    let binary = String::from_utf8_lossy(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj").into_owned();
    let archive = String::from_utf8_lossy(b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xb5").into_owned();
    let image = String::from_utf8_lossy(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR").into_owned();
    let [text, markdown, sbar] = ["text", "markdown", "sbar"].map(|format| note(&NMS, &typed(), format).unwrap());
    for (text, part) in [
        (FHIR, "FHIR"),
        (&format!("\u{feff}{FHIR}"), "FHIR"),
        (&long_bundle, "FHIR"),
        ("<Bundle xmlns=\"http://hl7.org/fhir\"></Bundle>", "FHIR"),
        ("{\"case\": 1}", "JSON"),
        ("[1, 2]", "JSON"),
        (CDA, "C-CDA"),
        ("<html>", "web page"),
        ("<!DOCTYPE html>\n<title>x</title>", "web page"),
        ("<?xml version=\"1.0\"?><a/>", "XML"),
        (HL7, "HL7 v2"),
        (&table, "table"),
        (tabs, "table"),
        ("date;name\n2026;CK\n", "table"),
        (&wide, "UTF-16"),
        (&wide_without_mark, "UTF-16"),
        (&binary, "PDF"),
        (&archive, "archive"),
        (&image, "picture"),
        ("NMS Advisor teaching case, version 1\ntitle = x\n", "teaching room"),
        ("NMS Advisor run, version 1\n", "teaching room"),
        (&text, "note"),
        (&markdown, "note"),
        (&sbar, "note"),
        ("https://example.org/nms/#case=1~rigidity=severe", "address line"),
        ("", "empty"),
        ("\n \n", "empty"),
        ("Dear colleague,\nthank you.\n", "no case file"),
    ] {
        let opened = read(&NMS, text);
        assert!(opened.no_case && !opened.whole && opened.entries.is_empty(), "{text:.60}");
        let [problem] = &opened.problems[..] else { panic!("{text:.60}: {:?}", opened.problems) };
        assert!(problem.contains(part), "{text:.60}: {problem}");
    }
}

#[test]
fn a_case_without_its_first_line_or_with_a_mark_opens_as_far_as_it_can() {
    let case = write(&NMS, &typed());
    let (_, headless) = case.split_once('\n').unwrap();
    let opened = read(&NMS, &format!("temperature = 39\n{headless}"));
    assert!(!opened.no_case && !opened.whole && opened.entries.len() == 4, "{opened:?}");
    for whole in [format!("\u{feff}{case}"), case.replace('\n', "\r\n")] {
        assert!(read(&NMS, &whole).whole, "{whole:?}");
    }
}

#[test]
fn many_lines_that_cannot_be_read_are_few_problems_and_a_count() {
    let junk = "junk = 1\n".repeat(390);
    let opened = read(&NMS, &format!("NMS Advisor case, version 1\n{junk}temperature = 39\n"));
    assert_eq!(opened.entries.len(), 1);
    assert!(opened.problems.len() <= 8, "{:?}", opened.problems);
    assert!(opened.problems.iter().any(|problem| problem.contains("385 more lines")), "{:?}", opened.problems);
    assert!(opened.problems.iter().any(|problem| problem.contains("checksum")), "{:?}", opened.problems);
}

#[test]
fn a_unit_in_braces_is_read_in_any_usual_spelling_and_what_is_typed_stays() {
    let of = |line: &str| {
        let opened = read(&NMS, &format!("NMS Advisor case, version 1\n{line}\n"));
        let entry = opened.entries.into_values().next();
        (entry.map(|entry| (entry.text, entry.unit)), opened.problems)
    };
    assert_eq!(of("temperature = 106 {degF}").0, Some(("106".into(), Some(1))));
    assert_eq!(of("platelets = 150.000 {/µl}").0, Some(("150.000".into(), Some(2))));
    assert_eq!(of("creatineKinase = <1000 {u/l}").0, Some(("<1000".into(), Some(0))));
    let (none, problems) = of("platelets = 150 {g/l}");
    assert!(none.is_none() && problems[0].contains("`/uL` would do"), "{problems:?}");
}

#[test]
fn numbers_of_a_file_go_through_the_one_reader() {
    use nms_advisor::session::{Edit, Session};
    let text = "NMS Advisor case, version 1\ncreatineKinase = ~1000 {U/L}\nlactate = <1 {mmol/L}\nplatelets = 150.000 {/uL}\ntemperature = ３９．５ {Cel}\n";
    let case = Session::default().reduce(&NMS, Edit::Open(Box::new(read(&NMS, text))));
    let reading = case.read(&NMS);
    assert_eq!(reading.issues.len(), 2, "{:?}", reading.issues);
    assert!(reading.findings.get(super::key("temperature")).is_some());
    assert!(reading.findings.get(super::key("creatineKinase")).is_none());
    assert!(reading.findings.get(super::key("lactate")).is_some_and(|value| value.is_bound()));
}
