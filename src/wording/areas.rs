//! What the widget says, by area. A text that begins or ends with a space or a sign is put together with what stands
//! beside it; the comment says with what.

mod entered;
mod form;
mod frame;
mod intake;
mod release;
mod stock;

pub use entered::{Answers, CaseFile};
pub use form::Form;
pub use frame::{Bar, Menu};
pub use intake::Intake;
pub use release::Release;
pub use stock::Stock;

use crate::engine::describe::Format;
use crate::wording::{Tag, wording};

wording! {
    /// Everything that the widget says in one language.
    Words {
        lang: Tag,
        format: Format,
        /// Stands on everything that opens to a reason; what it is about follows for those who hear it.
        why,
        not_known,
        release: Release,
        stock: Stock,
        bar: Bar,
        form: Form,
        intake: Intake,
        answers: Answers,
        file: CaseFile,
        state: State,
        plan: Plan,
        reasons: Reasons,
        changes: Changes,
        beyond: Beyond,
        volume: Volume,
        gate: Gate,
        menu: Menu,
        case: Whole,
        note: Note,
        print: Print,
    }

    /// A count with its noun.
    Plural { one, many(count), }

    /// A noun behind a number that stands by itself.
    Noun { one, many, }

    /// A state in a line, and what follows from it.
    Told { text, detail, }

    /// A word for each grade.
    Grades { mild, moderate, severe, }

    /// The headings of the plan.
    Groups { now, check, avoid, dangers, consider, monitor, watch, later, know, }

    /// Suspicion, severity, and the words beside a line.
    State {
        suspected: Told,
        possible: Told,
        check: Told,
        incomplete: Told,
        not_supported: Told,
        no_signs: Told,
        /// At the start of a line.
        grades: Grades,
        /// Within a line.
        grades_within: Grades,
        at_least(grade),
        at_least_within(grade),
        severity_unknown,
        higher_elsewhere(grade),
        critical,
        important,
        information,
        groups: Groups,
        to_do,
        avoid,
        consider,
        monitor,
        watch,
        note,
    }

    /// The plan.
    Plan {
        title,
        not_used,
        unread,
        unusual,
        conflicts,
        /// Before the reading that is used.
        conflict_used,
        local_note,
        /// Behind the number of rows of an area.
        steps: Noun,
        lines: Noun,
        options: Noun,
        /// Behind the notice that it is for professionals.
        not_a_device,
        notices,
        all_notices,
        severity,
        at_least,
        how_ill,
        grade_unknown,
        /// Before the answers that made it so.
        made_by(grade),
        /// One of these answers.
        answered(question, answer),
        could_raise,
        /// Before a list of findings.
        could_still,
        and_more(count),
        /// Before a list of findings.
        not_yet_known,
        improving,
        reasons,
        criteria,
        call,
        number_for(contact),
        your_number,
        /// Before `not_possible_ask`.
        not_possible,
        not_possible_ask,
        sources_differ,
        new,
        changed,
        /// Before a question.
        check_first,
        /// Before a reason.
        withheld,
        done,
        mark_done(line),
        not_here,
        mark_not_here(line),
        open_all,
        close_all,
        parts: Plural,
        cautions: Plural,
        to_check: Plural,
        because,
        authority,
        differ,
        with_it,
        measure,
        look_alikes,
        changes,
        know,
        /// Behind the name of a section.
        measure_gist,
        welcome,
        welcome_text,
        welcome_steps: [Told; 3],
        see_one,
    }

    /// Where a line stands.
    Stand {
        /// On its badge.
        word,
        /// Within a line.
        within,
        meaning,
    }

    /// Everything behind a line.
    Reasons {
        answer,
        condition,
        outcome,
        met,
        not_met,
        missing,
        in_article,
        in_literature,
        /// Before what was read into a source.
        read_into,
        /// Behind a statement.
        article_citation(numbers),
        /// Behind a link, for those who hear it.
        new_tab,
        /// Before the word of the badge, for those who hear it.
        basis,
        article: Stand,
        literature: Stand,
        design: Stand,
        /// Before the question on which sources differ, and before each side.
        differ,
        one_side,
        other_side,
        shown_as,
        source,
    }

    /// What the last answer changed, and what would change the plan next.
    Changes {
        last_change,
        last_answer(finding),
        new: Plural,
        changed: Plural,
        gone: Plural,
        /// Before a line that is gone, for those who hear it.
        gone_line,
        ask_next,
        nothing,
        more(count),
        settled(count),
        settled_note,
        what_if_note,
        /// Before the name of a finding, for those who hear the button that leads to its field.
        to_field,
        nothing_near,
        only_together,
        /// Between a finding and its answer.
        now,
        antagonist,
        or_more(limit),
        above(limit),
        below(limit),
        or_less(limit),
        no_grade,
        adds(line),
        removes(line),
        turns(line),
        /// Behind one of the three.
        and_more(count),
        severity_unknown,
        said_severity(severity),
        said_added: Plural,
        said_removed: Plural,
        said_not_used: Plural,
    }

    /// What stands below the plan.
    Beyond {
        what,
        at_severity,
        gate,
        differ(count),
        look_alikes_note,
        speaks_for,
        speaks_against,
        nothing,
        would_tell,
        item,
        points,
        state,
        features,
        present,
        absent,
        score(points),
        score_between(known, possible),
        drugs,
        for_patient: Plural,
        /// Before a caution.
        for_this_patient,
        doses,
        /// Before why no dose is shown.
        withheld,
    }

    /// The volume of a dose.
    Volume {
        label,
        unread,
        caption,
        above_ceiling(ceiling),
        dose,
        dose_line(per_kilogram, weight, dose),
        vials,
        vials_line(dose, each, vials),
        water,
        water_line(vials, each, water),
        mannitol,
        mannitol_line(vials, each, mannitol),
        mannitol_unknown,
        warning,
        overload,
        above_published,
        above_licensed,
        total,
        total_line(total, ceiling),
        total_unknown(ceiling),
    }

    /// The earliest day of a rechallenge.
    Gate {
        no_antagonist,
        not_resolved,
        long_acting,
        cannot(reason),
        not_before(day),
        passed(day),
    }

    /// What happened to the case as a whole.
    Whole {
        title,
        answers: Plural,
        from_link(answers),
        from_file(answers),
        example(answers),
        cleared,
        /// Behind what was opened or cleared.
        replaced(answers),
        returned(answers),
        offered(theirs, ours),
        offered_file(theirs, ours),
        /// Of a whole file that was not chosen on purpose.
        offered_whole(theirs, ours),
        /// Before what of the waiting case could not be read.
        offered_damaged,
        accept,
        decline,
        take_back,
        clear,
        right,
        dismiss,
        /// Before a problem with what the page sent.
        from_page,
        contacts_unread,
        text_size_unread(name),
        idle_unread(text, most),
    }

    /// The case as a note.
    Note {
        titles: [&'static str; 4],
        sbar: [&'static str; 4],
        none,
        not_known(finding),
        severity_missing(severity, missing),
        criterion(label, basis),
        score(label, score),
        not_used(finding, problem),
        conflict(problem, used),
        look_alike(name, points),
        look_alike_against(name, points, against),
        /// Behind the heading of a line.
        done,
        not_possible,
        check_first,
        withheld,
        line(heading, mark, text, basis, sources),
        call(contact),
    }

    /// The first page of a print.
    Print {
        titles: [&'static str; 4],
        /// A sentence with the space behind it.
        printed_on(day),
        draft,
        reviewed(who),
        /// Behind the name; `state` and `day` are those sentences.
        heading(state, day, version),
        more(count),
    }
}
