//! What a host sent, as `www/plain.js` hands it over: plain data of its own, in which a mark stands for each part that is none.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::answer::Sent;
use crate::engine::bound::Side;
use crate::engine::finding::FindingKind;
use crate::engine::unit::Unit;
use crate::guideline::NMS;

/// The one system whose codes are read.
const UCUM: &str = "http://unitsofmeasure.org";

/// Spoken names of units, and how they are written beside a number.
const SPOKEN: [(&str, &str); 12] = [
    ("celsius", "c"),
    ("fahrenheit", "f"),
    ("lbs", "lb"),
    ("pound", "lb"),
    ("pounds", "lb"),
    ("kilogram", "kg"),
    ("kilograms", "kg"),
    ("hr", "h"),
    ("hours", "h"),
    ("day", "days"),
    ("minutes", "min"),
    ("iu/l", "u/l"),
];

/// The entries of a plain object.
///
/// # Errors
/// A `TypeError` for anything else: null, arrays, functions, primitives.
pub(super) fn entries(value: &JsValue, name: &str) -> Result<Vec<(String, Sent)>, JsValue> {
    let plain = value.is_object() && !Array::is_array(value) && !value.is_function();
    if !plain {
        let message = format!("nms-advisor: `{name}` must be a plain object with one entry for each answer");
        return Err(js_sys::TypeError::new(&message).into());
    }
    Ok(members(value, true))
}

/// The own members of an object; lists and quantities are looked into once.
fn members(value: &JsValue, deeper: bool) -> Vec<(String, Sent)> {
    let read = |key: JsValue| {
        let sent = Reflect::get(value, &key)
            .map_or_else(|_| Sent::Other("a value that cannot be read".into()), |value| sent(&value, deeper));
        (key.as_string().unwrap_or_default(), sent)
    };
    Object::keys(value.unchecked_ref::<Object>()).iter().map(read).collect()
}

/// One value.
pub(super) fn sent(value: &JsValue, deeper: bool) -> Sent {
    if value.is_null() || value.is_undefined() {
        Sent::Nothing
    } else if let Some(boolean) = value.as_bool() {
        Sent::Boolean(boolean)
    } else if let Some(number) = value.as_f64() {
        Sent::Number(number)
    } else if let Some(text) = value.as_string() {
        Sent::Text(text)
    } else if Array::is_array(value) && deeper {
        Sent::List(value.unchecked_ref::<Array>().iter().map(|entry| sent(&entry, false)).collect())
    } else if value.is_object() {
        object(members(value, false))
    } else {
        Sent::Other("a value of an unknown type".into())
    }
}

/// A mark, or a quantity.
fn object(members: Vec<(String, Sent)>) -> Sent {
    let mut numbers = Vec::new();
    let [mut unit, mut system, mut code] = [Sent::Nothing, Sent::Nothing, Sent::Nothing];
    for (key, part) in members {
        match (key.as_str(), part) {
            ("unusable", Sent::Text(what)) => return Sent::Other(what.into()),
            ("value", part) => numbers.push(("value", part)),
            ("unit", part) => unit = part,
            ("system", part) => system = part,
            ("code", part) => code = part,
            (key, part) => match Side::ALL.into_iter().find(|side| side.id() == key) {
                Some(side) => numbers.push((side.id(), part)),
                // a member that is not known may change the meaning of the number, as a comparator does
                None => return Sent::Other(format!("an object with `{key}`").into()),
            },
        }
    }
    if numbers.is_empty() {
        return Sent::Other("an object without `value`".into());
    }
    if numbers.iter().all(|(_, number)| *number == Sent::Nothing) {
        return Sent::measured(numbers, Sent::Nothing);
    }
    match unit_of(unit, &system, code) {
        Ok(unit) => Sent::measured(numbers, unit),
        Err(problem) => Sent::Other(problem.into()),
    }
}

/// The unit of a quantity: its code, where there is one, and else what it calls its unit.
fn unit_of(unit: Sent, system: &Sent, code: Sent) -> Result<Sent, &'static str> {
    match (&code, system) {
        (Sent::Nothing, _) => Ok(unit),
        (_, Sent::Nothing) => told_apart(&unit, code),
        (_, Sent::Text(system)) if system == UCUM => told_apart(&unit, code),
        (..) => Err("an object with a `system` other than UCUM"),
    }
}

fn told_apart(unit: &Sent, code: Sent) -> Result<Sent, &'static str> {
    let differ = match (unit, &code) {
        (Sent::Nothing, _) => false,
        (Sent::Text(unit), Sent::Text(code)) => differ(unit, code),
        (..) => true,
    };
    if differ { Err("an object whose `unit` and `code` are of different units") } else { Ok(code) }
}

/// Whether the name of a unit names another one than a code. A name in words that no table has may go with any code.
fn differ(name: &str, code: &str) -> bool {
    if name.trim().is_empty() {
        return false;
    }
    let mut known = false;
    for finding in NMS.findings {
        let FindingKind::Number(quantity) = finding.kind else { continue };
        let units = |text: &str| -> Vec<&Unit> {
            quantity
                .units
                .iter()
                .filter(|unit| {
                    unit.is_spelt(text) || [unit.code, unit.label].iter().any(|own| short(own) == short(text))
                })
                .collect()
        };
        let (said, coded) = (units(name), units(code));
        let factors = |unit: &Unit| (unit.numerator, unit.denominator, unit.offset, unit.per_weight);
        if said.iter().any(|one| coded.iter().any(|other| factors(one) == factors(other))) {
            return false;
        }
        known |= !said.is_empty();
    }
    (known || is_measure(name)) && short(name) != short(code)
}

