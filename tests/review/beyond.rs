//! The tables beyond the rules in words: score, features, look-alikes, drug cards, schedule, contacts, volume and gate.

use std::fmt::Write as _;

use nms_advisor::engine::beyond::Point;
use nms_advisor::engine::criterion::{ALWAYS, NEVER};
use nms_advisor::engine::describe::{label, sentence};
use nms_advisor::engine::rule_set::RuleSet;

use super::{Sheet, capital, columns, line, sources, title};

/// All of it.
pub(super) fn beyond(sheet: &mut Sheet, rules: &RuleSet) {
    score(sheet, rules);
    look_alikes(sheet, rules);
    title(
        sheet,
        "Monitoring schedule",
        "Our own intervals: no source gives a schedule. Shown while the syndrome is suspected; the last column while a course gets better.",
    );
    columns(sheet, &["What", "Severe", "Moderate", "Mild", "Improving"]);
    for row in rules.beyond.schedule {
        line(sheet, &[row.item, row.severe, row.moderate, row.mild, row.improving].map(String::from));
    }
    title(sheet, "Whom to call", "And when.");
    columns(sheet, &["Who", "When", "What for", "Basis", "Sources", "Read as"]);
    for row in rules.beyond.contacts {
        let cells =
            [row.label, &capital(&sentence(rules, &row.when)), row.purpose, row.basis.id(), &sources(&row.source)];
        line(
            sheet,
            &[&cells[..], &[row.source.interpretation]].concat().iter().map(ToString::to_string).collect::<Vec<_>>(),
        );
    }
    gates(sheet, rules);
}

fn score(sheet: &mut Sheet, rules: &RuleSet) {
    let score = &rules.beyond.score;
    title(sheet, score.label, score.cut_off);
    columns(sheet, &["Item", "Points", "Counts when"]);
    for item in score.items {
        line(sheet, &[item.label.into(), item.points.to_string(), capital(&sentence(rules, &item.when))]);
    }
    let _ = write!(sheet, "\nSources: {}. {}\n", sources(&score.source), score.source.interpretation);
    title(
        sheet,
        "Features of DSM-5-TR",
        "Described there without asking for a number of them; shown beside the score, never counted.",
    );
    columns(sheet, &["Feature", "There when", "Sources"]);
    for row in rules.beyond.features {
        line(sheet, &[row.label.into(), capital(&sentence(rules, &row.when)), sources(&row.source)]);
    }
}

fn look_alikes(sheet: &mut Sheet, rules: &RuleSet) {
    let points = |points: &[Point]| {
        let one = |point: &Point| format!("{} ({})", point.label, sentence(rules, &point.when));
        points.iter().map(one).collect::<Vec<_>>().join("<br>")
    };
    title(
        sheet,
        "What else it could be",
        "Shown side by side while something speaks for it, the one with most points first. Never a diagnosis, never less urgency.",
    );
    columns(
        sheet,
        &["Look-alike", "Advice", "Speaks for it", "Speaks against it", "Goes before all others when", "Sources"],
    );
    for row in rules.beyond.look_alikes {
        let cells = [
            row.label.into(),
            row.advice.into(),
            points(row.speaks_for),
            points(row.speaks_against),
            if row.first_if == NEVER { String::new() } else { capital(&sentence(rules, &row.first_if)) },
            sources(&row.source),
        ];
        line(sheet, &cells);
    }
}

/// Published doses, and what speaks against each drug.
pub(super) fn drugs(sheet: &mut Sheet, rules: &RuleSet) {
    title(sheet, "Drug cards", rules.beyond.doses_withheld);
    columns(sheet, &["Drug", "Published, side by side", "To know; stands out when", "Beside the lines"]);
    for row in rules.beyond.drugs {
        let doses = row.doses.iter().map(|dose| {
            let but = if dose.withheld_if == NEVER {
                String::new()
            } else {
                format!(" **Not shown if** {}", sentence(rules, &dose.withheld_if))
            };
            format!("{} [{}]{but}", dose.text, sources(&dose.source))
        });
        let cautions = row.cautions.iter().map(|caution| {
            let when = if caution.when == ALWAYS {
                String::new()
            } else {
                format!(" **When** {}", sentence(rules, &caution.when))
            };
            format!("{} [{}]{when}", caution.text, sources(&caution.source))
        });
        let cells = [
            row.label.into(),
            doses.collect::<Vec<_>>().join("<br>"),
            cautions.collect::<Vec<_>>().join("<br>"),
            row.rules.join(", "),
        ];
        line(sheet, &cells);
    }
}

fn gates(sheet: &mut Sheet, rules: &RuleSet) {
    let (volume, gate) = (&rules.beyond.dantrolene, &rules.beyond.rechallenge);
    title(
        sheet,
        "Dantrolene volume",
        "Arithmetic on a dose that the reader states: mg = mg/kg × kg; vials = mg / mg of a vial, rounded up. Above 10 mg/kg in 24 h no volume is shown; above 2.5 mg/kg a dose and above 200 mg in 24 h it warns.",
    );
    columns(sheet, &["Condition", "In words"]);
    for (name, when) in [
        ("Shown when", volume.in_question),
        ("Withheld when", volume.spoken_against),
        ("Withheld when", volume.malignant_hyperthermia),
        ("Withheld when", volume.not_rigid),
        ("Warns of water and mannitol when", volume.overload),
        ("Needs", rules.beyond.doses_shown_if),
    ] {
        line(sheet, &[name.into(), capital(&sentence(rules, &when))]);
    }
    for form in volume.forms {
        let mannitol = form.mannitol.map_or("mannitol not stated".into(), |gram| format!("{gram} g mannitol"));
        let vial = format!("Vial of {} mg, {} mL water, {mannitol}", form.milligram, form.water);
        line(sheet, &[vial, format!("{} ({})", capital(&sentence(rules, &form.confirmed)), sources(&form.source))]);
    }
    line(sheet, &["Needs".into(), label(rules, volume.weight).into()]);
    line(sheet, &["Adds".into(), label(rules, volume.given).into()]);
    title(
        sheet,
        "Rechallenge gate",
        &format!("The earliest day is {} days after complete resolution. It is not advice to restart.", gate.days),
    );
    columns(sheet, &["Condition", "In words"]);
    for (name, when) in [
        ("Shown when", gate.in_question),
        ("Resolved when", gate.resolved),
        ("Not resolved when", gate.sign_left),
        ("No day when", gate.long_acting),
        ("Only after", gate.antagonist),
    ] {
        line(sheet, &[name.into(), capital(&sentence(rules, &when))]);
    }
    line(sheet, &["Counted from".into(), label(rules, gate.resolved_on).into()]);
}
