//! The teaching room in the language that nobody speaks: every view, with a case, a run and a draft in it.

use std::rc::Rc;

use nms_advisor::engine::assessment::Scope;
use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Session};
use nms_advisor::teaching::commit::Commitment;
use nms_advisor::teaching::debrief::debrief;
use nms_advisor::teaching::draft::{DraftEdit, WayEdit};
use nms_advisor::teaching::library::{CASES, bundled};
use nms_advisor::teaching::log::{At, Reason};
use nms_advisor::teaching::room::{Act, Aside, Mode, Offer, Room};
use nms_advisor::teaching::table::{Habits, csv};
use nms_advisor::teaching::{log_text, staged};
use nms_advisor::widget::bridge::{Bridge, View, ViewOptions};
use nms_advisor::widget::language::Setting;
use nms_advisor::widget::seminar::{
    Seminar, SeminarProps, ViewProps, build::Build, code::Code, course::CourseView, debrief::DebriefView, help::Help,
    nav::Nav, offers::Offers, run::RunView, spotlight::Spotlight, study::Study, wall::Wall,
};
use yew::prelude::*;
use yew::{Callback, ServerRenderer};

use super::known::Known;
use super::{html, pseudo};

/// A room with the answers in it, made by acts.
struct Held {
    session: Session,
    room: Room,
    now: i64,
}

impl Held {
    fn after(acts: Vec<Act>) -> Self {
        let mut held = Self { session: Session::default(), room: Room::default(), now: 0 };
        for act in acts {
            held.act(act);
        }
        held
    }

    fn act(&mut self, act: Act) {
        self.now += 90_000;
        let (room, edits) = self.room.act(pseudo::lesson(), &self.session, act, At(self.now));
        self.room = room;
        for edit in edits {
            self.session = self.session.reduce(&NMS, edit);
        }
    }

    fn answer(&mut self, id: &str, text: &str) {
        self.session = self.session.reduce(&NMS, Edit::Answer(NMS.find(id).unwrap(), text.into()));
        self.now += 90_000;
        self.room.sync(&NMS, &self.session, At(self.now));
    }
}

const REASON: &str = "It is the hottest.";

fn case(id: &str) -> Act {
    Act::Open(Rc::new(bundled(&NMS, id).unwrap()), Vec::new())
}

fn taught(id: &str) -> Held {
    let made = Commitment {
        grade: "severe".into(),
        actions: ["discontinue-dopamine-antagonists", "give-dantrolene", "cool-externally"].map(String::from),
        reason: REASON.into(),
    };
    let count = bundled(&NMS, id).unwrap().stages.len();
    let stages = (0..count).flat_map(|at| [Act::Stage(at), Act::Commit(made.clone()), Act::Reveal(true)]);
    Held::after(std::iter::once(case(id)).chain(stages).collect())
}

/// A run in which everything happens that can.
fn run() -> Held {
    let mut held = Held::after(vec![case("above-41-1"), Act::Go(Mode::Run), Act::Start]);
    let steps = ["discontinue-dopamine-antagonists", "start-supportive-care", "cool-externally", "emergency-sedation"];
    held.act(Act::Tick(NMS.rule(steps[0]).unwrap().id));
    for (id, reason) in steps[1..].iter().zip([Reason::Decided, Reason::NotPossible, Reason::Contraindicated]) {
        held.act(Act::Skip(NMS.rule(id).unwrap().id, reason));
    }
    held.act(Act::Timer(5));
    held.act(Act::Timer(30));
    held.act(Act::Remark(REASON.into()));
    held.act(Act::Amend(held.room.log.state().marked(steps[0]).unwrap().event, At(0)));
    held.act(Act::Undo);
    held.act(Act::Amend(held.room.log.state().marked(steps[0]).unwrap().event, At(1)));
    held.answer("heartRate", "140");
    held.answer("heartRate", "fast");
    held.answer("heartRate", "");
    held.answer("temperature", "37");
    held
}

