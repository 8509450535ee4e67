//! The plan as a crisis checklist: how bad and why, what to do now, what not to do, what to ask next. Everything else is one
//! click away. What is closed is not drawn.

pub mod around;
pub mod ask;
pub mod body;
pub mod closed;
pub mod news;
pub mod opened;
pub mod row;
pub mod sections;
pub mod state;
pub mod welcome;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::assessment::Scope;
use crate::engine::finding::{FindingIndex, Findings};
use crate::engine::stock::Place;
use crate::panel::Panel;
use crate::panel::rows::{Area, Sheet, sheet};
use crate::session::{Dosing, Edit};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_edition;
use crate::widget::notices::Notices;
use crate::widget::paper::{Paper, use_paper};
use crate::widget::plan::around::{Around, Mark, fold};
use crate::widget::plan::ask::{ask_line, use_asks};
use crate::widget::plan::closed::sections;
use crate::widget::plan::news::news_line;
use crate::widget::plan::opened::{Opened, Turn};
use crate::widget::plan::sections::area;
use crate::widget::plan::state::state_bar;
use crate::widget::plan::welcome::welcome;
use crate::widget::problems::{Conflicts, Problems};
use crate::wording::Edition;

/// Properties of [`Plan`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlanProps {
    /// What is shown.
    pub panel: Rc<Panel>,
    /// The lines already carried out, as a list separated by commas.
    pub done: AttrValue,
    /// The lines that are not possible here, as a list separated by commas.
    #[prop_or_default]
    pub not_possible: AttrValue,
    /// What is stated of dantrolene, as typed.
    #[prop_or_default]
    pub dosing: Dosing,
    /// The dantrolene that the page states.
    #[prop_or_default]
    pub stock: Rc<Vec<Place>>,
    /// A site's own numbers, by contact.
    #[prop_or_default]
    pub numbers: Vec<(&'static str, String)>,
    /// The answers in use.
    pub findings: Rc<Findings>,
    /// Which advice is shown.
    pub scope: Scope,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// The plan with everything around it.
#[component]
pub fn Plan(props: &PlanProps) -> Html {
    let edition = use_edition();
    let words = edition.words;
    let told = &words.plan;
    let panel = &props.panel;
    let opened = use_reducer_eq(Opened::default);
    let (asks, stale) = use_asks(edition, panel, &props.findings);
    let turn = opened.dispatcher();
    let on_toggle = use_callback((), {
        let turn = turn.clone();
        move |event: Event, ()| {
            if let Some(told) = Turn::told(&event) {
                turn.dispatch(told);
            }
        }
    });
    let around = Rc::new(Around {
        edition,
        panel: Rc::clone(panel),
        findings: Rc::clone(&props.findings),
        opened: if use_paper() == Paper::Everything { Opened::everything() } else { Opened::clone(&opened) },
        numbers: props.numbers.clone(),
        dosing: props.dosing.clone(),
        stock: Rc::clone(&props.stock),
        on_edit: props.on_edit.clone(),
        on_focus: props.on_focus.clone(),
        on_mark: use_marks(edition, props),
        on_toggle,
    });
    let rows = sheet(edition.rules, panel);
    let nothing = props.findings.is_empty() && panel.not_used.is_empty() && panel.refused.is_empty();
    let on_focus = &props.on_focus;
    let all = opened.all;
    let onclick = move |_: MouseEvent| turn.dispatch(Turn::All(!all));
    let open_all = html! {
        <button type="button" class="link" data-action="open-all" aria-pressed={all.to_string()} {onclick}>
            { if all { told.close_all } else { told.open_all } }
        </button>
    };
    html! {
        <section class="plan" part="panel" aria-labelledby="nms-plan-title" data-role="panel">
            <Heading below={1} class="vh" id="nms-plan-title">{ told.title }</Heading>
            { state_bar(&around) }
            // each in a box of its own: a list that grows among siblings without keys moves every one of them
            <div>
                if let Some(higher) = &panel.higher_elsewhere {
                    <p class="higher" data-role="higher-elsewhere">{ glyph(Icon::Warning) }{ higher }</p>
                }
            </div>
            <div>{ news_line(&around) }</div>
            <div>
                <Problems role="not-used" title={told.not_used} icon={Icon::Critical} problems={panel.not_used.clone()} from_page={panel.refused.clone()} on_focus={on_focus.clone()} />
                <Conflicts conflicts={panel.conflicts.clone()} />
                <Problems role="unusual-list" title={told.unusual} icon={Icon::Question} problems={panel.unusual.clone()} on_focus={on_focus.clone()} />
            </div>
            <div class="cols">
                <div class="col">
                    if nothing { { welcome(&around) } }
                    { steps(&around, &rows, &open_all) }
                </div>
                <div class="col">
                    if !nothing { <div class="plan-sheet">{ ask_line(&around, &asks, stale) }{ area(&around, &rows, Area::Consider, Html::default()) }</div> }
                    // hidden until the page around the widget gives it something; the element takes care of that
                    <div class="local" data-role="local-notes" hidden={true}>
                        <p class="label">{ told.local_note }</p>
                        <slot name="local-notes"></slot>
                    </div>
                    { sections(&around, &rows, !nothing) }
                    <Notices />
                </div>
            </div>
        </section>
    }
}

/// Principles, steps, what to check first, what to avoid, and the dangers.
fn steps(around: &Rc<Around>, rows: &Sheet, open_all: &Html) -> Html {
    const STEPS: [Area; 4] = [Area::Now, Area::Check, Area::Avoid, Area::Dangers];
    let Some(first) = STEPS.into_iter().find(|area| !rows.rows(*area).is_empty()) else { return Html::default() };
    html! {
        <div class="plan-sheet">
            if !rows.principles.is_empty() { { principles(around, rows) } }
            { for STEPS.into_iter().map(|one| area(around, rows, one, if one == first { open_all.clone() } else { Html::default() })) }
        </div>
    }
}

/// What holds for all of it; it is no step.
fn principles(around: &Rc<Around>, rows: &Sheet) -> Html {
    let cards = rows.principles.iter().map(|card| {
        let row = crate::panel::rows::Row { card: *card, number: None, parts: Vec::new(), folded: Vec::new() };
        let open = around.opened.is(card.rule.id, false);
        let head = html! { <span class="head" data-role="headline">{ card.headline }</span> };
        html! {
            <div class="principle" key={card.rule.id} data-rule={card.rule.id} data-status={card.status.id()} data-kind={card.rule.kind.id()} data-urgency={card.rule.urgency.id()}>
                { fold(around, card.rule.id.to_string(), open, "opens", head, || body::body(&row, around)) }
            </div>
        }
    });
    html! { <div class="principles" data-group="principles">{ for cards }</div> }
}

/// What a reader says about a line goes into the answers. What was carried out was possible.
#[hook]
fn use_marks(edition: Edition, props: &PlanProps) -> Callback<(Mark, &'static str)> {
    let lists = use_mut_ref(|| (AttrValue::default(), AttrValue::default()));
    // read when a mark is made, so that the callback stays the same and no row is drawn again for it
    lists.replace((props.done.clone(), props.not_possible.clone()));
    use_callback((edition, props.on_edit.clone()), move |(mark, id): (Mark, &'static str), (edition, on_edit)| {
        let (done, not_possible) = lists.borrow().clone();
        let (list, marked, other, others) = match mark {
            Mark::Done => ("treatmentsGiven", done, "treatmentsNotPossible", not_possible),
            Mark::NotPossible => ("treatmentsNotPossible", not_possible, "treatmentsGiven", done),
        };
        if let (Some(index), Some(other)) = (edition.rules.find(list), edition.rules.find(other)) {
            on_edit.emit(Edit::Answer(index, toggled(&marked, id)));
            if others.split(',').any(|name| name.trim() == id) {
                on_edit.emit(Edit::Answer(other, toggled(&others, id)));
            }
        }
    })
}

/// The list with `id` added, or taken out where it was in.
fn toggled(list: &str, id: &str) -> String {
    let names: Vec<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    let others: Vec<&str> = names.iter().copied().filter(|name| *name != id).collect();
    if others.len() == names.len() { [others, vec![id]].concat().join(", ") } else { others.join(", ") }
}
