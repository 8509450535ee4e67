//! The session as statements for a learning record store, in a file.

use yew::prelude::*;

use crate::teaching::room::Act;
use crate::teaching::xapi::{base, statements};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::outlet::{Outcome, Outlet, save};

/// Where activities are named, and the way to the file; nothing where nothing was done.
#[component]
pub fn Record(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let words = &lesson.room.record;
    let outcome = use_state(Outcome::default);
    let room = &props.room;
    if room.faced.is_empty() && room.log.state().started.is_none() {
        return Html::default();
    }
    let address = base(&room.activity_base);
    let oninput = {
        let on_act = props.on_act.clone();
        move |event: InputEvent| {
            let input = event.target_unchecked_into::<web_sys::HtmlInputElement>();
            on_act.emit(Act::ActivityBase(input.value()));
        }
    };
    let onclick = {
        let (props, address, outcome) = (props.clone(), address.clone(), outcome.setter());
        move |_: MouseEvent| {
            let Some(base) = &address else { return };
            let all = statements(lesson, &props.room, props.session.scope, base);
            let text = crate::js::json(&crate::wire::xapi::statements(lesson.edition.rules, base, &all));
            save(&outcome, text, "nms-xapi.json", "application/json");
        }
    };
    html! {
        <section class="plate" data-role="record" aria-labelledby="nms-record-title">
            <Heading below={1} class="plan-title" id="nms-record-title">{ glyph(Icon::Book) }{ words.title }</Heading>
            <p class="row-note">{ words.note }</p>
            <label class="stacked" for="nms-activity-base"><span>{ words.base }</span>
                <input id="nms-activity-base" type="url" inputmode="url" value={room.activity_base.clone()} placeholder={crate::teaching::xapi::NOWHERE} aria-describedby="nms-activity-note" aria-invalid={address.is_none().then_some("true")} {oninput} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" />
            </label>
            <p class="row-note" id="nms-activity-note" role="status">{ if address.is_none() { words.no_base } else { "" } }</p>
            <div class="tools">
                <button type="button" class="button" data-action="xapi" disabled={address.is_none()} {onclick}>{ words.save }</button>
            </div>
            <Outlet outcome={(*outcome).clone()} />
        </section>
    }
}
