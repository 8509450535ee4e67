//! FHIR resources into findings: of each what was used, what was not, and why. Releases 4, 4B and 5.
//!
//! Names, identifiers and notes are not read. Displays are read only to see whether they contradict their code, or to find
//! the name of a known drug; none is ever passed on.

mod beside;
mod choice;
mod code;
mod drug;
mod observation;
mod person;
mod resources;
mod state;
mod time;
mod value;

use resources::{Resource, Resources, Subject, Version};
use time::HOUR;

use super::tree::Tree;
use super::{Counts, FromOutside, Given, NotUsed, Reason, Refusal, Used};
use crate::engine::agent::Agent;
use crate::engine::assessment::insert_in_order;
use crate::engine::coding::{Codes, Kind, lists};
use crate::engine::decimal::Decimal;
use crate::engine::finding::{Finding, Quantity};
use crate::engine::rule_set::RuleSet;
use crate::guideline::codes::CODES;

/// The options of a reading.
#[derive(Clone, Debug, PartialEq)]
pub struct FhirOptions {
    now: i64,
    /// The zone of `now`, in which a date without one is read.
    home: i64,
    window: Option<i64>,
    patient: Option<String>,
}

impl FhirOptions {
    /// Reads the options: `now` is required.
    ///
    /// # Errors
    /// [`Refusal`] names the option that cannot be used.
    pub fn new(now: &str, window_hours: Option<Decimal>, patient: Option<&str>) -> Result<Self, Refusal> {
        let home = time::zone_of(now).ok_or(Refusal::Now)?;
        let span = time::read(now, home).filter(|span| span.exact && span.zoned).ok_or(Refusal::Now)?;
        let window = match window_hours {
            None => None,
            Some(hours) if hours > Decimal::ZERO && hours <= const { Decimal::literal(8760.0) } => {
                let minutes = hours.scaled(60, 1).parts_to_cover(Decimal::whole(1));
                Some(i64::from(minutes) * (HOUR / 60))
            }
            Some(_) => return Err(Refusal::Window),
        };
        let patient = match patient {
            None => None,
            Some(text) if text.trim().is_empty() => return Err(Refusal::Patient),
            Some(text) => Some(text.trim().into()),
        };
        Ok(Self { now: span.from, home, window, patient })
    }

    /// Reads the options of an object with `now`, `windowHours` and `patient`, and refuses any other.
    ///
    /// # Errors
    /// [`Refusal`] names the option that cannot be used.
    pub fn read(options: &Tree) -> Result<Self, Refusal> {
        let Tree::Object(members) = options else { return Err(Refusal::Option) };
        if members.iter().any(|(name, _)| !matches!(name.as_str(), "now" | "windowHours" | "patient")) {
            return Err(Refusal::Option);
        }
        let window = match options.get("windowHours") {
            None | Some(Tree::Null) => None,
            Some(Tree::Number(number)) => Some(value::decimal(number).ok_or(Refusal::Window)?),
            Some(Tree::Bool(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_)) => return Err(Refusal::Window),
        };
        let patient = match options.get("patient") {
            None | Some(Tree::Null) => None,
            Some(patient) => Some(patient.as_text().ok_or(Refusal::Patient)?),
        };
        Self::new(options.text("now").ok_or(Refusal::Now)?, window, patient)
    }
}

/// Reads FHIR as a JSON text.
///
/// # Errors
/// [`Refusal`]: what the text is instead, or which limit it passes.
pub fn from_fhir_text(rules: &'static RuleSet, text: &str, options: &FhirOptions) -> Result<FromOutside, Refusal> {
    from_fhir(rules, &tree_of(text)?, options)
}

/// The JSON of a text, or the name of what it is instead.
///
/// # Errors
/// [`Refusal`]: what the text is instead, or which limit it passes.
pub fn tree_of(text: &str) -> Result<Tree, Refusal> {
    let start = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    if start.starts_with('<') {
        return Err(if start.as_bytes().windows(16).any(|part| part == b"ClinicalDocument") {
            Refusal::Ccda
        } else {
            Refusal::Xml
        });
    }
    if start.starts_with("MSH|") || start.starts_with("FHS|") || start.starts_with("BHS|") {
        return Err(Refusal::Version2);
    }
    Tree::parse(start)
}

/// Reads a Bundle, a list of resources, one resource, or the `prefetch` of a CDS Hooks request.
///
/// # Errors
/// [`Refusal`]: no FHIR of a release that is read, too much of it, or several patients and none chosen.
pub fn from_fhir(rules: &'static RuleSet, input: &Tree, options: &FhirOptions) -> Result<FromOutside, Refusal> {
    read(rules.findings, rules.agents, input, options)
}

