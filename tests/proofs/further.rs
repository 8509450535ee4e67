//! What else holds for every input: no line is out of reach, answers only add, and what speaks against a line wins.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::criterion::{ALWAYS, Criterion, NEVER};
use nms_advisor::engine::derived::Suspicion::{Incomplete, NoSigns, NotSupported, Possible, Suspected};
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::engine::rule::{Grade, SeverityCriterion};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::{finding, present};

use crate::model::{Both, Model};
use crate::prove::{Claims, Line, graded, models, space};
use crate::steps::{Step, answered, worse};
use crate::urgency::{asked, bears_on, is_usual_value};

pub(crate) fn reach(claims: &mut Claims) {
    claims.claim("Every line is advised for some answers, and, unless it is unconditional, ruled out for others.");
    for model in models() {
        for (rule, verdict) in model.shown() {
            claims.occurs(rule.id, &verdict.advised);
            if rule.when != ALWAYS {
                claims.occurs(rule.id, &verdict.not_indicated);
            }
        }
    }
    claims.claim("Every line with a contraindication is withheld for some answers, and every line that may ask to check first does so for some.");
    for model in models() {
        for (rule, verdict) in model.shown() {
            if rule.contraindicated_by != NEVER {
                claims.occurs(rule.id, &verdict.withheld);
            }
            if rule.check_first_if != NEVER {
                claims.occurs(rule.id, &verdict.asks);
            }
        }
    }
    claims.claim("Every definition, severity row and contradiction is met for some answers and not met for others.");
    let definitions = NMS.definitions.iter().map(|row| (row.id, &row.when));
    let severity = NMS.severity.iter().map(|row| (row.id, &row.when));
    for (name, when) in definitions.chain(severity).chain(NMS.conflicts.iter().map(|row| (row.problem, &row.when))) {
        let both = models()[0].truth(when);
        claims.occurs(name, &both.met);
        claims.occurs(name, &both.not);
    }
}

pub(crate) fn one_state(claims: &mut Claims) {
    claims.claim("Every input has exactly one row of the suspicion table.");
    for model in models() {
        let rows = [Suspected, Possible, Incomplete, NotSupported, NoSigns].map(|state| model.suspicion(state));
        let some = rows.iter().fold(space().nothing(), |known, row| known.or(row));
        claims.always(model, "some row", &space().everything(), &some);
        for (at, row) in rows.iter().enumerate() {
            for other in &rows[at + 1..] {
                claims.always(model, "one row", row, &other.not());
            }
        }
    }
    claims.claim(
        "Every line has exactly one status: advised, withheld, asking, not indicated, or waiting for an answer.",
    );
    for model in models() {
        for (rule, verdict) in model.shown() {
            let stands = [&verdict.advised, &verdict.withheld, &verdict.asks];
            let some = stands.iter().fold(space().nothing(), |known, one| known.or(one));
            claims.always(model, rule.id, &verdict.called, &some);
            claims.always(model, rule.id, &verdict.called, &verdict.not_indicated.not());
            claims.always(model, rule.id, &verdict.advised, &verdict.withheld.or(&verdict.asks).not());
            claims.always(model, rule.id, &verdict.withheld, &verdict.asks.not());
        }
    }
    claims.claim("The suspicion is the same in both views.");
    for state in [Suspected, Possible, Incomplete, NotSupported, NoSigns] {
        let [all, article] = models();
        claims.always(all, state.id(), &all.suspicion(state), &article.suspicion(state));
    }
}

/// Where something is settled.
type Settled = fn(&Model) -> Bdd;

/// Lines that an answer on the trigger takes back, with what that answer has settled.
const TAKEN_BACK: [(&str, &str, Settled); 6] = [
    ("find-the-exposure", "the trigger is found", |model| model.yes("exposureEstablished")),
    ("look-for-another-cause", "the trigger is found", |model| model.yes("exposureEstablished")),
    ("discontinue-dopamine-antagonists", "no antagonist is there to stop", |model| model.no("exposure")),
    ("delay-rechallenge", "no antagonist was given", |model| model.no("exposure")),
    ("obtain-consent-for-rechallenge", "no antagonist was given", |model| model.no("exposure")),
    ("plan-any-later-antipsychotic", "no antagonist was given", |model| model.no("exposure")),
];

/// Where two answers contradict each other.
pub(crate) fn contradiction(model: &Model) -> Bdd {
    NMS.conflicts.iter().fold(space().nothing(), |known, row| known.or(&model.met(&row.when)))
}