fn with(mut held: Held, acts: Vec<Act>) -> Held {
    for act in acts {
        held.act(act);
    }
    held
}

/// What is seen of a case that answers back.
fn forked(name: &str) -> Option<Held> {
    let held = match name {
        "a run at a fork" => {
            let mut held = Held::after(vec![case("above-41-1"), Act::Stage(1), Act::Go(Mode::Run), Act::Start]);
            held.act(Act::Tick("call-critical-care"));
            held
        }
        "the wall at a fork" => Held::after(vec![case("above-41-1"), Act::Stage(1), Act::Start, Act::Go(Mode::Wall)]),
        "the debrief of a road" => {
            let held = Held::after(vec![case("serotonin"), Act::Stage(1), Act::Go(Mode::Run), Act::Start]);
            let to = held.room.ahead()[0];
            with(held, vec![Act::Tick("stop-serotonergic-drugs"), Act::Stage(to), Act::End, Act::Go(Mode::Debrief)])
        }
        "a road that is over" => {
            let held = taught("haloperidol");
            let acts = [0, 1, 2]
                .map(Act::Stage)
                .into_iter()
                .chain([Act::Stage(held.room.case.as_ref().unwrap().stages.len() - 1)]);
            with(held, acts.collect())
        }
        "the course of a road" => with(taught("serotonin"), vec![Act::Go(Mode::Course)]),
        "a draft with ways" => {
            let case = Box::new(bundled(&NMS, "haloperidol").unwrap());
            let way = |edit| Act::Draft(DraftEdit::Way(edit));
            Held::after(vec![
                Act::Go(Mode::Build),
                Act::Draft(DraftEdit::Load(case)),
                Act::Draft(DraftEdit::Select(2)),
                way(WayEdit::Add),
                way(WayEdit::Add),
                way(WayEdit::Step(0, 0, 1, Some(("emergency-sedation".into(), true)))),
            ])
        }
        _ => return None,
    };
    Some(held)
}

