//! What the learner commits to, and where it stands beside the plan.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::engine::rule::Grade;
use crate::panel::SeverityRow;
use crate::session::Session;
use crate::teaching::assessed;
use crate::teaching::commit::{ACTIONS, Commitment, Comparison, Row, choices, compare};
use crate::teaching::room::Act;
use crate::widget::choice::Select;
use crate::widget::explanation::reasons;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::shown::read;
use crate::wording::room::Lesson;

/// The grades to choose from.
fn grades(lesson: Lesson) -> [(&'static str, &'static str); 4] {
    let (told, words) = (&lesson.room.commit, &lesson.edition.words.state.grades);
    let grade = |grade: Grade| (grade.id(), words.of(grade));
    [grade(Grade::Mild), grade(Grade::Moderate), grade(Grade::Severe), ("unsure", told.cannot_say)]
}

/// Properties of [`Commit`].
#[derive(Clone, PartialEq, Properties)]
pub struct CommitProps {
    /// What is committed to so far.
    pub made: Commitment,
    /// Whether the plan is shown.
    pub revealed: bool,
    /// Takes the acts.
    pub on_act: Callback<Act>,
}

/// Grade, three actions, a reason; then the plan.
#[component]
pub fn Commit(props: &CommitProps) -> Html {
    let lesson = use_lesson();
    let told = &lesson.room.commit;
    let made = &props.made;
    // the last one, drawn or not: two changes may come before the next drawing
    let latest = use_mut_ref(Commitment::default);
    latest.replace(made.clone());
    let change = |change: fn(&mut Commitment, String)| {
        let (latest, on_act) = (Rc::clone(&latest), props.on_act.clone());
        Callback::from(move |value: String| {
            let mut made = latest.borrow().clone();
            change(&mut made, value);
            latest.replace(made.clone());
            on_act.emit(Act::Commit(made));
        })
    };
    let setters: [fn(&mut Commitment, String); ACTIONS] =
        [|made, value| set(made, 0, value), |made, value| set(made, 1, value), |made, value| set(made, 2, value)];
    let oninput = {
        let set = change(|made, value| made.reason = value);
        move |event: InputEvent| set.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    };
    let reveal = {
        let (on_act, revealed) = (props.on_act.clone(), props.revealed);
        move |_: MouseEvent| on_act.emit(Act::Reveal(!revealed))
    };
    html! {
        <div class="commit plate" data-role="commit">
            <Heading below={1} class="plan-title">{ glyph(Icon::Consider) }{ told.title }</Heading>
            <fieldset class="grade-choice" id="nms-commit-grade">
                <legend>{ told.severity }</legend>
                <div class="grade-options">
                    { for grades(lesson).into_iter().map(|(id, name)| segment(id, name, &made.grade, change(|made, value| made.grade = value))) }
                </div>
            </fieldset>
            { for told.actions.iter().zip(setters).zip(&made.actions).enumerate().map(|(at, ((place, set), chosen))| {
                let id = format!("nms-commit-{at}");
                html! {
                    <label class="stacked" for={id.clone()} key={at}><span>{ *place }</span>
                        <Select {id} value={chosen.clone()} options={actions(lesson)} on_choose={change(set)} />
                    </label>
                }
            }) }
            <label class="stacked" for="nms-commit-reason"><span>{ told.why }</span>
                <textarea id="nms-commit-reason" rows="3" maxlength="1000" value={made.reason.clone()} {oninput} autocomplete="off" spellcheck="false" autocorrect="off" />
            </label>
            <div class="tools">
                <button type="button" class="button primary" data-action="reveal" onclick={reveal}>
                    { glyph(Icon::Watch) }{ if props.revealed { told.hide } else if made.is_made() { told.compare } else { told.reveal } }
                </button>
                if !made.is_made() && !props.revealed {
                    <p class="row-note">{ told.needed }</p>
                }
            </div>
        </div>
    }
}