pub(crate) fn answers_only_add(claims: &mut Claims) {
    let triggers = ["dopamineAntagonist", "agents", "dopaminergicWithdrawal"].map(finding);
    let called = |model: &Model| -> Vec<Line> {
        model.shown().into_iter().map(|(rule, verdict)| Line::kept(rule.id, &verdict.called)).collect()
    };
    claims
        .claim("Any missing answer but one on the trigger is given: every line that was called for stays called for.");
    let others = asked().filter(|index| !triggers.contains(index));
    claims.stays(&others.map(|index| answered(space(), index)).collect::<Vec<_>>(), called);
    let settled: Vec<String> = TAKEN_BACK.iter().map(|(id, why, _)| format!("`{id}` ({why})")).collect();
    claims.claim(format!(
        "A missing answer on the trigger is given: every line that was called for stays so, unless the syndrome was only possible and is now not supported, or the answer settles what the line is about: {}.",
        settled.join(", ")
    ));
    claims.stays(&triggers.map(|index| answered(space(), index)), |model| {
        let not_supported = model.suspicion(NotSupported);
        let mut lines = called(model);
        for line in &mut lines {
            let settled = TAKEN_BACK.iter().filter(|(id, ..)| *id == line.name);
            line.after = settled.fold(line.after.or(&not_supported), |known, (.., by)| known.or(&by(model)));
        }
        lines
    });
    claims.claim("Any missing answer is given: what met a severity row still meets it; what ruled one out still does, unless the new answer contradicts one that was there.");
    let every: Vec<Step> = asked().map(|index| answered(space(), index)).collect();
    claims.stays_in(&models()[0], &every, severity_rows(&models()[0]));
}

fn severity_rows(model: &Model) -> Vec<Line> {
    let contradiction = contradiction(model);
    let lines = |row: &SeverityCriterion| {
        let Both { met, not } = model.truth(&row.when);
        let out = Line { name: format!("{} ruled out", row.id), after: not.or(&contradiction), before: not };
        [Line::kept(row.id, &met), out]
    };
    NMS.severity.iter().flat_map(lines).collect()
}

pub(crate) fn both_views(claims: &mut Claims) {
    let [all, article] = models();
    assert_eq!(article.scope, Scope::ArticleOnly);
    let same = [Grade::Moderate, Grade::Severe].iter().fold(space().everything(), |known, grade| {
        let [one, other] = [Scope::All, Scope::ArticleOnly].map(|scope| all.grade_at_least(*grade, scope));
        known.and(&one.met.iff(&other.met)).and(&one.not.iff(&other.not))
    });
    claims.claim("The article's grade is never above that of all sources.");
    for grade in [Grade::Moderate, Grade::Severe] {
        let [one, other] = [Scope::ArticleOnly, Scope::All].map(|scope| all.grade_at_least(grade, scope).met);
        claims.always(all, grade.id(), &one, &other);
    }
    claims.claim("Wherever both views have the same grade, every safety line has the same status in both.");
    for (rule, verdict) in article.shown().into_iter().filter(|(rule, _)| rule.safety) {
        claims.always(all, rule.id, &same.and(&all.advised(rule.id)), &verdict.advised);
        claims.always(all, rule.id, &same.and(&verdict.advised), &all.advised(rule.id));
    }
    claims.claim(
        "Every safety line that does not ask for the grade has the same status in both views, whatever the grades.",
    );
    let grades = graded(Scope::All);
    for (position, rule) in NMS.rules.iter().enumerate().filter(|(_, rule)| rule.safety) {
        let [mild, moderate, severe] = grades.each_ref().map(|model| &model.verdict(position).advised);
        if mild == moderate && moderate == severe {
            claims.always(all, rule.id, &all.advised(rule.id), &article.advised(rule.id));
            claims.always(all, rule.id, &article.advised(rule.id), &all.advised(rule.id));
        }
    }
}

pub(crate) fn more_signs(claims: &mut Claims) {
    claims.claim(
        "A missing sign is answered, whatever the answer: suspected stays suspected, and possible stays possible.",
    );
    let triggers = ["dopamineAntagonist", "agents", "dopaminergicWithdrawal"].map(finding);
    let signs = asked().filter(|index| !triggers.contains(index));
    claims.stays(&signs.map(|index| answered(space(), index)).collect::<Vec<_>>(), |model| {
        [Suspected, Possible].map(|state| Line::kept(state.id(), &model.suspicion(state))).into()
    });
    claims.claim("A sign becomes worse, or is answered where it was unknown: what is suspected or possible is still one of the two.");
    let suspected = models()[0].yes("suspected");
    let is_sign = |index: &FindingIndex| bears_on(&suspected, *index) && !is_usual_value(*index);
    let signs = asked().filter(|index| !triggers.contains(index) && is_sign(index));
    claims.stays(&signs.flat_map(|index| worse(space(), index)).collect::<Vec<_>>(), |model| {
        vec![Line::kept("suspected", &model.yes("suspected"))]
    });
    claims.claim(
        "The plan acts wherever exposure is yes and any one sign of the five is met, however many answers are missing.",
    );
    for sign in NMS.suspicion.signs {
        let exposed: Criterion = present("exposure");
        claims.holds("sign", |model| (model.met(&exposed).and(&model.met(sign)), model.yes("suspected")));
    }
}
