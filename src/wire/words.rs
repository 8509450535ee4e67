//! What no criterion tree can say, in words for the author of an independent engine (`preprocessing` of the rule set).

pub(super) const SUSPICION_TABLE: &str = "The state is that of the first of `rows` whose `when` is met; incomplete where none is. \
The derived finding `suspected` is yes for suspected and possible, unknown for check and incomplete, no otherwise; `toCheck` is yes for check, unknown for incomplete, no otherwise.";
pub(super) const AGENTS: &str = "A name in `agents` resolves to a generic name by id or brand, in any case. `listedAntagonist` is yes if one of them has `impliesExposure`, else unknown. \
`listedDepot` is yes if one of them has `depotOnly`. Salts behind a name are passed over, and a slash joins two names. \
A name in `dopaminergicAgents` puts no drug in question by itself.";
pub(super) const GRADES: &str = "`gradeAtLeast` is met if a severity row of that grade or a higher one is met, unknown if one is unknown, else not met; with basis `article` only rows of basis article count. \
The grade is the highest met; mild if none is met and a finding of `severityDomains` is known; null otherwise.";
pub(super) const CHECK_FIRST: &str = "A rule whose `when` is not met is not indicated; unknown: check first (indication). Met: withheld if `contraindicatedBy` is met, check first (contraindication) if that is unknown or if `checkFirstIf` is met, else advised.";
pub(super) const SCOPE: &str = "With basis `article` rules of another basis are left out unless `safety` is true.";
pub(super) const NUMBERS: &str = "Numbers are decimals with nine places. A unit gives stored = (value - `offset`) x `numerator` / `denominator`, to the nearest billionth; with `perWeight` also divided by the weight, and unknown without it. \
Outside `hard`, of another type or in another unit, a value counts as unknown; outside `plausible` it counts as it is.";
pub(super) const BOUNDS: &str = "A number may be given as `{ atLeast }`, `{ above }`, `{ atMost }` or `{ below }`, with a `unit`: the range from there to the limit of `hard` on the open side, both ends included; `above` begins, and `below` ends, a billionth beyond its number. \
With two of them, with `value` beside one, or where nothing or everything of `hard` is left, it counts as unknown. A leaf is met or not met if it is so at both ends, else unknown. \
A number computed from two ranges reaches from the smallest to the greatest result at their four corners. With `perWeight` the last number that the bound leaves is divided, and a bound of the weight is no weight.";
pub(super) const CHOICES: &str = "The options of a choice are in ascending order. An answer with `spans` may mean any option from the first to the second of them: `is` and `atLeastGrade` are met or not met if they are so for all of these, else unknown.";
pub(super) const ORDER: &str = "Derived findings are computed from top to bottom, each from the answers and the derived findings above it; then definitions, then severity, then rules. Criteria are in Kleene's three-valued logic: a leaf over an unknown answer is unknown. \
`atLeastOf` is met with so many parts met, not met if the unknown ones could not make up the number, else unknown.";
/// Where a line is shown.
pub(super) const FOLDING: &str = "A line of the plan is folded (`under`) beneath the first row of `foldsUnder` whose line is advised, or asks and `advisedOnly` is false, whose `when` is met, and which is folded beneath nothing itself; else it is a row. \
`place` is drawer for the section background, and for aftercare unless `aftercareShownIf` is met; else screen.";
/// Every kind of derived finding, under its key in the row.
pub(super) const KINDS: &[(&str, &str)] = &[
    ("alternatives", "Yes if one criterion is met; no if none is met and at least one is not met; else unknown."),
    ("difference", "The first minus the second; unknown unless both are known."),
    ("established", "Yes if the criterion is met, else no; never unknown."),
    ("gradeAtLeast", "See `grades`."),
    ("gradeOverAll", "The same by the rows of every basis, whichever basis is asked for."),
    ("ifAnswered", "As `established`; the engine does not ask for what is missing."),
    (
        "limited",
        "No if the first criterion is not met or the second is met; else unknown if the third is met; else as the first.",
    ),
    ("listsDepot", "Yes if the list names an agent with `depotOnly`, else unknown."),
    ("listsDopaminergic", "Yes if one of the lists names an agent of the class dopaminergic drug, else unknown."),
    ("listsAntagonist", "Yes if the list names an agent with `impliesExposure`, else unknown."),
    ("meanPressure", "(first + 2 x second) / 3, rounded down to a billionth; unknown unless both are known."),
    (
        "names",
        "Yes if the list names this agent, or one whose id begins with it before a space or a hyphen, else unknown.",
    ),
    ("notRuledOut", "No if the criterion is not met, else yes; never unknown."),
    (
        "percentAbove",
        "100 x (first - second) / second, rounded down to a billionth; unknown unless both are known and the second is above 0.",
    ),
    ("raisedBy", "Yes if the second criterion is met, else as the first: met yes, not met no, unknown unknown."),
    (
        "ratio",
        "The first divided by the second, rounded down to a billionth; unknown unless both are known and the second is above 0.",
    ),
    ("scoreKnown", "The points of the items of that score that are met."),
    ("scorePossible", "The points of the items of that score that are met or unknown."),
    ("suspected", "See `suspicion.table`."),
    ("toCheck", "See `suspicion.table`."),
];
