//! Areas of rows, and the closed sections below them, each a line that tells its gist.

use std::rc::Rc;

use yew::prelude::*;

use crate::panel::news::{Mark as News, News as Changes};
use crate::panel::rows::{Area, Row, Sheet};
use crate::widget::heading::Heading;
use crate::widget::plan::around::{Around, fold};
use crate::widget::plan::body::article_alone;
use crate::widget::plan::row::RowView;
use crate::wording::Words;

/// An area of rows. Its name stands in a gutter beside them, or above where it is narrow.
pub fn area(around: &Rc<Around>, sheet: &Sheet, area: Area, lead: Html) -> Html {
    let words = around.edition.words;
    let rows = sheet.rows(area);
    if rows.is_empty() {
        return Html::default();
    }
    let title = format!("nms-g-{}", area.id());
    html! {
        <section class="area" part="group" key={area.id()} data-group={area.id()} aria-labelledby={title.clone()}>
            <div class="area-side">
                <Heading below={2} class="area-title" id={title}>{ name(words, area) }</Heading>
                { counted(words, area, rows.len()) }
                { lead }
            </div>
            { list(around, area, rows) }
        </section>
    }
}

/// The rows of an area, numbered where order says something.
pub fn list(around: &Rc<Around>, area: Area, rows: &[Row]) -> Html {
    let calls = around.edition.rules.beyond.calls;
    let rows = rows.iter().map(|row| {
        let id = row.card.rule.id;
        let gist = if id == calls { also_called(around) } else { AttrValue::default() };
        html! {
            <RowView
                key={id} row={row.clone()} {area} {gist} news={news(&around.panel.news, row)}
                open={around.opened.is(id, false)} around={Rc::clone(around)}
            />
        }
    });
    let rows = rows.collect::<Html>();
    if area == Area::Now {
        html! { <ol class="rows" role="list">{ rows }</ol> }
    } else {
        html! { <ul class="rows" role="list" data-pairs={matches!(area, Area::Avoid | Area::Dangers).to_string()}>{ rows }</ul> }
    }
}

/// Who else is called in the row that says so.
fn also_called(around: &Around) -> AttrValue {
    if article_alone(around) {
        return AttrValue::default();
    }
    let contacts = around.panel.assessment.answers.contacts();
    contacts.iter().map(|(contact, _)| contact.label).collect::<Vec<_>>().join(", ").into()
}

/// What the last answer made of a row: of its line, or else of one that is folded into it.
fn news(news: &Changes, row: &Row) -> Option<News> {
    let inside = || row.parts.iter().chain(&row.folded).any(|card| news.mark(card.rule.id).is_some());
    news.mark(row.card.rule.id).or_else(|| inside().then_some(News::Changed))
}

/// The name of an area.
#[must_use]
pub const fn name(words: &'static Words, area: Area) -> &'static str {
    let groups = &words.state.groups;
    match area {
        Area::Now => groups.now,
        Area::Check => groups.check,
        Area::Avoid => groups.avoid,
        Area::Dangers => groups.dangers,
        Area::Consider => groups.consider,
        Area::Monitor => words.plan.measure,
        Area::Watch => groups.watch,
        Area::Later => groups.later,
        Area::Know => words.plan.know,
    }
}

fn counted(words: &'static Words, area: Area, count: usize) -> Html {
    let told = &words.plan;
    let noun = match area {
        Area::Now => &told.steps,
        Area::Consider => &told.options,
        Area::Check | Area::Avoid | Area::Dangers | Area::Monitor | Area::Watch | Area::Later | Area::Know => {
            return html! { <span class="vh">{ count }{ told.lines.of(count) }</span> };
        }
    };
    html! { <span class="count">{ count }{ noun.of(count) }</span> }
}

/// A closed section: its name, its gist, and what is in it once it is open.
pub fn section(
    around: &Around,
    id: &'static str,
    title: &str,
    gist: Html,
    by_itself: bool,
    inside: impl FnOnce() -> Html,
) -> Html {
    let open = around.opened.is(id, by_itself);
    let summary = html! { <><Heading below={2} class="section-title">{ title.to_string() }</Heading><span class="gist">{ gist }</span></> };
    html! {
        <div class="section" key={id} data-role={id}>
            { fold(around, id.to_string(), open, "opens", summary, || html! { <div class="section-body">{ inside() }</div> }) }
        </div>
    }
}
