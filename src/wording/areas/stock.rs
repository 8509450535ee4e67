//! The dantrolene that a site has.

use super::Plural;
use crate::wording::wording;

wording! {
    /// What is needed and what is there.
    Stock {
        /// Above the places.
        title,
        /// The field for how often.
        times,
        times_unread(most),
        vials: Plural,
        /// A count of vials of so many milligrams.
        of(vials, each),
        /// Where a place does not say how many.
        not_stated,
        counted(day),
        call(telephone),
        /// Before what is to be read aloud.
        aloud,
        /// Sentences of the line that is read aloud.
        form(each),
        now(vials),
        in_24h(times, vials),
        above_ceiling(times, ceiling),
        in_stock(vials),
        none_stated,
        counted_on(day),
        at_least(vials),
        enough_now,
        enough,
        short_now(vials),
        short(vials),
        short_now_at_most(vials),
        short_at_most(vials),
        whom(places),
        nobody,
        /// Why no need is worked out.
        no_need(reason),
        /// The page's stock cannot be read at all.
        unread,
        row(number),
        no_place,
        no_text(name),
        no_vials,
        no_form(name, forms),
        no_count(name, most),
        no_day,
        long(name, most),
        only(most),
    }
}
