//! The page around the element: its keys, its styles, its size and its colours reach no further than they should.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, room, wait};
use serde_json::{Value, json};

in_every_engine!(
    what_is_typed_in_a_field_is_not_the_pages,
    the_first_escape_closes_only_what_is_open_in_the_widget,
    nothing_of_the_pages_text_style_reaches_in,
    nothing_is_too_small_to_read_or_to_hit,
    every_list_is_a_list_for_those_who_listen,
    a_print_has_dark_ink_on_white_in_every_theme,
    the_colours_follow_the_page_unless_a_theme_is_set,
);

const ESCAPE: &str = "\u{e00c}";

/// A page with a style and a script of its own, in files as the policy of the server wants it.
fn host(page: &Page, name: &str, [style, script]: [&str; 2], body: &str) -> Result<String> {
    let text = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"{name}.css\"><script src=\"{name}.js\"></script><script type=\"module\" src=\"nms-advisor.js\"></script></head><body><h1>A host</h1>{body}</body></html>"
    );
    page.put(&format!("{name}.css"), style)?;
    page.put(&format!("{name}.js"), script)?;
    page.put(name, &text)?;
    Ok(format!("{}{name}", page.address))
}

async fn press(page: &Page, keys: &str) -> Result<()> {
    page.driver.action_chain().send_keys(keys).perform().await?;
    Ok(())
}

async fn focus(page: &Page, selector: &str) -> Result<()> {
    page.in_widget(&format!("root.querySelector('{selector}').focus()")).await?;
    Ok(())
}

async fn what_is_typed_in_a_field_is_not_the_pages(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "slides.html", ["", ""], "<nms-advisor></nms-advisor>")?;
    page.open_at(&address).await?;
    // a slide show that takes what it can, as it sees no field
    page.script("window.heard = []; for (const kind of ['keydown', 'keypress', 'keyup']) document.addEventListener(kind, (event) => { if (!/input|textarea|select/i.test(event.target.tagName)) { heard.push(event.key); event.preventDefault(); } })").await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "39.5").await?;
    focus(&page, "#nms-f-temperature").await?;
    press(&page, "\u{e011}\u{e014}\u{e003}3").await?;
    let typed = page
        .in_widget("return [root.querySelector('#nms-f-agents').value, root.querySelector('#nms-f-temperature').value]")
        .await?;
    ensure!(typed == json!(["haloperidol", "39.5"]), "typed as typed: {typed}");
    focus(&page, "[data-finding] input[type=\"radio\"]").await?;
    press(&page, "\u{e014} ").await?;
    focus(&page, "[data-finding=\"rigidity\"] select").await?;
    press(&page, "\u{e015}").await?;
    focus(&page, "summary.button").await?;
    press(&page, " ").await?;
    ensure!(page.script("return heard").await? == json!([]), "{}", page.script("return heard").await?);
    // what is not typed goes on to the page
    focus(&page, "#nms-f-temperature").await?;
    page.script("const field = document.querySelector('nms-advisor').shadowRoot.querySelector('#nms-f-temperature'); for (const [key, more] of [['s', { ctrlKey: true }], ['k', { metaKey: true }], ['F5', {}], ['PageDown', {}], ['Tab', {}], ['Escape', {}]]) field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }))").await?;
    let heard = page.script("return heard").await?;
    ensure!(heard == json!(["s", "k", "F5", "PageDown", "Tab", "Escape"]), "{heard}");
    page.script("heard.length = 0; const field = document.querySelector('nms-advisor').shadowRoot.querySelector('#nms-f-temperature'); for (const [key, more] of [['Process', { isComposing: true }], ['µ', { altKey: true }]]) field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }))").await?;
    ensure!(page.script("return heard").await? == json!([]), "{}", page.script("return heard").await?);
    // what a page has put into a slot is the page's
    page.script("const note = document.createElement('p'); note.slot = 'local-notes'; note.append(document.createElement('button')); document.querySelector('nms-advisor').append(note); note.firstChild.addEventListener('keydown', () => {}); note.firstChild.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, composed: true }))").await?;
    ensure!(page.script("return heard").await? == json!([" "]), "{}", page.script("return heard").await?);
    page.close().await
}