fn scene(name: &str) -> Held {
    if let Some(held) = forked(name) {
        return held;
    }
    let damaged = "NMS Advisor teaching case, version 0\nheartRate = 1\nplain\nlevel = x\nduration = x\nstage = A\nminutes = x\nminutes = 900000\ntoday = then\nfever = yes\nid = No\nnext = x if y\nnext =\nnext = nowhere\nnext = end if avoid-physical-restraint\nnext = end if cool-externally by x\nchecksum = 0\n";
    match name {
        "a case begins" => Held::after(vec![case("kidneys")]),
        "the cases" => Held::after(vec![case("kidneys"), Act::Library]),
        "a case from a damaged file" => {
            let found = staged::read(pseudo::lesson(), damaged);
            Held::after(vec![Act::Open(Rc::new(found.case), found.problems)])
        }
        "a damaged run" => {
            let (log, problems) = log_text::read(pseudo::lesson(), "no run\n0 started\n1 ticked nothing\n");
            let run = Offer { title: REASON.into(), log, problems, ..Offer::default() };
            Held::after(vec![Act::Offer(vec![run.clone(), run]), Act::GoOn(0)])
        }
        "the course of a case" => with(taught("kidneys"), vec![Act::Go(Mode::Course)]),
        "the course of a draft" => Held::after(vec![
            case("kidneys"),
            Act::Go(Mode::Build),
            Act::Open(Rc::default(), vec![]),
            Act::Go(Mode::Course),
        ]),
        "answers that gave way" => {
            let mut held = Held::after(vec![]);
            held.answer("heartRate", "fast");
            with(held, vec![case("kidneys")])
        }
        "a run" => run(),
        "a run that ended" => with(run(), vec![Act::End]),
        "a run before" => with(run(), vec![Act::End, Act::Renew]),
        "a run with parts" => {
            let mut held = Held::after(vec![case("above-41-1"), Act::Stage(1), Act::Go(Mode::Run), Act::Start]);
            held.act(Act::Tick(NMS.rule("neuromuscular-paralysis").unwrap().id));
            held.act(Act::Choose("emergency-sedation"));
            held
        }
        "a run without steps" => Held::after(vec![Act::Go(Mode::Run), Act::Start]),
        "the course of a run" => with(run(), vec![Act::Go(Mode::Course)]),
        "the wall" => with(run(), vec![Act::Go(Mode::Wall)]),
        "the wall with a case" => Held::after(vec![case("above-41-1"), Act::Go(Mode::Wall)]),
        "the debrief" => with(run(), vec![Act::End, Act::Go(Mode::Debrief)]),
        "the debrief of a case" => with(taught("kidneys"), vec![Act::ActivityBase("A".into()), Act::Go(Mode::Debrief)]),
        "a draft" => Held::after(vec![
            case("kidneys"),
            Act::Go(Mode::Build),
            Act::Draft(DraftEdit::AddStage),
            Act::Draft(DraftEdit::RemoveStage),
            Act::Draft(DraftEdit::AddStage),
        ]),
        "a draft of a case" => {
            let case = Box::new(bundled(&NMS, "recovery-day-10").unwrap());
            Held::after(vec![Act::Go(Mode::Build), Act::Draft(DraftEdit::Load(case))])
        }
        "the keys" => Held::after(vec![Act::Show(Aside::Help)]),
        "a code" => Held::after(vec![case("kidneys"), Act::Show(Aside::Code)]),
        "the spotlight" => Held::after(vec![case("kidneys"), Act::Show(Aside::Spotlight)]),
        "the spotlight on a choice" => Held::after(vec![
            case("kidneys"),
            Act::Spot(NMS.find("mentalStatus").unwrap()),
            Act::Show(Aside::Spotlight),
        ]),
        "the spotlight on a yes or no" => Held::after(vec![
            case("kidneys"),
            Act::Spot(NMS.find("rhabdomyolysis").unwrap()),
            Act::Show(Aside::Spotlight),
        ]),
        "the spotlight on nothing" => Held::after(vec![Act::Show(Aside::Spotlight)]),
        id => taught(id),
    }
}

const SCENES: [&str; 31] = [
    "a run at a fork",
    "the wall at a fork",
    "the debrief of a road",
    "a road that is over",
    "the course of a road",
    "a draft with ways",
    "the debrief of a case",
    "answers that gave way",
    "a case begins",
    "the cases",
    "a run with parts",
    "a case from a damaged file",
    "a damaged run",
    "the course of a case",
    "the course of a draft",
    "a run",
    "a run that ended",
    "a run before",
    "a run without steps",
    "the course of a run",
    "the wall",
    "the wall with a case",
    "the debrief",
    "a draft",
    "a draft of a case",
    "the keys",
    "a code",
    "the spotlight",
    "the spotlight on a choice",
    "the spotlight on a yes or no",
    "the spotlight on nothing",
];

#[derive(Clone, PartialEq, Properties)]
struct SceneProps {
    name: &'static str,
}

/// A view with what lies over it, as the room draws them.
#[component]
fn Scene(props: &SceneProps) -> Html {
    let held = scene(props.name);
    let setting =
        Setting { level: 2, edition: pseudo::lesson().edition, everything: false, room: Some(pseudo::lesson().room) };
    let (session, room) = (Rc::new(held.session), Rc::new(held.room));
    let (on_act, on_edit) = (Callback::<Act>::noop(), Callback::<Edit>::noop());
    let view = ViewProps { session: Rc::clone(&session), room: Rc::clone(&room), on_act: on_act.clone(), on_edit };
    let over = view.clone();
    let drawn = match (room.aside, room.mode) {
        (Aside::Help, _) => html! { <Help keys_off={false} {on_act} /> },
        (Aside::Code, _) => html! { <Code {session} {on_act} /> },
        (Aside::Spotlight, _) => html! { <Spotlight ..view /> },
        (Aside::None, Mode::Course) => html! { <CourseView ..view /> },
        (Aside::None, Mode::Run) => html! { <RunView ..view /> },
        (Aside::None, Mode::Wall) => html! { <Wall ..view /> },
        (Aside::None, Mode::Debrief) => html! { <DebriefView ..view /> },
        (Aside::None, Mode::Build) => html! { <Build ..view /> },
        (Aside::None, Mode::Case | Mode::Cases | Mode::Advise) => html! { <Study ..view /> },
    };
    html! {
        <ContextProvider<Setting> context={setting}>
            <Nav {room} on_act={Callback::<Act>::noop()} />
            <Offers ..over />
            { drawn }
        </ContextProvider<Setting>>
    }
}

