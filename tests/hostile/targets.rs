//! What reads outside data, and what must hold of it whatever comes. Read by the fuzzer and by `tests/hostile.rs`.

mod boundary;
mod case;
mod fhir;
mod line;
mod number;
mod options;
mod sent;
mod teaching;

/// A property that holds of every text.
pub(crate) type Property = fn(&str);

/// Every reader of outside data by the name of its folder in `tests/fuzz/corpus`.
pub(crate) const TARGETS: [(&str, Property); 9] = [
    ("boundary", boundary::check),
    ("number", number::check),
    ("file", case::file),
    ("line", line::check),
    ("link", case::link),
    ("options", options::check),
    ("case", teaching::case),
    ("run", teaching::log),
    ("fhir", fhir::check),
];
