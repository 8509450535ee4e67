//! The stock that a page states, taken out of its JSON.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::session::stock::{MOST_PLACES, Member, Stated};

/// The places in a JSON text, one or a list; none in an empty text, and `None` where it is no such JSON. Of a long list no
/// more is read than is needed to say that it is too long.
pub(super) fn stated(text: &str) -> Option<Vec<Stated>> {
    if text.trim().is_empty() {
        return Some(Vec::new());
    }
    let parsed = JSON::parse(text).ok()?;
    if let Some(list) = parsed.dyn_ref::<Array>() {
        // a row that is none keeps its number, so that it can be named
        let none = || Stated { place: Member::Other, ..Stated::default() };
        return Some(list.iter().take(MOST_PLACES + 1).map(|row| place(&row).unwrap_or_else(none)).collect());
    }
    Some(vec![place(&parsed)?])
}

fn place(row: &JsValue) -> Option<Stated> {
    let object = row.dyn_ref::<Object>().filter(|_| !Array::is_array(row))?;
    let member = |key: &str| {
        let value = Reflect::get(object, &JsValue::from_str(key)).ok();
        value.filter(|value| !value.is_null() && !value.is_undefined())
    };
    let text = |key: &str| said(member(key), JsValue::as_string);
    Some(Stated {
        place: text("place"),
        telephone: text("telephone"),
        counted: text("counted"),
        vials: said(member("vials"), counts),
    })
}

fn said<T>(member: Option<JsValue>, read: impl FnOnce(&JsValue) -> Option<T>) -> Member<T> {
    member.map_or(Member::LeftOut, |value| read(&value).map_or(Member::Other, Member::Is))
}

/// The members of an object as counts by name.
fn counts(vials: &JsValue) -> Option<Vec<(String, Option<f64>)>> {
    let object = vials.dyn_ref::<Object>().filter(|_| !Array::is_array(vials))?;
    let entry = |entry: JsValue| {
        let entry = entry.dyn_into::<Array>().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1).as_f64()))
    };
    Some(Object::entries(object).iter().filter_map(entry).collect())
}
