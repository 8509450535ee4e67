//! What stands below the rows: closed sections, each a line that tells its gist.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::derived::Suspicion;
use crate::engine::rule::{Grade, Place};
use crate::panel::beyond;
use crate::panel::change::nearest;
use crate::panel::rows::{Area, Sheet};
use crate::widget::contacts::contacts_list;
use crate::widget::disagreement::disagreement_view;
use crate::widget::drugs::drug_cards;
use crate::widget::look_alikes::look_alikes_list;
use crate::widget::plan::around::Around;
use crate::widget::plan::ask::nearest_list;
use crate::widget::plan::body::article_alone;
use crate::widget::plan::sections::{list, name, section};
use crate::widget::schedule::schedule_table;
use crate::widget::score::score_details;

/// Every section that has something in it, in order.
pub fn sections(around: &Rc<Around>, sheet: &Sheet, findings_given: bool) -> Html {
    let later_first = sheet.rows(Area::Later).iter().any(|row| row.card.place == Place::Screen);
    let other_first = around.panel.state == Suspicion::NotSupported;
    html! {
        <div class="plan-sheet folds">
            if later_first { { rows_in(around, sheet, Area::Later, true) } }
            if other_first { { other_causes(around, true) } }
            { calls(around, sheet) }
            { measure(around, sheet) }
            { rows_in(around, sheet, Area::Watch, false) }
            if !other_first { { other_causes(around, around.panel.state == Suspicion::Check) } }
            { drugs(around) }
            if findings_given { { what_if(around) } }
            if !later_first { { rows_in(around, sheet, Area::Later, false) } }
            { score(around) }
            { know(around, sheet) }
        </div>
    }
}

/// Rows of an area that is a section.
fn rows_in(around: &Rc<Around>, sheet: &Sheet, area: Area, by_itself: bool) -> Html {
    let words = around.edition.words;
    let rows = sheet.rows(area);
    if rows.is_empty() {
        return Html::default();
    }
    let gist = html! { { rows.iter().map(|row| row.card.headline).collect::<Vec<_>>().join(" · ") } };
    html! {
        <div data-group={area.id()} key={area.id()}>
            { section(around, area.id(), name(words, area), gist, by_itself, || html! { <>{ gate(around, area) }{ list(around, area, rows) }</> }) }
        </div>
    }
}

/// The day of a rechallenge, in the section of recovery.
fn gate(around: &Around, area: Area) -> Html {
    if area != Area::Later || article_alone(around) {
        return Html::default();
    }
    let panel = &around.panel;
    beyond::gate(around.edition.words, &panel.assessment, panel.given).map_or_else(Html::default, |gate| {
        html! {
            <div data-role="gate" data-state={gate.state}>
                <p class="label">{ around.edition.words.beyond.gate }</p>
                <p>{ gate.text }</p>
            </div>
        }
    })
}

/// Whom to call, where the row that names them is not in the plan.
fn calls(around: &Rc<Around>, sheet: &Sheet) -> Html {
    let rules = around.edition.rules;
    let in_row = sheet.rows(Area::Now).iter().any(|row| row.card.rule.id == rules.beyond.calls);
    let contacts = around.panel.assessment.answers.contacts();
    if in_row || article_alone(around) || contacts.is_empty() {
        return Html::default();
    }
    let gist = contacts.iter().map(|(contact, _)| contact.label).collect::<Vec<_>>().join(" · ");
    section(around, "calls", around.edition.words.plan.call, gist.into(), false, || contacts_list(around))
}

/// What to measure how often, and lines about measuring that stand by themselves.
fn measure(around: &Rc<Around>, sheet: &Sheet) -> Html {
    let told = &around.edition.words.plan;
    let (panel, rows) = (&around.panel, sheet.rows(Area::Monitor));
    let scheduled =
        !article_alone(around) && beyond::scheduled(around.edition.rules, &panel.assessment).next().is_some();
    if rows.is_empty() && !scheduled {
        return Html::default();
    }
    let by_itself = matches!(panel.severity.grade, Some(Grade::Mild | Grade::Moderate));
    html! {
        <div data-group={Area::Monitor.id()} key="monitor">
            { section(around, "schedule", told.measure, told.measure_gist.into(), by_itself, || html! {
                <>
                    if scheduled { { schedule_table(around) } }
                    if !rows.is_empty() { { list(around, Area::Monitor, rows) } }
                </>
            }) }
        </div>
    }
}

/// What else it could be.
fn other_causes(around: &Rc<Around>, by_itself: bool) -> Html {
    let panel = &around.panel;
    if article_alone(around) {
        return Html::default();
    }
    let rows = panel.assessment.answers.differential();
    if rows.is_empty() {
        return Html::default();
    }
    let gist = rows.iter().map(|row| row.look_alike.label).collect::<Vec<_>>().join(" · ");
    let possible = panel.state == Suspicion::Possible;
    section(around, "look-alikes", around.edition.words.plan.look_alikes, gist.into(), by_itself || possible, || {
        look_alikes_list(around)
    })
}

/// Reference cards of the drugs in the plan.
fn drugs(around: &Rc<Around>) -> Html {
    let panel = &around.panel;
    if article_alone(around) {
        return Html::default();
    }
    let cards: Vec<&str> =
        beyond::cards_in_plan(around.edition.rules, &panel.assessment).map(|card| card.label).collect();
    if cards.is_empty() {
        return Html::default();
    }
    section(around, "drugs", around.edition.words.beyond.drugs, cards.join(" · ").into(), false, || drug_cards(around))
}

/// The nearest change of each answer; worked out when it is looked at.
fn what_if(around: &Rc<Around>) -> Html {
    let told = &around.edition.words.changes;
    section(around, "what-if", around.edition.words.plan.changes, told.what_if_note.into(), false, || {
        nearest_list(around, &nearest(around.edition, &around.panel.assessment, &around.findings))
    })
}

/// The consensus criteria.
fn score(around: &Rc<Around>) -> Html {
    if article_alone(around) {
        return Html::default();
    }
    let score = beyond::score(around.edition, &around.panel.assessment);
    let gist = html! { <b data-role="interval">{ &score.text }</b> };
    section(around, "score", score.label, gist, false, || score_details(around, &score))
}

/// Background, and every question on which sources differ.
fn know(around: &Rc<Around>, sheet: &Sheet) -> Html {
    let words = around.edition.words;
    let (rows, differ) = (sheet.rows(Area::Know), around.edition.rules.disagreements);
    let all = !article_alone(around);
    if rows.is_empty() && !all {
        return Html::default();
    }
    let gist = if all { words.beyond.differ(&differ.len()) } else { String::new() };
    html! {
        <div data-group={Area::Know.id()} key="know">
            { section(around, "know", words.plan.know, gist.into(), false, || html! {
                <>
                    if !rows.is_empty() { { list(around, Area::Know, rows) } }
                    if all {
                        <div class="disagreements" data-role="disagreements">
                            { for differ.iter().map(|row| disagreement_view(around.edition, row)) }
                        </div>
                    }
                </>
            }) }
        </div>
    }
}
