//! Who wrote what is in the release, and under which licence: a file for every form, and a short one for the single file.
//!
//! The texts are those that the crates bring. Most differ only in who holds the copyright, so each text stands once, and the
//! holders stand beside their crates.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result, bail};

use super::graph::{Crate, OWN};

/// What the files of licences begin with.
const FILES: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT"];

/// The licences that are taken where there is a choice, the shortest first, and words that only their texts have.
const TAKEN: [(&str, &str); 5] = [
    ("MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"),
    ("BSL-1.0", "Boost Software License - Version 1.0"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("Unlicense", "This is free and unencumbered software"),
    ("Apache-2.0", "Apache License Version 2.0"),
];

/// What a file of a licence says: who holds the copyright, and the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Text {
    /// The licence; empty for a notice of another kind.
    kind: &'static str,
    holders: Vec<String>,
    body: String,
}

/// A crate with its texts.
struct Noticed<'a> {
    one: &'a Crate,
    texts: Vec<Text>,
    /// The licences that are taken, of those that its author offers.
    taken: Vec<&'static str>,
}

/// The notices with every text that the crates bring.
///
/// # Errors
/// If a crate's licence is none of those that are known, or it has no text of it.
pub fn long(crates: &[Crate], rust: &str) -> Result<String> {
    let noticed = noticed(crates)?;
    let mut page = format!(
        "# Third-party notices\n\nNMS Advisor {} is licensed under MIT or Apache-2.0 (`LICENSE-MIT`, `LICENSE-APACHE`), its clinical content as `LICENSE-CONTENT.md` says. Its WebAssembly, and the JavaScript that goes with it, hold code of the crates below and of Rust's standard library. `sbom.cdx.json` lists the same with versions and digests.\n\n",
        env!("CARGO_PKG_VERSION"),
    );
    page.push_str(&list(&noticed, "- "));
    write!(page, "\n## Rust's standard library {rust}\n\n{}\n", standard())?;
    for (body, (kind, names)) in texts(&noticed, |_, _| true) {
        let title = if kind.is_empty() { "Notice" } else { kind };
        write!(page, "\n## {title}\n\n{}:\n\n```text\n{body}\n```\n", names.join(", "))?;
    }
    Ok(page)
}

/// The notices with the text of one licence a crate, where it offers more.
///
/// # Errors
/// As above.
pub fn short(crates: &[Crate], rust: &str) -> Result<String> {
    let noticed = noticed(crates)?;
    let mut page =
        format!("In this file is code of these crates and of Rust's standard library.\n\n{}", list(&noticed, ""));
    write!(page, "\nRust's standard library {rust}\n{}\n", standard().replace('`', ""))?;
    for (body, (kind, _)) in texts(&noticed, |one, text| one.taken.contains(&text.kind)) {
        write!(page, "\n{kind}\n\n{body}\n")?;
    }
    Ok(page)
}

/// The holders of the standard library, by the notice that comes with the toolchain, as far as it is built for WebAssembly.
fn standard() -> &'static str {
    "MIT OR Apache-2.0: Copyright The Rust Project Developers (see https://thanks.rust-lang.org), 2014 Alex Crichton (backtrace, dlmalloc, cfg-if, rustc-demangle), 2019 The Crossbeam Project Developers (mpmc), 2016 Amanieu d'Antras (hashbrown). Unicode-3.0: Copyright © 1991-2024 Unicode, Inc. (tables of core). compiler-builtins: MIT, Copyright 2016 Jorge Aparicio, 2005-2020 Rich Felker, et al. (musl), and Apache-2.0 WITH LLVM-exception (compiler-rt). foldhash: Zlib, Copyright 2024 Orson Peters. The toolchain's `COPYRIGHT-library.html` has the whole."
}

fn noticed(crates: &[Crate]) -> Result<Vec<Noticed<'_>>> {
    let others = crates.iter().filter(|one| one.id.0 != OWN);
    others.map(|one| notice(one).with_context(|| format!("{} {}", one.id.0, one.id.1))).collect()
}

fn notice(one: &Crate) -> Result<Noticed<'_>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(&one.folder).with_context(|| format!("{} cannot be read", one.folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if FILES.iter().any(|file| name.starts_with(file)) && entry.file_type()?.is_file() {
            texts.push(read(&fs::read_to_string(entry.path())?));
        }
    }
    texts.sort_by(|one, other| (one.kind, &one.body).cmp(&(other.kind, &other.body)));
    let taken = taken(&one.licence)?;
    for kind in &taken {
        if texts.iter().any(|text| text.kind == *kind) {
            continue;
        }
        // some archives leave the text out; the holders are then the authors that the manifest names
        if *kind != "MIT" {
            bail!("it brings no text of {kind}");
        }
        texts.push(Text { holders: Vec::new(), ..read(&crate::dist::text("LICENSE-MIT")?) });
    }
    Ok(Noticed { one, texts, taken })
}

