//! What a copy of the program says of itself.

use crate::wording::wording;

wording! {
    /// Version and age of this copy.
    Release {
        /// A sentence: both versions.
        of(version, rules),
        /// A sentence: the day of the build.
        built(day),
        /// A sentence, where the copy is old.
        old(months),
        /// In the bar, where the copy is old.
        old_short,
        /// A sentence, where the clock stands before the day of the build.
        clock_behind(day),
        /// In the bar, where the clock stands before the day of the build.
        clock_short,
    }
}
