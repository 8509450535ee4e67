//! The stock that a page states, read: what cannot be used is named, and no number is put in its place.

use crate::engine::dantrolene::Form;
use crate::engine::finding::Day;
use crate::engine::stock::Place;
use crate::wording::Edition;

/// More places than that are no help in an emergency.
pub const MOST_PLACES: usize = 12;
/// More vials than that nobody has.
pub const MOST_VIALS: u32 = 9_999;
/// No name and no telephone is longer, in letters.
pub const LONGEST: usize = 120;

/// A member as a page states it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Member<T> {
    /// Not there.
    #[default]
    LeftOut,
    /// Something of another kind.
    Other,
    /// Of its kind.
    Is(T),
}

/// A place as a page states it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stated {
    /// Its name.
    pub place: Member<String>,
    /// Its telephone.
    pub telephone: Member<String>,
    /// The day of counting.
    pub counted: Member<String>,
    /// Vials by the name of a form; a count that is no number is `None`.
    pub vials: Member<Vec<(String, Option<f64>)>>,
}

/// The places that can be used, and a sentence for everything that cannot.
#[must_use]
pub fn read(edition: Edition, stated: &[Stated]) -> (Vec<Place>, Vec<String>) {
    let told = &edition.words.stock;
    let (mut places, mut problems) = (Vec::new(), Vec::new());
    for (at, one) in stated.iter().take(MOST_PLACES).enumerate() {
        let mut refuse = |problem: String| problems.push(told.row(&(at + 1)) + &problem);
        places.extend(place(edition, one, &mut refuse));
    }
    if stated.len() > MOST_PLACES {
        problems.push(told.only(&MOST_PLACES));
    }
    (places, problems)
}

fn place(edition: Edition, stated: &Stated, refuse: &mut dyn FnMut(String)) -> Option<Place> {
    let told = &edition.words.stock;
    let name = text(edition, "place", &stated.place, refuse);
    if name.is_empty() {
        refuse(told.no_place.into());
        return None;
    }
    let telephone = text(edition, "telephone", &stated.telephone, refuse);
    let counted = match &stated.counted {
        Member::LeftOut => None,
        Member::Other => {
            refuse(told.no_day.into());
            None
        }
        Member::Is(day) => {
            let day = Day::parse(day.trim());
            if day.is_none() {
                refuse(told.no_day.into());
            }
            day
        }
    };
    let vials = match &stated.vials {
        Member::LeftOut => Vec::new(),
        Member::Other => {
            refuse(told.no_vials.into());
            Vec::new()
        }
        Member::Is(stated) => vials(edition, stated, refuse),
    };
    Some(Place { name, vials, telephone, counted })
}

fn text(edition: Edition, name: &str, member: &Member<String>, refuse: &mut dyn FnMut(String)) -> String {
    let told = &edition.words.stock;
    match member {
        Member::LeftOut => String::new(),
        Member::Other => {
            refuse(told.no_text(&name));
            String::new()
        }
        Member::Is(text) if text.trim().chars().count() > LONGEST => {
            refuse(told.long(&name, &LONGEST));
            String::new()
        }
        Member::Is(text) => text.trim().into(),
    }
}

fn vials(
    edition: Edition,
    stated: &[(String, Option<f64>)],
    refuse: &mut dyn FnMut(String),
) -> Vec<(&'static str, u32)> {
    let told = &edition.words.stock;
    let forms = edition.rules.beyond.dantrolene.forms;
    let mut vials = Vec::new();
    for (name, count) in stated {
        let short = crate::answer::shortened(name);
        let Some(form) = forms.iter().find(|form| is_named(form, name)) else {
            let known = forms.iter().map(|form| format!("`{}`", form.id)).collect::<Vec<_>>().join(", ");
            refuse(told.no_form(&short, &known));
            continue;
        };
        match count.and_then(whole) {
            Some(count) => vials.push((form.id, count)),
            None => refuse(told.no_count(&short, &MOST_VIALS)),
        }
    }
    vials
}

/// Whether a name is that of a form: its id, or its strength alone, as `20 mg` or `20`.
fn is_named(form: &Form, name: &str) -> bool {
    let name: String = name.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
    name == form.id || name.strip_suffix("mg").unwrap_or(&name) == form.milligram.to_string()
}

/// A whole number of vials that somebody can have.
fn whole(count: f64) -> Option<u32> {
    let fits = count.fract() == 0.0 && (0.0..=f64::from(MOST_VIALS)).contains(&count);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and inside the limits")]
    fits.then_some(count as u32)
}
