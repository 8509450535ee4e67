//! The frame of the widget, rendered natively: the bar with its menus, the two parts and their tabs, and what a host sets,
//! in the widget alone and in the teaching room.
#![cfg(feature = "widget")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

use nms_advisor::guideline::{NMS, examples::EXAMPLES};
use nms_advisor::session::{Edit, Session, TextSize};
use nms_advisor::teaching::room::Mode;
use nms_advisor::widget::bridge::{Bridge, View, ViewOptions};
use nms_advisor::widget::seminar::{Seminar, SeminarProps};
use nms_advisor::widget::{AdvisorProps, NmsAdvisor};
use yew::{Callback, ServerRenderer};

/// Where the widget is drawn: alone, or in the teaching room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Alone,
    Room,
}

const PLACES: [Place; 2] = [Place::Alone, Place::Room];

fn drawn(place: Place, options: ViewOptions, edits: Vec<Edit>) -> String {
    let bridge = move || {
        let session = edits.iter().fold(Session::default(), |session, edit| session.reduce(&NMS, edit.clone()));
        Bridge::new(session, options, Callback::noop())
    };
    match place {
        Place::Alone => {
            let props = move || AdvisorProps { bridge: bridge() };
            pollster::block_on(ServerRenderer::<NmsAdvisor>::with_props(props).hydratable(false).render())
        }
        Place::Room => {
            let props = move || SeminarProps { bridge: bridge(), words: None, opener: None };
            pollster::block_on(ServerRenderer::<Seminar>::with_props(props).hydratable(false).render())
        }
    }
}

fn seen(place: Place, view: View, edits: Vec<Edit>) -> String {
    drawn(place, ViewOptions { view, ..ViewOptions::default() }, edits)
}

fn severe() -> Vec<Edit> {
    vec![Edit::Load(EXAMPLES.iter().find(|example| example.id == "severe").expect("a bundled example"))]
}

/// The bar: all of the header of the widget.
fn bar(html: &str) -> &str {
    let (_, rest) = html.split_once("<header").expect("a bar");
    rest.split_once("</header>").expect("its end").0
}

/// The part of the opening tag around a text.
fn tag_with<'a>(html: &'a str, text: &str) -> &'a str {
    let at = html.find(text).unwrap_or_else(|| panic!("no {text}"));
    let start = html[..at].rfind('<').expect("a tag");
    html[start..].split_once('>').expect("its end").0
}

#[test]
fn the_bar_holds_each_control_once_in_every_place_and_view() {
    let views = [View::Full, View::Form, View::Panel];
    let room = [Mode::Cases, Mode::Case, Mode::Course, Mode::Run, Mode::Debrief, Mode::Build].map(View::Room);
    let all = views.into_iter().flat_map(|view| PLACES.map(|place| (place, view)));
    for (place, view) in all.chain(room.map(|view| (Place::Room, view))) {
        let html = seen(place, view, severe());
        for hook in [
            "data-role=\"sources-menu\"",
            "data-role=\"article-only\"",
            "data-role=\"new-menu\"",
            "data-action=\"reset\"",
            "data-role=\"example\"",
            "id=\"nms-open\"",
            "data-role=\"case-menu\"",
            "data-action=\"copy-sbar\"",
            "data-action=\"print\"",
            "data-action=\"print-all\"",
            "data-action=\"save\"",
            "data-role=\"display-menu\"",
            "data-role=\"units\"",
            "data-role=\"text-size\"",
            "data-action=\"menu\"",
        ] {
            assert_eq!(bar(&html).matches(hook).count(), 1, "{hook} in {place:?}, {view:?}");
            assert_eq!(html.matches(hook).count(), 1, "{hook} beside the bar in {place:?}, {view:?}");
        }
        let elements = bar(&html).matches('<').count() - bar(&html).matches("</").count();
        assert!(elements <= 150, "{elements} elements in {place:?}, {view:?}");
        let in_room = bar(&html).contains("data-action=\"teaching\"");
        assert_eq!(in_room, place == Place::Room, "the way to the teaching room in {place:?}, {view:?}");
    }
}

#[test]
fn the_menus_close_each_other_and_are_closed_at_first() {
    let html = seen(Place::Room, View::Full, Vec::new());
    let menus: Vec<&str> = bar(&html).split("<details").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    assert_eq!(menus.len(), 4, "{menus:?}");
    assert!(menus.iter().all(|menu| menu.contains("name=\"nms-menu\"") && !menu.contains("open")), "{menus:?}");
}

