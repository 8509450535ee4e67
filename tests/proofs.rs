//! Proofs over the whole input space: the rule set as decision diagrams, and the safety invariants as formulas over them.
//!
//! A formula holds for every input, not only for drawn ones; where one fails, the smallest answers found are printed as JSON.
//! `UPDATE_EXPECT=1 cargo test --test proofs` rewrites `docs/safety-case.md`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;
#[path = "support/vignettes.rs"]
mod vignettes;

#[path = "proofs/against.rs"]
mod against;
#[path = "proofs/claims.rs"]
mod claims;
#[path = "proofs/classes.rs"]
mod classes;
#[path = "proofs/conformance.rs"]
mod conformance;
#[path = "proofs/further.rs"]
mod further;
#[path = "proofs/gate.rs"]
mod gate;
#[path = "proofs/held.rs"]
mod held;
#[path = "proofs/limits.rs"]
mod limits;
#[path = "proofs/model.rs"]
mod model;
#[path = "proofs/never.rs"]
mod never;
#[path = "proofs/plan.rs"]
mod plan;
#[path = "proofs/prove.rs"]
mod prove;
#[path = "proofs/safety_case.rs"]
mod safety_case;
#[path = "proofs/space.rs"]
mod space;
#[path = "proofs/steps.rs"]
mod steps;
#[path = "proofs/urgency.rs"]
mod urgency;
#[path = "proofs/verdicts.rs"]
mod verdicts;
#[path = "proofs/witness.rs"]
mod witness;

/// Declares the proofs: one test for each, and the list from which the safety case is written.
macro_rules! proofs {
    ($($name:ident = $module:ident::$make:ident;)*) => {
        /// Every proof with its name.
        pub(crate) const PROOFS: &[(&str, fn(&mut prove::Claims))] = &[$((stringify!($name), $module::$make)),*];

        mod proved {
            $(
                #[test]
                fn $name() {
                    crate::prove::proved(stringify!($name));
                }
            )*
        }
    };
}

proofs! {
    inv_01 = plan::inv_01;
    inv_02 = plan::inv_02;
    inv_03 = plan::inv_03;
    inv_05 = plan::inv_05;
    inv_06 = plan::inv_06;
    inv_07 = plan::inv_07;
    inv_08 = plan::inv_08;
    inv_09 = never::inv_09;
    inv_10 = never::inv_10;
    inv_11 = never::inv_11;
    inv_13 = never::inv_13;
    inv_14 = never::inv_14;
    inv_15 = urgency::inv_15;
    inv_16 = urgency::inv_16;
    inv_17 = urgency::inv_17;
    inv_18 = urgency::inv_18;
    inv_19 = urgency::inv_19;
    inv_20 = urgency::inv_20;
    inv_21 = urgency::inv_21;
    inv_22 = urgency::inv_22;
    inv_23 = never::inv_23;
    inv_24 = plan::inv_24;
    inv_25 = never::inv_25;
    inv_29 = never::inv_29;
    inv_35 = urgency::inv_35;
    inv_37 = gate::inv_37;
    inv_38 = gate::inv_38;
    inv_39 = gate::inv_39;
    inv_40 = gate::inv_40;
    inv_41 = gate::inv_41;
    inv_42 = gate::inv_42;
    inv_43 = gate::inv_43;
    inv_44 = gate::inv_44;
    inv_45 = gate::inv_45;
    inv_46 = gate::inv_46;
    inv_47 = gate::inv_47;
    inv_48 = gate::inv_48;
    inv_49 = gate::inv_49;
    inv_50 = gate::inv_50;
    inv_51 = gate::inv_51;
    inv_52 = gate::inv_52;
    inv_53 = gate::inv_53;
    inv_54 = gate::inv_54;
    first_action = plan::first_action;
    reach = further::reach;
    one_state = further::one_state;
    answers_only_add = further::answers_only_add;
    avoid_wins = against::avoid_wins;
    both_views = further::both_views;
    more_signs = further::more_signs;
}
