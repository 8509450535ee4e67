//! The bill of materials, as `CycloneDX` 1.5 in JSON. Equal crates give equal bytes: it has no serial number and no time.

use nms_advisor::guideline::NMS;
use serde_json::{Value, json};

use super::graph::{Crate, Id, OWN};

/// The document.
#[must_use]
pub fn document(crates: &[Crate], rust: &str) -> Value {
    let own = crates.iter().find(|one| one.id.0 == OWN).map(|one| &one.id);
    let ours = format!("pkg:npm/{OWN}@{}", env!("CARGO_PKG_VERSION"));
    let library = format!("pkg:generic/rust-std@{rust}");
    let reference = |id: &Id| if Some(id) == own { ours.clone() } else { purl(id) };
    let others = crates.iter().filter(|one| Some(&one.id) != own).map(component);
    let standard = json!({
        "type": "library",
        "bom-ref": library,
        "name": "rust-std",
        "version": rust,
        "licenses": [{ "expression": "(MIT OR Apache-2.0) AND Unicode-3.0" }],
        "purl": library,
    });
    let needs = crates.iter().map(|one| {
        let needs = one.needs.iter().map(reference).chain([library.clone()]).collect::<Vec<_>>();
        json!({ "ref": reference(&one.id), "dependsOn": needs })
    });
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": ours,
                "name": OWN,
                "version": env!("CARGO_PKG_VERSION"),
                "description": format!("Decision support and teaching for neuroleptic malignant syndrome, with rule set {}", NMS.version),
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
                "purl": ours,
            },
        },
        "components": others.chain([standard]).collect::<Vec<_>>(),
        "dependencies": needs.chain([json!({ "ref": library, "dependsOn": [] })]).collect::<Vec<_>>(),
    })
}

fn component(one: &Crate) -> Value {
    let (name, version) = &one.id;
    let hashes = one.checksum.iter().map(|sum| json!({ "alg": "SHA-256", "content": sum })).collect::<Vec<_>>();
    json!({
        "type": "library",
        "bom-ref": purl(&one.id),
        "name": name,
        "version": version,
        "hashes": hashes,
        "licenses": [{ "expression": one.licence }],
        "purl": purl(&one.id),
    })
}

/// What names a crate anywhere.
fn purl((name, version): &Id) -> String {
    // `+` stands before what a version says of its build
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}