/// A unit as it is told from others: small letters, without degrees and spaces.
fn short(text: &str) -> String {
    let small =
        text.trim().to_lowercase().replace(['°', 'º', '[', ']', ' '], "").replace(['µ', 'μ'], "u").replace('²', "2");
    let small = small.strip_prefix("degrees").or_else(|| small.strip_prefix("deg")).unwrap_or(&small).to_string();
    SPOKEN.iter().find(|(spoken, _)| *spoken == small).map_or(small, |(_, written)| (*written).to_string())
}

/// Whether a text is made of nothing but units of amount and volume, such as `mg/L`.
fn is_measure(text: &str) -> bool {
    const ATOMS: [&str; 10] = ["g", "mol", "l", "u", "iu", "eq", "kat", "pa", "oz", "st"];
    let is_atom = |part: &str| {
        let bare = part.strip_prefix(['m', 'u', 'n', 'p', 'k', 'd', 'c']).unwrap_or(part);
        ATOMS.contains(&part) || ATOMS.contains(&bare)
    };
    let text = short(text);
    !text.is_empty() && text.split(['/', '.']).all(is_atom)
}

#[cfg(test)]
mod tests {
    use super::{Sent, Side, object};

    fn text(text: &str) -> Sent {
        Sent::Text(text.into())
    }

    /// A quantity of 39 with other members.
    fn quantity(members: &[(&str, Sent)]) -> Sent {
        let value = ("value".to_string(), Sent::Number(39.0));
        let others = members.iter().map(|(key, sent)| ((*key).to_string(), sent.clone()));
        object([value].into_iter().chain(others).collect())
    }

    fn with(unit: &str) -> Sent {
        Sent::Quantity(Box::new(Sent::Number(39.0)), Box::new(text(unit)))
    }

    #[test]
    fn the_code_of_a_quantity_is_read_before_its_unit() {
        for (unit, code) in [
            ("°F", "[degF]"),
            ("degF", "[degF]"),
            ("degrees Fahrenheit", "[degF]"),
            ("C", "Cel"),
            ("beats/minute", "/min"),
            ("lbs", "[lb_av]"),
            ("mmHg", "mm[Hg]"),
            ("10*9/L", "10*3/uL"),
            ("", "Cel"),
            ("K/uL", "10*3/uL"),
            ("thousand per microlitre", "10*3/uL"),
            ("mEq/L", "mmol/L"),
            ("IU/L", "U/L"),
            ("U/l", "U/L"),
            ("μmol/L", "umol/L"),
        ] {
            let both = [("unit", text(unit)), ("code", text(code))];
            assert_eq!(quantity(&both), with(code), "{unit} and {code}");
            let whole = [("unit", text(unit)), ("code", text(code)), ("system", text(super::UCUM))];
            assert_eq!(quantity(&whole), with(code), "{unit} and {code} of UCUM");
        }
        assert_eq!(quantity(&[("unit", text("[degF]"))]), with("[degF]"));
        assert_eq!(quantity(&[("unit", text("[degF]")), ("code", Sent::Nothing)]), with("[degF]"));
        assert_eq!(quantity(&[("code", text("[degF]"))]), with("[degF]"));
    }

    #[test]
    fn a_unit_and_a_code_that_differ_are_no_quantity() {
        for (unit, code) in [
            ("Cel", "[degF]"),
            ("°F", "Cel"),
            ("lb", "kg"),
            ("pounds", "kg"),
            ("mg/dL", "mmol/L"),
            ("mg/L", "mmol/L"),
            ("/uL", "10*3/uL"),
            ("kPa", "mm[Hg]"),
            ("days", "h"),
            ("mL/h", "mL/kg/h"),
            ("ukat/L", "U/L"),
        ] {
            let both = [("unit", text(unit)), ("code", text(code))];
            assert!(
                matches!(quantity(&both), Sent::Other(what) if what.contains("different units")),
                "{unit} and {code}"
            );
        }
        let other = [("code", text("258710007")), ("system", text("http://snomed.info/sct"))];
        assert!(matches!(quantity(&other), Sent::Other(what) if what.contains("other than UCUM")));
    }

    #[test]
    fn a_member_that_is_not_known_makes_a_number_unusable_and_is_named() {
        for key in ["comparator", "atleast", "low", "extension", "Value", ""] {
            let found = quantity(&[("unit", text("Cel")), (key, text("<"))]);
            assert_eq!(found, Sent::Other(format!("an object with `{key}`").into()));
        }
        assert_eq!(object(vec![("unusable".into(), text("a promise"))]), Sent::Other("a promise".into()));
        assert_eq!(object(vec![("unit".into(), text("Cel"))]), Sent::Other("an object without `value`".into()));
        assert_eq!(object(vec![("value".into(), Sent::Nothing), ("unit".into(), text("Cel"))]), Sent::Nothing);
    }

    #[test]
    fn the_members_of_a_bound_are_handed_on_by_name_with_its_unit() {
        let number = |number: f64| Sent::Number(number);
        for side in Side::ALL {
            let found = object(vec![(side.id().into(), number(38.0)), ("code".into(), text("Cel"))]);
            assert_eq!(found, Sent::Bound(vec![(side.id(), number(38.0))], Box::new(text("Cel"))));
            assert_eq!(object(vec![(side.id().into(), Sent::Nothing)]), Sent::Nothing);
        }
        let two = object(vec![("value".into(), number(38.0)), ("below".into(), number(39.0))]);
        assert_eq!(two, Sent::Bound(vec![("value", number(38.0)), ("below", number(39.0))], Box::new(Sent::Nothing)));
    }
}
