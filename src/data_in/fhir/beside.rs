//! What follows from a reading beside its value: the site, room air, the range of the laboratory, and volumes by weight.

use super::choice::used;
use super::code;
use super::observation::Candidate;
use super::time::{self, HOUR};
use super::value::{self, Amount, Side};
use super::{Reader, Row};
use crate::data_in::tree::Tree;
use crate::data_in::{Given, Reason, Remark, Used, Why};
use crate::engine::coding::{Kind, lists};
use crate::engine::decimal::Decimal;
use crate::engine::finding::Quantity;

/// Sexes to which a reference range may apply, by their codes.
const SEXES: [(&str, &str); 4] =
    [("248153007", "male"), ("248152002", "female"), ("male", "male"), ("female", "female")];

/// What leaves a reading to the reader leaves what follows from it to the reader too.
fn left_to_the_reader(best: &Candidate<'_>) -> impl Iterator<Item = Remark> {
    best.why.iter().filter(|remark| remark.why.leaves_it()).cloned()
}

impl<'a> Reader<'a> {
    /// What follows from the reading that counts; `sure` are all of its kind that nothing leaves to the reader.
    pub(super) fn beside(&mut self, best: &Candidate<'a>, sure: &[Candidate<'a>]) {
        let codes = self.codes;
        let finding = best.measure.finding;
        if let (Some((site, known)), true) = (best.site, finding == codes.site.0) {
            let mut why: Vec<Remark> = vec![Why::SiteByCode.into()];
            if !known {
                why.push(Why::CodeUnsure.into());
            }
            why.extend(left_to_the_reader(best));
            let ticked = known && best.is_sure();
            let row = Used { finding: codes.site.1, given: Given::Choice(site), why, ticked, ..used(best, 1) };
            self.used.push(row);
        }
        if finding == codes.twice.1 {
            self.twice(sure);
        }
        let codings = best.tree.get("code");
        let without = codings.and_then(|code| code::loinc(code).find_map(|text| code::listed(codes.without.0, text)));
        if let (Some(code), true) = (without, best.measure.kind == Kind::Vital) {
            let why = vec![Why::CodeUnsure.into()];
            let row = Used { finding: codes.without.1, given: Given::No, why, ticked: false, ..used(best, 1) };
            self.used.push(Used { code: Some(code.into()), sent: String::new(), ..row });
        }
        if finding == codes.limit.0 && !best.tree.list("referenceRange").is_empty() {
            self.limit(best);
        }
    }

    /// The upper end of the reference range beside a result, where one alone fits.
    fn limit(&mut self, best: &Candidate<'a>) {
        let finding = self.codes.limit.1;
        let mut fitting = best.tree.list("referenceRange").iter().filter(|range| self.fits(range));
        let (range, more) = (fitting.next(), fitting.next());
        let quantity = self.quantity(finding);
        let amount = range.filter(|_| more.is_none()).zip(quantity).and_then(|(range, quantity)| {
            let high = range.get("high")?;
            let Some(Tree::Number(number)) = high.get("value") else { return None };
            let unit = value::unit_of(high, quantity, &mut Vec::new()).ok()?;
            let amount = Amount { value: value::decimal(number)?, unit, side: Side::Number };
            let stored = amount.stored();
            let within = stored >= quantity.hard.0 && stored <= quantity.hard.1;
            (within && unit.code == best.amount.unit.code && high.get("comparator").is_none()).then_some(amount)
        });
        let Some(amount) = amount else {
            let row = Row { sent: String::new(), ..best.row.clone() };
            return self.lay(Some(finding), Some(best.code), row, Reason::RangeUnclear, best.latest());
        };
        let mut why = vec![Why::RangeOfResult.into()];
        why.extend(left_to_the_reader(best));
        let sent = format!("{} {}", amount.value, amount.unit.code);
        self.used.push(Used { finding, given: amount.given(), why, sent, ..used(best, 1) });
    }

    /// Whether a range is the normal one of this patient, as far as its codes say.
    fn fits(&self, range: &Tree) -> bool {
        let kind = range.get("type");
        let normal =
            kind.is_none_or(|kind| kind.list("coding").iter().any(|coding| coding.text("code") == Some("normal")));
        let of_sex = range.list("appliesTo").iter().all(|group| {
            let mut codings = group.list("coding").iter().filter_map(|coding| coding.text("code"));
            let sex = codings.find_map(|code| SEXES.into_iter().find(|(known, _)| *known == code));
            sex.is_some_and(|(_, sex)| self.sex == Some(sex))
        });
        let end = |name: &str| match range.get("age").and_then(|age| age.get(name)).and_then(|end| end.get("value")) {
            Some(Tree::Number(number)) => value::decimal(number),
            _ => None,
        };
        let in_years = ["low", "high"].into_iter().all(|name| {
            let unit =
                range.get("age").and_then(|age| age.get(name)).and_then(|end| end.text("code").or(end.text("unit")));
            unit.is_none_or(|unit| matches!(unit, "a" | "year" | "years"))
        });
        let age = self.age;
        let of_age = range.get("age").is_none()
            || in_years
                && age.is_some_and(|age| {
                    end("low").is_none_or(|low| age >= low) && end("high").is_none_or(|high| age <= high)
                });
        normal && of_sex && of_age
    }

    /// A volume of urine in its period, by the weight.
    pub(super) fn volume(
        &self,
        tree: &Tree,
        code: &str,
        quantity: &'static Quantity,
        why: &mut Vec<Remark>,
    ) -> Result<Amount, Reason> {
        let sent = tree.get("valueQuantity").ok_or(Reason::ValueType)?;
        let Some(Tree::Number(number)) = sent.get("value") else { return Err(Reason::NoValue) };
        if sent.get("comparator").is_some() || tree.get("dataAbsentReason").is_some() {
            return Err(Reason::Comparator);
        }
        let factor = match sent.text("code").or(sent.text("unit")) {
            Some("mL" | "ml" | "milliliter") => 1,
            Some("L" | "l") => 1000,
            None => return Err(Reason::NoUnit),
            Some(_) => return Err(Reason::Unit),
        };
        let volume = value::decimal(number).map(|volume| volume.scaled(factor, 1)).ok_or(Reason::OutsideLimits)?;
        let end = |name: &str| {
            let text = tree.get("effectivePeriod").and_then(|period| period.text(name));
            text.and_then(|text| time::read(text, self.home)).filter(|span| span.exact)
        };
        let length = match (end("start"), end("end")) {
            (Some(start), Some(end)) => end.to - start.from,
            _ if lists(self.codes.day_volume, code) => 24 * HOUR,
            _ => return Err(Reason::NoPeriod),
        };
        if !(HOUR..=24 * HOUR).contains(&length) {
            return Err(Reason::NoPeriod);
        }
        let weight = self.weight().ok_or(Reason::NoWeight)?;
        let unit = quantity.units.first().ok_or(Reason::Unit)?;
        let value = volume.scaled(HOUR, length).ratio(weight).ok_or(Reason::NoWeight)?;
        if value < quantity.hard.0 || value > quantity.hard.1 {
            return Err(Reason::OutsideLimits);
        }
        let hours = Decimal::whole(1).scaled(length, HOUR).rounded(2);
        let what = format!("{volume} mL / {hours} h / {weight} kg");
        why.push(Remark { why: Why::Computed, what });
        Ok(Amount { value, unit, side: Side::Number })
    }

    /// The weight that is ticked, in the stored unit.
    fn weight(&self) -> Option<Decimal> {
        let row = self.used.iter().find(|row| row.finding == self.codes.weight && row.ticked)?;
        let Given::Number { value, unit } = row.given else { return None };
        let mut units = self.quantity(row.finding)?.units.iter();
        units.find(|known| known.code == unit).map(|known| known.to_stored(value))
    }
}
