//! The button beside a number that is known to be raised and nothing more: it enters the bound that the word is.

use yew::prelude::*;

use crate::engine::bound::Side;
use crate::engine::describe;
use crate::engine::finding::{Finding, FindingIndex, FindingKind, Findings, Quantity};
use crate::guideline::raised::{RAISED, Raised};
use crate::widget::field::FieldProps;
use crate::wording::Words;

/// The row of a finding, and whether its bound is the answer.
#[must_use]
pub fn of(findings: &Findings, finding: &Finding, index: FindingIndex) -> Option<(&'static Raised, bool)> {
    let row = RAISED.iter().find(|row| row.finding == index)?;
    let FindingKind::Number(quantity) = finding.kind else { return None };
    let range = Side::Above.range(row.above, quantity.hard);
    let pressed = findings.get(index).is_some_and(|value| value.is_bound() && value.range() == Some(range));
    Some((row, pressed))
}

/// The text that the button enters: with its unit, as the field may be read in another one.
#[must_use]
pub fn entered(row: &Raised, quantity: &Quantity) -> String {
    let unit = quantity.units.first().map_or("", |unit| unit.label);
    format!("{} {} {unit}", Side::Above.sign(), row.above)
}

/// The button; none beside a number that is known better.
pub fn raised(words: &Words, props: &FieldProps) -> Html {
    let Some((row, pressed)) = props.raised.filter(|(_, pressed)| *pressed || props.text.trim().is_empty()) else {
        return Html::default();
    };
    let FindingKind::Number(quantity) = props.finding.kind else { return Html::default() };
    let unit = quantity.units.first().map_or("", |unit| unit.label);
    let bound = describe::bound(&words.format, Side::Above, row.above, unit);
    let answer = props.answer();
    let text = if pressed { String::new() } else { entered(row, &quantity) };
    html! {
        <button
            type="button"
            class="raised"
            data-role="raised"
            aria-pressed={pressed.to_string()}
            onclick={move |_: MouseEvent| answer.emit(text.clone())}
        >
            { words.form.raised(&row.word, &bound) }
        </button>
    }
}
