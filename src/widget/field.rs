//! One question of the form. The only component that knows which control answers which kind of finding; labels, hints,
//! errors and their wiring to the control are written here once.

use yew::prelude::*;

use crate::engine::finding::{Finding, FindingIndex, FindingKind};
use crate::guideline::raised::Raised;
use crate::session::Edit;
use crate::widget::choice::choice;
use crate::widget::entry::text_entry;
use crate::widget::hint::hint;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::widget::names::NamesInput;
use crate::widget::raised::raised;
use crate::widget::tristate::tristate;

/// What stands beside a question in a few words, after the state of the case.
#[derive(Clone, Debug, PartialEq)]
pub enum Brief {
    /// A yes that was not given and follows from other answers: from which.
    Follows(AttrValue),
    /// For when there is no answer to the question above.
    Instead(&'static str),
}

/// Properties of [`Field`].
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Which finding.
    pub index: FindingIndex,
    /// The finding.
    pub finding: &'static Finding,
    /// The text as typed.
    pub text: AttrValue,
    /// The position of the unit it is read in.
    pub unit: usize,
    /// The answer that follows from others, or when the question is asked.
    pub brief: Option<Brief>,
    /// The number in the stored unit, where another one was typed.
    pub echo: Option<AttrValue>,
    /// Why the answer is not used.
    pub problem: Option<AttrValue>,
    /// What is unusual about it.
    pub unusual: Option<AttrValue>,
    /// The word that is a bound of this number, and whether it is the answer.
    pub raised: Option<(&'static Raised, bool)>,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
}

impl FieldProps {
    /// The id of the control, unique within the widget.
    #[must_use]
    pub fn control(&self) -> String {
        format!("nms-f-{}", self.finding.id)
    }

    /// The ids of everything that describes the control.
    #[must_use]
    pub fn described_by(&self) -> Option<AttrValue> {
        let parts = [
            (!self.finding.hint.is_empty(), "hint"),
            (self.brief.is_some(), "brief"),
            (self.echo.is_some(), "echo"),
            (self.unusual.is_some(), "unusual"),
            (self.problem.is_some(), "error"),
        ];
        let ids: Vec<String> =
            parts.iter().filter(|part| part.0).map(|part| format!("{}-{}", self.control(), part.1)).collect();
        (!ids.is_empty()).then(|| ids.join(" ").into())
    }

    /// `true` for assistive technology while the answer is not used.
    #[must_use]
    pub fn invalid(&self) -> Option<AttrValue> {
        self.problem.as_ref().map(|_| "true".into())
    }

    /// Takes a new text.
    #[must_use]
    pub fn answer(&self) -> Callback<String> {
        let (on_edit, index) = (self.on_edit.clone(), self.index);
        Callback::from(move |text| on_edit.emit(Edit::Answer(index, text)))
    }
}

/// One question.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let words = use_words();
    let finding = props.finding;
    let id = props.control();
    let label_id = format!("{id}-label");
    let (kind, control) = match finding.kind {
        FindingKind::Boolean => ("beside", tristate(words, props)),
        FindingKind::Choice(_) => ("beside", choice(words, props)),
        FindingKind::Number(_) | FindingKind::Date => ("beside", text_entry(words, props)),
        FindingKind::Agents | FindingKind::Rules => ("wide", html! { <NamesInput ..props.clone() /> }),
    };
    html! {
        <div class={classes!("field", kind)} data-finding={finding.id} data-answered={(!props.text.is_empty()).to_string()} data-unread={props.problem.is_some().to_string()}>
            if matches!(finding.kind, FindingKind::Boolean) {
                <span class="label" id={label_id}>{ finding.label }</span>
            } else {
                <label class="label" id={label_id} for={id.clone()}>{ finding.label }</label>
            }
            { hint(finding, &id) }
            { brief(props, &id) }
            { control }
            { raised(words, props) }
            if let Some(echo) = &props.echo {
                <p class="echo" id={format!("{id}-echo")} data-role="echo">{ echo }</p>
            }
            if let Some(unusual) = &props.unusual {
                <p class="unusual" id={format!("{id}-unusual")} data-role="unusual">{ glyph(Icon::Question) }{ unusual }</p>
            }
            if let Some(problem) = &props.problem {
                <p class="error" id={format!("{id}-error")} data-role="error">{ glyph(Icon::Critical) }{ problem }</p>
            }
        </div>
    }
}

fn brief(props: &FieldProps, control: &str) -> Html {
    let id = format!("{control}-brief");
    match &props.brief {
        Some(Brief::Follows(words)) => html! { <p class="hint follows" {id} data-role="follows">{ words }</p> },
        Some(Brief::Instead(words)) => html! { <p class="hint" {id}>{ *words }</p> },
        None => Html::default(),
    }
}
