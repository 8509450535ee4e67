//! What happened to the case as a whole: where it came from, what it replaced, and the way back. Always in view until it is
//! dismissed; its boxes are always there, so that nothing moves among its neighbours.

use std::rc::Rc;

use yew::prelude::*;

use crate::session::{Edit, Notice, Offered, Origin, Session, Source};
use crate::widget::icons::{Icon, glyph};
use crate::widget::intake::{chips, gist, waiting_record};
use crate::widget::language::use_edition;
use crate::widget::problems::{MOST_SHOWN, more};
use crate::wording::Words;

/// Properties of [`WholeCase`].
#[derive(Clone, PartialEq, Properties)]
pub struct WholeCaseProps {
    /// The case.
    pub session: Rc<Session>,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
}

/// The case that waits, the case that came, and what could not be read.
#[component]
pub fn WholeCase(props: &WholeCaseProps) -> Html {
    let edition = use_edition();
    let words = edition.words;
    let session = &props.session;
    let record = session.intake.as_ref().filter(|intake| intake.origin == Origin::Record);
    let heard = record.map_or_else(String::new, |intake| gist(words, intake));
    html! {
        <div class="whole">
            <div key="offered" role="status">
                if let Some(offered) = &session.offered { { waiting(words, offered, session, &props.on_edit) } }
            </div>
            <div key="notice" role="status">
                if let Some(notice) = session.notice { { came(words, notice, session, &props.on_edit) } }
            </div>
            <p key="heard" class="vh" role="status">{ heard }</p>
            <div key="record">
                if let Some(intake) = record {
                    if intake.waits {
                        { waiting_record(edition, intake, |row| session.entries.get(&row.index).cloned(), &props.on_edit) }
                    } else {
                        { chips(edition, intake, &props.on_edit) }
                    }
                }
            </div>
            <div key="unread" role="status">
                if !session.unread.is_empty() { { unread(words, &session.unread, &props.on_edit) } }
            </div>
        </div>
    }
}

/// A case that waits for a yes.
fn waiting(words: &Words, offered: &Offered, session: &Session, on_edit: &Callback<Edit>) -> Html {
    let told = &words.case;
    let Offered { source, opened } = offered;
    let theirs = told.answers.of(crate::session::answered(&opened.entries));
    let ours = told.answers.of(session.answered());
    let asked = match (source, opened.problems.is_empty()) {
        (Source::File, false) => told.offered_file(&theirs, &ours),
        (Source::File, true) => told.offered_whole(&theirs, &ours),
        (Source::Link | Source::Example | Source::Cleared | Source::Returned, _) => told.offered(&theirs, &ours),
    };
    html! {
        <div class="problems" data-role="offered">
            <p class="problems-title">{ glyph(Icon::Question) }{ asked }</p>
            if !opened.problems.is_empty() {
                <p>{ told.offered_damaged }</p>
                { lines(words, &opened.problems) }
            }
            <p class="actions">
                { action("decline", told.decline, on_edit, Edit::Decline) }
                { action("accept", told.accept, on_edit, Edit::Accept) }
            </p>
        </div>
    }
}

/// Where the case came from, and the way back.
fn came(words: &Words, notice: Notice, session: &Session, on_edit: &Callback<Edit>) -> Html {
    let told = &words.case;
    let opened = told.answers.of(notice.opened);
    let text = match notice.source {
        Source::Link => told.from_link(&opened),
        Source::File => told.from_file(&opened),
        Source::Example => told.example(&opened),
        Source::Cleared => told.cleared.to_string(),
        Source::Returned => told.returned(&opened),
    };
    let replaced = (notice.replaced > 0).then(|| told.replaced(&told.answers.of(notice.replaced)));
    let returned = notice.source == Source::Returned;
    html! {
        <div class="whole-note" data-role="notice" data-source={notice.source.id()}>
            <p>{ glyph(Icon::Case) }{ text }{ " " }{ replaced }</p>
            <p class="actions">
                if returned {
                    { action("clear", told.clear, on_edit, Edit::Reset) }
                } else if session.replaced.is_some() && notice.replaced > 0 {
                    { action("take-back", told.take_back, on_edit, Edit::Undo) }
                }
                { action("dismiss", if returned { told.right } else { told.dismiss }, on_edit, Edit::Dismiss) }
            </p>
        </div>
    }
}

/// What of a case that was opened could not be read.
fn unread(words: &Words, problems: &[String], on_edit: &Callback<Edit>) -> Html {
    html! {
        <div class="problems" data-role="unread">
            <p class="problems-title">{ glyph(Icon::Warning) }{ words.plan.unread }</p>
            { lines(words, problems) }
            <p class="actions">{ action("dismiss-unread", words.case.dismiss, on_edit, Edit::Dismiss) }</p>
        </div>
    }
}

fn lines(words: &Words, problems: &[String]) -> Html {
    html! { <ul>{ for problems.iter().take(MOST_SHOWN).map(|line| html! { <li>{ line }</li> }) }{ more(words, problems.len()) }</ul> }
}

fn action(id: &'static str, label: &'static str, on_edit: &Callback<Edit>, edit: Edit) -> Html {
    let on_edit = on_edit.clone();
    html! {
        <button type="button" class="button" data-action={id} onclick={move |_: MouseEvent| on_edit.emit(edit.clone())}>
            { label }
        </button>
    }
}
