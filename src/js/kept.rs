//! What outlives a crash, a move in the page and a change of the view: everything entered, as plain texts.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::answer::Problem;
use crate::case_file;
use crate::engine::assessment::Scope;
use crate::guideline::NMS;
use crate::session::{
    Dosing, Edit, Entries, Idle, Kept, Notice, Offered, Replaced, Session, Source, TextSize, UnitSystem,
};
use crate::wording::Edition;

/// Everything entered; the case is empty where nothing was answered.
pub(super) fn of(session: &Session) -> JsValue {
    let kept = Object::new();
    let text = |key: &str, text: &str| put(&kept, key, &JsValue::from_str(text));
    text("case", &written(&session.entries));
    text("basis", if session.scope == Scope::ArticleOnly { "article" } else { "all" });
    text("units", if session.units == UnitSystem::Conventional { "conventional" } else { "si" });
    text("textSize", session.text_size.id());
    text("idle", &session.idle.text());
    text("dose", &session.dosing.dose);
    text("times", &session.dosing.times);
    put(&kept, "numbers", &pairs(session.numbers.iter().map(|(contact, number)| (*contact, number.as_str()))));
    put(&kept, "unread", &session.unread.iter().map(|line| JsValue::from_str(line)).collect::<Array>());
    put(&kept, "refused", &problems(&session.refused));
    if let Some(notice) = session.notice {
        text("notice", notice.source.id());
        put(&kept, "opened", &JsValue::from_f64(count(notice.opened)));
        put(&kept, "replacedCount", &JsValue::from_f64(count(notice.replaced)));
    }
    if let Some(replaced) = &session.replaced {
        text("replaced", &written(&replaced.entries));
        text("replacedDose", &replaced.dosing.dose);
        text("replacedTimes", &replaced.dosing.times);
    }
    if let Some(offered) = &session.offered {
        text("offered", &written(&offered.opened.entries));
        text("offeredBy", offered.source.id());
    }
    kept.into()
}

/// Brings back what was kept, edit by edit.
pub(super) fn restore(edition: Edition, kept: &JsValue, edit: &mut dyn FnMut(Edit)) {
    let get = |key: &str| Reflect::get(kept, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
    let text = |key: &str| get(key).as_string().unwrap_or_default();
    let scope = if text("basis") == "article" { Scope::ArticleOnly } else { Scope::All };
    let units = if text("units") == "conventional" { UnitSystem::Conventional } else { UnitSystem::Si };
    edit(Edit::Scope(scope));
    edit(Edit::Units(units));
    edit(Edit::TextSize(TextSize::named(&text("textSize")).unwrap_or_default()));
    edit(Edit::Idle(Idle::named(&text("idle")).unwrap_or_default()));
    for (contact, number) in read_pairs(&get("numbers")) {
        if let Some(known) = NMS.beyond.contacts.iter().find(|known| known.id == contact) {
            edit(Edit::Number(known.id, number));
        }
    }
    let entries = |key: &str| -> Option<Entries> {
        let case = text(key);
        (!case.is_empty()).then(|| case_file::read(edition, &case).entries)
    };
    let notice = Source::named(&text("notice")).map(|source| Notice {
        source,
        opened: whole(&get("opened")),
        replaced: whole(&get("replacedCount")),
    });
    let dosing = |dose: &str, times: &str| Dosing { dose: text(dose), times: text(times) };
    let replaced = entries("replaced").map(|entries| Replaced {
        entries,
        dosing: dosing("replacedDose", "replacedTimes"),
        ..Replaced::default()
    });
    let refused = read_pairs(&get("refused")).into_iter().map(|(finding, problem)| Problem { finding, problem });
    edit(Edit::Restore(Box::new(Kept {
        entries: entries("case").unwrap_or_default(),
        dosing: dosing("dose", "times"),
        unread: list(&get("unread")).iter().filter_map(|line| line.as_string()).collect(),
        refused: refused.collect(),
        notice,
        replaced,
        offered: entries("offered").map(|entries| Offered {
            source: Source::named(&text("offeredBy")).unwrap_or(Source::Link),
            opened: case_file::Opened { entries, ..Default::default() },
        }),
    })));
}

fn written(entries: &Entries) -> String {
    let session = Session { entries: entries.clone(), ..Session::default() };
    if session.is_empty() { String::new() } else { case_file::write(&NMS, &session) }
}

fn problems(rows: &[Problem]) -> Array {
    pairs(rows.iter().map(|row| (row.finding.as_str(), row.problem.as_str())))
}

fn pairs<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> Array {
    rows.map(|(one, other)| JsValue::from(Array::of2(&JsValue::from_str(one), &JsValue::from_str(other)))).collect()
}

fn read_pairs(value: &JsValue) -> Vec<(String, String)> {
    let pair = |row: JsValue| Some((list(&row).get(0).as_string()?, list(&row).get(1).as_string()?));
    list(value).iter().filter_map(pair).collect()
}

fn list(value: &JsValue) -> Array {
    value.dyn_ref::<Array>().cloned().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "a count of fields is small")]
fn count(fields: usize) -> f64 {
    fields as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "written by `count`")]
fn whole(value: &JsValue) -> usize {
    value.as_f64().unwrap_or_default() as usize
}

/// Sets a value of a fresh plain object, which cannot fail.
fn put(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}