async fn the_first_escape_closes_only_what_is_open_in_the_widget(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let script = "document.addEventListener('DOMContentLoaded', () => document.querySelector('dialog').showModal()); window.heard = []; for (const kind of ['keydown', 'keyup']) document.addEventListener(kind, (event) => { if (event.key === 'Escape') heard.push(kind); })";
    let address = host(&page, "dialog.html", ["", script], "<dialog><nms-advisor room></nms-advisor></dialog>")?;
    page.open_at(&address).await?;
    let open = "return [document.querySelector('dialog').open, heard.length > 0]";
    let list = "return root.querySelector('#nms-f-agents').getAttribute('aria-expanded')";
    page.type_into("agents", "halo").await?;
    wait("the list is open", || async { Ok(page.in_widget(list).await? == json!("true")) }).await?;
    press(&page, ESCAPE).await?;
    wait("the list is closed", || async { Ok(page.in_widget(list).await? == json!("false")) }).await?;
    ensure!(page.script(open).await? == json!([true, false]), "list: {}", page.script(open).await?);
    page.in_widget("root.querySelector('[data-action=\"help\"]').click()").await?;
    wait("the overlay is open", || async {
        Ok(page.in_widget("return root.activeElement?.classList.contains('overlay') ?? false").await? == json!(true))
    })
    .await?;
    press(&page, ESCAPE).await?;
    wait("the overlay is closed", || async {
        Ok(page.in_widget("return !root.querySelector('.overlay')").await? == json!(true))
    })
    .await?;
    ensure!(page.script(open).await? == json!([true, false]), "overlay: {}", page.script(open).await?);
    page.in_widget(
        "const menu = root.querySelector('details.menu'); menu.open = true; menu.querySelector('summary').focus()",
    )
    .await?;
    press(&page, ESCAPE).await?;
    wait("the menu is closed", || async {
        Ok(page.in_widget("return !root.querySelector('details.menu').open").await? == json!(true))
    })
    .await?;
    ensure!(page.script(open).await? == json!([true, false]), "menu: {}", page.script(open).await?);
    // nothing is open any more: this one is the dialog's
    press(&page, ESCAPE).await?;
    wait("the dialog is closed", || async { Ok(page.script(open).await? == json!([false, true])) }).await?;
    page.close().await
}

/// All that CSS inherits and that a page may have set for its own text.
const INHERITED: &str = "
const names = ['text-transform', 'letter-spacing', 'word-spacing', 'white-space', 'font-style', 'font-weight', 'font-variant-caps', 'font-variant-numeric', 'font-feature-settings', 'font-stretch', 'font-size', 'text-indent', 'text-align', 'text-shadow', 'word-break', 'overflow-wrap', 'hyphens', 'line-height', 'direction', 'cursor', 'quotes', 'tab-size', 'writing-mode', 'text-orientation', 'list-style-position', 'border-collapse', 'line-break', 'font-kerning', 'text-rendering', 'color', 'font-family', 'text-emphasis-style', 'text-align-last', 'caption-side', 'border-spacing'];
const root = document.querySelector('nms-advisor').shadowRoot;
const found = {};
for (const selector of ['.nms', '.row', '.row .head', '.grade', '.entry .unit', '.label', '.hint', '.button', '[data-finding=\"temperature\"] input', 'select', '.first-page', '.first-page p', '.reasons', '.source-note', '.nms-loader', '.nms-loader p', '.nms-guideline', '.nms-guideline li']) {
  const node = root.querySelector(selector);
  if (node) { const style = getComputedStyle(node); found[selector] = names.map((name) => [name, style.getPropertyValue(name)]); }
}
return found;
";

const LOUD: &str = "text-transform:uppercase;letter-spacing:.2em;white-space:pre;font-style:italic;font-weight:700;text-indent:2em;word-break:break-all;text-shadow:0 0 3px red;visibility:visible;text-align:center;font-variant:small-caps;hyphens:auto;line-height:3;word-spacing:1em;direction:rtl;cursor:wait;quotes:'<' '>';tab-size:2;writing-mode:vertical-rl;overflow-wrap:anywhere;font-feature-settings:'smcp';color:red;font-family:cursive;list-style-position:inside;text-align-last:right;border-collapse:collapse;line-break:anywhere;font-kerning:none;text-emphasis:dot;caption-side:bottom;border-spacing:9px";

