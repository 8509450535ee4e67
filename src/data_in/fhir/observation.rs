//! One Observation: the readings that it gives, or why it gives none.

use super::code::{self, Found, Named};
use super::resources::{Resource, Subject, Version};
use super::time::{self, Span};
use super::value::{self, Amount};
use super::{Reader, Row};
use crate::data_in::tree::Tree;
use crate::data_in::{Reason, Remark, Why};
use crate::engine::coding::{Kind, Measure, lists};

/// A reading that may be used, before it is held against the others.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) measure: &'static Measure,
    pub(super) code: &'static str,
    pub(super) site: Option<(&'static str, bool)>,
    pub(super) amount: Amount,
    pub(super) span: Option<Span>,
    pub(super) why: Vec<Remark>,
    /// The Observation, and its position among all resources.
    pub(super) tree: &'a Tree,
    pub(super) at: usize,
    pub(super) row: Row,
}

impl Candidate<'_> {
    /// Whether nothing leaves it to the reader.
    pub(super) fn is_sure(&self) -> bool {
        !self.why.iter().any(|remark| remark.why.leaves_it())
    }

    pub(super) fn latest(&self) -> i64 {
        self.span.map_or(i64::MIN, |span| span.to)
    }
}

impl<'a> Reader<'a> {
    /// Reads the Observation at a position.
    pub(super) fn observation(&mut self, at: usize, one: Resource<'a>) {
        if one.version == Version::Repeated {
            return;
        }
        self.counts.observations += 1;
        let row = self.row(&one);
        let Some(code) = one.tree.get("code") else { return };
        if self.is_state(at, one, code) || self.is_part(at, one, code) {
            return;
        }
        match code::find(self.codes, code) {
            Found::Nothing => self.panel(at, one, code, &row),
            found @ (Found::Not(..) | Found::Named(_)) => self.named(at, one, found, row),
        }
    }

    /// Takes an Observation with a known code.
    fn named(&mut self, at: usize, one: Resource<'a>, found: Found, row: Row) {
        if let Err(reason) = self.counts_at_all(one) {
            let (measure, code) = match &found {
                Found::Named(named) => (Some(named.measure), Some(named.code)),
                Found::Not(measure, code, _) => (*measure, *code),
                Found::Nothing => (None, None),
            };
            return self.leave(at, one.tree, measure.map(|measure| measure.finding), code, row, reason);
        }
        match found {
            Found::Nothing => {}
            Found::Not(measure, code, reason) => {
                self.leave(at, one.tree, measure.map(|measure| measure.finding), code, row, reason);
            }
            Found::Named(named) => {
                let alone = named.measure.kind != Kind::Pressure || lists(named.measure.unsure, named.code);
                let checked = if alone { self.checked(one, &named) } else { Err(Reason::Panel) };
                self.reading(at, one, one.tree, named, row, checked);
            }
        }
    }

    /// The pressures of a panel; of another one they are another vessel's.
    fn panel(&mut self, at: usize, one: Resource<'a>, code: &Tree, row: &Row) {
        let listed = code::loinc(code).any(|code| lists(self.codes.panels, code))
            && code::loinc(code).all(|code| lists(self.codes.panels, code) || lists(self.codes.neutral, code))
            && !code::is_other_vessel(self.codes, code);
        let valid = self.counts_at_all(one);
        for part in one.tree.list("component") {
            let Some(code) = part.get("code") else { continue };
            let (measure, code, found) = match code::find(self.codes, code) {
                Found::Nothing => continue,
                Found::Named(named) => (Some(named.measure), Some(named.code), Ok(named)),
                Found::Not(measure, code, reason) => (measure, code, Err(reason)),
            };
            if measure.is_none_or(|measure| measure.kind != Kind::Pressure) {
                continue;
            }
            let checked = valid.and(if listed { Ok(()) } else { Err(Reason::Panel) });
            match (checked, found) {
                (Ok(()), Ok(named)) => self.reading(at, one, part, named, row.clone(), Ok(())),
                (Err(reason), _) | (Ok(()), Err(reason)) => {
                    self.leave(at, part, measure.map(|measure| measure.finding), code, row.clone(), reason);
                }
            }
        }
    }

