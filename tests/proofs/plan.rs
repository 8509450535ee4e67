//! INV-01 to INV-08 and INV-24: what stands in the plan, and in which order.

use nms_advisor::engine::rule::Kind;
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::{absent, finding, present};

use crate::prove::{Claims, graded, models};

pub(crate) const STOP: &str = "discontinue-dopamine-antagonists";
pub(crate) const RESTART: &str = "restart-dopaminergic-drug";
/// Malignant hyperthermia goes before the syndrome by the thirteenth decision.
const ASIDE: [&str; 1] = ["treat-as-malignant-hyperthermia"];

/// INV-01: stopping every dopamine antagonist comes first.
pub(crate) fn inv_01(claims: &mut Claims) {
    claims.claim("Suspected and exposed: the stop is the first line advised.");
    for model in models() {
        let premise = model.met(&present("suspected")).and(&model.met(&present("exposure")));
        claims.always(model, STOP, &premise, &model.first(STOP, &ASIDE));
    }
    claims.claim("Suspected, exposure unknown and no withdrawal known: the stop is the first line advised.");
    for model in models() {
        let withdrawn = model.met(&present("dopaminergicWithdrawal"));
        let premise = model.met(&present("suspected")).and(&model.open(&present("exposure"))).and_not(&withdrawn);
        claims.always(model, STOP, &premise, &model.first(STOP, &ASIDE));
    }
}

/// INV-02: in pure withdrawal restarting comes first, and nothing says stop.
pub(crate) fn inv_02(claims: &mut Claims) {
    claims.claim("Suspected by withdrawal alone: the restart is the first line advised.");
    for model in models() {
        let pure = model.met(&absent("exposure")).and(&model.met(&present("dopaminergicWithdrawal")));
        let premise = pure.and(&model.met(&present("suspected")));
        claims.always(model, RESTART, &premise, &model.first(RESTART, &ASIDE));
    }
    claims.claim("Exposure ruled out: the stop is not in the plan, and no advised line carries S06, S09 or S10.");
    for model in models() {
        let premise = model.met(&absent("exposure"));
        let said = ["S06", "S09", "S10"].iter().fold(model.in_plan(STOP), |known, id| known.or(&model.shows(id)));
        claims.always(model, STOP, &premise, &said.not());
    }
    claims.claim("Suspected, withdrawal known and exposure unknown: the restart is first, and the stop asks.");
    for model in models() {
        let open = model.open(&present("exposure")).and(&model.met(&present("dopaminergicWithdrawal")));
        let premise = open.and(&model.met(&present("suspected")));
        claims.always(model, STOP, &premise, &model.first(RESTART, &ASIDE).and(&model.asks(STOP)));
    }
}
