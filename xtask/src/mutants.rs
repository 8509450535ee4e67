//! `cargo xtask mutants`: one thing changed at a time, in the rules or in the code, and a test must notice.

use anyhow::{Result, bail};

use crate::command::{cargo, command, run};
use crate::tools;

/// The long search of `tests/rule_mutants.rs`: what survives must be the same on many more drawn answers.
///
/// # Errors
/// If a mutant differs that no vignette notices.
pub fn rules() -> Result<()> {
    let (target, name) = ("rule_mutants", "what_survives_is_the_same_on_many_more_answers");
    run(cargo(&["test", "--no-default-features", "--test", target, "--", "--ignored", name]))
}

/// Changes the code of the engine in a copy of the project, as `.cargo/mutants.toml` says; `shard` is `k/n`, `k` from 0,
/// and `files` the files to take instead of the whole engine.
///
/// # Errors
/// If a mutant survives; `target/mutants.out/missed.txt` lists which.
pub fn code(shard: Option<&str>, files: &[String]) -> Result<()> {
    if let Some(shard) = shard.filter(|shard| !is_shard(shard)) {
        bail!("`{shard}` is no shard; write `0/8` for the first of eight");
    }
    tools::ensure(&[tools::CARGO_MUTANTS])?;
    let program = tools::CARGO_MUTANTS.path()?.display().to_string();
    let mut mutants = command(&program, ["mutants", "--no-shuffle", "--output", "target"]);
    if files.is_empty() {
        mutants.args(["--file", "src/engine/**/*.rs"]);
    }
    for file in files {
        mutants.args(["--file", file.as_str()]);
    }
    if let Some(shard) = shard {
        mutants.args(["--shard", shard]);
    }
    // a mutant that lets a drawn answer pass is caught by the tables of boundary values; more draws only cost time
    mutants.env("PROPTEST_CASES", "24");
    run(mutants)
}

fn is_shard(text: &str) -> bool {
    let parts = text.split_once('/').and_then(|(at, of)| Some((at.parse::<u32>().ok()?, of.parse::<u32>().ok()?)));
    parts.is_some_and(|(at, of)| at < of)
}
