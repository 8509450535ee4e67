//! A run as it is kept in a tab: whose it is, when it was kept, and its log. Pure; where it is kept is the page's affair.

use crate::engine::rule_set::RuleSet;
use crate::teaching::log::{At, Log};
use crate::teaching::log_text;
use crate::teaching::room::Offer;
use crate::wording::room::Lesson;

/// The first line.
const HEAD: &str = "NMS Advisor kept run, version 1";

/// Whose run it is: the page, and the place of the element in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// The path of the page with its query.
    pub page: String,
    /// The position of the element among those of the page.
    pub place: String,
}

/// The run as text.
#[must_use]
pub fn write(rules: &'static RuleSet, owner: &Owner, at: At, title: &str, log: &Log) -> String {
    let title = title.replace(['\n', '\r'], " ");
    let Owner { page, place } = owner;
    format!("{HEAD}\n{page}\n{place}\n{}\n{title}\n{}", at.0, log_text::write(rules, log))
}

/// The run of this owner; `None` for one of another, and for what is no run that began.
#[must_use]
pub fn read(lesson: impl Into<Lesson>, owner: &Owner, id: &str, text: &str) -> Option<Offer> {
    let mut lines = text.splitn(6, '\n');
    let mut next = || lines.next();
    if next()? != HEAD || next()? != owner.page || next()? != owner.place {
        return None;
    }
    let at = At(next()?.parse().ok()?);
    let title = next()?.to_string();
    let (log, problems) = log_text::read(lesson, next()?);
    log.state().started?;
    Some(Offer { id: id.into(), at, title, log, problems })
}
