//! Statements for a learning record store as JSON (xAPI 1.0.3).

use std::collections::BTreeMap;

use serde::Serialize;

use super::cards::uuid;
use crate::engine::rule_set::RuleSet;
use crate::teaching::xapi::{Activity, Statement, timestamp};

/// Where ADL's words stand; nothing is fetched from there.
const WORDS: &str = "http://adlnet.gov/expapi/";
/// The account of whoever learns, until somebody who knows replaces it.
const LEARNER: &str = "learner";

/// One statement.
#[derive(Serialize)]
pub struct StatementJson {
    id: String,
    actor: ActorJson,
    verb: VerbJson,
    object: ActivityJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<ResultJson>,
    context: ContextJson,
    timestamp: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ActorJson {
    object_type: &'static str,
    account: AccountJson,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AccountJson {
    home_page: String,
    name: &'static str,
}

#[derive(Serialize)]
struct VerbJson {
    id: String,
    display: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ActivityJson {
    object_type: &'static str,
    id: String,
    definition: DefinitionJson,
}

#[derive(Serialize)]
struct DefinitionJson {
    name: BTreeMap<&'static str, String>,
    r#type: String,
}

#[derive(Serialize)]
struct ResultJson {
    #[serde(skip_serializing_if = "String::is_empty")]
    response: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extensions: BTreeMap<String, Vec<String>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ContextJson {
    platform: &'static str,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    context_activities: Option<ParentJson>,
    extensions: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct ParentJson {
    parent: [ActivityJson; 1],
}

fn activity(given: &Activity) -> ActivityJson {
    ActivityJson {
        object_type: "Activity",
        id: given.id.clone(),
        definition: DefinitionJson {
            name: BTreeMap::from([("en", given.name.clone())]),
            r#type: format!("{WORDS}activities/{}", given.kind.word()),
        },
    }
}

/// The statements; `base` is where their activities are named.
#[must_use]
pub fn statements(rules: &'static RuleSet, base: &str, given: &[Statement]) -> Vec<StatementJson> {
    given.iter().map(|one| statement(rules, base, one)).collect()
}

fn statement(rules: &'static RuleSet, base: &str, given: &Statement) -> StatementJson {
    let Statement { verb, object, parent, response, details, seconds, at } = given;
    let extensions: BTreeMap<String, Vec<String>> =
        details.iter().map(|(name, ids)| (format!("{base}detail/{name}"), ids.clone())).collect();
    let says = !response.is_empty() || seconds.is_some() || !extensions.is_empty();
    let result = says.then(|| ResultJson {
        response: response.clone(),
        duration: seconds.map(|seconds| format!("PT{seconds}S")),
        extensions,
    });
    StatementJson {
        // the same session gives the same ids, so a file that is sent twice is kept once; stores know versions up to 5
        id: uuid(5, &format!("{} {} {} {response}", verb.word(), object.id, at.0)),
        actor: ActorJson { object_type: "Agent", account: AccountJson { home_page: base.into(), name: LEARNER } },
        verb: VerbJson { id: format!("{WORDS}verbs/{}", verb.word()), display: BTreeMap::from([("en", verb.word())]) },
        object: activity(object),
        result,
        context: ContextJson {
            platform: concat!("NMS Advisor ", env!("CARGO_PKG_VERSION")),
            language: "en",
            context_activities: parent.as_ref().map(|parent| ParentJson { parent: [activity(parent)] }),
            extensions: BTreeMap::from([(format!("{base}detail/rule-set"), format!("{} {}", rules.id, rules.version))]),
        },
        timestamp: timestamp(*at),
    }
}
