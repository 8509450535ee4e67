//! What is said of the forks of a case: of their conditions, of the road that was taken, and of what is wrong with them.

use crate::teaching::fork::{Kind, LATEST, LONGEST_NAME, MOST_PARTS, MOST_WAYS, Unread};
use crate::wording::areas::Plural;
use crate::wording::wording;

wording! {
    /// The forks of a case.
    Fork {
        /// The parts of a condition, and what stands between them.
        done(steps), done_by(steps, time), not_done(steps), not_done_by(steps, time),
        and, or,
        named(step), with_parts(step),
        otherwise,
        /// At a fork, before a run and in one.
        decides,
        decides_in_run,
        /// On the line of the stages, behind a fork.
        open,
        stage(stage),
        /// Before the steps that decided.
        came,
        last,
        ticked(step, time), committed(step, stage), not_done_yet(step),
        /// In the run.
        at_stage(stage, place),
        due(why), due_time(time),
        next,
        /// In the debrief.
        title, note,
        left(place, stage),
        asked, because, taken, not_taken, ends,
        rests_on,
        /// On the card of a case.
        roads: Plural,
        of_road(title, told),
        build: BuildForks,
        fault: Faults,
    }

    /// The forks of a case of one's own.
    BuildForks {
        title, note,
        name, rests_on, rests_on_note,
        way(number),
        to, choose_stage,
        part(number),
        whether, is_done, is_not_done,
        step(number), choose_step, or_step, part_of(step),
        by,
        add_part, add_way, remove_part(part, way), remove_way(way), remove,
        always,
        problems,
        fine,
        /// Places of a fault.
        stage(number), stage_way(stage, way),
    }

    /// What is wrong, and the remedy.
    Faults {
        form(place),
        no_step(place, name),
        not_carried_out(place, name),
        no_minutes(place, minutes, most),
        too_many_parts(place, most),
        name(place, name, most),
        same_name(place, name),
        no_stage(place, name),
        no_target(place),
        back(place, name),
        contradiction(place),
        behind(place),
        too_soon(place),
        empty(place),
        too_many_ways(place, most),
        unreachable(place, title),
        earlier(place),
    }
}

impl Fork {
    /// Why a line is no way on.
    #[must_use]
    pub fn unread(&self, place: &str, why: &Unread) -> String {
        match why {
            Unread::Form => self.fault.form(&place),
            Unread::NoStep(name) => self.fault.no_step(&place, name),
            Unread::NotCarriedOut(name) => self.fault.not_carried_out(&place, name),
            Unread::NoMinutes(minutes) => self.fault.no_minutes(&place, minutes, &LATEST),
            Unread::TooMany => self.fault.too_many_parts(&place, &MOST_PARTS),
        }
    }

    /// What is wrong with a way, or with a stage; `name` is that of the target or the stage.
    #[must_use]
    pub fn faulty(&self, place: &str, kind: Kind, name: &str) -> String {
        match kind {
            Kind::Name => self.fault.name(&place, &name, &LONGEST_NAME),
            Kind::SameName => self.fault.same_name(&place, &name),
            Kind::NoStage if name.is_empty() => self.fault.no_target(&place),
            Kind::NoStage => self.fault.no_stage(&place, &name),
            Kind::Back => self.fault.back(&place, &name),
            Kind::Contradiction => self.fault.contradiction(&place),
            Kind::Behind => self.fault.behind(&place),
            Kind::TooSoon => self.fault.too_soon(&place),
            Kind::Empty => self.fault.empty(&place),
            Kind::TooManyWays => self.fault.too_many_ways(&place, &MOST_WAYS),
            Kind::Unreachable => self.fault.unreachable(&place, &name),
            Kind::Earlier => self.fault.earlier(&place),
        }
    }
}
