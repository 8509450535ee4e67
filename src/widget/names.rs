//! Drugs by name, separated by commas, with a list of names for the one that is being typed: the combobox pattern of the
//! ARIA authoring practices. The focus stays in the field; arrows move through the list, Enter takes, Escape closes.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::agent::Agent;
use crate::engine::rule_set::RuleSet;
use crate::widget::field::FieldProps;
use crate::widget::language::use_edition;
use crate::wording::Words;

/// More suggestions than that are no help.
const SUGGESTIONS: usize = 8;

/// A line of names.
#[component]
pub fn NamesInput(props: &FieldProps) -> Html {
    let edition = use_edition();
    let words = edition.words;
    let active = use_state_eq(|| None::<usize>);
    let open = use_state_eq(|| false);
    let answer = props.answer();
    let names = if *open { suggestions(edition.rules, &props.text) } else { Vec::new() };
    let chosen = active.filter(|at| *at < names.len());
    let oninput = {
        let (answer, active, open) = (answer.clone(), active.clone(), open.clone());
        move |event: InputEvent| {
            active.set(None);
            open.set(true);
            answer.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        }
    };
    let take = {
        let (text, active, open) = (props.text.clone(), active.clone(), open.clone());
        Callback::from(move |agent: &'static Agent| {
            active.set(None);
            open.set(false);
            answer.emit(completed(&text, agent.id));
        })
    };
    let onkeydown = {
        let (active, open, take, names) = (active.clone(), open.clone(), take.clone(), names.clone());
        move |event: KeyboardEvent| {
            // Enter and Escape are then those of the input method
            if event.is_composing() {
                return;
            }
            let last = names.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" if names.is_empty() => open.set(true),
                "ArrowDown" => active.set(Some(chosen.map_or(0, |at| if at == last { 0 } else { at + 1 }))),
                "ArrowUp" if !names.is_empty() => {
                    active.set(Some(chosen.map_or(last, |at| at.checked_sub(1).unwrap_or(last))));
                }
                "Enter" => match chosen.and_then(|at| names.get(at)) {
                    Some(agent) => take.emit(agent),
                    None => return,
                },
                "Escape" if !names.is_empty() => {
                    open.set(false);
                    // a dialog around the widget closes at the next one
                    event.stop_propagation();
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let onblur = move |_: FocusEvent| open.set(false);
    let list = format!("{}-names", props.control());
    let option_id = |at: usize| format!("{list}-{at}");
    html! {
        <div class="combobox">
            <input
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                autocorrect="off"
                autocapitalize="off"
                aria-autocomplete="list"
                aria-expanded={(!names.is_empty()).to_string()}
                aria-controls={list.clone()}
                aria-activedescendant={chosen.map(option_id)}
                id={props.control()}
                aria-describedby={props.described_by()}
                aria-invalid={props.invalid()}
                placeholder={words.form.drug_names}
                value={props.text.clone()}
                {oninput} {onkeydown} {onblur}
            />
            <ul role="listbox" id={list.clone()} aria-label={words.form.suggestions(&props.finding.label)} hidden={names.is_empty()}>
                { for names.iter().enumerate().map(|(at, agent)| option(words, agent, option_id(at), chosen == Some(at), &take)) }
            </ul>
        </div>
    }
}

/// One name, with what it is: a press takes it before the field loses the focus.
fn option(
    words: &'static Words,
    agent: &'static Agent,
    id: String,
    chosen: bool,
    take: &Callback<&'static Agent>,
) -> Html {
    let take = take.clone();
    let onmousedown = move |event: MouseEvent| {
        event.prevent_default();
        take.emit(agent);
    };
    html! {
        <li role="option" key={agent.id} {id} aria-selected={chosen.to_string()} {onmousedown}>
            <b>{ agent.id }</b>
            <span class="row-note">
                { agent.class.label() }
                if agent.long_acting { { words.form.depot } }
            </span>
        </li>
    }
}

/// Agents whose generic or brand name begins with what is typed behind the last comma.
fn suggestions(rules: &RuleSet, text: &str) -> Vec<&'static Agent> {
    let (_, last) = parted(text);
    let typed = last.trim().to_ascii_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let named = |agent: &&Agent| {
        agent.id != typed
            && (agent.id.starts_with(&typed) || agent.brands.iter().any(|brand| brand.starts_with(&typed)))
    };
    rules.agents.iter().filter(named).take(SUGGESTIONS).collect()
}

/// The line with its last name completed.
fn completed(text: &str, name: &str) -> String {
    let (before, _) = parted(text);
    let space = if before.is_empty() { "" } else { " " };
    format!("{before}{space}{name}")
}

/// What stands up to the last comma, and behind it.
fn parted(text: &str) -> (&str, &str) {
    let start = text.rfind([',', ';']).map_or(0, |comma| comma + 1);
    text.split_at_checked(start).unwrap_or(("", text))
}
