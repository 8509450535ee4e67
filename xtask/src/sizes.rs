//! How large what is shipped is, and whether that stays within the budget.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::supply::sums::SUMS;

/// Whether only `dist --all` builds a file, by its path in `dist`.
#[must_use]
pub fn is_added(name: &str) -> bool {
    name.starts_with("no-wasm/") || name.starts_with("npm/no-wasm/")
}

/// Raw, gzip and Brotli bytes of a file.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// With gzip at its best.
    pub gzip: usize,
    /// With Brotli at its best.
    pub brotli: usize,
}

/// Packs with gzip at its best.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

/// What was measured in this run: most files stand in several forms, and packing one at its best takes seconds.
static MEASURED: Mutex<BTreeMap<[u8; 32], Size>> = Mutex::new(BTreeMap::new());

/// Measures bytes.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn measure(bytes: &[u8]) -> Result<Size> {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let known = MEASURED.lock().ok().and_then(|measured| measured.get(&digest).copied());
    if let Some(size) = known {
        return Ok(size);
    }
    let size = packed(bytes)?;
    if let Ok(mut measured) = MEASURED.lock() {
        measured.insert(digest, size);
    }
    Ok(size)
}

fn packed(bytes: &[u8]) -> Result<Size> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(Size { raw: bytes.len(), gzip: gzip(bytes)?.len(), brotli: packed.len() })
}

/// Writes `sizes.json` for every file below `dist`.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write(dist: &Path) -> Result<Map<String, Value>> {
    let mut sizes = Map::new();
    for name in files(dist)?.into_iter().filter(|name| name != "sizes.json" && name != SUMS) {
        let size = measure(&std::fs::read(dist.join(&name))?)?;
        sizes.insert(name, json!({ "raw": size.raw, "gzip": size.gzip, "brotli": size.brotli }));
    }
    std::fs::write(dist.join("sizes.json"), format!("{:#}\n", Value::Object(sizes.clone())))?;
    Ok(sizes)
}

/// Every file below a folder, as paths in it with `/`, in order.
///
/// # Errors
/// If a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(top: &Path, folder: &Path, files: &mut Vec<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(top, &path, files)?;
        } else {
            files.push(path.strip_prefix(top)?.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

/// Holds the sizes against `xtask/size-budget.json` (Brotli bytes a file).
///
/// # Errors
/// If a file is larger than its budget, or has none to be found.
pub fn check_budget(sizes: &Map<String, Value>) -> Result<()> {
    let path = crate::root().join("xtask/size-budget.json");
    let budget: Map<String, Value> = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
    for (file, limit) in budget {
        let actual = sizes.get(&file).and_then(|size| size.get("brotli")).and_then(Value::as_u64);
        if actual.is_none() && is_added(&file) {
            println!("  {file}: not built");
            continue;
        }
        let (Some(actual), Some(limit)) = (actual, limit.as_u64()) else {
            bail!("the size budget names {file}, which was not built");
        };
        let share = actual * 100 / limit.max(1);
        println!("  {file}: {actual} of {limit} Brotli bytes ({share} %)");
        if actual > limit {
            bail!("{file} has {actual} Brotli bytes; its budget in xtask/size-budget.json is {limit}");
        }
    }
    Ok(())
}
