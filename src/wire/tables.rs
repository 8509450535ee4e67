//! The tables beyond the rules as JSON, part of the rule set: score, features, look-alikes, drug cards, schedule, contacts.

use serde::Serialize;

use crate::engine::beyond::Point;
use crate::engine::rule_set::RuleSet;

use super::rule_set::{Authority, Tree};

/// The tables that stand beside the rules.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TablesJson {
    score: ScoreJson,
    features: Vec<RowJson>,
    look_alikes: Vec<LookAlikeJson>,
    drugs: Vec<DrugJson>,
    doses_shown_if: Tree,
    doses_withheld: &'static str,
    schedule: Vec<ScheduleJson>,
    contacts: Vec<ContactJson>,
    dantrolene_volume: VolumeJson,
    rechallenge: GateJson,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ScoreJson {
    id: &'static str,
    label: &'static str,
    items: Vec<ItemJson>,
    cut_off: &'static str,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct ItemJson {
    id: &'static str,
    label: &'static str,
    points: u8,
    when: Tree,
}

#[derive(Debug, Serialize)]
struct RowJson {
    id: &'static str,
    label: &'static str,
    when: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LookAlikeJson {
    id: &'static str,
    label: &'static str,
    advice: &'static str,
    speaks_for: Vec<PointJson>,
    speaks_against: Vec<PointJson>,
    first_if: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct PointJson {
    label: &'static str,
    when: Tree,
}

#[derive(Debug, Serialize)]
struct DrugJson {
    id: &'static str,
    label: &'static str,
    doses: Vec<DoseJson>,
    cautions: Vec<CautionJson>,
    rules: &'static [&'static str],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DoseJson {
    text: &'static str,
    withheld_if: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct CautionJson {
    text: &'static str,
    when: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct ScheduleJson {
    item: &'static str,
    severe: &'static str,
    moderate: &'static str,
    mild: &'static str,
    improving: &'static str,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct ContactJson {
    id: &'static str,
    label: &'static str,
    purpose: &'static str,
    basis: &'static str,
    when: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct VolumeJson {
    shown_if: Tree,
    withheld_if: [Tree; 3],
    forms: Vec<FormJson>,
    weight: &'static str,
    given: &'static str,
    formula: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FormJson {
    confirmed: Tree,
    milligram: u8,
    water: u32,
    mannitol: Option<u32>,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct GateJson {
    shown_if: Tree,
    resolved: Tree,
    sign_left: Tree,
    resolved_on: &'static str,
    long_acting: Tree,
    antagonist: Tree,
    days: i32,
    formula: &'static str,
}

const VOLUME: &str = "mg = dantroleneDosePerKg × weight; vials = mg / `milligram` of the confirmed form, rounded up; water and mannitol = those of the form × vials; \
total = mg + given. No volume where the total, or the dose while `given` is unknown, exceeds 10 mg/kg in 24 h. \
A warning where the dose is above 2.5 mg/kg, and where the total, or the dose while `given` is unknown, is above 200 mg.";
const GATE: &str = "In this order: `antagonist` not met: no-antagonist. `signLeft` met or `resolved` not met: not-resolved. `longActing` met: long-acting, no date. \
`resolved`, `longActing` or `resolvedOn` unknown, or `resolvedOn` after today: cannot-be-computed. Else the earliest day is `resolvedOn` plus `days`: passed from then on, not-before until then or while today is not given.";

pub(super) fn tables(rules: &'static RuleSet) -> TablesJson {
    let beyond = &rules.beyond;
    let tree = |criterion| Tree::new(rules, criterion);
    let points = |points: &'static [Point]| {
        points.iter().map(|point| PointJson { label: point.label, when: tree(point.when) }).collect()
    };
    let (volume, gate) = (&beyond.dantrolene, &beyond.rechallenge);
    TablesJson {
        score: ScoreJson {
            id: beyond.score.id,
            label: beyond.score.label,
            items: beyond
                .score
                .items
                .iter()
                .map(|row| ItemJson { id: row.id, label: row.label, points: row.points, when: tree(row.when) })
                .collect(),
            cut_off: beyond.score.cut_off,
            source: beyond.score.source.into(),
        },
        features: beyond
            .features
            .iter()
            .map(|row| RowJson { id: row.id, label: row.label, when: tree(row.when), source: row.source.into() })
            .collect(),
        look_alikes: beyond
            .look_alikes
            .iter()
            .map(|row| LookAlikeJson {
                id: row.id,
                label: row.label,
                advice: row.advice,
                speaks_for: points(row.speaks_for),
                speaks_against: points(row.speaks_against),
                first_if: tree(row.first_if),
                source: row.source.into(),
            })
            .collect(),
        drugs: drugs(rules),
        doses_shown_if: tree(beyond.doses_shown_if),
        doses_withheld: beyond.doses_withheld,
        schedule: beyond
            .schedule
            .iter()
            .map(|row| ScheduleJson {
                item: row.item,
                severe: row.severe,
                moderate: row.moderate,
                mild: row.mild,
                improving: row.improving,
                source: row.source.into(),
            })
            .collect(),
        contacts: beyond
            .contacts
            .iter()
            .map(|row| ContactJson {
                id: row.id,
                label: row.label,
                purpose: row.purpose,
                basis: row.basis.id(),
                when: tree(row.when),
                source: row.source.into(),
            })
            .collect(),
        dantrolene_volume: VolumeJson {
            shown_if: tree(volume.in_question),
            withheld_if: [tree(volume.malignant_hyperthermia), tree(volume.spoken_against), tree(volume.not_rigid)],
            forms: volume
                .forms
                .iter()
                .map(|form| FormJson {
                    confirmed: tree(form.confirmed),
                    milligram: form.milligram,
                    water: form.water,
                    mannitol: form.mannitol,
                    source: form.source.into(),
                })
                .collect(),
            weight: rules.finding_id(volume.weight),
            given: rules.finding_id(volume.given),
            formula: VOLUME,
        },
        rechallenge: GateJson {
            shown_if: tree(gate.in_question),
            resolved: tree(gate.resolved),
            sign_left: tree(gate.sign_left),
            resolved_on: rules.finding_id(gate.resolved_on),
            long_acting: tree(gate.long_acting),
            antagonist: tree(gate.antagonist),
            days: gate.days,
            formula: GATE,
        },
    }
}

fn drugs(rules: &'static RuleSet) -> Vec<DrugJson> {
    let card = |row: &'static crate::engine::beyond::DrugCard| DrugJson {
        id: row.id,
        label: row.label,
        doses: row
            .doses
            .iter()
            .map(|dose| DoseJson {
                text: dose.text,
                withheld_if: Tree::new(rules, dose.withheld_if),
                source: dose.source.into(),
            })
            .collect(),
        cautions: row
            .cautions
            .iter()
            .map(|caution| CautionJson {
                text: caution.text,
                when: Tree::new(rules, caution.when),
                source: caution.source.into(),
            })
            .collect(),
        rules: row.rules,
    };
    rules.beyond.drugs.iter().map(card).collect()
}
