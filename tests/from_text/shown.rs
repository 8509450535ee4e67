//! What was read of a text as one short line, so that a table of them can be read.

use nms_advisor::data_in::Given;
use nms_advisor::data_in::text::{FromText, TextOptions, from_text};
use nms_advisor::guideline::NMS;

pub(crate) fn read(text: &str) -> FromText {
    from_text(&NMS, text, &TextOptions::default())
}

/// `heartRate 150` is ticked; `(potassium 5.8: haemolysed)` is offered; `temperature 103 [Cel|[degF]]` asks for the unit;
/// `~"CK pending": no-number` is not used.
pub(crate) fn shown(text: &str) -> String {
    let read = read(text);
    let mut parts = Vec::new();
    for row in &read.used {
        let given = given(&row.given, row.finding);
        let why =
            || row.why.iter().filter(|remark| remark.why.leaves_it()).map(|remark| remark.why.id()).collect::<Vec<_>>();
        let part = format!("{} {given}", row.finding);
        parts.push((
            row.from,
            if row.ask.is_empty() {
                if row.ticked { part } else { format!("({part}: {})", why().join(" ")) }
            } else {
                let more: Vec<_> = why().into_iter().filter(|id| *id != "which-unit").collect();
                format!("{part} [{}]{}", row.ask.join("|"), more.join(" "))
            },
        ));
    }
    for left in &read.not_used {
        parts.push((left.from, format!("~{:?}: {}", left.sent, left.reason.id())));
    }
    parts.sort_by_key(|(from, _)| *from);
    parts.into_iter().map(|(_, part)| part).collect::<Vec<_>>().join(" · ")
}

/// A number without its unit where that is the stored one.
fn given(given: &Given, finding: &str) -> String {
    let finding = NMS.finding(NMS.find(finding).unwrap()).unwrap();
    let number = |value: &nms_advisor::engine::decimal::Decimal, unit: &str| {
        let nms_advisor::engine::finding::FindingKind::Number(quantity) = finding.kind else { panic!("no number") };
        let shown = value.to_string().replace(',', "");
        if quantity.units[0].code == unit { shown } else { format!("{shown} {unit}") }
    };
    match given {
        Given::Yes => "yes".into(),
        Given::No => "no".into(),
        Given::Choice(id) => (*id).into(),
        Given::Number { value, unit } => number(value, unit),
        Given::AtLeast { value, unit, above } => format!("{}{}", if *above { ">" } else { "≥" }, number(value, unit)),
        Given::AtMost { value, unit, below } => format!("{}{}", if *below { "<" } else { "≤" }, number(value, unit)),
        Given::Names(names) => names.join("+"),
        Given::Day(day) => day.clone(),
    }
}