async fn nothing_of_the_pages_text_style_reaches_in(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let element = "<nms-advisor findings='{\"temperature\": 41.3, \"agents\": [\"haloperidol\"]}'></nms-advisor>";
    let loud = format!(".loud {{ {LOUD} }}");
    let address = |name: &str, script: &str, class: &str| {
        let body =
            format!("<div class=\"{class}\" dir=\"{}\">{element}</div>", if class.is_empty() { "ltr" } else { "rtl" });
        host(&page, name, [&loud, script], &body)
    };
    let broken = "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => Promise.reject(new Error('no'))";
    let mut shown = Vec::new();
    for (name, script, class) in
        [("plain.html", "", ""), ("loud.html", "", "loud"), ("broken.html", broken, ""), ("both.html", broken, "loud")]
    {
        page.driver.goto(&address(name, script, class)?).await?;
        let part = if script.is_empty() { ".row" } else { ".nms-guideline li" };
        wait(&format!("{name} shows {part}"), || async {
            Ok(page.in_widget(&format!("return !!root.querySelector('{part}')")).await? == json!(true))
        })
        .await?;
        shown.push(page.script(INHERITED).await?);
    }
    let [plain, loud, broken, both] = shown.as_slice() else { anyhow::bail!("four pages") };
    let parts = |shown: &Value| shown.as_object().map_or(0, serde_json::Map::len);
    ensure!(parts(plain) > 9 && parts(broken) > 3, "the parts are there: {plain} {broken}");
    let differ = |one: &Value, other: &Value| -> Vec<String> {
        let parts = one.as_object().into_iter().flatten();
        parts
            .filter(|(part, styles)| other.get(*part) != Some(*styles))
            .map(|(part, styles)| format!("{part}: {styles} and {}", other.get(part).unwrap_or(&Value::Null)))
            .collect()
    };
    ensure!(differ(plain, loud).is_empty(), "{:#?}", differ(plain, loud));
    ensure!(differ(broken, both).is_empty(), "{:#?}", differ(broken, both));
    // hidden by the page is hidden
    page.open_at(&host(&page, "hidden.html", ["nms-advisor { visibility: hidden }", ""], element)?).await?;
    ensure!(
        page.in_widget("return getComputedStyle(root.querySelector('.row')).visibility").await? == json!("hidden"),
        "a page that hides the widget hides all of it"
    );
    page.close().await
}

/// What is smaller than 12 pixels, and what can be hit and is lower than 24; and what stands out of the widget.
const SMALL: &str = "
const root = document.querySelector('nms-advisor').shadowRoot;
const small = [], low = [], wide = [];
const seen = (node) => node.checkVisibility() && !node.closest('.vh');
let texts = 0, targets = 0;
for (const node of root.querySelectorAll('*')) {
  if (!seen(node)) continue;
  if ([...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())) {
    texts += 1;
    if (parseFloat(getComputedStyle(node).fontSize) < 12) small.push(node.className + ' ' + getComputedStyle(node).fontSize);
  }
  if (node.matches('button, select, summary, input')) {
    targets += 1;
    const box = node.getBoundingClientRect();
    if (box.height < 24 && box.height > 0) low.push(node.outerHTML.slice(0, 80) + box.height);
  }
}
const frame = root.querySelector('.frame');
if (frame.scrollWidth > frame.clientWidth + 1) wide.push([frame.scrollWidth, frame.clientWidth]);
return { texts: texts > 50, targets: targets > 10, small: [...new Set(small)], low: [...new Set(low)], wide };
";

async fn nothing_is_too_small_to_read_or_to_hit(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let element = "<nms-advisor room findings='{\"temperature\": 41.3, \"agents\": [\"haloperidol\"]}'></nms-advisor>";
    let well = json!({ "texts": true, "targets": true, "small": [], "low": [], "wide": [] });
    for (name, style) in [
        ("tiny.html", "html { font-size: 62.5% } body { font-size: 1.6rem }"),
        ("large.html", "html { font-size: 20px }"),
        ("asked.html", "nms-advisor { --nms-size: 4px }"),
        ("double.html", "html { font-size: 200% }"),
    ] {
        page.open_at(&host(&page, name, [style, ""], element)?).await?;
        for width in [1_280, 760, 360] {
            page.resize(width, 900).await?;
            page.in_widget("for (const part of root.querySelectorAll('details')) part.open = true").await?;
            // a narrow screen at twice the size may scroll
            let parts = if width < 700 {
                &["texts", "targets", "small", "low"][..]
            } else {
                &["texts", "targets", "small", "low", "wide"]
            };
            // where there is room for one of the two parts, each in its turn, below the menu with everything in it
            for tab in ["findings", "plan"] {
                page.in_widget(&format!("root.querySelector('[role=\"tab\"][data-tab=\"{tab}\"]').click()")).await?;
                // the click closed the menu
                let shown = "const menus = root.querySelector('.menus'); if (menus.dataset.open === 'false') root.querySelector('[data-action=\"menu\"]').click(); return [root.querySelector('.columns').dataset.tab, menus.dataset.open]";
                wait("part and menu are shown", || async { Ok(page.in_widget(shown).await? == json!([tab, "true"])) })
                    .await?;
                let found = page.script(SMALL).await?;
                for part in parts {
                    ensure!(found.get(part) == well.get(part), "{name} at {width}, {tab}, {part}: {found:#}");
                }
            }
        }
        page.resize(1_280, 900).await?;
        for mode in ["case", "course", "run", "debrief", "build"] {
            room::go(&page, 0, mode).await?;
            if mode == "case" {
                page.choose("[data-role=\"case\"]", "kidneys").await?;
            }
            let found = page.script(SMALL).await?;
            for part in ["small", "low", "wide"] {
                ensure!(found.get(part) == Some(&json!([])), "{name}, {mode}: {found:#}");
            }
        }
    }
    // what the page asks for is what it gets
    let size = "return getComputedStyle(root.querySelector('.nms')).fontSize";
    page.open_at(&host(&page, "own.html", ["nms-advisor { --nms-size: 22px }", ""], element)?).await?;
    page.resize(1_280, 900).await?;
    ensure!(page.in_widget(size).await? == json!("22px"), "{}", page.in_widget(size).await?);
    page.close().await
}

