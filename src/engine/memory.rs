//! Truths that are worked out once and remembered, so that what several rules ask is answered once.

use std::sync::atomic::{AtomicU8, Ordering};

use super::criterion::Truth;

/// One truth a place, or none yet. It says nothing that its owner does not say without it: it takes no part in a comparison.
///
/// Each truth is whole by itself and every reader would work out the same one, so that relaxed loads and stores do.
#[derive(Debug, Default)]
pub(crate) struct Memory(Vec<AtomicU8>);

const NOTHING: u8 = 0;
const NOT_MET: u8 = 1;
const UNKNOWN: u8 = 2;
const MET: u8 = 3;

impl Memory {
    /// Room for so many truths, none of which is known.
    pub(crate) fn new(places: usize) -> Self {
        Self((0..places).map(|_| AtomicU8::new(NOTHING)).collect())
    }

    /// What is remembered at a place.
    pub(crate) fn recall(&self, place: usize) -> Option<Truth> {
        match self.0.get(place)?.load(Ordering::Relaxed) {
            NOT_MET => Some(Truth::NotMet),
            UNKNOWN => Some(Truth::Unknown),
            MET => Some(Truth::Met),
            _ => None,
        }
    }

    /// Remembers a truth; a place that there is no room for is forgotten.
    pub(crate) fn keep(&self, place: usize, truth: Truth) {
        let told = match truth {
            Truth::NotMet => NOT_MET,
            Truth::Unknown => UNKNOWN,
            Truth::Met => MET,
        };
        if let Some(place) = self.0.get(place) {
            place.store(told, Ordering::Relaxed);
        }
    }
}

impl Clone for Memory {
    fn clone(&self) -> Self {
        Self(self.0.iter().map(|truth| AtomicU8::new(truth.load(Ordering::Relaxed))).collect())
    }
}

impl PartialEq for Memory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
