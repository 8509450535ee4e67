//! The value of an Observation or of a part of one: exact, with its unit, as a number or a bound.

use crate::data_in::tree::Tree;
use crate::data_in::{Given, Reason, Remark, Why};
use crate::engine::decimal::Decimal;
use crate::engine::finding::{Finding, FindingKind, Quantity};
use crate::engine::unit::{self, Unit};

/// The system of UCUM codes.
const UCUM: &str = "http://unitsofmeasure.org";

/// Pieces of units that may be shown although they are not those of the finding: no name could be built of them.
const PIECES: &str = "mg g kg ug mcg ng pg mmol umol nmol mol meq mL ml dL dl L l uL U IU mU mm Hg cm kPa min h s d m2 Cel degF lb_av oz_av K F C % 1 score ratio beats breaths 10 3 6 9 12 73";

/// A number with its unit and its side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) value: Decimal,
    pub(super) unit: &'static Unit,
    pub(super) side: Side,
}

/// What a comparator says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Nothing: it is the number.
    Number,
    /// A lower bound, excluded or not.
    AtLeast(bool),
    /// An upper bound, excluded or not.
    AtMost(bool),
}

impl Amount {
    /// The value in the stored unit.
    pub(super) fn stored(&self) -> Decimal {
        self.unit.to_stored(self.value)
    }

    /// As it may be shown where it was sent as a text.
    pub(super) fn shown(&self) -> String {
        let sign = match self.side {
            Side::Number => "",
            Side::AtLeast(true) => ">",
            Side::AtLeast(false) => ">=",
            Side::AtMost(true) => "<",
            Side::AtMost(false) => "<=",
        };
        format!("{sign}{} {}", self.value, self.unit.label).trim_end().into()
    }

    /// As it stands in the findings.
    pub(super) fn given(&self) -> Given {
        let (value, unit) = (self.value, self.unit.code);
        match self.side {
            Side::Number => Given::Number { value, unit },
            Side::AtLeast(above) => Given::AtLeast { value, unit, above },
            Side::AtMost(below) => Given::AtMost { value, unit, below },
        }
    }
}

/// A number of a JSON text, exact to nine decimals.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let (digits, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let power: i32 = power.parse().ok()?;
    if power == 0 {
        return Decimal::parse(digits).ok();
    }
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).ok()?.checked_add(power)?;
    if !(-20..=20).contains(&point) || all.len() > 40 {
        return None;
    }
    let text = match usize::try_from(point) {
        Ok(point) if point >= all.len() => format!("{all}{}", "0".repeat(point - all.len())),
        Ok(point) => format!("{}.{}", all.get(..point)?, all.get(point..)?),
        Err(_) => format!("0.{}{all}", "0".repeat(point.unsigned_abs() as usize)),
    };
    let plain = text.trim_start_matches('0');
    Decimal::parse(&format!(
        "{sign}{}",
        if plain.starts_with(['.']) || plain.is_empty() { format!("0{plain}") } else { plain.into() }
    ))
    .ok()
}

