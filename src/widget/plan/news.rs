//! What the last answer changed, in a line that opens in place; the rows themselves say what is new.

use yew::prelude::*;

use crate::panel::news::Mark;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::{Around, fold};

/// The line; nothing where nothing changed.
pub fn news_line(around: &Around) -> Html {
    let words = around.edition.words;
    let (told, news) = (&words.changes, &around.panel.news);
    if news.is_empty() {
        return Html::default();
    }
    let count = |mark| news.lines.iter().filter(|(_, line)| *line == mark).count();
    let counts = [(&told.new, count(Mark::New)), (&told.changed, count(Mark::Changed)), (&told.gone, news.gone.len())];
    let turned = news.turned.iter().map(|(_, is)| is.clone());
    let counted = counts.into_iter().filter(|(_, count)| *count > 0).map(|(plural, count)| plural.of(count));
    let said = turned.chain(counted).collect::<Vec<_>>().join(" · ");
    let by = if news.by.is_empty() { told.last_change.to_string() } else { told.last_answer(&news.by) };
    let summary = html! { <><b>{ by }{ ": " }</b><span>{ said }</span></> };
    let name = |id: &str| around.edition.rules.rules.iter().find(|rule| rule.id == id).map_or("", |rule| rule.headline);
    let inside = || {
        html! {
            <ul>
                { for news.turned.iter().map(|(was, is)| html! { <li key={is.clone()}><s>{ was }</s>{ glyph(Icon::Do) }<b>{ is }</b></li> }) }
                { for news.lines.iter().map(|(id, mark)| html! { <li key={*id}><span class="fresh">{ if *mark == Mark::New { words.plan.new } else { words.plan.changed } }</span>{ name(id) }</li> }) }
                { for news.gone.iter().map(|rule| html! { <li key={rule.id} data-gone={rule.id}>{ glyph(Icon::Minus) }<span class="vh">{ told.gone_line }</span><s>{ rule.headline }</s></li> }) }
            </ul>
        }
    };
    html! {
        <div class="news" data-role="news">
            { fold(around, "news".into(), around.opened.is("news", false), "opens", summary, inside) }
        </div>
    }
}