fn known() -> Known {
    let mut known = Known::of_rule_set(pseudo::words().format);
    known.teaching();
    let names = [
        "basic, intermediate, advanced",
        "NMS Advisor teaching case, version 1",
        "NMS Advisor run, version 1",
        nms_advisor::teaching::xapi::NOWHERE,
        "fever",
        "heartRate",
        "A",
        "fast",
        "No",
        "y",
        "x",
        "nowhere",
        "avoid-physical-restraint",
        "end",
        "NAME",
        "STEP",
        "id",
        "next",
    ];
    known.all(names.into_iter().chain([REASON]));
    known
}

fn check(name: &str, html: &str, known: &Known) -> Vec<String> {
    let texts = html::texts(html);
    assert!(texts.len() > 5, "{name} is drawn");
    let fault = |(place, text): (String, String)| {
        known.escaped(&text).map(|piece| format!("{name}: {place}: \u{201c}{piece}\u{201d} in: {text}"))
    };
    texts.into_iter().filter_map(fault).collect()
}

#[test]
fn no_text_of_the_teaching_room_escaped() {
    let mut escaped = Vec::new();
    for name in SCENES.into_iter().chain(CASES.iter().map(|(id, _)| *id)) {
        let mut known = known();
        let held = scene(name);
        known.case(&held.session);
        for event in 0..held.room.log.events().len() {
            let entries = held.room.log.state_after(event + 1).entries;
            known.case(&Session { entries, ..Session::default() });
        }
        let drawn = ServerRenderer::<Scene>::with_props(move || SceneProps { name }).hydratable(false).render();
        escaped.extend(check(name, &pollster::block_on(drawn), &known));
    }
    for mode in Mode::ALL {
        let props = move || {
            let options =
                ViewOptions { view: View::Room(mode), edition: pseudo::lesson().edition, ..ViewOptions::default() };
            let bridge = Bridge::new(Session::default(), options, Callback::noop());
            SeminarProps { bridge, words: Some(pseudo::lesson().room), opener: None }
        };
        let drawn = ServerRenderer::<Seminar>::with_props(props).hydratable(false).render();
        escaped.extend(check(mode.id(), &pollster::block_on(drawn), &known()));
    }
    escaped.sort();
    escaped.dedup();
    assert!(escaped.is_empty(), "{} texts escaped:\n{}", escaped.len(), escaped.join("\n"));
}

#[test]
fn no_text_of_a_debrief_for_a_spreadsheet_escaped() {
    let held = scene("the debrief");
    let habits = Habits { decimal_comma: false, local: |at| at.0.to_string() };
    let text = csv(&debrief(pseudo::lesson(), &held.room.log, Scope::All), habits);
    let mut known = known();
    for event in 0..held.room.log.events().len() {
        let entries = held.room.log.state_after(event + 1).entries;
        known.case(&Session { entries, ..Session::default() });
    }
    assert!(text.lines().count() > 10);
    // texts stand in quotes, numbers do not
    for cell in text.lines().flat_map(|line| line.split('"').skip(1).step_by(2)) {
        assert_eq!(known.escaped(cell), None, "{cell}");
    }
}
