//! The resources of an input: collected from every shape that holds them, one version of each, with who they are about.

use crate::data_in::Refusal;
use crate::data_in::tree::Tree;

/// The most resources that are read.
pub(super) const MOST: usize = 20_000;

/// The most versions of one resource that are compared.
const MOST_VERSIONS: usize = 64;

/// One resource with where it stood.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resource<'a> {
    pub(super) tree: &'a Tree,
    pub(super) kind: &'a str,
    /// The address that the entry of a Bundle gives it.
    url: Option<&'a str>,
    /// The resource that contains it.
    pub(super) parent: Option<&'a Tree>,
    /// Its number among those of its kind, from 1.
    pub(super) number: usize,
    /// Whether another version of it stands in the input, and whether that one is newer.
    pub(super) version: Version,
}

/// What other versions of a resource say of this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// The only or the newest one.
    Current,
    /// The same once more.
    Repeated,
    /// A newer one is there.
    Old,
    /// There are two, and neither says that it is newer.
    Unclear,
}

/// Who a resource is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject<'a> {
    /// A patient by id.
    Patient(&'a str),
    /// Nobody is named, or in a way that cannot be compared.
    Unknown,
    /// Something that is no patient.
    Other,
}

/// All resources of an input.
pub(super) struct Resources<'a> {
    pub(super) all: Vec<Resource<'a>>,
    /// Keys with positions, in order, for references.
    keys: Vec<(String, usize)>,
}

impl<'a> Resources<'a> {
    /// Collects them.
    pub(super) fn collect(input: &'a Tree) -> Result<Self, Refusal> {
        let mut all = Vec::new();
        walk(input, &mut all, 0)?;
        if all.is_empty() {
            return Err(Refusal::NotFhir);
        }
        if all.iter().any(|one| is_old(one)) {
            return Err(Refusal::Stu3);
        }
        let mut keys: Vec<(String, usize)> = Vec::new();
        for (at, one) in all.iter().enumerate().filter(|(_, one)| one.parent.is_none()) {
            keys.extend(one.tree.text("id").map(|id| (format!("{}/{id}", one.kind), at)));
            keys.extend(one.url.map(|url| (url.into(), at)));
        }
        keys.sort_unstable();
        let mut resources = Self { all, keys };
        resources.compare_versions();
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for one in &mut resources.all {
            match counts.iter_mut().find(|(kind, _)| *kind == one.kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((one.kind, 1)),
            }
            one.number = counts.iter().find(|(kind, _)| *kind == one.kind).map_or(0, |(_, count)| *count);
        }
        Ok(resources)
    }

    /// Of several versions of a resource one counts.
    fn compare_versions(&mut self) {
        let mut start = 0;
        while let Some((key, _)) = self.keys.get(start) {
            let same = self.keys.iter().skip(start).take_while(|(other, _)| other == key);
            let group: Vec<usize> = same.map(|(_, at)| *at).collect();
            start += group.len();
            for (place, at) in group.iter().enumerate() {
                // so many versions of one resource are no record
                let many = group.len() > MOST_VERSIONS;
                let version = if many { Version::Unclear } else { self.compared(&group, place, *at) };
                if let (Some(one), true) = (self.all.get_mut(*at), version != Version::Current) {
                    one.version = version;
                }
            }
        }
    }

    fn compared(&self, group: &[usize], place: usize, at: usize) -> Version {
        let tree = |at: usize| self.all.get(at).map(|one| one.tree);
        let Some(own) = tree(at) else { return Version::Current };
        let mut version = Version::Current;
        for (other_place, other) in group.iter().enumerate().filter(|(_, other)| **other != at) {
            let Some(other) = tree(*other) else { continue };
            let (ours, theirs) = (age(own), age(other));
            if own == other {
                if other_place < place {
                    return Version::Repeated;
                }
            } else if ours < theirs {
                return Version::Old;
            } else if ours == theirs {
                version = Version::Unclear;
            }
        }
        version
    }