/// The same without the rest of the rule set, for a program that does not hold it.
///
/// # Errors
/// As [`from_fhir`].
pub fn read(
    findings: &'static [Finding],
    agents: &'static [Agent],
    input: &Tree,
    options: &FhirOptions,
) -> Result<FromOutside, Refusal> {
    let resources = Resources::collect(input)?;
    let patient = match options.patient.as_deref() {
        Some(text) if text.contains(['/', ':']) => match resources.patient(text) {
            Subject::Patient(id) => Some(id),
            Subject::Unknown | Subject::Other => return Err(Refusal::Patient),
        },
        Some(id) => Some(id),
        None => only_patient(&resources)?,
    };
    let fates = vec![Fate::Nothing; resources.all.len()];
    let mut reader = Reader {
        findings,
        agents,
        codes: &CODES,
        resources: &resources,
        now: options.now,
        home: options.home,
        window_ms: options.window,
        patient,
        age: None,
        sex: None,
        candidates: Vec::new(),
        states: Vec::new(),
        parts: Vec::new(),
        taken: Vec::new(),
        fates,
        counts: Counts::default(),
        used: Vec::new(),
        not_used: Vec::new(),
        latest: Vec::new(),
    };
    reader.read();
    Ok(reader.settle())
}

/// The patient of the input, if all that is read is about one.
fn only_patient<'a>(resources: &Resources<'a>) -> Result<Option<&'a str>, Refusal> {
    let mut found: Option<&str> = None;
    let read = |one: &&Resource<'a>| is_read(one.kind) || one.kind == "Patient" && one.parent.is_none();
    for one in resources.all.iter().filter(read) {
        if let Subject::Patient(id) = resources.subject(one) {
            if found.is_some_and(|other| other != id) {
                return Err(Refusal::SeveralPatients);
            }
            found = Some(id);
        }
    }
    Ok(found)
}

fn is_read(kind: &str) -> bool {
    matches!(kind, "Observation" | "Condition") || is_drug(kind)
}

fn is_drug(kind: &str) -> bool {
    matches!(kind, "MedicationAdministration" | "MedicationStatement" | "MedicationUsage" | "MedicationRequest")
}

/// What became of a resource; the later one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    Nothing,
    Left,
    Read,
}

/// What a row of either list says of where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) sent: String,
    pub(super) resource: String,
    pub(super) time: Option<String>,
}

/// One reading of an input.
pub(super) struct Reader<'a> {
    findings: &'static [Finding],
    agents: &'static [Agent],
    codes: &'static Codes,
    resources: &'a Resources<'a>,
    now: i64,
    home: i64,
    window_ms: Option<i64>,
    patient: Option<&'a str>,
    age: Option<Decimal>,
    sex: Option<&'static str>,
    candidates: Vec<observation::Candidate<'a>>,
    states: Vec<state::State>,
    parts: Vec<state::Part>,
    taken: Vec<drug::Taken>,
    fates: Vec<Fate>,
    counts: Counts,
    used: Vec<Used>,
    not_used: Vec<NotUsed>,
    /// The time of each row of `not_used`.
    latest: Vec<i64>,
}

