//! What the literature adds to an assessment, as JSON: score interval, features, look-alikes, schedule, contacts, cautions
//! of drugs in the plan, the dantrolene volume and the rechallenge gate.

use serde::Serialize;

use crate::engine::assessment::Assessment;
use crate::engine::criterion::{Reason, Truth};
use crate::engine::dantrolene::Volume;
use crate::engine::describe;
use crate::engine::finding::FindingIndex;
use crate::engine::rechallenge::Gate;
use crate::engine::rule_set::RuleSet;
use crate::panel::beyond::{cards_in_plan, gate_text, scheduled, volume_warnings};
use crate::wording::EN;

use super::assessment::{Explanation, Why};
use super::options::Options;

/// The additional keys of an assessment.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BeyondJson {
    score: ScoreJson,
    features: Vec<FeatureJson>,
    differential: Vec<LookAlikeJson>,
    schedule: Vec<ScheduleJson>,
    contacts: Vec<ContactJson>,
    drugs: Vec<DrugJson>,
    dantrolene_volume: Option<VolumeJson>,
    rechallenge: Option<GateJson>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ScoreJson {
    id: &'static str,
    known: u8,
    possible: u8,
    cut_off: &'static str,
    items: Vec<ItemJson>,
}

#[derive(Debug, Serialize)]
struct ItemJson {
    id: &'static str,
    label: &'static str,
    points: u8,
    truth: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Explanation,
}

#[derive(Debug, Serialize)]
struct FeatureJson {
    id: &'static str,
    label: &'static str,
    truth: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LookAlikeJson {
    id: &'static str,
    label: &'static str,
    advice: &'static str,
    speaks_for: Vec<PointJson>,
    speaks_against: Vec<PointJson>,
    missing: Vec<&'static str>,
    citations: &'static [&'static str],
}

#[derive(Debug, Serialize)]
struct PointJson {
    label: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Explanation,
}

#[derive(Debug, Serialize)]
struct ScheduleJson {
    item: &'static str,
    interval: &'static str,
}

#[derive(Debug, Serialize)]
struct ContactJson {
    id: &'static str,
    label: &'static str,
    purpose: &'static str,
    basis: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Explanation,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DrugJson {
    id: &'static str,
    doses_shown: bool,
    cautions: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct VolumeJson {
    state: &'static str,
    reason: &'static str,
    dose_mg: Option<f64>,
    vials: Option<u32>,
    water_ml: Option<u32>,
    mannitol_g: Option<u32>,
    total_24h_mg: Option<f64>,
    ceiling_mg: Option<f64>,
    /// What is to be said with it.
    warnings: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct GateJson {
    state: &'static str,
    earliest: Option<String>,
    text: String,
}

pub(super) fn beyond(rules: &'static RuleSet, result: &Assessment, options: Options) -> BeyondJson {
    let answers = &result.answers;
    let why = Why::new(rules, answers, options);
    let points = |rows: &[(&'static crate::engine::beyond::Point, Vec<Reason>)]| {
        rows.iter().map(|(point, list)| PointJson { label: point.label, explanation: why.reasons(list) }).collect()
    };
    let ids = |list: &[FindingIndex]| list.iter().map(|index| rules.finding_id(*index)).collect();
    let score = answers.score();
    BeyondJson {
        score: ScoreJson {
            id: rules.beyond.score.id,
            known: score.known,
            possible: score.possible,
            cut_off: rules.beyond.score.cut_off,
            items: score
                .items
                .iter()
                .map(|(item, truth, list)| ItemJson {
                    id: item.id,
                    label: item.label,
                    points: item.points,
                    truth: truth.id(),
                    explanation: why.reasons(list),
                })
                .collect(),
        },
        features: answers
            .features()
            .iter()
            .map(|(feature, truth, _)| FeatureJson { id: feature.id, label: feature.label, truth: truth.id() })
            .collect(),
        differential: answers
            .differential()
            .iter()
            .map(|row| LookAlikeJson {
                id: row.look_alike.id,
                label: row.look_alike.label,
                advice: row.look_alike.advice,
                speaks_for: points(&row.speaks_for),
                speaks_against: points(&row.speaks_against),
                missing: ids(&row.missing),
                citations: row.look_alike.source.citations,
            })
            .collect(),
        schedule: scheduled(rules, result).map(|(row, interval)| ScheduleJson { item: row.item, interval }).collect(),
        contacts: answers
            .contacts()
            .iter()
            .map(|(contact, list)| ContactJson {
                id: contact.id,
                label: contact.label,
                purpose: contact.purpose,
                basis: contact.basis.id(),
                explanation: why.reasons(list),
            })
            .collect(),
        drugs: cards_in_plan(rules, result)
            .map(|card| DrugJson {
                id: card.id,
                doses_shown: answers.doses_shown() && !card.doses.is_empty(),
                cautions: card
                    .cautions
                    .iter()
                    .filter(|caution| answers.truth(&caution.when) == Truth::Met)
                    .map(|caution| caution.text)
                    .collect(),
            })
            .collect(),
        dantrolene_volume: answers.dantrolene_volume(options.dose_per_kilogram).map(volume),
        rechallenge: answers.rechallenge_gate(options.today).map(gate),
    }
}

fn volume(volume: Volume) -> VolumeJson {
    let none = VolumeJson {
        state: "withheld",
        reason: "",
        dose_mg: None,
        vials: None,
        water_ml: None,
        mannitol_g: None,
        total_24h_mg: None,
        ceiling_mg: None,
        warnings: Vec::new(),
    };
    match volume {
        Volume::Withheld(reason) => VolumeJson { reason: reason.id(), ..none },
        Volume::AboveCeiling { ceiling } => {
            VolumeJson { state: "above-ceiling", ceiling_mg: Some(ceiling.to_f64()), ..none }
        }
        Volume::Worked(worked) => VolumeJson {
            state: "worked",
            reason: "",
            dose_mg: Some(worked.dose.to_f64()),
            vials: Some(worked.vials),
            water_ml: Some(worked.water),
            mannitol_g: worked.mannitol,
            total_24h_mg: worked.total.map(crate::engine::decimal::Decimal::to_f64),
            ceiling_mg: Some(worked.ceiling.to_f64()),
            warnings: volume_warnings(&EN, &worked),
        },
    }
}

fn gate(gate: Gate) -> GateJson {
    GateJson { state: gate.id(), earliest: gate.day().map(describe::date), text: gate_text(&EN, gate) }
}
