//! What may stand outside the brackets: the texts of the rule set, each as it is, and what was typed.

use std::collections::BTreeSet;

use nms_advisor::engine::assessment::{Assessment, assess};
use nms_advisor::engine::bound::Side;
use nms_advisor::engine::criterion::Reason;
use nms_advisor::engine::dantrolene;
use nms_advisor::engine::describe::{self, Format};
use nms_advisor::engine::finding::{Finding, FindingIndex, FindingKind, Group};
use nms_advisor::engine::rechallenge::Unknown;
use nms_advisor::engine::source::Source;
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::examples::EXAMPLES;
use nms_advisor::guideline::form::PAIRS;
use nms_advisor::guideline::raised::RAISED;
use nms_advisor::session::Session;
use nms_advisor::teaching::library::CASES;
use nms_advisor::teaching::staged;
use nms_advisor::widget::answered::{in_a_line, name};
use nms_advisor::widget::form::sections;

use super::pseudo::{PLACE, TEXT};

/// Between two texts that are put together without a word: a list, a name with its answer.
const BETWEEN: [&str; 10] = [": ", ", ", "; ", " · ", ". ", " (", ")", "[", "]", "\n"];

/// The texts that may stand there.
#[derive(Clone)]
pub(crate) struct Known {
    texts: BTreeSet<String>,
    units: BTreeSet<&'static str>,
    format: Format,
}

impl Known {
    /// Those of the rule set.
    pub(crate) fn of_rule_set(format: Format) -> Self {
        let mut known = Self { texts: BTreeSet::new(), units: BTreeSet::new(), format };
        known.tables();
        known.beside_the_plan();
        known
    }