async fn every_list_is_a_list_for_those_who_listen(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let element = "<nms-advisor room findings='{\"temperature\": 41.3, \"agents\": [\"haloperidol\"]}'></nms-advisor>";
    page.open_at(&host(&page, "lists.html", ["", ""], element)?).await?;
    // Safari takes a list with `list-style: none` and without a role for no list
    let lost = "const all = [...root.querySelectorAll('ul, ol')]; return [all.length > 3, all.filter((list) => !list.hasAttribute('role') && getComputedStyle(list).listStyleType === 'none').map((list) => list.className)]";
    for mode in ["full", "run", "wall", "run", "course", "build"] {
        room::go(&page, 0, mode).await?;
        let found = page.in_widget(lost).await?;
        ensure!(found.get(1) == Some(&json!([])), "{mode}: {found}");
        ensure!(!["full", "run"].contains(&mode) || found.get(0) == Some(&json!(true)), "{mode}: lists are there");
    }
    page.close().await
}

/// Each text of the print's first page and of the plan against white.
const INK: &str = "
const root = document.querySelector('nms-advisor').shadowRoot;
const part = (value) => { const c = value / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
const low = [];
let seen = 0;
for (const node of root.querySelectorAll('.first-page *, .row *, .state *, .section *')) {
  seen += 1;
  const ratio = 1.05 / (light(getComputedStyle(node).color.match(/[\\d.]+/g).map(Number)) + 0.05);
  if (ratio < 4.5) low.push([node.className, getComputedStyle(node).color]);
}
return [seen > 10, low.slice(0, 5), getComputedStyle(root.querySelector('.nms')).backgroundColor];
";

async fn a_print_has_dark_ink_on_white_in_every_theme(engine: Engine) -> Result<()> {
    for dark in [false, true] {
        let page = Page::start_in(engine, dark).await?;
        let element = |more: &str| {
            format!(
                "<nms-advisor {more} findings='{{\"temperature\": 41.3, \"agents\": [\"haloperidol\"]}}'></nms-advisor>"
            )
        };
        for (name, style, more) in [
            ("ink-theme.html", "", "theme=\"dark\""),
            ("ink-auto.html", "", "theme=\"auto\""),
            ("ink-light.html", "", "theme=\"light\""),
            ("ink-page.html", "html { color-scheme: dark }", ""),
            ("ink-host.html", "nms-advisor { color-scheme: dark !important; --nms-text: #eee; --nms-muted: #ccc }", ""),
        ] {
            page.open_at(&host(&page, name, [style, ""], &element(more))?).await?;
            page.on_paper().await?;
            let found = page.script(INK).await?;
            ensure!(found == json!([true, [], "rgb(255, 255, 255)"]), "{name}, dark {dark}: {found}");
        }
        page.close().await?;
    }
    Ok(())
}

async fn the_colours_follow_the_page_unless_a_theme_is_set(engine: Engine) -> Result<()> {
    for dark in [false, true] {
        let page = Page::start_in(engine, dark).await?;
        for (name, style, more, wanted) in [
            ("scheme-page.html", "html { color-scheme: dark }", "", true),
            ("scheme-host.html", "nms-advisor { color-scheme: dark }", "", true),
            ("scheme-none.html", "", "", false),
            ("scheme-light.html", "html { color-scheme: light }", "", false),
            ("scheme-both.html", "html { color-scheme: light dark }", "", dark),
            ("scheme-theme.html", "html { color-scheme: dark }", "theme=\"light\"", false),
            ("scheme-dark.html", "html { color-scheme: light }", "theme=\"dark\"", true),
            ("scheme-auto.html", "html { color-scheme: light }", "theme=\"auto\"", dark),
        ] {
            page.open_at(&host(&page, name, [style, ""], &format!("<nms-advisor {more}></nms-advisor>"))?).await?;
            let color = page.in_widget("return getComputedStyle(root.querySelector('.nms')).backgroundColor").await?;
            let red: u32 = color
                .as_str()
                .and_then(|text| text.split(['(', ',', ')']).nth(1)?.trim().parse().ok())
                .with_context(|| format!("{color}"))?;
            ensure!((red < 100) == wanted, "{name}, the browser asks for dark: {dark}: {color}");
        }
        page.close().await?;
    }
    Ok(())
}
