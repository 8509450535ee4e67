//! The day of this build, and the order in which builds follow each other.

use anyhow::{Context as _, Result, bail};
use nms_advisor::engine::describe::date;
use nms_advisor::engine::finding::Day;
use nms_advisor::release::Release;

use crate::command::{command, output, which};
use crate::root;

/// The seconds of a day.
const DAY: u64 = 86_400;

/// Seconds since 1970: those of the variable `SOURCE_DATE_EPOCH`, else of the last commit, else of now. Two builds of one
/// commit thus have the same; a build that follows another has more.
///
/// # Errors
/// If the variable is no such number, or git fails.
pub fn seconds() -> Result<u64> {
    if let Ok(text) = std::env::var("SOURCE_DATE_EPOCH") {
        return text.trim().parse().with_context(|| {
            format!(
                "SOURCE_DATE_EPOCH is `{text}`, which is no number of seconds since 1970: write it as `date +%s` does"
            )
        });
    }
    if root().join(".git").exists() && which("git").is_some() {
        let folder = root().display().to_string();
        let text = output(command("git", ["-C", folder.as_str(), "log", "-1", "--format=%ct"]))?;
        return text.trim().parse().with_context(|| format!("git names the time of its last commit as `{text}`"));
    }
    now()
}

/// Seconds since 1970 by the clock of this machine.
///
/// # Errors
/// If the clock stands before 1970.
#[expect(clippy::disallowed_methods, reason = "a build without a commit has no other day than that of now")]
pub fn now() -> Result<u64> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Ok(since.context("the clock of this machine stands before 1970")?.as_secs())
}

/// The day of a time, in UTC.
///
/// # Errors
/// If it is beyond the calendar.
pub fn day(seconds: u64) -> Result<Day> {
    match i32::try_from(seconds / DAY) {
        Ok(days) => Ok(Day(days)),
        Err(_) => bail!("{seconds} seconds since 1970 are beyond the calendar"),
    }
}

/// This build, as the WebAssembly will know it.
///
/// # Errors
/// If its day is not known.
pub fn this() -> Result<Release> {
    Ok(Release { version: env!("CARGO_PKG_VERSION"), built: Some(day(seconds()?)?) })
}

/// The day of this build, as `YYYY-MM-DD`.
///
/// # Errors
/// If its day is not known.
pub fn built() -> Result<String> {
    Ok(date(day(seconds()?)?))
}

/// The first day on which this build is old, as `YYYY-MM-DD`.
///
/// # Errors
/// If its day is not known.
pub fn old_from() -> Result<String> {
    Ok(this()?.old_from().map(date).unwrap_or_default())
}
