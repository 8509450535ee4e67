//! What speaks against a line wins: an avoid, a contraindication, a question.

use nms_advisor::engine::rule::{Kind, Rule};
use nms_advisor::guideline::NMS;

use crate::prove::{Claims, models};

pub(crate) fn avoid_wins(claims: &mut Claims) {
    claims.claim(
        "A line is advised only where everything that speaks against it is ruled out and nothing asks to check first.",
    );
    for model in models() {
        for (rule, verdict) in model.shown() {
            let against = model.truth(&rule.contraindicated_by);
            let clear = against.not.and_not(&model.met(&rule.check_first_if));
            claims.always(model, rule.id, &verdict.advised, &clear);
        }
    }
    claims.claim("No do or consider names the thing of an avoid that stands beside it, but for those whose words say the same as the avoid.");
    for model in models() {
        for (avoid, forbidden) in model.shown().into_iter().filter(|(rule, _)| rule.kind == Kind::Avoid) {
            let advice = model.shown().into_iter().filter(|(rule, _)| matches!(rule.kind, Kind::Do | Kind::Consider));
            let same =
                advice.filter(|(rule, _)| things().any(|thing| [avoid, rule].iter().all(|rule| names(rule, thing))));
            for (rule, verdict) in
                same.filter(|(rule, _)| !IN_ONE_SENSE.iter().any(|(ids, _)| *ids == [avoid.id, rule.id]))
            {
                claims.always(
                    model,
                    &format!("{} beside {}", rule.id, avoid.id),
                    &forbidden.advised,
                    &verdict.advised.not(),
                );
            }
            claims.occurs(avoid.id, &forbidden.advised);
        }
    }
}

/// What may be advised or spoken against, as the lines name it.
fn things() -> impl Iterator<Item = &'static str> {
    const OTHERS: [&str; 9] = [
        "restraint",
        "succinylcholine",
        "verapamil",
        "diltiazem",
        "dantrolene",
        "antipyretic",
        "anticholinergic",
        "antipsychotic",
        "dopamine antagonist",
    ];
    OTHERS.into_iter().chain(NMS.agents.iter().map(|agent| agent.id))
}

fn names(rule: &Rule, thing: &str) -> bool {
    rule.text.to_lowercase().contains(thing)
}

const CHANNEL_BLOCKERS: &str = "avoid-verapamil-or-diltiazem-with-dantrolene";

/// An avoid and a line that name the same thing and do not contradict each other.
const IN_ONE_SENSE: [([&str; 2], &str); 7] = [
    (["avoid-physical-restraint", "release-restraint"], "the line ends what the avoid speaks against"),
    (["avoid-dopamine-antagonists", "discontinue-dopamine-antagonists"], "the line ends what the avoid speaks against"),
    (["delay-rechallenge", "discontinue-dopamine-antagonists"], "the line ends what the avoid speaks against"),
    (
        ["delay-rechallenge", "obtain-consent-for-rechallenge"],
        "consent is asked before a later drug, which is not advised",
    ),
    ([CHANNEL_BLOCKERS, "consider-dantrolene"], "dantrolene waits until the other drug is ruled out (INV-25)"),
    (["avoid-dopamine-antagonists", "hold-dopamine-antagonists"], "the line holds what the avoid speaks against"),
    (["delay-rechallenge", "hold-dopamine-antagonists"], "the line holds what the avoid speaks against"),
];
