//! What was read from outside, as the page hands it over: the reader of texts and records is loaded on first use.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::sent::sent;
use crate::engine::finding::FindingKind;
use crate::engine::unit;
use crate::session::{Entry, Intake, IntakeRow, NotUsed, Origin, Sending};
use crate::widget::line::Asked;
use crate::wording::Edition;

/// Has a text read.
pub(super) fn ask(edition: Edition, read: &Function, asked: Asked) {
    let Asked { text, done } = asked;
    let called = read.call1(&JsValue::UNDEFINED, &JsValue::from_str(&text));
    spawn_local(async move {
        let result = match called {
            Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await,
            Err(thrown) => Err(thrown),
        };
        let said = |thrown: JsValue| {
            let message = Reflect::get(&thrown, &"message".into()).ok().and_then(|message| message.as_string());
            message.unwrap_or_default().replace("nms-advisor: ", "")
        };
        done.emit(result.and_then(|result| of(edition, &result)).map_err(said));
    });
}

/// As many reasons of one answer are told; the others are counted.
const MOST_REASONS: usize = 6;
/// Reasons that say no more than the answer itself.
const UNSAID: [&str; 2] = ["unit-by-value", "only"];

/// What was read, from `{ origin, used, notUsed, notMapped? }`.
///
/// # Errors
/// A `TypeError` unless it is such an object.
pub(super) fn of(edition: Edition, read: &JsValue) -> Result<Intake, JsValue> {
    let (used, not_used) = (get(read, "used"), get(read, "notUsed"));
    if !Array::is_array(&used) || !Array::is_array(&not_used) {
        return Err(js_sys::TypeError::new("nms-advisor: this is nothing that was read from a text or a record").into());
    }
    let record = text(read, "origin") == "record";
    Ok(Intake {
        origin: if record { Origin::Record } else { Origin::Line },
        rows: list(&used).filter_map(|row| row_of(edition, &row)).collect(),
        not_used: list(&not_used).map(|row| piece_of(edition, &row)).collect(),
        not_mapped: count(&get(read, "notMapped")),
        waits: record,
        folded: false,
    })
}

/// A row that was understood; none where its answer is none of the finding.
fn row_of(edition: Edition, row: &JsValue) -> Option<IntakeRow> {
    let id = text(row, "finding");
    let index = edition.rules.find(&id)?;
    let answer = sent(&get(row, "value"), true);
    let units = match edition.rules.finding(index)?.kind {
        FindingKind::Number(quantity) => {
            list(&get(row, "ask")).filter_map(|code| unit::resolve(quantity.units, &code.as_string()?)).collect()
        }
        FindingKind::Boolean
        | FindingKind::Choice(_)
        | FindingKind::Date
        | FindingKind::Agents
        | FindingKind::Rules => Vec::new(),
    };
    let asks = !units.is_empty();
    let entry = if asks {
        Entry { text: number_of(&get(&get(row, "value"), "value")), unit: None }
    } else {
        let sending = Sending::read(edition, [(id.as_str(), answer)]);
        sending.entry(edition.rules, index)?
    };
    let said = list(&get(row, "why")).filter(|why| !UNSAID.contains(&text(why, "id").as_str()));
    let mut why: Vec<String> =
        age(edition, &text(row, "time")).into_iter().chain(said.map(|why| text(&why, "message"))).collect();
    let rest = why.len().saturating_sub(MOST_REASONS);
    if rest > 0 {
        why.truncate(MOST_REASONS);
        why.push(edition.words.print.more(&rest));
    }
    let ticked = !asks && get(row, "ticked").as_bool().unwrap_or(true);
    Some(IntakeRow {
        index,
        entry,
        sent: text(row, "sent"),
        why,
        units,
        ticked,
        left: !ticked,
        taken: false,
        was: None,
    })
}

fn piece_of(edition: Edition, row: &JsValue) -> NotUsed {
    NotUsed {
        sent: text(row, "sent"),
        index: edition.rules.find(&text(row, "finding")),
        reason: text(row, "reason"),
        message: text(row, "message"),
    }
}

/// The age of an answer, by the clock of the page; a day without a time as it stands.
fn age(edition: Edition, time: &str) -> Option<String> {
    let then = js_sys::Date::parse(time);
    if !time.contains('T') || then.is_nan() {
        return (!time.is_empty()).then(|| time.into());
    }
    let minutes = ((js_sys::Date::now() - then) / 60_000.0).max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most a lifetime, and not below zero"
    )]
    let minutes = minutes as u32;
    Some(edition.words.intake.ago(minutes))
}

/// A number as it would be typed.
fn number_of(value: &JsValue) -> String {
    let number = value.as_f64().and_then(crate::engine::decimal::Decimal::from_f64);
    number.map_or_else(|| value.as_string().unwrap_or_default(), crate::engine::decimal::Decimal::plain)
}

fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

fn text(value: &JsValue, key: &str) -> String {
    get(value, key).as_string().unwrap_or_default()
}

fn list(value: &JsValue) -> impl Iterator<Item = JsValue> + use<> {
    value.dyn_ref::<Array>().cloned().unwrap_or_default().into_iter()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of resources")]
fn count(value: &JsValue) -> usize {
    value.as_f64().unwrap_or_default() as usize
}
