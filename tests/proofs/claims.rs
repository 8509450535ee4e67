//! The thresholds that the claims name. They are cut into the input space beside those of the rule set, so that a claim
//! keeps its own number when a table changes.

use nms_advisor::engine::criterion::Criterion;
use nms_advisor::guideline::terms::{above, at_least, at_most, below};

/// Every comparison that a claim makes.
pub(crate) const CUTS: [Criterion; 29] = [
    above("temperature", 38.0),
    above("temperature", 38.5),
    at_least("temperature", 40.0),
    above("temperature", 41.1),
    at_least("temperature", 39.0),
    at_least("temperature", 39.5),
    above("heartRate", 120.0),
    below("glucose", 4.0),
    above("lactate", 4.0),
    above("qtc", 420.0),
    below("estimatedGfr", 15.0),
    below("ageYears", 12.0),
    at_most("glasgowComaScale", 8.0),
    at_least("creatinineMultiple", 2.0),
    below("urineOutput", 0.3),
    at_least("potassium", 5.5),
    at_least("potassium", 6.0),
    above("potassium", 6.5),
    below("ph", 7.3),
    above("creatineKinase", 1000.0),
    at_most("ph", 7.2),
    below("bicarbonate", 22.0),
    below("oxygenSaturation", 90.0),
    below("systolic", 90.0),
    above("creatineKinase", 5000.0),
    below("platelets", 100.0),
    above("inr", 1.5),
    below("fibrinogen", 1.5),
    below("ageYears", 18.0),
];
