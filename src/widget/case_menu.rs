//! What is done with the case as a whole: copy it as a note, print it, save it as a file, make a link that stays in the
//! browser.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File};
use yew::prelude::*;

use crate::case_file;
use crate::note::note;
use crate::session::{Edit, Intake, Session, Source};
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_edition;
use crate::widget::line::{Asked, Reader};
use crate::widget::outside::{Handed, copy, download, link, print};
use crate::widget::paper::{Paper, Turn};
use crate::wording::Edition;

/// What is drawn anew for a print is there within this time.
const DRAWN_MS: u32 = 60;
/// Larger files are no cases.
const MOST_BYTES: f64 = 200_000.0;
/// Larger files are not looked at: so much of a record is read.
const MOST_OF_A_RECORD: f64 = 5_000_000.0;

/// Properties of [`CaseMenu`].
#[derive(Clone, PartialEq, Properties)]
pub struct CaseMenuProps {
    /// The case.
    pub case: Rc<Session>,
    /// What else can be done with it.
    #[prop_or_default]
    pub more: Html,
    /// Has drawn what is printed.
    #[prop_or_default]
    pub on_print: Callback<Turn>,
}

/// What was done, and the text that the reader may have to take by hand.
#[derive(Clone, Default, PartialEq)]
struct Said {
    /// What happened.
    lines: Vec<String>,
    /// A text, and why it is shown.
    handed: Option<(AttrValue, &'static str)>,
}

impl Said {
    fn line(text: impl Into<String>) -> Self {
        Self { lines: vec![text.into()], handed: None }
    }

    fn with(self, text: impl Into<AttrValue>, why: &'static str) -> Self {
        Self { handed: Some((text.into(), why)), ..self }
    }
}

/// A menu that opens below its button; what happened is said in it.
#[component]
pub fn CaseMenu(props: &CaseMenuProps) -> Html {
    let edition = use_edition();
    let told = &edition.words.menu;
    let said = use_state(Said::default);
    let say = {
        let said = said.clone();
        Callback::from(move |what: Said| said.set(what))
    };
    {
        // another patient: the note of the last one is not theirs
        let said = said.setter();
        use_effect_with(props.case.case_number, move |_| said.set(Said::default()));
    }
    let menu = use_node_ref();
    let linkable = use_state_eq(|| false);
    let look = {
        let (menu, linkable) = (menu.clone(), linkable.clone());
        // only once the menu is open: the element may get its attribute at any time
        move |_: Event| linkable.set(menu.cast::<Element>().is_some_and(|menu| link(&menu, "").is_some()))
    };
    let copied = |format: &'static str, name: &'static str| {
        let (case, say) = (Rc::clone(&props.case), say.clone());
        let onclick = move |_: MouseEvent| {
            if let Some(text) = note(edition, &case, format) {
                let (say, kept) = (say.clone(), text.clone());
                let done = move |done| say.emit(after_copy(edition, done, told.copied(&name), &kept));
                copy(&text, Callback::from(done));
            }
        };
        html! { <button type="button" class="item" data-action={format!("copy-{format}")} {onclick}>{ told.copy_as(&name) }</button> }
    };
    let save = {
        let (case, say) = (Rc::clone(&props.case), say.clone());
        move |_: MouseEvent| {
            let text = case_file::write(edition.rules, &case);
            let offered = download(&text, "nms-case.txt", "text/plain");
            let line = if offered { told.saved } else { told.not_saved };
            say.emit(Said::line(line).with(text, told.saved_text));
        }
    };
    let make_link = {
        let (case, say, menu) = (Rc::clone(&props.case), say.clone(), menu.clone());
        move |_: MouseEvent| {
            let fragment = case_file::fragment(edition.rules, &case);
            let Some(address) = menu.cast::<Element>().and_then(|menu| link(&menu, &fragment)) else { return };
            let (say, kept) = (say.clone(), address.clone());
            let done = move |done: bool| {
                let line = if done { told.link_copied } else { told.not_copied };
                say.emit(Said::line(line).with(kept.clone(), told.link_label));
            };
            copy(&address, Callback::from(done));
        }
    };
    let printing = |paper: Paper, name: &'static str| {
        let (case, say, on_print) = (Rc::clone(&props.case), say.clone(), props.on_print.clone());
        let onclick = move |_: MouseEvent| {
            let (case, say, ends) = (Rc::clone(&case), say.clone(), on_print.clone());
            let silent = Callback::from(move |()| {
                let text = note(edition, &case, "text").unwrap_or_default();
                say.emit(Said::default().with(text, told.not_printed));
                ends.emit(Turn::Ends);
            });
            on_print.emit(Turn::Asks(paper));
            // once it is drawn
            Timeout::new(DRAWN_MS, move || print(silent)).forget();
        };
        let action = if paper == Paper::Everything { "print-all" } else { "print" };
        html! { <button type="button" class="item" data-action={action} {onclick}>{ name }</button> }
    };
    let body = html! {
        <>
            { copied("sbar", told.sbar) }
            { copied("text", told.plain_text) }
            { copied("markdown", told.markdown) }
            { printing(Paper::FirstPage, told.print) }
            { printing(Paper::Everything, told.print_all) }
            <button type="button" class="item" data-action="save" onclick={save}>{ told.save }</button>
            <div>
                if *linkable {
                    <button type="button" class="item" data-action="link" onclick={make_link}>{ told.link }</button>
                }
                { props.more.clone() }
            </div>
            <p class="row-note">{ told.note }</p>
            <div role="status" data-role="case-status">{ for said.lines.iter().map(|line| html! { <p>{ line }</p> }) }</div>
            <div>
                if let Some((text, why)) = &said.handed { <Handed text={text.clone()} note={*why} /> }
            </div>
        </>
    };
    crate::widget::menu::menu(
        "case-menu",
        menu,
        html! { <>{ glyph(Icon::Share) }{ told.title }</> },
        Callback::from(look),
        body,
    )
}

/// What is said of a copy: where it failed, the text itself is shown.
fn after_copy(edition: Edition, done: bool, line: String, text: &str) -> Said {
    if done { Said::line(line) } else { Said::default().with(text.to_string(), edition.words.menu.not_copied) }
}

/// Opens a file: of a case, which replaces what is entered, or of a record, which is offered answer by answer. Says why it
/// cannot be opened where it cannot, and the case stays.
pub fn open_file(edition: Edition, file: File, reader: Option<Reader>, on_edit: Callback<Edit>) {
    let told = &edition.words.menu;
    if file.size() > MOST_OF_A_RECORD {
        on_edit.emit(Edit::Refuse(vec![told.too_large(&file.name())]));
        return;
    }
    spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        let Some(text) = text else {
            on_edit.emit(Edit::Refuse(vec![told.not_read(&file.name())]));
            return;
        };
        if let Some(reader) = reader.filter(|_| case_file::is_record(&text)) {
            let done = Callback::from(move |read: Result<Intake, String>| {
                on_edit.emit(match read {
                    Ok(intake) => Edit::TakeIn(Box::new(intake)),
                    Err(why) => Edit::Refuse(vec![why]),
                });
            });
            reader.emit(Asked { text, done });
            return;
        }
        if file.size() > MOST_BYTES {
            on_edit.emit(Edit::Refuse(vec![told.too_large(&file.name())]));
            return;
        }
        on_edit.emit(Edit::Offer(Source::File, Box::new(case_file::read(edition, &text))));
    });
}
