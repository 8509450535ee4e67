//! What stands in the menus of the bar: sources, a new case, and how it is displayed.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::engine::assessment::Scope;
use crate::guideline::examples::EXAMPLES;
use crate::session::{Edit, Idle, Session, TextSize, UnitSystem};
use crate::widget::case_menu::open_file;
use crate::widget::choice::Select;
use crate::widget::icons::{Icon, glyph};
use crate::widget::line::Reader;
use crate::wording::Edition;
use crate::wording::areas::Bar;

/// Which sources the advice is drawn from, with what the choice does.
pub fn sources(edition: Edition, scope: Scope, on_edit: &Callback<Edit>) -> Html {
    let told = &edition.words.bar;
    let choice = |this: Scope, role: &'static str, name: &'static str, what: &'static str| {
        let on_edit = on_edit.clone();
        let onchange = move |_: Event| on_edit.emit(Edit::Scope(this));
        let id = format!("nms-{role}");
        html! {
            <label class="item" for={id.clone()}>
                <input type="radio" name="nms-basis" {id} data-role={role} checked={scope == this} {onchange} />
                <span>{ name }<small>{ what }</small></span>
            </label>
        }
    };
    html! {
        <>
            { choice(Scope::All, "all-sources", told.all, told.all_what) }
            { choice(Scope::ArticleOnly, "article-only", told.article, told.article_what) }
            <p class="row-note">{ told.subtitle(&edition.rules.version) }</p>
        </>
    }
}

/// What begins a case: none, a file, an example. `on_done` is told that the menu is done with.
pub fn new_case(edition: Edition, reader: Option<&Reader>, on_edit: &Callback<Edit>, on_done: &Callback<()>) -> Html {
    let told = &edition.words.bar;
    let callbacks = || (on_edit.clone(), on_done.clone());
    let (edit, done) = callbacks();
    let clear = move |_: MouseEvent| {
        edit.emit(Edit::Reset);
        done.emit(());
    };
    let (edit, done) = callbacks();
    let reader = reader.cloned();
    let open = move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let file = input.files().and_then(|files| files.get(0));
        // the same file can be chosen again
        input.set_value("");
        if let Some(file) = file {
            open_file(edition, file, reader.clone(), edit.clone());
            done.emit(());
        }
    };
    html! {
        <>
            <button type="button" class="item" data-action="reset" onclick={clear}>{ glyph(Icon::Reset) }{ told.clear }</button>
            <label class="item" for="nms-open">{ glyph(Icon::Case) }{ edition.words.menu.open }<input type="file" id="nms-open" class="vh" accept=".txt,.json,text/plain,application/json,application/fhir+json" onchange={open} /></label>
            { examples(told, callbacks()) }
        </>
    }
}

/// Loading is an action, so the list goes back to its first line.
fn examples(told: &'static Bar, (edit, done): (Callback<Edit>, Callback<()>)) -> Html {
    let onchange = move |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        let example = EXAMPLES.iter().find(|example| example.id == select.value());
        select.set_selected_index(0);
        if let Some(example) = example {
            edit.emit(Edit::Load(example));
            done.emit(());
        }
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

/// Units, the size of the text, how long without a reader, and what a teaching room adds.
pub fn display(told: &'static Bar, now: &Session, more: &Html, on_edit: &Callback<Edit>) -> Html {
    let Session { units, text_size: size, idle, .. } = *now;
    let choose = |edit: fn(&str) -> Edit| {
        let on_edit = on_edit.clone();
        Callback::from(move |value: String| on_edit.emit(edit(&value)))
    };
    let value = if units == UnitSystem::Conventional { "conventional" } else { "si" };
    let systems = vec![("si".into(), told.si.into()), ("conventional".into(), told.conventional.into())];
    let sizes = TextSize::ALL.map(|size| (size.id().into(), told.size(size).into())).to_vec();
    html! {
        <>
            <p class="menu-label" aria-hidden="true">{ told.units }</p>
            <Select id="nms-units" role="units" label={told.units} {value} options={systems} on_choose={choose(as_units)} />
            <p class="menu-label" aria-hidden="true">{ told.text_size }</p>
            <Select id="nms-text-size" role="text-size" label={told.text_size} value={size.id()} options={sizes} on_choose={choose(as_size)} />
            { waiting(told, idle, choose(as_idle)) }
            { more.clone() }
        </>
    }
}

/// After how long the case is covered; where the page has it cleared, that is said and stays.
fn waiting(told: &'static Bar, idle: Idle, on_choose: Callback<String>) -> Html {
    if idle.clears {
        return html! { <p class="row-note" data-role="idle">{ told.idle_clears(&idle.minutes) }</p> };
    }
    let mut minutes = Idle::OFFERED.to_vec();
    if !minutes.contains(&idle.minutes) {
        minutes.push(idle.minutes);
        minutes.sort_unstable();
    }
    let label = |minutes: u16| if minutes == 0 { told.idle_never.to_string() } else { told.idle_after(&minutes) };
    let options = minutes.into_iter().map(|one| (one.to_string().into(), label(one).into())).collect::<Vec<_>>();
    html! {
        <>
            <p class="menu-label" aria-hidden="true">{ told.idle }</p>
            <Select id="nms-idle" role="idle" label={told.idle} value={idle.minutes.to_string()} {options} {on_choose} />
        </>
    }
}

fn as_idle(value: &str) -> Edit {
    Edit::Idle(Idle::named(value).unwrap_or_default())
}

fn as_units(value: &str) -> Edit {
    Edit::Units(if value == "conventional" { UnitSystem::Conventional } else { UnitSystem::Si })
}

fn as_size(value: &str) -> Edit {
    Edit::TextSize(TextSize::named(value).unwrap_or_default())
}
