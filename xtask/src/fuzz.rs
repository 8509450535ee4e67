//! `cargo xtask fuzz`: coverage-guided fuzzing of what reads outside data, by libFuzzer, on the stable toolchain.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use nms_advisor::engine::finding::FindingKind;
use nms_advisor::guideline::NMS;

use crate::command::{cargo, command, output, run, which};
use crate::root;
use crate::tools;

/// What `cargo fuzz` gives the compiler, without a sanitizer, which only a nightly toolchain has; there is no unsafe code.
const INSTRUMENTED: [&str; 8] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Clink-dead-code",
];

/// No input that is longer says more: the readers stop at lengths of their own, which the replayed corpus passes.
const LONGEST: &str = "-max_len=4096";

/// Fuzzes one target or each in turn, for so many seconds each.
///
/// # Errors
/// If a compiler is missing, a target is not known, or something was found: says where it lies and what to do.
pub fn fuzz(seconds: u64, target: Option<&str>) -> Result<()> {
    let targets = chosen(target)?;
    tools::ensure(&[tools::CXX])?;
    let program = build()?;
    let folder = root().join("target/fuzz");
    fs::write(folder.join("words.dict"), dictionary()).context("the words could not be written")?;
    let mut found = Vec::new();
    for name in targets {
        println!("\n── {name}, {seconds} s");
        let outcome = run(one(&program, &folder, &name, seconds)?);
        found.extend(outcome.err().map(|_| name));
    }
    if found.is_empty() {
        return Ok(());
    }
    bail!(
        "{} found something: the input lies in {}. Give it a name that says what it is, keep it in tests/fuzz/corpus, and mend the code until `cargo test --test hostile` passes",
        found.join(", "),
        folder.join("found").display(),
    )
}

/// The targets are the folders of the kept corpus; a test holds that each has its property.
fn chosen(target: Option<&str>) -> Result<Vec<String>> {
    let corpus = root().join("tests/fuzz/corpus");
    let entries = fs::read_dir(&corpus).with_context(|| format!("{} cannot be read", corpus.display()))?;
    let mut names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    match target {
        None => Ok(names),
        Some(name) if names.iter().any(|known| known == name) => Ok(vec![name.into()]),
        Some(name) => bail!("there is no target `{name}`; there are {}", names.join(", ")),
    }
}

/// Builds the fuzzer for this machine. A named target keeps build scripts and macros from being instrumented.
fn build() -> Result<PathBuf> {
    let version = output(command("rustc", ["-vV"]))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let folder = root().join("target/fuzz/build");
    let mut build = cargo(&["build", "--quiet", "--release", "--locked", "--manifest-path", "tests/fuzz/Cargo.toml"]);
    build.args(["--target", host]).env("CARGO_TARGET_DIR", &folder).env("RUSTFLAGS", INSTRUMENTED.join(" "));
    if which("c++").is_none() && std::env::var_os("CXX").is_none() {
        build.env("CXX", tools::CXX.path()?);
    }
    println!("building the fuzzer …");
    run(build)?;
    Ok(folder.join(host).join("release/nms-advisor-fuzz"))
}

fn one(program: &Path, folder: &Path, name: &str, seconds: u64) -> Result<Command> {
    let (grown, found) = (folder.join("corpus").join(name), folder.join("found"));
    fs::create_dir_all(&grown)?;
    fs::create_dir_all(&found)?;
    let mut fuzzer = Command::new(program);
    fuzzer.current_dir(root()).env("FUZZ_TARGET", name);
    fuzzer.arg(&grown).arg(root().join("tests/fuzz/corpus").join(name));
    fuzzer.arg(format!("-max_total_time={seconds}"));
    fuzzer.arg(format!("-artifact_prefix={}/{name}-", found.display()));
    fuzzer.arg(format!("-dict={}", folder.join("words.dict").display()));
    fuzzer.args([LONGEST, "-timeout=10", "-print_final_stats=1", "-verbosity=0", "-use_value_profile=1"]);
    Ok(fuzzer)
}

/// The words that the readers know: a fuzzer would take long to come upon `creatinineBaseline`.
fn dictionary() -> String {
    let mut words: Vec<String> = vec!["NMS Advisor case, version 1\n".into(), "checksum = ".into()];
    for word in ["case=1", "~sum=", "true", "false", "NaN", "inf", "basis", "verdicts", "lang", "today", "article"] {
        words.push(word.into());
    }
    for word in ["title = ", "stage = ", "minutes = ", "story = ", "objective = ", "note = ", "source = "] {
        words.push(word.into());
    }
    for word in [
        "0 started\n",
        " ticked ",
        " skipped ",
        " undone ",
        " amended ",
        " timer ",
        " remark ",
        " answered ",
        " ended\n",
    ] {
        words.push(word.into());
    }
    words.push("dantroleneDosePerKg=".into());
    words.push("2026-02-29".into());
    for finding in NMS.findings {
        words.push(format!("{}=", finding.id));
        words.extend(finding.choices().iter().map(|option| option.id.into()));
        if let FindingKind::Number(quantity) = finding.kind {
            words.extend(quantity.units.iter().flat_map(|unit| [unit.code.into(), unit.label.into()]));
        }
    }
    words.extend(NMS.agents.iter().take(8).map(|agent| agent.id.into()));
    words.extend(NMS.rules.iter().take(4).map(|rule| rule.id.into()));
    words.sort();
    words.dedup();
    words.retain(|word| !word.is_empty());
    words.iter().fold(String::new(), |all, word| all + "\"" + &quoted(word) + "\"\n")
}

/// A word as libFuzzer reads it: what is no plain letter as `\x` and two digits.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| (byte.is_ascii_graphic() || byte == b' ') && byte != b'"' && byte != b'\\';
    word.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("\\x{byte:02X}") }).collect()
}
