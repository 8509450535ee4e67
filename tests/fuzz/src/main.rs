//! One program for every target, so that it is linked once; `FUZZ_TARGET` names the one that is meant.
#![no_main]

#[path = "../../hostile/targets.rs"]
mod targets;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use targets::{Property, TARGETS};

static PROPERTY: LazyLock<Property> = LazyLock::new(|| {
    let wanted = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let found = TARGETS.iter().find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("FUZZ_TARGET is `{wanted}`, which is no target")).1
});

fuzz_target!(|data: &[u8]| PROPERTY(&String::from_utf8_lossy(data)));
