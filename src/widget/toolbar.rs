//! The bar at the head of the widget: which tool and which room, the draft state, and the menus of what concerns the whole
//! case. Where there is little room the menus stand in one.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use crate::engine::assessment::Scope;
use crate::engine::finding::Day;
use crate::release::{self, Age};
use crate::session::{Edit, Session};
use crate::widget::case_menu::CaseMenu;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_edition;
use crate::widget::line::Reader;
use crate::widget::menu::{self, Listening, menu};
use crate::widget::menus::{display, new_case, sources};
use crate::widget::notices;
use crate::widget::paper::Turn;
use crate::wording::Edition;
use crate::wording::areas::Bar;

/// Properties of [`Toolbar`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// The case.
    pub case: Rc<Session>,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Opens everything in the plan, before all of it is printed.
    #[prop_or_default]
    pub on_print: Callback<Turn>,
    /// Leads from one room to the other, where there are two.
    #[prop_or_default]
    pub rooms: Option<Html>,
    /// What the teaching room adds to *Hand over*.
    #[prop_or_default]
    pub more_ways: Html,
    /// Reads files of a record.
    #[prop_or_default]
    pub reader: Option<Reader>,
    /// What the teaching room adds to *Display*.
    #[prop_or_default]
    pub more_display: Html,
}

/// One line: brand, room, draft state, menus, undo.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let edition = use_edition();
    let told = &edition.words.bar;
    let bar = use_node_ref();
    let open = use_state_eq(|| false);
    {
        let (bar, open) = (bar.clone(), open.setter());
        use_effect_with((), move |()| listen(bar, open));
    }
    let onclick = {
        let bar = bar.clone();
        move |event: MouseEvent| {
            let menu = event.target_dyn_into::<Element>().and_then(|target| target.closest(".menu").ok().flatten());
            // a browser of before 2024 does not know that menus of one name close each other
            if let (Some(bar), Some(menu)) = (bar.cast::<Element>(), menu) {
                menu::close(&bar, Some(&menu));
            }
        }
    };
    let onkeydown = {
        let (bar, open) = (bar.clone(), open.clone());
        move |event: KeyboardEvent| {
            let Some(bar) = bar.cast::<Element>() else { return };
            let taken = if event.key() == "Escape" { escaped(&bar, &open) } else { menu::moved(&event, &bar) };
            if taken {
                event.prevent_default();
                event.stop_propagation();
            }
        }
    };
    let onfocusout = {
        let (bar, open) = (bar.clone(), open.clone());
        move |event: FocusEvent| {
            let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            if let (Some(bar), Some(to)) = (bar.cast::<Element>(), to)
                && !bar.contains(Some(&to))
            {
                menu::close(&bar, None);
                open.set(false);
            }
        }
    };
    let on_done = {
        let (bar, open) = (bar.clone(), open.clone());
        Callback::from(move |()| {
            if let Some(bar) = bar.cast::<Element>() {
                escaped(&bar, &open);
            }
        })
    };
    html! {
        <header ref={bar.clone()} class="toolbar" part="toolbar" {onclick} {onkeydown} {onfocusout}>
            <Heading class="brand">
                { glyph(Icon::Monitor) }
                <span class="long">{ told.name }</span>
                <span class="short">{ told.short_name }</span>
            </Heading>
            { props.rooms.clone() }
            { draft(edition, &bar) }
            { aged(edition, &bar, props.case.today) }
            { menus(edition, props, &open, &on_done) }
            if props.case.replaced.is_some() || props.case.can_take_back() {
                { undo(told, &props.on_edit) }
            }
        </header>
    }
}

