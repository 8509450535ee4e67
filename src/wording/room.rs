//! What the teaching room says beside the widget, by area. It stands apart, so that who embeds the widget alone does not
//! load it.

mod chosen;
pub mod en;
pub mod fork;
mod lesson;
mod record;

use std::fmt;

pub use en::ROOM;
pub use lesson::Lesson;
pub use record::Record;

use crate::wording::areas::Plural;
use crate::wording::{Tag, Words, wording};

/// The room in every language of the widget.
static ROOMS: [&RoomWords; 1] = [&ROOM];

/// The words of the room beside those of the widget.
#[must_use]
pub fn of(words: &Words) -> &'static RoomWords {
    ROOMS.into_iter().find(|room| room.lang == words.lang).unwrap_or(&ROOM)
}

impl PartialEq for RoomWords {
    /// Two are the same only if they are the same ones: each language has one.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for RoomWords {}

impl fmt::Debug for RoomWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lang.fmt(f)
    }
}

impl Default for &'static RoomWords {
    fn default() -> Self {
        &ROOM
    }
}

wording! {
    /// Everything that the teaching room says in one language.
    RoomWords {
        lang: Tag,
        nav: Nav,
        help: Help,
        code: Code,
        time: Time,
        skipped: Skipped,
        commit: Commit,
        course: Course,
        debrief: Told,
        record: Record,
        run: Run,
        steps: Steps,
        spotlight: Spotlight,
        library: Library,
        study: Study,
        wall: Wall,
        build: Build,
        fork: fork::Fork,
        kept: Kept,
        outlet: Outlet,
        file: Read,
    }

    /// Runs that were found in the tab, and answers that gave way.
    Kept {
        found(time, age),
        of_case(title),
        /// Where answers stand.
        in_place,
        go_on, leave, delete,
        /// Without a question, after a reload.
        back(time),
        not_this,
        by_run: Plural,
        by_case: Plural,
        by_draft: Plural,
        bring_back,
        fine,
    }

    /// What is said of a file or a print that was asked for.
    Outlet {
        offered,
        not_offered,
        not_printed,
        /// Names the text of a file.
        text,
    }

    /// The two rooms, the tabs of this one, and what stands in the menus of the bar.
    Nav {
        presenter,
        rooms,
        views,
        advisor, teaching,
        cases, case, course, run, wall, debrief, build,
        cover, show, spotlight, code, keys,
        problems,
        not_kept,
    }

    /// A key and what it does.
    Key { name, what, }

    /// The keys.
    Help {
        title,
        note,
        in_use,
        close,
        keys: [Key; 17],
    }

    /// The case as a code to scan.
    Code {
        title,
        nowhere,
        drawn,
        too_long,
        link,
        note,
    }

    /// Times and reminders.
    Time {
        minutes(count),
        hours(count),
        hours_and(hours, minutes),
        days(count),
        /// Before the time since the start, for those who hear it.
        since_start,
        due,
        look_again(time),
        due_now,
        due_ago(time),
        seen,
        /// Behind `seen`, for those who hear it.
        seen_what(minutes),
    }

    /// Why a step was left out.
    Skipped { not_possible, done_before, decided, contraindicated, }

    /// What a learner commits to, and where it stands beside the plan.
    Commit {
        title,
        severity,
        cannot_say,
        actions: [&'static str; 3],
        choose_action,
        why,
        hide,
        reveal,
        compare,
        needed,
        side_by_side,
        yours,
        plan,
        your_grade,
        rule_set,
        not_chosen,
        chosen(place),
        withheld(question),
        check_first(question),
        to_do(place),
        under(heading),
        waiting,
        not_met,
    }

    /// The course.
    Course {
        title,
        empty,
        print,
        no_chart,
        each_time,
        of_run,
        of_case(title, told, stages),
        of_build,
        along,
        last(value),
        chart(finding, count),
        numbers,
        time,
        severity,
        /// Behind a time.
        summary(suspicion, grade, lines),
        lines: Plural,
        do_now: Plural,
        /// Behind `do_now`, for those who hear it.
        at(time),
        same,
        /// Before a line, for those who hear it.
        new, changed, gone,
    }

    /// The debrief.
    Told {
        title,
        none,
        csv, json, log, print,
        delays,
        time_line,
        steps,
        step, called_for, outcome, drawn,
        since, at, what, against, grade,
        /// Behind a line that was taken back.
        taken_back,
        started, ended,
        done(step),
        left_out(reason, step),
        timer(minutes),
        remark(text),
        undone(what),
        amended(time, what),
        not_known_now(finding),
        not_used(text),
        in_plan, in_plan_check, withheld, not_in_plan,
        not_done, left_plan,
        skipped(reason),
        done_after(time),
        done_early,
        yes,
        /// The headings of the table for a spreadsheet.
        cells: [&'static str; 6],
        step_cells: [&'static str; 4],
    }

    /// The run.
    Run {
        title,
        current(step),
        count(settled, all),
        counts,
        end,
        to_debrief,
        again,
        begin,
        back,
        keep,
        keep_note,
        tick,
        parts,
        /// Before each part.
        letters: [&'static str; 8],
        also,
        leave_out(step),
        leave_out_first,
        not_begun,
        previous, next, undo,
        gone,
        every_step,
        /// Behind a step, for those who hear it.
        read_now,
        done,
        entered(time),
        amend,
        minutes_ago,
        no_minutes,
        amend_time,
        take_back,
        look_again,
        reminder,
        remark,
        note_it,
        new_findings,
    }

    /// The steps of a run.
    Steps {
        now, decide, monitor,
        place(at, all),
        none,
        all_done,
        all_done_detail,
        /// Behind the kind of a step.
        check_first,
        then,
        avoid,
    }

    /// One finding moved through everything that it can be.
    Spotlight {
        title,
        finding,
        note,
        nothing,
        band(grade, lines),
        entered,
        put_in,
        any,
    }

    /// How hard a case is.
    Levels { basic, intermediate, advanced, }

    /// The cases to choose from.
    Library {
        title,
        note(count),
        levels: Levels,
        stages: Plural,
        about(time),
        objectives,
        write,
    }

    /// A case, stage by stage.
    Study {
        title,
        stage_of(stage, stages),
        all_cases,
        another,
        covered, shown,
        cover, uncover,
        what_if,
        qr_code,
        open, open_first, open_file,
        objectives,
        to_come,
        back, next,
        new,
        teacher,
        since_before,
        advise,
    }

    /// The wall.
    Wall {
        title,
        /// Before the last step.
        last,
        avoid,
        more(count),
        draft,
        reviewed,
        back,
        /// Behind `back`.
        key,
        /// A wall of its own window.
        second, second_title, close, close_key, not_opened,
    }

    /// A case of one's own.
    Build {
        title,
        caution,
        answers(stage),
        from, from_first,
        open_file,
        save,
        opened: Plural,
        teach,
        print,
        undo,
        case_title, objectives, notes,
        /// The name of a stage that has none.
        stage,
        add, remove,
        stage_title, minutes, story, stage_notes,
        first_stage,
        /// The sheet for students.
        case,
        severity, actions, why,
        sheet_note,
    }

    /// What could not be read of a case or a run.
    Read {
        no_run(head),
        no_event(place),
        no_case(place, head),
        no_stage,
        /// In place of every line that could not be read.
        is_case,
        is_run,
        is_other(head),
        long(place),
        too_many(place, most),
        too_early(place),
        minutes_back(place),
        no_minutes(place),
        no_day(place),
        no_level(place, levels),
        no_duration(place, most),
    }
}
