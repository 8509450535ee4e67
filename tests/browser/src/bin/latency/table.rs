//! The times of many edits as a table, each beside the empty app's of the same run.

use std::fmt::Write as _;

/// The name of the subject that the others are held against.
pub(crate) const BASELINE: &str = "counter";

/// Milliseconds by subject and series, in the order in which they were first seen.
#[derive(Debug, Default)]
pub(crate) struct Samples(Vec<(&'static str, &'static str, Vec<[f64; 3]>)>);

impl Samples {
    /// Keeps the times of an edit: until the panel has changed, until it is painted, and the work that follows a pause.
    pub(crate) fn add(&mut self, subject: &'static str, series: &'static str, times: [f64; 3]) {
        match self.0.iter_mut().find(|row| (row.0, row.1) == (subject, series)) {
            Some(row) => row.2.push(times),
            None => self.0.push((subject, series, vec![times])),
        }
    }

    /// The samples of a subject, of all series or of one.
    fn of(&self, subject: &str, series: Option<&str>) -> Vec<[f64; 3]> {
        let rows = self.0.iter().filter(|row| row.0 == subject && series.is_none_or(|series| row.1 == series));
        rows.flat_map(|row| row.2.iter().copied()).collect()
    }
}

/// Median and 95th percentile.
#[derive(Clone, Copy)]
struct Spread {
    median: f64,
    most: f64,
}

fn spread(samples: &[[f64; 3]], part: impl Fn(&[f64; 3]) -> f64) -> Spread {
    let mut times: Vec<f64> = samples.iter().map(part).collect();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied();
    Spread { median: at(50).unwrap_or(0.0), most: at(95).unwrap_or(0.0) }
}

/// What is told of an edit: the panel as it changes at once; with the work that follows the pause, what would change the
/// plan; and the frame that shows it.
fn parts(samples: &[[f64; 3]]) -> [Spread; 3] {
    [
        spread(samples, |[panel, _, _]| *panel),
        spread(samples, |[panel, _, later]| panel + later),
        spread(samples, |[_, painted, _]| *painted),
    ]
}

/// A row for each series of each subject, and one for all of them.
pub(crate) fn table(samples: &Samples) -> String {
    let mut text = format!("{:<24}{:>7}", "", "edits");
    for name in ["panel", "with what would change it", "painted"] {
        let _ = write!(text, "{name:>28}");
    }
    let _ = write!(text, "\n{:<31}", "");
    for _ in 0..3 {
        let _ = write!(text, "{:>10}{:>10}{:>8}", "median", "95th", "ratio");
    }
    let baseline = parts(&samples.of(BASELINE, None));
    let mut subjects: Vec<&str> = samples.0.iter().map(|row| row.0).collect();
    subjects.dedup();
    for subject in subjects {
        let series = samples.0.iter().filter(|row| row.0 == subject && subject != BASELINE).map(|row| Some(row.1));
        for series in series.chain([None]) {
            let found = samples.of(subject, series);
            let name = if subject == BASELINE {
                subject.to_string()
            } else {
                format!("{subject}, {}", series.unwrap_or("all"))
            };
            let _ = write!(text, "\n{name:<24}{:>7}", found.len());
            for (part, base) in parts(&found).into_iter().zip(baseline) {
                let ratio = part.median / base.median;
                let _ = write!(text, "{:>10.2}{:>10.2}{ratio:>7.1}×", part.median, part.most);
            }
        }
    }
    text
}
