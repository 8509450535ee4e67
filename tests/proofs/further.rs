//! What else holds for every input: no line is out of reach, answers only add, and what speaks against a line wins.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::criterion::{ALWAYS, NEVER};
use nms_advisor::engine::derived::Suspicion::{Check, Incomplete, NoSigns, NotSupported, Possible, Suspected};
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::engine::rule::{Grade, Rule, SeverityCriterion};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::finding;

use crate::model::{Both, Model};
use crate::plan::{not_improving, replaced};
use crate::prove::{Claims, Line, models, space};
use crate::steps::{Step, answered, worse};
use crate::support::clinical::TAKES_AWAY;
use crate::urgency::{BY_STATE, asked, bears_on, is_usual_value};
use crate::verdicts::Verdict;

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
        let rows = [Suspected, Possible, Check, Incomplete, NotSupported, NoSigns].map(|state| model.suspicion(state));
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
    for state in [Suspected, Possible, Check, Incomplete, NotSupported, NoSigns] {
        let [all, article] = models();
        claims.always(all, state.id(), &all.suspicion(state), &article.suspicion(state));
    }
}

/// Where something is settled.
type Settled = fn(&Model) -> Bdd;

/// Lines that an answer on the trigger takes back, with what that answer has settled.
const TAKEN_BACK: [(&str, &str, Settled); 9] = [
    ("find-the-exposure", "the trigger is found", |model| model.yes("exposureEstablished")),
    ("look-for-another-cause", "the trigger is found or left open", |model| {
        model.no("exposure").not().or(&model.no("dopaminergicWithdrawal").not())
    }),
    ("exclude-infection", "the trigger is found or left open", |model| {
        model.no("exposure").not().or(&model.no("dopaminergicWithdrawal").not())
    }),
    ("treat-malignant-catatonia", "the trigger is found", |model| model.yes("exposureEstablished")),
    ("consider-levodopa-carbidopa", "the withdrawn drug is restarted", |model| model.yes("dopaminergicWithdrawal")),
    ("discontinue-dopamine-antagonists", "no antagonist is there to stop", |model| model.no("exposure")),
    ("delay-rechallenge", "no antagonist was given", |model| model.no("antagonistTaken")),
    ("obtain-consent-for-rechallenge", "no antagonist was given", |model| model.no("antagonistTaken")),
    ("plan-any-later-antipsychotic", "no antagonist was given", |model| model.no("antagonistTaken")),
];

/// Infections that are treated first: what they ask for takes the place of what the syndrome asks for.
const TREATED_FIRST: [&str; 3] = ["sepsis", "neckStiffness", "focalNeurology"];

/// Where two answers contradict each other.
pub(crate) fn contradiction(model: &Model) -> Bdd {
    NMS.conflicts.iter().fold(space().nothing(), |known, row| known.or(&model.met(&row.when)))
}

