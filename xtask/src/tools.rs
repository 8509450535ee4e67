//! The programs that tests need: a browser with its driver, and Node. Installed where that is possible, else named.

use anyhow::{Result, bail};

use crate::command::{command, output, run, which};

/// A program, and the Debian package that brings it.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    program: &'static str,
    package: &'static str,
}

/// The browser.
pub const CHROMIUM: Tool = Tool { program: "chromium", package: "chromium" };
/// Its driver.
pub const CHROMEDRIVER: Tool = Tool { program: "chromedriver", package: "chromium-driver" };
/// Node.
pub const NODE: Tool = Tool { program: "node", package: "nodejs" };
/// Its package manager.
pub const NPM: Tool = Tool { program: "npm", package: "npm" };

/// Makes sure that the tools are there.
///
/// # Errors
/// If some are missing and cannot be installed here: says which packages to install.
pub fn ensure(tools: &[Tool]) -> Result<()> {
    let missing: Vec<&str> =
        tools.iter().filter(|tool| which(tool.program).is_none()).map(|tool| tool.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let root = which("id").is_some() && output(command("id", ["-u"]))?.trim() == "0";
    if which("apt-get").is_none() || !root {
        bail!(
            "missing: {}. On Debian or Ubuntu: sudo apt-get install {}; elsewhere install Chromium with its driver, and Node 18 or later with npm, so that `chromium`, `chromedriver`, `node` and `npm` are on the PATH",
            missing.join(", "),
            missing.join(" "),
        );
    }
    println!("installing {} …", missing.join(", "));
    run(command("apt-get", ["update", "-qq"]))?;
    let fixed = ["install", "-y", "-qq", "--no-install-recommends"];
    let mut install = command("apt-get", fixed.iter().chain(&missing));
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run(install)
}