    /// The resource that a reference names, also within what contains it.
    pub(super) fn resolve(&self, from: Resource<'a>, reference: &str) -> Option<&'a Tree> {
        if let Some(id) = reference.strip_prefix('#') {
            let holder = from.parent.unwrap_or(from.tree);
            return holder.list("contained").iter().find(|one| one.text("id") == Some(id));
        }
        let find = |key: &str| {
            let at = self.keys.partition_point(|(other, _)| other.as_str() < key);
            let same = self.keys.get(at..).unwrap_or_default().iter().take_while(|(other, _)| other == key);
            let all = same.filter_map(|(_, at)| self.all.get(*at));
            all.filter(|one| one.version == Version::Current).map(|one| one.tree).next()
        };
        find(reference).or_else(|| find(&tail(reference)?))
    }

    /// The patient that a reference names.
    pub(super) fn patient(&self, reference: &'a str) -> Subject<'a> {
        if reference.starts_with('#') {
            return Subject::Unknown;
        }
        let mut parts = reference.split(['/', '?', '|']);
        if parts.any(|part| part == "Patient") {
            return parts.next().filter(|id| !id.is_empty()).map_or(Subject::Unknown, Subject::Patient);
        }
        if !reference.starts_with("urn:") {
            return Subject::Other;
        }
        let at = self.keys.partition_point(|(key, _)| key.as_str() < reference);
        let found = self.keys.get(at).filter(|(key, _)| key == reference).and_then(|(_, at)| self.all.get(*at));
        match found {
            Some(one) if one.kind != "Patient" => Subject::Other,
            Some(one) => Subject::Patient(one.tree.text("id").unwrap_or(reference)),
            None => Subject::Patient(reference),
        }
    }

    /// Who a resource is about.
    pub(super) fn subject(&self, one: &Resource<'a>) -> Subject<'a> {
        if one.kind == "Patient" {
            let id = one.tree.text("id").or(one.url);
            return id.map_or(Subject::Unknown, Subject::Patient);
        }
        let subject = one.tree.get("subject").or_else(|| one.parent?.get("subject"));
        let reference = subject.and_then(|subject| subject.text("reference"));
        reference.map_or(Subject::Unknown, |reference| self.patient(reference))
    }
}

/// The type and the id at the end of an address, without a version.
fn tail(reference: &str) -> Option<String> {
    let mut parts = reference.rsplit('/');
    let (mut id, mut kind) = (parts.next()?, parts.next()?);
    if kind == "_history" {
        (id, kind) = (parts.next()?, parts.next()?);
    }
    Some(format!("{kind}/{id}"))
}

/// The order of versions: the number of the version, then the time of the last change.
fn age(tree: &Tree) -> (u64, &str) {
    let meta = tree.get("meta");
    let number = meta.and_then(|meta| meta.text("versionId")).and_then(|text| text.parse().ok());
    (number.unwrap_or(0), meta.and_then(|meta| meta.text("lastUpdated")).unwrap_or_default())
}

/// Goes through Bundles, lists, parameters, prefetch and what is contained.
fn walk<'a>(tree: &'a Tree, all: &mut Vec<Resource<'a>>, depth: usize) -> Result<(), Refusal> {
    if depth > 8 {
        return Err(Refusal::TooDeep);
    }
    match tree {
        Tree::List(entries) => entries.iter().try_for_each(|entry| walk(entry, all, depth + 1)),
        Tree::Object(members) => match tree.text("resourceType") {
            Some("Bundle") => tree.list("entry").iter().try_for_each(|entry| {
                let start = all.len();
                if let Some(resource) = entry.get("resource") {
                    walk(resource, all, depth + 1)?;
                }
                if let (Some(one), Some(url)) = (all.get_mut(start), entry.text("fullUrl")) {
                    one.url = Some(url);
                }
                Ok(())
            }),
            Some("Parameters") => tree.list("parameter").iter().try_for_each(|part| match part.get("resource") {
                Some(resource) => walk(resource, all, depth + 1),
                None => Ok(()),
            }),
            Some(kind) => {
                push(all, tree, kind, None)?;
                for inner in tree.list("contained") {
                    if let Some(inner_kind) = inner.text("resourceType") {
                        push(all, inner, inner_kind, Some(tree))?;
                    }
                }
                Ok(())
            }
            // a prefetch: resources by name
            None => members.iter().try_for_each(|(_, value)| match value {
                Tree::Object(_) | Tree::List(_) => walk(value, all, depth + 1),
                Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => Ok(()),
            }),
        },
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => Ok(()),
    }
}

fn push<'a>(
    all: &mut Vec<Resource<'a>>,
    tree: &'a Tree,
    kind: &'a str,
    parent: Option<&'a Tree>,
) -> Result<(), Refusal> {
    if all.len() >= MOST {
        return Err(Refusal::TooMany);
    }
    all.push(Resource { tree, kind, url: None, parent, number: 0, version: Version::Current });
    Ok(())
}

/// Whether a resource has the shape of FHIR release 3 or older.
fn is_old(one: &Resource<'_>) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| one.tree.get(name).is_some());
    match one.kind {
        "Observation" => has(&["context", "related", "comments"]),
        "MedicationStatement" => has(&["taken", "notTaken", "wasNotTaken", "reasonNotTaken"]),
        "MedicationAdministration" => has(&["notGiven", "wasNotGiven", "prescription"]),
        "MedicationRequest" => has(&["context", "definition"]),
        "Condition" => has(&["context", "assertedDate"]) || one.tree.text("clinicalStatus").is_some(),
        "MedicationOrder" => true,
        _ => false,
    }
}
