//! The line to type or paste into, first in the form: what was understood stands below it, each with its way back.

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use crate::session::{Edit, Intake, Origin};
use crate::widget::intake::{chips, focus_last_chip, gist};
use crate::widget::language::use_edition;

/// A text for the reader of what comes from outside.
#[derive(Clone)]
pub struct Asked {
    /// The text, or a record as JSON.
    pub text: String,
    /// Takes what was read, or why nothing could be.
    pub done: Callback<Result<Intake, String>>,
}

/// Reads what comes from outside; given by the page, as it is loaded on first use.
pub type Reader = Callback<Asked>;

/// Properties of [`Line`].
#[derive(Clone, PartialEq, Properties)]
pub struct LineProps {
    /// The number of the case.
    pub case_number: u32,
    /// What was read last.
    pub intake: Option<std::rc::Rc<Intake>>,
    /// Reads.
    pub reader: Reader,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
}

/// How the reading stands.
#[derive(Clone, PartialEq)]
enum State {
    Idle,
    Reading,
    Nothing,
    Failed(String),
}

/// The line.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let edition = use_edition();
    let words = edition.words;
    let told = &words.intake;
    let state = use_state_eq(|| State::Idle);
    let field = use_node_ref();
    let case = use_mut_ref(|| props.case_number);
    *case.borrow_mut() = props.case_number;
    {
        let (field, state) = (field.clone(), state.setter());
        let seen = use_mut_ref(|| props.case_number);
        // another patient: what was typed and not read yet is not theirs
        use_effect_with(props.case_number, move |number| {
            // the first time there is no other: what was typed meanwhile stays
            if seen.replace(*number) == *number {
                return;
            }
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value("");
            }
            state.set(State::Idle);
        });
    }
    let read = {
        let (state, field) = (state.clone(), field.clone());
        let (reader, on_edit, case) = (props.reader.clone(), props.on_edit.clone(), case.clone());
        Callback::from(move |()| {
            let Some(box_) = field.cast::<HtmlTextAreaElement>() else { return };
            let text = box_.value();
            if text.trim().is_empty() {
                return;
            }
            state.set(State::Reading);
            let (state, asked, on_edit, case) = (state.clone(), text.clone(), on_edit.clone(), case.clone());
            let number = *case.borrow();
            let done = Callback::from(move |read: Result<Intake, String>| {
                // what was asked for the last patient is not for this one
                if *case.borrow() != number {
                    return;
                }
                state.set(match read {
                    Ok(intake) if intake.is_nothing() => State::Nothing,
                    Ok(intake) => {
                        // what was typed in the meantime stays
                        if box_.value() == asked {
                            box_.set_value("");
                        }
                        on_edit.emit(Edit::TakeIn(Box::new(intake)));
                        State::Idle
                    }
                    Err(why) => State::Failed(why),
                });
            });
            reader.emit(Asked { text, done });
        })
    };
    let onkeydown = {
        let (read, field) = (read.clone(), field.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            // Enter is then that of the input method
            "Enter" if !event.is_composing() && !event.shift_key() => {
                event.prevent_default();
                read.emit(());
            }
            "Backspace" if field.cast::<HtmlTextAreaElement>().is_some_and(|field| field.value().is_empty()) => {
                if let Some(field) = field.cast::<Element>()
                    && focus_last_chip(&field)
                {
                    event.prevent_default();
                }
            }
            _ => {}
        }
    };
    let onpaste = {
        let read = read.clone();
        move |_: Event| {
            let read = read.clone();
            // once the text is in the field
            Timeout::new(0, move || read.emit(())).forget();
        }
    };
    let onclick = move |_: MouseEvent| read.emit(());
    let shown = props.intake.as_ref().filter(|intake| intake.origin == Origin::Line);
    // it has said enough by then; it still describes the field
    let read_before = shown.is_some();
    let reading = *state == State::Reading;
    let said = match &*state {
        // for those who hear it: it stands on the chips
        State::Idle => shown.map_or_else(String::new, |intake| gist(words, intake)),
        State::Reading => told.reading.into(),
        State::Nothing => told.nothing.into(),
        State::Failed(why) => told.failed(why),
    };
    let class = match *state {
        State::Idle => "vh",
        State::Failed(_) => "error",
        State::Reading | State::Nothing => "line-said",
    };
    html! {
        <div class="line" data-role="line">
            <label class="label" for="nms-line">{ told.label }</label>
            <div class="line-entry">
                <textarea
                    ref={field}
                    id="nms-line"
                    rows="1"
                    autocomplete="off"
                    spellcheck="false"
                    autocorrect="off"
                    autocapitalize="off"
                    aria-describedby="nms-line-hint"
                    {onkeydown} {onpaste}
                />
                <button type="button" class="button" data-action="read" aria-disabled={reading.to_string()} {onclick}>{ told.read }</button>
            </div>
            <p class="hint" id="nms-line-hint" hidden={read_before}>{ told.hint }</p>
            <p class={class} role="status" data-role="line-said">{ said }</p>
            if let Some(intake) = shown {
                { chips(edition, intake, &props.on_edit) }
            }
        </div>
    }
}
