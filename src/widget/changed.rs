//! What the last answer changed, all of it at once: for a team that follows its steps.

use yew::prelude::*;

use crate::panel::news::News;
use crate::widget::icons::{Icon, glyph};
use crate::wording::Words;

/// What the last answer changed, in a box above the plan; the new lines are marked where they stand.
pub fn news_box(words: &'static Words, news: &News) -> Html {
    let told = &words.changes;
    if news.is_empty() {
        return Html::default();
    }
    let (new, changed) = {
        let of = |mark| news.lines.iter().filter(|(_, line)| *line == mark).count();
        (of(crate::panel::news::Mark::New), of(crate::panel::news::Mark::Changed))
    };
    let counts = [(&told.new, new), (&told.changed, changed), (&told.gone, news.gone.len())];
    let counted = counts.into_iter().filter(|(_, count)| *count > 0).map(|(plural, count)| plural.of(count));
    let counted = counted.collect::<Vec<_>>().join(", ");
    let by = if news.by.is_empty() { told.last_change.to_string() } else { told.last_answer(&news.by) };
    html! {
        <div class="news" data-role="news">
            <p><b>{ by }{ ": " }</b>{ counted }</p>
            <ul>
                { for news.turned.iter().map(|(was, is)| html! { <li key={is.clone()}><s>{ was }</s>{ glyph(Icon::Do) }<b>{ is }</b></li> }) }
                { for news.gone.iter().map(|rule| html! { <li key={rule.id} data-gone={rule.id}>{ glyph(Icon::Minus) }<span class="vh">{ told.gone_line }</span><s>{ rule.text }</s></li> }) }
            </ul>
        </div>
    }
}
