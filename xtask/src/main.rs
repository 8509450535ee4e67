//! `cargo xtask serve | test | mutants | fuzz | dist | withdraw | bench | screenshots`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::test::Browsers;
use xtask::{dist, fuzz, mutants, screenshots, serve, test, withdraw};

/// Builds, serves, packs and tests NMS Advisor.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build, serve on loopback, rebuild and reload on change.
    Serve {
        /// The port; without it 8080, or the next free one.
        #[arg(long)]
        port: Option<u16>,
        /// Serve the build that is shipped (small and slow to build) instead of a quick one.
        #[arg(long)]
        release: bool,
    },
    /// Run everything: format, lints, native tests, the built product in Node and in browsers, accessibility, size budget.
    Test {
        /// Leave out what needs a browser.
        #[arg(long, conflicts_with = "all")]
        no_browser: bool,
        /// Run everything in each of the three engines, and fail where one is missing.
        #[arg(long)]
        all: bool,
        /// Run only the steps with this in their name; what they build on must be there.
        #[arg(long, value_name = "STEP", default_value = "", hide_default_value = true)]
        only: String,
    },
    /// Change one thing at a time, and see that a test notices.
    Mutants {
        /// The rules: every smallest change of the rule set against the vignettes, survivors against many drawn answers.
        #[arg(long, required_unless_present = "code", conflicts_with = "code")]
        rules: bool,
        /// The code of the engine, with cargo-mutants, which is built once if it is missing. Takes hours.
        #[arg(long)]
        code: bool,
        /// One part of the mutants of the code: `0/8` is the first of eight.
        #[arg(long, value_name = "K/N", requires = "code")]
        shard: Option<String>,
        /// Only the mutants of this file; may be given several times.
        #[arg(long, value_name = "PATH", requires = "code")]
        file: Vec<String>,
    },
    /// Search for input that breaks a reader of outside data, guided by which code it reaches.
    Fuzz {
        /// How long, each target.
        #[arg(long, default_value_t = 60)]
        seconds: u64,
        /// Only this target, a folder of tests/fuzz/corpus.
        #[arg(long)]
        target: Option<String>,
    },
    /// Write the artefacts to dist/.
    Dist {
        /// Also the build without WebAssembly, which needs Node and npm.
        #[arg(long)]
        all: bool,
        /// This version corrects the one before: a sentence that open copies of the site show at once, at their top.
        #[arg(long, value_name = "WHAT")]
        urgent: Option<String>,
        /// Also a package for learning platforms (SCORM 1.2) with this case alone; may be given several times.
        #[arg(long, value_name = "CASE")]
        scorm: Vec<String>,
    },
    /// Write dist/withdrawn: what to serve so that every copy of a withdrawn version that comes back clears itself.
    Withdraw {
        /// Why, in a sentence for readers.
        #[arg(long)]
        reason: String,
        /// Since when, as 2026-11-26; today where it is left out.
        #[arg(long, value_name = "DAY")]
        since: Option<String>,
        /// An address with https: that leads to what holds now.
        #[arg(long, value_name = "ADDRESS")]
        instead: Option<String>,
    },
    /// Time the engine natively and through JavaScript, and from an input to the panel in Chromium.
    Bench {
        /// Only from an input to the panel.
        #[arg(long)]
        input: bool,
    },
    /// Take pictures of the page at several widths into target/screenshots.
    Screenshots {
        /// Also renew the picture of the README.
        #[arg(long)]
        update_readme: bool,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Serve { port, release } => serve::serve(port, release),
        Task::Test { no_browser, all, only } => {
            let browsers = match (no_browser, all) {
                (true, _) => Browsers::None,
                (false, true) => Browsers::All,
                (false, false) => Browsers::Usual,
            };
            test::test(browsers, only)
        }
        Task::Mutants { code: true, shard, file, rules: _ } => mutants::code(shard.as_deref(), &file).map(|()| true),
        Task::Mutants { .. } => mutants::rules().map(|()| true),
        Task::Fuzz { seconds, target } => fuzz::fuzz(seconds, target.as_deref()).map(|()| true),
        Task::Dist { all, urgent, scorm } => dist::dist(all, urgent.as_deref(), &scorm).map(|()| true),
        Task::Withdraw { reason, since, instead } => withdraw::write(&withdraw::Withdrawal { reason, since, instead })
            .map(|next| {
                println!("{next}");
                true
            }),
        Task::Bench { input } => test::bench(input).map(|()| true),
        Task::Screenshots { update_readme } => screenshots::screenshots(update_readme).map(|()| true),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
