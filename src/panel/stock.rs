//! The dantrolene that a site has, in words: where it lies, what is needed, and the line that is read aloud.

use super::Given;
use crate::engine::assessment::{Assessment, Scope};
use crate::engine::dantrolene::{Form, Volume, Worked};
use crate::engine::stock::{In24h, MOST_DOSES, Need, Place, need};
use crate::wording::Edition;

/// What is shown of a stock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StockView {
    /// A line for each place.
    pub places: Vec<String>,
    /// What is needed, what is there, what is short and whom to call: sentences to be read aloud.
    pub aloud: String,
    /// Whether there is too little, as far as is known.
    pub short: bool,
}

/// How often in 24 h, as the reader types it; `None` where that is no whole number from 1 to [`MOST_DOSES`].
#[must_use]
pub fn times(text: &str) -> Option<u8> {
    text.trim().parse().ok().filter(|times| (1..=MOST_DOSES).contains(times))
}

/// The stock of a site beside what a stated dose needs; `None` where the site states none.
#[must_use]
pub fn stock(
    edition: impl Into<Edition>,
    assessment: &Assessment,
    given: Given,
    times: Option<u8>,
    places: &[Place],
) -> Option<StockView> {
    let edition = edition.into();
    let told = &edition.words.stock;
    // the article states no dose: its view says where dantrolene is, and works nothing out
    let volume = match assessment.scope {
        Scope::All => assessment.answers.dantrolene_volume(given.dose_per_kilogram),
        Scope::ArticleOnly => None,
    };
    let (sentences, short) = match volume {
        Some(Volume::Worked(worked)) => worked_out(edition, &worked, times, places),
        Some(Volume::AboveCeiling { ceiling }) => {
            let words = edition.words;
            let reason = words.volume.above_ceiling(&words.format.quantity(ceiling, "mg"));
            (vec![told.no_need(&reason)], false)
        }
        Some(Volume::Withheld(reason)) => (vec![told.no_need(&reason.text())], false),
        None => (Vec::new(), false),
    };
    let whom = whom(edition, places);
    (!places.is_empty()).then(|| StockView {
        places: places.iter().map(|place| line(edition, place)).collect(),
        aloud: sentences.into_iter().chain([whom]).collect::<Vec<_>>().join(" "),
        short,
    })
}

/// A place: its vials of every form that it states, when they were counted, and its telephone.
fn line(edition: Edition, place: &Place) -> String {
    let told = &edition.words.stock;
    let forms = edition.rules.beyond.dantrolene.forms.iter();
    let vials = |form: &Form| place.of(form.id).map(|count| told.of(&told.vials.of(count as usize), &form.milligram));
    let mut parts: Vec<String> = forms.filter_map(vials).collect();
    if parts.is_empty() {
        parts.push(told.not_stated.into());
    }
    parts.extend(place.counted.map(|day| told.counted(&edition.words.format.date(day))));
    if !place.telephone.is_empty() {
        parts.push(told.call(&place.telephone));
    }
    format!("{}: {}", place.name, parts.join(", "))
}

fn worked_out(edition: Edition, worked: &Worked, times: Option<u8>, places: &[Place]) -> (Vec<String>, bool) {
    let told = &edition.words.stock;
    let vials = |count: u32| told.vials.of(count as usize);
    let need @ Need { now, in_24h, in_stock, all_stated, short_now, short_in_24h } = need(worked, times, places);
    let mut said = vec![told.form(&worked.form.milligram), told.now(&vials(now))];
    let often = times.unwrap_or_default();
    said.extend(match in_24h {
        In24h::NotStated => None,
        In24h::AboveCeiling => {
            let ceiling = edition.words.format.quantity(worked.ceiling.rounded(2), "mg");
            Some(told.above_ceiling(&often, &ceiling))
        }
        In24h::Vials(count) => Some(told.in_24h(&often, &vials(count))),
    });
    let of_this_form = || places.iter().filter(|place| place.of(worked.form.id).is_some());
    if of_this_form().next().is_none() {
        // what nobody stated is not known, and so is what is short
        said.push(told.none_stated.into());
        return (said, false);
    }
    let stated = vials(in_stock);
    said.push(if all_stated { told.in_stock(&stated) } else { told.at_least(&stated) });
    let oldest = of_this_form().filter_map(|place| place.counted).min();
    said.extend(oldest.map(|day| told.counted_on(&edition.words.format.date(day))));
    let short = |now: bool, count: u32| match (now, all_stated) {
        (true, true) => told.short_now(&vials(count)),
        (true, false) => told.short_now_at_most(&vials(count)),
        (false, true) => told.short(&vials(count)),
        (false, false) => told.short_at_most(&vials(count)),
    };
    said.extend(match (short_now, short_in_24h) {
        (1.., _) => vec![short(true, short_now)],
        (0, Some(count @ 1..)) => vec![told.enough_now.into(), short(false, count)],
        (0, Some(0)) => vec![told.enough.into()],
        (0, None) => vec![told.enough_now.into()],
    });
    (said, need.is_short())
}

fn whom(edition: Edition, places: &[Place]) -> String {
    let told = &edition.words.stock;
    let called = places.iter().filter(|place| !place.telephone.is_empty());
    let called: Vec<String> = called.map(|place| format!("{} {}", place.name, place.telephone)).collect();
    if called.is_empty() { told.nobody.into() } else { told.whom(&called.join(", ")) }
}