#[test]
fn the_draft_state_is_said_in_the_bar_and_leads_to_notices_in_every_view() {
    let draft = NMS.notices.iter().find(|notice| notice.id == "draft").expect("the notice").label;
    for place in PLACES {
        for view in [View::Full, View::Form, View::Panel] {
            let html = seen(place, view, Vec::new());
            assert!(bar(&html).contains(draft), "{place:?}, {view:?}");
            assert_eq!(html.matches("data-role=\"notices\"").count(), 1, "{place:?}, {view:?}");
        }
    }
}

#[test]
fn the_basis_is_said_on_the_menu_of_sources() {
    let article = vec![Edit::Scope(nms_advisor::engine::assessment::Scope::ArticleOnly)];
    for (edits, said, checked) in [(Vec::new(), "Sources: all", false), (article, "Sources: the article", true)] {
        let html = seen(Place::Alone, View::Full, edits);
        assert!(bar(&html).contains(said), "{said}");
        assert_eq!(tag_with(&html, "data-role=\"article-only\"").contains("checked"), checked, "{said}");
    }
}

#[test]
fn undo_is_there_where_there_is_something_to_undo() {
    let cleared = [severe(), vec![Edit::Reset]].concat();
    for (edits, there) in [(Vec::new(), false), (severe(), false), (cleared, true)] {
        assert_eq!(seen(Place::Alone, View::Full, edits).contains("data-action=\"undo\""), there);
    }
}

#[test]
fn the_room_shows_the_parts_that_the_host_asks_for() {
    for place in PLACES {
        for (view, form, plan) in [(View::Full, true, true), (View::Form, true, false), (View::Panel, false, true)] {
            let html = seen(place, view, severe());
            assert!(html.contains(&format!("data-view=\"{}\"", view.id())), "{place:?}, {view:?}");
            assert_eq!(html.contains("data-finding=\"temperature\""), form, "the form in {place:?}, {view:?}");
            assert_eq!(html.contains("data-role=\"panel\""), plan, "the plan in {place:?}, {view:?}");
            assert_eq!(html.contains("role=\"tablist\""), form && plan, "the tabs in {place:?}, {view:?}");
        }
    }
}

#[test]
fn a_view_is_known_by_its_id_and_by_the_words_of_its_tab() {
    for (names, mode) in [
        (&["cases"][..], Mode::Cases),
        (&["case"], Mode::Case),
        (&["course", "over-time"], Mode::Course),
        (&["run", "team-run"], Mode::Run),
        (&["wall", "wall-screen"], Mode::Wall),
        (&["debrief"], Mode::Debrief),
        (&["build", "write"], Mode::Build),
    ] {
        assert!(names.contains(&mode.id()));
        for name in names {
            assert_eq!(View::named(name), View::Room(mode), "{name}");
        }
    }
    for name in ["", "full", "advisor", "Case "] {
        assert_eq!(View::named(name), View::Full, "{name}");
    }
}

#[test]
fn size_of_the_text_and_a_page_of_its_own_are_told_to_the_style_sheet() {
    for place in PLACES {
        for size in TextSize::ALL {
            for fill in [false, true] {
                let options = ViewOptions { fill, ..ViewOptions::default() };
                let html = drawn(place, options, vec![Edit::TextSize(size)]);
                let root = tag_with(&html, "data-text-size");
                assert!(root.contains(&format!("data-text-size=\"{}\"", size.id())), "{root}");
                assert_eq!(root.contains("data-fill"), fill, "{root}");
            }
        }
    }
    assert_eq!(TextSize::named("Large"), Some(TextSize::Large));
    assert_eq!(TextSize::named("huge"), None);
}

#[test]
fn the_findings_come_first_while_nothing_is_entered_and_the_plan_with_a_case() {
    for place in PLACES {
        for (edits, shown, answered) in [(Vec::new(), "findings", 0), (severe(), "plan", severe_answers())] {
            let html = seen(place, View::Full, edits);
            assert!(tag_with(&html, "class=\"columns\"").contains(&format!("data-tab=\"{shown}\"")), "{place:?}");
            assert!(tag_with(&html, &format!("nms-tab-{shown}")).contains("aria-selected=\"true\""), "{place:?}");
            assert!(html.contains(&format!("<small>{answered}<")), "{place:?}: {answered} findings");
        }
    }
}

fn severe_answers() -> usize {
    severe().into_iter().fold(Session::default(), |session, edit| session.reduce(&NMS, edit)).answered()
}