impl<'a> Reader<'a> {
    /// The finding with this key.
    fn finding(&self, key: &str) -> Option<&'static Finding> {
        self.findings.iter().find(|finding| finding.id == key)
    }

    /// The quantity of the finding with this key.
    fn quantity(&self, key: &str) -> Option<&'static Quantity> {
        self.finding(key).and_then(value::quantity)
    }

    fn read(&mut self) {
        let all = &self.resources.all;
        // the weight comes before the volumes, which are divided by it
        let passes: [&dyn Fn(&Resource<'a>) -> bool; 3] = [
            &|one| one.kind == "Patient" && one.parent.is_none(),
            &|one| is_read(one.kind) && !self::is_volume(one),
            &|one| one.kind == "Observation" && self::is_volume(one),
        ];
        for pass in passes {
            for (at, one) in all.iter().enumerate().filter(|(_, one)| pass(one)) {
                match one.kind {
                    "Patient" => self.person(at, *one),
                    "Observation" => self.observation(at, *one),
                    "Condition" => self.condition(at, *one),
                    _ => self.drug(at, *one),
                }
            }
            self.choose(&|kind| kind == Kind::Body);
        }
        self.choose_parts();
        self.choose(&|_| true);
        self.choose_state();
        self.choose_drugs();
        let others = all.iter().filter(|one| !is_read(one.kind) && one.kind != "Patient" && one.parent.is_none());
        self.counts.other_resources = others.count();
    }

    /// Where a resource stands, and its time.
    fn row(&self, one: &Resource<'a>) -> Row {
        let period = one.tree.get("effectivePeriod");
        let texts = [
            one.tree.text("effectiveDateTime"),
            one.tree.text("effectiveInstant"),
            period.and_then(|period| period.text("end").or(period.text("start"))),
            one.tree.text("issued").filter(|_| one.kind == "Observation"),
        ];
        let time = texts.into_iter().find_map(|text| self.time_text(text));
        Row { sent: String::new(), resource: format!("{}/{}", one.kind, one.number), time }
    }

    /// A time that may be shown: one that is read whole.
    fn time_text(&self, text: Option<&str>) -> Option<String> {
        text.filter(|text| time::read(text, self.home).is_some()).map(Into::into)
    }

    fn mark(&mut self, at: usize, fate: Fate) {
        if let Some(slot) = self.fates.get_mut(at) {
            *slot = (*slot).max(fate);
        }
    }

    /// Says that a resource, or a part of it, is not used.
    fn leave(
        &mut self,
        at: usize,
        holder: &Tree,
        finding: Option<&'static str>,
        code: Option<&'static str>,
        row: Row,
        reason: Reason,
    ) {
        let row = Row { sent: value::shown(holder), ..row };
        let span = row.time.as_deref().and_then(|text| time::read(text, self.home));
        self.leave_row(at, finding, code, row, reason, span);
    }

    fn leave_row(
        &mut self,
        at: usize,
        finding: Option<&'static str>,
        code: Option<&'static str>,
        row: Row,
        reason: Reason,
        span: Option<time::Span>,
    ) {
        self.mark(at, Fate::Left);
        self.lay(finding, code, row, reason, span.map_or(i64::MIN, |span| span.to));
    }

    /// One line for all of a finding that are left for one reason: the latest stands for the others.
    fn lay(
        &mut self,
        finding: Option<&'static str>,
        code: Option<&'static str>,
        row: Row,
        reason: Reason,
        latest: i64,
    ) {
        let Row { sent, resource, time } = row;
        let line = NotUsed { sent, finding, code: code.map(Into::into), resource: Some(resource), time, of: 1, reason };
        let same = self.not_used.iter_mut().zip(&mut self.latest);
        for (other, other_latest) in same {
            if other.finding == finding && other.reason == reason {
                let of = other.of + 1;
                let key = |line: &NotUsed| (line.sent.clone(), line.code.clone(), line.time.clone());
                if latest > *other_latest || (latest == *other_latest && key(&line) < key(other)) {
                    *other = line;
                    *other_latest = latest;
                }
                other.of = of;
                return;
            }
        }
        self.not_used.push(line);
        self.latest.push(latest);
    }

    /// Puts all into the order of the form.
    fn settle(mut self) -> FromOutside {
        let (all, fates) = (self.findings, &self.fates);
        let place = |key: &str| all.iter().position(|finding| finding.id == key);
        let of = |fate: Fate| {
            let all = self.resources.all.iter().zip(fates);
            all.filter(|(one, own)| one.kind == "Observation" && one.version != Version::Repeated && **own == fate)
                .count()
        };
        self.counts.read = of(Fate::Read);
        self.counts.not_mapped = of(Fate::Nothing);
        let (mut used, mut not_used) = (Vec::new(), Vec::new());
        for row in self.used {
            insert_in_order(&mut used, row, |row: &Used| {
                (place(row.finding), !row.ticked, row.sent.clone(), row.time.clone(), row.code.clone())
            });
        }
        for row in self.not_used {
            insert_in_order(&mut not_used, row, |row: &NotUsed| {
                (row.finding.is_none(), row.finding.map(place), row.reason)
            });
        }
        let mut findings: Vec<(&'static str, Given)> = Vec::new();
        for row in used.iter().filter(|row| row.ticked) {
            match (findings.last_mut(), &row.given) {
                (Some((finding, Given::Names(names))), Given::Names(more)) if *finding == row.finding => {
                    names.extend(more);
                }
                (Some((finding, _)), _) if *finding == row.finding => {}
                _ => findings.push((row.finding, row.given.clone())),
            }
        }
        FromOutside { findings, used, not_used, counts: Some(self.counts) }
    }
}

/// Whether an Observation is a volume that is divided by the weight.
fn is_volume(one: &Resource<'_>) -> bool {
    let mut volumes = CODES.measures.iter().filter(|measure| measure.kind == Kind::Volume);
    let code = one.tree.get("code");
    code.is_some_and(|code| {
        volumes.any(|measure| code::loinc(code).any(|text| lists(measure.sure, text) || lists(measure.unsure, text)))
    })
}