    pub(crate) fn add(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.texts.insert(text.into());
            // where another text follows, the sign between them is its full stop
            self.texts.insert(text.trim_end_matches('.').into());
        }
    }

    pub(crate) fn all<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        texts.into_iter().for_each(|text| self.add(text));
    }

    fn source(&mut self, source: &Source) {
        self.all([source.interpretation]);
        self.all(source.statements.iter().chain(source.citations).copied());
    }

    fn tables(&mut self) {
        self.all([NMS.id, NMS.version, env!("CARGO_PKG_VERSION"), "yes", "no", "not known"]);
        self.all(Group::ALL.map(Group::label));
        self.all(EXAMPLES.iter().map(|row| row.label));
        for row in NMS.rules {
            self.all([row.headline, row.text, row.detail, row.beyond, row.article_text, row.question]);
            self.source(&row.source);
        }
        for row in NMS.severity {
            self.all([row.label]);
            self.source(&row.source);
        }
        NMS.derived.iter().for_each(|row| self.all([row.label]));
        NMS.findings.iter().for_each(|row| self.finding(row));
        // as they are said within a line of the form
        let labels = NMS.derived.iter().map(|row| row.label);
        labels.for_each(|label| self.add(&in_a_line(label)));
        sections(&NMS).iter().flat_map(|(_, questions)| questions).for_each(|index| self.add(&name(&NMS, *index)));
        self.all(PAIRS.iter().map(|row| row.2));
        for row in RAISED {
            let unit = describe::unit_label(&NMS, row.finding);
            self.all([row.word, &describe::bound(&self.format, Side::Above, row.above, unit)]);
        }
        NMS.agents.iter().for_each(|row| self.all([row.id, row.class.label()]));
        NMS.conflicts.iter().for_each(|row| self.all([row.problem, row.used]));
        NMS.statements.iter().for_each(|row| self.all([row.id, row.text]));
        NMS.citations.iter().for_each(|row| self.all([row.id, row.text, row.checked.label()]));
        for row in NMS.notices {
            self.all([row.id, row.label, &format!("{}.", row.label), row.text]);
        }
        for row in NMS.disagreements {
            self.all([row.question, row.one, row.other, row.shown_as]);
            self.source(&row.source);
        }
    }

    /// What the bundled cases tell, with the answers of their stages.
    pub(crate) fn teaching(&mut self) {
        for (_, text) in CASES {
            let case = staged::read(&NMS, text).case;
            self.all([case.title.as_str(), case.source.as_str(), case.setting.as_str(), case.patient.as_str()]);
            self.all(case.objectives.iter().chain(&case.notes).map(String::as_str));
            for stage in &case.stages {
                self.all([stage.title.as_str(), stage.story.as_str(), stage.id.as_str(), stage.rests_on.as_str()]);
                self.all(stage.rests_on.split(',').map(str::trim));
                self.all(stage.notes.iter().map(String::as_str));
                self.case(&Session { entries: stage.entries.clone(), ..Session::default() });
            }
        }
    }

    fn finding(&mut self, row: &'static Finding) {
        self.all([row.label, row.hint, row.reason]);
        self.all(row.choices().iter().map(|option| option.label));
        if let FindingKind::Number(quantity) = row.kind {
            self.units.extend(quantity.units.iter().map(|unit| unit.label));
        }
    }

    fn beside_the_plan(&mut self) {
        use dantrolene::Reason::{
            MalignantHyperthermia, NoDose, NoWeight, NotAKnownAdult, OtherFormulation, SpokenAgainst,
        };
        let beyond = &NMS.beyond;
        self.units.extend(["%", "times", "points", "mg", "mg/kg", "kg"]);
        self.all([beyond.score.label, beyond.score.cut_off, beyond.doses_withheld]);
        self.source(&beyond.score.source);
        beyond.score.items.iter().for_each(|row| self.all([row.label]));
        beyond.features.iter().for_each(|row| self.all([row.label]));
        for row in beyond.look_alikes {
            self.all([row.label, row.advice]);
            self.all(row.speaks_for.iter().chain(row.speaks_against).map(|point| point.label));
            self.source(&row.source);
        }
        for row in beyond.drugs {
            self.all([row.label]);
            row.doses.iter().for_each(|dose| (self.all([dose.text]), self.source(&dose.source)).0);
            row.cautions.iter().for_each(|caution| (self.all([caution.text]), self.source(&caution.source)).0);
        }
        for row in beyond.schedule {
            self.all([row.item, row.severe, row.moderate, row.mild, row.improving]);
            self.source(&row.source);
        }
        for row in beyond.contacts {
            self.all([row.label, row.purpose]);
            self.source(&row.source);
        }
        let withheld = [NotAKnownAdult, MalignantHyperthermia, SpokenAgainst, NoWeight, OtherFormulation, NoDose]
            .map(dantrolene::Reason::text);
        self.all(withheld);
        self.all(
            [Unknown::Resolved, Unknown::ResolvedOn, Unknown::LongActing, Unknown::InTheFuture].map(Unknown::text),
        );
    }

    /// The answers of a case in words, and the conditions that they were held against.
    pub(crate) fn case(&mut self, session: &Session) {
        let reading = session.read(&NMS);
        let assessment = assess(&NMS, &reading.findings, session.scope);
        for index in 0..NMS.findings.len() + NMS.derived.len() {
            let index = FindingIndex(u16::try_from(index).unwrap());
            self.add(&describe::answer(&self.format, &assessment.answers, index));
        }
        for reason in reasons(&assessment) {
            self.add(&describe::reason(&self.format, &NMS, &reason));
        }
        for entry in session.entries.values() {
            // a message quotes a name of a list, or a unit behind a number
            for part in entry.text.split([',', ';']).chain(entry.text.split(' ')).chain([entry.text.as_str()]) {
                self.all([part, &format!("\"{}\"", part.trim())]);
            }
        }
    }

    /// What of a text is neither of the language, nor known, nor without letters; `None` where there is nothing.
    pub(crate) fn escaped(&self, text: &str) -> Option<String> {
        // inside a text of the language only what was put into its places is looked at
        let (mut texts, mut piece) = (0_usize, String::new());
        let mut pieces = Vec::new();
        let mut depth: Vec<char> = Vec::new();
        for letter in text.chars() {
            match letter {
                _ if letter == TEXT[0] || letter == PLACE[0] => {
                    let within = depth.last() == Some(&TEXT[0]);
                    if within && letter == TEXT[0] {
                        return Some(format!("a text within a text without a place: {text}"));
                    }
                    if !within {
                        pieces.push(std::mem::take(&mut piece));
                    }
                    piece.clear();
                    depth.push(letter);
                }
                _ if letter == TEXT[1] || letter == PLACE[1] => {
                    if depth.pop() == Some(PLACE[0]) {
                        pieces.push(std::mem::take(&mut piece));
                    }
                    piece.clear();
                    texts += 1;
                }
                _ => piece.push(letter),
            }
        }
        if !depth.is_empty() {
            return Some(format!("a bracket is left open ({texts} closed): {text}"));
        }
        pieces.push(piece);
        pieces.into_iter().find(|piece| !self.fits(piece))
    }

    /// Whether a piece is known as a whole, or from one sign between texts to the next.
    fn fits(&self, piece: &str) -> bool {
        let mut begins = vec![0];
        let mut cuts: Vec<(usize, usize)> = BETWEEN
            .iter()
            .flat_map(|sign| piece.match_indices(sign).map(|(at, sign)| (at, at + sign.len())))
            .chain([(piece.len(), piece.len())])
            .collect();
        cuts.sort_unstable();
        for (end, next) in cuts {
            if begins.iter().any(|begin| *begin <= end && self.is_known(piece[*begin..end].trim())) {
                begins.push(next);
            }
        }
        begins.last() == Some(&piece.len()) && !piece.contains(['{', '}'])
    }

    fn is_known(&self, text: &str) -> bool {
        self.texts.contains(text) || self.is_number(text)
    }

    /// A number as the language writes it, with or without a unit of the rule set; or signs alone.
    fn is_number(&self, piece: &str) -> bool {
        let foreign = |sign: char| {
            let signs: Vec<char> = piece.chars().collect();
            signs.windows(3).any(|three| three[0].is_ascii_digit() && three[1] == sign && three[2].is_ascii_digit())
        };
        let signs = [self.format.decimal, self.format.thousands, '\u{2212}'];
        let unit = piece.trim_start_matches(|sign: char| sign.is_ascii_digit() || signs.contains(&sign)).trim();
        let bare = !unit.contains(char::is_alphabetic) && !['.', ',', '-'].into_iter().any(foreign);
        bare || self.units.contains(unit)
    }
}

fn reasons(assessment: &Assessment) -> Vec<Reason> {
    let answers = &assessment.answers;
    let mut all = assessment.suspicion_reasons.clone();
    all.extend(assessment.verdicts.iter().flat_map(|verdict| verdict.reasons.clone()));
    all.extend(assessment.severity.met.iter().flat_map(|(_, reasons)| reasons.clone()));
    all.extend(answers.score().items.into_iter().flat_map(|(_, _, reasons)| reasons));
    all.extend(answers.features().into_iter().flat_map(|(_, _, reasons)| reasons));
    all.extend(answers.contacts().into_iter().flat_map(|(_, reasons)| reasons));
    for row in answers.differential() {
        all.extend(row.speaks_for.into_iter().chain(row.speaks_against).flat_map(|(_, reasons)| reasons));
    }
    all
}
