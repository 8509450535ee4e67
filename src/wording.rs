//! All wording of the interface, one place a language. The rule set's own English stands in its tables and in
//! `engine::describe`; whatever the interface says around it stands here, as data.
//!
//! `CONTRIBUTING.md` says how a language is added; `tests/wording.rs` finds text that escaped.

pub mod areas;
mod chosen;
pub mod en;
pub mod line;
pub mod outside;
pub mod room;

use std::fmt::{self, Display, Write as _};

pub use areas::Words;
pub use en::EN;

use crate::engine::rule_set::RuleSet;

/// Every language of the widget. Each needs its row in `room::of` too.
pub static LANGUAGES: [&Words; 1] = [&EN];

/// The words of a language by its tag, such as `en` or `en-GB`; English where there are none.
#[must_use]
pub fn of(tag: &str) -> &'static Words {
    let language = tag.split('-').next().unwrap_or_default();
    LANGUAGES.into_iter().find(|words| words.lang.0.eq_ignore_ascii_case(language)).unwrap_or(&EN)
}

/// A rule set and the words around it: all that a text on the screen is made of.
#[derive(Clone, Copy, Debug, Default)]
pub struct Edition {
    /// The rule set.
    pub rules: &'static RuleSet,
    /// The words of the interface.
    pub words: &'static Words,
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.rules, other.rules) && self.words == other.words
    }
}

impl Eq for Edition {}

impl From<&'static RuleSet> for Edition {
    /// In English, as the contract is.
    fn from(rules: &'static RuleSet) -> Self {
        Self { rules, words: &EN }
    }
}

/// The tag of a language, as HTML has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag(pub &'static str);

impl PartialEq for Words {
    /// Two are the same only if they are the same ones: each language has one.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Words {}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lang.fmt(f)
    }
}

impl Default for &'static Words {
    fn default() -> Self {
        &EN
    }
}

/// What a walk makes of a text, given the names of its places.
pub type Map<'a> = dyn FnMut(&'static str, &[&str]) -> &'static str + 'a;

/// What can be walked text by text, in the order of its fields.
pub trait Wording {
    /// The same with every text put through `map`; `places` are those of a text that stands by itself.
    #[must_use]
    fn mapped(&self, places: &[&str], map: &mut Map<'_>) -> Self;
}

impl Wording for &'static str {
    fn mapped(&self, places: &[&str], map: &mut Map<'_>) -> Self {
        map(self, places)
    }
}

impl<T: Wording, const N: usize> Wording for [T; N] {
    fn mapped(&self, places: &[&str], map: &mut Map<'_>) -> Self {
        self.each_ref().map(|one| one.mapped(places, map))
    }
}

impl Wording for Tag {
    fn mapped(&self, _: &[&str], _: &mut Map<'_>) -> Self {
        *self
    }
}

impl Wording for crate::engine::describe::Format {
    fn mapped(&self, _: &[&str], _: &mut Map<'_>) -> Self {
        *self
    }
}

/// A text with its places, such as `{count}`, filled. Only the methods of the areas call it, which cannot forget one.
#[inline(never)]
fn fill(text: &str, places: &[&str], values: &[&dyn Display]) -> String {
    let mut filled = String::new();
    // braces stand in pairs: every second part is the name of a place
    for (at, part) in text.split(['{', '}']).enumerate() {
        if at % 2 == 0 {
            filled.push_str(part);
        } else if let Some((_, value)) = places.iter().zip(values).find(|(place, _)| **place == part) {
            // writing into a string cannot fail
            let _ = write!(filled, "{value}");
        }
    }
    filled
}

/// Areas of wording: structs with a text a field. A text with places, `opened(file, count)`, is a method too that fills
/// them, so that a call cannot name one wrongly; and every field can be walked, so that no check can forget one.
macro_rules! wording {
    ($($(#[$about:meta])* $area:ident {
        $($(#[$note:meta])* $field:ident $(($($place:ident),+))? $(: $kind:ty)?,)+
    })+) => {$(
        $(#[$about])*
        #[allow(missing_docs, reason = "a field is named for what it says")]
        pub struct $area {
            $($(#[$note])* pub $field: $crate::wording::kind!($($kind)?),)+
        }

        #[allow(missing_docs, reason = "a method is its field with the places filled")]
        impl $area {
            $($(
                #[must_use]
                pub fn $field(&self, $($place: &dyn std::fmt::Display),+) -> String {
                    $crate::wording::fill(self.$field, &[$(stringify!($place)),+], &[$($place),+])
                }
            )?)+
        }

        impl $crate::wording::Wording for $area {
            fn mapped(&self, _: &[&str], map: &mut $crate::wording::Map<'_>) -> Self {
                Self { $($field: self.$field.mapped(&[$($(stringify!($place)),+)?], map),)+ }
            }
        }
    )+};
}

/// The type of a field: a text where nothing is said.
macro_rules! kind {
    () => { &'static str };
    ($kind:ty) => { $kind };
}

pub(crate) use {kind, wording};
