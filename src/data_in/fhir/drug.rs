//! Drugs: given before reported before ordered, and only with a date for which a drug counts.

use super::choice::Place;
use super::code;
use super::resources::{Resource, Version};
use super::time::{self, HOUR, Span};
use super::{Reader, Row};
use crate::data_in::tree::Tree;
use crate::data_in::{Given, Reason, Remark, Used, Why};
use crate::engine::agent::{self, Agent, Unnamed};

const ATC: [&str; 2] = ["http://www.whocc.no/atc", "http://fhir.de/CodeSystem/bfarm/atc"];
const RXNORM: [&str; 1] = ["http://www.nlm.nih.gov/research/umls/rxnorm"];

/// A drug that may have been taken.
pub(super) struct Taken {
    agent: usize,
    code: Option<&'static str>,
    /// 0 given, 1 reported, 2 ordered.
    rank: u8,
    span: Option<Span>,
    why: Vec<Remark>,
    row: Row,
}

/// What the status of a resource says of a drug.
enum Standing {
    Counts,
    Active,
    Stopped,
    Not(Reason),
}

impl Taken {
    fn is_sure(&self) -> bool {
        !self.why.iter().any(|remark| remark.why.leaves_it())
    }

    fn key(&self) -> (bool, u8, i64) {
        (self.is_sure(), 2 - self.rank.min(2), self.span.map_or(i64::MIN, |span| span.to))
    }
}

impl<'a> Reader<'a> {
    /// Reads one resource that names a drug.
    pub(super) fn drug(&mut self, at: usize, one: Resource<'a>) {
        if one.version == Version::Repeated {
            return;
        }
        let mut why = Vec::new();
        let (found, code) = match self.agents(one, &mut why) {
            Ok(found) => found,
            Err(reason) => {
                let row = self.row(&one);
                return self.leave(at, &Tree::Null, Some(self.codes.drugs.0), None, row, reason);
            }
        };
        if found.is_empty() {
            self.counts.drugs_not_known += 1;
            return;
        }
        self.remarks(one, &mut why);
        let (span, text) = self.taken_at(one);
        for agent in found {
            let Some(known) = self.agents.get(agent) else { continue };
            let row = Row { sent: known.id.into(), time: self.time_text(text), ..self.row(&one) };
            let mut why = why.clone();
            match self.taken(one, known, span, &mut why) {
                Ok(rank) => self.taken.push(Taken { agent, code, rank, span, why, row }),
                Err(reason) => self.leave_row(at, Some(self.key_of(known)), code, row, reason, span),
            }
        }
    }

