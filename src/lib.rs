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
//! *finding*: something that can be asked about the patient · *answer*: its value; absent means unknown · *bound*: a number
//! of which only one end is known, "at least 22,000" · *criterion*: a
//! condition over findings, met, not met or unknown · *definition*: a named criterion · *severity*: of the patient's
//! condition · *urgency*: of a recommendation · *basis*: article, literature or design · *statement*: S01 to S64 of the
//! source article · *derived finding*: computed from answers before any rule is looked at.
//!
//! # What always holds, and the test that holds it
//!
//! - Unknown is never taken for normal (`tests/invariants.rs`, `inv_15_…`).
//! - A bound says what all of its values share, and no more (`tests/bounds.rs`).
//! - With a dopamine antagonist as the possible trigger, stopping it comes first; with withdrawal alone, restarting does,
//!   and nothing says stop (`inv_01_…`, `inv_02_…`).
//! - Every line names its authority; every statement of the article is shown or its omission explained (`inv_30_…`,
//!   `tests/review.rs`).
//! - A value that cannot be used is reported and counts as unknown (`inv_31_…`, `tests/answers.rs`).
//! - Equal input gives equal output (`inv_36_…`).
//!
//! # The engine alone
//!
//! With `default-features = false` nothing of a browser is built. Answers come in as they would in JSON; what cannot be used
//! is listed in `issues` and counts as unknown.
//!
//! ```
//! use nms_advisor::answer::{Reading, Sent};
//! use nms_advisor::engine::assessment::{Scope, assess};
//! use nms_advisor::engine::rule::Grade;
//! use nms_advisor::guideline::NMS;
//!
//! let mut reading = Reading::new(&NMS);
//! reading.take(&NMS, "agents", &Sent::List(vec![Sent::Text("haloperidol".into())]));
//! reading.take(&NMS, "temperature", &Sent::Number(41.3));
//! reading.take(&NMS, "heartRate", &Sent::Text("fast".into()));
//! reading.settle(&NMS);
//! assert_eq!(reading.issues.len(), 1, "a text is no heart rate");
//!
//! let assessment = assess(&NMS, &reading.findings, Scope::All);
//! assert_eq!(assessment.severity.grade, Some(Grade::Severe));
//! assert!(assessment.verdicts.iter().any(|verdict| verdict.rule.id == "discontinue-dopamine-antagonists"));
//! ```
//!
//! In another Yew app the widget is a component, `widget::NmsAdvisor`: `examples/host.rs` is such an app.
//!
//! # Modules
//!
//! - [`engine`]: findings, criteria, rules, assessment; knows nothing clinical, and nothing of browsers or JSON.
//! - [`guideline`]: the rule set, data only.
//! - [`answer`]: typed or sent values into answers, with problems in clear sentences.
//! - [`case_file`]: a case as text, for a file and for the `#` of a link.
//! - [`data_in`]: what comes from outside: FHIR resources and pasted text, with what was not used and why.
//! - [`session`]: what was typed into one widget, and the one place where it changes.
//! - [`panel`], [`note`]: what is shown or copied of an assessment, in words and order.
//! - [`release`]: version and age of this copy.
//! - [`teaching`]: cases in stages, the log of a run, what is told of both; pure, times are given to it.
//! - [`wire`]: the JSON contracts.
//! - [`wording`]: every word of the interface, one place a language.
//! - `widget`, `js` (feature `widget`): Yew components, `widget::seminar` those of the teaching room, and the JavaScript
//!   exports. Two entries link them: `main.rs`, and `bin/teaching.rs` with the room.

/// The example of the crate's page is tested as the others are.
#[cfg(doctest)]
#[doc = include_str!("../docs/crate.md")]
pub struct CratePage;

pub mod answer;
pub mod case_file;
pub mod data_in;
pub mod engine;
pub mod guideline;
#[cfg(feature = "widget")]
pub mod js;
pub mod note;
pub mod panel;
pub mod release;
pub mod session;
pub mod teaching;
#[cfg(feature = "widget")]
pub mod widget;
pub mod wire;
pub mod wording;
