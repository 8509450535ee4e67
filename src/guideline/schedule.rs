//! How often to measure what, by severity and while it gets better. No publication gives a schedule: every interval is our own. Data only.

use crate::engine::beyond::ScheduleRow;
use crate::engine::source::design;

const OURS: &str = "No source gives a schedule; the intervals are our own and need a clinician's sign-off.";

const fn row(
    item: &'static str,
    severe: &'static str,
    moderate: &'static str,
    mild: &'static str,
    improving: &'static str,
) -> ScheduleRow {
    ScheduleRow { item, severe, moderate, mild, improving, source: design(OURS) }
}

/// The schedule.
pub const SCHEDULE: &[ScheduleRow] = &[
    row(
        "Core temperature, heart rate, blood pressure, breathing, oxygen saturation, consciousness",
        "continuously, core probe",
        "every 15\u{a0}min until below 38.5\u{a0}°C, then hourly",
        "every 1 to 2\u{a0}h",
        "every 4\u{a0}h",
    ),
    row(
        "ECG",
        "continuously",
        "on admission, and at a potassium from 5.5\u{a0}mmol/L",
        "on admission",
        "until potassium is normal twice",
    ),
    row("Urine output", "hourly, by catheter", "hourly", "every 4\u{a0}h", "every 4\u{a0}h"),
    row(
        "Potassium, creatinine, blood gas, lactate",
        "every 4 to 6\u{a0}h",
        "every 6 to 12\u{a0}h",
        "now, then daily",
        "daily",
    ),
    row(
        "CK",
        "every 6 to 12\u{a0}h until clearly falling",
        "every 12\u{a0}h",
        "now, then daily until falling in two samples",
        "daily until falling in two samples and below about 1,000\u{a0}U/L, then stop",
    ),
    row(
        "Blood count, liver function, coagulation with fibrinogen and D-dimer",
        "every 12 to 24\u{a0}h",
        "daily",
        "at first, then daily for 2 days",
        "daily for 2 days",
    ),
    row("Glucose", "every 4 to 6\u{a0}h", "every 6\u{a0}h", "at first", "daily"),
    row(
        "Rigidity, swallowing, pressure areas, thromboembolism prophylaxis",
        "every shift",
        "every shift",
        "daily",
        "daily",
    ),
];