/// The fewest licences that satisfy an expression, the shortest texts first.
fn taken(licence: &str) -> Result<Vec<&'static str>> {
    let expression = spdx::Expression::parse(licence).with_context(|| format!("`{licence}` is no SPDX expression"))?;
    let kinds = TAKEN.map(|(kind, _)| kind);
    let alone = kinds.iter().map(|kind| vec![*kind]);
    let pairs = kinds.iter().flat_map(|one| kinds.iter().map(move |other| vec![*one, *other]));
    let mut choices = alone.chain(pairs);
    let fits = |taken: &Vec<&str>| expression.evaluate(|wanted| taken.contains(&wanted.to_string().as_str()));
    choices.find(fits).with_context(|| format!("`{licence}` is none of the licences whose texts are known"))
}

/// A file of a licence, without the lines that name a holder.
fn read(text: &str) -> Text {
    let held = |line: &&str| {
        let rest = line.trim().strip_prefix("Copyright").map(str::trim_start);
        let starts = |rest: &str| rest.starts_with("(c)") || rest.starts_with("(C)") || rest.starts_with('©');
        rest.is_some_and(|rest| starts(rest) || rest.starts_with(|letter: char| letter.is_ascii_digit()))
    };
    let holders = text.lines().filter(held).map(|line| line.trim().to_string()).collect();
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !held(line)).collect();
    let mut body = lines.join("\n").trim_matches('\n').to_string();
    while body.contains("\n\n\n") {
        body = body.replace("\n\n\n", "\n\n");
    }
    let plain = plain(&body);
    // a notice that only names the licences has the words of none
    let kind = TAKEN.iter().find(|(_, words)| plain.contains(words)).map_or("", |(kind, _)| kind);
    Text { kind, holders, body }
}

/// Words alone: files break their lines where they like.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line for each crate: name, version, licence, and who holds the copyright.
fn list(noticed: &[Noticed<'_>], mark: &str) -> String {
    // some lines give years and nobody
    let named =
        |holder: &&str| holder.trim_start_matches("Copyright").trim_start_matches(" (c)").contains(char::is_alphabetic);
    let lines = noticed.iter().map(|Noticed { one, texts, .. }| {
        let mut holders: Vec<&str> =
            texts.iter().flat_map(|text| &text.holders).map(String::as_str).filter(named).collect();
        holders.sort_unstable();
        holders.dedup();
        let holders = match (holders.is_empty(), one.authors.is_empty()) {
            (false, _) => holders.join("; "),
            (true, false) => format!("by {}", one.authors.join(", ")),
            (true, true) => format!("by the authors of {}", one.id.0),
        };
        format!("{mark}{} {}, {}: {holders}\n", one.id.0, one.id.1, one.licence)
    });
    lines.collect()
}

/// Each text once, with its licence and the crates that bring it.
fn texts<'a>(
    noticed: &'a [Noticed<'_>],
    wanted: impl Fn(&Noticed<'_>, &Text) -> bool,
) -> Vec<(&'a str, (&'static str, Vec<String>))> {
    let mut groups: BTreeMap<(&str, String), (&str, Vec<String>)> = BTreeMap::new();
    for one in noticed {
        for text in one.texts.iter().filter(|text| wanted(one, text)) {
            let group = groups.entry((text.kind, plain(&text.body))).or_insert((&text.body, Vec::new()));
            let name = format!("{} {}", one.one.id.0, one.one.id.1);
            if group.1.last() != Some(&name) {
                group.1.push(name);
            }
        }
    }
    groups.into_iter().map(|((kind, _), (body, names))| (body, (kind_of(kind), names))).collect()
}

fn kind_of(kind: &str) -> &'static str {
    TAKEN.iter().find(|(known, _)| *known == kind).map_or("", |(known, _)| known)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::{read, taken};

    #[test]
    fn the_shortest_licence_of_a_choice_is_taken_and_all_of_a_sum() {
        assert_eq!(taken("Unlicense OR MIT").unwrap(), ["MIT"]);
        assert_eq!(taken("Apache-2.0 OR BSL-1.0").unwrap(), ["BSL-1.0"]);
        assert_eq!(taken("(MIT OR Apache-2.0) AND Unicode-3.0").unwrap(), ["MIT", "Unicode-3.0"]);
        assert!(taken("GPL-3.0-only").is_err());
        assert!(taken("").is_err());
    }

    #[test]
    fn holders_stand_apart_from_the_text() {
        let text = read(
            "The MIT License\n\nCopyright (c) 2014 A. Person\n\nPermission is hereby granted, free of charge,\nto any person obtaining a copy of this software\n",
        );
        assert_eq!((text.kind, text.holders.len()), ("MIT", 1));
        assert!(!text.body.contains("Person"), "{}", text.body);
        let text = read(
            "Apache License\nVersion 2.0\n\nCopyright [yyyy] [name of copyright owner]\n2. Grant of\nCopyright License. Subject to\n",
        );
        assert_eq!((text.kind, text.holders.len()), ("Apache-2.0", 0));
        assert!(text.body.contains("Copyright [yyyy]") && text.body.contains("Copyright License"), "{}", text.body);
    }
}
