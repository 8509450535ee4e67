//! NMS Advisor: decision support and teaching for neuroleptic malignant syndrome (NMS), computed in the browser.
//!
//! # The way of the data
//!
//! ```text
//!  shell                 pure core                                                  shell
//!  DOM edit ┐                                                             ┌─> Yew components, note
//!           ├─> Reading ──> Findings ──> assess(RuleSet, Findings) ──> Assessment ──> Panel
//!  JSON in  ┘   (answer)                                                  └─> wire (JSON out, CDS Hooks cards)
//! ```
//!
//! # Words
//!
//! *finding*: something that can be asked about the patient · *answer*: its value; absent means unknown · *criterion*: a
//! condition over findings, met, not met or unknown · *definition*: a named criterion · *severity*: of the patient's
//! condition · *urgency*: of a recommendation · *basis*: article, literature or design · *statement*: S01 to S64 of the
//! source article · *derived finding*: computed from answers before any rule is looked at.
//!
//! # What always holds, and the test that holds it
//!
//! - Unknown is never taken for normal (`tests/invariants.rs`, `inv_15_…`).
//! - With a dopamine antagonist as the possible trigger, stopping it comes first; with withdrawal alone, restarting does,
//!   and nothing says stop (`inv_01_…`, `inv_02_…`).
//! - Every line names its authority; every statement of the article is shown or its omission explained (`inv_30_…`,
//!   `tests/review.rs`).
//! - A value that cannot be used is reported and counts as unknown (`inv_31_…`, `tests/answers.rs`).
//! - Equal input gives equal output (`inv_36_…`).
//!
//! # Modules
//!
//! - [`engine`]: findings, criteria, rules, assessment; knows nothing clinical, and nothing of browsers or JSON.
//! - [`guideline`]: the rule set, data only.
//! - [`answer`]: typed or sent values into answers, with problems in clear sentences.
//! - [`case_file`]: a case as text, for a file and for the `#` of a link.
//! - [`session`]: what was typed into one widget, and the one place where it changes.
//! - [`panel`], [`note`]: what is shown or copied of an assessment, in words and order.
//! - [`teaching`]: cases in stages, the log of a run, what is told of both; pure, times are given to it.
//! - [`wire`]: the JSON contracts.
//! - `widget`, `js` (feature `widget`): Yew components, `widget::seminar` those of the teaching room, and the JavaScript
//!   exports. Two entries link them: `main.rs`, and `bin/teaching.rs` with the room.

pub mod answer;
pub mod case_file;
pub mod engine;
pub mod guideline;
#[cfg(feature = "widget")]
pub mod js;
pub mod note;
pub mod panel;
pub mod session;
pub mod teaching;
#[cfg(feature = "widget")]
pub mod widget;
pub mod wire;
