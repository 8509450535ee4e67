//! FHIR resources: whatever comes is read or refused, each Observation is in one place, and nothing is answered no.

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::data_in::fhir::{FhirOptions, from_fhir, tree_of};
use nms_advisor::data_in::tree::Tree;
use nms_advisor::data_in::{FromOutside, Given, Used};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::FindingKind;
use nms_advisor::guideline::NMS;

const NOW: &str = "2026-11-20T12:00:00Z";

pub(crate) fn check(text: &str) {
    let Ok(tree) = tree_of(text) else { return };
    for (window, patient) in [(None, None), (Some(Decimal::literal(8760.0)), None), (None, Some("p"))] {
        let options = FhirOptions::new(NOW, window, patient).unwrap();
        let Ok(read) = from_fhir(&NMS, &tree, &options) else { continue };
        is_counted(&read);
        is_usable(&read);
        is_short(&read);
    }
    its_order_does_not_show(&tree);
}

fn is_counted(read: &FromOutside) {
    let counts = read.counts.unwrap();
    assert!(counts.observations >= counts.read + counts.not_mapped, "{counts:?}");
    for row in &read.used {
        assert!(row.of > 0, "{row:?}");
        assert_eq!(row.ticked, !row.why.iter().any(|remark| remark.why.leaves_it()), "{row:?}");
        assert!(!row.ticked || read.findings.iter().any(|(finding, _)| *finding == row.finding), "{row:?}");
    }
    for (finding, given) in &read.findings {
        assert_ne!(*given, Given::No, "{finding} is answered no");
        assert!(read.used.iter().any(|row| row.ticked && row.finding == *finding), "{finding} comes from nowhere");
    }
}

/// What is ticked is an answer that the form takes as it stands.
fn is_usable(read: &FromOutside) {
    let mut reading = Reading::new(&NMS);
    for (finding, given) in &read.findings {
        if let Some(sent) = sent(given) {
            reading.take(&NMS, finding, &sent);
        }
    }
    reading.settle(&NMS);
    assert_eq!(reading.issues, [], "{:?}", read.findings);
}

fn sent(given: &Given) -> Option<Sent> {
    Some(match given {
        Given::Yes => Sent::Boolean(true),
        Given::No => Sent::Boolean(false),
        Given::Choice(id) => Sent::Text((*id).into()),
        Given::Number { value, unit } => {
            Sent::Quantity(Box::new(Sent::Number(value.to_f64())), Box::new(Sent::Text((*unit).into())))
        }
        Given::AtLeast { .. } | Given::AtMost { .. } => return None,
        Given::Names(names) => Sent::List(names.iter().map(|name| Sent::Text((*name).into())).collect()),
        Given::Day(day) => Sent::Text(day.clone()),
    })
}

/// No text of the input is long enough to come out as one.
fn is_short(read: &FromOutside) {
    let rows = read.used.iter().map(|row: &Used| (&row.sent, &row.resource, &row.time));
    let rows = rows.chain(read.not_used.iter().map(|row| (&row.sent, &row.resource, &row.time)));
    for (sent, resource, time) in rows {
        assert!(sent.len() < 80, "{sent}");
        assert!(time.as_ref().is_none_or(|time| time.len() < 60 && time.is_ascii()), "{time:?}");
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'/');
        assert!(resource.as_ref().is_none_or(|resource| plain(resource)), "{resource:?}");
    }
    for (finding, _) in &read.findings {
        let known = NMS.find(finding).and_then(|index| NMS.finding(index));
        assert!(known.is_some_and(|known| known.kind != FindingKind::Rules), "{finding}");
    }
}

fn reversed(tree: &Tree) -> Tree {
    match tree {
        Tree::List(entries) => Tree::List(entries.iter().rev().cloned().collect()),
        Tree::Object(members) => {
            let mirrored = |name: &str, value: &Tree| if name == "entry" { reversed(value) } else { value.clone() };
            Tree::Object(members.iter().map(|(name, value)| (name.clone(), mirrored(name, value))).collect())
        }
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => tree.clone(),
    }
}

/// The entries of a Bundle the other way round give the same answers.
fn its_order_does_not_show(tree: &Tree) {
    let options = FhirOptions::new(NOW, None, None).unwrap();
    let answers = |tree: &Tree| {
        let read = from_fhir(&NMS, tree, &options).ok()?;
        Some((read.findings, read.counts, read.used.len(), read.not_used.len()))
    };
    assert_eq!(answers(tree), answers(&reversed(tree)), "the order of the entries shows");
}
