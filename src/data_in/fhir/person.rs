//! The patient and the conditions.

use super::choice::Place;
use super::code;
use super::resources::{Resource, Version};
use super::time::{self, HOUR};
use super::{Reader, Row};
use crate::data_in::tree::Tree;
use crate::data_in::{Given, Reason, Remark, Used, Why};
use crate::engine::decimal::Decimal;
use crate::engine::finding::{Day, Finding};

const SNOMED: [&str; 1] = ["http://snomed.info/sct"];
/// A condition of today: its record may be a day old.
const CONDITION: i64 = 24 * HOUR;

impl<'a> Reader<'a> {
    /// Age and sex, as the administration has them.
    pub(super) fn person(&mut self, at: usize, one: Resource<'a>) {
        if one.version == Version::Repeated {
            return;
        }
        let row = self.row(&one);
        let (age, sex) = self.codes.person;
        if let Err(reason) = self.counts_at_all(one) {
            self.leave(at, one.tree, None, None, row, reason);
            return;
        }
        let why = || -> Vec<Remark> { vec![Why::Administrative.into()] };
        if let Some(birth) = one.tree.text("birthDate") {
            match self.years(birth) {
                Some(years) => {
                    self.age = Some(Decimal::whole(years));
                    let given = Given::Number { value: Decimal::whole(years), unit: "a" };
                    let row = Row { sent: format!("{years} a"), ..row.clone() };
                    self.tell(age, given, None, row, why());
                }
                None => self.leave(at, one.tree, Some(age), None, row.clone(), Reason::PartialDate),
            }
        }
        let choices = self.finding(sex).map(Finding::choices);
        let gender = one.tree.text("gender");
        if let Some(choice) = choices.and_then(|choices| choices.iter().find(|choice| Some(choice.id) == gender)) {
            self.sex = Some(choice.id);
            self.tell(sex, Given::Choice(choice.id), None, Row { sent: choice.id.into(), ..row }, why());
        }
    }

    /// Whole years since a birth, where the date leaves no doubt.
    fn years(&self, birth: &str) -> Option<u8> {
        let span = time::read(birth, self.home)?;
        let civil = |at: i64| {
            let days = (at + self.home).div_euclid(24 * HOUR);
            i32::try_from(days).ok().map(|days| Day(days).civil())
        };
        let today = civil(self.now)?;
        let since = |born: (i32, i32, i32)| today.0 - born.0 - i32::from((today.1, today.2) < (born.1, born.2));
        let (most, least) = (since(civil(span.from)?), since(civil(span.to)?));
        u8::try_from(most).ok().filter(|years| most == least && *years <= 120)
    }

    /// A condition: only what is active and confirmed, and none is ever answered no.
    pub(super) fn condition(&mut self, at: usize, one: Resource<'a>) {
        if one.version == Version::Repeated {
            return;
        }
        let code = one.tree.get("code");
        let codings = || code.into_iter().flat_map(|code| code::of_systems(code, &SNOMED));
        let found = codings().find_map(|text| self.codes.conditions.iter().find(|row| row.code == text));
        let Some(coded) = found else {
            self.counts.conditions_not_mapped += 1;
            return;
        };
        let row = Row { sent: String::new(), time: self.time_text(one.tree.text("recordedDate")), ..self.row(&one) };
        let state = |name: &str| {
            let concept = one.tree.get(name)?;
            concept.list("coding").iter().find_map(|coding| coding.text("code"))
        };
        let mut why = Vec::new();
        self.remarks(one, &mut why);
        if !coded.sure {
            why.push(Why::CodeUnsure.into());
        }
        let reason = self.counts_at_all(one).err().or_else(|| match state("verificationStatus") {
            Some("refuted" | "entered-in-error") => Some(Reason::Refuted),
            Some("confirmed") => None,
            _ => {
                why.push(Why::Unconfirmed.into());
                None
            }
        });
        let reason = reason.or_else(|| match (state("clinicalStatus"), coded.past) {
            (Some("active" | "recurrence" | "relapse"), false) => None,
            (Some("inactive" | "remission" | "resolved"), true) => None,
            (None, _) => {
                why.push(Why::Unconfirmed.into());
                None
            }
            (Some(_), _) => Some(Reason::NotActive),
        });
        if let Some(reason) = reason {
            self.leave(at, &Tree::Null, Some(coded.finding), Some(coded.code), row, reason);
            return;
        }
        let times = [one.tree.text("recordedDate"), one.tree.text("onsetDateTime")];
        let span = times.into_iter().flatten().find_map(|text| time::read(text, self.home));
        match span.map(|span| self.place(span, CONDITION)) {
            Some(Place::After) => {
                self.leave(at, &Tree::Null, Some(coded.finding), Some(coded.code), row, Reason::Future);
                return;
            }
            Some(Place::Inside) => {}
            Some(Place::Before | Place::Partly) => why.push(Why::OldDate.into()),
            None => why.push(Why::NoTime.into()),
        }
        self.tell(coded.finding, Given::Yes, Some(coded.code), row, why);
    }

    /// A row of what is used that was not chosen from several.
    fn tell(&mut self, finding: &'static str, given: Given, code: Option<&'static str>, row: Row, why: Vec<Remark>) {
        let ticked = !why.iter().any(|remark| remark.why.leaves_it());
        let Row { sent, resource, time } = row;
        let (code, resource) = (code.map(Into::into), Some(resource));
        // the same answer twice is one
        if let Some(same) = self.used.iter_mut().find(|used| used.finding == finding && used.given == given) {
            let of = same.of + 1;
            if (ticked, &time, &code, &why) > (same.ticked, &same.time, &same.code, &same.why) {
                *same = Used { finding, given, sent, code, resource, time, of, why, ticked };
            }
            same.of = of;
            return;
        }
        self.used.push(Used { finding, given, sent, code, resource, time, of: 1, why, ticked });
    }
}
