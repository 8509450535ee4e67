//! Version and age of a copy in English.

use crate::wording::areas::Release;

pub(super) const RELEASE: Release = Release {
    of: "NMS Advisor {version}, rule set {rules}.",
    built: "Built {day}.",
    old: "This copy is {months} months old: look for a newer one before you rely on it.",
    old_short: "Old copy",
    clock_behind: "The clock of this device stands before {day}, the day of this copy. Dates and the age of the copy are not known.",
    clock_short: "Wrong clock",
};