    /// The key of the list in which a drug stands.
    fn key_of(&self, agent: &Agent) -> &'static str {
        if agent.is_dopaminergic() { self.codes.drugs.1 } else { self.codes.drugs.0 }
    }

    /// Whether a drug counts, and how well it is known that it was taken.
    fn taken(&self, one: Resource<'a>, agent: &Agent, span: Option<Span>, why: &mut Vec<Remark>) -> Result<u8, Reason> {
        self.counts_at_all(one)?;
        let (rank, said) = match one.kind {
            "MedicationAdministration" => (0, Why::Administered),
            "MedicationStatement" | "MedicationUsage" => (1, Why::Reported),
            _ => (2, Why::Ordered),
        };
        why.push(said.into());
        let standing = standing(one);
        // a drug that also exists as a depot is one only where the name says so
        let hours = if agent.depot_only { self.codes.drug_hours.1 } else { self.codes.drug_hours.0 };
        let place = span.map(|span| self.place(span, hours * HOUR));
        match (&standing, place) {
            (Standing::Not(reason), _) => return Err(*reason),
            (_, Some(Place::After)) => return Err(Reason::Future),
            (Standing::Active, Some(Place::Before)) => why.push(Why::OldDate.into()),
            (_, Some(Place::Before)) => return Err(Reason::TooOld),
            (_, Some(Place::Partly)) => why.push(Why::DayOnly.into()),
            (_, None) => why.push(Why::NoTime.into()),
            (_, Some(Place::Inside)) => {}
        }
        if matches!(standing, Standing::Stopped) {
            why.push(Why::Stopped.into());
        }
        Ok(rank)
    }

    /// The latest time of which the resource says that the drug was taken or ordered.
    fn taken_at(&self, one: Resource<'a>) -> (Option<Span>, Option<&'a str>) {
        let period = |name: &str| one.tree.get(name);
        let ends = ["effectivePeriod", "occurencePeriod", "occurrencePeriod"].into_iter().filter_map(period);
        let end = ends.clone().find_map(|period| period.text("end"));
        let starts = ends.filter_map(|period| period.text("start"));
        let names =
            ["effectiveDateTime", "occurenceDateTime", "occurrenceDateTime", "dateAsserted", "authoredOn", "recorded"];
        let others = names.into_iter().filter_map(|name| one.tree.text(name)).chain(starts);
        let read = |text: &'a str| Some((time::read(text, self.home)?, text));
        // an end is the last time; without one the latest that is named
        let found = end.and_then(read).or_else(|| others.filter_map(read).max_by_key(|(span, text)| (span.to, *text)));
        (found.map(|(span, _)| span), found.map(|(_, text)| text))
    }

    /// The drugs that a resource names by code or by name; both must agree.
    fn agents(&self, one: Resource<'a>, why: &mut Vec<Remark>) -> Result<(Vec<usize>, Option<&'static str>), Reason> {
        let medication = one.tree.get("medication");
        let concept = one.tree.get("medicationCodeableConcept").or_else(|| medication?.get("concept"));
        let reference = one.tree.get("medicationReference").or_else(|| medication?.get("reference"));
        let resolved = reference.and_then(|reference| self.resources.resolve(one, reference.text("reference")?));
        let concept = concept.or_else(|| resolved?.get("code"));
        let [(_, atc), (_, rxnorm)] = self.codes.substances;
        let mut by_code: Option<(&'static str, usize)> = None;
        let mut by_name: Vec<usize> = Vec::new();
        let mut texts: Vec<&str> = reference.and_then(|reference| reference.text("display")).into_iter().collect();
        if let Some(concept) = concept {
            let tables = [(&ATC[..], atc), (&RXNORM[..], rxnorm)];
            for (systems, table) in tables {
                for (code, name) in
                    code::of_systems(concept, systems).filter_map(|code| table.iter().find(|(known, _)| *known == code))
                {
                    let Some(found) = agent::find(self.agents, name) else { continue };
                    if by_code.is_some_and(|(_, other)| other != found) {
                        return Err(Reason::CodesDisagree);
                    }
                    by_code = Some((code, found));
                }
            }
            texts.extend(concept.list("coding").iter().filter_map(|coding| coding.text("display")));
            texts.extend(concept.text("text"));
        }
        let mut unsure = false;
        for text in texts {
            let exact = agent::find_all(self.agents, text);
            let found = if exact.is_empty() { agent::read(self.agents, text).map(|one| vec![one]) } else { Ok(exact) };
            match found {
                Ok(found) => by_name.extend(found.into_iter().filter(|one| !by_name.contains(one)).collect::<Vec<_>>()),
                Err(Unnamed::Beside(found, _)) if by_name.is_empty() => {
                    unsure = true;
                    by_name.push(found);
                }
                Err(Unnamed::Several) => return Err(Reason::CodesDisagree),
                Err(Unnamed::Beside(..) | Unnamed::Unknown(_)) => {}
            }
        }
        self.agree(by_code, by_name, unsure, why)
    }

    fn agree(
        &self,
        by_code: Option<(&'static str, usize)>,
        by_name: Vec<usize>,
        unsure: bool,
        why: &mut Vec<Remark>,
    ) -> Result<(Vec<usize>, Option<&'static str>), Reason> {
        let id = |at: usize| self.agents.get(at).map_or("", |agent| agent.id);
        let Some((code, coded)) = by_code else {
            if unsure {
                why.push(Why::NameUnsure.into());
            }
            if !by_name.is_empty() {
                why.push(Why::NameRead.into());
            }
            return Ok((by_name, None));
        };
        if by_name.is_empty() {
            why.push(Why::CodeAlone.into());
            return Ok((vec![coded], Some(code)));
        }
        let same = |named: &usize| self.agents.get(*named).is_some_and(|agent| agent.is(id(coded)));
        if by_name.iter().all(same) { Ok((by_name, Some(code))) } else { Err(Reason::CodesDisagree) }
    }

    /// Of each drug one row: the surest, then the closest to being taken, then the latest.
    pub(super) fn choose_drugs(&mut self) {
        let all = std::mem::take(&mut self.taken);
        for (agent, known) in self.agents.iter().enumerate() {
            let mine = || all.iter().filter(|one| one.agent == agent);
            let order = |one: &&Taken, other: &&Taken| {
                let rest = |one: &'_ Taken| (one.row.time.clone(), one.code, one.why.clone());
                one.key().cmp(&other.key()).then_with(|| rest(one).cmp(&rest(other)))
            };
            let Some(best) = mine().max_by(order) else { continue };
            let Row { sent, resource, time } = best.row.clone();
            let row = Used {
                finding: self.key_of(known),
                given: Given::Names(vec![known.id]),
                sent,
                code: best.code.map(Into::into),
                resource: Some(resource),
                time,
                of: mine().count(),
                why: best.why.clone(),
                ticked: best.is_sure(),
            };
            let keys = self.codes.drug_keys.iter().filter(|(drug, _)| *drug == known.id);
            let also: Vec<Used> = keys.map(|(_, finding)| Used { finding, given: Given::Yes, ..row.clone() }).collect();
            self.used.push(row);
            self.used.extend(also);
        }
    }
}

/// What the status says. Nothing is ever answered no: a drug that was not given is said to be not used.
fn standing(one: Resource<'_>) -> Standing {
    if one.tree.get("doNotPerform") == Some(&Tree::Bool(true)) {
        return Standing::Not(Reason::NotTaken);
    }
    let adherence = one.tree.get("adherence").and_then(|adherence| adherence.get("code"));
    let mut adherence = adherence.into_iter().flat_map(|code| code.list("coding")).filter_map(|one| one.text("code"));
    if adherence.any(|code| code.starts_with("not-taking") || code == "stopped") {
        return Standing::Not(Reason::NotTaken);
    }
    let is_request = one.kind == "MedicationRequest";
    let orders = ["order", "original-order", "reflex-order", "filler-order", "instance-order"];
    if is_request && !one.tree.text("intent").is_some_and(|intent| orders.contains(&intent)) {
        return Standing::Not(Reason::NotOrdered);
    }
    match one.tree.text("status") {
        Some("active" | "in-progress") => Standing::Active,
        Some("completed" | "recorded") => Standing::Counts,
        Some("stopped") => Standing::Stopped,
        Some("not-done" | "not-taken" | "on-hold" | "intended" | "cancelled" | "draft") => {
            Standing::Not(Reason::NotTaken)
        }
        Some(_) | None => Standing::Not(Reason::Status),
    }
}