    /// What keeps a resource from counting, whatever it measures.
    pub(super) fn counts_at_all(&self, one: Resource<'a>) -> Result<(), Reason> {
        match one.version {
            Version::Old => return Err(Reason::Superseded),
            Version::Unclear => return Err(Reason::VersionsUnclear),
            Version::Current | Version::Repeated => {}
        }
        let has = |name: &str| one.tree.get(name).is_some();
        if has("modifierExtension") || has("implicitRules") {
            return Err(Reason::Modifier);
        }
        if one.kind == "Observation" {
            let report = one.parent.filter(|parent| parent.text("resourceType") == Some("DiagnosticReport"));
            let valid = ["final", "amended", "corrected", "preliminary", "partial", "appended"];
            let is_valid = |tree: &Tree| tree.text("status").is_some_and(|status| valid.contains(&status));
            if !is_valid(one.tree) || !report.is_none_or(is_valid) {
                return Err(Reason::Status);
            }
        }
        match (self.resources.subject(&one), self.patient) {
            (Subject::Patient(id), Some(wanted)) if id != wanted => return Err(Reason::OtherPatient),
            (Subject::Other, _) => return Err(Reason::AboutAnother),
            _ => {}
        }
        if one.kind == "Observation" && has("focus") { Err(Reason::AboutAnother) } else { Ok(()) }
    }

    /// What is checked for a quantity that stands by itself.
    fn checked(&self, one: Resource<'a>, named: &Named) -> Result<(), Reason> {
        match named.measure.kind {
            Kind::Bedside if code::is_laboratory(one.tree) => Err(Reason::LaboratoryTemperature),
            Kind::Blood => match code::is_blood(self.codes, one.tree, self.specimen(one)) {
                Some(false) => Err(Reason::Specimen),
                Some(true) | None => Ok(()),
            },
            Kind::Vital | Kind::Bedside | Kind::Pressure | Kind::Body | Kind::Volume => Ok(()),
        }
    }

    fn specimen(&self, one: Resource<'a>) -> Option<&'a Tree> {
        self.resources.resolve(one, one.tree.get("specimen")?.text("reference")?)
    }

    /// Takes one value of a resource, or says why not.
    fn reading(
        &mut self,
        at: usize,
        one: Resource<'a>,
        holder: &'a Tree,
        named: Named,
        row: Row,
        checked: Result<(), Reason>,
    ) {
        let Named { measure, code, site, mut why } = named;
        let finding = Some(measure.finding);
        let Some(quantity) = self.quantity(measure.finding) else { return };
        self.remarks(one, &mut why);
        if measure.kind == Kind::Blood && code::is_blood(self.codes, one.tree, self.specimen(one)).is_none() {
            why.push(Why::SpecimenUnclear.into());
        }
        let span = self.time_of(one.tree, &mut why);
        let amount = if measure.kind == Kind::Volume {
            checked.and_then(|()| self.volume(one.tree, code, quantity, &mut why))
        } else {
            checked.and_then(|()| value::read(holder, quantity, &mut why))
        };
        match amount {
            Ok(amount) => {
                let shown = value::shown(holder);
                let row = Row { sent: if shown.is_empty() { amount.shown() } else { shown }, ..row };
                self.candidates.push(Candidate { measure, code, site, amount, span, why, tree: one.tree, at, row });
            }
            Err(reason) => self.leave(at, holder, finding, Some(code), row, reason),
        }
    }

    /// Remarks on the status and the subject.
    pub(super) fn remarks(&self, one: Resource<'a>, why: &mut Vec<Remark>) {
        let report = one.parent.and_then(|parent| parent.text("status"));
        match (one.tree.text("status"), report) {
            (Some("preliminary"), _) | (_, Some("preliminary" | "partial")) => why.push(Why::Preliminary.into()),
            (Some("amended" | "corrected"), _) => why.push(Why::Corrected.into()),
            _ => {}
        }
        if self.resources.subject(&one) == Subject::Unknown {
            why.push(Why::NoSubject.into());
        }
    }

    /// The time of an Observation: effective, and only where there is none the time of release.
    pub(super) fn time_of(&self, tree: &Tree, why: &mut Vec<Remark>) -> Option<Span> {
        let read = |text: Option<&str>| text.and_then(|text| time::read(text, self.home));
        let period = tree.get("effectivePeriod");
        let texts = [
            tree.text("effectiveDateTime"),
            tree.text("effectiveInstant"),
            period.and_then(|period| period.text("end").or(period.text("start"))),
        ];
        let effective = texts.into_iter().find_map(read);
        let found = effective.or_else(|| read(tree.text("issued")));
        match found {
            None => why.push(Why::NoTime.into()),
            Some(_) if effective.is_none() => why.push(Why::IssuedOnly.into()),
            Some(span) if span.exact && !span.zoned => why.push(Why::NoZone.into()),
            Some(_) => {}
        }
        found
    }
}
