//! Pictures of the built page, for the people who review it and for the README.

use anyhow::Result;

use crate::command::{cargo, run};
use crate::{dist, root, tools};

/// Takes them into `target/screenshots`.
///
/// # Errors
/// If the page cannot be built or the browser cannot be driven.
pub fn screenshots(update_readme: bool) -> Result<()> {
    tools::ensure(&[tools::CHROMIUM, tools::CHROMEDRIVER])?;
    dist::dist(false, None, &[])?;
    run(cargo(&["run", "--quiet", "--package", "browser-tests", "--bin", "screenshots"]))?;
    if update_readme {
        for (picture, name) in [("1280-light-severe", "screenshot"), ("room-1280-light-run", "screenshot-run")] {
            let taken = root().join(format!("target/screenshots/{picture}.png"));
            std::fs::copy(taken, root().join(format!("www/{name}.png")))?;
        }
    }
    println!("pictures are in target/screenshots");
    Ok(())
}
