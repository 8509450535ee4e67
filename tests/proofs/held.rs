//! The tests that hold an invariant. Each is named after its number and repeats the invariant's sentence in its comment, so
//! that a wrong credit reads wrong where the test stands.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::safety_case::INVARIANTS;
use crate::support::path;

/// A test that holds invariants.
#[derive(Debug)]
pub(crate) struct Held {
    /// Their numbers.
    pub(crate) numbers: Vec<usize>,
    /// The test and its file, as the document names them.
    pub(crate) test: String,
}

/// The tests of every native test binary that hold an invariant, by file.
pub(crate) fn held() -> Vec<Held> {
    let mut found = Vec::new();
    for file in compiled() {
        let text = std::fs::read_to_string(&file).unwrap();
        found.extend(read(&name(&file), &text).unwrap_or_else(|fault| panic!("{fault}")));
    }
    found
}

/// The tests of one file that hold an invariant, or what is wrong with one of them.
fn read(file: &str, text: &str) -> Result<Vec<Held>, String> {
    let (mut found, mut claims, mut runs) = (Vec::new(), Vec::new(), false);
    for line in text.lines().map(str::trim_start) {
        if let Some(claim) = line.strip_prefix("/// INV-") {
            claims.push(claim_number(file, claim)?);
        } else if let Some(rest) = line.strip_prefix("fn inv_") {
            let name = rest.split('(').next().unwrap_or(rest);
            let numbers = numbers(name);
            if numbers != claims || numbers.is_empty() {
                return Err(format!("{file}: `inv_{name}` is said to hold {claims:?}, and its name says {numbers:?}"));
            }
            if !runs {
                return Err(format!("{file}: `inv_{name}` is no test that is run"));
            }
            found.push(Held { numbers, test: format!("`inv_{name}` in `{file}`") });
            (claims, runs) = (Vec::new(), false);
        } else if line == "#[test]" {
            runs = true;
        } else if line.starts_with("fn ") || line.starts_with("#[ignore") {
            if !claims.is_empty() {
                return Err(format!("{file}: {claims:?} are claimed for no test that is run and named so: {line}"));
            }
            runs = false;
        }
    }
    Ok(found)
}

/// The number of `27: No dose is shown without its source.`, if the sentence is that of the invariant.
fn claim_number(file: &str, claim: &str) -> Result<usize, String> {
    let (number, says) = claim.split_once(": ").ok_or(format!("{file}: no sentence in `INV-{claim}`"))?;
    let number: usize = number.parse().map_err(|_| format!("{file}: no number in `INV-{claim}`"))?;
    let invariant = number.checked_sub(1).and_then(|at| INVARIANTS.get(at));
    match invariant {
        Some(invariant) if *invariant == says => Ok(number),
        Some(invariant) => Err(format!("{file}: INV-{number:02} does not say `{says}`, it says `{invariant}`")),
        None => Err(format!("{file}: there is no INV-{number}")),
    }
}

/// The numbers at the head of a name: `25_and_26_…`.
fn numbers(name: &str) -> Vec<usize> {
    let heads = name.split('_').take_while(|word| *word == "and" || (word.len() == 2 && word.parse::<usize>().is_ok()));
    heads.filter_map(|word| word.parse().ok()).collect()
}

/// The files of all native test binaries: those directly in `tests`, and what they name as their modules.
fn compiled() -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for file in below(&path("tests")).into_iter().filter(|file| file.parent() == Some(&path("tests"))) {
        add_modules(&file, &path("tests"), &mut found);
    }
    found
}

/// Adds a file and the modules that it names, which lie in `folder` unless a path says otherwise.
fn add_modules(file: &Path, folder: &Path, found: &mut BTreeSet<PathBuf>) {
    let text = std::fs::read_to_string(file).unwrap_or_else(|_| panic!("{} is there", name(file)));
    found.insert(file.to_path_buf());
    let mut place = None;
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("#[path = \"").and_then(|rest| rest.strip_suffix("\"]")) {
            place = Some(file.parent().unwrap().join(said));
        } else if let Some(module) = line.split("mod ").nth(1).and_then(|rest| rest.strip_suffix(';'))
            && !line.starts_with("//")
        {
            let beside = folder.join(format!("{module}.rs"));
            let within = folder.join(module).join("mod.rs");
            // a file that is named by its path finds its modules beside it, as a `mod.rs` does
            let (at, below) = match place.take() {
                Some(at) => (at.clone(), at.parent().unwrap().to_path_buf()),
                None if beside.is_file() => (beside, folder.join(module)),
                None => (within, folder.join(module)),
            };
            add_modules(&at, &below, found);
        }
    }
}

/// Every Rust file below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .filter(|entry| !entry.ends_with("target"))
        .flat_map(|entry| if entry.is_dir() { below(&entry) } else { vec![entry] })
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    files
}

/// `tests/proofs/held.rs`
fn name(file: &Path) -> String {
    file.strip_prefix(path("")).unwrap().to_string_lossy().replace('\\', "/")
}

#[test]
fn no_file_that_speaks_of_an_invariant_is_left_out() {
    let compiled = compiled();
    assert!(compiled.contains(&path("tests/literature.rs")) && compiled.contains(&path("tests/proofs/held.rs")));
    for file in below(&path("tests")).into_iter().filter(|file| !compiled.contains(file)) {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!text.contains("INV-") && !text.contains("fn inv_"), "no test binary compiles {}", name(&file));
    }
}

#[test]
fn a_test_is_credited_only_with_what_its_comment_repeats() {
    let dose = format!("/// INV-27: {}\n", INVARIANTS[26]);
    let total = format!("/// INV-28: {}\n", INVARIANTS[27]);
    let good = read("a.rs", &format!("{dose}#[test]\nfn inv_27_no_dose() {{\n{total}#[test]\nfn inv_28_total() {{"));
    let good: Vec<_> = good.unwrap().into_iter().map(|held| (held.numbers, held.test)).collect();
    assert_eq!(
        good,
        [(vec![27], "`inv_27_no_dose` in `a.rs`".to_string()), (vec![28], "`inv_28_total` in `a.rs`".to_string())]
    );
    let swapped = dose.replace("27", "28");
    for (text, fault) in [
        (format!("{swapped}#[test]\nfn inv_28_no_dose() {{"), "INV-28 does not say"),
        (format!("{dose}#[test]\nfn inv_27_and_28_no_dose() {{"), "its name says [27, 28]"),
        ("#[test]\nfn inv_27_no_dose() {".to_string(), "is said to hold []"),
        (format!("{dose}#[test]\nfn no_dose() {{"), "no test that is run and named so"),
        (format!("{dose}fn inv_27_no_dose() {{"), "is no test that is run"),
        (format!("{dose}#[test]\n#[ignore]\nfn inv_27_no_dose() {{"), "no test that is run"),
        ("/// INV-99: More.\n".to_string(), "there is no INV-99"),
    ] {
        let said = read("a.rs", &text).map(|_| ()).unwrap_err();
        assert!(said.contains(fault), "{text}\n{said}");
    }
}

#[test]
fn every_test_of_an_invariant_repeats_its_sentence() {
    assert!(held().iter().all(|row| row.numbers.iter().all(|number| (1..=INVARIANTS.len()).contains(number))));
}