/// The quantity of a finding.
pub(super) fn quantity(finding: &'static Finding) -> Option<&'static Quantity> {
    if let FindingKind::Number(quantity) = &finding.kind { Some(quantity) } else { None }
}

/// The value of an Observation or a part, held against a finding.
pub(super) fn read(holder: &Tree, quantity: &'static Quantity, why: &mut Vec<Remark>) -> Result<Amount, Reason> {
    let Tree::Object(members) = holder else { return Err(Reason::NoValue) };
    let mut values = members.iter().filter(|(name, _)| name.starts_with("value"));
    let (value, more) = (values.next(), values.next());
    let (Some((name, value)), false) = (value, holder.get("dataAbsentReason").is_some()) else {
        return Err(Reason::NoValue);
    };
    if more.is_some() {
        return Err(Reason::ValueType);
    }
    let amount = match (name.as_str(), value) {
        ("valueQuantity", value) => of_quantity(value, quantity, why)?,
        ("valueInteger", Tree::Number(number)) => {
            let value = decimal(number).ok_or(Reason::ValueType)?;
            Amount { value, unit: plain_unit(quantity).ok_or(Reason::NoUnit)?, side: Side::Number }
        }
        ("valueString", Tree::Text(text)) => {
            why.push(Why::ValueText.into());
            of_text(text, quantity)?
        }
        _ => return Err(Reason::ValueType),
    };
    if amount.side != Side::Number {
        why.push(Why::Bound.into());
    }
    let stored = amount.stored();
    if !amount.unit.per_weight {
        if stored < quantity.hard.0 || stored > quantity.hard.1 {
            return Err(Reason::OutsideLimits);
        }
        if stored < quantity.plausible.0 || stored > quantity.plausible.1 {
            why.push(Why::Unusual.into());
        }
    }
    Ok(amount)
}

/// The unit of a quantity that is written without one.
fn plain_unit(quantity: &'static Quantity) -> Option<&'static Unit> {
    quantity.units.first().filter(|unit| matches!(unit.code, "1" | "{score}"))
}

fn of_quantity(value: &Tree, quantity: &'static Quantity, why: &mut Vec<Remark>) -> Result<Amount, Reason> {
    let number = match value.get("value") {
        Some(Tree::Number(number)) => decimal(number).ok_or(Reason::OutsideLimits)?,
        Some(Tree::Null) | None => return Err(Reason::NoValue),
        Some(_) => return Err(Reason::ValueType),
    };
    let side = match value.get("comparator") {
        None | Some(Tree::Null) => Side::Number,
        Some(sign) => match sign.as_text() {
            Some(">") => Side::AtLeast(true),
            Some(">=") => Side::AtLeast(false),
            Some("<") => Side::AtMost(true),
            Some("<=") => Side::AtMost(false),
            _ => return Err(Reason::Comparator),
        },
    };
    Ok(Amount { value: number, unit: unit_of(value, quantity, why)?, side })
}

/// The unit: the UCUM code first, then the text; both must mean the same.
pub(super) fn unit_of(
    value: &Tree,
    quantity: &'static Quantity,
    why: &mut Vec<Remark>,
) -> Result<&'static Unit, Reason> {
    let named = |text: &str| unit::resolve(quantity.units, text).and_then(|at| quantity.units.get(at));
    let (code, text) = (value.text("code"), value.text("unit"));
    let ucum = value.text("system") == Some(UCUM);
    match (code.map(named), text.map(named)) {
        (None, None) => plain_unit(quantity).ok_or(Reason::NoUnit),
        (Some(Some(by_code)), Some(Some(by_text))) if !same(by_code, by_text) => Err(Reason::UnitsDisagree),
        (Some(Some(_)), Some(None)) if text.is_some_and(is_other) => Err(Reason::UnitsDisagree),
        (Some(Some(by_code)), _) => Ok(by_code),
        (Some(None), _) if ucum => Err(Reason::Unit),
        (_, Some(Some(by_text))) => {
            why.push(Why::UnitText.into());
            Ok(by_text)
        }
        _ => Err(Reason::Unit),
    }
}

/// Whether two units mean the same.
fn same(one: &Unit, other: &Unit) -> bool {
    (one.numerator, one.denominator, one.offset, one.per_weight)
        == (other.numerator, other.denominator, other.offset, other.per_weight)
}

/// Whether a text is a unit by all that is seen, and so contradicts the code; words such as "breaths per minute" do not.
fn is_other(text: &str) -> bool {
    text.contains(['/', '%', '[']) && shown_unit(text).is_some()
}

fn of_text(text: &str, quantity: &'static Quantity) -> Result<Amount, Reason> {
    let text = text.trim();
    let signs = [
        (">=", Side::AtLeast(false)),
        ("<=", Side::AtMost(false)),
        ("\u{2265}", Side::AtLeast(false)),
        ("\u{2264}", Side::AtMost(false)),
        (">", Side::AtLeast(true)),
        ("<", Side::AtMost(true)),
    ];
    let found = signs.into_iter().find_map(|(sign, side)| Some((side, text.strip_prefix(sign)?.trim_start())));
    let (side, rest) = found.unwrap_or((Side::Number, text));
    let end = rest.find(|letter: char| !(letter.is_ascii_digit() || letter == '.')).unwrap_or(rest.len());
    let (digits, behind) = rest.split_at(end);
    let starts = digits.starts_with(|letter: char| letter.is_ascii_digit());
    let value = Decimal::parse(digits).ok().filter(|_| starts).ok_or(Reason::ValueType)?;
    let unit = if behind.trim().is_empty() {
        plain_unit(quantity).ok_or(Reason::NoUnit)?
    } else {
        let spelt = behind.trim();
        // a sign that belongs to the number makes it another one
        if spelt.starts_with(|letter: char| letter.is_ascii_digit() || "+-,.'".contains(letter)) {
            return Err(Reason::ValueType);
        }
        unit::resolve(quantity.units, spelt).and_then(|at| quantity.units.get(at)).ok_or(Reason::Unit)?
    };
    Ok(Amount { value, unit, side })
}

/// A unit that may be shown: built of known pieces alone.
fn shown_unit(text: &str) -> Option<&str> {
    let pieces = || text.split(|letter: char| "/.*^{}[]() _-".contains(letter)).filter(|piece| !piece.is_empty());
    let known = |piece: &str| PIECES.split(' ').any(|known| known == piece);
    (text.len() <= 24 && pieces().next().is_some() && pieces().all(known)).then_some(text)
}

/// The value of a holder as it may be shown: comparator, digits and a unit of known pieces, or a question mark.
pub(super) fn shown(holder: &Tree) -> String {
    let number =
        |tree: &Tree| if let Tree::Number(text) = tree { text.chars().take(24).collect() } else { String::new() };
    if let Some(value) = holder.get("valueQuantity") {
        let sign = value.text("comparator").filter(|sign| matches!(*sign, "<" | "<=" | ">" | ">=")).unwrap_or("");
        let unit = value.text("code").or(value.text("unit"));
        let unit = unit.map_or("", |unit| shown_unit(unit).unwrap_or("?"));
        return format!("{sign}{} {unit}", value.get("value").map(number).unwrap_or_default()).trim().into();
    }
    holder.get("valueInteger").map(number).unwrap_or_default()
}
