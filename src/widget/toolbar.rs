//! The head of the widget: what it is, and what concerns the whole case.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::engine::assessment::Scope;
use crate::guideline::{NMS, examples::EXAMPLES};
use crate::session::{Edit, Session, UnitSystem};
use crate::widget::case_menu::CaseMenu;
use crate::widget::choice::Select;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::wording::areas::Bar;

/// Properties of [`Toolbar`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// Which advice is shown.
    pub scope: Scope,
    /// Which units fresh fields offer first.
    pub units: UnitSystem,
    /// Whether a case was replaced or cleared and can be taken back.
    pub undo: bool,
    /// The case, to copy, save or link.
    pub case: Rc<Session>,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
}

/// Title, examples, units, the switch to the article, and a fresh start.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let told = &use_words().bar;
    let edit = props.on_edit.clone();
    let reset = move |_: MouseEvent| edit.emit(Edit::Reset);
    let edit = props.on_edit.clone();
    let undo = move |_: MouseEvent| edit.emit(Edit::Undo);
    html! {
        <header class="toolbar" part="toolbar">
            <div class="brand">
                <Heading class="title">{ told.name }</Heading>
                <p class="subtitle">{ told.subtitle(&NMS.version) }</p>
            </div>
            <div class="tools">
                <CaseMenu case={Rc::clone(&props.case)} on_edit={props.on_edit.clone()} />
                { examples(told, props) }
                { units(told, props) }
                { article_only(told, props) }
                <button type="button" class="button" data-action="reset" onclick={reset}>
                    { glyph(Icon::Reset) }
                    { told.reset }
                </button>
                if props.undo {
                    <button type="button" class="button" data-action="undo" onclick={undo}>
                        { glyph(Icon::Undo) }
                        { told.undo }
                        <span class="vh">{ told.undo_what }</span>
                    </button>
                }
            </div>
        </header>
    }
}

/// Loading is an action, so the list goes back to its first line.
fn examples(told: &'static Bar, props: &ToolbarProps) -> Html {
    let edit = props.on_edit.clone();
    let onchange = move |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        if let Some(example) = EXAMPLES.iter().find(|example| example.id == select.value()) {
            edit.emit(Edit::Load(example));
        }
        select.set_selected_index(0);
    };
    html! {
        <span class="select">
            <select id="nms-example" data-role="example" aria-label={told.example} {onchange}>
                // said outright: the options are put in from the last to the first, and a browser selects the one it sees first
                <option value="" selected={true}>{ told.example_first }</option>
                { for EXAMPLES.iter().map(|example| html! { <option value={example.id}>{ example.label }</option> }) }
            </select>
        </span>
    }
}

fn units(told: &'static Bar, props: &ToolbarProps) -> Html {
    let edit = props.on_edit.clone();
    let on_choose = Callback::from(move |value: String| {
        edit.emit(Edit::Units(if value == "conventional" { UnitSystem::Conventional } else { UnitSystem::Si }));
    });
    let value = match props.units {
        UnitSystem::Si => "si",
        UnitSystem::Conventional => "conventional",
    };
    let options: Vec<(AttrValue, AttrValue)> =
        vec![("si".into(), told.si.into()), ("conventional".into(), told.conventional.into())];
    html! { <Select id="nms-units" role="units" label={told.units} {value} {options} {on_choose} /> }
}

fn article_only(told: &'static Bar, props: &ToolbarProps) -> Html {
    let edit = props.on_edit.clone();
    let onchange = move |event: Event| {
        let checked = event.target_unchecked_into::<HtmlInputElement>().checked();
        edit.emit(Edit::Scope(if checked { Scope::ArticleOnly } else { Scope::All }));
    };
    html! {
        <label class="switch" for="nms-article-only">
            <input
                type="checkbox"
                role="switch"
                id="nms-article-only"
                data-role="article-only"
                checked={props.scope == Scope::ArticleOnly}
                {onchange}
            />
            <span class="track" aria-hidden="true"></span>
            <span>{ told.article_only }</span>
        </label>
    }
}
