//! What is said of what was typed, sent or opened and cannot be used as it is.

use crate::wording::wording;

wording! {
    /// What is said of an answer that cannot be used, or looks unusual.
    Answers {
        no_finding(key),
        no_finding_near(key, near),
        /// `sent` is what came, `wanted` one of the fields below.
        wrong(sent, wanted),
        left_out(sent, wanted),
        left_out_near(sent, wanted, near),
        more_left_out(count),
        too_many_names(most, count),
        several_drugs(sent),
        beside_drug(sent, word, drug),
        true_or_false,
        yes_or_no,
        one_of(list),
        day,
        drug,
        rule,
        names,
        number,
        usable_number,
        needs_weight(quantity),
        sent_unit(unit, list),
        typed_unit(unit, list),
        outside(quantity, low, high),
        unusual(quantity),
        /// A number as a text, with the spelling that a host page would use.
        sent_text(text, plain),
        unitless(unit),
        unclear(text, thousands, decimals),
        grouped(text, plain),
        /// `sign` is a comparator.
        bound(text, sign),
        /// Of an object with more than one number: the names of its members.
        several_bounds(members),
        says_nothing(bound),
        several(text),
        mixed(text),
        hidden(text),
        not_a_number(text),
        nothing,
        not_any_number,
        infinite,
        far_out,
        list,
        object,
    }

    /// What could not be read of a file or a link.
    CaseFile {
        line(number),
        part(number),
        no_case(head),
        /// Each names what was opened instead of a case.
        empty,
        fhir,
        json,
        document,
        page,
        markup,
        message,
        table,
        wide_text,
        binary,
        teaching_case,
        run_log,
        copied_note,
        copied_link,
        link_empty,
        more(count),
        only_first(count),
        cut_off,
        link_version,
        link_part(place),
        link_cut_off,
        checksum(place),
        behind(place),
        no_sign(place, sign),
        no_finding(place, name),
        too_long(place, name),
        twice(place, name),
        no_unit(place, name, unit, list),
    }
}