/// One grade of the four, as a button that is a radio button to the keyboard.
fn segment(id: &'static str, name: &'static str, chosen: &str, on_choose: Callback<String>) -> Html {
    let input = format!("nms-commit-grade-{id}");
    let onchange = move |_: Event| on_choose.emit(id.into());
    html! {
        <label class="grade-option" key={id} for={input.clone()} data-value={id}>
            <input type="radio" class="vh" id={input} name="nms-commit-grade" value={id} checked={chosen == id} {onchange} />
            <span>{ name }</span>
        </label>
    }
}

fn set(made: &mut Commitment, at: usize, value: String) {
    if let Some(action) = made.actions.get_mut(at) {
        *action = value;
    }
}

/// Everything that can be done or considered, in the order of the rule set.
fn actions(lesson: Lesson) -> Vec<(AttrValue, AttrValue)> {
    let rows = choices(lesson.edition.rules).map(|rule| (rule.id.into(), rule.headline.into()));
    std::iter::once(("".into(), lesson.room.commit.choose_action.into())).chain(rows).collect()
}

/// Properties of [`Compared`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComparedProps {
    /// The answers.
    pub session: Rc<Session>,
    /// What was committed to.
    pub made: Commitment,
}

/// Both sides, with the reasons of each difference.
#[component]
pub fn Compared(props: &ComparedProps) -> Html {
    let lesson = use_lesson();
    let told = &lesson.room.commit;
    let (_, panel) = read(lesson.edition, &props.session);
    let assessment = assessed(lesson.edition.rules, &props.session.entries, props.session.scope);
    let compared = compare(lesson, &assessment, &panel, &props.made);
    html! {
        <div class="compared" data-role="compared">
            <Heading below={1} class="plan-title">{ glyph(Icon::Sides) }{ told.side_by_side }</Heading>
            { compared_grades(lesson, &compared) }
            <div class="sides">
                { side(lesson, told.yours, "mine", &compared.mine, &props.made.reason) }
                { side(lesson, told.plan, "plan", &compared.plan, "") }
            </div>
        </div>
    }
}

fn compared_grades(lesson: Lesson, compared: &Comparison) -> Html {
    let (words, told) = (lesson.edition.words, &lesson.room.commit);
    let mine = grades(lesson).into_iter().find(|(id, _)| *id == compared.grade).map_or("", |(_, label)| label);
    let criterion = |row: &SeverityRow| words.note.criterion(&row.label, &words.reasons.stand(row.basis).within);
    html! {
        <div class="sides grades-compared" data-same={compared.same_grade.to_string()}>
            <p><span>{ told.your_grade }</span><b>{ mine }</b></p>
            <p><span>{ told.rule_set }</span><b>{ &compared.severity.text }</b>
                if !compared.severity.criteria.is_empty() {
                    <span class="row-note">{ compared.severity.criteria.iter().map(criterion).collect::<Vec<_>>().join("; ") }</span>
                }
            </p>
        </div>
    }
}

fn side(lesson: Lesson, title: &'static str, id: &'static str, rows: &[Row], reason: &str) -> Html {
    let row = |row: &Row| {
        html! {
            <li key={row.rule.id} data-shared={row.shared.to_string()}>
                { glyph(if row.shared { Icon::Done } else { Icon::Question }) }
                <div>
                    <p><b>{ row.rule.headline }</b></p>
                    <p class="row-note">{ &row.standing }</p>
                    if !row.why.is_empty() {
                        <details class="why"><summary><span class="why-word">{ lesson.edition.words.why }<span class="vh">{ format!(": {}", row.rule.headline) }</span>{ glyph(Icon::Chevron) }</span></summary>{ reasons(lesson.edition.words, &row.why) }</details>
                    }
                </div>
            </li>
        }
    };
    html! {
        <div class="side" data-side={id}>
            <p class="step-kind">{ title }</p>
            <ol role="list">{ for rows.iter().map(row) }</ol>
            if !reason.trim().is_empty() {
                <p class="quote">{ reason }</p>
            }
        </div>
    }
}