/// The menus, and the button that shows them where there is little room.
fn menus(edition: Edition, props: &ToolbarProps, open: &UseStateHandle<bool>, on_done: &Callback<()>) -> Html {
    let told = &edition.words.bar;
    let Session { scope, .. } = *props.case;
    let source = if scope == Scope::ArticleOnly { told.sources_article } else { told.sources_all };
    let toggle = {
        let open = open.clone();
        move |event: MouseEvent| {
            // Safari does not give the focus to a button that is clicked, and Escape would not be heard
            let target = event.target_dyn_into::<Element>();
            let button = target.and_then(|target| target.closest(".menu-button").ok().flatten());
            button.iter().for_each(menu::focus);
            open.set(!*open);
        }
    };
    let part = |role: &'static str, icon: Icon, name: &'static str, body: Html| {
        menu(role, NodeRef::default(), html! { <>{ glyph(icon) }{ name }</> }, Callback::noop(), body)
    };
    html! {
        <div class="bar-menus">
            <button type="button" class="button menu-button" data-action="menu" aria-expanded={open.to_string()} aria-controls="nms-menus" onclick={toggle}>
                { glyph(Icon::Menu) }
                <span class="word">{ told.menu }</span>
            </button>
            <div class="menus" id="nms-menus" role="group" aria-label={told.menu} data-open={open.to_string()} data-basis={if scope == Scope::ArticleOnly { "article" } else { "all" }}>
                { props.rooms.clone() }
                { part("sources-menu", Icon::Book, source, sources(edition, scope, &props.on_edit)) }
                { part("new-menu", Icon::New, told.new, new_case(edition, props.reader.as_ref(), &props.on_edit, on_done)) }
                <CaseMenu case={Rc::clone(&props.case)} more={props.more_ways.clone()} on_print={props.on_print.clone()} />
                { part("display-menu", Icon::Watch, told.display, display(told, &props.case, &props.more_display, &props.on_edit)) }
            </div>
        </div>
    }
}

/// The draft state, until someone signs the rule set; it leads to the notices.
fn draft(edition: Edition, bar: &NodeRef) -> Html {
    let (rules, told) = (edition.rules, &edition.words.bar);
    let notice = rules.notices.iter().find(|notice| notice.id == "draft" && rules.reviewed.is_none());
    html! {
        if let Some(notice) = notice {
            <button type="button" class="bar-draft" part="draft" data-role="draft" onclick={to_notices(bar)}>
                { glyph(Icon::Warning) }
                <span class="long">{ notice.label }</span>
                <span class="short">{ told.draft }</span>
                <span class="vh">{ told.to_notices }</span>
            </button>
        }
    }
}

/// The age of this copy, where it matters; it leads to the notices too.
fn aged(edition: Edition, bar: &NodeRef, today: Option<Day>) -> Html {
    let told = &edition.words.release;
    let short = match release::this().age(today) {
        Age::Unknown | Age::Current => return Html::default(),
        Age::ClockBehind(_) => told.clock_short,
        Age::Old { .. } => told.old_short,
    };
    html! {
        <button type="button" class="bar-draft" data-role="age" onclick={to_notices(bar)}>
            { glyph(Icon::Warning) }
            <span>{ short }</span>
            <span class="vh">{ edition.words.bar.to_notices }</span>
        </button>
    }
}

fn to_notices(bar: &NodeRef) -> Callback<MouseEvent> {
    let bar = bar.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(Ok(Some(frame))) = bar.cast::<Element>().map(|bar| bar.closest(".frame")) {
            notices::lead_to(&frame);
        }
    })
}

fn undo(told: &'static Bar, on_edit: &Callback<Edit>) -> Html {
    let on_edit = on_edit.clone();
    html! {
        <button type="button" class="button undo" data-action="undo" onclick={move |_: MouseEvent| on_edit.emit(Edit::Undo)}>
            { glyph(Icon::Undo) }
            <span class="word">{ told.undo }</span>
            <span class="vh">{ told.undo_what }</span>
        </button>
    }
}

/// Closes what is open and returns the focus to what opened it; `false` where nothing was.
fn escaped(bar: &Element, open: &UseStateHandle<bool>) -> bool {
    let mut opener = menu::close(bar, None);
    if **open {
        open.set(false);
        opener = bar.query_selector(".menu-button").ok().flatten();
    }
    opener.iter().for_each(menu::focus);
    opener.is_some()
}

/// A click elsewhere closes the menus.
fn listen(bar: NodeRef, open: UseStateSetter<bool>) -> impl FnOnce() {
    let root = bar.cast::<Element>();
    let document = root.as_ref().and_then(|bar| bar.owner_document());
    let clicks = document.map(|document| {
        Listening::to(document.into(), "click", move |event| {
            if let Some(bar) = bar.cast::<Element>()
                && !event.composed_path().includes(&bar, 0)
            {
                menu::close(&bar, None);
                open.set(false);
            }
        })
    });
    move || drop(clicks)
}
