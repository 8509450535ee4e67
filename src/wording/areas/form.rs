//! What the form says.

use crate::wording::wording;

wording! {
    /// The form.
    Form {
        title,
        /// The heading of the questions asked first.
        start,
        /// Of the questions asked first.
        answered_of(answered, all),
        /// Of a closed group in which something is answered.
        some_of(answered, all),
        /// Behind `some_of`, for those who hear it.
        answered,
        /// Behind the number of a group in which nothing is, for those who hear it.
        questions,
        /// In the line of a closed group: a name in short, and what was entered.
        entered(finding, value),
        /// The same with the unit in which it was.
        entered_in(finding, value, unit),
        /// Two numbers that are said as one.
        pair(high, low),
        /// A yes-or-no question that was answered no.
        denied(finding),
        /// An answer that was not given and follows from others.
        follows(answers),
        /// Where a question is for when there is no answer to the one above: no drug was named.
        no_name,
        /// What opens a hint that is long.
        about(finding),
        /// In an empty list of drugs.
        drug_names,
        /// The number as it is used, where it was typed in another unit.
        used_as(quantity),
        /// The same of a number of which only a bound is known.
        used_as_bound(bound),
        /// On the button that enters a bound without a number: the word, and the bound that it is.
        raised(word, bound),
        not_used(count),
        recorded,
        yes,
        no,
        not_known,
        /// Beside a day: the order in which one is typed, whatever the language.
        day_pattern,
        unit_of(finding),
        suggestions(finding),
        /// Behind the class of a drug.
        depot,
    }
}