pub(crate) fn answers_only_add(claims: &mut Claims) {
    let triggers = ["dopamineAntagonist", "agents", "dopaminergicWithdrawal"].map(finding);
    // a line that gives way to one that says more is no loss; nor is what a course that gets better takes away
    let called = |model: &Model| -> Vec<Line> {
        let shown = model.shown().into_iter().filter(|(rule, _)| !BY_STATE.contains(&rule.id));
        let line = |(rule, verdict): (&Rule, &Verdict)| Line {
            name: rule.id.into(),
            before: verdict.called.and(&not_improving(model)),
            after: verdict.called.or(&replaced(model, rule.id)),
        };
        shown.map(line).collect()
    };
    // while possible, an examination that is answered normal may leave one sign, which is looked into
    let acted_on = |model: &Model| -> Vec<Line> {
        let mut lines = called(model);
        for line in &mut lines {
            line.before = line.before.and_not(&model.suspicion(Possible));
        }
        lines
    };
    claims.claim(format!(
        "Any missing answer is given, but one on the trigger or one that is meant to take lines away ({}): every line that was called for stays called for, or the line that takes its place stands. While the state is possible, an answer on tone, mind or temperature that is normal may leave one sign.",
        [&TAKES_AWAY[..], &TREATED_FIRST].concat().join(", ")
    ));
    let takes = |index: &FindingIndex| {
        let id = NMS.finding_id(*index);
        TAKES_AWAY.contains(&id) || TREATED_FIRST.contains(&id)
    };
    let others = asked().filter(|index| !triggers.contains(index) && !takes(index));
    claims.stays(&others.map(|index| answered(space(), index)).collect::<Vec<_>>(), acted_on);
    let settled: Vec<String> = TAKEN_BACK.iter().map(|(id, why, _)| format!("`{id}` ({why})")).collect();
    claims.claim(format!(
        "A missing answer on the trigger is given: every line that was called for stays so, unless it was only possible and is now not supported or one sign, or the answer settles what the line is about: {}.",
        settled.join(", ")
    ));
    claims.stays(&triggers.map(|index| answered(space(), index)), |model| {
        let not_supported = model.suspicion(NotSupported);
        let mut lines = called(model);
        for line in &mut lines {
            let settled = TAKEN_BACK.iter().filter(|(id, ..)| *id == line.name);
            let less = not_supported.or(&model.suspicion(Check));
            line.after = settled.fold(line.after.or(&less), |known, (.., by)| known.or(&by(model)));
        }
        lines
    });
    claims.claim("Any missing answer is given, but an age (below 12 the limits of pulse and breathing do not count), mutism, catatonia or a coma scale beside an alert mind, or a pressure beside the answer that it is not raised: what met a severity row still meets it; what ruled one out still does, unless the new answer contradicts one that was there.");
    let said = ["ageYears", "mutism", "catatonia", "glasgowComaScale", "bloodPressureRaised", "systolic", "diastolic"];
    let every = asked().filter(|index| !said.contains(&NMS.finding_id(*index)));
    let every: Vec<Step> = every.map(|index| answered(space(), index)).collect();
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
    claims.claim("The article's grade is never above that of all sources.");
    for grade in [Grade::Moderate, Grade::Severe] {
        let [one, other] = [Scope::ArticleOnly, Scope::All].map(|scope| all.grade_at_least(grade, scope).met);
        claims.always(all, grade.id(), &one, &other);
    }
    claims.claim("Every safety line has the same status in both views, whatever the grades.");
    for (rule, verdict) in article.shown().into_iter().filter(|(rule, _)| rule.safety) {
        claims.always(all, rule.id, &all.advised(rule.id), &verdict.advised);
        claims.always(all, rule.id, &verdict.advised, &all.advised(rule.id));
        claims.always(all, rule.id, &all.asks(rule.id), &verdict.asks);
        claims.always(all, rule.id, &verdict.asks, &all.asks(rule.id));
    }
}

pub(crate) fn more_signs(claims: &mut Claims) {
    claims.claim("A missing sign is answered, whatever the answer: suspected stays suspected. It falls only by an answer on the trigger, on signs before the first dose, or on another reason for a raised CK.");
    let triggers = [
        "dopamineAntagonist",
        "agents",
        "dopaminergicWithdrawal",
        "hoursSinceLastDose",
        "longActingInjection",
        "signsBeforeDrug",
        "muscleInjury",
    ]
    .map(finding);
    let signs = asked().filter(|index| !triggers.contains(index));
    claims.stays(&signs.map(|index| answered(space(), index)).collect::<Vec<_>>(), |model| {
        vec![Line::kept("suspected", &model.suspicion(Suspected))]
    });
    claims.claim(
        "A missing sign is answered: what was possible is suspected, possible or one sign to check, never less.",
    );
    let signs = asked().filter(|index| !triggers.contains(index));
    claims.stays(&signs.map(|index| answered(space(), index)).collect::<Vec<_>>(), |model| {
        let possible = model.suspicion(Possible);
        let exposed = model.yes("exposure").or(&model.yes("dopaminergicWithdrawal"));
        let after = model.yes("suspected").or(&model.suspicion(Check));
        vec![Line { name: "possible".into(), before: possible.and(&exposed), after }]
    });
    claims.claim(
        "A sign becomes worse, or an abnormal one is answered where it was unknown: what is suspected stays acted on.",
    );
    let suspected = models()[0].yes("suspected");
    let is_sign = |index: &FindingIndex| bears_on(&suspected, *index) && !is_usual_value(*index);
    let signs = asked().filter(|index| !triggers.contains(index) && is_sign(index));
    claims.stays(&signs.flat_map(|index| worse(space(), index)).collect::<Vec<_>>(), |model| {
        vec![Line { name: "suspected".into(), before: model.suspicion(Suspected), after: model.yes("suspected") }]
    });
}
