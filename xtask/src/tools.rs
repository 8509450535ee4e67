//! The programs that tests need: browsers with their drivers, and Node. Installed where that is possible, else named.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::command::{cargo, command, output, run, which};
use crate::root;

/// A program: how it is called in a sentence, where it is found, and what brings it.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    name: &'static str,
    find: fn() -> Option<PathBuf>,
    source: Source,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    /// A package of Debian.
    Debian(&'static str),
    /// A crate and its version, built into a folder below `target`.
    Crate(&'static str),
}

/// Chromium.
pub const CHROMIUM: Tool = Tool { name: "chromium", find: || which("chromium"), source: Source::Debian("chromium") };
/// Its driver.
pub const CHROMEDRIVER: Tool =
    Tool { name: "chromedriver", find: || which("chromedriver"), source: Source::Debian("chromium-driver") };
/// Firefox, of either channel.
pub const FIREFOX: Tool = Tool {
    name: "firefox",
    find: || which("firefox-esr").or_else(|| which("firefox")),
    source: Source::Debian("firefox-esr"),
};
/// Its driver, which Debian does not have.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    find: || which("geckodriver").or_else(|| Some(built().join("bin/geckodriver")).filter(|file| file.is_file())),
    source: Source::Crate("geckodriver@0.37.1"),
};
/// The browser of `WebKitGTK`, which stands outside the PATH.
pub const MINI_BROWSER: Tool = Tool {
    name: "MiniBrowser of WebKitGTK (Linux only)",
    find: mini_browser,
    source: Source::Debian("webkit2gtk-driver"),
};
/// Its driver.
pub const WEBKIT_DRIVER: Tool =
    Tool { name: "WebKitWebDriver", find: || which("WebKitWebDriver"), source: Source::Debian("webkit2gtk-driver") };
/// A display in memory, which `WebKitGTK` needs: it has no mode without one.
pub const XVFB: Tool = Tool { name: "Xvfb", find: || which("Xvfb"), source: Source::Debian("xvfb") };
/// Node.
pub const NODE: Tool = Tool { name: "node (18 or later)", find: || which("node"), source: Source::Debian("nodejs") };
/// Its package manager.
pub const NPM: Tool = Tool { name: "npm", find: || which("npm"), source: Source::Debian("npm") };
/// A C++ compiler, of either make; the variable `CXX` names another one.
pub const CXX: Tool = Tool {
    name: "a C++ compiler (g++ or clang++)",
    find: || {
        let named = std::env::var("CXX").ok().and_then(|name| which(&name).or_else(|| Some(name.into())));
        named.or_else(|| which("c++")).or_else(|| which("g++")).or_else(|| which("clang++"))
    },
    source: Source::Debian("g++"),
};
/// What changes the code of the engine, one thing at a time.
pub const CARGO_MUTANTS: Tool = Tool {
    name: "cargo-mutants",
    find: || which("cargo-mutants").or_else(|| Some(built().join("bin/cargo-mutants")).filter(|file| file.is_file())),
    source: Source::Crate("cargo-mutants@27.1.0"),
};

impl Tool {
    /// Where it is.
    ///
    /// # Errors
    /// If it is nowhere.
    pub fn path(self) -> Result<PathBuf> {
        (self.find)().with_context(|| format!("{} is missing; `cargo xtask test` installs it where it can", self.name))
    }

    fn missing(self) -> bool {
        (self.find)().is_none()
    }
}

/// Makes sure that the tools are there.
///
/// # Errors
/// If some are missing and cannot be installed here: says what to install.
pub fn ensure(tools: &[Tool]) -> Result<()> {
    match provide(tools)? {
        None => Ok(()),
        Some(missing) => bail!(missing),
    }
}

/// Installs what is missing, where that is possible; where it is not, returns a sentence that says what to install.
///
/// # Errors
/// If an installation that should be possible fails.
pub fn provide(tools: &[Tool]) -> Result<Option<String>> {
    let missing: Vec<Tool> = tools.iter().copied().filter(|tool| tool.missing()).collect();
    let mut packages = Vec::new();
    let mut crates = Vec::new();
    for tool in &missing {
        match tool.source {
            Source::Debian(package) if packages.contains(&package) => {}
            Source::Debian(package) => packages.push(package),
            Source::Crate(name) => crates.push(name),
        }
    }
    if !packages.is_empty() {
        let root = which("id").is_some() && output(command("id", ["-u"]))?.trim() == "0";
        if which("apt-get").is_none() || !root {
            let names: Vec<&str> = missing.iter().map(|tool| tool.name).collect();
            return Ok(Some(format!(
                "missing: {}. On Debian: sudo apt-get install {}; elsewhere install them so that they are on the PATH",
                names.join(", "),
                packages.join(" "),
            )));
        }
        println!("installing {} …", packages.join(", "));
        run(command("apt-get", ["update", "-qq"]))?;
        let fixed = ["install", "-y", "-qq", "--no-install-recommends"];
        let mut install = command("apt-get", fixed.iter().chain(&packages));
        install.env("DEBIAN_FRONTEND", "noninteractive");
        run(install)?;
    }
    for name in crates {
        println!("building {name} into {}, once; this takes some minutes …", built().display());
        let mut install = cargo(&["install", "--quiet", "--locked", name, "--root"]);
        install.arg(built());
        run(install)?;
    }
    if let Some(absent) = missing.iter().find(|tool| tool.missing()) {
        bail!("{} was installed and is still not found", absent.name);
    }
    Ok(None)
}

/// Where programs are built that no package brings.
fn built() -> PathBuf {
    root().join("target/tools")
}

/// Distributions keep it in a folder for programs that nobody calls by hand, named after the version of its interface.
fn mini_browser() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = ["/usr/libexec", "/usr/lib64", "/usr/lib"].map(PathBuf::from).to_vec();
    folders.extend(entries(Path::new("/usr/lib")));
    let inside = folders.iter().flat_map(|folder| entries(folder));
    let named = inside
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4")));
    which("MiniBrowser").or_else(|| named.map(|folder| folder.join("MiniBrowser")).find(|file| file.is_file()))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}
