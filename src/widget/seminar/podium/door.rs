//! Between the room and a host that teaches with it: what the host asks for, and what it is told.

use std::rc::Rc;

use super::Podium;
use crate::teaching::milestone::{case_named, road_done, stage_done};
use crate::teaching::progress;
use crate::teaching::room::{Act, Room};
use crate::widget::bridge::{RoomNews, RoomWish};
use crate::wire::milestone;

impl Podium {
    /// Does what the host asks for, from now on and what it asked before the room was there.
    pub(super) fn open_door(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        self.bridge.on_wish(move |wish| weak.upgrade().map(|podium| podium.grant(wish)).unwrap_or_default());
    }

    /// What could not be done, in sentences; they stand in the room too.
    fn grant(&self, wish: RoomWish) -> Vec<String> {
        let lesson = self.lesson();
        let (act, problems) = match wish {
            RoomWish::ActivityBase(base) => (Act::ActivityBase(base), Vec::new()),
            RoomWish::Case(id) => match crate::teaching::library::bundled(lesson.edition.rules, &id) {
                Some(case) => (Act::Open(Rc::new(case), Vec::new()), Vec::new()),
                None => refusal(lesson.room.record.no_case(&id)),
            },
            RoomWish::Progress(text) => match progress::read(lesson, self.room().case.as_ref(), &text) {
                Ok(read) => {
                    let problems = read.problems.clone();
                    (Act::Resume(Box::new(read)), problems)
                }
                Err(problem) => refusal(problem),
            },
        };
        self.perform(act, false);
        problems
    }

    /// Tells the host how far the learner is and, after an act of the learner, what was done.
    pub(super) fn tell(&self, before: &Room, by_reader: bool) {
        let (room, lesson) = (self.room(), self.lesson());
        let kept = progress::write(lesson, &room);
        if *self.kept.borrow() != kept {
            self.kept.replace(kept.clone());
            self.bridge.tell(RoomNews::Progress(kept));
        }
        let faced = |room: &Room| room.faced.get(&room.stage).cloned();
        if !by_reader || faced(&room).is_none() || faced(&room) == faced(before) || before.stage != room.stage {
            return;
        }
        let (named, scope) = (case_named(lesson, &room), self.bridge.session().scope);
        let Some(done) = stage_done(lesson, &room, scope, room.stage) else { return };
        let last = done.last;
        self.bridge.tell(RoomNews::Stage(crate::js::json(&milestone::stage(named.clone(), done))));
        if last {
            let road = road_done(lesson, &room, scope);
            self.bridge.tell(RoomNews::Case(crate::js::json(&milestone::case(named, road))));
        }
    }
}

fn refusal(problem: String) -> (Act, Vec<String>) {
    (Act::Refuse(vec![problem.clone()]), vec![problem])
}
